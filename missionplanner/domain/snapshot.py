"""The whole mission as plain data at one time, with the look-ups that rules, planner and packs need."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import (
    Attachment,
    AttachmentKind,
    Company,
    CompanySector,
    CompanyStop,
    Delegate,
    Offering,
    OfferingKind,
    Side,
)
from missionplanner.domain.events import Attendance, Audience, Event, Part
from missionplanner.domain.mission import (
    Figure,
    Mission,
    MissionText,
    Sector,
    SectorStop,
    Stop,
    Table,
    Travel,
    Venue,
)
from missionplanner.domain.requests import Precedence, Request, wishes
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import (
    Availability,
    Interpreter,
    Meeting,
    MeetingDelegate,
    Owner,
    Session,
    Slot,
)


class _Record(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Record)


def by_id(records: Iterable[R]) -> dict[int, R]:
    """Return the records by their keys."""
    return {record.id: record for record in records}


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Every table of a mission file as a list of records, in the order of their keys."""

    mission: Mission
    stops: list[Stop]
    venues: list[Venue]
    tables: list[Table]
    """The tables of all venues; a meeting sits at one."""
    sectors: list[Sector]
    sector_stops: list[SectorStop]
    """Which stops have a programme for a sector."""
    texts: list[MissionText]
    """The mission's own chapters of the packs, in each language."""
    figures: list[Figure]
    """The figures of the market chart, by series and year."""
    companies: list[Company]
    """Both sides."""
    company_sectors: list[CompanySector]
    company_stops: list[CompanyStop]
    """The stops a company takes part in."""
    offerings: list[Offering]
    delegates: list[Delegate]
    applications: list[Application]
    requests: list[Request]
    """Wishes for meetings, from both sides."""
    precedences: list[Precedence]
    """Which meeting has to come before which."""
    travels: list[Travel]
    """Minutes between venues, where they are not those of the mission settings."""
    sessions: list[Session]
    """The times a venue is open for meetings; each is divided into slots."""
    slots: list[Slot]
    meetings: list[Meeting]
    """All of them, cancelled ones too; those of `meetings_of` stand."""
    meeting_delegates: list[MeetingDelegate]
    """The people of a meeting; one without any is attended by all delegates of both companies."""
    events: list[Event]
    attendances: list[Attendance]
    """The parts of companies in events that were entered by hand."""
    availabilities: list[Availability]
    """Absences of companies, delegates, interpreters and tables."""
    interpreters: list[Interpreter]
    attachments: list[Attachment]
    """Pictures and files by digest; their contents stay in the mission file."""

    @cached_property
    def company(self) -> dict[int, Company]:
        """Companies by key."""
        return by_id(self.companies)

    @cached_property
    def stop(self) -> dict[int, Stop]:
        """Stops by key."""
        return by_id(self.stops)

    @cached_property
    def venue(self) -> dict[int, Venue]:
        """Venues by key."""
        return by_id(self.venues)

    @cached_property
    def table(self) -> dict[int, Table]:
        """Tables by key."""
        return by_id(self.tables)

    @cached_property
    def sector(self) -> dict[int, Sector]:
        """Sectors and subsectors by key."""
        return by_id(self.sectors)

    @cached_property
    def session(self) -> dict[int, Session]:
        """Sessions by key."""
        return by_id(self.sessions)

    @cached_property
    def slot(self) -> dict[int, Slot]:
        """Slots by key."""
        return by_id(self.slots)

    @cached_property
    def application(self) -> dict[int, Application]:
        """Applications by company key."""
        return {application.company_id: application for application in self.applications}

    @cached_property
    def delegates_of(self) -> dict[int, list[Delegate]]:
        """Delegates by company key."""
        found: dict[int, list[Delegate]] = defaultdict(list)
        for delegate in self.delegates:
            found[delegate.company_id].append(delegate)
        return found

    @cached_property
    def logo_of(self) -> dict[int, str]:
        """The digest of the logo by company key, where there is one."""
        return {one.company_id: one.digest for one in self.attachments if one.kind is AttachmentKind.LOGO}

    def contact(self, company_id: int) -> tuple[Delegate | None, str]:
        """Return whom to call of a company and the number: the first delegate with one, else the company's own."""
        people = self.delegates_of.get(company_id, [])
        person = next((p for p in people if p.mobile or p.phone), people[0] if people else None)
        return person, (person.mobile or person.phone if person else "") or self.company[company_id].phone

    @cached_property
    def attending(self) -> dict[int, frozenset[int]]:
        """Delegate keys by meeting key, where they are named."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.meeting_delegates:
            found[row.meeting_id].add(row.delegate_id)
        return {meeting: frozenset(people) for meeting, people in found.items()}

    @cached_property
    def sectors_of(self) -> dict[int, list[int]]:
        """Sector and subsector keys by company key, the main one first."""
        found: dict[int, list[int]] = defaultdict(list)
        for row in sorted(self.company_sectors, key=attrgetter("position", "uid")):
            found[row.company_id].append(row.sector_id)
        return found

    @cached_property
    def named_stops(self) -> dict[int, set[int]]:
        """Stop keys by company key, where the company named its stops."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.company_stops:
            found[row.company_id].add(row.stop_id)
        return found

    @cached_property
    def tables_of(self) -> dict[int, list[Table]]:
        """Tables by venue key, in the order of their numbers."""
        found: dict[int, list[Table]] = defaultdict(list)
        for table in sorted(self.tables, key=lambda table: table.number):
            found[table.venue_id].append(table)
        return found

    @cached_property
    def stop_of_slot(self) -> dict[int, Stop]:
        """The stop of every slot."""
        venues = {s.id: self.stop[self.venue[s.venue_id].stop_id] for s in self.sessions}
        return {slot.id: venues[slot.session_id] for slot in self.slots}

    @cached_property
    def venue_of_slot(self) -> dict[int, Venue]:
        """The venue of every slot."""
        return {slot.id: self.venue[self.session[slot.session_id].venue_id] for slot in self.slots}

    @cached_property
    def unavailable(self) -> dict[tuple[Owner, int], list[Availability]]:
        """Times of absence by owner."""
        found: dict[tuple[Owner, int], list[Availability]] = defaultdict(list)
        for row in self.availabilities:
            found[(row.owner, row.owner_id)].append(row)
        return found

    @cached_property
    def _travels(self) -> dict[frozenset[int], int]:
        return {frozenset((row.venue_id, row.other_id)): row.minutes for row in self.travels}

    def travel(self, venue_id: int, other_id: int) -> int:
        """Return the minutes from one venue to another; 0 within a venue, and to another stop unless entered."""
        if venue_id == other_id:
            return 0
        known = self._travels.get(frozenset((venue_id, other_id)))
        if known is not None:
            return known
        # between cities nobody knows the way; who has meetings in two of them in the same days breaks another rule
        same_stop = self.venue[venue_id].stop_id == self.venue[other_id].stop_id
        return (self.mission.travel_minutes or 0) if same_stop else 0

    @cached_property
    def wishes(self) -> dict[tuple[int, int], Request]:
        """For every pair of companies the request that counts."""
        return wishes(self.requests)

    @cached_property
    def meetings_of(self) -> dict[int, list[Meeting]]:
        """Standing meetings by company key, in the order of time."""
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            if meeting.stands:
                found[meeting.delegation_id].append(meeting)
                found[meeting.counterpart_id].append(meeting)
        for row in found.values():
            row.sort(key=lambda meeting: (self.slot[meeting.slot_id].starts, meeting.id))
        return found

    @cached_property
    def _parts(self) -> dict[tuple[int, int], Part]:
        return {(row.event_id, row.company_id): row.part for row in self.attendances}

    def part(self, company_id: int, event: Event) -> Part | None:
        """Return what was entered by hand of a company and an event, if anything."""
        return self._parts.get((event.id, company_id))

    def stops_for(self, company_id: int) -> set[int]:
        """Return the stops a company goes to: those it named, else those where its sectors have a programme.

        A company with neither is taken to be at every stop.
        """
        if named := self.named_stops.get(company_id):
            return named
        mine = {self.main_sector(key) for key in self.sectors_of.get(company_id, [])}
        found = {row.stop_id for row in self.sector_stops if row.sector_id in mine}
        return found or set(self.stop)

    def main_sector(self, sector_id: int) -> int:
        """Return the sector of a subsector; a sector itself."""
        return self.sector[sector_id].parent_id or sector_id

    def takes_part(self, company_id: int) -> bool:
        """Whether the company's registration is accepted or confirmed."""
        application = self.application.get(company_id)
        return application is not None and application.status.takes_part

    def attends(self, company_id: int, event: Event) -> bool:
        """Whether the company is expected at the event: as was entered by hand, else by the event's audience."""
        part = self._parts.get((event.id, company_id))
        return part is Part.IN if part else self.is_meant(company_id, event)

    def is_meant(self, company_id: int, event: Event) -> bool:
        """Whether the company belongs to the event's audience."""
        if event.audience is Audience.LISTED or event.stop_id not in self.stops_for(company_id):
            return False
        if event.audience is Audience.STATUS:
            application = self.application.get(company_id)
            return application is not None and application.status.value == event.status
        if event.audience is Audience.DELEGATION:
            return self.company[company_id].side is Side.DELEGATION
        if event.audience is Audience.SECTOR:
            return event.sector_id in {self.main_sector(key) for key in self.sectors_of.get(company_id, [])}
        return True

    def offerings_of(self, company_id: int, kind: OfferingKind) -> list[str]:
        """Return what the company offers or seeks, in its order."""
        return self._offerings.get((company_id, kind), [])

    @cached_property
    def _offerings(self) -> dict[tuple[int, OfferingKind], list[str]]:
        found: dict[tuple[int, OfferingKind], list[str]] = defaultdict(list)
        for row in sorted(self.offerings, key=lambda row: (row.position, row.uid)):
            found[(row.company_id, row.kind)].append(row.text)
        return found

    def participants(self, side: Side) -> list[Company]:
        """Return the companies of a side that take part, by name."""
        found = [c for c in self.companies if c.side is side and self.takes_part(c.id)]
        return sorted(found, key=lambda company: (fold(company.name), company.id))
