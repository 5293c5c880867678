"""The fewest days, from a program that forgets times of day."""

from dataclasses import replace
from random import Random

import pytest

from missionplanner.scheduling import objective
from missionplanner.scheduling.gathering import Gathered, gather, least_days, narrowed
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
from tests.unit.scheduling.problems import best_plan, day, problem

QUICK = Limits(5)


def two_days(*pairs: tuple[int, int], tables: int = 2, prices: tuple[int, ...] = ()) -> Problem:
    """A problem of two days with two slots each, where every day of a party has a price, usually one."""
    stated = problem(*pairs, places=4, tables=tables)
    priced = tuple(replace(p, day_price=prices[n] if prices else 1) for n, p in enumerate(stated.parties))
    return replace(stated, slots=day(2) + day(2, 1), parties=priced)


def test_who_can_come_once_comes_once() -> None:
    stated = two_days((0, 1), (0, 2))
    found = gather(stated, [0, 1], QUICK)
    assert (found.bound, found.least) == (3, 3)
    assert found.day_of[0] == found.day_of[1]


def test_more_meetings_than_a_day_has_slots_take_two() -> None:
    assert gather(two_days((0, 1), (0, 2), (0, 3)), [0, 1, 2], QUICK).bound == 5


def test_a_day_without_room_for_all_is_not_the_only_one() -> None:
    assert set(gather(two_days((0, 1), (2, 3), (4, 5), tables=1), [0, 1, 2], QUICK).day_of.values()) == {0, 1}


def test_the_heavier_side_comes_more_seldom() -> None:
    # Three of one party and three of another that share partners: somebody comes twice.
    pairs = ((0, 1), (0, 2), (0, 3))
    heavy = two_days(*pairs, prices=(5, 1, 1, 1))
    assert gather(heavy, [0, 1, 2], QUICK) == replace(gather(heavy, [0, 1, 2], QUICK), bound=13, least=5)


def test_days_of_two_weights_have_a_bound_of_either_kind() -> None:
    stated = two_days((0, 1), (0, 2), prices=(1, 2, 2))
    found = gather(stated, [0, 1], QUICK)
    assert (found.bound, found.least) == (5, 3)


def test_nobody_is_at_two_stops_that_run_in_parallel() -> None:
    stated = two_days((0, 1), (0, 2))
    apart = tuple(replace(slot, stop=slot.day, date=0) for slot in stated.slots)
    stated = replace(stated, slots=apart, rivals=frozenset({(0, 1)}))
    stated = replace(stated, wishes=(Wish((0, 1), (0, 1)), Wish((0, 2), (2, 3))))
    assert gather(stated, [0, 1], QUICK) == Gathered({}, 3, 3)


def test_an_order_holds_for_days() -> None:
    stated = replace(two_days((0, 1), (0, 2)), orders=((1, 0),))
    stated = replace(stated, wishes=(Wish((0, 1), (0, 1, 2, 3)), Wish((0, 2), (2, 3))))
    assert gather(stated, [0, 1], QUICK).day_of == {0: 1, 1: 1}


def test_a_narrowed_problem_leaves_the_slots_of_the_day() -> None:
    stated = two_days((0, 1), (0, 2))
    assert [wish.allowed for wish in narrowed(stated, {0: 1}).wishes] == [(2, 3), (0, 1, 2, 3)]


@pytest.mark.parametrize("seed", range(8))
def test_bounds_hold_for_every_plan(seed: int) -> None:
    chance = Random(seed)
    pairs = chance.sample([(one, two) for one in range(3) for two in range(3, 6)], 5)
    stated = two_days(*pairs, tables=chance.choice([1, 2]), prices=tuple(chance.choices((1, 2), k=6)))
    stated = replace(stated, parties=stated.parties[: 1 + max(max(pair) for pair in pairs)])
    best = best_plan(stated)
    score = objective.score(stated, best)
    worth, _least = least_days(stated, score.value, QUICK)
    assert worth <= score.days
    if score.placed == len(pairs):
        assert gather(stated, range(len(pairs)), QUICK).bound <= score.days


def test_a_group_of_interpreters_limits_days_too() -> None:
    stated = two_days((0, 1), (2, 3), (4, 5))
    wishes = tuple(replace(wish, kind=1) for wish in stated.wishes)
    groups = (
        *(Group((slot,), 9) for slot in range(4)),
        Group((0, 1), 1, frozenset({1})),
        Group((2, 3), 1, frozenset({1})),
    )
    assert gather(replace(stated, wishes=wishes, groups=groups), [0, 1, 2], QUICK).day_of == {}


def test_nobody_visits_more_offices_a_day_than_there_is_time_to_get_to() -> None:
    # Four slots half an hour apart; between two offices it takes 30 minutes, so that two visits fit into a day.
    slots = tuple(
        Place(day, n, 0, day, 1440 * day + 30 * n, 1440 * day + 30 * n + 20) for day in (0, 1) for n in range(4)
    )
    ways = tuple(tuple(0 if a == b else 30 for b in range(4)) for a in range(4))
    wishes = tuple(Wish((0, n), tuple(range(8)), visits=((0, n),)) for n in (1, 2, 3))
    parties = (Party(day_price=1), Party(), Party(), Party())
    cliques = tuple((n,) for n in range(8))
    stated = Problem(parties, slots, wishes, (), cliques, ways=ways, drives=ways)
    assert gather(stated, range(3), Limits(5)).bound == 2
    at_one_office = replace(stated, wishes=tuple(replace(wish, visits=((0, 1),)) for wish in wishes))
    assert gather(at_one_office, range(3), Limits(5)).bound == 1
