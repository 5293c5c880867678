"""The editors of form fields: what is typed, completed and read."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.editors import Grid, ListingEdit


def test_listing_field_completes_the_choice_being_typed(qtbot: QtBot) -> None:
    edit = ListingEdit(["Advanced manufacturing", "Agriculture", "Music"])
    qtbot.addWidget(edit)
    edit.show()
    qtbot.keyClicks(edit, "mus")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "agri")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "Music; Agriculture; "


def test_the_grid_is_left_by_tab_and_grows(qtbot: QtBot) -> None:
    grid = Grid(["A", "B"])
    qtbot.addWidget(grid)
    grid.show_rows([("1", "2")])
    grid.setCurrentCell(1, 0)
    grid.item(1, 0).setText("x")
    assert grid.rowCount() == 3
    assert grid.rows() == (("1", "2"), ("x", ""))
    grid.setCurrentCell(0, 1)
    assert grid.focusNextPrevChild(True)
    assert (grid.currentRow(), grid.currentColumn()) == (1, 0)
