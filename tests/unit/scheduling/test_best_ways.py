"""The shortest way through places is that of the best of all orders."""

from itertools import pairwise, permutations
from random import Random

import pytest

from missionplanner.scheduling.best_ways import BestWays
from missionplanner.scheduling.problem import Problem


def ways(drives: tuple[tuple[int, ...], ...]) -> BestWays:
    return BestWays(Problem((), (), (), (), (), ways=drives, drives=drives))


@pytest.mark.parametrize("seed", range(5))
def test_it_is_as_short_as_the_best_of_all_orders(seed: int) -> None:
    chance = Random(seed)
    drives = tuple(tuple(0 if a == b else chance.randint(1, 60) for b in range(5)) for a in range(5))
    sites = tuple(chance.choices(range(5), k=6))
    best = min(sum(drives[a][b] for a, b in pairwise(order)) for order in permutations(sites))
    assert ways(drives).of(sites) == best


def test_a_route_may_take_a_tenth_more() -> None:
    assert ways(((0, 30), (30, 0))).longest((0, 1)) == 33
    assert ways(((0, 9), (9, 0))).longest((1, 0)) == 9


def test_one_place_is_no_way() -> None:
    assert (ways(((0,),)).of((0,)), ways(((0,),)).of((0, 0))) == (0, 0)
