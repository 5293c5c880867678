"""Long routes become short while others give way, and nothing is changed where that cannot be."""

from dataclasses import replace
from itertools import pairwise, permutations

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling.best_ways import BestWays
from missionplanner.scheduling.formulation import formulate
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
from missionplanner.scheduling.route_mending import days_of, long_days, mend
from missionplanner.scheduling.routes import driven
from missionplanner.scheduling.search import Search
from tests.unit.scheduling.visiting import check_lawful, city


def guests(*orders: tuple[int, ...]) -> tuple[Problem, dict[int, int]]:
    """Guests who visit hosts in a row, ten minutes apart, each in an order of its own; a slot every half hour."""
    hosts = 1 + max(host for order in orders for host in order)
    slots = tuple(Place(0, n, 0, 0, 30 * n, 30 * n + 20) for n in range(len(orders[0])))
    every = tuple(range(len(slots)))
    wishes, times = list[Wish](), dict[int, int]()
    for guest, order in enumerate(orders):
        for slot, host in enumerate(order):
            times[len(wishes)] = slot
            wishes.append(Wish((guest, len(orders) + host), every, visits=((0, host),)))
    drives = tuple(tuple(10 * abs(a - b) for b in range(hosts)) for a in range(hosts))
    ways = tuple(tuple(min(way, 10) for way in row) for row in drives)
    parties = (Party(),) * (len(orders) + hosts)
    return Problem(parties, slots, tuple(wishes), (), tuple((n,) for n in every), ways=ways, drives=drives), times


def days(stated: Problem, found: dict[int, int]) -> list[list[int]]:
    """The wishes of each company-day that has visits, those up to seven that can be tried in every order."""
    return [row for row in days_of(stated, found).values() if len(row) <= 7]


def brute_force(stated: Problem, found: dict[int, int], wishes: list[int]) -> int:
    sites = [stated.site(wish, found[wish]) for wish in wishes]
    return min(sum(stated.drives[a][b] for a, b in pairwise(order)) for order in permutations(sites))


def way(stated: Problem, found: dict[int, int], guest: int) -> int:
    return driven(stated, found, [wish for wish in stated.wishes_of[guest] if wish in found])


@pytest.mark.parametrize("seed", range(4))
def test_no_day_of_a_generated_mission_stays_long_and_every_rule_holds(seed: int) -> None:
    stated = formulate(city(seed, guests=10, hosts=14, asked=6, days=2)).problem
    search = Search(stated, 1)
    search.place(1e12, Progress())
    before = search.assignment
    after, best = mend(stated, before, Progress()), BestWays(stated)
    assert {wish: stated.slots[slot].day for wish, slot in after.items()} == {
        wish: stated.slots[slot].day for wish, slot in before.items()
    }
    check_lawful(stated, after)
    assert not long_days(stated, after, best)
    assert all(driven(stated, after, row) <= 1.1 * brute_force(stated, after, row) for row in days(stated, after))


def test_a_long_day_becomes_short() -> None:
    stated, before = guests((0, 2, 1, 3), (3, 1, 2, 0))
    assert long_days(stated, before, BestWays(stated)) == {(0, 0), (1, 0)}
    after = mend(stated, before, Progress())
    assert [way(stated, after, guest) for guest in range(2)] == [30, 30]
    assert not long_days(stated, after, BestWays(stated))


def test_what_is_fixed_or_in_order_or_full_stays() -> None:
    stated, before = guests((0, 2, 1, 3), (3, 1, 2, 0))
    fixed = replace(stated, wishes=tuple(replace(wish, fixed=True) for wish in stated.wishes))
    assert mend(fixed, before, Progress()) == before
    planned = replace(stated, wishes=tuple(replace(w, previous=before[n]) for n, w in enumerate(stated.wishes)))
    assert mend(planned, before, Progress()) == before
    ordered = replace(stated, orders=((0, 1), (1, 2), (2, 3)))
    assert way(stated, mend(ordered, before, Progress()), 0) == way(stated, before, 0)
    full = replace(stated, groups=(Group((1,), 1),))
    assert (
        list(mend(full, {wish: slot for wish, slot in before.items() if wish != 5}, Progress()).values()).count(1) == 1
    )


def test_stopping_keeps_what_there_is() -> None:
    stated, before = guests((0, 2, 1, 3), (3, 1, 2, 0))
    progress = Progress()
    progress.stop()
    assert mend(stated, before, progress) == before
