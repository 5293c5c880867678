"""Hard rules about several meetings."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Owner
from missionplanner.messages import message
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, small_mission
from tests.unit.scheduling.cases import CASES, MEET, away, daily, placed

NAMES = [constraint.__name__ for constraint in MODELLED]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Two slots (9:00 and 9:25), two tables, requests D1-C1 and D1-C2."""
    with small_mission(tmp_path / "m.mission", slots=2) as found:
        ask(found, ("D1", "C1", MEET), ("D1", "C2", MEET))
        yield found


@pytest.mark.parametrize("rule", NAMES)
def test_engine_places_both_meetings_where_the_rule_leaves_room(store: Store, rule: str) -> None:
    CASES[rule][0](store)
    assert placed(store) == 2


@pytest.mark.parametrize("rule", NAMES)
def test_engine_places_no_more_than_the_rule_allows(store: Store, rule: str) -> None:
    CASES[rule][1](store)
    assert placed(store) == CASES[rule][2]


def test_a_day_full_of_locked_meetings_takes_no_more(store: Store) -> None:
    meet(store, "D1", "C3", 0, 0, locked=True)
    daily(store, 1)
    assert placed(store) == 1


def test_companies_with_two_delegates_are_in_two_meetings_where_the_mission_allows_it(store: Store) -> None:
    away(store, Owner.COMPANY, key_of(store, "D1"), 25, 45)
    assert placed(store) == 1
    with store.change(message("x")) as change:
        change.update(replace(store.mission, several_at_once=True))
        change.insert(Person(company_id=key_of(store, "D1"), given_name="Second", family_name="D1"))
    assert placed(store) == 2
