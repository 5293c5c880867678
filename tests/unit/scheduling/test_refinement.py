"""The fewest days and the least idle time, exactly."""

from dataclasses import replace

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.exact_model import Target
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Aim, Wish
from missionplanner.scheduling.refinement import Refined, refine
from tests.unit.scheduling.problems import RUNS, problem


@pytest.mark.parametrize("repeatable", [False, True])
def test_a_plan_without_idle_time_is_found_and_proved(repeatable: bool) -> None:
    stated = problem((0, 1), (0, 2), places=4)
    found = refine(stated, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(5, repeatable=repeatable), Progress())
    assert found.bound == 0
    assert found.assignment is not None
    assert objective.score(stated, found.assignment).idle == 0


def test_idle_time_that_no_plan_avoids_is_proved() -> None:
    stated = replace(problem((0, 1), (0, 2), places=4), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (2, 3))))
    assert refine(stated, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(5), Progress()) == Refined({0: 0, 1: 2}, 1)


def test_runs_are_counted_as_one() -> None:
    stated = replace(
        problem((0, 1), (0, 2), places=4, complete=True), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (3,))), measure=RUNS
    )
    assert refine(stated, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(5), Progress()).bound == 1


def test_it_is_proved_where_there_is_no_plan() -> None:
    stated = problem((0, 1), (0, 2), places=1, complete=True)
    assert refine(stated, {0: 0}, Target(Aim.IDLE, 0), Limits(5, repeatable=True), Progress()).impossible is True
