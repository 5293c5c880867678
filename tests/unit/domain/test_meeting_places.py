"""Where a meeting is held, in words."""

from dataclasses import replace

from missionplanner.domain import meeting_places
from missionplanner.domain.mission import Venue
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from tests.builders import VENUES, snapshot_of

TABLE = Meeting(id=1, delegation_id=1, counterpart_id=3, slot_id=1, table_id=2)
VISIT = replace(TABLE, table_id=None)


def snapshot() -> Snapshot:
    known = snapshot_of()
    office = {"address": "Av. Juárez 1\nPiso 3", "zone": "Centro", "postal_code": "06000", "city": "Ciudad de México"}
    companies = [replace(one, **office) if one.id == 3 else one for one in known.companies]
    venues = [Venue(id=n, stop_id=stop, name=name, address="Reforma 9") for n, stop, name in VENUES]
    return snapshot_of(companies=companies, venues=venues)


def test_a_meeting_at_a_table_has_its_number() -> None:
    known = snapshot()
    assert (meeting_places.table_number(known, TABLE), meeting_places.table_shown(known, TABLE)) == (2, "2")
    assert meeting_places.spot(known, TABLE) == "Table 2"
    assert meeting_places.venue_and_table(known, TABLE) == "Hall, table 2"
    assert meeting_places.moved_to(known, TABLE, "9:00") == "D1 – C1: 9:00, table 2."
    assert (meeting_places.place_name(known, TABLE), meeting_places.address(known, TABLE)) == ("Hall", "Reforma 9")


def test_a_visit_has_the_office_of_its_host() -> None:
    known = snapshot()
    assert (meeting_places.table_number(known, VISIT), meeting_places.table_shown(known, VISIT)) == (0, "Office")
    assert meeting_places.spot(known, VISIT) == "At the host’s office"
    assert meeting_places.venue_and_table(known, VISIT) == "Office of C1, Centro"
    assert meeting_places.moved_to(known, VISIT, "9:00") == "D1 – C1: 9:00, at the host’s office."
    assert meeting_places.place_name(known, VISIT) == "the office of C1"
    assert meeting_places.address(known, VISIT) == "Av. Juárez 1 Piso 3, Centro, 06000 Ciudad de México"
