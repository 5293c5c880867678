"""Orders take from wishes the slots that no plan uses which places all, and no others."""

import itertools
from dataclasses import replace
from random import Random

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.order_windows import narrowed
from missionplanner.scheduling.problem import Problem
from tests.unit.scheduling.problems import is_lawful, problem


def open_slots(stated: Problem) -> list[tuple[int, ...]] | None:
    found = narrowed(stated)
    return None if found is None else [wish.allowed for wish in found.wishes]


def whole_plans(stated: Problem) -> list[dict[int, int]]:
    """All plans that place every wish, by trying everything."""
    plans = (dict(enumerate(choice)) for choice in itertools.product(*(wish.allowed for wish in stated.wishes)))
    slots = stated.slots
    return [
        plan
        for plan in plans
        if is_lawful(stated, plan)
        and all(slots[plan[first]].ends <= slots[plan[then]].starts for first, then in stated.orders)
    ]


def test_chains_leave_room_for_what_comes_before_and_behind() -> None:
    stated = replace(problem((0, 1), (2, 3), (4, 5), (0, 5), places=5), orders=((0, 1), (1, 2)))
    windows = [(0, 1, 2), (1, 2, 3), (2, 3, 4), (0, 1, 2, 3, 4)]
    assert open_slots(stated) == windows
    adjoining = tuple(replace(slot, ends=slot.starts + 2) for slot in stated.slots)
    assert open_slots(replace(stated, slots=adjoining)) == windows
    longer = tuple(replace(slot, ends=slot.starts + 3) for slot in stated.slots)
    assert open_slots(replace(stated, slots=longer)) == [(0,), (2,), (4,), (0, 1, 2, 3, 4)]


@pytest.mark.parametrize("is_first", [False, True])
def test_all_that_one_party_has_before_or_behind_takes_a_slot_each(is_first: bool) -> None:
    stated = problem((0, 1), (0, 2), (0, 3), (4, 5), places=5)
    orders = tuple((3, other) if is_first else (other, 3) for other in range(3))
    one, others = ((0, 1), (1, 2, 3, 4)) if is_first else ((3, 4), (0, 1, 2, 3))
    assert open_slots(replace(stated, orders=orders)) == [others] * 3 + [one]


def test_a_party_in_several_meetings_at_a_time_takes_one_slot_for_them() -> None:
    stated = problem((0, 1), (0, 2), (0, 3), (4, 5), places=5)
    parties = (replace(stated.parties[0], at_once=3), *stated.parties[1:])
    stated = replace(stated, parties=parties, orders=((0, 3), (1, 3), (2, 3)))
    assert open_slots(stated) == [(0, 1, 2, 3)] * 3 + [(1, 2, 3, 4)]


def test_wishes_that_are_placed_nowhere_order_nothing() -> None:
    stated = problem((0, 1), (2, 3), places=2)
    stated = replace(stated, wishes=(replace(stated.wishes[0], allowed=()), stated.wishes[1]), orders=((0, 1),))
    assert narrowed(stated) is stated


@pytest.mark.parametrize("orders", [((0, 1), (1, 0)), ((0, 1), (1, 2)), ((0, 2), (1, 2))])
def test_where_a_wish_has_no_slot_left_it_is_told(orders: tuple[tuple[int, int], ...]) -> None:
    stated = replace(problem((0, 1), (0, 2), (3, 4), places=2, complete=True), orders=orders)
    assert narrowed(stated) is None
    found = solver.solve(stated, Limits(5), Progress())
    assert (found.status, found.assignment) == ("infeasible", {})


@pytest.mark.parametrize("seed", range(8))
def test_no_slot_is_lost_that_a_plan_uses(seed: int) -> None:
    chance = Random(seed)
    stated = problem((0, 1), (0, 2), (1, 2), (0, 3), (2, 3), places=5)
    wishes = [replace(wish, allowed=tuple(sorted(chance.sample(range(5), 4)))) for wish in stated.wishes]
    pairs = [tuple(sorted(chance.sample(range(5), 2))) for _order in range(3)]
    stated = replace(stated, wishes=tuple(wishes), orders=tuple(pairs))  # type: ignore[arg-type]
    found = narrowed(stated)
    plans = whole_plans(stated)
    assert (found is None) <= (plans == [])
    if found is not None:
        assert whole_plans(found) == plans


@pytest.mark.parametrize(("places", "placed"), [(2, 2), (4, 3)])
def test_what_cannot_all_be_placed_loses_no_slot(places: int, placed: int) -> None:
    stated = replace(problem((0, 1), (2, 3), (4, 5), places=places), orders=((0, 1), (1, 2)))
    found = solver.solve(stated, Limits(5), Progress())
    assert (found.status, found.score.placed) == ("optimal", placed)
