"""Hard rules about several meetings."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate, combinations, product
from pathlib import Path
from random import Random

import pytest

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Owner
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.problem import Party, Place, Problem, Wish
from missionplanner.scheduling.search import Search
from missionplanner.scheduling.variables import Variables
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


def visiting(chance: Random) -> Problem:
    """Two guests and three hosts, of whom some receive at offices, in four slots with pauses of 5 to 40 minutes."""
    starts = list(accumulate(chance.choice((25, 40, 60)) for _slot in range(4)))
    slots = tuple(Place(0, n, 0, 0, start, start + 20) for n, start in enumerate(starts))
    pairs = chance.sample([(guest, host) for guest in (0, 1) for host in (2, 3, 4)], 4)
    wishes = tuple(
        Wish(pair, tuple(range(4)), visits=((0, pair[1] - 1),) if chance.random() < 0.7 else ()) for pair in pairs
    )
    ways = tuple(tuple(0 if a == b else 10 + 10 * abs(a - b) for b in range(4)) for a in range(4))
    cliques = tuple((n,) for n in range(4))
    return Problem(tuple(Party() for _n in range(5)), slots, wishes, (), cliques, ways=ways, drives=ways)


def keeps_ways(stated: Problem, assignment: Mapping[int, int]) -> bool:
    """Whether everybody gets from one meeting to the next."""
    for (one, here), (two, there) in combinations(assignment.items(), 2):
        gap = stated.gap(here, there)
        if set(stated.wishes[one].parties) & set(stated.wishes[two].parties) and (
            gap < 0 or gap < stated.ways[stated.site(one, here)][stated.site(two, there)]
        ):
            return False
    return True


@pytest.mark.parametrize("seed", range(8))
def test_model_and_search_keep_the_ways_between_offices_and_place_all_that_can_be_placed(seed: int) -> None:
    stated = visiting(Random(seed))
    options = product(*((None, *wish.allowed) for wish in stated.wishes))
    plans = [{n: slot for n, slot in enumerate(option) if slot is not None} for option in options]
    most = max(len(plan) for plan in plans if keeps_ways(stated, plan))
    variables = Variables(stated, MODELLED)
    variables.model.maximize(sum(variables.take.values()))
    solver = Limits(5).solver(Progress())
    solver.solve(variables.model)
    exact = variables.found(solver)
    search = Search(stated, 1)
    search.place(time.monotonic() + 5, Progress())
    search.anneal(0.05, Progress(), goal=(-1, 0))
    assert (len(exact), len(search.assignment)) == (most, most)
    assert keeps_ways(stated, exact)
    assert keeps_ways(stated, search.assignment)


@pytest.mark.parametrize(("way", "most"), [(30, 2), (31, 1)])
def test_a_way_may_take_all_of_the_time_between_two_visits_and_no_minute_more(way: int, most: int) -> None:
    slots = (Place(0, 0, 0, 0, 0, 20), Place(0, 1, 0, 0, 50, 70))
    wishes = tuple(Wish((0, n), (0, 1), visits=((0, n),)) for n in (1, 2))
    ways = tuple(tuple(0 if a == b else way for b in range(3)) for a in range(3))
    stated = Problem((Party(), Party(), Party()), slots, wishes, (), ((0,), (1,)), ways=ways, drives=ways)
    variables = Variables(stated, MODELLED)
    variables.model.maximize(sum(variables.take.values()))
    solver = Limits(5).solver(Progress())
    solver.solve(variables.model)
    search = Search(stated, 1)
    search.place(time.monotonic() + 5, Progress())
    assert (len(variables.found(solver)), len(search.assignment)) == (most, most)
