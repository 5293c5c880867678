"""A mission whose people arrive, sleep and are driven."""

from datetime import date, datetime

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment


def travel(store: Store) -> None:
    """Give people of a small mission a flight, rooms and a bus."""
    with store.change(message("Travel")) as change:
        change.insert(
            JourneyLeg(person_id=1, flight="AC991", origin="YYZ", destination="MEX", note="window",
                       departs=datetime.fromisoformat("2026-02-15T08:00-05:00"),
                       arrives=datetime.fromisoformat("2026-02-15T12:30-06:00"))
        )  # fmt: skip
        hotel = change.insert(Hotel(name="Azul", stop_id=1))
        change.insert(
            Stay(person_id=1, hotel_id=hotel, kind=RoomKind.TWIN, mate_id=3, room="12",
                 check_in=date(2026, 2, 15), check_out=date(2026, 2, 18))
        )  # fmt: skip
        change.insert(Stay(person_id=2, stop_id=1))
        ride = change.insert(
            Event(stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(8), ends=moment(9))
        )
        bus = change.insert(Vehicle(event_id=ride, name="Bus 1", seats=40, kept_free=2, is_accessible=True))
        change.insert_all(VehicleSeat(event_id=ride, person_id=person, vehicle_id=bus) for person in (2, 1))
    store.steps.seal()
