"""Room for meetings that lost theirs."""

from dataclasses import replace

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
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


@pytest.mark.parametrize(("held", "beside"), [(0, 1), (2, 3)])
def test_of_equal_ways_the_one_with_fewer_days_is_taken(held: int, beside: int) -> None:
    slots = tuple(Place(n // 2, n % 2, 0, n // 2, 2 * n, 2 * n + 1) for n in range(4))
    wishes = (Wish((0, 1), (held,)), Wish((0, 2), (0, 1, 2, 3)))
    groups, cliques = tuple(Group((n,), 1) for n in range(4)), tuple((n,) for n in range(4))
    stated = Problem((Party(day_price=1), Party(), Party()), slots, wishes, groups, cliques)
    assert rearrange(stated, {0: held}, [1], {}, Limits(5), Progress()) == {0: held, 1: beside}


def test_one_person_less_counts_more_than_days() -> None:
    slots = tuple(Place(n // 2, n % 2, 0, n // 2, 2 * n, 2 * n + 1) for n in range(4))
    # The second wish comes on the day of the first only if the third moves away.
    wishes = (Wish((0, 1), (2,)), Wish((0, 2), (0, 3)), Wish((3, 4), (1, 3)))
    groups, cliques = tuple(Group((n,), 1) for n in range(4)), tuple((n,) for n in range(4))
    parties = (Party(day_price=9), *(Party() for _n in range(4)))
    stated = Problem(parties, slots, wishes, groups, cliques)
    assert rearrange(stated, {0: 2, 2: 3}, [1], {2: 1}, Limits(5), Progress()) == {0: 2, 1: 0, 2: 3}
