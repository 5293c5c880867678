"""Vehicles of transfers: how many people they take."""

from missionplanner.domain.vehicles import Vehicle


def test_a_vehicle_takes_as_many_as_it_has_seats_but_those_kept_free() -> None:
    seats = ((40, 2), (8, 0), (2, 3))
    found = [Vehicle(event_id=1, name="Bus", seats=all_, kept_free=free).room for all_, free in seats]
    assert found == [38, 8, 0]
