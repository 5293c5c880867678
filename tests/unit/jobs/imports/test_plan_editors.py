"""Figures, briefings, milestones and tasks come back from workbooks cell by cell, with rows that were added."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.briefings import Briefing, BriefingKind
from missionplanner.domain.figures import Bounded, Figure
from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.errors import UserError
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.imports import read_back, row_editors
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import mission_workbook
from missionplanner.jobs.market import briefings
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import add_trade, small_mission
from tests.workbooks import Cells


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_mission(tmp_path_factory.mktemp("plan") / "m.mission", 1, 1) as store:
        with store.change(message("Fill")) as change:
            add_trade(change)
            milestone = change.insert(Milestone(name_en="Visas", name_fr="Visas", days=-60))
            change.insert(Task(name_en="Write", milestone_id=milestone, days=-3, owner="Ana"))
        briefings.enter_texts(store, None, {"kind": "regulation", "body_en": "Permits"})
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def came_back(store: Store, folder: Path, change: object) -> read_back.ReadBack:
    path = folder / "mission.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot()))
    return run_now(read_back.analyse(workbooks.edited(path, change)), store)  # type: ignore[arg-type]


def row_of(sheet: list[list[object]], text: str) -> list[object]:
    return next(row for row in sheet if text in map(str, row))


def test_nothing_changes_where_nobody_changed_anything(store: Store, tmp_path: Path) -> None:
    found = came_back(store, tmp_path, lambda _sheets: None)
    assert (found.changes, found.added, found.unknown) == ((), (), ())


def test_cells_and_rows_become_one_step(store: Store, tmp_path: Path) -> None:
    def change(sheets: Cells) -> None:
        workbooks.put(sheets["Figures"], "2024", "Value", "over 60")
        workbooks.put(sheets["Figures"], "2024", "Source", "Bureau")
        workbooks.put(sheets["Market briefing"], "Regulation", "Text in French", "Permis")
        workbooks.put(sheets["Milestones"], "Visas", "Day", date(2025, 12, 24))
        workbooks.put(sheets["Tasks"], "Write", "State", "Done")

    found = came_back(store, tmp_path, change)
    assert [one.refusal for one in found.changes] == [""] * 5
    read_back.accept(store, found)
    newest = store.all(Figure)[1]
    assert (newest.value, newest.bounded, newest.source) == (60, Bounded.OVER, "Bureau")
    assert store.all(Briefing)[0].body_fr == "Permis"
    (milestone,) = store.all(Milestone)
    assert (milestone.day, milestone.falls_on(store.mission)) == (None, date(2025, 12, 24))
    assert (store.all(Task)[0].state, store.steps.undo_label) == (TaskState.DONE, "Import edited mission.xlsx")


def new(store: Store, sheet: str, **texts: str) -> None:
    edits = [Edit(0, column, text) for column, text in texts.items()]
    with store.change(message("Add")) as change:
        row_editors.of_kind(store, sheet).add(change, edits)


def test_rows_that_were_added_become_records(store: Store) -> None:
    new(store, "figures", series="Trade", period="2023", value="about 50", source="Bureau", as_of="2025-03-04")
    figure = next(one for one in store.all(Figure) if one.period == "2023")
    assert (figure.series_id, figure.value, figure.bounded, figure.source, figure.as_of) == (
        1, 50, Bounded.ABOUT, "Bureau", date(2025, 3, 4),
    )  # fmt: skip
    new(store, "briefings", kind="Who is who", body_es="Cámara")
    new(store, "milestones", name="Vote", day="2026-05-05", of_world="yes")
    new(store, "tasks", name="Ask", **{"from": "Vote"}, days="-7", state="Under way")
    assert [(one.kind, one.body_es) for one in store.all(Briefing)][1:] == [(BriefingKind.WHO_IS_WHO, "Cámara")]
    vote = store.all(Milestone)[1]
    assert (vote.day, vote.of_world) == (date(2026, 5, 5), True)
    task = store.all(Task)[1]
    assert (task.milestone_id, task.days, task.state) == (vote.id, -7, TaskState.STARTED)


@pytest.mark.parametrize(
    ("kind", "texts", "problem"),
    [
        ("figures", {"series": "zz", "period": "2023", "value": "1"}, "There is no series “zz”."),
        ("figures", {"series": "Trade", "period": "2023"}, "A figure needs a value."),
        ("figures", {"series": "Trade", "period": "2024", "value": "1"}, "“trade.2024” is in the mission already."),
        ("figures", {"series": "Trade", "period": "soon", "value": "1"}, "“soon” is no period."),
        ("figures", {"series": "Trade", "period": "2023", "value": "1", "bounded": "zz"}, "There is no “zz”."),
        ("figures", {"series": "Trade", "period": "2023", "value": "1", "unit": "zz"}, "This column is worked out"),
        ("briefings", {"kind": "Regulation"}, "The briefing needs a text."),
        ("briefings", {"kind": "zz", "body_en": "x"}, "There is no “zz”."),
        ("briefings", {"sector": "zz", "body_en": "x"}, "“zz” is not in the mission."),
        ("briefings", {"title": "zz"}, "This column is worked out"),
        ("milestones", {"day": "2026-05-05"}, "It needs a name."),
        ("milestones", {"name": "Vote", "counted": "T-3"}, "This column is worked out"),
        ("tasks", {"name": "Ask", "from": "zz"}, "There is nothing called “zz”."),
        ("tasks", {"name": "Ask", "due": "zz"}, "This column is worked out"),
    ],
)
def test_what_cannot_be_a_record_is_refused(store: Store, kind: str, texts: dict[str, str], problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        row_editors.of_kind(store, kind).new([Edit(0, column, text) for column, text in texts.items()])


def test_a_record_keeps_a_name_a_text_and_its_period(store: Store) -> None:
    cases = (
        ("figures", store.all(Figure)[0], "period", "2024", "“2024” is in the mission already."),
        ("briefings", store.all(Briefing)[0], "body_en", "", "The briefing needs a text."),
        ("milestones", store.all(Milestone)[0], "name_en", "", ""),
        ("tasks", store.all(Task)[0], "name_en", "", "It needs a name."),
    )
    for kind, record, column, text, problem in cases:
        editor = row_editors.of_kind(store, kind)
        if problem:
            with pytest.raises(UserError, match=problem):
                editor.changed(record, column, text)
        else:
            assert editor.changed(record, column, text).title("en") == "Visas"
