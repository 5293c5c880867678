"""The command advice."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import CompanyStop
from missionplanner.domain.mission import Stop
from missionplanner.jobs.advice import advising
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of
from tests.unit.cli.running import document, run


@pytest.fixture
def apart(mission: Path) -> Path:
    """The mission with C3 at another stop only, where no meetings are."""
    with Store.open(mission) as store, store.change(message("Apart")) as change:
        stop = change.insert(Stop(name_en="Monterrey", starts=DAY, ends=DAY))
        change.insert(CompanyStop(company_id=key_of(store, "C3"), stop_id=stop))
        change.insert_all(CompanyStop(company_id=key_of(store, name), stop_id=1) for name in ("D1", "D2", "D3"))
    return mission


def test_scripts_read_who_is_to_be_asked(capsys: pytest.CaptureFixture[str], apart: Path) -> None:
    found = document(capsys, "advice", apart, "--seconds", "0.5")
    assert (found["requested"], found["met"], found["placeable"], len(found["not_helped"])) == (9, 0, 6, 1)
    asked = next(one for one in found["advice"] if one["kind"] == "ask")
    assert len(asked["companies"][0]["could_meet"]) == 2
    assert asked == {
        "kind": "ask", "meetings": 2, "must_meets": 0, "requests": 2, "placed": 2, "number": 1, "fewest_proved": 1,
        "place": "", "languages": "", "start": "", "end": "",
        "companies": [
            {"company": "C3", "side": "counterpart", "stops": ["Mexico City"], "could_meet": asked["companies"][0]["could_meet"]}
        ],
    }  # fmt: skip


def test_people_read_it_with_the_companies(capsys: pytest.CaptureFixture[str], apart: Path) -> None:
    code, out, _error = run(capsys, "advice", apart, "--seconds", "0.5")
    lines = out.splitlines()
    assert (code, lines[0]) == (
        0,
        "0 of 9 requests have a meeting. None of this alone helps 1 request: the timetable says why it has no meeting.",
    )
    assert lines[1].startswith("Make the timetable. 6 meetings more.")
    place = next(n for n, line in enumerate(lines) if line.startswith("Ask 1 company to come to another stop. "))
    assert lines[place + 1].startswith("  C3 → Mexico City: D")


def test_the_fewest_companies_to_ask_are_written_to_once(
    capsys: pytest.CaptureFixture[str], apart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(advising, "SECONDS", 0.5)
    options = ("letters", apart, "--moment", "stops", "--out", tmp_path / "out")
    assert [(one["company"], one["state"]) for one in document(capsys, *options)] == [("C3", "waiting")]
    assert document(capsys, *options) == []
