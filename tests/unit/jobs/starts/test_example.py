from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Company
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting, MeetingDelegate
from missionplanner.errors import Cancelled
from missionplanner.jobs.starts import example
from missionplanner.jobs.timetable import planning
from missionplanner.paths import data_folder
from missionplanner.progress import Progress
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store


def _left() -> list[Path]:
    return list((data_folder() / "examples").iterdir())


def test_make_fills_a_copy_of_ones_own() -> None:
    reports: list[tuple[float, str]] = []
    i18n.use("fr")

    path = example.make(Progress(lambda fraction, text: reports.append((fraction, text))))

    assert path == data_folder() / "examples" / "Mission commerciale du Canada au Mexique 2026.mission"
    assert _left() == [path]
    with Store.open(path) as store:
        assert len(store.companies.ids(CompanyFilter())) == 465
        assert len(store.all(Request)) == 1419
        meetings = store.all(Meeting)
        assert len(meetings) == 985
        booked = [(meeting.interpreter_id, meeting.slot_id) for meeting in meetings if meeting.interpreter_id]
        assert len(booked) == len(set(booked)) > 100
        assert planning.conflicts(store.snapshot()) == []
        assert {row.meeting_id for row in store.all(MeetingDelegate)} != set()
    fractions = [fraction for fraction, _text in reports]
    assert fractions == sorted(fractions)
    assert len({text for _fraction, text in reports}) == 1


def test_make_leaves_nothing_behind_when_it_is_cancelled() -> None:
    progress = Progress()

    def listener(fraction: float, _text: str) -> None:
        if fraction > 0.1:
            progress.cancel()

    progress._listener = listener
    with pytest.raises(Cancelled):
        example.make(progress)

    assert _left() == []


def test_companies_of_the_example_have_plain_names(example_file: Path) -> None:
    with Store.open(example_file, read_only=True) as store:
        names = store.column(Company, "name").values()

    assert [name for name in names if set(name) & set("=<>{}\\")] == []
