"""The large commands on a timetable: make, repair, versions, availability, clear."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Keep, Meeting
from missionplanner.gui.timetable.availability import AvailabilityDialog
from missionplanner.gui.timetable.planning_dialogs import PlanDialog, ProgressDialog, ProposalDialog
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.timetable.versions import VersionsDialog
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import key_of


def choices(monkeypatch: pytest.MonkeyPatch, **results: int) -> list[QDialog]:
    """Close each dialog of these classes with its result; the dialogs that were shown."""
    shown: list[QDialog] = []
    kinds = (PlanDialog, ProposalDialog, VersionsDialog, AvailabilityDialog)
    for kind in kinds:
        if kind.__name__ in results:
            result = results[kind.__name__]
            monkeypatch.setattr(kind, "exec", lambda dialog, result=result: shown.append(dialog) or result)
    return shown


def wait_for_progress(monkeypatch: pytest.MonkeyPatch, screen: TimetableScreen, qtbot: QtBot) -> None:
    """Stop the planner at once, and wait until it has ended."""

    def until_ended(dialog: ProgressDialog) -> int:
        dialog.stop.click()
        qtbot.waitUntil(lambda: not screen.runner.is_busy, timeout=60_000)
        return 1

    monkeypatch.setattr(ProgressDialog, "exec", until_ended)


@pytest.mark.parametrize(
    ("cells", "companies", "keep"),
    [(((0, 0), (1, 1)), "D1; D2; C1; C2", Keep.ALL), (((0, 0),), "", Keep.LOCKED), ((), "", Keep.LOCKED)],
    ids=["two meetings", "one meeting", "none"],
)
def test_the_plan_dialog_offers_the_companies_of_several_selected_meetings(
    timetable: TimetableScreen,
    monkeypatch: pytest.MonkeyPatch,
    cells: tuple[tuple[int, int], ...],
    companies: str,
    keep: Keep,
) -> None:
    timetable.grid.clearSelection()
    for place in cells:
        selection = timetable.grid.selectionModel()
        selection.select(timetable.model.index(*place), selection.SelectionFlag.Select)
    asked: list[tuple[str, object]] = []
    monkeypatch.setattr(
        PlanDialog, "exec", lambda dialog: asked.append((dialog.companies.text, dialog.keep.value)) or 0
    )
    timetable.make()
    assert asked == [(companies, keep)]


@pytest.mark.parametrize("accepted", [0, 1])
def test_a_timetable_is_made_and_written_when_it_is_accepted(
    timetable: TimetableScreen, store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, accepted: int
) -> None:
    choices(monkeypatch, PlanDialog=1, ProposalDialog=accepted)
    wait_for_progress(monkeypatch, timetable, qtbot)
    before = store.all(Meeting)
    timetable.make()
    wanted = {("D1", "C1"), ("D2", "C2"), ("D3", "C3")}
    pairs = {tuple(timetable.snapshot.company[key].name for key in m.pair) for m in store.all(Meeting)}
    assert pairs == wanted if accepted else store.all(Meeting) == before


def test_a_cancelled_plan_changes_nothing(timetable: TimetableScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    choices(monkeypatch, PlanDialog=0)
    timetable.make()
    assert not timetable.runner.is_busy


def test_versions_are_shown(timetable: TimetableScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = choices(monkeypatch, VersionsDialog=0)
    timetable.commands.show_versions()
    assert [type(dialog) for dialog in shown] == [VersionsDialog]


@pytest.mark.parametrize(("place", "name"), [((1, 1), "D2"), ((3, 2), "C1")], ids=["a meeting", "an empty cell"])
def test_availability_opens_at_the_company_of_the_selected_meeting(
    timetable: TimetableScreen, store: Store, monkeypatch: pytest.MonkeyPatch, place: tuple[int, int], name: str
) -> None:
    chosen: list[int] = []
    monkeypatch.setattr(AvailabilityDialog, "exec", lambda dialog: chosen.append(dialog.chosen) or 0)
    timetable.grid.go_to(place)
    timetable.commands.paint_availability()
    assert chosen == [key_of(store, name)]


def test_clearing_leaves_locked_meetings(timetable: TimetableScreen, store: Store) -> None:
    first, second = store.all(Meeting)
    planning.set_locked(store, [first.id], True)
    timetable.commands.clear()
    assert store.all(Meeting) == [replace(first, locked=True)]
    assert timetable.dragging.sentence.words == (
        "1 meeting was removed. Undo brings them back. Locked meetings stayed."
    )
    store.undo()
    assert store.get(Meeting, second.id) == second


def open_screen(window: MainWindow, name: str) -> Any:
    """Go to a screen of the window."""
    window.do(f"show_{name}")
    return window.screens[name]


def test_timetable_is_made_previewed_and_accepted(window: MainWindow, qtbot: QtBot) -> None:
    timetable = open_screen(window, "timetable")
    store = window.workspace.store
    snapshot = store.snapshot()
    asked = PlanDialog(snapshot)
    qtbot.addWidget(asked)
    assert asked.part.count() == 1 + 3 + 6
    proposal = run_now(planning.plan(1), store)
    shown = ProposalDialog(snapshot, proposal)
    qtbot.addWidget(shown)
    assert shown.accept_button.isEnabled()
    planning.accept(store, proposal)
    assert store.count(Meeting) == len(proposal.meetings)
    assert timetable.model.rowCount() == 17
    assert timetable.model.columnCount() == 45
    # A plan of few days for everybody may leave a whole day to nobody.
    stop, _day = timetable.shown
    here = [slot for m in store.all(Meeting) if snapshot.stop_of_slot[(slot := snapshot.slot[m.slot_id]).id].id == stop]
    timetable.days.show_day(stop, here[0].day)
    cells = [cell for cell in timetable.model.cells.values() if cell.meeting]
    assert len(cells) == sum(slot.day == here[0].day for slot in here)
    one = cells[0].meeting
    assert snapshot.company[one.delegation_id].name in cells[0].text
    assert snapshot.company[one.counterpart_id].name in cells[0].text
    timetable.view.setCurrentIndex(1)
    assert timetable.model.rows[0] == "Acadian Animation Ltd."
    assert timetable.side.unplaced.rows.rowCount() == len(proposal.unplaced)
    window.do("undo")
    assert store.count(Meeting) == 0
