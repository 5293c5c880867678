"""How long the engine may work."""

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling.limits import MOVES_A_SECOND, Limits


def test_a_part_keeps_seed_and_repeatability() -> None:
    assert Limits(9, 4, repeatable=True).within(2) == Limits(2, 4, repeatable=True)


@pytest.mark.parametrize("seconds", [0, -1, 0.05])
def test_a_part_is_never_shorter_than_a_tenth_of_a_second(seconds: float) -> None:
    assert Limits(9).within(seconds) == Limits(0.1)


def test_work_is_counted_only_where_plans_have_to_repeat() -> None:
    assert Limits(2).moves is None
    assert Limits(2, repeatable=True).moves == 2 * MOVES_A_SECOND


def test_a_solver_has_the_limits() -> None:
    solver = Limits(3, 7).solver(Progress())
    assert solver.parameters.max_time_in_seconds == 3
    assert solver.parameters.random_seed == 7
    assert solver.parameters.num_workers >= 2


def test_a_repeatable_solver_works_alone_for_a_counted_time() -> None:
    solver = Limits(8, repeatable=True).solver(Progress())
    assert solver.parameters.num_workers == 1
    assert solver.parameters.max_deterministic_time == 2
