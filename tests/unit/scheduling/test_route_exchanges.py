"""Meetings change places so that routes become shorter, and every rule holds afterwards."""

from dataclasses import replace

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.formulation import formulate
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
from missionplanner.scheduling.route_exchanges import exchange
from missionplanner.scheduling.routes import driven
from missionplanner.scheduling.search import Search
from tests.unit.scheduling.visiting import check_lawful, city


def two_guests(**parts: object) -> Problem:
    """Two guests visit the same three hosts, in a row half an hour apart, in three slots an hour apart."""
    slots = tuple(Place(0, n, 0, 0, 60 * n, 60 * n + 20) for n in range(4))
    wishes = tuple(Wish((guest, 2 + n), (0, 1, 2, 3), visits=((0, n),)) for guest in (0, 1) for n in range(3))
    ways = tuple(tuple(15 * abs(a - b) for b in range(3)) for a in range(3))
    stated = Problem(
        (Party(),) * 5, slots, wishes, (), tuple((n,) for n in range(4)), ways=ways, drives=ways,
    )  # fmt: skip
    return replace(stated, **parts)  # type: ignore[arg-type]


CROSSED = {0: 0, 1: 2, 2: 1, 3: 2, 4: 1, 5: 0}
"""The first guest goes 0, 2, 1, the second 2, 1, 0."""


def ways(stated: Problem, found: dict[int, int]) -> list[int]:
    return [driven(stated, found, wishes) for wishes in ([0, 1, 2], [3, 4, 5])]


def test_two_meetings_of_a_host_change_places() -> None:
    stated = two_guests()
    assert ways(stated, CROSSED) == [45, 30]
    assert ways(stated, exchange(stated, CROSSED)) == [30, 30]


def test_what_is_fixed_or_in_order_or_full_stays() -> None:
    stated = two_guests()
    fixed = replace(stated, wishes=tuple(replace(wish, fixed=True) for wish in stated.wishes))
    assert exchange(fixed, CROSSED) == CROSSED
    ordered = replace(stated, orders=((0, 2), (2, 1), (5, 4), (4, 3)))
    assert exchange(ordered, CROSSED) == CROSSED
    full = replace(stated, groups=tuple(Group((n,), 2 if n < 3 else 0) for n in range(4)))
    assert 3 not in exchange(full, CROSSED).values()


@pytest.mark.parametrize("seed", range(2))
def test_every_rule_holds_and_nobody_comes_more_often(seed: int) -> None:
    stated = formulate(city(seed)).problem
    search = Search(stated, 1)
    search.place(1e12, Progress())
    before = search.assignment
    after = exchange(stated, before)
    assert sorted(after) == sorted(before)
    assert objective.weighed_days(stated, after) <= objective.weighed_days(stated, before)
    check_lawful(stated, after)
