"""Cut, copy, paste and select all act where the cursor was before the menu opened."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from missionplanner.gui.window.clipboard_commands import ClipboardCommands


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    found = QLineEdit("Alimentos del Norte")
    qtbot.addWidget(found)
    return found


def test_they_act_on_the_line_the_cursor_was_in(qapp: QApplication, line: QLineEdit, qtbot: QtBot) -> None:
    commands = ClipboardCommands(qapp)
    menu = QMenu()
    qtbot.addWidget(menu)
    qapp.focusChanged.emit(None, line)
    for gone in (menu, None):
        qapp.focusChanged.emit(line, gone)
    commands.select_all()
    commands.copy()
    assert QGuiApplication.clipboard().text() == "Alimentos del Norte"
    commands.cut()
    assert line.text() == ""
    commands.paste()
    commands.paste()
    assert line.text() == "Alimentos del NorteAlimentos del Norte"


def test_nothing_happens_where_the_widget_is_gone(qapp: QApplication, qtbot: QtBot) -> None:
    commands = ClipboardCommands(qapp)
    line = QLineEdit("x")
    qapp.focusChanged.emit(None, line)
    line.deleteLater()
    qapp.sendPostedEvents(line, 52)  # the deletion itself
    commands.cut()
    commands._widget = None
    commands.paste()
