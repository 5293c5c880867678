"""The view of the timetable: mouse and keyboard take a meeting up, carry it and put it down."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from missionplanner.gui.timetable.drag_gesture import DragGesture
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.layouts import Place
from missionplanner.gui.timetable.meeting_commands import ACTS
from missionplanner.gui.timetable.painting import GridDelegate
from missionplanner.i18n import _

_ROW, _COLUMN, _EDGE = 48, 170, 28
_ZOOMS = (0.5, 0.6, 0.75, 0.9, 1.0, 1.2, 1.5, 2.0)
_KEYS = {Qt.Key[f"Key_{'Delete' if act.key == 'Del' else act.key}"]: act.name for act in ACTS} | {
    Qt.Key.Key_Space: "take", Qt.Key.Key_Return: "put", Qt.Key.Key_Enter: "put", Qt.Key.Key_Escape: "back",
}  # fmt: skip


class GridView(QTableView):
    """The grid. `act` names what a key asks for."""

    act = Signal(str)
    stepped = Signal()
    """The current cell is another one."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(GridDelegate(self))
        self.setAccessibleName(_("Timetable"))
        self.setAccessibleDescription(
            _("Space takes a meeting up, arrows carry it, Enter puts it down, Esc puts it back.")
        )
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().setMaximumWidth(230)
        self.horizontalHeader().setHighlightSections(False)
        self.gesture = DragGesture(self)
        self._zoom = 1.0
        self._size = self.font().pointSizeF()
        self._scrolling = QTimer(self, interval=30)
        self._scrolling.timeout.connect(self._scroll)
        self._push = QPoint()
        self.set_zoom(1.0)

    @property
    def zoom(self) -> float:
        """How large the cells are, 1 as usual."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Make the cells larger or smaller."""
        self._zoom = min(_ZOOMS, key=lambda one: abs(one - zoom))
        self.verticalHeader().setMinimumSectionSize(18)
        self.verticalHeader().setDefaultSectionSize(round(_ROW * self._zoom))
        self.horizontalHeader().setDefaultSectionSize(round(_COLUMN * self._zoom))
        self.setStyleSheet(f"QTableView {{ font-size: {round(10 * min(max(self._zoom, 0.7), 1.4), 1)}pt; }}")

    def zoom_by(self, steps: int) -> None:
        """Make the cells larger (positive) or smaller."""
        place = _ZOOMS.index(self._zoom) + steps
        self.set_zoom(_ZOOMS[min(max(place, 0), len(_ZOOMS) - 1)])

    def seen(self) -> list[Place]:
        """The cells that are seen."""
        area = self.viewport().rect()
        rows = range(max(self.rowAt(0), 0), self._last(self.rowAt(area.bottom()), self.model().rowCount()))
        columns = range(max(self.columnAt(0), 0), self._last(self.columnAt(area.right()), self.model().columnCount()))
        return [(row, column) for row in rows for column in columns]

    def place_at(self, point: QPoint) -> Place | None:
        """The cell at a point of the screen."""
        local = self.viewport().mapFromGlobal(point)
        if not self.viewport().rect().contains(local):
            return None
        index = self.indexAt(local)
        return (index.row(), index.column()) if index.isValid() else None

    def go_to(self, place: Place) -> None:
        """Make a cell the current one and show it."""
        index = self.model().index(*place)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def push_edge(self, point: QPoint | None) -> None:
        """Scroll while something is carried to an edge; None stops it."""
        self._push = QPoint()
        area = self.viewport().rect()
        local = self.viewport().mapFromGlobal(point) if point is not None else QPoint(-999, -999)
        if area.adjusted(-60, -60, 60, 60).contains(local):
            self._push = QPoint(_pushed(local.x(), area.width()), _pushed(local.y(), area.height()))
        if self._push.isNull():
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take up, put down, put back, and the acts on a meeting; the rest is the view's."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and (name := _KEYS.get(key)):
            self.act.emit(name)
        elif event.matches(QKeySequence.StandardKey.ZoomIn) or (key == Qt.Key.Key_Equal and not plain):
            self.zoom_by(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0 and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(1.0)
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell that another cell is the current one."""
        super().currentChanged(current, previous)
        self.stepped.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """No card while something is carried."""
        if isinstance(event, QHelpEvent) and self.gesture.is_on:
            return True
        return super().viewportEvent(event)

    def card_area(self) -> QRect:
        """The current cell on the screen, where its menu opens."""
        area = self.visualRect(self.currentIndex())
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def _last(self, found: int, count: int) -> int:
        return count if found < 0 else found + 1

    def _scroll(self) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + self._push.x())
        down.setValue(down.value() + self._push.y())


def _pushed(at: int, length: int) -> int:
    if at < _EDGE:
        return at - _EDGE
    return max(0, at - (length - _EDGE))
