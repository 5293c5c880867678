"""Arrivals, rooms and vehicles as plain data."""

from pathlib import Path

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.jobs.lists import travel
from missionplanner.messages import message
from tests.builders import moment, small_mission


def test_rooms_are_in_the_order_of_their_numbers_and_vehicles_have_their_people(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change(message("Add")) as change:
            hotel = change.insert(Hotel(name="Azul"))
            for person, room in ((1, "12"), (2, "9"), (3, "")):
                change.insert(Stay(person_id=person, hotel_id=hotel, room=room))
            ride = change.insert(
                Event(stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(8), ends=moment(9))
            )
            bus = change.insert(Vehicle(event_id=ride, name="Bus 1", seats=40))
            change.insert_all(VehicleSeat(event_id=ride, person_id=person, vehicle_id=bus) for person in (2, 1))
        snapshot = store.snapshot()
    assert [row["room"] for row in travel.stays(snapshot)] == ["", "9", "12"]
    row = travel.vehicle_row(snapshot, snapshot.vehicles[0])
    assert (row["transfer"], row["vehicle"], row["people"]) == ("Ride", "Bus 1", ["Given D1", "Given D2"])
