"""The way from one meeting to another: entered between venues, by zones, from coordinates, else as is usual."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Mission, Travel, Venue, ZoneWay
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.domain.ways import UNKNOWN_WAY, Site
from tests.builders import DAY, VENUES, snapshot_of

HALL, PLANT = Site(1, venue_id=1), Site(1, venue_id=2)
OFFICE, OTHER = Site(1, company_id=3), Site(1, company_id=4)


def city(centre: str = "Centro", north: str = "Polanco", **parts: object) -> Snapshot:
    """The Hall and C1 in the centre, C2 in the north; from one to the other it takes 25 minutes, within 8."""
    usual = snapshot_of()
    zones = {3: centre, 4: north}
    ways = [
        ZoneWay(id=1, stop_id=1, zone="Centro", other="polanco", minutes=25),
        ZoneWay(id=2, stop_id=1, zone="Centro", other="Centro", minutes=8),
    ]
    made = {
        "companies": [replace(one, zone=zones.get(one.id, "")) for one in usual.companies],
        "venues": [replace(one, zone=centre) if one.id == 1 else one for one in usual.venues],
        "zone_ways": ways,
    }
    return snapshot_of(**{**made, **parts})


def at(slot: int, table: int | None, counterpart: int = 3, key: int = 1) -> Meeting:
    return Meeting(id=key, delegation_id=1, counterpart_id=counterpart, slot_id=slot, table_id=table)


def test_a_meeting_is_at_its_venue_or_at_the_office_of_the_host() -> None:
    assert (snapshot_of().site(at(1, 1)), snapshot_of().site(at(1, None))) == (HALL, OFFICE)


def test_zones_say_how_long_a_way_takes_in_either_direction_however_they_are_written() -> None:
    snapshot = city()
    assert [snapshot.way_between(*pair) for pair in ((OFFICE, OTHER), (OTHER, OFFICE), (HALL, OTHER))] == [25, 25, 25]


def test_within_a_zone_the_way_from_one_address_to_another_is_entered_too() -> None:
    snapshot = city()
    assert (snapshot.way_between(HALL, OFFICE), snapshot.way_between(OFFICE, OFFICE)) == (8, 0)


def test_coordinates_count_where_no_zones_do() -> None:
    usual = snapshot_of()
    points = {3: "19.4, -99.1", 4: "19.5, -99.1"}
    companies = [replace(one, coordinates=points.get(one.id, "")) for one in usual.companies]
    assert snapshot_of(companies=companies).way_between(OFFICE, OTHER) == 55


@pytest.mark.parametrize(("entered", "minutes"), [(None, UNKNOWN_WAY), (12, 12), (0, 0)])
def test_a_way_nobody_knows_takes_as_long_as_the_mission_says(entered: int | None, minutes: int) -> None:
    mission = Mission(starts=DAY, ends=DAY, travel_minutes=entered)
    assert snapshot_of(mission=mission).way_between(OFFICE, OTHER) == minutes


def test_what_is_entered_between_venues_wins_over_their_zones() -> None:
    venues = [Venue(id=n, stop_id=stop, name=name, zone="Centro") for n, stop, name in VENUES]
    assert city(venues=venues).way_between(HALL, PLANT) == 8
    ways = [Travel(id=1, venue_id=1, other_id=2, minutes=40)]
    assert city(venues=venues, travels=ways).way_between(HALL, PLANT) == 40
    assert city().way_between(HALL, PLANT) == 0


def test_there_is_no_way_to_another_stop() -> None:
    snapshot = city()
    assert snapshot.way_between(OFFICE, Site(2, company_id=4)) == snapshot.gap_between(HALL, Site(2, company_id=4)) == 0


def test_margins_come_before_and_after_a_visit_but_not_where_one_stays() -> None:
    snapshot = city()
    assert snapshot.gap_between(OFFICE, OTHER) == 25 + 2 * 10
    assert snapshot.gap_between(HALL, OTHER) == 25 + 10
    assert snapshot.gap_between(OTHER, OTHER) == snapshot.gap_between(HALL, HALL) == 0
    assert snapshot.gap(at(1, None), at(2, None, counterpart=4, key=2)) == 45
    assert snapshot.gap(at(1, 1), at(2, 2, key=2)) == 0


def test_an_office_lies_in_its_own_city() -> None:
    usual = snapshot_of()
    cities = {3: "monterrey", 4: "Toluca"}
    companies = [replace(one, city=cities.get(one.id, "")) for one in usual.companies]
    snapshot = snapshot_of(companies=companies)
    assert snapshot.office_stop == {3: 2}
    assert [snapshot.office_at(3, 1), snapshot.office_at(3, 2), snapshot.office_at(4, 1)] == [False, True, True]


def test_a_company_is_located_by_its_zone() -> None:
    office = Company(id=3, side=Side.COUNTERPART, name="C1", zone="Roma")
    companies = [office if one.id == 3 else one for one in snapshot_of().companies]
    assert snapshot_of(companies=companies).located(OFFICE) == office
