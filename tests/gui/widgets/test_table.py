"""The one table of the window: rows fetched as they are seen, sorted by headings, copied and chosen."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.table import Column, DataTable, TableModel, plain_model
from missionplanner.jobs.lists.printing import ShownList

COLUMNS = (
    Column("Name", lambda row: row[0], "name", 200),
    Column("Number", lambda row: str(row[1]), "number", right=True, colour=lambda row: "#ff0000" if row[1] > 1 else ""),
    Column("Note", lambda row: row[2]),
)
ROWS = [("Alpha", 1, "a\nb"), ("Beta", 2, ""), ("Gamma", 3, "<b>A text too long for the column</b>")]
ROLE = Qt.ItemDataRole


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    """Three rows of three columns."""
    found = DataTable(plain_model(COLUMNS, ROWS), "Companies")
    qtbot.addWidget(found)
    return found


def test_model_is_sound(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(plain_model(COLUMNS, ROWS))


def test_cells_have_texts_tooltips_alignment_and_colour(table: DataTable) -> None:
    def data(row: int, column: int, role: ROLE) -> object:
        return table.rows.data(table.rows.index(row, column), role)

    assert [data(1, column, ROLE.DisplayRole) for column in range(3)] == ["Beta", "2", ""]
    assert data(2, 2, ROLE.ToolTipRole) == "&lt;b&gt;A text too long for the column&lt;/b&gt;"
    assert data(0, 1, ROLE.TextAlignmentRole) == int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert data(0, 0, ROLE.TextAlignmentRole) is None
    assert (data(0, 1, ROLE.ForegroundRole), data(1, 1, ROLE.ForegroundRole)) == (None, QColor("#ff0000"))
    assert table.rows.data(table.rows.index(9, 9)) is None


def test_headings_are_those_of_the_columns(table: DataTable) -> None:
    rows = table.rows
    assert [rows.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == ["Name", "Number", "Note"]
    assert rows.headerData(0, Qt.Orientation.Vertical) is None


def test_rows_are_fetched_in_blocks_when_they_are_seen() -> None:
    fetched: list[list[int]] = []

    def fetch(keys: list[int]) -> list[tuple[str, int, str]]:
        fetched.append(keys)
        return [(str(key), key, "") for key in keys]

    model = TableModel(COLUMNS, fetch)
    model.set_keys(list(range(100, 200)))
    assert (fetched, model.rowCount()) == ([], 100)
    assert (model.text(70, 0), model.text(99, 0)) == ("170", "199")
    assert fetched == [list(range(164, 200))]
    model.renew()
    assert (model.text(0, 0), len(fetched)) == ("100", 2)


def test_rows_that_were_deleted_are_empty_until_the_keys_are_set_anew(qtbot: QtBot) -> None:
    there = ["a", "b"]
    columns = [Column("Name", str, grows=True)]
    table = DataTable(TableModel(columns, lambda keys: [there[key] for key in keys if key < len(there)]), "Names")
    qtbot.addWidget(table)
    table.rows.set_keys([0, 1])
    there.pop()
    table.rows.renew()
    table.offer_columns([*columns, Column("Again", str, grows=True)])
    assert [table.rows.index(row, 0).data() for row in (0, 1)] == [None, None]
    table.rows.set_keys([0])
    assert table.rows.index(0, 1).data() == "a"


def test_renewed_rows_keep_what_is_selected(table: DataTable) -> None:
    table.choose([1])
    table.rows.renew()
    assert table.chosen_keys() == [1]


def test_chosen_rows_are_those_of_the_keys_that_are_shown(table: DataTable) -> None:
    table.choose([2, 0, 7])
    assert (table.chosen_keys(), table.currentIndex().row()) == ([0, 2], 0)
    table.choose([])
    assert table.chosen_keys() == []


def test_copied_rows_have_headings_and_stay_on_their_lines(table: DataTable, qtbot: QtBot) -> None:
    table.choose([0, 1])
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name\tNumber\tNote\nAlpha\t1\ta b\nBeta\t2\t"


def test_enter_and_a_double_click_open_a_row(table: DataTable, qtbot: QtBot) -> None:
    opened: list[int] = []
    table.activated_row.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.choose([1])
    qtbot.keyClick(table, Qt.Key.Key_Enter)
    table.doubleClicked.emit(table.rows.index(2, 0))
    assert opened == [1, 2]


def test_a_heading_sorts_one_way_and_then_the_other(table: DataTable) -> None:
    asked: list[tuple[str, bool]] = []
    table.sort_asked.connect(lambda key, descending: asked.append((key, descending)))
    for section in (0, 0, 1, 2, 0):
        table.horizontalHeader().sectionClicked.emit(section)
    assert asked == [("name", False), ("name", True), ("number", False), ("name", False)]


def test_list_is_taken_out_as_it_is_shown(table: DataTable) -> None:
    table.hideColumn(0)
    found = table.shown("Companies", "all")
    rows = [["1", "a b"], ["2", ""], ["3", "<b>A text too long for the column</b>"]]
    assert found == ShownList("Companies", "all", ["Number", "Note"], rows, [140, 140], frozenset({0}))


def test_headings_of_numbers_stand_right(table: DataTable) -> None:
    aligned = [table.rows.headerData(n, Qt.Orientation.Horizontal, ROLE.TextAlignmentRole) for n in range(3)]
    assert aligned == [None, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), None]


def test_only_what_is_cut_has_a_tooltip(table: DataTable, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "hideText", lambda: told.append(""))
    table.resize(600, 200)
    table.horizontalHeader().setStretchLastSection(False)
    table.setColumnWidth(2, 60)
    assert [table.is_cut(table.rows.index(row, 2)) for row in (1, 2)] == [False, True]
    place = table.visualRect(table.rows.index(1, 0)).center()
    assert table.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, place, table.mapToGlobal(place)))
    assert told == [""]
    place = table.visualRect(table.rows.index(2, 2)).center()
    table.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, place, table.mapToGlobal(place)))
    assert told == [""]


def test_list_is_taken_out_in_the_order_of_its_columns(table: DataTable) -> None:
    table.horizontalHeader().moveSection(2, 0)
    assert table.shown("Companies", "").headings == ["Note", "Name", "Number"]


def test_tab_selects_the_row_it_comes_to_and_leaves_a_selection(table: DataTable) -> None:
    def come(reason: Qt.FocusReason) -> list[int]:
        table.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
        return table.chosen_keys()

    assert come(Qt.FocusReason.MouseFocusReason) == []
    assert come(Qt.FocusReason.TabFocusReason) == [0]
    table.choose([2])
    assert come(Qt.FocusReason.BacktabFocusReason) == [2]
