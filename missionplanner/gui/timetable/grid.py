"""The view of the timetable: mouse and keyboard take a meeting up, carry it and put it down."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from missionplanner.gui.commands import command
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.layouts import Place
from missionplanner.gui.timetable.painting import GridDelegate
from missionplanner.gui.widgets.drag_gesture import DragGesture
from missionplanner.i18n import N_, _

_ROW, _COLUMN, _EDGE = 48, 170, 28
_ZOOMS = (0.5, 0.6, 0.75, 0.9, 1.0, 1.2, 1.5, 2.0)


class GridView(QTableView):
    """The grid. Its keys are those of the commands the screen gives it, Enter, and the keys that zoom."""

    entered_cell = Signal()
    """Enter was pressed in the current cell."""
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
        self.take_key: Callable[[QKeyEvent], bool] = lambda _event: False
        """Carries out the command of a key; returns whether there is one."""
        self._zoom = 1.0
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

    @command(N_("Larger cells"), "Ctrl++", "zoom-in")
    def zoom_in(self) -> None:
        """Make the cells larger, up to twice the usual size."""
        self._step_zoom(1)

    @command(N_("Smaller cells"), "Ctrl+-", "zoom-out")
    def zoom_out(self) -> None:
        """Make the cells smaller, down to half the usual size."""
        self._step_zoom(-1)

    @command(N_("Usual size of the cells"), "Ctrl+0")
    def usual_zoom(self) -> None:
        """Give the cells their usual size."""
        self.set_zoom(1.0)

    def seen(self) -> list[Place]:
        """The cells that are seen."""
        area = self.viewport().rect()
        rows = range(max(self.rowAt(0), 0), _end(self.rowAt(area.bottom()), self.model().rowCount()))
        columns = range(max(self.columnAt(0), 0), _end(self.columnAt(area.right()), self.model().columnCount()))
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
        """Carry out a command, enter the current cell, or zoom; the rest is the view's."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.take_key(event):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.entered_cell.emit()
        elif event.matches(QKeySequence.StandardKey.ZoomIn) or (key == Qt.Key.Key_Equal and control):
            self.zoom_in()  # the plus of most keyboards needs Shift: the key it shares with = is meant as well
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif key == Qt.Key.Key_0 and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.usual_zoom()
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Emit that another cell is the current one."""
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

    def _step_zoom(self, steps: int) -> None:
        place = _ZOOMS.index(self._zoom) + steps
        self.set_zoom(_ZOOMS[min(max(place, 0), len(_ZOOMS) - 1)])

    def _scroll(self) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + self._push.x())
        down.setValue(down.value() + self._push.y())


def _end(last: int, count: int) -> int:
    """The end of a range up to the last cell that is seen; rowAt and columnAt give -1 beyond the cells."""
    return count if last < 0 else last + 1


def _pushed(at: int, length: int) -> int:
    """How far to scroll while something is held so near an edge: the nearer, the farther."""
    if at < _EDGE:
        return at - _EDGE
    return max(0, at - (length - _EDGE))
