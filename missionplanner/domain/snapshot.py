"""The whole mission as plain data at one time, with the look-ups that rules, planner and packs need."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import (
    Attachment,
    AttachmentKind,
    Company,
    CompanyStop,
    Offering,
    OfferingKind,
    Side,
)
from missionplanner.domain.events import Attendance, Audience, Event, EventKind, Part, together
from missionplanner.domain.exposed_mission import ExposedMission
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import (
    MissionText,
    SectorStop,
)
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Precedence, Request, wishes
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import (
    Meeting,
)
from missionplanner.domain.transfers import Ends, ends_of
from missionplanner.domain.translated_names import entries_of, wording_in
from missionplanner.i18n import LANGUAGES


@dataclass(frozen=True, kw_only=True)
class Snapshot(ExposedMission):
    """Every table of a mission file as a list of records, in the order of their keys."""

    sector_stops: list[SectorStop]
    """Which stops have a programme for a sector."""
    texts: list[MissionText]
    """The mission's own chapters of the packs, in each language."""
    company_stops: list[CompanyStop]
    """The stops a company takes part in."""
    offerings: list[Offering]
    applications: list[Application]
    requests: list[Request]
    """Wishes for meetings, from both sides."""
    precedences: list[Precedence]
    """Which meeting has to come before which."""
    attendances: list[Attendance]
    """The parts of companies in events that were entered by hand."""
    attachments: list[Attachment]
    """Pictures and files by digest; their contents stay in the mission file."""

    @cached_property
    def application(self) -> dict[int, Application]:
        """Applications by company key."""
        return {application.company_id: application for application in self.applications}

    @cached_property
    def logo_of(self) -> dict[int, str]:
        """The digest of the logo by company key, where there is one."""
        return {one.company_id: one.digest for one in self.attachments if one.kind is AttachmentKind.LOGO}

    def contact(self, company_id: int) -> tuple[Person | None, str]:
        """Return whom to call of a company and the number: the first delegate with one, else the company's own."""
        people = self.delegates_of.get(company_id, [])
        person = next((p for p in people if p.mobile or p.phone), people[0] if people else None)
        return person, (person.mobile or person.phone if person else "") or self.company[company_id].phone

    def is_at(self, person: Person, company_id: int, meeting: Meeting) -> bool:
        """Whether somebody attends a standing meeting of their company."""
        return any(one.id == person.id for one in self.attendees(meeting, company_id))

    def meetings_of_person(self, person: Person) -> list[tuple[int, Meeting]]:
        """Return the standing meetings somebody attends, each with the organisation they attend it for, by time."""
        found = [
            (company, meeting)
            for company in self.companies_of.get(person.id, ())
            for meeting in self.meetings_of.get(company, [])
            if self.is_at(person, company, meeting)
        ]
        return sorted(found, key=lambda row: (self.slot[row[1].slot_id].starts, row[1].id))

    def home_of(self, person: Person) -> int | None:
        """Return the organisation somebody is listed with: the first of theirs that takes part, else the main one."""
        mine = self.companies_of.get(person.id, ())
        return next((key for key in mine if self.takes_part(key)), mine[0] if mine else None)

    def language_of(self, person: Person) -> str:
        """Return the language somebody is written to in: theirs, that of an organisation of theirs, the mission's."""
        companies = (self.company[key].language for key in self.companies_of.get(person.id, ()))
        wanted = (*person.languages.split(","), *companies, *self.mission.languages.split(","))
        return next((code for code in map(str.strip, wanted) if code in LANGUAGES), LANGUAGES[0])

    def interpreted_by(self, person: Person) -> list[Meeting]:
        """Return the standing meetings somebody interprets at, by time."""
        found = [meeting for meeting in self.meetings if meeting.stands and meeting.interpreter_id == person.id]
        return sorted(found, key=lambda meeting: (self.slot[meeting.slot_id].starts, meeting.id))

    def takes_part_person(self, person: Person) -> bool:
        """Whether somebody takes part: one of their organisations does, or they have none."""
        mine = self.companies_of.get(person.id, ())
        return not mine or any(map(self.takes_part, mine))

    @cached_property
    def named_stops(self) -> dict[int, set[int]]:
        """Stop keys by company key, where the company named its stops."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.company_stops:
            found[row.company_id].add(row.stop_id)
        return found

    @cached_property
    def wishes(self) -> dict[tuple[int, int], Request]:
        """For every pair of companies the request that counts."""
        return wishes(self.requests)

    @cached_property
    def requests_of(self) -> dict[tuple[int, int], list[Request]]:
        """The requests of every pair of companies, as they were entered."""
        found: dict[tuple[int, int], list[Request]] = defaultdict(list)
        for request in self.requests:
            found[request.pair].append(request)
        return found

    @cached_property
    def _parts_of_companies(self) -> dict[tuple[int, int], Part]:
        return {(row.event_id, row.company_id): row.part for row in self.attendances}

    def part(self, company_id: int, event: Event) -> Part | None:
        """Return what was entered by hand of a company and an event, if anything."""
        return self._parts_of_companies.get((event.id, company_id))

    @cached_property
    def has_visits(self) -> bool:
        """Whether anybody may meet at an office: a stop, a company or a request says so, or a meeting has no table."""
        said = (one.meets_at for rows in (self.stops, self.companies, self.requests) for one in rows)
        return MeetsAt.OFFICE in said or any(meeting.table_id is None for meeting in self.meetings)

    def at_office(self, pair: tuple[int, int], stop_id: int) -> bool:
        """Whether two companies meet at the office of the host at a stop: as their request, they or the stop say.

        An office is visited in its own city; at other stops they meet at a table.
        """
        if not self.has_visits or not self.office_at(pair[1], stop_id):
            return False
        wish = self.wishes.get(pair)
        asked = (request.meets_at for request in (*((wish,) if wish else ()), *self.requests_of.get(pair, ())))
        return (next(filter(None, asked), None) or self.said_of(pair, stop_id)) is MeetsAt.OFFICE

    def stops_for(self, company_id: int) -> set[int]:
        """Return the stops a company goes to: those it named, else those where its sectors have a programme.

        A company with neither is taken to be at every stop.
        """
        if named := self.named_stops.get(company_id):
            return named
        mine = {self.main_sector(key) for key in self.sectors_of.get(company_id, [])}
        found = {row.stop_id for row in self.sector_stops if row.sector_id in mine}
        return found or set(self.stop)

    def status_of(self, company_id: int) -> str:
        """Return the status of a company in words, those of its side; empty where it has none."""
        application = self.application.get(company_id)
        return application.status.label(self.company[company_id].side) if application else ""

    def takes_part(self, company_id: int) -> bool:
        """Whether the company's registration is accepted or confirmed."""
        application = self.application.get(company_id)
        return application is not None and application.status.takes_part

    def attends(self, company_id: int, event: Event) -> bool:
        """Whether the company is expected at the event: as was entered by hand, else by the event's audience."""
        part = self._parts_of_companies.get((event.id, company_id))
        return part is Part.IN if part else self.is_meant(company_id, event)

    @cached_property
    def _parts_of_people(self) -> dict[tuple[int, int], Part]:
        return {(row.event_id, row.person_id): row.part for row in self.person_attendances}

    def part_of_person(self, person_id: int, event: Event) -> Part | None:
        """Return what was entered by hand of one person and an event, if anything."""
        return self._parts_of_people.get((event.id, person_id))

    def person_attends(self, person: Person, event: Event) -> bool:
        """Whether somebody is expected at an event: as was entered by hand, with an organisation, or as meant."""
        part = self.part_of_person(person.id, event)
        if part:
            return part is Part.IN
        mine = self.companies_of.get(person.id, ())
        if mine:
            return any(self.takes_part(company) and self.attends(company, event) for company in mine)
        if event.audience is Audience.DELEGATION:
            return person.side is Side.DELEGATION
        return event.audience is Audience.EVERYONE

    def is_meant(self, company_id: int, event: Event) -> bool:
        """Whether the company belongs to the event's audience."""
        if event.audience is Audience.LISTED or not self._stops_of(event) <= self.stops_for(company_id):
            return False
        if event.audience is Audience.STATUS:
            application = self.application.get(company_id)
            return application is not None and application.status.value == event.status
        if event.audience is Audience.DELEGATION:
            return self.company[company_id].side is Side.DELEGATION
        return event.audience is not Audience.SECTOR or self._goes_for_its_sector(company_id, event)

    def _stops_of(self, event: Event) -> set[int]:
        """Return the stops of an event; of a journey those where something is to be attended, for one may be home."""
        if event.to_stop_id is None:
            return {event.stop_id}
        return {event.stop_id, event.to_stop_id} & self._attended_stops

    @cached_property
    def _attended_stops(self) -> set[int]:
        """The stops that companies or sectors named, and those with meetings or events other than transfers."""
        named = {row.stop_id for row in self.sector_stops}.union(*self.named_stops.values())
        events = {event.stop_id for event in self.events if event.kind is not EventKind.TRANSFER}
        return named | events | {self.venue[session.venue_id].stop_id for session in self.sessions}

    def ends_of(self, event: Event) -> Ends:
        """Return where and when an event begins and ends, on the clocks there."""
        return ends_of(event, self.stop)

    def _goes_for_its_sector(self, company_id: int, event: Event) -> bool:
        """Whether the event is of a sector of the company, and it is at none of a sector it named before then."""
        mine = [self.main_sector(key) for key in self.sectors_of.get(company_id, [])]
        if event.sector_id not in mine:
            return False
        before = mine[: mine.index(event.sector_id)]
        beside = (other for other in self._sector_events_beside[event.id] if other.sector_id in before)
        return not any(self.attends(company_id, other) for other in beside)

    @cached_property
    def _sector_events_beside(self) -> dict[int, list[Event]]:
        """The events of other sectors at the time of an event of a sector, by its key."""
        found: dict[int, list[Event]] = defaultdict(list)
        for one, other in together(event for event in self.events if event.audience is Audience.SECTOR):
            if one.sector_id != other.sector_id:
                found[one.id].append(other)
                found[other.id].append(one)
        return found

    def offerings_of(self, company_id: int, kind: OfferingKind) -> list[str]:
        """Return what the company offers or seeks, in its order."""
        return self._offerings.get((company_id, kind), [])

    def entries_of(self, company_id: int, kind: OfferingKind) -> list[str]:
        """Return what the company offers or seeks as it is typed, with its intents."""
        rows = [row for row in self.offerings if row.company_id == company_id and row.kind is kind]
        return [row.entry for row in sorted(rows, key=lambda row: (row.position, row.uid))]

    def offerings_in(self, company: Company, kind: OfferingKind, language: str) -> tuple[tuple[str, ...], str]:
        """Return what a company offers or seeks in a language, and which language that is; empty where not known."""
        own = "\n".join(self.offerings_of(company.id, kind))
        text, spoken = wording_in(company, kind.value, language, company.language, own)
        return entries_of(text), spoken

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

    @cached_property
    def of_sector(self) -> dict[tuple[Side, int], list[Company]]:
        """The companies of a side that take part, by side and main sector (0 for none), by name."""
        found: dict[tuple[Side, int], list[Company]] = defaultdict(list)
        for side in Side:
            for company in self.participants(side):
                found[side, self.sector_of(company.id)].append(company)
        return found

    def sector_of(self, company_id: int) -> int:
        """Return the key of a company's main sector; 0 where it names none."""
        mine = self.sectors_of.get(company_id)
        return self.main_sector(mine[0]) if mine else 0
