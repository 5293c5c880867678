"""Places and times are found by their keys and by one another."""

from missionplanner.domain.mission import Table
from tests.builders import snapshot_of


def test_a_slot_is_at_the_venue_and_stop_of_its_session() -> None:
    snapshot = snapshot_of()
    slot = snapshot.slots[0]
    venue = snapshot.venue[snapshot.session[slot.session_id].venue_id]
    assert snapshot.venue_of_slot[slot.id] == venue
    assert snapshot.stop_of_slot[slot.id] == snapshot.stop[venue.stop_id]
    assert snapshot.slot[slot.id] == slot


def test_tables_are_in_the_order_of_their_numbers() -> None:
    tables = [Table(id=8, venue_id=1, number=2), Table(id=9, venue_id=1, number=1)]
    snapshot = snapshot_of(tables=tables)
    assert snapshot.tables_of == {1: tables[::-1]}
    assert snapshot.table == {8: tables[0], 9: tables[1]}
