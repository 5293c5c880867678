"""The look-ups for journeys, stays, vehicles and seats of a mission."""

from datetime import date, datetime
from pathlib import Path

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.messages import message
from tests.builders import moment, small_mission


def test_journeys_stays_and_seats_are_found_by_their_people(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change(message("Add")) as change:
            ride = change.insert(
                Event(stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(8), ends=moment(9))
            )
            bus = change.insert(Vehicle(event_id=ride, name="Bus 1", seats=40))
            change.insert(VehicleSeat(event_id=ride, person_id=1, vehicle_id=bus))
            hotel = change.insert(Hotel(name="Reforma"))
            for day in (18, 15):
                change.insert(Stay(person_id=1, hotel_id=hotel, check_in=date(2026, 2, day)))
            for kind, hour in (
                (LegKind.DEPARTURE, 9),
                (LegKind.DEPARTURE, 18),
                (LegKind.ARRIVAL, 7),
                (LegKind.ARRIVAL, 8),
            ):
                at = datetime.fromisoformat(f"2026-02-15T{hour:02}:00-06:00")
                change.insert(JourneyLeg(person_id=1, kind=kind, departs=at, flight=f"F{hour}"))
        snapshot = store.snapshot()
    first, last = snapshot.leg_of(1, LegKind.ARRIVAL), snapshot.leg_of(1, LegKind.DEPARTURE)
    assert [leg.flight for leg in (first, last) if leg] == ["F7", "F18"]
    assert snapshot.leg_of(2, LegKind.ARRIVAL) is None
    assert [leg.flight for leg in snapshot.legs_of[1]] == ["F7", "F8", "F9", "F18"]
    assert [stay.check_in for stay in snapshot.stays_of[1]] == [date(2026, 2, 15), date(2026, 2, 18)]
    assert (snapshot.vehicles_of[ride], snapshot.vehicle[bus].name) == ([snapshot.vehicles[0]], "Bus 1")
    assert (snapshot.seat_of[ride, 1].vehicle_id, snapshot.hotel[hotel].name) == (bus, "Reforma")
