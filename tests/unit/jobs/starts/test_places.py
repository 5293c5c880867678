from datetime import date, time
from pathlib import Path

import pytest

from missionplanner.domain.mission import Mission, Stop, Table, Venue
from missionplanner.domain.timetable import Session, Slot
from missionplanner.errors import UserError
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.starts import places
from missionplanner.jobs.starts.places import Hours, NewVenue
from missionplanner.store.store import Store

FIRST, LAST = date(2027, 10, 12), date(2027, 10, 14)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    stops = (
        Stop(name_en="Lyon", time_zone="Europe/Paris", starts=FIRST, ends=FIRST),
        Stop(name_en="Lima", time_zone="America/Lima", starts=date(2027, 10, 13), ends=LAST),
    )
    mission = Mission(name="M", starts=FIRST, ends=LAST)
    return new_mission.create(tmp_path / "m.mission", new_mission.NewMission(mission, stops))


def _venues(store: Store) -> None:
    places.add_venues(store, [NewVenue(stop.id, f"V{stop.id}", 3) for stop in store.all(Stop)])


def test_venues_are_one_step_with_their_tables(store: Store) -> None:
    assert [stop.name_en for stop, _venue in places.venues_to_set_up(store)] == ["Lyon", "Lima"]
    _venues(store)
    assert places.venues_to_set_up(store) == []
    assert [table.number for table in store.all(Table)] == [1, 2, 3, 1, 2, 3]
    store.undo()
    assert store.all(Venue) == []
    store.redo()
    assert len(store.all(Venue)) == 2


def test_hours_are_held_on_the_clocks_of_each_city(store: Store) -> None:
    _venues(store)
    free = places.days_without_hours(store)
    assert [(stop.name_en, day.day) for _venue, stop, day in free] == [("Lyon", 12), ("Lima", 13), ("Lima", 14)]
    days = tuple((venue.id, day) for venue, _stop, day in free)
    hours = Hours(((time(9), time(10)), (time(14), time(14, 45))), days, 20, 5)
    assert places.add_hours(store, hours) == len(store.all(Slot)) == places.slots_in(hours) == 12
    assert [session.starts.isoformat() for session in store.all(Session)][::2] == [
        "2027-10-12T09:00:00+02:00", "2027-10-13T09:00:00-05:00", "2027-10-14T09:00:00-05:00",
    ]  # fmt: skip
    assert [session.name for session in store.all(Session)][:2] == ["Morning", "Afternoon"]
    assert places.days_without_hours(store) == []
    store.undo()
    assert store.all(Session) == []


def test_hours_without_room_for_a_slot_change_nothing(store: Store) -> None:
    _venues(store)
    venue = store.all(Venue)[0]
    with pytest.raises(UserError, match="no room for a slot"):
        places.add_hours(store, Hours(((time(9), time(9, 10)),), ((venue.id, FIRST),)))
    assert store.all(Session) == []
