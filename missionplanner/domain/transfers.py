"""The two ends of an event: a transfer leaves one stop and arrives at another, each on its own clocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from missionplanner.domain.events import Event
from missionplanner.domain.mission import Stop, Venue
from missionplanner.domain.time import in_zone
from missionplanner.i18n import Translator


@dataclass(frozen=True, slots=True)
class Ends:
    """Where an event begins and ends, and when on the clocks there."""

    stop: Stop
    starts: datetime
    to_stop: Stop
    ends: datetime

    @property
    def is_journey(self) -> bool:
        """Whether it goes from one stop to another."""
        return self.stop.id != self.to_stop.id

    @property
    def shift(self) -> timedelta:
        """The time by which the clocks where it ends are ahead of those where it begins."""
        return (self.ends.utcoffset() or timedelta()) - (self.starts.utcoffset() or timedelta())

    def times(self, t: Translator) -> str:
        """The times, of a journey with its stops: 18:00 Madrid → 19:55 Las Palmas (−1 h)."""
        if not self.is_journey:
            return t.times(self.starts, self.ends)
        cities = self.stop.name(t.language), self.to_stop.name(t.language)
        later = (self.ends.date() - self.starts.date()).days
        arrival = f"{t.time(self.ends)} {_signed(later)}" if later else t.time(self.ends)
        clocks = f" ({in_hours(self.shift)})" if self.shift else ""
        return f"{t.time(self.starts)} {cities[0]} → {arrival} {cities[1]}{clocks}"


def ends_of(event: Event, stops: Mapping[int, Stop]) -> Ends:
    """Return where and when an event begins and ends; stops: by their keys."""
    stop = stops[event.stop_id]
    to_stop = stops.get(event.to_stop_id or event.stop_id, stop)
    return Ends(stop, in_zone(event.starts, stop.time_zone), to_stop, in_zone(event.ends, to_stop.time_zone))


def place_in_short(event: Event, stops: Mapping[int, Stop], venues: Mapping[int, Venue], t: Translator) -> str:
    """Return where an event is, or both ends of a journey, for a list."""
    ends = ends_of(event, stops)
    if ends.is_journey:
        return ends.times(t)
    venue = venues.get(event.venue_id or 0)
    return venue.name if venue else event.said("place", t.language)[0]


def in_hours(shift: timedelta) -> str:
    """Return a difference between clocks: −1 h, +5 h 30."""
    minutes = round(shift.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else '+'}{hours} h" + (f" {rest:02}" if rest else "")


def _signed(days: int) -> str:
    return f"−{-days}" if days < 0 else f"+{days}"
