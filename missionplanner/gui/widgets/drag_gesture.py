"""The gesture of dragging with the mouse: press, carry, let go."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication


class DragGesture(QObject):
    """Turns presses and moves of the mouse over a list into taking up, carrying and letting go."""

    taken = Signal(QPoint)
    """Where in the list it was taken."""
    carried = Signal(QPoint)
    """Where on the screen it is now."""
    let_go = Signal(QPoint)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._from: QPoint | None = None
        self.is_on = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the mouse; while something is carried the list does not get its events."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseMove and self._from is not None:
            return self._on_moved(event, self._from)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._from = None
            if self.is_on:
                self.is_on = False
                self.let_go.emit(event.globalPosition().toPoint())
                return True
        return False

    def _on_moved(self, event: QMouseEvent, start: QPoint) -> bool:
        if not self.is_on:
            far = (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance()
            if not far or not event.buttons() & Qt.MouseButton.LeftButton:
                return False
            self.is_on = True
            self.taken.emit(start)
            if not self.is_on:
                return False
        self.carried.emit(event.globalPosition().toPoint())
        return True

    def stop(self) -> None:
        """Carry nothing any more."""
        self.is_on, self._from = False, None
