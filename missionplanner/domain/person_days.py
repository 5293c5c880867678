"""The day of one person: where they are from when to when, the way there, and what does not go together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from missionplanner.domain.companies import Side
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.people import Person, protocol_place
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.domain.ways import Site

BEFORE_FLIGHT, AFTER_FLIGHT = 120, 45
"""The minutes somebody is at the airport before a flight leaves, and needs after landing."""
NEXT_CITY = 60
"""The minutes to another city at the least, where no transfer says how long it takes."""
_A_DAY, _ABOUT = timedelta(1), timedelta(minutes=90)


class DayClash(StrEnum):
    """Why somebody cannot be where they are expected next."""

    NONE = ""
    AT_ONCE = "at_once"
    TOO_FAR = "too_far"
    OTHER_CITY = "other_city"
    NOT_YET = "not_yet"
    """Their flight lands later."""
    GONE = "gone"
    """They have left."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """Where somebody is for a while: an event, a meeting, or a journey."""

    starts: datetime
    """On the clocks of where it begins."""
    ends: datetime
    """On the clocks of where it ends."""
    stop_id: int | None = None
    """The stop it begins at; None where nobody knows it."""
    to_stop_id: int | None = None
    site: Site | None = None
    """The venue or office it begins at; None for another place."""
    to_site: Site | None = None
    event: Event | None = None
    meeting: Meeting | None = None
    company_id: int = 0
    """For whom a meeting is attended; 0 for who interprets there."""
    leg: JourneyLeg | None = None
    interprets: bool = False

    @property
    def is_journey(self) -> bool:
        """Whether it takes somebody elsewhere."""
        return self.leg is not None or (self.event is not None and self.event.kind is EventKind.TRANSFER)


@dataclass(frozen=True, slots=True)
class DayStep:
    """An occasion of a day, with the way from the one before."""

    occasion: Commitment
    before: Commitment | None = None
    """The occasion they come from."""
    minutes: int | None = None
    """The minutes there have to be between the two; None where nobody knows the way."""
    clash: DayClash = DayClash.NONE

    @property
    def leaves(self) -> datetime | None:
        """When they have to leave where they are before; None where they stay, or nobody knows the way."""
        return self.occasion.starts - timedelta(minutes=self.minutes) if self.minutes else None

    @property
    def spare(self) -> int | None:
        """The minutes that are left besides the way, below 0 where they are too few; None for the first of a day."""
        if self.before is None:
            return None
        return _between(self.before, self.occasion) - (self.minutes or 0)


def head_of_delegation(snapshot: Snapshot) -> Person | None:
    """Return who comes first in the order of protocol among the delegation, where somebody has a place in it."""
    ranked = [
        person
        for person in snapshot.people
        if person.precedence is not None
        and snapshot.side_of(person) is Side.DELEGATION
        and snapshot.takes_part_person(person)
    ]
    return min(ranked, key=lambda one: (one.precedence or 0, one.id), default=None)


def looked_after(snapshot: Snapshot) -> list[Person]:
    """Return those whose days are looked after: the head of the delegation, and who is at a bilateral call."""
    calls = [event for event in snapshot.events if event.kind is EventKind.CALL]
    head = head_of_delegation(snapshot)
    found = {head.id: head} if head else {}
    for call in calls:
        found |= {person.id: person for person in entering(snapshot, call)}
        if person := snapshot.person.get(call.interpreter_id or 0):
            found[person.id] = person
    return sorted(found.values(), key=lambda one: (protocol_place((one,)), one.id))


def entering(snapshot: Snapshot, call: Event) -> list[Person]:
    """Return who is at a bilateral call, in the order in which they enter; those without a place go last, by rank.

    They are those entered by hand, and the people of listed companies: no other audience enters at a host's.
    """
    places = {row.person_id: row.enters for row in snapshot.person_attendances if row.event_id == call.id}
    is_listed = call.audience is Audience.LISTED
    found = [
        one
        for one in snapshot.people
        if (is_listed or one.id in places) and snapshot.takes_part_person(one) and snapshot.person_attends(one, call)
    ]
    last = len(found) + 1
    return sorted(found, key=lambda one: (places.get(one.id) or last, protocol_place((one,)), one.id))


def occasions(snapshot: Snapshot, person: Person) -> list[Commitment]:
    """Return where somebody is when, in the order of time."""
    found = [*_events(snapshot, person), *_meetings(snapshot, person)]
    found += [one for leg in snapshot.legs_of.get(person.id, ()) if (one := _of_leg(leg))]
    return sorted(found, key=lambda one: (one.starts, one.ends))


def days(snapshot: Snapshot, person: Person) -> list[date]:
    """Return the days on which somebody is expected somewhere or travels."""
    return sorted({day for one in occasions(snapshot, person) for day in (one.starts.date(), one.ends.date())})


def day_of(snapshot: Snapshot, person: Person, day: date) -> list[DayStep]:
    """Return the day of somebody in the order of time, each occasion with the way from the one before."""
    return [
        item
        for item in with_ways(snapshot, occasions(snapshot, person))
        if day in (item.occasion.starts.date(), item.occasion.ends.date())
    ]


def with_ways(snapshot: Snapshot, found: Iterable[Commitment]) -> Iterator[DayStep]:
    """Yield occasions in the order of time with the way from the one before that ends last."""
    known, before = list(found), None
    legs = [one.leg for one in known if one.leg]
    for one in known:
        away = _away(one, legs)
        if before is None:
            yield DayStep(one, clash=away)
        else:
            minutes = _minutes(snapshot, before, one)
            same_day = before.ends.date() == one.starts.date() or before.ends > one.starts
            shown = before if same_day else None
            clash = away or _clash(snapshot, before, one, minutes)
            yield DayStep(one, shown, minutes if same_day else None, clash)
        if before is None or one.ends >= before.ends:
            before = one


def _events(snapshot: Snapshot, person: Person) -> Iterator[Commitment]:
    takes_part = snapshot.takes_part_person(person)
    for event in snapshot.events:
        interprets = event.interpreter_id == person.id
        if interprets or (takes_part and snapshot.person_attends(person, event)):
            ends = snapshot.ends_of(event)
            yield Commitment(
                ends.starts,
                ends.ends,
                ends.stop.id,
                ends.to_stop.id,
                _site(event, ends.stop.id, event.venue_id, event.place, event.host_id),
                _site(event, ends.to_stop.id, *_end_of(event)),
                event=event,
                interprets=interprets,
            )


def _end_of(event: Event) -> tuple[int | None, str, int | None]:
    if event.kind is EventKind.TRANSFER:
        return event.to_venue_id, event.to_place, None
    return event.venue_id, event.place, event.host_id


def _site(event: Event, stop: int, venue: int | None, place: str, host: int | None) -> Site | None:
    """Return the venue of an event, or the office of who receives a call; None for a place in words."""
    if venue:
        return Site(stop, venue_id=venue)
    return Site(stop, company_id=host) if host and not place and event.kind is EventKind.CALL else None


def _meetings(snapshot: Snapshot, person: Person) -> Iterator[Commitment]:
    attended = {meeting.id: (company, meeting) for company, meeting in snapshot.meetings_of_person(person)}
    helped = {meeting.id: (0, meeting) for meeting in snapshot.interpreted_by(person)}
    for company, meeting in (attended | helped).values():
        slot, stop = snapshot.slot[meeting.slot_id], snapshot.stop_of_slot[meeting.slot_id]
        starts, ends = (in_zone(moment, stop.time_zone) for moment in (slot.starts, slot.ends))
        site = snapshot.site(meeting)
        yield Commitment(
            starts, ends, stop.id, stop.id, site, site, meeting=meeting, company_id=company, interprets=not company
        )


def _of_leg(leg: JourneyLeg) -> Commitment | None:
    """Return a journey as an occasion; of one with a single time that alone, of one without any nothing."""
    starts, ends = leg.departs or leg.arrives, leg.arrives or leg.departs
    return Commitment(starts, ends, leg=leg) if starts and ends else None


def _between(one: Commitment, then: Commitment) -> int:
    return round((then.starts - one.ends).total_seconds() / 60)


def _minutes(snapshot: Snapshot, one: Commitment, then: Commitment) -> int | None:
    """Return the minutes there have to be between two occasions; None where nobody knows."""
    if then.leg and then.leg.kind is not LegKind.ARRIVAL:
        return BEFORE_FLIGHT if not one.leg else 0
    if one.leg:
        return None if then.leg or one.leg.arrives is None else AFTER_FLIGHT
    if one.to_site and then.site and one.to_stop_id == then.stop_id:
        return snapshot.gap_between(one.to_site, then.site)
    return None


def _is_same_journey(one: Commitment, then: Commitment) -> bool:
    """Whether a flight and a transfer are the same: they begin and end about together."""
    return abs(one.starts - then.starts) <= _ABOUT and abs(one.ends - then.ends) <= _ABOUT


def _away(one: Commitment, legs: Iterable[JourneyLeg]) -> DayClash:
    """Return whether somebody has not landed yet or is gone; of a flight with both times `_clash` says so."""
    for leg in legs if one.leg is None else ():
        comes, goes = leg.arrives, leg.departs
        if leg.kind is LegKind.ARRIVAL and comes and not goes and comes - _A_DAY <= one.starts < comes:
            return DayClash.NOT_YET
        if leg.kind is LegKind.DEPARTURE and goes and not comes and goes < one.ends <= goes + _A_DAY:
            return DayClash.GONE
    return DayClash.NONE


def _clash(snapshot: Snapshot, one: Commitment, then: Commitment, minutes: int | None) -> DayClash:
    if one.leg and then.leg:
        return DayClash.NONE
    if (one.leg or then.leg) and one.is_journey and then.is_journey and _is_same_journey(one, then):
        return DayClash.NONE
    free = _between(one, then)
    if free < 0:
        # Of a flight with one time `_away` says it.
        return DayClash.NONE if any(x.leg and x.starts == x.ends for x in (one, then)) else DayClash.AT_ONCE
    if minutes is not None and free < minutes:
        return DayClash.TOO_FAR
    cities = one.to_stop_id, then.stop_id
    if None not in cities and cities[0] != cities[1] and free < _journey(snapshot, cities[0] or 0, cities[1] or 0):
        return DayClash.OTHER_CITY
    return DayClash.NONE


def _journey(snapshot: Snapshot, stop: int, to_stop: int) -> int:
    """Return the minutes of the quickest transfer between two cities, either way."""
    ways = [
        round((event.ends - event.starts).total_seconds() / 60)
        for event in snapshot.events
        if {event.stop_id, event.to_stop_id} == {stop, to_stop}
    ]
    return min(ways, default=NEXT_CITY)
