"""Ctrl+K finds companies, people and commands."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.window.finder import Finder
from missionplanner.gui.window.main_window import MainWindow
from tests.builders import key_of


def test_finder_leads_to_companies_people_and_commands(window: MainWindow, qtbot: QtBot) -> None:
    gone: list[object] = []

    def finder() -> Finder:
        entries = [(one, partial(gone.append, one.name)) for one, _lead in window.menus.entries()]
        found = Finder(window.workspace, entries, gone.append)
        qtbot.addWidget(found)
        return found

    typed = finder()
    qtbot.keyClicks(typed.line, "acadian sol")
    qtbot.keyClick(typed.line, Qt.Key.Key_Return)
    other = finder()
    other.line.setText("keyboard")
    other._take()
    assert gone == [key_of(window.workspace.store, "Acadian Solar"), "show_shortcuts"]
