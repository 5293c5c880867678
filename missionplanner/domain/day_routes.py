"""Day routes: where a company goes on a day of visits, how long it is under way, and when it has to leave."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from missionplanner.domain.companies import Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.domain.ways import Site


@dataclass(frozen=True, slots=True)
class Leg:
    """A meeting on a route, with the way to it."""

    meeting: Meeting
    site: Site
    minutes: int
    """The way from the place before; 0 for the first, whose way nobody knows, and where it stays where it is."""
    leaves: datetime | None
    """When it has to leave the place before at the latest; None where it goes nowhere."""
    arrives: datetime
    """When it is to be there: at an office some minutes before."""


@dataclass(frozen=True, slots=True)
class DayRoute:
    """The meetings of a company on a day at a stop, at least one of them at an office."""

    company_id: int
    stop_id: int
    day: date
    legs: tuple[Leg, ...]

    @property
    def minutes(self) -> int:
        """How long it is under way between its meetings."""
        return sum(leg.minutes for leg in self.legs)


def day_routes(snapshot: Snapshot, side: Side = Side.DELEGATION) -> list[DayRoute]:
    """Return the routes of a side with visits, in the order of days, stops and companies' names."""
    days: dict[tuple[date, int, int], list[Meeting]] = defaultdict(list)
    for meeting in snapshot.meetings:
        if meeting.stands:
            company = meeting.pair[0 if side is Side.DELEGATION else 1]
            slot = snapshot.slot[meeting.slot_id]
            days[slot.day, snapshot.stop_of_slot[slot.id].id, company].append(meeting)
    found = [
        DayRoute(company, stop, day, legs(snapshot, meetings))
        for (day, stop, company), meetings in days.items()
        if any(meeting.table_id is None for meeting in meetings)
    ]
    return sorted(found, key=lambda r: (r.day, r.stop_id, snapshot.company[r.company_id].name.casefold(), r.company_id))


def legs(snapshot: Snapshot, meetings: Iterable[Meeting]) -> tuple[Leg, ...]:
    """Return meetings of the same people in the order of time, each with the way from the one before."""
    found: list[Leg] = []
    for meeting in sorted(meetings, key=lambda m: (snapshot.slot[m.slot_id].starts, m.id)):
        site, starts = snapshot.site(meeting), snapshot.slot[meeting.slot_id].starts
        stays = bool(found) and found[-1].site == site
        early = 0 if site.company_id is None or stays else snapshot.stop[site.stop_id].visit_margin
        arrives = starts - timedelta(minutes=early)
        minutes = snapshot.way_between(found[-1].site, site) if found else 0
        leaves = arrives - timedelta(minutes=minutes) if found and not stays else None
        found.append(Leg(meeting, site, minutes, leaves, arrives))
    return tuple(found)
