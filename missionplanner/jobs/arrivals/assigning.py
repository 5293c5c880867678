"""Seats and rooms given to everybody as one step, a lost vehicle repaired, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.people import Person
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.i18n import _, count, current
from missionplanner.jobs.arrivals.riders import group_of, rank_of, rider, riders, unknown
from missionplanner.messages import message
from missionplanner.scheduling import riding, sleeping
from missionplanner.scheduling.riding import Bus, VehicleSeats
from missionplanner.scheduling.sleeping import Bedding, Sleeper
from missionplanner.store.change import Change
from missionplanner.store.store import Store


@dataclass(slots=True)
class Assigned:
    """The outcome of giving seats or rooms."""

    placed: int = 0
    changed: tuple[int, ...] = ()
    """The people whose seat or room is another than before: those to tell."""
    problems: list[str] = field(default_factory=list)
    """Findings about what is missing, in sentences."""

    @property
    def sentence(self) -> str:
        """Says what it came to."""
        told = count("{n} person to tell", "{n} people to tell", len(self.changed))
        placed = count("{n} person has a place", "{n} people have a place", self.placed)
        return f"{placed}, {told}"


def transfers(snapshot: Snapshot) -> list[Event]:
    """Return the transfers that have vehicles, in the order of time."""
    found = [
        event for event in snapshot.events if event.kind is EventKind.TRANSFER and event.id in snapshot.vehicles_of
    ]
    return sorted(found, key=lambda event: (event.starts, event.id))


def seat(store: Store, events: Iterable[int] | None = None) -> Assigned:
    """Give everybody who rides with these transfers (None: with all) a seat, as one step; by hand given ones stay."""
    snapshot = store.snapshot()
    wanted = transfers(snapshot) if events is None else [one for one in snapshot.events if one.id in set(events)]
    outcome = Assigned()
    found = {}
    for event in wanted:
        people = [rider(snapshot, person) for person in riders(snapshot, event)]
        fixed = {one.person_id: one.vehicle_id for one in _seats(snapshot, event) if one.is_fixed}
        found[event.id] = riding.seated(people, _buses(snapshot, event), fixed)
        _tell(outcome, snapshot, event, found[event.id])
        outcome.problems += _unknown(snapshot, event)
    outcome.problems += _nowhere(snapshot, wanted)
    with store.change(message("Give seats in vehicles")) as change:
        for event in wanted:
            outcome.changed += _write(change, _seats(snapshot, event), event.id, found[event.id])
    outcome.changed = tuple(sorted(set(outcome.changed)))
    return outcome


def lose(store: Store, vehicle: Vehicle) -> Assigned:
    """Delete a vehicle and seat those who were in it elsewhere, as one step; everybody else stays."""
    snapshot = store.snapshot()
    event = next(one for one in snapshot.events if one.id == vehicle.event_id)
    before = {one.person_id: one.vehicle_id for one in _seats(snapshot, event)}
    people = [rider(snapshot, snapshot.person[key]) for key in before]
    buses = [bus for bus in _buses(snapshot, event) if bus.key != vehicle.id]
    after = riding.repaired(people, buses, before)
    outcome = Assigned()
    _tell(outcome, snapshot, event, after)
    with store.change(message("Go on without vehicle {name}", name=vehicle.name)) as change:
        left = [one for one in _seats(snapshot, event) if one.vehicle_id != vehicle.id]
        change.delete(Vehicle, [vehicle.id])
        _write(change, left, event.id, after)
    outcome.changed = tuple(riding.moved(before, after))
    return outcome


def put(store: Store, person: Person, vehicle: Vehicle) -> None:
    """Give somebody a seat by hand, as one step; it stays when seats are given anew."""
    found = [one for one in store.where(VehicleSeat, "person_id", [person.id]) if one.event_id == vehicle.event_id]
    with store.change(message("Give seats in vehicles")) as change:
        if found:
            change.update(replace(found[0], vehicle_id=vehicle.id, is_fixed=True))
        else:
            change.insert(
                VehicleSeat(event_id=vehicle.event_id, person_id=person.id, vehicle_id=vehicle.id, is_fixed=True)
            )


def rooms(store: Store) -> Assigned:
    """Give every stay a room, and a hotel where it has none, as one step; rooms that are given stay."""
    snapshot = store.snapshot()
    sleepers = [_sleeper(snapshot, stay) for stay in snapshot.stays]
    found = sleeping.bedded(sleepers, snapshot.hotels)
    with store.change(message("Give rooms")) as change:
        for stay in found.stays:
            change.update(stay)
    changed = tuple(sorted({stay.person_id for stay in found.stays}))
    lost = {stay.id for stay in found.without}
    outcome = Assigned(len({stay.person_id for stay in snapshot.stays if stay.id not in lost}), changed)
    outcome.problems = room_problems(snapshot, found)
    return outcome


def _sleeper(snapshot: Snapshot, stay: Stay) -> Sleeper:
    person = snapshot.person[stay.person_id]
    return Sleeper(stay, group_of(snapshot, person), rank_of(person), person.gender.value)


def room_problems(snapshot: Snapshot, found: Bedding) -> list[str]:
    """Return what is missing for everybody to have a bed as they want it, in sentences."""

    def name(stay: Stay) -> str:
        return snapshot.person[stay.person_id].full_name

    hotels = {hotel.id: hotel for hotel in snapshot.hotels}
    lines = [
        _("{person} has no bed: {why}.").format(person=name(stay), why=_why(stay, hotels)) for stay in found.without
    ]
    lines += [one_sided(name(one), name(other), other) for one, other in found.one_sided]
    lines += [
        _("{person} wants to share a room and shares it with nobody.").format(person=name(stay)) for stay in found.alone
    ]
    return list(dict.fromkeys(lines))


def one_sided(person: str, mate: str, other: Stay) -> str:
    """Return a sentence on somebody who wants to share with one who does not; other: the stay of that one."""
    why = _("names somebody else") if other.mate_id else _("asks for a room alone")
    return _("{person} wants to share with {mate}, who {otherwise}.").format(person=person, mate=mate, otherwise=why)


def _why(stay: Stay, hotels: dict[int, Hotel]) -> str:
    if stay.hotel_id in hotels:
        return _("{hotel} is full").format(hotel=hotels[stay.hotel_id].name)
    return _("no hotel of the stop has a room") if stay.stop_id else _("neither a hotel nor a stop is known")


def _seats(snapshot: Snapshot, event: Event) -> list[VehicleSeat]:
    return [seat for seat in snapshot.seats if seat.event_id == event.id]


def _buses(snapshot: Snapshot, event: Event) -> list[Bus]:
    return [Bus(one.id, one.room, one.is_accessible) for one in snapshot.vehicles_of.get(event.id, ())]


def _tell(outcome: Assigned, snapshot: Snapshot, event: Event, found: VehicleSeats) -> None:
    """Note what is missing with a transfer."""
    t = current()
    transfer = event.name(t.language)
    outcome.placed += len(found.vehicle_of)
    for key in found.without:
        person = snapshot.person[key].full_name
        outcome.problems.append(_("{person} has no seat in “{transfer}”.").format(person=person, transfer=transfer))
    for key in found.no_access:
        text = _("{person} needs a vehicle a wheelchair gets in; “{transfer}” has none for them.")
        outcome.problems.append(text.format(person=snapshot.person[key].full_name, transfer=transfer))
    for group in found.apart:
        if group > 0:
            text = _("{company} sits in several vehicles of “{transfer}”.")
            outcome.problems.append(text.format(company=snapshot.company[group].name, transfer=transfer))


def _nowhere(snapshot: Snapshot, events: Iterable[Event]) -> list[str]:
    """Return findings about hotels at no stop: the nights in them do not say who goes on."""
    if not any(event.to_stop_id for event in events):
        return []
    used = {stay.hotel_id for stay in snapshot.stays}
    text = _("It is not known at which stop {hotel} is, so that nights in it do not say who rides.")
    return [text.format(hotel=one.name) for one in snapshot.hotels if one.id in used and not one.stop_id]


def _unknown(snapshot: Snapshot, event: Event) -> list[str]:
    people = unknown(snapshot, event)
    if not people:
        return []
    names = ", ".join(person.full_name for person in people[:_NAMED]) + (" …" if len(people) > _NAMED else "")
    t = current()
    text = t.plural(
        "{n} person of “{transfer}” has no seat, for too little is known of nights and flights: {names}",
        "{n} people of “{transfer}” have no seat, for too little is known of nights and flights: {names}",
        len(people),
    )
    return [text.format(n=t.number(len(people)), transfer=event.name(t.language), names=names)]


_NAMED = 40
"""The people named in a sentence."""


def _write(change: Change, before: Sequence[VehicleSeat], event_id: int, found: VehicleSeats) -> tuple[int, ...]:
    """Write the seats of a transfer; return whose is another than before."""
    there = {one.person_id: one for one in before}
    gone = [one.id for key, one in there.items() if key not in found.vehicle_of]
    if gone:
        change.delete(VehicleSeat, gone)
    changed = [key for key in there if key not in found.vehicle_of]
    new = []
    for key, vehicle in found.vehicle_of.items():
        if key not in there:
            new.append(VehicleSeat(event_id=event_id, person_id=key, vehicle_id=vehicle))
        elif there[key].vehicle_id != vehicle:
            change.update(replace(there[key], vehicle_id=vehicle))
        else:
            continue
        changed.append(key)
    change.insert_all(new)
    return tuple(changed)
