"""What companies ask for and get, and who has too little or too much of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.balances import LEAST, MOST, balances, limits
from missionplanner.domain.requests import Priority
from missionplanner.store.store import Store
from tests.builders import ask, meet, small_mission

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_shares_tell_who_has_too_few_and_too_many(store: Store) -> None:
    with store.change("Limits") as change:
        change.update(replace(store.mission, meetings_least=1, meetings_most=2))
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MUST), ("D1", "C3", MEET), ("D2", "C1", MEET), ("D3", "C2", NO))
    meet(store, "D1", "C1", 0, 0)
    found = {one.company.name: one for one in balances(store.snapshot())}
    assert {name: one.state for name, one in found.items()} == {
        "D1": "many",
        "D2": "unmet",
        "D3": "few",
        "C1": "good",
        "C2": "unmet",
        "C3": "unmet",
    }
    assert (found["D1"].asks, found["D1"].wanted, found["D1"].meetings, found["D1"].open) == (3, 3, 1, 2)
    assert (found["C1"].asked, found["D3"].vetoes) == (2, 1)


def test_limits_are_the_missions_or_the_usual_ones(store: Store) -> None:
    assert limits(store.snapshot()) == (LEAST, MOST)
    with store.change("Limits") as change:
        change.update(replace(store.mission, meetings_least=2, meetings_most=9))
    assert limits(store.snapshot()) == (2, 9)


def test_before_planning_nobody_has_too_few_meetings(store: Store) -> None:
    with store.change("Limits") as change:
        change.update(replace(store.mission, meetings_least=1, meetings_most=1))
    ask(store, ("D1", "C1", MEET))
    found = {one.company.name: one.state for one in balances(store.snapshot())}
    assert found == {"D1": "good", "D2": "few", "D3": "few", "C1": "good", "C2": "few", "C3": "few"}


def test_a_veto_of_either_side_makes_a_pair_unwanted(store: Store) -> None:
    ask(store, ("D1", "C1", NO))
    found = {one.company.name: one for one in balances(store.snapshot())}
    assert (found["D1"].vetoes, found["D1"].asks, found["D1"].wanted, found["D1"].open) == (1, 0, 0, 0)
    assert (found["C1"].vetoes, found["C1"].asked, found["C1"].wanted) == (0, 0, 0)
