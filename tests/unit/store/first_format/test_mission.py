"""What a mission is made of goes with what it belongs to."""

from missionplanner.domain.mission import Sector, SectorStop, Stop, Table, Venue
from missionplanner.domain.timetable import Session, Slot
from missionplanner.messages import message
from missionplanner.store.store import Store


def test_a_venue_takes_its_tables_and_sessions_with_it(store: Store) -> None:
    with store.change(message("Delete")) as change:
        change.delete(Venue, [1])
    assert [store.count(kind) for kind in (Stop, Venue, Table, Session, Slot)] == [1, 0, 0, 0, 0]


def test_a_sector_takes_its_subsectors_and_stops_with_it(store: Store) -> None:
    with store.change(message("Fill")) as change:
        change.insert(Sector(code="AM-1", name_en="Castings", parent_id=1))
        change.insert(SectorStop(sector_id=1, stop_id=1))
    with store.change(message("Delete")) as change:
        change.delete(Sector, [1])
    assert (store.count(Sector), store.count(SectorStop), store.count(Stop)) == (0, 0, 1)
