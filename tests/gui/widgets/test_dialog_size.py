"""Dialogs open with the size they ask for, within their screen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.dialog_size import open_with


@pytest.mark.parametrize(
    ("room", "size"), [((1280, 720), (1000, 620)), ((853, 480), (829, 424)), ((1000, 900), (976, 620))]
)
def test_a_dialog_is_never_larger_than_its_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, room: tuple[int, int], size: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, *room))
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_with(dialog, 1000, 620)
    assert (dialog.width(), dialog.height()) == size
