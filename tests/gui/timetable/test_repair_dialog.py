"""The ways to repair a timetable, with what each changes."""

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.timetable.planning_dialogs import DifferenceTabs
from missionplanner.gui.timetable.repair_dialog import RepairDialog
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import repairing
from missionplanner.jobs.timetable.repairing import Repair
from missionplanner.store.store import Store
from tests.builders import meet


@pytest.fixture
def ways(store: Store) -> list[Repair]:
    """The ways out of two meetings of one company at a time."""
    meet(store, "D1", "C2", 0, 2)
    return run_now(repairing.options(1, store.snapshot()), store)


def dialog_of(qtbot: QtBot, snapshot: Snapshot, ways: list[Repair], happened: bool = False) -> RepairDialog:
    dialog = RepairDialog(snapshot, ways, happened=happened)
    qtbot.addWidget(dialog)
    return dialog


def texts(dialog: RepairDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_first_way_is_selected_and_shown(store: Store, ways: list[Repair], qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, store.snapshot(), ways)
    assert dialog.chosen is ways[0]
    assert dialog.accept_button.isEnabled()
    assert len(dialog.findChildren(DifferenceTabs)) == 1
    assert texts(dialog)[0] == "1 meeting cannot stay."


def test_each_way_says_what_it_changes(store: Store, ways: list[Repair], qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, store.snapshot(), ways)
    found = [[dialog.table.rows.text(n, c) for c in range(1, 4)] for n in range(len(ways))]
    assert found == [[str(w.told), str(len(w.proposal.meetings)), str(len(w.proposal.unplaced))] for w in ways]
    assert dialog.table.rows.text(0, 0) != "Nothing changes"


def test_another_way_shows_its_own_changes(store: Store, ways: list[Repair], qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, store.snapshot(), ways)
    dialog.table.selectRow(len(ways) - 1)
    assert dialog.chosen is ways[-1]


def test_without_a_way_there_is_nothing_to_do(store: Store, qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, store.snapshot(), [])
    dialog.table.clearSelection()
    assert dialog.chosen is None
    assert texts(dialog)[0] == "Everything stands; requests can get what is free."


def test_after_an_incident_leaving_keeps_what_was_recorded(store: Store, ways: list[Repair], qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, store.snapshot(), ways, happened=True)
    box = dialog.findChildren(QDialogButtonBox)[0]
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Leave the rest as it is"
    assert "What happened is noted already; Undo takes it back." in texts(dialog)
