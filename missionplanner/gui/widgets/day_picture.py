"""A picture of days in which meeting hours are drawn: by dragging, or by keys from a mark that moves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from missionplanner.gui.widgets.day_blocks import (
    EDGE,
    FIRST,
    HOUR,
    LAST,
    LEFT,
    NARROWEST,
    STEP,
    TOP,
    DrawnHours,
    PictureDay,
    clock,
    y_of,
)
from missionplanner.gui.widgets.day_painting import narrowest_day, paint_block, paint_days
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _, current


class _Way(StrEnum):
    DRAW = "draw"
    MOVE = "move"
    RESIZE = "resize"


@dataclass(frozen=True, slots=True)
class _Drag:
    way: _Way
    block: DrawnHours
    at: int
    """The minute at which it was taken."""


def drawing_hint() -> str:
    """Return how hours are drawn, by mouse and by keys."""
    return _(
        "Drag over a day to draw meeting hours; drag them to move, their lower edge to make them longer. Keys: arrows;"
        " Shift+arrows, then Enter, draw; Alt+arrows move; Enter edits; Delete."
    )


class DayPicture(QWidget):
    """Days as columns and hours as rows, with the hours that are drawn."""

    drawn = Signal(object)
    """A block that was drawn."""
    changed = Signal(object, object)
    """A block as it was, and as it was moved or made longer or shorter."""
    removed = Signal(object)
    opened = Signal(object)
    """A block that is to be edited."""
    pointed = Signal(str)
    """The place of the mark, in words."""

    def __init__(self) -> None:
        super().__init__()
        self.days: Sequence[PictureDay] = ()
        self.blocks: Sequence[DrawnHours] = ()
        self.is_writable = True
        self.column, self.minute = 0, 9 * 60
        self._until: int | None = None
        """The other end of what is being drawn by keys."""
        self._drag: _Drag | None = None
        self._ghost: DrawnHours | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Meeting hours by day"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: Sequence[PictureDay], blocks: Sequence[DrawnHours]) -> None:
        """Show these days with these blocks."""
        self.days, self.blocks = tuple(days), tuple(blocks)
        self.column = min(self.column, max(len(self.days) - 1, 0))
        self._drag = self._ghost = None
        self.setMinimumSize(self.sizeHint())
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """All hours, and every day readable."""
        narrowest = max(NARROWEST, narrowest_day(self.days, self.blocks, self.fontMetrics()))
        return QSize(LEFT + narrowest * max(len(self.days), 1), TOP + (LAST - FIRST) * HOUR + 8)

    @property
    def current(self) -> DrawnHours | None:
        """The block the mark is on."""
        return self._block_at(self.column, self.minute)

    def area(self, block: DrawnHours) -> QRectF:
        """Return where a block is."""
        wide = self._wide
        top, bottom = y_of(block.starts), y_of(block.ends)
        return QRectF(LEFT + block.column * wide + 3, top, wide - 6, max(bottom - top, 4))

    @property
    def _wide(self) -> float:
        return (self.width() - LEFT) / max(len(self.days), 1)

    def _place(self, point: QPointF) -> tuple[int, int]:
        """Return the column and the minute at a point, in steps."""
        column = int((point.x() - LEFT) // self._wide) if self.days else 0
        minutes = FIRST * 60 + (point.y() - TOP) * 60 / HOUR
        return max(0, min(column, len(self.days) - 1)), _bounded(round(minutes / STEP) * STEP)

    def _block_at(self, column: int, minute: int) -> DrawnHours | None:
        return next((b for b in self.blocks if b.column == column and b.starts <= minute < b.ends), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a block, its lower edge, or begin a new one."""
        if event.button() != Qt.MouseButton.LeftButton or not self.days:
            return
        self.column, self.minute = self._place(event.position())
        point = event.position()
        block = next((one for one in self.blocks if self.area(one).contains(point)), None)
        self._until = None
        if self.is_writable:
            edge = block is not None and self.area(block).bottom() - point.y() < EDGE
            way = _Way.DRAW if block is None else _Way.RESIZE if edge else _Way.MOVE
            self._drag = _Drag(way, block or DrawnHours(self.column, self.minute, self.minute), self.minute)
        if block:
            self.minute = max(block.starts, min(self.minute, block.ends - STEP))
        self._describe()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where what is dragged would be."""
        if self._drag is None:
            self._point(event.position())
            return
        column, minute = self._place(event.position())
        self._ghost = self._dragged(self._drag, column, minute)
        self.pointed.emit(self._ghost.words)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Put down what was dragged."""
        drag, ghost = self._drag, self._ghost
        self._drag = self._ghost = None
        self.update()
        if drag and ghost and ghost.ends > ghost.starts and ghost != drag.block:
            self._put(drag.block if drag.way is not _Way.DRAW else None, ghost)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Edit a block."""
        if self.current:
            self.opened.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the mark, with Shift they draw, with Alt they move the block, with both they change its end."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        steps = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
        alt, shift = (
            bool(modifiers & one) for one in (Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier)
        )
        if key in steps and alt:
            self._nudge(*steps[key], ends_only=shift)
        elif key in steps:
            self._step(*steps[key], draws=shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Delete and self.current and self.is_writable:
            self.removed.emit(self.current)
        elif key == Qt.Key.Key_Escape and self._until is not None:
            self._until = self._ghost = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        ghost = self._ghost
        if self._until is not None and ghost and ghost.ends > ghost.starts:
            self._until = self._ghost = None
            self._put(None, ghost)
        elif self.current:
            self.opened.emit(self.current)

    def _step(self, across: int, down: int, draws: bool) -> None:
        if draws and down and self.is_writable:
            start = self.minute if self._until is None else self._until
            self._until = start
            self.minute = _bounded(self.minute + down * STEP)
            self._ghost = replace(
                self._fresh, column=self.column, starts=min(start, self.minute), ends=max(start, self.minute)
            )
            self.pointed.emit(self._ghost.words)
            self.setAccessibleDescription(self._ghost.words)
        else:
            self._until = self._ghost = None
            self.column = max(0, min(self.column + across, len(self.days) - 1))
            self.minute = _bounded(self.minute + down * STEP)
            self._describe()
        self.update()

    def _nudge(self, across: int, down: int, ends_only: bool) -> None:
        block = self.current
        if block is None or not self.is_writable:
            return
        starts = block.starts if ends_only else _bounded(block.starts + down * STEP)
        ends = _bounded(block.ends + down * STEP) if ends_only or starts != block.starts else block.ends
        column = block.column if ends_only else max(0, min(block.column + across, len(self.days) - 1))
        moved = replace(block, column=column, starts=starts, ends=ends)
        if moved != block and moved.ends > moved.starts:
            self._put(block, moved)

    def _put(self, before: DrawnHours | None, block: DrawnHours) -> None:
        """Have a block drawn or changed, unless it would lie on another."""
        others = [one for one in self.blocks if one is not before and one.column == block.column]
        if any(one.starts < block.ends and block.starts < one.ends for one in others):
            self.pointed.emit(_("There are meeting hours at this time already."))
            return
        self.column, self.minute = block.column, block.starts
        if before is None:
            self.drawn.emit(block)
        else:
            self.changed.emit(before, block)
        self._describe()

    @property
    def _fresh(self) -> DrawnHours:
        """A new block, cut as the last one was."""
        last = self.blocks[-1] if self.blocks else DrawnHours(0, 0, 0)
        return DrawnHours(0, 0, 0, last.slot, last.buffer)

    def _dragged(self, drag: _Drag, column: int, minute: int) -> DrawnHours:
        """Return the block as it would be put down."""
        block = drag.block
        if drag.way is _Way.DRAW:
            return replace(self._fresh, column=block.column, starts=min(drag.at, minute), ends=max(drag.at, minute))
        if drag.way is _Way.RESIZE:
            return replace(block, ends=max(minute, block.starts + STEP))
        shift = max(FIRST * 60 - block.starts, min(minute - drag.at, LAST * 60 - block.ends))
        return replace(block, column=column, starts=block.starts + shift, ends=block.ends + shift)

    def _point(self, point: QPointF) -> None:
        block = next((one for one in self.blocks if self.area(one).contains(point)), None)
        on_edge = block is not None and self.area(block).bottom() - point.y() < EDGE
        shape = Qt.CursorShape.SizeVerCursor if on_edge else Qt.CursorShape.ArrowCursor
        self.setCursor(shape if block else Qt.CursorShape.CrossCursor)

    def _describe(self) -> None:
        """Say what the mark is on; screen readers see nothing of what is painted."""
        text = ""
        if self.days:
            day, block = self.days[self.column], self.current
            what = block.words if block else clock(self.minute)
            text = f"{day.text}, {current().short_day(day.day)}, {what}"
        self.setAccessibleDescription(text)
        self.pointed.emit(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Days, hours, blocks with their slots, what is being drawn, and the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_days(painter, self.days, self.width(), self.height())
        for block in self.blocks:
            paint_block(painter, block, self.area(block), block is self.current and self.hasFocus())
        if self._ghost:
            painter.setOpacity(0.7)
            paint_block(painter, self._ghost, self.area(self._ghost), True)
            painter.setOpacity(1)
        if self.hasFocus() and self.days:
            painter.setPen(QPen(QColor(colours().accent), 2))
            left = LEFT + self.column * self._wide
            painter.drawLine(QPointF(left, y_of(self.minute)), QPointF(left + self._wide, y_of(self.minute)))
        painter.end()


def _bounded(minutes: int) -> int:
    return max(FIRST * 60, min(minutes, LAST * 60))
