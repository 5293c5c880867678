"""Where a meeting can go: free places first, narrowed by words, at any table; Enter takes only what is possible."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Table, Venue
from missionplanner.domain.moves import Grade, Moves
from missionplanner.domain.plan import Plan
from missionplanner.gui.widgets.move_dialog import MoveDialog
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import meet, other_day


@pytest.fixture
def store(store: Store) -> Store:
    """A mission of four slots and three tables with two meetings."""
    with store.change(message("Table")) as change:
        change.insert(Table(venue_id=store.all(Venue)[0].id, number=3))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    return store


@pytest.fixture
def tuesday(store: Store) -> date:
    """A second day."""
    return other_day(store)


@pytest.fixture
def dialog(store: Store, tuesday: date, qtbot: QtBot) -> MoveDialog:
    """D1 – C1 at nine on Monday, with a Tuesday to go to; D2 – C2 meet at 9:25 at table 2."""
    snapshot = store.snapshot()
    found = MoveDialog(Moves(Plan(snapshot, snapshot.meetings), snapshot.meetings[0]))
    qtbot.addWidget(found)
    return found


def rows(dialog: MoveDialog) -> list[list[str]]:
    model = dialog.table.rows
    return [[model.text(row, column) for column in range(2)] for row in range(model.rowCount())]


def test_every_other_place_is_offered(dialog: MoveDialog) -> None:
    assert rows(dialog) == [
        ["Mon, Feb 16", "09:25–09:45"],
        ["Mon, Feb 16", "09:50–10:10"],
        ["Mon, Feb 16", "10:15–10:35"],
        ["Tue, Feb 17", "09:00–09:20"],
        ["Tue, Feb 17", "09:25–09:45"],
        ["Mon, Feb 16", "09:00–09:20"],
    ]


@pytest.mark.parametrize(
    ("words", "number"), [("tue", 2), ("tuesday 9:25", 1), ("2026-02-17", 2), ("10", 1), ("wed", 0)]
)
def test_words_narrow_the_places(dialog: MoveDialog, words: str, number: int) -> None:
    dialog.line.setText(words)
    assert dialog.table.rows.rowCount() == number


def test_arrows_choose_while_one_types_and_stop_at_the_ends(dialog: MoveDialog, qtbot: QtBot) -> None:
    for key, row in ((Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2)):
        qtbot.keyClick(dialog.line, key)
        assert dialog.table.currentIndex().row() == row


def test_tables_are_those_that_are_free_first(dialog: MoveDialog) -> None:
    assert [dialog.tables.itemText(n) for n in range(dialog.tables.count())] == [
        "one that suits",
        "Table 1",
        "Table 3",
        "Table 2: D2 – C2",
    ]
    dialog.tables.setCurrentIndex(3)
    found = dialog.verdict
    assert found is not None
    assert (found.grade, dialog.sentence.text()) == (
        Grade.WARY,
        "Changes places with D2 – C2, which goes to February 16 at 09:00, table 1.",
    )


def test_no_place_is_not_taken(dialog: MoveDialog) -> None:
    dialog.line.setText("wed")
    assert (dialog.verdict, dialog.sentence.text()) == (None, "No place has this name.")
    dialog.accept()
    assert dialog.result() == 0
    dialog.line.setText("tue")
    dialog.accept()
    assert dialog.result() == 1


def test_what_is_refused_comes_last_with_its_reason_and_is_not_taken(store: Store, tuesday: date, qtbot: QtBot) -> None:
    meet(store, "D1", "C3", 2, 2)
    snapshot = store.snapshot()
    dialog = MoveDialog(Moves(Plan(snapshot, snapshot.meetings), snapshot.meetings[0]))
    qtbot.addWidget(dialog)
    dialog.table.selectRow(5)
    assert rows(dialog)[5] == ["Mon, Feb 16", "09:50–10:10"]
    assert dialog.sentence.text() == "D1 has two meetings on February 16 at 09:50: with C1 and with C3."
    dialog.accept()
    assert dialog.result() == 0


def test_another_table_at_its_own_time_is_chosen_at_once(store: Store, qtbot: QtBot) -> None:
    snapshot = store.snapshot()
    dialog = MoveDialog(Moves(Plan(snapshot, snapshot.meetings), snapshot.meetings[0]), tables=True)
    qtbot.addWidget(dialog)
    assert (dialog.focusWidget(), dialog.sentence.text()) == (dialog.tables, "It is here now.")
    dialog.accept()
    assert dialog.result() == 0
    dialog.tables.setCurrentIndex(dialog.tables.findText("Table 3"))
    dialog.accept()
    assert dialog.verdict is not None
    assert (dialog.result(), dialog.verdict.meetings[0].table_id) == (1, 3)
