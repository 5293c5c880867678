"""The card of a person: how they are reached, whom they represent, and where they are when."""

from dataclasses import dataclass
from datetime import datetime

from missionplanner.domain.events import Event
from missionplanner.domain.meeting_places import place_and_clock
from missionplanner.domain.people import Person, Post
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Owner
from missionplanner.domain.transfers import place_in_short
from missionplanner.i18n import _, current


@dataclass(frozen=True, slots=True)
class Represented:
    """An organisation of a person."""

    company_id: int
    name: str
    role: str
    post: Post
    is_main: bool


@dataclass(frozen=True, slots=True)
class Appointment:
    """Where a person is, or is not, at a time."""

    starts: datetime
    ends: datetime
    zone: str
    """The time zone its times are shown in."""
    what: str
    place: str
    kind: str
    """In words: meeting, event, absence."""
    part: str = ""
    """In words, where it was entered by hand."""
    comes: bool = True
    """Whether they are there."""
    event_id: int = 0
    meeting_id: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """Everything one is asked about a person."""

    person: Person
    organisations: tuple[Represented, ...]
    appointments: tuple[Appointment, ...]
    """By time; events they do not attend only where that was entered by hand."""


def card(snapshot: Snapshot, person: Person) -> Card:
    """Return the card of a person."""
    found = [
        *_meetings(snapshot, person),
        *_interpreted(snapshot, person),
        *_events(snapshot, person),
        *_absences(snapshot, person),
    ]
    return Card(person, _organisations(snapshot, person), tuple(sorted(found, key=lambda one: (one.starts, one.ends))))


def other_events(snapshot: Snapshot, person: Person) -> list[Event]:
    """Return the events somebody is not expected at, by time."""
    found = [event for event in snapshot.events if not snapshot.person_attends(person, event)]
    return sorted(found, key=lambda event: (event.starts, event.id))


def _organisations(snapshot: Snapshot, person: Person) -> tuple[Represented, ...]:
    return tuple(
        Represented(
            company_id=key,
            name=snapshot.company[key].name,
            role=role.label if (role := snapshot.role_of(person, key)) else "",
            post=snapshot.post_of(person, key),
            is_main=key == person.company_id,
        )
        for key in snapshot.companies_of.get(person.id, ())
    )


def _meetings(snapshot: Snapshot, person: Person) -> list[Appointment]:
    found = []
    several = len(snapshot.companies_of.get(person.id, ())) > 1
    for company, meeting in snapshot.meetings_of_person(person):
        other = next(key for key in meeting.pair if key != company)
        name = snapshot.company[other].name
        mine = snapshot.company[company].name
        what = _("{company}, for {mine}").format(company=name, mine=mine) if several else name
        found.append(_appointment(snapshot, meeting, what, _("Meeting")))
    return found


def _interpreted(snapshot: Snapshot, person: Person) -> list[Appointment]:
    """Return the meetings somebody interprets at."""
    return [
        _appointment(snapshot, meeting, " – ".join(snapshot.company[key].name for key in meeting.pair), _("Interprets"))
        for meeting in snapshot.interpreted_by(person)
    ]


def _appointment(snapshot: Snapshot, meeting: Meeting, what: str, kind: str) -> Appointment:
    slot = snapshot.slot[meeting.slot_id]
    return Appointment(
        starts=slot.starts,
        ends=slot.ends,
        zone=snapshot.stop_of_slot[slot.id].time_zone,
        what=what,
        place=place_and_clock(snapshot, meeting),
        kind=kind,
        meeting_id=meeting.id,
    )


def _events(snapshot: Snapshot, person: Person) -> list[Appointment]:
    found = []
    for event in snapshot.events:
        part = snapshot.part_of_person(person.id, event)
        comes = snapshot.person_attends(person, event) and snapshot.takes_part_person(person)
        if not (comes or part):
            continue
        ends = snapshot.ends_of(event)
        found.append(
            Appointment(
                starts=ends.starts,
                ends=ends.ends,
                zone="",
                what=event.name(current().language),
                place=place_in_short(event, snapshot.stop, snapshot.venue, current()),
                kind=_("Event"),
                part=part.label if part else "",
                comes=comes,
                event_id=event.id,
            )
        )
    return found


def _absences(snapshot: Snapshot, person: Person) -> list[Appointment]:
    owners = [(Owner.DELEGATE, person.id), *((Owner.COMPANY, key) for key in snapshot.companies_of.get(person.id, ()))]
    return [
        Appointment(
            starts=row.starts,
            ends=row.ends,
            zone="",
            what=row.reason or _("Not available"),
            place=snapshot.company[key].name if owner is Owner.COMPANY else "",
            kind=_("Absence"),
        )
        for owner, key in owners
        for row in snapshot.unavailable.get((owner, key), [])
    ]
