"""What makes one plan better than another."""

from dataclasses import replace

import pytest

from missionplanner.scheduling import objective
from missionplanner.scheduling.objective import PlanScore
from missionplanner.scheduling.problem import Party, Wish
from tests.unit.scheduling.problems import RUNS, day, problem

EVERYWHERE = (1 << 62) - 1


@pytest.mark.parametrize(
    ("mask", "idle"), [(0, 0), (0b1, 0), (0b101, 1), (0b11, 0), (0b1001001, 4), (0b111000, 0), (0b1100011, 3)]
)
def test_idle_slots_lie_between_meetings(mask: int, idle: int) -> None:
    assert objective.idle_of(mask, EVERYWHERE) == idle


def test_slots_in_which_nobody_is_there_are_not_idle() -> None:
    assert objective.idle_of(0b10001, 0b10101) == 1


@pytest.mark.parametrize(("mask", "runs"), [(0, 0), (0b1, 0), (0b11, 0), (0b101, 1), (0b10001, 1), (0b10101, 2)])
def test_runs_of_idle_slots_are_counted_once_each(mask: int, runs: int) -> None:
    assert objective.idle_of(mask, EVERYWHERE, RUNS) == runs


def test_idle_time_is_counted_by_party_and_day() -> None:
    two_days = replace(
        problem((0, 1), (0, 1), (0, 2)),
        slots=day(3) + day(3, 1),
        wishes=(Wish((0, 1), (0,)), Wish((0, 1), (2,)), Wish((0, 2), (3,))),
    )
    assert objective.idle(two_days, {0: 0, 1: 2, 2: 3}) == {0: 1, 1: 1, 2: 0}


def test_days_are_counted_once_each_and_weighed_by_party() -> None:
    two_days = replace(
        problem((0, 1), (0, 1), (0, 2)),
        parties=(Party(day_price=1), Party(day_price=2), Party()),
        slots=day(3) + day(3, 1),
        wishes=(Wish((0, 1), (0,)), Wish((0, 1), (3,)), Wish((0, 2), (4,))),
    )
    plan = {0: 0, 1: 3, 2: 4}
    assert objective.days(two_days, plan) == {0: 2, 1: 2, 2: 1}
    assert (objective.weighed_days(two_days, plan), objective.score(two_days, plan).days) == (6, 6)
    assert objective.weighed_days(two_days, {}) == 0


def test_the_value_of_a_plan_is_its_weights() -> None:
    weighed = replace(problem((0, 1), (0, 2)), wishes=(Wish((0, 1), (0,), weight=10), Wish((0, 2), (1,), weight=3)))
    assert objective.value(weighed, {}) == 0
    assert objective.value(weighed, {0: 0, 1: 1}) == 13


def test_each_further_meeting_of_a_party_adds_its_share() -> None:
    shared = replace(problem((0, 1), (0, 2)), shares=(100, 6))
    assert objective.value(shared, {0: 0}) == 1 + 2 * 100
    assert objective.value(shared, {0: 0, 1: 1}) == 2 + (100 + 6) + 100 + 100


def test_the_most_is_the_value_of_all_wishes_that_may_be_placed() -> None:
    part = replace(problem((0, 1), (0, 2)), wishes=(Wish((0, 1), (0,), weight=5), Wish((0, 2), (), weight=7)))
    assert objective.most(part) == 5


def test_a_score_sums_the_idle_time_and_names_its_extremes() -> None:
    stated = problem((0, 1), (0, 2), parties=4)
    assert objective.score(stated, {0: 0, 1: 2}) == PlanScore(value=2, placed=2, idle=1, max_idle=1, spread=1)


def test_the_score_of_an_empty_plan_is_nothing() -> None:
    empty = replace(problem((0, 1)), parties=(Party(), Party()))
    assert objective.score(empty, {}) == PlanScore(0, 0, 0, 0, 0)
