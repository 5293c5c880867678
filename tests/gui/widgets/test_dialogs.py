"""Dialogs stay open at Enter in a list, and open where they were left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QListWidget, QVBoxLayout
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.widgets.dialogs import Dialog


class Choice(Dialog):
    """A list, a line and OK."""

    def __init__(self) -> None:
        super().__init__()
        self.list, self.line = QListWidget(), QLineEdit()
        self.list.addItems(["a", "b"])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        for widget in (self.list, self.line, buttons):
            layout.addWidget(widget)


@pytest.fixture
def dialog(qtbot: QtBot) -> Choice:
    found = Choice()
    qtbot.addWidget(found)
    return found


def test_enter_in_a_list_presses_no_button(dialog: Choice, qtbot: QtBot) -> None:
    dialog.show()
    dialog.activateWindow()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.line.setFocus()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_it_opens_where_and_as_large_as_it_was_left(dialog: Choice, qtbot: QtBot) -> None:
    dialog.show()
    dialog.setGeometry(40, 50, 420, 330)
    place = dialog.geometry()
    dialog.hide()
    again = Choice()
    qtbot.addWidget(again)
    again.show()
    assert again.geometry() == place


@pytest.mark.parametrize("kept", [["Choice|1 2"], ["Choice|a b c d"], ["x"], ["Choice|-9000 -9000 400 300"]])
def test_a_place_off_the_screen_or_none_is_no_place(dialog: Choice, kept: list[str]) -> None:
    settings.write("dialogs", kept)
    dialog.show()
    assert dialog.pos().x() >= 0
