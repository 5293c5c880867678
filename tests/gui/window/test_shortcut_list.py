"""The help lists the shortcuts that are set, and no other."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from missionplanner.gui.commands import collected, commands_in
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import Navigation
from missionplanner.gui.window.shortcut_list import Shortcut, ShortcutList, shortcuts


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
    assert found[:2] == [Shortcut("File", "Ctrl+Shift+N", "New mission"), Shortcut("File", "Ctrl+O", "Open")]
    places = list(dict.fromkeys(one.place for one in found))
    assert places[:7] == ["File", "Edit", "Go", "View", "Help", "Every table", "Companies"]
    assert Shortcut("Timetable", "L", "Lock or unlock") in found


def test_table_shows_where_keys_and_commands(window: MainWindow) -> None:
    shown = ShortcutList(window.menus.in_order())
    rows = shown.table.rows
    texts = [tuple(rows.text(row, column) for column in range(3)) for row in range(rows.rowCount())]
    assert (texts, [column.heading for column in rows.columns]) == (
        [(one.place, one.keys, one.text) for one in shortcuts(window.menus.in_order())],
        ["Where", "Keys", "Command"],
    )


def test_shortcuts_are_searched_by_place_keys_and_words(window: MainWindow) -> None:
    shown = ShortcutList(window.menus.in_order())
    shown.line.setText("timetable LOCK")
    rows = shown.table.rows
    assert [rows.text(row, 2) for row in range(rows.rowCount())] == ["Lock or unlock"]
    shown.line.setText("")
    assert rows.rowCount() == len(shortcuts(window.menus.in_order()))
