"""What people do to their copies about travel: journeys, rooms, vehicles, seats, sign-ins, and who enters at a call."""

import random
from datetime import UTC, datetime, timedelta

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.sign_ins import SignIn
from missionplanner.domain.vehicles import Vehicle
from missionplanner.jobs.arrivals import assigning, entering, signing_in
from missionplanner.jobs.people import call_order
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.merging.acts import NothingToDo, act, one_of, record

_NOON, _HOUR = datetime(2026, 2, 16, 15, tzinfo=UTC), timedelta(hours=1)
_PLACES = ("MEX", "YYZ", "GDL")


def _somebody(store: Store, chance: random.Random) -> Person:
    return one_of([person for person in store.all(Person) if not is_anonymous(person)], chance)


def _event(store: Store, kind: EventKind, chance: random.Random) -> Event:
    """Return an event of a kind; make another one such where there is none."""
    found = [event for event in store.all(Event) if event.kind is kind]
    if found:
        return one_of(found, chance)
    at = _NOON + timedelta(hours=chance.randrange(5))
    made = Event(stop_id=record(store, Stop, chance).id, kind=kind, name_en="Way", starts=at, ends=at + _HOUR)
    with store.change(message("Add event")) as change:
        change.insert(made)
    raise NothingToDo


@act
def travel(store: Store, chance: random.Random) -> None:
    """Enter, change or delete a journey."""
    legs, way = store.all(JourneyLeg), chance.randrange(3)
    at = (_NOON + timedelta(hours=chance.randrange(9))).replace(tzinfo=None)
    values = {"flight": f"AC{chance.randrange(3)}", "arrives": at, "destination": chance.choice(_PLACES)}
    if way == 0 or not legs:
        kind = chance.choice(list(LegKind))
        entering.enter_leg(store, None, {"person_id": _somebody(store, chance).id, "kind": kind, **values})
    elif way == 1:
        entering.enter_leg(store, chance.choice(legs), values)
    else:
        entering.remove(store, JourneyLeg, [chance.choice(legs).id])


@act
def sleep(store: Store, chance: random.Random) -> None:
    """Enter a hotel or a stay, change one, or give everybody rooms."""
    hotels, stays, way = store.all(Hotel), store.all(Stay), chance.randrange(4)
    if way == 0 or not hotels:
        known = one_of([*hotels, None], chance)
        entering.enter_hotel(store, known, {"name": chance.choice("ABC"), "singles": chance.randrange(3)})
    elif way == 1 or not stays:
        values = {"person_id": _somebody(store, chance).id, "kind": chance.choice(list(RoomKind))}
        entering.enter_stay(store, None, {**values, "hotel_id": chance.choice(hotels).id})
    elif way == 2:
        entering.enter_stay(store, chance.choice(stays), {"room": str(chance.randrange(3))})
    else:
        assigning.rooms(store)


@act
def ride(store: Store, chance: random.Random) -> None:
    """Enter a vehicle of a transfer, give seats, or lose a vehicle."""
    event, buses, way = _event(store, EventKind.TRANSFER, chance), store.all(Vehicle), chance.randrange(4)
    if way == 0 or not buses:
        entering.enter_vehicle(store, None, {"event_id": event.id, "name": chance.choice("XYZ"), "seats": 2})
    elif way == 1:
        assigning.put(store, _somebody(store, chance), chance.choice(buses))
    elif way == 2:
        assigning.seat(store)
    else:
        assigning.lose(store, chance.choice(buses))


@act
def sign(store: Store, chance: random.Random) -> None:
    """Sign somebody in, or take that back."""
    desk = signing_in.desk_of(one_of([*store.all(Event), None], chance))
    if chance.random() < 0.7 or not store.all(SignIn):
        at = _NOON + timedelta(minutes=chance.randrange(9))
        signing_in.sign_in_on_paper(store, desk, [_somebody(store, chance).id], at)
    else:
        signing_in.sign_out(store, desk, [_somebody(store, chance).id])


@act
def order_entering(store: Store, chance: random.Random) -> None:
    """Put in order who enters at a call."""
    call = _event(store, EventKind.CALL, chance)
    people = [person.id for person in store.all(Person) if not is_anonymous(person)]
    call_order.put_in_order(store, call.id, chance.sample(people, k=min(3, len(people))))
