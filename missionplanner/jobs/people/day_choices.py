"""The choices there are about one thing on somebody's day that does not go together, each with whom it concerns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from missionplanner.domain.attendees import other_of
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.moves import Grade, Moves
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import Commitment, DayClash, entering, with_ways
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range, in_zone
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.domain.vehicles import Vehicle
from missionplanner.i18n import _, current

Mark = tuple[str, int]
Days = dict[int, list[Commitment]]
"""Where people are when, by their keys."""
_STEP, _TIMES, _FIRST, _LAST = 15, 3, 8, 19
"""Calls begin every quarter of an hour between these hours; so many times are offered."""


@dataclass(frozen=True, slots=True)
class DayChoice:
    """One thing that is done, and whom it concerns."""

    text: str
    told: frozenset[int] = frozenset()
    """The people who have to be told, without the one whose day it is."""
    others: int = 0
    """How many more are told who are nobody of the mission: those who receive a call, a driver."""
    missed: int = 0
    """How many occasions fall away, or are missed."""
    events: tuple[Event, ...] = ()
    """Events as they are afterwards."""
    gone: tuple[Event, ...] = ()
    out: tuple[Event, ...] = ()
    """The events the one whose day it is does not attend then."""
    meetings: tuple[Meeting, ...] = ()
    """Meetings as they are afterwards; one without a key is new."""
    attending: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Who attends a meeting then, by its key."""
    seat: tuple[Event, Vehicle] | None = None
    """The seat they get."""


def of_commitment(snapshot: Snapshot, person: Person, one: Commitment, days: Days) -> Iterator[DayChoice]:
    """Yield what can be done about an occasion somebody cannot be at as planned."""
    if one.event and one.event.kind is EventKind.CALL:
        yield from _of_call(snapshot, person, one.event, days)
    elif one.event and one.event.kind is EventKind.TRANSFER:
        yield from _of_transfer(snapshot, person, one.event, days)
    elif one.event:
        text = _("{person} is not at “{event}”").format(person=person.full_name, event=_name(one.event))
        yield DayChoice(text, others=1, missed=1, out=(one.event,))
    elif one.meeting:
        yield from _of_meeting(snapshot, person, one, days)


def concerned(snapshot: Snapshot, call: Event, person: Person | None = None) -> tuple[frozenset[int], int]:
    """Return who has to be told of a change of a call, without a person: those of the mission, and how many hosts."""
    found = {one.id for one in entering(snapshot, call)} | ({call.interpreter_id} if call.interpreter_id else set())
    hosts = len([line for line in call.hosts.splitlines() if line.strip()]) or 1
    return frozenset(found - {person.id if person else 0}), hosts


def moved_to(snapshot: Snapshot, call: Event, starts: datetime) -> Event:
    """Return a call at another time, as long as before."""
    zone = snapshot.stop[call.stop_id].time_zone
    return replace(call, starts=in_zone(starts, zone), ends=in_zone(starts + (call.ends - call.starts), zone))


def fits(snapshot: Snapshot, days: Days, changed: Sequence[Event], people: frozenset[int]) -> bool:
    """Whether everybody can be at events as they are changed, as far as they could before."""
    keys = {event.id for event in changed}
    for key in people:
        known = [one for one in days.get(key, []) if not (one.event and one.event.id in keys)]
        mine = [one for one in days.get(key, []) if one.event and one.event.id in keys]
        after = [replace(one, starts=event.starts, ends=event.ends, event=event)
                 for one in mine for event in changed if one.event and event.id == one.event.id]  # fmt: skip
        if clashes(snapshot, [*known, *after]) - clashes(snapshot, days.get(key, [])):
            return False
    return True


def clashes(snapshot: Snapshot, found: Sequence[Commitment]) -> set[tuple[DayClash, frozenset[Mark]]]:
    """Return what does not go together among occasions of one person."""
    items = with_ways(snapshot, sorted(found, key=lambda one: (one.starts, one.ends)))
    return {(item.clash, frozenset({mark(item.occasion), mark(item.before)})) for item in items if item.clash}


def mark(one: Commitment | None) -> Mark:
    """Return the kind and key of the record of an occasion."""
    record = (one.event or one.meeting or one.leg) if one else None
    return type(record).__name__, record.id if record else 0


def _of_call(snapshot: Snapshot, person: Person, call: Event, days: Days) -> Iterator[DayChoice]:
    told, hosts = concerned(snapshot, call, person)
    others = [one for one in entering(snapshot, call) if one.id != person.id]
    if others:
        text = _("“{event}” takes place without {person}; {leader} enters first").format(
            event=_name(call), person=person.full_name, leader=others[0].full_name
        )
        yield DayChoice(text, told, hosts, 1, out=(call,))
    for event in _free_times(snapshot, person, call, days):
        text = _("“{event}” moves to {when}").format(event=_name(call), when=_when(snapshot, event))
        yield DayChoice(text, told, hosts, events=(event,))
    yield from _swaps(snapshot, person, call, days)
    text = _("“{event}” falls away").format(event=_name(call))
    yield DayChoice(text, told, hosts, 1 + len(others), gone=(call,))


def _free_times(snapshot: Snapshot, person: Person, call: Event, days: Days) -> Iterator[Event]:
    """Yield a call at the next times at which everybody can be there, in the days of its stop."""
    people = concerned(snapshot, call)[0] | {person.id}
    stop, step, at, found = snapshot.stop[call.stop_id], timedelta(minutes=_STEP), call.starts, 0
    while found < _TIMES and in_zone(at, stop.time_zone).date() <= stop.ends:
        at += step
        event = moved_to(snapshot, call, at)
        in_hours = _FIRST <= event.starts.hour < _LAST and event.starts.date() <= stop.ends
        if (
            in_hours
            and _is_good(snapshot, days[person.id], ("Event", call.id), event.span)
            and fits(snapshot, days, [event], people)
        ):
            found += 1
            at += step * ((call.ends - call.starts) // step)
            yield event


def _is_good(snapshot: Snapshot, mine: Sequence[Commitment], wanted: Mark, span: Range) -> bool:
    """Whether somebody can be at an occasion at another time, whatever was before."""
    after = [replace(one, starts=span.start, ends=span.end) if mark(one) == wanted else one for one in mine]
    return not any(wanted in pair for _clash, pair in clashes(snapshot, after))


def _swaps(snapshot: Snapshot, person: Person, call: Event, days: Days) -> Iterator[DayChoice]:
    for other in _later_calls(snapshot, call, days[person.id]):
        pair = moved_to(snapshot, call, other.starts), moved_to(snapshot, other, call.starts)
        told, hosts = concerned(snapshot, call, person)
        theirs, more = concerned(snapshot, other, person)
        if fits(snapshot, days, pair, told | theirs | {person.id}):
            text = _("“{event}” and “{other}” change places").format(event=_name(call), other=_name(other))
            yield DayChoice(text, told | theirs, hosts + more, events=pair)


def _later_calls(snapshot: Snapshot, call: Event, mine: Sequence[Commitment]) -> list[Event]:
    found = [one.event for one in mine if one.event and one.event.kind is EventKind.CALL]
    return [one for one in found if one.starts > call.starts and one.stop_id == call.stop_id][:_TIMES]


def _of_transfer(snapshot: Snapshot, person: Person, event: Event, days: Days) -> Iterator[DayChoice]:
    for other in sorted(snapshot.events, key=lambda one: (one.starts, one.id)):
        same_way = (other.stop_id, other.to_stop_id) == (event.stop_id, event.to_stop_id)
        if other.kind is EventKind.TRANSFER and same_way and other.starts > event.starts:
            used = [seat.vehicle_id for seat in snapshot.seats if seat.event_id == other.id]
            free = [one for one in snapshot.vehicles_of.get(other.id, []) if used.count(one.id) < one.room]
            if free:
                text = _("{person} rides with “{event}”, {vehicle}").format(
                    person=person.full_name, event=_name(other), vehicle=free[0].name
                )
                yield DayChoice(text, others=2, out=(event,), seat=(other, free[0]))
                break
    text = _("{person} travels on their own instead of “{event}”").format(person=person.full_name, event=_name(event))
    yield DayChoice(text, others=1, missed=1, out=(event,))


def _of_meeting(snapshot: Snapshot, person: Person, one: Commitment, days: Days) -> Iterator[DayChoice]:
    meeting = one.meeting
    if meeting is None or not meeting.is_ahead or not one.company_id:
        return
    slot = snapshot.slot[meeting.slot_id]
    company = snapshot.company[other_of(meeting, one.company_id)].name
    free = [
        mate
        for mate in snapshot.meeting_people_of.get(one.company_id, [])
        if mate.id != person.id and not snapshot.is_away(mate.id, slot)
    ]
    if free:
        names = ", ".join(mate.full_name for mate in free)
        text = _("{people} meet {company} instead").format(people=names, company=company)
        keys = tuple(mate.id for mate in free)
        chosen = snapshot.chosen(meeting.id, other_of(meeting, one.company_id))
        yield DayChoice(text, frozenset(keys), 1, 1, attending=((meeting.id, (*keys, *sorted(chosen))),))
    people = frozenset(one.id for key in meeting.pair for one in snapshot.attendees(meeting, key)) - {person.id}
    for moved in _free_slots(snapshot, person, meeting, days):
        text = _("the meeting with {company} moves to {when}").format(
            company=company, when=current().moment(snapshot.slot[moved.slot_id].starts)
        )
        yield DayChoice(text, people, meetings=(moved,))
    text = _("the meeting with {company} is cancelled").format(company=company)
    gone = replace(meeting, status=MeetingStatus.CANCELLED, reason=_("Travel trouble"))
    yield DayChoice(text, people, missed=1, meetings=(gone,))


def _free_slots(snapshot: Snapshot, person: Person, meeting: Meeting, days: Days) -> Iterator[Meeting]:
    """Yield a meeting in the next slots in which the rules allow it and the person can be there."""
    moves, found = Moves(Plan(snapshot, snapshot.meetings), meeting), 0
    before = snapshot.slot[meeting.slot_id].starts
    for slot in sorted(snapshot.slots, key=lambda one: (one.starts, one.id)):
        if slot.starts <= before or moves.grade(slot.id) is Grade.REFUSED:
            continue
        verdict = moves.verdict(slot.id)
        if len(verdict.meetings) == 1 and _is_good(snapshot, days[person.id], ("Meeting", meeting.id), slot.span):
            found += 1
            yield verdict.meetings[0]
        if found == _TIMES:
            return


def _name(event: Event) -> str:
    return event.name(current().language)


def _when(snapshot: Snapshot, event: Event) -> str:
    return current().moment(snapshot.ends_of(event).starts)
