"""Where events lie in a calendar: the days as columns, the minutes of a day, events that overlap beside one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from missionplanner.domain.events import Event
from missionplanner.domain.time import in_zone, local


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A day of a stop, on its clocks."""

    stop_id: int
    day: date
    zone: str
    text: str
    note: str = ""

    def moment(self, minutes: int) -> datetime:
        """The moment so many minutes after midnight."""
        return local(self.day, time(), self.zone) + timedelta(minutes=minutes)

    def minutes(self, moment: datetime) -> int:
        """How many minutes after midnight a moment is; beyond the day it is cut."""
        here = in_zone(moment, self.zone)
        if here.date() != self.day:
            return 0 if here.date() < self.day else 24 * 60
        return here.hour * 60 + here.minute


@dataclass(frozen=True, slots=True)
class CalendarPlace:
    """Where an event is, or would be: a column and minutes after midnight (its end may lie on the next day)."""

    column: int
    starts: int
    ends: int


def lanes_of(events: Sequence[Event]) -> dict[int, tuple[int, int]]:
    """Beside how many others each event lies, and in which lane: events that overlap share the width."""
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
