"""Pressing, carrying and letting go with the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.drag_gesture import DragGesture

LEFT, RIGHT, NO = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot: QtBot) -> QListWidget:
    found = QListWidget()
    qtbot.addWidget(found)
    found.resize(200, 200)
    found.show()
    return found


@pytest.fixture
def gesture(view: QListWidget) -> tuple[DragGesture, list[str]]:
    """The gesture over the list, and what it emitted."""
    found, events = DragGesture(view), []
    found.taken.connect(lambda point: events.append(f"taken at {point.x()}"))
    found.carried.connect(lambda point: events.append(f"carried to {view.viewport().mapFromGlobal(point).x()}"))
    found.let_go.connect(lambda point: events.append(f"let go at {view.viewport().mapFromGlobal(point).x()}"))
    return found, events


def drag(view: QListWidget, *xs: int, button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(view.viewport(), button, NO, QPoint(xs[0], 50))
    for x in xs[1:]:
        QTest.mouseMove(view.viewport(), QPoint(x, 50))
    QTest.mouseRelease(view.viewport(), button, NO, QPoint(xs[-1], 50))


def test_what_is_pressed_is_taken_carried_and_let_go(view: QListWidget, gesture: tuple[DragGesture, list[str]]) -> None:
    drag(view, 20, 60, 90)
    assert gesture[1] == ["taken at 20", "carried to 60", "carried to 90", "let go at 90"]
    assert not gesture[0].is_on


def test_a_small_movement_is_a_click(view: QListWidget, gesture: tuple[DragGesture, list[str]]) -> None:
    drag(view, 20, 22)
    assert gesture[1] == []


def test_the_other_button_carries_nothing(view: QListWidget, gesture: tuple[DragGesture, list[str]]) -> None:
    drag(view, 20, 90, button=RIGHT)
    assert gesture[1] == []


def test_what_cannot_be_taken_is_not_carried(view: QListWidget, gesture: tuple[DragGesture, list[str]]) -> None:
    gesture[0].taken.connect(lambda _point: gesture[0].stop())
    drag(view, 20, 60, 90)
    assert gesture[1] == ["taken at 20"]
