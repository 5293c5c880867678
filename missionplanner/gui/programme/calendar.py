"""The calendar of events: a column a day, hours down; events are dragged, resized and copied by mouse and keyboard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.mission import Stop
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Session
from missionplanner.gui.programme.calendar_layout import (
    FIRST,
    CalendarGeometry,
    CalendarPlace,
    DayColumn,
    lane_area,
    lanes_of,
    shown_lanes,
    signs,
)
from missionplanner.gui.programme.calendar_painting import (
    paint_days,
    paint_event,
    paint_hours,
    paint_more,
    paint_session,
)
from missionplanner.gui.widgets.plain_text import Menu, literal
from missionplanner.i18n import _, current

_EDGE = 7
"""Pixels above the lower edge of an event in which it is resized."""


@dataclass(frozen=True, slots=True)
class EventDrag:
    """A drag of an event by the mouse."""

    event: Event
    grip: int
    """Minutes from its beginning to where it was taken."""
    way: str
    """move, copy or resize"""


class Calendar(QWidget):
    """Shows events over sessions. It emits what the user wants; nothing is written here."""

    moved = Signal(object, object, object, int)
    """Event, its new beginning and end, its stop."""
    copied = Signal(object, object, int)
    """Event, the beginning of its copy, the stop."""
    opened = Signal(object)
    chosen = Signal(object)
    pointed = Signal(object)
    """The Event as it would be where it is dragged."""
    wanted = Signal(object, object)
    """The beginning and the stop of a new event."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: list[DayColumn] = []
        self._events: list[Event] = []
        self._sessions: list[tuple[int, Session]] = []
        self._lanes: dict[int, tuple[int, int]] = {}
        self._abreast: dict[int, int] = {}
        self._meetings: Mapping[int, int] = {}
        self.current: Event | None = None
        self._drag: EventDrag | None = None
        self._pressed: tuple[QPointF, EventDrag] | None = None
        self._ghost: CalendarPlace | None = None
        self._taken: Event | None = None
        self.take_key: Callable[[QKeyEvent], bool] = lambda _event: False
        """Carries out the command of a key; returns whether there is one."""
        self.stops: Mapping[int, Stop] = {}
        self.is_writable = True
        self.first = FIRST
        """The first hour that is shown: earlier where an event begins earlier."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Calendar"))

    def show_days(
        self,
        columns: Sequence[DayColumn],
        events: Sequence[Event],
        sessions: Sequence[tuple[int, Session]],
        meetings: Mapping[int, int],
    ) -> None:
        """Show these days with their events and sessions (each with its stop); meetings: how many by session."""
        self._meetings = meetings
        self.columns, self._sessions = list(columns), list(sessions)
        shown = {(column.stop_id, column.day) for column in columns}
        zones = {column.stop_id: column.zone for column in columns}
        self._events = [
            e for e in events if e.stop_id in zones and (e.stop_id, in_zone(e.starts, zones[e.stop_id]).date()) in shown
        ]
        # The arrow keys go from event to event in this order.
        self._events.sort(key=lambda e: (self.geometry_.column_of(e), e.starts, e.ends, e.id))
        self._lanes = lanes_of(self._events)
        self._abreast = self.geometry_.most_abreast(self._events, self._lanes)
        self.first = min([FIRST, *(self.place_of(event).starts // 60 for event in self._events)])
        # Events are read anew after every change: the current one is found again by its key.
        key = self.current.id if self.current else 0
        self._choose(next((e for e in self._events if e.id == key), None))
        self.setMinimumSize(self.geometry_.size)
        self.put_back()

    def sizeHint(self) -> QSize:
        """As much as is needed."""
        return self.minimumSize()

    def put_back(self) -> None:
        """Drag nothing any more."""
        self._drag = self._ghost = self._pressed = None
        self.update()

    @property
    def geometry_(self) -> CalendarGeometry:
        """Where days and minutes are now."""
        return CalendarGeometry(self.width(), self.columns, self.first, self.stops, self._abreast)

    def place_of(self, event: Event) -> CalendarPlace:
        """Where an event is."""
        return self.geometry_.place_of(event)

    def area_of(self, event: Event) -> QRectF:
        """The area of an event, in its lane."""
        return lane_area(self.geometry_.area(self.place_of(event)), *self._shown.get(event.id, (0, 1)))

    def event_at(self, point: QPointF) -> Event | None:
        """The event at a point."""
        # What is painted last lies on top.
        shown = self._shown
        return next((e for e in reversed(self._events) if e.id in shown and self.area_of(e).contains(point)), None)

    def more_at(self, point: QPointF) -> list[Event]:
        """The events for which a sign stands at a point."""
        return next((hidden for area, hidden in self._more() if area.contains(point)), [])

    @property
    def _shown(self) -> dict[int, tuple[int, int]]:
        """The lanes of the events there is room for."""
        return shown_lanes(self._lanes, self.geometry_.room(self._events))

    def _more(self) -> list[tuple[QRectF, list[Event]]]:
        """Where a sign stands for events that are not shown, and for which."""
        shown, geometry = self._shown, self.geometry_
        room = geometry.room(self._events)
        hidden = [event for event in self._events if event.id not in shown]
        return signs((lane_area(geometry.area(self.place_of(e)), room[e.id] - 1, room[e.id]), e) for e in hidden)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an event; what is done to it depends on where it is taken and whether Ctrl is held."""
        found = self.event_at(event.position())
        if found is None and (hidden := self.more_at(event.position())):
            choices = [(self.sentence(one), partial(self._choose, one)) for one in hidden]
            _offer(self, choices, event.globalPosition().toPoint())
            return
        self._choose(found)
        if found and event.button() == Qt.MouseButton.LeftButton and self.is_writable:
            edge = self.area_of(found).bottom() - event.position().y() < _EDGE
            copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            way = "resize" if edge else "copy" if copies else "move"
            grip = self.geometry_.minutes_at(event.position().y()) - self.place_of(found).starts
            self._pressed = event.position(), EventDrag(found, grip, way)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the event that was taken; otherwise show what could be done here."""
        # An unsteady click is no drag.
        if self._pressed and (event.position() - self._pressed[0]).manhattanLength() > 6:
            self._drag = self._pressed[1]
        if self._drag is None:
            found = self.event_at(event.position())
            edge = found is not None and self.area_of(found).bottom() - event.position().y() < _EDGE
            self.setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        self._ghost = self._dragged_to(self._drag, event.position())
        self.pointed.emit(self.geometry_.event_at(self._drag.event, self._ghost))
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Emit where the event is wanted."""
        drag, ghost = self._drag, self._ghost
        self.put_back()
        if drag and ghost:
            self._ask(drag.event, ghost, drag.way)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an event, or begin a new one."""
        self._pressed = None
        found = self.event_at(event.position())
        column = self.geometry_.column_at(event.position().x())
        if found:
            self.opened.emit(found)
        elif 0 <= column < len(self.columns) and self.is_writable:
            # New events begin at a full or half hour.
            minutes = self.geometry_.minutes_at(event.position().y()) // 30 * 30
            self.wanted.emit(self.columns[column].moment(minutes), self.columns[column].stop_id)

    def _dragged_to(self, drag: EventDrag, point: QPointF) -> CalendarPlace:
        now = self.place_of(drag.event)
        return self.geometry_.dragged(now, point, drag.grip, drag.way == "resize")

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from event to event; with Alt they move it, with Alt and Shift they change its length."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
        if key in steps and alt and self.current and self.is_writable:
            self._nudge(self.current, *steps[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in steps and self._events:
            self._step(sum(steps[key]))
        elif self.current and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current)
        elif not self.take_key(event) and not self._copies(event):
            super().keyPressEvent(event)

    def _copies(self, event: QKeyEvent) -> bool:
        """Ctrl+C remembers an event, Ctrl+V puts a copy on the day after the current one."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_C and self.current:
            self._taken = self.current
        elif control and event.key() == Qt.Key.Key_V and self._taken and self.is_writable:
            now = self.place_of(self._taken)
            here = self.place_of(self.current).column if self.current else now.column
            column = min(here + 1, len(self.columns) - 1)
            self._ask(self._taken, replace(now, column=column), "copy")
        else:
            return False
        return True

    def _nudge(self, event: Event, across: int, down: int, resizes: bool) -> None:
        wanted = self.geometry_.nudged(self.place_of(event), across, down, resizes)
        self._ask(event, wanted, "resize" if resizes else "move")

    def _step(self, steps: int) -> None:
        keys = [event.id for event in self._events]
        place = keys.index(self.current.id) + steps if self.current and self.current.id in keys else 0
        self._choose(self._events[min(max(place, 0), len(keys) - 1)])

    def _choose(self, event: Event | None) -> None:
        self.current = event
        # Screen readers see nothing of what is painted.
        self.setAccessibleDescription(self.sentence(event) if event else "")
        self.chosen.emit(event)
        self.update()

    def _ask(self, event: Event, place: CalendarPlace, way: str) -> None:
        wanted = self.geometry_.event_at(event, place)
        if way == "copy":
            self.copied.emit(event, wanted.starts, wanted.stop_id)
        elif (wanted.starts, wanted.ends, wanted.stop_id) != (event.starts, event.ends, event.stop_id):
            self.moved.emit(event, wanted.starts, wanted.ends, wanted.stop_id)

    def sentence(self, event: Event) -> str:
        """An event in words."""
        column = self.columns[self.geometry_.column_of(event)] if self.columns else None
        when = f"{column.text if column else ''}, {self.geometry_.times(event)}".replace("\n", ", ")
        return f"{event.name(current().language)}: {EventKind(event.kind).label}, {when}, {event.audience.label}"

    def event(self, event: QEvent) -> bool:
        """Describe an event when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.event_at(QPointF(event.pos()))
            shown = [found] if found else self.more_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), literal("\n".join(self.sentence(one) for one in shown)), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Days, hours, sessions, events, and where a dragged one would be."""
        painter, geometry = QPainter(self), self.geometry_
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_days(painter, geometry, self.height())
        for stop_id, session in self._sessions:
            paint_session(painter, geometry, stop_id, session, self._meetings.get(session.id, 0))
        shown = self._shown
        for event in (one for one in self._events if one.id in shown):
            paint_event(painter, event, self.geometry_.times(event), self.area_of(event), event is self.current)
        for area, hidden in self._more():
            if self.current in hidden:
                paint_event(painter, self.current, self.geometry_.times(self.current), area, True)
            else:
                paint_more(painter, area, len(hidden))
        if self._drag and self._ghost:
            painter.setOpacity(0.75)
            dragged = geometry.event_at(self._drag.event, self._ghost)
            paint_event(painter, dragged, self.geometry_.times(dragged), geometry.area(self._ghost), True)
        painter.setOpacity(1)
        paint_hours(painter, geometry, max(-self.x(), 0), self.height())
        painter.end()


def _offer(parent: QWidget, choices: Sequence[tuple[str, Callable[[], None]]], place: QPoint) -> None:
    """List events of which one is chosen."""
    menu = Menu(parent)
    for text, choose in choices:
        menu.entry(text).triggered.connect(lambda _checked=False, act=choose: act())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
