"""The layout of a calendar: days as columns, minutes down, events that overlap beside one another."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize

from missionplanner.domain.events import Event
from missionplanner.domain.mission import Stop
from missionplanner.domain.time import in_zone, local
from missionplanner.domain.transfers import ends_of
from missionplanner.i18n import current

FIRST, LAST, STEP = 6, 24, 15
"""The hours a calendar shows at least, and the minutes events are moved by."""
HOUR, LEFT, TOP, NARROWEST, LANE, GAP = 42, 48, 44, 140, 92, 6
"""Pixels: an hour, the hours at the left, the days at the top, a day at least, an event at least (its times fit in),
between the events of two days."""
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
    abreast: Mapping[int, int] = field(default_factory=dict)
    """How many events overlap at most in a column, by its place; one where it is not in here."""

    def times(self, event: Event) -> str:
        """The times of an event, of a journey with its cities."""
        if event.stop_id in self.stops:
            return ends_of(event, self.stops).times(current())
        zone = next((column.zone for column in self.columns if column.stop_id == event.stop_id), "UTC")
        return current().times(in_zone(event.starts, zone), in_zone(event.ends, zone))

    @property
    def _least(self) -> list[int]:
        """The width each day needs: two events that overlap are readable beside one another."""
        days = range(len(self.columns))
        return [max(NARROWEST, min(self.abreast.get(place, 1), 2) * LANE + GAP) for place in days]

    @property
    def edges(self) -> list[float]:
        """The left edges of the days and the right one of the last.

        What room there is goes to the days with more events at a time, those first that lack least, then to all alike.
        """
        wide = self._least
        spare = max(self.width - LEFT - sum(wide), 0)
        lacking = {place: many - 2 for place, many in self.abreast.items() if many > 2}
        for place in sorted(lacking, key=lambda one: (lacking[one], one)):
            given = min(lacking[place], spare // LANE) * LANE
            wide[place] += given
            spare -= given
        equal = spare / max(len(wide), 1)
        return list(accumulate((width + equal for width in wide), initial=LEFT))

    def lanes(self, place: int) -> int:
        """How many events are readable beside one another in the day of a column."""
        edges = self.edges
        return max(int((edges[place + 1] - edges[place] - GAP) // LANE), 1)

    def room(self, events: Iterable[Event]) -> dict[int, int]:
        """How many events are readable beside one another on the day of each, by its key."""
        lanes = [self.lanes(place) for place in range(len(self.columns))]
        return {event.id: lanes[self.column_of(event)] for event in events}

    def most_abreast(self, events: Iterable[Event], lanes: Mapping[int, tuple[int, int]]) -> dict[int, int]:
        """How many events overlap at most in each column that has any, by their lanes."""
        found: dict[int, int] = {}
        for event in events:
            place = self.column_of(event)
            found[place] = max(found.get(place, 1), lanes[event.id][1])
        return found

    @property
    def size(self) -> QSize:
        """The least room a calendar needs."""
        return QSize(LEFT + sum(self._least), TOP + (LAST - self.first) * HOUR)

    def y(self, minutes: int) -> float:
        """Where a minute after midnight is."""
        return TOP + (minutes / 60 - self.first) * HOUR

    def area(self, place: CalendarPlace) -> QRectF:
        """The area of a place, high enough to be read and cut at midnight."""
        top = self.y(place.starts)
        height = max(self.y(min(place.ends, LAST * 60)) - top, SHORTEST)
        edges = self.edges[place.column : place.column + 2]
        return QRectF(edges[0] + GAP / 2, top, edges[1] - edges[0] - GAP, height)

    def column_at(self, x: float) -> int:
        """The place of the column at an abscissa; outside the days it is none of theirs."""
        return bisect_right(self.edges, x) - 1

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


def shown_lanes(lanes: Mapping[int, tuple[int, int]], room: Mapping[int, int]) -> dict[int, tuple[int, int]]:
    """The lanes of the events that are shown where there is room for so many (by key) beside one another.

    The last lane then holds what stands for the others; those are left out.
    """
    found = {}
    for key, (lane, among) in lanes.items():
        if among <= room[key]:
            found[key] = lane, among
        elif lane < room[key] - 1:
            found[key] = lane, room[key]
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
