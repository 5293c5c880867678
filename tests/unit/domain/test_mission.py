"""The mission itself, its stops and sectors: their names and what is usual."""

from datetime import timedelta

import pytest

from missionplanner.domain import mission
from missionplanner.domain.goals import Goal
from missionplanner.domain.mission import Mission, Sector, Stop
from tests.builders import DAY, defaults


def test_a_new_mission_has_three_languages_and_no_limits() -> None:
    assert defaults(Mission) == {
        "id": 0,
        "languages": "en,fr,es",
        "several_at_once": False,
        "goal": Goal.DAYS,
        "host_day": 2,
        "guest_day": 1,
        "longest_run": 5,
        "figure_months": 24,
    }
    assert defaults(Stop) == {"id": 0, "time_zone": "UTC", "visit_margin": 10}


@pytest.mark.parametrize("name", ["Travel", "Table", "Sector", "SectorStop", "MissionText", "Synonyms", "MatchWeight"])
def test_new_records_have_no_key(name: str) -> None:
    assert defaults(getattr(mission, name)) == {"id": 0}


def test_a_new_venue_is_a_building() -> None:
    assert defaults(mission.Venue) == {"id": 0, "online": False}


def test_names_are_those_of_the_language_or_the_first() -> None:
    one = Mission(name="Mission", name_fr="La mission", starts=DAY, ends=DAY)
    assert [one.called(language) for language in ("en", "fr", "es")] == ["Mission", "La mission", "Mission"]
    stop = Stop(name_en="Mexico City", name_es="Ciudad de México", starts=DAY, ends=DAY)
    assert [stop.name(language) for language in ("en", "fr", "es")] == [
        "Mexico City",
        "Mexico City",
        "Ciudad de México",
    ]
    sector = Sector(code="F", name_en="Food", name_fr="Aliments")
    assert [sector.name(language) for language in ("en", "fr", "es")] == ["Food", "Aliments", "Food"]


@pytest.mark.parametrize(("first", "last", "parallel"), [(-2, -1, False), (-2, 0, True), (1, 5, True), (2, 5, False)])
def test_stops_that_share_a_day_are_in_parallel(first: int, last: int, parallel: bool) -> None:
    here = Stop(id=1, name_en="Here", starts=DAY, ends=DAY + timedelta(1))
    there = Stop(id=2, name_en="There", starts=DAY + timedelta(first), ends=DAY + timedelta(last))
    assert here.in_parallel(there) is parallel
    assert there.in_parallel(here) is parallel
    assert not here.in_parallel(here)
