"""The editors of form fields: what is typed, completed and read."""

from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.editors import KINDS, FormField, Grid


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


def test_a_line_shows_the_beginning_of_what_is_longer(qtbot: QtBot) -> None:
    kind, field = KINDS["line"], FormField("address", "Address")
    editor = kind.make(field, lambda: None)
    qtbot.addWidget(editor)
    kind.write(editor, "Av. Paseo de la Reforma 1250, Juárez, 06600 Ciudad de México")
    assert (kind.read(editor)[:3], editor.cursorPosition()) == ("Av.", 0)  # type: ignore[attr-defined]
    kind.write(editor, None)
    assert kind.read(editor) == ""
