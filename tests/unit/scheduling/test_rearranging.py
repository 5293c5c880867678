"""Room for meetings that lost theirs."""

from dataclasses import replace

from missionplanner.progress import Progress
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Wish
from missionplanner.scheduling.rearranging import rearrange
from tests.unit.scheduling.problems import problem


def test_of_two_that_could_move_the_one_with_fewer_people_does() -> None:
    stated = problem((0, 1), (0, 2), (0, 3), places=3)
    stated = replace(
        stated,
        wishes=(Wish((0, 1), (0, 2)), Wish((0, 2), (1, 2)), Wish((0, 3), (0, 1))),
    )
    assert rearrange(stated, {0: 0, 1: 1}, [2], {0: 5, 1: 2}, Limits(5), Progress()) == {0: 0, 1: 2, 2: 1}


def test_nobody_moves_where_nothing_can_be_placed() -> None:
    stated = problem((0, 1), (0, 2), (0, 3), places=2)
    assert rearrange(stated, {0: 0, 1: 1}, [2], {0: 5, 1: 2}, Limits(5), Progress()) == {0: 0, 1: 1}
