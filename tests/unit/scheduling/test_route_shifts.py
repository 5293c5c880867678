"""Routes that are long in every order become short by other days, at no cost; where there is one they stay."""

from dataclasses import replace
from itertools import pairwise, permutations, product

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.best_ways import BestWays
from missionplanner.scheduling.formulation import formulate
from missionplanner.scheduling.problem import Assignment, Group, Party, Place, Problem, Wish
from missionplanner.scheduling.route_mending import days_of, long_days, mend
from missionplanner.scheduling.route_shifts import shift
from missionplanner.scheduling.routes import driven, shorten
from missionplanner.scheduling.search import Search
from missionplanner.scheduling.slot_rooms import SlotRooms
from tests.unit.scheduling.visiting import check_lawful, city

WAYS = tuple(tuple(10 * abs(a - b) for b in range(3)) for a in range(3))
"""Three places in a row."""


def two_days(loose: tuple[int, ...] = (2, 4, 5), next_day: tuple[int, ...] = (3,)) -> Problem:
    """A guest goes to the first, the third and the second place on a day of three slots, and to the third on the next.

    Only the last visit of the first day has slots to choose from.
    """
    slots = tuple(Place(n // 3, n % 3, 0, n // 3, 1440 * (n // 3) + 60 * (n % 3), 0) for n in range(6))
    slots = tuple(replace(slot, ends=slot.starts + 20) for slot in slots)
    places = ((0, (0,)), (2, (1,)), (1, loose), (2, next_day))
    wishes = tuple(Wish((0, n), allowed, visits=((0, site),)) for n, (site, allowed) in enumerate(places, 1))
    parties = (Party(day_price=1), *(Party() for _host in range(5)))
    return Problem(parties, slots, wishes, (), tuple((n,) for n in range(6)), ways=WAYS, drives=WAYS)


BEFORE = {0: 0, 1: 1, 2: 2, 3: 3}


def test_a_visit_goes_to_another_day_on_which_the_guest_comes_anyway() -> None:
    stated = two_days()
    assert long_days(stated, BEFORE, BestWays(stated)) == {(0, 0)}
    after = shift(stated, BEFORE, Progress())
    assert (long_days(stated, after, BestWays(stated)), after[2]) == (set(), 4)
    check_lawful(stated, after)


def test_a_meeting_at_a_table_makes_way() -> None:
    stated = two_days(loose=(2, 3), next_day=(4,))
    at_table, other = replace(stated.wishes[2], visits=()), Wish((4, 5), (3, 5))
    hall = tuple(replace(slot, venue=1) for slot in stated.slots)
    wishes = (*stated.wishes[:2], at_table, stated.wishes[3], other)
    full = replace(stated, slots=hall, wishes=wishes, groups=(Group((3,), 1), Group((5,), 1)))
    assert shift(full, {**BEFORE, 3: 4, 4: 3}, Progress()) == {0: 0, 1: 1, 2: 3, 3: 4, 4: 5}


def test_nobody_comes_on_a_day_more_for_a_short_route() -> None:
    stated = two_days()
    alone = replace(stated, wishes=stated.wishes[:3])
    assert shift(alone, {n: n for n in range(3)}, Progress()) == {n: n for n in range(3)}


def test_nobody_waits_longer_for_a_short_route() -> None:
    # On the next day there is a slot between the visit and the one that is there.
    stated = two_days(loose=(2, 5))
    assert [sum(objective.idle(stated, one).values()) for one in (BEFORE, {**BEFORE, 2: 5})] == [0, 1]
    assert shift(stated, BEFORE, Progress()) == BEFORE


def test_what_is_fixed_or_known_to_people_stays_and_stopping_keeps_what_there_is() -> None:
    stated = two_days()
    for kept in ({"fixed": True}, {"previous": 2}):
        wishes = (*stated.wishes[:2], replace(stated.wishes[2], **kept), stated.wishes[3])  # type: ignore[arg-type]
        assert shift(replace(stated, wishes=wishes), BEFORE, Progress()) == BEFORE
    progress = Progress()
    progress.stop()
    assert shift(stated, BEFORE, progress) == BEFORE


def test_a_plan_made_again_is_not_shifted() -> None:
    stated = two_days()
    assert shorten(stated, BEFORE, Progress())[2] == 4
    again = replace(stated, wishes=(*stated.wishes[:3], replace(stated.wishes[3], previous=3)))
    assert shorten(again, BEFORE, Progress()) == BEFORE


@pytest.mark.parametrize("seed", range(3))
def test_every_day_is_near_the_best_order_there_is_at_no_cost(seed: int) -> None:
    stated = formulate(city(seed, guests=12, hosts=10, asked=5, days=2)).problem
    search = Search(stated, 1)
    search.place(1e12, Progress())
    before = mend(stated, search.assignment, Progress())
    after = shift(stated, before, Progress())
    check_lawful(stated, after)
    assert sorted(after) == sorted(before)
    assert objective.weighed_days(stated, after) <= objective.weighed_days(stated, before)
    assert sum(objective.idle(stated, after).values()) <= sum(objective.idle(stated, before).values())
    for day in days_of(stated, after).values():
        if len(day) <= 5:
            assert driven(stated, after, day) <= 1.1 * possible(stated, after, day)


def possible(stated: Problem, found: Assignment, day: list[int]) -> int:
    """The least minutes of any order of a day's meetings, of all; where that is less, of those beside the others'."""
    sites = [stated.site(wish, found[wish]) for wish in day]
    least = min(sum(stated.drives[a][b] for a, b in pairwise(order)) for order in permutations(sites))
    if driven(stated, found, day) <= 1.1 * least:
        return least
    here = stated.slots[found[day[0]]].day
    choices = [[slot for slot in stated.wishes[wish].allowed if stated.slots[slot].day == here] for wish in day]
    rest = {wish: slot for wish, slot in found.items() if wish not in day}
    tried = ({**rest, **dict(zip(day, slots, strict=True))} for slots in product(*choices))
    return min(driven(stated, one, day) for one in tried if is_lawful(stated, one, day))


def is_lawful(stated: Problem, found: Assignment, day: list[int]) -> bool:
    """Whether everybody of a day gets to its meetings, and there are tables for them."""
    rooms = SlotRooms(stated)
    for wish in day:
        for party in stated.wishes[wish].parties:
            others = [other for other in stated.wishes_of[party] if other in found and other != wish]
            if not all(_apart(stated, (wish, found[wish]), (other, found[other])) for other in others):
                return False
        for group in rooms.of(wish, found[wish]):
            there = [n for n, slot in found.items() if group in rooms.of(n, slot)]
            if len(there) > stated.groups[group].room:
                return False
    return True


def _apart(stated: Problem, one: tuple[int, int], other: tuple[int, int]) -> bool:
    if stated.slots[one[1]].date != stated.slots[other[1]].date:
        return True
    return stated.gap(one[1], other[1]) >= stated.ways[stated.site(*one)][stated.site(*other)]
