"""Venues and offices as integers, with the ways between them."""

from missionplanner.scheduling.sites import Sites
from tests.unit.domain.test_ways import city


def test_sites_are_the_venues_and_the_offices_that_come_up() -> None:
    sites = Sites(city())
    assert (sites.gaps(), sites.drives()) == ((), ())
    assert not sites.has_offices
    assert [sites.venue(3), sites.office(4, 1), sites.office(3, 1), sites.office(4, 1), sites.office(4, 2)] == [
        2,
        3,
        4,
        3,
        5,
    ]
    assert sites.has_offices


def test_between_sites_are_ways_with_margins_and_without() -> None:
    sites = Sites(city())
    assert [sites.office(3, 1), sites.office(4, 1)] == [3, 4]
    # Hall, Plant, Tower, C1, C2: of the Plant nobody knows the zone.
    assert sites.drives()[0] == (0, 0, 0, 8, 25)
    assert sites.gaps()[0] == (0, 0, 0, 18, 35)
    assert sites.gaps()[3] == (18, 40, 0, 0, 45)
