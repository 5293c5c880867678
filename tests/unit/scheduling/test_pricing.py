"""The cost of an assignment: what it is made of, and that every move keeps it up to date."""

from collections import Counter, defaultdict
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.annealing import anneal
from missionplanner.scheduling.frames import LATER, LONG_RUN, OVER_LUNCH, UNEVEN, UNIT, frame, state
from missionplanner.scheduling.kernel import take_over
from missionplanner.scheduling.pricing import FIRST, SECOND, settle
from missionplanner.scheduling.problem import Group, Habits, Problem
from missionplanner.scheduling.search import Search
from tests.unit.scheduling.problems import day, is_lawful, problem
from tests.unit.scheduling.test_kernel import NOWHERE, taken


def test_settling_counts_the_cost_of_every_day_and_lists_those_that_cost() -> None:
    f, s = taken(0, 3, NOWHERE)
    assert settle(f, s) == 2 * UNIT + 4
    assert s.cost[:, 0].tolist() == [2 * UNIT + 4, 0, 0]
    assert s.bad[: s.many[0]].tolist() == [0]


def test_an_assignment_without_gaps_costs_nothing() -> None:
    f, s = taken(0, 1, NOWHERE)
    assert settle(f, s) == 0
    assert s.many[0] == 0


def two_days(chance: Random, waits_first: bool = False) -> Problem:
    """Some forty meetings on two days of eight slots, the fifth of which is after lunch; everything counts."""
    pairs = chance.sample([(one, two) for one in range(8) for two in range(8, 16)], 40)
    stated = problem(*pairs, places=16, tables=6)
    slots = tuple(replace(s, ends=s.starts + 2, after_lunch=s.place > 3) for s in day(8) + day(8, 1))
    return replace(
        stated,
        slots=slots,
        parties=tuple(replace(party, day_price=1 + (n > 7)) for n, party in enumerate(stated.parties)),
        wishes=tuple(replace(wish, early=chance.random() < 0.2) for wish in stated.wishes),
        groups=tuple(Group((slot,), 6) for slot in range(16)),
        waits_first=waits_first,
        habits=Habits(2, together=True, even=True),
    )


def cost_of(stated: Problem, assignment: dict[int, int]) -> int:
    """The cost of an assignment, from scratch."""
    score = objective.score(stated, assignment)
    first, second = (score.idle, score.days) if stated.waits_first else (score.days, score.idle)
    used: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, slot in assignment.items():
        for party in stated.wishes[number].parties:
            used[party, stated.slots[slot].day].add(stated.slots[slot].place)
    ties = 0
    for places in used.values():
        ties += sum(place not in places for place in range(min(places), max(places))) ** 2
        ties += LONG_RUN * sum({place, place + 1, place + 2} <= places for place in places)
        ties += OVER_LUNCH * (min(places) < 4 <= max(places))
    ties += sum(
        LATER * (stated.slots[slot].starts // 30) for number, slot in assignment.items() if stated.wishes[number].early
    )
    ties += sum(UNEVEN * many**2 for many in Counter(assignment.values()).values())
    return first * FIRST + second * SECOND + ties


@pytest.mark.parametrize("waits_first", [False, True])
@pytest.mark.parametrize("heat", [50.0, 2000.0, 20000.0])
def test_what_moves_add_up_to_is_the_cost_from_scratch(heat: float, waits_first: bool) -> None:
    stated = two_days(Random(heat), waits_first)
    f = frame(stated)
    s = state(stated, f)
    search = Search(stated, 1)
    search.place(1e12, Progress())
    slots = np.full(len(stated.wishes), -1, np.int32)
    for number, slot in search.assignment.items():
        slots[number] = slot
    take_over(f, s, slots)
    held = f._replace(loose=np.flatnonzero(slots >= 0).astype(np.int32))
    best, cost = slots.copy(), settle(held, s)
    tally = np.array([cost, cost, -1], np.int64)
    rng = np.random.default_rng(1)
    for _round in range(20):
        anneal(held, s, rng, best, tally, 300, heat)
        now = {number: int(slot) for number, slot in enumerate(s.slot) if slot >= 0}
        assert is_lawful(stated, now)
        assert tally[0] == cost_of(stated, now) == settle(held, s)
        assert tally[1] == cost_of(stated, {n: int(slot) for n, slot in enumerate(best) if slot >= 0})


def test_a_day_costs_more_than_any_idle_time_and_less_where_that_comes_first() -> None:
    stated = two_days(Random(1))
    apart = {0: 0, 1: 8}
    pair = stated.wishes[0].parties
    stated = replace(stated, wishes=(stated.wishes[0], replace(stated.wishes[1], parties=(pair[0], 15))))
    idle = {0: 0, 1: 7}
    assert cost_of(stated, apart) > cost_of(stated, idle)
    first = replace(stated, waits_first=True)
    assert cost_of(first, apart) < cost_of(first, idle)
