"""Orders by cumulative literals allow what orders by pairs of slots allow."""

from dataclasses import replace
from random import Random

import pytest

from missionplanner.scheduling.cumulative import keep_orders
from missionplanner.scheduling.model_constraints import MODELLED, order_kept
from missionplanner.scheduling.problem import Problem
from missionplanner.scheduling.variables import Variables
from tests.unit.scheduling.problems import problem
from tests.unit.scheduling.test_counters import solutions


def plans(stated: Problem, cumulative: bool) -> list[tuple[bool, ...]]:
    """Every plan, as which wish takes which slot."""
    variables = Variables(stated, [rule for rule in MODELLED if rule is not order_kept or not cumulative])
    if cumulative:
        keep_orders(variables)
    return solutions(variables.model, list(variables.take.values()))


@pytest.mark.parametrize("complete", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_the_same_plans_are_allowed(seed: int, complete: bool) -> None:
    chance = Random(seed)
    stated = problem((0, 1), (0, 2), (1, 2), places=4, complete=complete)
    wishes = [replace(w, allowed=tuple(sorted(chance.sample(range(4), 3)))) for w in stated.wishes]
    # The last slot lasts longer than the first ones, and begins before the third.
    slots = (*stated.slots[:3], replace(stated.slots[3], starts=3, ends=9))
    stated = replace(stated, wishes=tuple(wishes), slots=slots, orders=((0, 1), (chance.randrange(2), 2)))
    found = plans(stated, cumulative=True)
    assert found == plans(stated, cumulative=False)
    assert found


def test_an_order_that_cannot_be_kept_leaves_no_plan() -> None:
    stated = problem((0, 1), (0, 2), places=2, complete=True)
    wishes = (replace(stated.wishes[0], allowed=(1,)), replace(stated.wishes[1], allowed=(0,)))
    assert plans(replace(stated, wishes=wishes, orders=((0, 1),)), cumulative=True) == []
