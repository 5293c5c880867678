"""The mouse over the timetable."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from missionplanner.gui.timetable.screen import TimetableScreen


def at(screen: TimetableScreen, row: int, column: int) -> QPoint:
    """The middle of a cell."""
    return screen.grid.visualRect(screen.model.index(row, column)).center()


def drag(screen: TimetableScreen, start: QPoint, end: QPoint, source: QAbstractItemView | None = None) -> None:
    """Press in a list (the grid unless another is given), carry in three steps, let go over the grid."""
    view = (source or screen.grid).viewport()
    target = view.mapFromGlobal(screen.grid.viewport().mapToGlobal(end))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(view, start + (target - start) * part)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target)
