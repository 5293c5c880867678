"""Meetings by video: the rooms with their links, and the clocks of both sides."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from missionplanner.domain.home_zones import zone_of
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import Translator


@dataclass(frozen=True, slots=True)
class SideClock:
    """The time of a meeting as the clocks of one side show it."""

    zone: str
    starts: datetime
    ends: datetime

    def words(self, t: Translator, beside: datetime | None = None) -> str:
        """Return the time with the city of its zone; with its day where that is not the day of `beside`."""
        day = [t.short_day(self.starts.date())] if beside and beside.date() != self.starts.date() else []
        return ", ".join([*day, f"{t.times(self.starts, self.ends)} {t.zone_city(self.zone)}"])


def is_online(snapshot: Snapshot, meeting: Meeting) -> bool:
    """Whether a meeting is held by video."""
    return meeting.table_id is not None and snapshot.venue_of_slot[meeting.slot_id].online


def is_all_online(snapshot: Snapshot) -> bool:
    """Whether every venue is online, so that nobody meets at a table."""
    return bool(snapshot.venue) and all(venue.online for venue in snapshot.venue.values())


def link(snapshot: Snapshot, meeting: Meeting) -> str:
    """Return the address of the video room of a meeting; empty where it has none."""
    return snapshot.table[meeting.table_id].link if meeting.table_id is not None else ""


def clocks(snapshot: Snapshot, meeting: Meeting) -> tuple[SideClock, ...]:
    """Return the time of a meeting by video on the clocks of its stop and of both companies, each time once.

    Nothing where all of them agree.
    """
    if not is_online(snapshot, meeting):
        return ()
    slot, zone = snapshot.slot[meeting.slot_id], snapshot.stop_of_slot[meeting.slot_id].time_zone
    homes = (zone_of(snapshot.company[key], snapshot.mission) for key in meeting.pair)
    found: dict[timedelta | None, SideClock] = {}
    for name in (zone, *filter(None, homes)):
        clock = SideClock(name, in_zone(slot.starts, name), in_zone(slot.ends, name))
        found.setdefault(clock.starts.utcoffset(), clock)
    return tuple(found.values()) if len(found) > 1 else ()


def all_clocks(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """Return the time of a meeting by video on the clocks of stop and companies, in words; empty where they agree."""
    found = clocks(snapshot, meeting)
    return " · ".join(clock.words(t, found[0].starts) for clock in found)


def other_clocks(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """Return the time of a meeting by video on the companies' own clocks, in words; empty where they agree."""
    found = clocks(snapshot, meeting)
    return " · ".join(clock.words(t, found[0].starts) for clock in found[1:])
