"""The way from one meeting to another: between venues as entered, else by zones, else from coordinates."""

from dataclasses import dataclass
from functools import cached_property

from missionplanner.domain.companies import Company
from missionplanner.domain.coordinates import minutes_between, point
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Stop, Venue, ZoneWay
from missionplanner.domain.participants import Participants
from missionplanner.domain.places import Places
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting

UNKNOWN_WAY = 30
"""The minutes of a way to an office of which nothing is known, where the mission settings have none either."""


@dataclass(frozen=True, slots=True)
class Site:
    """The place of a meeting: a venue, or the office of a company."""

    stop_id: int
    venue_id: int | None = None
    company_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Ways(Places, Participants):
    """The places of a mission and its companies, with the way between any two of them."""

    zone_ways: list[ZoneWay]
    """Minutes between the zones of a city."""

    def site(self, meeting: Meeting) -> Site:
        """Return where a meeting is held."""
        venue = self.venue_of_slot[meeting.slot_id]
        if meeting.table_id is None:
            return Site(venue.stop_id, company_id=meeting.counterpart_id)
        return Site(venue.stop_id, venue_id=venue.id)

    def way_between(self, one: Site, other: Site) -> int:
        """Return the minutes from one site to another, without margins; 0 to another stop unless entered."""
        if one == other:
            return 0
        if one.venue_id and other.venue_id:
            known = self.travel_entered(one.venue_id, other.venue_id)
            if known is not None or not self.zone_ways:
                return known if known is not None else self.travel(one.venue_id, other.venue_id)
        if one.stop_id != other.stop_id:
            return 0
        known = self._by_map(one, other)
        if known is not None:
            return known
        if one.venue_id and other.venue_id:
            return self.mission.travel_minutes or 0
        return UNKNOWN_WAY if self.mission.travel_minutes is None else self.mission.travel_minutes

    def margins_between(self, one: Site, other: Site) -> int:
        """Return the minutes to keep free besides the way: after one visit and before another, not at one's own."""
        if one == other or one.stop_id != other.stop_id:
            return 0
        return sum(self.stop[site.stop_id].visit_margin for site in (one, other) if site.company_id)

    def gap_between(self, one: Site, other: Site) -> int:
        """Return the minutes there have to be between two meetings: the way and the margins."""
        return self.way_between(one, other) + self.margins_between(one, other)

    def gap(self, one: Meeting, other: Meeting) -> int:
        """Return the minutes there have to be between one meeting and another of the same people."""
        if one.table_id is not None and other.table_id is not None and not self.zone_ways:
            return self.travel(self.venue_of_slot[one.slot_id].id, self.venue_of_slot[other.slot_id].id)
        return self.gap_between(self.site(one), self.site(other))

    def located(self, site: Site) -> Company | Venue:
        """Return whose address a site has."""
        return self.venue[site.venue_id] if site.venue_id else self.company[site.company_id or 0]

    def _by_map(self, one: Site, other: Site) -> int | None:
        here, there = self.located(one), self.located(other)
        known = self._zone_minutes.get((one.stop_id, frozenset((fold(here.zone), fold(there.zone)))))
        if known is not None and here.zone and there.zone:
            return known
        start, end = point(here.coordinates), point(there.coordinates)
        return minutes_between(start, end) if start and end else None

    @cached_property
    def _zone_minutes(self) -> dict[tuple[int, frozenset[str]], int]:
        return {(row.stop_id, frozenset((fold(row.zone), fold(row.other)))): row.minutes for row in self.zone_ways}

    @cached_property
    def office_stop(self) -> dict[int, int]:
        """The stop in whose city a company has its address, by its key; companies elsewhere are left out."""
        names = {fold(name): stop.id for stop in self.stops for name in _names(stop)}
        found = {company.id: names.get(fold(company.city)) for company in self.companies if company.city}
        return {company: stop for company, stop in found.items() if stop is not None}

    def office_at(self, company_id: int, stop_id: int) -> bool:
        """Whether the office of a company may be at a stop: it is in its city, or in no other of the mission."""
        return self.office_stop.get(company_id, stop_id) == stop_id

    def said_of(self, pair: tuple[int, int], stop_id: int) -> MeetsAt:
        """Return where two companies meet at a stop as they say themselves, the host first, else as the stop says."""
        delegation, counterpart = (self.company[key].meets_at for key in pair)
        return counterpart or delegation or self.stop[stop_id].meets_at


def _names(stop: Stop) -> list[str]:
    return [name for name in (stop.name_en, stop.name_fr, stop.name_es, *stop.spellings.split(";")) if name.strip()]
