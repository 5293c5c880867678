"""Annealing never breaks a rule, whatever it moves."""

from dataclasses import replace
from random import Random

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.search import Search
from tests.unit.scheduling.problems import is_lawful, problem


@pytest.mark.parametrize("seed", range(3))
def test_moves_keep_the_rules_and_do_not_worsen_the_plan(seed: int) -> None:
    chance = Random(seed)
    pairs = chance.sample([(one, two) for one in range(6) for two in range(6, 12)], 20)
    stated = problem(*pairs, places=8, tables=4)
    search = Search(stated, seed)
    search.place(1e12, Progress())
    before = objective.score(stated, search.assignment)
    search.anneal(60, Progress(), moves=60_000)
    after = objective.score(stated, search.assignment)
    assert is_lawful(stated, search.assignment)
    assert after.placed == before.placed
    assert after.idle <= before.idle


def test_meetings_in_order_stay_in_order() -> None:
    stated = replace(problem((0, 1), (0, 2), places=5), orders=((0, 1),))
    search = Search(stated, 1)
    search.load({0: 0, 1: 4})
    search.anneal(60, Progress(), moves=60_000)
    assert search.assignment[0] < search.assignment[1]
