"""A table worked in like a spreadsheet: what its keys do to blocks of cells."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.cells import CellModel, CellTable, Change
from missionplanner.gui.widgets.table import Column

K, M = Qt.Key, Qt.KeyboardModifier
ROWS = {1: ["Alpha", "Toronto", "1"], 2: ["Beta", "Quebec", "2"], 3: ["Gamma", "Halifax", "3"]}


@pytest.fixture
def table(qtbot: QtBot) -> CellTable:
    """Three rows of name, city and a number that cannot be edited."""
    columns = [
        Column("Name", lambda row: row[0], edits="name"),
        Column("City", lambda row: row[1], edits="city", choices=lambda: ["Toronto", "Quebec", "Halifax"]),
        Column("Number", lambda row: row[2]),
    ]
    model = CellModel(columns, lambda keys: [ROWS[key] for key in keys])
    model.set_keys([1, 2, 3])
    found = CellTable(model, "Companies")
    qtbot.addWidget(found)
    return found


@pytest.fixture
def asked(table: CellTable) -> list[tuple[list[Change], str]]:
    """The changes that are asked for, with what they are called."""
    found: list[tuple[list[Change], str]] = []
    table.changes_asked.connect(lambda changes, label: found.append((changes, label)))
    return found


def select(table: CellTable, top: int, left: int, bottom: int, right: int) -> None:
    """Select a block of cells, its first one the current."""
    model, flags = table.rows, QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(model.index(top, left), flags.NoUpdate)
    block = QItemSelection(model.index(top, left), model.index(bottom, right))
    table.selectionModel().select(block, flags.ClearAndSelect)


def test_selected_cells_are_in_reading_order_without_hidden_columns(table: CellTable) -> None:
    select(table, 0, 0, 1, 2)
    table.hideColumn(1)
    assert table.cells() == [(0, 0), (0, 2), (1, 0), (1, 2)]
    assert (table.chosen_keys(), table.current()) == ([1, 2], [(1, "name", "Alpha"), (2, "name", "Beta")])


def test_copied_block_is_what_a_spreadsheet_takes(table: CellTable, qtbot: QtBot) -> None:
    select(table, 0, 0, 1, 1)
    qtbot.keyClick(table, K.Key_C, M.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Alpha\tToronto\nBeta\tQuebec"


def test_nothing_selected_copies_nothing(table: CellTable, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("as before")
    table.clearSelection()
    qtbot.keyClick(table, K.Key_C, M.ControlModifier)
    assert QGuiApplication.clipboard().text() == "as before"


def test_cut_copies_and_empties(table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]) -> None:
    select(table, 2, 0, 2, 1)
    qtbot.keyClick(table, K.Key_X, M.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Gamma\tHalifax"
    assert asked == [([(3, "name", ""), (3, "city", "")], "Empty cells")]


def test_del_empties_the_selected_cells(table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]) -> None:
    select(table, 0, 1, 1, 1)
    qtbot.keyClick(table, K.Key_Delete)
    assert asked == [([(1, "city", ""), (2, "city", "")], "Empty cells")]


def test_pasted_block_goes_into_the_cells_from_the_current_one_on(
    table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]
) -> None:
    select(table, 1, 0, 1, 0)
    QGuiApplication.clipboard().setText("B\tOttawa\nC\tHalifax\nbelow the table\t")
    qtbot.keyClick(table, K.Key_V, M.ControlModifier)
    assert asked == [([(2, "name", "B"), (2, "city", "Ottawa"), (3, "name", "C")], "Paste")]


def test_one_pasted_value_goes_into_every_selected_cell(
    table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]
) -> None:
    select(table, 0, 1, 2, 1)
    QGuiApplication.clipboard().setText("Quebec")
    qtbot.keyClick(table, K.Key_Insert, M.ShiftModifier)
    assert asked == [([(1, "city", "Quebec"), (3, "city", "Quebec")], "Paste")]


@pytest.mark.parametrize("text", ["", "Alpha"])
def test_nothing_new_pasted_asks_for_nothing(
    table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]], text: str
) -> None:
    select(table, 0, 0, 0, 0)
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(table, K.Key_V, M.ControlModifier)
    assert asked == []


def test_fill_down_repeats_the_topmost_cell_of_every_column(
    table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]
) -> None:
    select(table, 0, 0, 2, 1)
    qtbot.keyClick(table, K.Key_D, M.ControlModifier)
    assert asked == [
        ([(2, "name", "Alpha"), (2, "city", "Toronto"), (3, "name", "Alpha"), (3, "city", "Toronto")], "Fill down")
    ]


def test_whole_rows_are_selected(table: CellTable, qtbot: QtBot) -> None:
    select(table, 1, 1, 1, 1)
    qtbot.keyClick(table, K.Key_Space, M.ShiftModifier)
    assert table.cells() == [(1, 0), (1, 1), (1, 2)]


def test_f2_begins_to_edit_the_current_cell(
    table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]
) -> None:
    table.show()
    select(table, 1, 1, 1, 1)
    qtbot.keyClick(table, K.Key_F2)
    assert table.state() is QAbstractItemView.State.EditingState
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Ottawa")
    qtbot.keyClick(editor, K.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [([(2, "city", "Ottawa")], "Edit a cell")]


def test_a_column_that_cannot_be_edited_is_not(table: CellTable, qtbot: QtBot) -> None:
    select(table, 1, 2, 1, 2)
    qtbot.keyClick(table, K.Key_F2)
    assert table.state() is QAbstractItemView.State.NoState
    assert not table.rows.setData(table.rows.index(0, 0), "Alpha")


def test_enter_takes_the_chosen_completion_and_leaves_the_cell(
    table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]
) -> None:
    table.show()
    select(table, 0, 1, 0, 1)
    qtbot.keyClick(table, K.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    completer = editor.completer()
    editor.setText("hal")
    completer.setCompletionPrefix("hal")
    completer.complete()
    popup = completer.popup()
    popup.setCurrentIndex(completer.completionModel().index(0, 0))
    qtbot.keyClick(popup, K.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [([(1, "city", "Halifax")], "Edit a cell")]


def test_enter_without_editing_opens_the_row(table: CellTable, qtbot: QtBot) -> None:
    select(table, 2, 0, 2, 0)
    with qtbot.waitSignal(table.activated_row) as opened:
        qtbot.keyClick(table, K.Key_Return)
    assert opened.args == [2]


def test_chosen_rows_keep_the_column_one_is_in(table: CellTable) -> None:
    select(table, 0, 1, 0, 1)
    table.choose([3, 2, 99])
    assert (table.cells(), table.currentIndex().row(), table.chosen_keys()) == ([(1, 1), (2, 1)], 1, [2, 3])


def test_the_menu_of_the_rows_opens_by_keys(table: CellTable, qtbot: QtBot) -> None:
    table.show()
    qtbot.keyClick(table, K.Key_F10, M.ShiftModifier)
    assert table.findChildren(QMenu) == []
    table.addAction(QAction("Open", table))
    table.setCurrentIndex(table.rows.index(1, 0))
    qtbot.keyClick(table, K.Key_F10, M.ShiftModifier)
    (menu,) = table.findChildren(QMenu)
    assert (menu.isVisible(), [action.text() for action in menu.actions()]) == (True, ["Open"])
    menu.close()


def test_moved_columns_are_copied_and_pasted_as_they_stand(
    table: CellTable, qtbot: QtBot, asked: list[tuple[list[Change], str]]
) -> None:
    table.horizontalHeader().moveSection(1, 0)
    select(table, 0, 0, 0, 1)
    qtbot.keyClick(table, K.Key_C, M.ControlModifier)
    assert (table.cells(), QGuiApplication.clipboard().text()) == ([(0, 1), (0, 0)], "Toronto\tAlpha")
    QGuiApplication.clipboard().setText("Lyon\tOmega")
    qtbot.keyClick(table, K.Key_V, M.ControlModifier)
    assert asked == [([(1, "city", "Lyon"), (1, "name", "Omega")], "Paste")]
