"""Seats and rooms given as one step, a lost vehicle repaired, and what is missing in words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.jobs.arrivals import assigning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.unit.jobs.arrivals.missions import key, travelling


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with travelling(tmp_path / "m.mission") as store:
        with store.change(message("Add")) as change:
            change.insert(Event(stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(8), ends=moment(9)))
            for name, seats in (("Bus 1", 3), ("Bus 2", 2)):
                change.insert(Vehicle(event_id=1, name=name, seats=seats))
        yield store


def seats(store: Store) -> dict[int, int]:
    """Return the vehicle of everybody."""
    return {seat.person_id: seat.vehicle_id for seat in store.all(VehicleSeat)}


def test_everybody_gets_a_seat_in_one_step_and_by_hand_given_ones_stay(store: Store) -> None:
    assert assigning.seat(store).sentence == "4 people have a place, 4 people to tell"
    assert seats(store)[key(store, "Ana")] == seats(store)[key(store, "Bo")] == 1
    assert assigning.seat(store).sentence == "4 people have a place, 0 people to tell"
    snapshot = store.snapshot()
    assigning.put(store, snapshot.person[key(store, "Ana")], store.all(Vehicle)[1])
    assert seats(store)[key(store, "Ana")] == 2
    assigning.seat(store, [1])
    assert seats(store)[key(store, "Ana")] == 2
    for _step in range(3):
        store.undo()
    assert seats(store) == {}


def test_a_seat_can_be_given_by_hand_before_any_other(store: Store) -> None:
    assigning.put(store, store.snapshot().person[key(store, "Bo")], store.all(Vehicle)[0])
    assert [seat.is_fixed for seat in store.all(VehicleSeat)] == [True]


def test_losing_a_vehicle_tells_those_who_sat_in_it(store: Store) -> None:
    assigning.seat(store)
    before = seats(store)
    lost = assigning.lose(store, store.all(Vehicle)[1])
    assert set(lost.changed) == {person for person, vehicle in before.items() if vehicle == 2}
    assert len([text for text in lost.problems if text == "David Penner has no seat in “Ride”."]) == 1
    assert [one.name for one in store.all(Vehicle)] == ["Bus 1"]
    store.undo()
    assert (seats(store), len(store.all(Vehicle))) == (before, 2)


def test_a_hotel_at_no_stop_is_told_where_a_transfer_goes_between_stops(store: Store) -> None:
    with store.change(message("Add")) as change:
        for number in range(2):
            change.insert(Hotel(name=f"Hotel {number}"))
        change.insert(Stay(person_id=key(store, "Ana"), hotel_id=1))
    assert assigning.seat(store).problems == []
    with store.change(message("Change")) as change:
        change.update(replace(store.all(Event)[0], to_stop_id=2))
    assert assigning.seat(store).problems == [
        "It is not known at which stop Hotel 0 is, so that nights in it do not say who rides."
    ]


def test_what_is_missing_with_seats_is_told(store: Store) -> None:
    with store.change(message("Change")) as change:
        change.delete(Vehicle, [2])
        person = store.snapshot().person[key(store, "Ana")]
        change.update(replace(person, access_needs="wheelchair"))
    found = assigning.seat(store)
    assert found.problems == [
        "David Penner has no seat in “Ride”.", "Ana Roy needs a vehicle a wheelchair gets in; “Ride” has none for them.",
    ]  # fmt: skip


def test_everybody_gets_a_room_and_what_is_missing_is_told(store: Store) -> None:
    ana, bo, david = key(store, "Ana"), key(store, "Bo"), key(store, "David")
    first = date(2026, 2, 15)
    with store.change(message("Add")) as change:
        hotel = change.insert(Hotel(name="Azul", stop_id=1, singles=0, doubles=0, twins=1))
        for person, mate, place in ((ana, bo, hotel), (bo, None, hotel), (david, None, hotel), (david + 1, None, None)):
            kind = RoomKind.TWIN if mate else RoomKind.SINGLE
            change.insert(
                Stay(
                    person_id=person,
                    hotel_id=place,
                    kind=kind,
                    mate_id=mate,
                    check_in=first,
                    check_out=first + timedelta(3),
                )
            )
    found = assigning.rooms(store)
    assert found.sentence == "2 people have a place, 2 people to tell"
    assert {one.person_id: one.room for one in store.all(Stay)} == {ana: "1", bo: "1", david: "", david + 1: ""}
    assert found.problems == [
        "David Penner has no bed: Azul is full.", "David Penner has no bed: neither a hotel nor a stop is known.",
        "Ana Roy wants to share with Bo Chen, who asks for a room alone.",
    ]  # fmt: skip
    store.undo()
    assert {one.room for one in store.all(Stay)} == {""}


def test_who_sleeps_in_two_hotels_is_one_person_who_has_a_place(store: Store) -> None:
    ana = key(store, "Ana")
    with store.change(message("Add")) as change:
        for number, first in enumerate((date(2026, 2, 15), date(2026, 2, 18))):
            hotel = change.insert(Hotel(name=f"Azul {number}", stop_id=1, singles=1))
            change.insert(Stay(person_id=ana, hotel_id=hotel, check_in=first, check_out=first + timedelta(3)))
    assert assigning.rooms(store).sentence == "1 person has a place, 1 person to tell"
