"""The layout of a calendar: days as columns, minutes down, events that overlap beside one another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize

from missionplanner.domain.events import Event
from missionplanner.domain.mission import Stop
from missionplanner.domain.time import in_zone, local
from missionplanner.domain.transfers import ends_of
from missionplanner.i18n import current

FIRST, LAST, STEP = 6, 24, 15
"""The hours a calendar shows at least, and the minutes events are moved by."""
HOUR, LEFT, TOP, NARROWEST, LANE = 42, 48, 44, 190, 92
"""Pixels: an hour, the hours at the left, the days at the top, a day at least, an event at least (its times fit in)."""
SHORTEST = 20
"""Pixels an event is high at least: a line of text."""


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A day of a stop, on its clocks."""

    stop_id: int
    day: date
    zone: str
    text: str
    """The stop and, in a line of its own, the day."""
    note: str = ""
    """The time zone, where the stops do not share one."""

    def moment(self, minutes: int) -> datetime:
        """The time so many minutes after midnight."""
        return local(self.day, time(), self.zone) + timedelta(minutes=minutes)

    def minutes(self, moment: datetime) -> int:
        """The minutes from midnight to a time, at least 0 and at most a whole day."""
        here = in_zone(moment, self.zone)
        if here.date() != self.day:
            return 0 if here.date() < self.day else 24 * 60
        return here.hour * 60 + here.minute


@dataclass(frozen=True, slots=True)
class CalendarPlace:
    """Where an event is, or would be."""

    column: int
    starts: int
    """Minutes after midnight."""
    ends: int
    """Minutes after the same midnight: more than a day has where it ends on the next."""


@dataclass(frozen=True, slots=True)
class CalendarGeometry:
    """Where days and minutes are in a calendar."""

    width: int
    columns: Sequence[DayColumn]
    first: int = FIRST
    """The first hour that is shown."""
    stops: Mapping[int, Stop] = field(default_factory=dict)
    """The stops of the mission by key, for what ends at one whose days are not shown."""

    def times(self, event: Event) -> str:
        """The times of an event, of a journey with its cities."""
        if event.stop_id in self.stops:
            return ends_of(event, self.stops).times(current())
        zone = next((column.zone for column in self.columns if column.stop_id == event.stop_id), "UTC")
        return current().times(in_zone(event.starts, zone), in_zone(event.ends, zone))

    @property
    def column_width(self) -> float:
        """How wide a day is."""
        return (self.width - LEFT) / max(len(self.columns), 1)

    @property
    def lanes(self) -> int:
        """How many events are readable beside one another in a day."""
        return max(int((self.column_width - 6) // LANE), 1)

    @property
    def size(self) -> QSize:
        """The least room a calendar needs."""
        return QSize(LEFT + NARROWEST * len(self.columns), TOP + (LAST - self.first) * HOUR)

    def y(self, minutes: int) -> float:
        """Where a minute after midnight is."""
        return TOP + (minutes / 60 - self.first) * HOUR

    def area(self, place: CalendarPlace) -> QRectF:
        """The area of a place, high enough to be read and cut at midnight."""
        top = self.y(place.starts)
        height = max(self.y(min(place.ends, LAST * 60)) - top, SHORTEST)
        return QRectF(LEFT + place.column * self.column_width + 3, top, self.column_width - 6, height)

    def column_at(self, x: float) -> int:
        """The place of the column at an abscissa; outside the days it is none of theirs."""
        return int((x - LEFT) // self.column_width)

    def minutes_at(self, y: float) -> int:
        """The minute after midnight at an ordinate."""
        return round(((y - TOP) / HOUR + self.first) * 60)

    def place_of(self, event: Event) -> CalendarPlace:
        """Where an event is."""
        place = self.column_of(event)
        starts = self.columns[place].minutes(event.starts)
        return CalendarPlace(place, starts, starts + round((event.ends - event.starts).total_seconds() / 60))

    def column_of(self, event: Event) -> int:
        """The place of the day on which an event begins; 0 where that day is not shown."""
        for place, column in enumerate(self.columns):
            if column.stop_id == event.stop_id and in_zone(event.starts, column.zone).date() == column.day:
                return place
        return 0

    def dragged(self, now: CalendarPlace, point: QPointF, grip: int, resizes: bool) -> CalendarPlace:
        """Where an event is that was taken so many minutes after its beginning, and dragged to a point."""
        minutes = self.minutes_at(point.y())
        if resizes:
            return replace(now, ends=max(round(minutes / STEP) * STEP, now.starts + STEP))
        column = min(max(self.column_at(point.x()), 0), len(self.columns) - 1)
        starts = min(max(round((minutes - grip) / STEP) * STEP, 0), LAST * 60 - STEP)
        return CalendarPlace(column, starts, starts + now.ends - now.starts)

    def nudged(self, now: CalendarPlace, across: int, down: int, resizes: bool) -> CalendarPlace:
        """Where an event is after so many steps to other days and times, or with its end moved by them."""
        if resizes:
            return replace(now, ends=max(now.ends + down * STEP, now.starts + STEP))
        column = min(max(now.column + across, 0), len(self.columns) - 1)
        steps = down * STEP if 0 <= now.starts + down * STEP < LAST * 60 else 0
        return CalendarPlace(column, now.starts + steps, now.ends + steps)

    def event_at(self, event: Event, place: CalendarPlace) -> Event:
        """An event as it would be in a place."""
        column = self.columns[place.column]
        return replace(
            event, starts=column.moment(place.starts), ends=column.moment(place.ends), stop_id=column.stop_id
        )


def lanes_of(events: Sequence[Event]) -> dict[int, tuple[int, int]]:
    """The lane of each event (by key) and how many lanes share its width; events come in the order of time.

    Events that overlap, also through others, form a group: it has as many lanes as overlap at one time at most.
    """
    found: dict[int, tuple[int, int]] = {}
    group: list[tuple[Event, int]] = []

    def close() -> None:
        lanes = max((lane for _event, lane in group), default=0) + 1
        found.update({event.id: (lane, lanes) for event, lane in group})
        group.clear()

    for event in events:
        if group and not any(e.stop_id == event.stop_id and e.ends > event.starts for e, _lane in group):
            close()
        busy = {lane for e, lane in group if e.ends > event.starts}
        lane = next(n for n in range(len(group) + 1) if n not in busy)
        group.append((event, lane))
    close()
    return found


def shown_lanes(lanes: Mapping[int, tuple[int, int]], room: int) -> dict[int, tuple[int, int]]:
    """The lanes of the events that are shown where there is room for so many beside one another.

    The last lane then holds what stands for the others; those are left out.
    """
    found = {}
    for key, (lane, among) in lanes.items():
        if among <= room:
            found[key] = lane, among
        elif lane < room - 1:
            found[key] = lane, room
    return found


def lane_area(whole: QRectF, lane: int, lanes: int) -> QRectF:
    """The part of an area that one of its lanes has."""
    wide = whole.width() / lanes
    return QRectF(whole.left() + lane * wide, whole.top(), wide - 1, whole.height())


def signs(hidden: Iterable[tuple[QRectF, Event]]) -> list[tuple[QRectF, list[Event]]]:
    """Return where a sign stands for events without room, and for which: those whose areas overlap share one."""
    found: list[tuple[QRectF, list[Event]]] = []
    for area, event in hidden:
        if found and found[-1][0].adjusted(0, 0, 0, 1).intersects(area):
            found[-1] = found[-1][0].united(area), [*found[-1][1], event]
        else:
            found.append((area, [event]))
    return found
