"""Ways to go on with somebody's day after a flight is late or a call is cancelled, the fewest people to tell first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice, product

from missionplanner.domain.events import Event, EventKind, Part, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.moves import Grade, Moves
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import Commitment, DayStep, entering, occasions, with_ways
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingDelegate
from missionplanner.domain.vehicles import VehicleSeat
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.people.day_choices import (
    DayChoice,
    Days,
    clashes,
    concerned,
    fits,
    mark,
    moved_to,
    of_commitment,
)
from missionplanner.jobs.people.records import named
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.store import Store

_MOST, _TRIED, _EACH = 6, 400, 6
"""The ways that are offered, the combinations that are tried, and the choices for one thing."""


@dataclass(frozen=True, slots=True)
class DayWay:
    """One way to go on: a choice for everything that does not go together."""

    choices: tuple[DayChoice, ...]

    @property
    def told(self) -> int:
        """How many people have to be told, each once."""
        return len(frozenset().union(*(one.told for one in self.choices))) + sum(one.others for one in self.choices)

    @property
    def missed(self) -> int:
        """How many occasions fall away, or are missed."""
        return sum(one.missed for one in self.choices)

    @property
    def sentence(self) -> str:
        """Says what is done."""
        return "; ".join(one.text for one in self.choices) + "."


def record_delay(store: Store, leg: JourneyLeg, minutes: int) -> list[Person]:
    """Record that a flight is late for everybody on it, as one step; return them. Raises UserError for no delay."""
    if minutes <= 0:
        raise UserError(_("A delay has at least a minute."), _("Type by how many minutes it is late."))
    same = _later(store.all(JourneyLeg), leg, minutes)
    label = message("{flight} is {n} minutes late", flight=leg.flight or leg.way, n=minutes)
    with store.change(label) as change:
        for one in same:
            change.update(one)
    return [store.get(Person, one.person_id) for one in same]


def delayed(snapshot: Snapshot, leg: JourneyLeg, minutes: int) -> Snapshot:
    """Return the mission as it were if a flight were late."""
    late = {one.id: one for one in _later(snapshot.legs, leg, minutes)}
    return replace(snapshot, legs=[late.get(one.id, one) for one in snapshot.legs])


def _later(legs: Iterable[JourneyLeg], leg: JourneyLeg, minutes: int) -> list[JourneyLeg]:
    """Return everybody's journeys on a flight, later by some minutes."""
    late, found = timedelta(minutes=minutes), []
    for one in legs:
        if _is_same_flight(one, leg):
            departs, arrives = (moment and moment + late for moment in (one.departs, one.arrives))
            found.append(replace(one, departs=departs, arrives=arrives))
    return found


def after_delay(snapshot: Snapshot, person: Person, leg: JourneyLeg) -> list[DayWay]:
    """Return ways to go on after a flight was late, by the people to tell; none where everything goes together."""
    broken = _all_broken(snapshot, occasions(snapshot, person), leg)
    days = _days(snapshot, person)
    each = [list(islice(of_commitment(snapshot, person, one, days), _EACH)) for one in broken]
    ways = (DayWay(combination) for combination in islice(product(*each), _TRIED) if combination)
    return _ranked(way for way in ways if _holds(snapshot, person, broken, way, days))


def without_ways(snapshot: Snapshot, person: Person, leg: JourneyLeg) -> str:
    """Return what is to be said where there is no way to go on after a flight was late."""
    many = len(_all_broken(snapshot, occasions(snapshot, person), leg))
    if not many:
        return _("Everything still goes together.")
    broken = count("{n} appointment does not fit any more", "{n} appointments do not fit any more", many)
    return _("{appointments}, and no way was found.").format(appointments=broken)


def after_cancelled(snapshot: Snapshot, person: Person, call: Event) -> list[DayWay]:
    """Return what can be done with the time of a call that is cancelled, by the people to tell."""
    told, hosts = concerned(snapshot, call, person)
    base = DayChoice(_("The time is left free"), told, hosts, 1, gone=(call,))
    without = replace(
        snapshot,
        events=[one for one in snapshot.events if one.id != call.id],
        person_attendances=[row for row in snapshot.person_attendances if row.event_id != call.id],
        attendances=[row for row in snapshot.attendances if row.event_id != call.id],
    )
    days = _days(without, person)
    found = [base]
    for other in (one.event for one in days[person.id] if one.event and one.event.kind is EventKind.CALL):
        theirs, more = concerned(without, other, person)
        moved = moved_to(without, other, call.starts)
        is_later = other.starts > call.starts and other.stop_id == call.stop_id
        if is_later and fits(without, days, [moved], theirs | {person.id}):
            text = _("“{event}” moves to {when}").format(
                event=other.name(current().language), when=current().moment(without.ends_of(moved).starts)
            )
            found.append(replace(base, text=text, told=told | theirs, others=hosts + more, events=(moved,)))
    found += _requests(without, person, call, base)
    return _ranked(DayWay((one,)) for one in found)


def accept(store: Store, person: Person, way: DayWay) -> None:
    """Go on in a way, as one step."""
    parts = {row.event_id: row for row in store.where(PersonAttendance, "person_id", [person.id])}
    seats = store.where(VehicleSeat, "person_id", [person.id])
    with store.change(message("Repair the day of {person}", person=named(person))) as change:
        for one in way.choices:
            for event in one.events:
                change.update(event)
            for event in one.out:
                row = parts.get(event.id)
                made = PersonAttendance(event_id=event.id, person_id=person.id, part=Part.OUT)
                change.update(replace(row, part=Part.OUT, enters=None)) if row else change.insert(made)
                change.delete(VehicleSeat, [seat.id for seat in seats if seat.event_id == event.id])
            _write_meetings(store, change, one)
            if one.seat:
                event, vehicle = one.seat
                change.delete(VehicleSeat, [seat.id for seat in seats if seat.event_id == event.id])
                made_seat = VehicleSeat(event_id=event.id, person_id=person.id, vehicle_id=vehicle.id, is_fixed=True)
                change.insert(made_seat)
            change.delete(Event, [event.id for event in one.gone])


def _write_meetings(store: Store, change: Change, choice: DayChoice) -> None:
    for meeting in choice.meetings:
        change.update(meeting) if meeting.id > 0 else change.insert(replace(meeting, id=0))
    for key, people in choice.attending:
        known = store.where(MeetingDelegate, "meeting_id", [key])
        change.delete(MeetingDelegate, [row.id for row in known])
        change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=one) for one in people)


def _is_same_flight(one: JourneyLeg, leg: JourneyLeg) -> bool:
    same = bool(leg.flight) and (one.flight, one.departs, one.arrives) == (leg.flight, leg.departs, leg.arrives)
    return one.id == leg.id or same


def _all_broken(snapshot: Snapshot, mine: Sequence[Commitment], leg: JourneyLeg) -> list[Commitment]:
    """Return what cannot be as planned on the days a flight touches, also where something before it is left out."""
    touched = {moment.date() for moment in (leg.departs, leg.arrives) if moment}
    left, found = list(mine), []
    while new := [one for step in with_ways(snapshot, left) if (one := _broken(step, touched))]:
        marks = {mark(one) for one in new}
        found += [one for one in left if mark(one) in marks]
        left = [one for one in left if mark(one) not in marks]
    return found


def _broken(step: DayStep, touched: set[date]) -> Commitment | None:
    """Return what clashes on one of the days: of a flight itself what comes before it."""
    one = step.occasion
    if not step.clash or not touched & {one.starts.date(), one.ends.date()}:
        return None
    return step.before if one.leg else one


def _days(snapshot: Snapshot, person: Person) -> Days:
    """Return where somebody is, and those who are at calls with them."""
    mine = occasions(snapshot, person)
    calls = [one.event for one in mine if one.event and one.event.kind is EventKind.CALL]
    others = {one.id: one for call in calls for one in entering(snapshot, call)}
    others |= {key: snapshot.person[key] for call in calls if (key := call.interpreter_id) in snapshot.person and key}
    return {**{key: occasions(snapshot, one) for key, one in others.items()}, person.id: mine}


def _holds(snapshot: Snapshot, person: Person, broken: Sequence[Commitment], way: DayWay, days: Days) -> bool:
    """Whether somebody can be everywhere in a way, and everybody else as far as they could before."""
    moved = [event for one in way.choices for event in one.events]
    mine = clashes(snapshot, list(_after(snapshot, days[person.id], way)))
    if any(mark(one) in pair for _clash, pair in mine for one in broken) or mine - clashes(snapshot, days[person.id]):
        return False
    people = frozenset().union(*(concerned(snapshot, event, person)[0] for event in moved))
    return fits(snapshot, days, moved, people)


def _after(snapshot: Snapshot, mine: Iterable[Commitment], way: DayWay) -> Iterable[Commitment]:
    gone = {event.id for one in way.choices for event in (*one.out, *one.gone)}
    moved = {event.id: event for one in way.choices for event in one.events}
    meetings = {meeting.id: meeting for one in way.choices for meeting in one.meetings}
    given = {key for one in way.choices for key, _people in one.attending}
    for one in mine:
        if one.event and one.event.id in moved:
            event = moved[one.event.id]
            yield replace(one, starts=event.starts, ends=event.ends, event=event)
        elif one.meeting and one.meeting.id in meetings and meetings[one.meeting.id].stands:
            slot = snapshot.slot[meetings[one.meeting.id].slot_id]
            yield replace(one, starts=slot.starts, ends=slot.ends)
        elif (one.event and one.event.id in gone) or (one.meeting and one.meeting.id in {*given, *meetings}):
            continue
        else:
            yield one


def _requests(snapshot: Snapshot, person: Person, call: Event, base: DayChoice) -> list[DayChoice]:
    """Return the open requests of somebody's companies that fit into the time of a call."""
    companies = set(snapshot.companies_of.get(person.id, ()))
    free = [slot.id for slot in snapshot.slots if slot.span.overlaps(call.span)]
    wanted = [one for one in planning.open_requests(snapshot) if companies & {*one.pair}] if free else []
    plan, found = Plan(snapshot, snapshot.meetings), []
    for request in wanted[:_MOST]:
        moves = Moves.of_request(plan, request)
        slot = next((key for key in free if moves.grade(key) is not Grade.REFUSED), None)
        if slot is not None:
            found.append(_placed(snapshot, person, moves.verdict(slot).meetings[0], base))
    return found


def _placed(snapshot: Snapshot, person: Person, meeting: Meeting, base: DayChoice) -> DayChoice:
    people = {one.id for key in meeting.pair for one in snapshot.meeting_people_of.get(key, [])} - {person.id}
    names = " – ".join(snapshot.company[key].name for key in meeting.pair)
    text = _("{companies} meet on {when}, as was asked for").format(
        companies=names, when=current().moment(snapshot.slot[meeting.slot_id].starts)
    )
    return replace(base, text=text, told=base.told | people, meetings=(meeting,))


def _ranked(ways: Iterable[DayWay]) -> list[DayWay]:
    different = {way.sentence: way for way in ways}
    return sorted(different.values(), key=lambda way: (way.told, way.missed, way.sentence))[:_MOST]
