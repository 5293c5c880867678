"""Who attends which meeting: those chosen by hand, else as their company wants it, and nobody two at a time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from operator import attrgetter

from missionplanner.domain import representing
from missionplanner.domain.companies import AttendeesBy, CompanySector
from missionplanner.domain.events import Event, Part, PersonAttendance
from missionplanner.domain.mission import Sector
from missionplanner.domain.participants import by_id
from missionplanner.domain.people import Person, PersonSector
from missionplanner.domain.sharing_out import Seats, share_out
from missionplanner.domain.timetable import Availability, Meeting, MeetingDelegate, Owner, Slot
from missionplanner.domain.ways import Ways


@dataclass(frozen=True, kw_only=True)
class Attendees(Ways):
    """The people of a mission and its meetings, with who is at which."""

    sectors: list[Sector]
    company_sectors: list[CompanySector]
    person_sectors: list[PersonSector]
    """The sectors people look after at meetings."""
    meetings: list[Meeting]
    """All of them, cancelled ones too; those of `meetings_of` stand."""
    meeting_delegates: list[MeetingDelegate]
    """The people chosen for a meeting; a side without any is attended as its company wants it."""
    events: list[Event]
    person_attendances: list[PersonAttendance]
    """The parts of single people in events that were entered by hand."""
    availabilities: list[Availability]
    """Absences of companies, people and tables."""

    @cached_property
    def sector(self) -> dict[int, Sector]:
        """Sectors and subsectors by key."""
        return by_id(self.sectors)

    def main_sector(self, sector_id: int) -> int:
        """Return the sector of a subsector; a sector itself."""
        return self.sector[sector_id].parent_id or sector_id

    @cached_property
    def sectors_of(self) -> dict[int, list[int]]:
        """Sector and subsector keys by company key, the main one first."""
        found: dict[int, list[int]] = defaultdict(list)
        for row in sorted(self.company_sectors, key=attrgetter("position", "uid")):
            found[row.company_id].append(row.sector_id)
        return found

    @cached_property
    def sectors_of_person(self) -> dict[int, list[int]]:
        """The keys of the sectors people look after, by person, in the order of the sectors."""
        found: dict[int, list[int]] = defaultdict(list)
        for row in sorted(self.person_sectors, key=attrgetter("sector_id")):
            found[row.person_id].append(row.sector_id)
        return found

    @cached_property
    def unavailable(self) -> dict[tuple[Owner, int], list[Availability]]:
        """Times of absence by owner."""
        found: dict[tuple[Owner, int], list[Availability]] = defaultdict(list)
        for row in self.availabilities:
            found[(row.owner, row.owner_id)].append(row)
        return found

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
    def attending(self) -> dict[int, frozenset[int]]:
        """The keys of the people chosen for meetings, by meeting key, also of those who no longer attend any."""
        found: dict[int, set[int]] = defaultdict(set)
        for row in self.meeting_delegates:
            found[row.meeting_id].add(row.delegate_id)
        return {meeting: frozenset(people) for meeting, people in found.items()}

    @cached_property
    def _meeting_keys_of(self) -> dict[int, frozenset[int]]:
        return {company: frozenset(p.id for p in people) for company, people in self.meeting_people_of.items()}

    def chosen(self, meeting_id: int, company_id: int) -> frozenset[int]:
        """Return the keys of those chosen to attend a meeting for a company, who still attend its meetings."""
        named = self.attending.get(meeting_id)
        return named & self._meeting_keys_of.get(company_id, frozenset()) if named else frozenset()

    @cached_property
    def _said_to_come(self) -> dict[int, list[Event]]:
        event = by_id(self.events)
        found: dict[int, list[Event]] = defaultdict(list)
        for row in self.person_attendances:
            if row.part is Part.IN:
                found[row.person_id].append(event[row.event_id])
        return found

    def person_event(self, person_id: int, slot: Slot) -> Event | None:
        """Return the event during a slot that somebody was entered for by hand, if there is one."""
        mine = self._said_to_come.get(person_id, ())
        return next((event for event in mine if event.span.overlaps(slot.span)), None)

    def is_away(self, person_id: int, slot: Slot) -> bool:
        """Whether somebody is absent during a slot, or was entered by hand for an event then."""
        absences = self.unavailable.get((Owner.DELEGATE, person_id), ())
        return any(row.span.overlaps(slot.span) for row in absences) or self.person_event(person_id, slot) is not None

    def languages_of(self, people: Iterable[Person]) -> frozenset[str]:
        """Return the codes of the languages people speak; empty where none are entered."""
        return frozenset(code for person in people for code in codes(person.languages))

    def candidates(self, company_id: int, other_id: int) -> list[Person]:
        """Return who of a company attends its meetings with another as it wants that; all where that is nobody."""
        people = self.meeting_people_of.get(company_id, [])
        rule = self.company[company_id].attendees_by
        if rule is AttendeesBy.LANGUAGE:
            theirs = self.languages_of(self.meeting_people_of.get(other_id, []))
            return [person for person in people if codes(person.languages) & theirs] or people
        if rule is AttendeesBy.SECTOR:
            return self._of_sectors(people, other_id)
        return people

    def _of_sectors(self, people: list[Person], other_id: int) -> list[Person]:
        """Return those who look after a sector of a company, else those who look after none, else all."""
        theirs = {self.main_sector(key) for key in self.sectors_of.get(other_id, [])}
        mine = {p.id: {self.main_sector(key) for key in self.sectors_of_person.get(p.id, [])} for p in people}
        fitting = [person for person in people if mine[person.id] & theirs]
        return fitting or [person for person in people if not mine[person.id]] or people

    def most_at(self, company_id: int) -> int | None:
        """Return how many of a company attend a meeting at most; None for no limit."""
        company = self.company[company_id]
        return company.attendees_most or (1 if company.attendees_by is AttendeesBy.TURN else None)

    def at_once(self, company_id: int) -> int:
        """Return how many meetings a company may be in at a time; who attend together in turn are in one."""
        if not self.mission.several_at_once:
            return 1
        people = len(self.meeting_people_of.get(company_id, []))
        together = self.most_at(company_id) if self.company[company_id].attendees_by is AttendeesBy.TURN else 1
        return max(1, people // (together or 1))

    @cached_property
    def sharing(self) -> dict[int, frozenset[int]]:
        """The companies that share people, by each of them."""
        if not self.memberships:
            return {}
        people = self.meeting_people_of
        return representing.sharing({company: [person.id for person in mine] for company, mine in people.items()})

    def attendees(self, meeting: Meeting, company_id: int) -> list[Person]:
        """Return who attends a standing meeting of the timetable for a company, in the order of its people.

        All of it where none of them can: that is a conflict, which the rules report.
        """
        found = self._shared_out(company_id).get((meeting.id, company_id))
        if not found:
            return self.candidates(company_id, other_of(meeting, company_id))
        return [person for person in self.delegates_of.get(company_id, []) if person.id in found]

    @cached_property
    def _parts(self) -> dict[int, dict[tuple[int, int], frozenset[int]]]:
        return {}

    def _shared_out(self, company_id: int) -> dict[tuple[int, int], frozenset[int]]:
        """Return who attends the meetings of a company and of those it shares people with, by meeting and company."""
        if company_id not in self._parts:
            linked = sorted(self.sharing.get(company_id, {company_id}))
            found = self._share_out(linked)
            self._parts.update(dict.fromkeys(linked, found))
        return self._parts[company_id]

    def _share_out(self, companies: list[int]) -> dict[tuple[int, int], frozenset[int]]:
        places = [(meeting, company) for company in companies for meeting in self.meetings_of.get(company, [])]
        places.sort(key=lambda place: (self.slot[place[0].slot_id].starts, place[0].id, place[1]))
        seats = share_out(
            [self._seats(meeting, company) for meeting, company in places],
            lambda one, other: self.cannot_be_at_both(places[one][0], places[other][0]),
        )
        return {(meeting.id, company): people for (meeting, company), people in zip(places, seats, strict=True)}

    def _interprets(self, person_id: int, slot: Slot) -> bool:
        meetings = self._interpreted.get(person_id, ())
        return any(self.slot[meeting.slot_id].span.overlaps(slot.span) for meeting in meetings)

    @cached_property
    def _interpreted(self) -> dict[int, list[Meeting]]:
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            if meeting.stands and meeting.interpreter_id:
                found[meeting.interpreter_id].append(meeting)
        return found

    def _is_free(self, person_id: int, slot: Slot) -> bool:
        return not (self.is_away(person_id, slot) or self._interprets(person_id, slot))

    def _seats(self, meeting: Meeting, company_id: int) -> Seats:
        slot, other = self.slot[meeting.slot_id], other_of(meeting, company_id)
        chosen = self.chosen(meeting.id, company_id)
        if chosen:
            return Seats(slot.starts, tuple(sorted(chosen)), len(chosen), is_chosen=True)
        people = [person for person in self.candidates(company_id, other) if self._is_free(person.id, slot)]
        across = self.chosen(meeting.id, other)
        others = [p for p in self.meeting_people_of.get(other, []) if p.id in across or not across]
        theirs = self.languages_of(others)
        speaking = frozenset(person.id for person in people if codes(person.languages) & theirs)
        keys = tuple(person.id for person in people)
        return Seats(slot.starts, keys, self.most_at(company_id) or len(keys), speaking)

    def cannot_be_at_both(self, one: Meeting, other: Meeting) -> bool:
        """Whether meetings overlap, or are held at places between which there is no time to travel."""
        here, there = self.slot[one.slot_id], self.slot[other.slot_id]
        if here.span.overlaps(there.span):
            return True
        first, then = (here, there) if here.starts < there.starts else (there, here)
        return then.starts - first.ends < timedelta(minutes=self.gap(one, other))


def other_of(meeting: Meeting, company_id: int) -> int:
    """Return the other company of a meeting."""
    return meeting.counterpart_id if company_id == meeting.delegation_id else meeting.delegation_id


def codes(languages: str) -> frozenset[str]:
    """Return language codes separated by commas as a set."""
    return frozenset(code.strip() for code in languages.split(",") if code.strip())
