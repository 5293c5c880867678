"""Legs as tables tell them: what they are to the mission, on which clocks, and which leg of the mission they change."""

from datetime import date, datetime

import pytest

from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.mission import Stop
from missionplanner.exchange.travel_cells import Segment
from missionplanner.exchange.travel_tables import ToldLeg
from missionplanner.jobs.arrivals.journeys import Map, legs, merged

STOP = Stop(
    name_en="Mexico City",
    country="MX",
    time_zone="America/Mexico_City",
    starts=date(2026, 2, 15),
    ends=date(2026, 2, 18),
)
MAP = Map((STOP,), frozenset(("MX",)), STOP.time_zone)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-02-{text}")


def told(flight: str, way: str, departs: str = "", arrives: str = "", leg: str = "") -> ToldLeg:
    start, _dash, end = way.partition("-")
    segment = Segment(flight, start, end, at(departs) if departs else None, at(arrives) if arrives else None)
    return ToldLeg(segment, leg, frozenset((*(("dep",) if departs else ()), *(("arr",) if arrives else ()))))


def test_places_say_who_comes_leaves_or_is_on_the_way() -> None:
    found = legs(1, [told("D", "MEX-YUL", "21T23:55"), told("F", "YHZ-YUL", "14T10:00"), told("A", "YUL-MEX", "14T19:20"),
                     told("B", "MEX-MTY", "18T09:05")], MAP)  # fmt: skip
    assert [(leg.flight, leg.kind) for leg in found] == [
        ("F", LegKind.BETWEEN), ("A", LegKind.ARRIVAL), ("B", LegKind.BETWEEN), ("D", LegKind.DEPARTURE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (told("A", "-XQX", arrives="14T10:00", leg="out"), told("D", "XQX-", "21T10:00", leg="back")),
        (told("A", "-", arrives="14T10:00"), told("D", "-", departs="21T10:00")),
        (told("A", "-", "14T10:00", "14T12:00"), told("D", "-", "21T10:00", "21T12:00")),
    ],
)
def test_where_no_place_is_known_columns_and_time_say_it(one: ToldLeg, two: ToldLeg) -> None:
    assert [leg.kind for leg in legs(1, [two, one], MAP)] == [LegKind.ARRIVAL, LegKind.DEPARTURE]


def test_times_are_on_the_clocks_of_their_places_and_nobody_lands_before_taking_off() -> None:
    (leg,) = legs(1, [told("A", "YVR-MEX", "14T23:50", "14T07:35")], MAP, "PNR1")
    assert (leg.departs, leg.arrives) == (
        datetime.fromisoformat("2026-02-14T23:50-08:00"), datetime.fromisoformat("2026-02-15T07:35-06:00"),
    )  # fmt: skip
    assert leg.booking == "PNR1"


def test_a_changed_flight_takes_the_place_of_the_one_before() -> None:
    there = JourneyLeg(
        id=5, uid="u", person_id=1, flight="AC991", origin="YYZ", arrives=at("14T13:10-06:00"), note="late"
    )
    same, other, later = (
        JourneyLeg(person_id=1, flight=flight, destination="MEX", arrives=at(f"{when}-06:00"))
        for flight, when in (("AC991", "14T13:10"), ("AC995", "15T12:40"), ("AC991", "25T12:40"))
    )
    ((before, after),) = merged([there], [same])
    assert (before, after.id, after.origin, after.destination, after.note) == (there, 5, "YYZ", "MEX", "late")
    ((before, after),) = merged([there], [other])
    assert (before, after.flight, after.origin, after.note) == (there, "AC995", "", "late")
    assert merged([there], [later]) == [(None, later)]
