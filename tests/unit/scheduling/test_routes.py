"""Day routes are short, and what they are made of keeps every travel time."""

from dataclasses import replace
from itertools import pairwise, permutations

import pytest

from missionplanner.domain.timetable import Availability, Owner
from missionplanner.progress import Progress
from missionplanner.scheduling import objective, routes
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
from missionplanner.scheduling.repair import repair
from tests.unit.scheduling.visiting import check_lawful, city, planned

WORK = Limits(0.5, 1, repeatable=True)


def walks(stated: Problem, assignment: dict[int, int]) -> list[tuple[int, int]]:
    """For every day of a guest with visits how long it is under way, and how long in the best order of all."""
    days: dict[tuple[int, int], list[int]] = {}
    for wish, slot in assignment.items():
        days.setdefault((stated.wishes[wish].parties[0], stated.slots[slot].day), []).append(wish)
    found = []
    for wishes in days.values():
        sites = [stated.site(wish, assignment[wish]) for wish in wishes]
        best = min(sum(stated.drives[a][b] for a, b in pairwise(order)) for order in permutations(sites))
        found.append((routes.driven(stated, assignment, wishes), best))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_half_of_the_meetings_at_offices_keep_every_travel_time_and_their_routes_are_short(seed: int) -> None:
    stated, found, meetings = planned(city(seed), WORK)
    assert found.score.value == found.most
    assert 0 < sum(meeting.table_id is None for meeting in meetings) < len(meetings)
    days = walks(stated.problem, found.assignment)
    assert sum(driven for driven, _best in days) <= 1.1 * sum(best for _driven, best in days)
    assert all(driven <= 1.1 * best for driven, best in days)


def test_repair_puts_what_lost_its_place_where_the_way_is_shortest() -> None:
    _stated, _found, meetings = planned(city(1), WORK)
    snapshot = replace(city(1), meetings=meetings)
    one = max(meetings, key=lambda m: (m.table_id is None, m.delegation_id == meetings[0].delegation_id, m.id))
    slot = snapshot.slot[one.slot_id]
    away = Availability(id=1, owner=Owner.COMPANY, owner_id=one.delegation_id, starts=slot.starts, ends=slot.ends)
    repaired = repair(replace(snapshot, availabilities=[away]), (), Limits(1), Progress(), fill=False)
    problem, found = repaired.stated.problem, repaired.assignment
    (lost,) = (n for n, wish in enumerate(problem.wishes) if not wish.fixed)
    day, guest = problem.slots[found[lost]].day, problem.wishes[lost].parties[0]
    mine = [n for n in problem.wishes_of[guest] if problem.slots[found[n]].day == day]
    here = [n for n in problem.wishes[lost].allowed if problem.slots[n].day == day]
    same = [n for n in here if is_lawful(problem, {**found, lost: n})]
    assert len(same) > 1
    assert routes.driven(problem, found, mine) == min(routes.driven(problem, {**found, lost: n}, mine) for n in same)
    assert repaired.moved == {one.id}


def is_lawful(problem: Problem, found: dict[int, int]) -> bool:
    try:
        check_lawful(problem, found)
    except AssertionError:
        return False
    return True


def line(*sites: int) -> Problem:
    """One guest visits hosts who are at 0, 1, 2, ... half an hour apart, in slots an hour apart."""
    slots = tuple(Place(0, n, 0, 0, 60 * n, 60 * n + 20) for n in range(len(sites)))
    wishes = tuple(Wish((0, n), tuple(range(len(slots))), visits=((0, site),)) for n, site in enumerate(sites, 1))
    ways = tuple(tuple(10 * abs(a - b) for b in range(5)) for a in range(5))
    parties = tuple(Party() for _n in range(len(sites) + 1))
    cliques = tuple((n,) for n in range(len(slots)))
    return Problem(parties, slots, wishes, (), cliques, ways=ways, drives=ways)


def test_visits_are_put_into_the_order_in_which_the_way_is_shortest() -> None:
    stated = line(1, 4, 2, 3)
    before = {0: 0, 1: 1, 2: 2, 3: 3}
    after = routes.shorten(stated, before, Progress())
    assert (routes.driven(stated, before, [0, 1, 2, 3]), routes.driven(stated, after, [0, 1, 2, 3])) == (60, 30)
    assert objective.score(stated, after).idle == objective.score(stated, before).idle


def test_what_is_fixed_stays_and_no_slot_is_taken_that_is_not_allowed() -> None:
    stated = line(1, 4, 2)
    fixed = Wish((0, 2), (1,), visits=((0, 4),), fixed=True)
    stated = Problem(
        stated.parties, stated.slots, (stated.wishes[0], fixed, stated.wishes[2]), (), stated.cliques,
        ways=stated.ways, drives=stated.drives,
    )  # fmt: skip
    assert routes.shorten(stated, {0: 0, 1: 1, 2: 2}, Progress()) == {0: 0, 1: 1, 2: 2}


def test_an_order_that_is_asked_for_is_kept() -> None:
    stated = line(1, 4, 2)
    asked = Problem(
        stated.parties, stated.slots, stated.wishes, (), stated.cliques, orders=((0, 1), (1, 2)), ways=stated.ways,
        drives=stated.drives,
    )  # fmt: skip
    assert routes.driven(asked, routes.shorten(asked, {0: 0, 1: 1, 2: 2}, Progress()), [0, 1, 2]) == 50
    assert routes.driven(stated, routes.shorten(stated, {0: 0, 1: 1, 2: 2}, Progress()), [0, 1, 2]) == 30


def test_a_full_room_is_not_filled_further() -> None:
    stated = line(1, 4, 2)
    first = Wish((0, 1), (0, 1, 2), kind=1, visits=((0, 1),))
    groups = (Group((0,), 0, frozenset({1})),)
    wishes = (first, *stated.wishes[1:])
    full = Problem(stated.parties, stated.slots, wishes, groups, stated.cliques, ways=stated.ways, drives=stated.drives)
    # 1, 2, 4 would be as short, but the first slot has no room for the first.
    assert routes.shorten(full, {0: 1, 1: 0, 2: 2}, Progress()) == {0: 2, 1: 0, 2: 1}


def test_without_visits_nothing_changes() -> None:
    stated = Problem((Party(), Party()), (Place(0, 0, 0, 0, 0, 1),), (Wish((0, 1), (0,)),), (), ((0,),))
    assert routes.shorten(stated, {0: 0}, Progress()) == {0: 0}
