"""The clocks and countries of places."""

from datetime import date

import pytest

from missionplanner.domain.mission import Stop
from missionplanner.jobs.arrivals.airports import airports, located

STOP = Stop(name_en="Springfield", name_fr="Champ", spellings="SPF", country="CA", time_zone="America/Toronto",
            starts=date(2026, 2, 15), ends=date(2026, 2, 15))  # fmt: skip


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("MEX", ("MX", "America/Mexico_City")), ("yul", ("CA", "America/Toronto")), ("champ", ("CA", "America/Toronto")),
        ("Monterrey", ("MX", "America/Monterrey")), ("nowhere at all", ("", "")), ("", ("", "")),
    ],
)  # fmt: skip
def test_airports_stops_and_cities_are_found(place: str, found: tuple[str, str]) -> None:
    assert located(place, [STOP]) == found


def test_the_list_has_the_airports_of_the_world() -> None:
    assert (len(airports()) > 7000, airports()["CDG"].city) == (True, "Paris")
