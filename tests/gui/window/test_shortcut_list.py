"""The help lists the shortcuts that are set, and no other."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from missionplanner.gui.commands import collected, commands_in
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import Navigation
from missionplanner.gui.window.shortcut_list import shortcut_table, shortcuts


def keys_set(widgets: Iterable[QWidget]) -> set[str]:
    """The shortcuts of buttons, actions and shortcuts in these widgets."""
    found = set()
    for widget in widgets:
        for one in (*widget.findChildren(QShortcut), *widget.findChildren(QAction)):
            keys = one.key() if isinstance(one, QShortcut) else one.shortcut()
            found.add(keys.toString())
    return found - {""}


def test_every_shortcut_that_is_set_is_the_shortcut_of_a_command(window: MainWindow) -> None:
    for one in commands_in(Navigation):
        window.do(one.name)
    known = {QKeySequence(one.shortcut).toString() for one in collected() if one.shortcut}
    assert keys_set([window]) - known == set()


def test_every_shortcut_of_the_menus_is_set(window: MainWindow) -> None:
    wanted = {one.shortcut for one in collected() if one.menu and one.shortcut}
    assert wanted - keys_set([window]) == set()


def test_menus_come_first_then_every_table_then_the_screens(window: MainWindow) -> None:
    found = shortcuts(window.menus.in_order())
    assert found[:3] == [("Ctrl+Shift+N", "New mission"), ("Ctrl+O", "Open"), ("Ctrl+I", "Import")]
    assert ("Ctrl+H", "History") in found
    assert found.index(("Ctrl+/", "Keyboard shortcuts")) < found.index(("F2", "Edit the cell"))
    assert found.index(("F2", "Edit the cell")) < found.index(("L", "Timetable: Lock or unlock"))


def test_table_shows_keys_and_commands(window: MainWindow) -> None:
    table = shortcut_table(window.menus.in_order())
    rows = table.rows
    shown = [(rows.text(row, 0), rows.text(row, 1)) for row in range(rows.rowCount())]
    assert (shown, [column.heading for column in rows.columns]) == (
        shortcuts(window.menus.in_order()),
        ["Keys", "Command"],
    )
