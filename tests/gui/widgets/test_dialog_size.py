"""Dialogs open with the size they ask for, within their screen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.dialog_size import Scrolled, open_with


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


def test_scrolled_contents_want_all_their_room_and_need_little_of_their_height(qtbot: QtBot) -> None:
    inside = QWidget()
    inside.setMinimumSize(300, 700)
    scrolled = Scrolled(inside)
    qtbot.addWidget(scrolled)
    scrolled.resize(400, 200)
    scrolled.show()
    assert scrolled.sizeHint().height() >= 700
    assert (scrolled.minimumSizeHint().height(), scrolled.minimumSizeHint().width() > 300) == (120, True)
    assert (scrolled.verticalScrollBar().maximum() >= 500, scrolled.horizontalScrollBar().maximum()) == (True, 0)
