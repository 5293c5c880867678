"""A mission of the nineteenth format knows nothing of journeys and rooms, and may from then on."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.events import Event, EventKind, Part, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.sign_ins import SignIn
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import moment, small_mission
from tests.unit.store.first_file import write_nineteenth_format

NEW = (JourneyLeg, Hotel, Stay, Vehicle, VehicleSeat, SignIn)


def test_an_older_mission_gets_journeys_rooms_and_seats_from_then_on(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    with Store.open(write_nineteenth_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert (store.format, [store.all(kind) for kind in NEW]) == (schema.FORMAT, [[]] * 6)
        with store.change(message("Add")) as change:
            ride = change.insert(
                Event(stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(8), ends=moment(9))
            )
            change.insert(JourneyLeg(person_id=1, flight="AC991", arrives=moment(8)))
            change.insert(Stay(person_id=1, hotel_id=change.insert(Hotel(name="Reforma")), mate_id=2))
            bus = change.insert(Vehicle(event_id=ride, name="Bus 1", seats=40))
            change.insert(VehicleSeat(event_id=ride, person_id=1, vehicle_id=bus))
            change.insert(SignIn(person_id=1, event_id=ride, at=moment(8)))
            change.insert(PersonAttendance(event_id=ride, person_id=1, part=Part.IN, enters=2))
        before = [store.all(kind) for kind in (*NEW, PersonAttendance)]
        with store.change(message("Delete")) as change:
            change.delete(Vehicle, [bus])
            change.delete(Hotel, [1])
        assert (store.all(VehicleSeat), store.all(Stay)[0].hotel_id) == ([], None)
        store.undo()
        assert [store.all(kind) for kind in (*NEW, PersonAttendance)] == before


def test_events_of_an_older_mission_can_become_bilateral_calls(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store, store.change(message("Add")) as change:
        change.insert(Event(stop_id=1, name_en="Call", starts=moment(8), ends=moment(9)))
    with Store.open(write_nineteenth_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        event = store.all(Event)[0]
        assert (event.host_id, event.hosts, event.interpreter_id) == (None, "", None)
        with store.change(message("Change")) as change:
            change.update(replace(event, kind=EventKind.CALL, host_id=4, hosts="Ana\nLuis", interpreter_id=1))
        store.undo()
        assert store.all(Event)[0] == event
