"""Trial timetables and their bounds."""

import random

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import trials
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish

LIMITS = Limits(2.0, repeatable=True)


def problem(wishes: list[Wish], parties: int = 6, slots: int = 3, room: int = 2, **more: object) -> Problem:
    """Some slots one after the other at a venue with some tables."""
    places = tuple(Place(0, n, 0, 0, 2 * n, 2 * n + 1) for n in range(slots))
    groups = tuple(Group((n,), room) for n in range(slots))
    someone = more.get("someone", Party())
    assert isinstance(someone, Party)
    return Problem((someone,) * parties, places, tuple(wishes), groups, tuple((n,) for n in range(slots)))


def wish(one: int, other: int, *allowed: int, weight: int = 1) -> Wish:
    return Wish((one, other), allowed or (0, 1, 2), weight)


def placed(asked: Problem) -> int:
    return len(trials.place(asked, LIMITS, Progress()))


def test_as_much_is_placed_as_has_room() -> None:
    asked = problem([wish(one, other) for one in range(3) for other in range(3, 6)])
    assert placed(asked) == 6 == trials.most_placed(asked, range(9))


@pytest.mark.parametrize("seed", range(8))
def test_no_timetable_places_more_than_the_bound(seed: int) -> None:
    chance = random.Random(seed)
    wishes = [
        wish(one, other, *sorted(chance.sample(range(3), chance.randint(0, 3))))
        for one in range(3)
        for other in range(3, 6)
        if chance.random() < 0.8
    ]
    asked = problem(wishes, room=chance.randint(1, 3))
    assert placed(asked) <= trials.most_placed(asked, range(len(wishes))) <= len(wishes)


def test_the_heavier_wish_is_placed() -> None:
    asked = problem([wish(0, 3, 0), wish(0, 4, 0, weight=5)])
    assert trials.place(asked, LIMITS, Progress()) == {1: 0}


def test_a_party_has_no_more_meetings_a_day_than_times_or_than_it_wants() -> None:
    away, once = Party(absent=frozenset({0})), Party(daily=1)
    assert [trials.room_of_party(problem([], someone=one), 0, 0) for one in (Party(), away, once)] == [3, 2, 1]


def test_a_day_has_no_more_meetings_than_tables_in_its_slots() -> None:
    assert trials.room_of_day(problem([]), 0) == 6


def test_nothing_that_has_no_slot_is_counted() -> None:
    nowhere = problem([Wish((0, 3), ())])
    assert (placed(nowhere), trials.most_placed(nowhere, [0]), trials.most_placed(nowhere, [])) == (0, 0, 0)


def test_the_peak_is_of_the_fullest_time_and_has_a_bound() -> None:
    asked = problem([wish(n, n + 3) for n in range(3)])
    venues = {0: 7, 1: 7, 2: 7}
    assert trials.peak(asked, {0: 0, 1: 0, 2: 1}, venues) == trials.Peak(2, 1)
    assert trials.peak(asked, {}, venues) == trials.Peak(0, 0)


def test_tables_are_needed_only_for_what_can_go_nowhere_else() -> None:
    wishes = [wish(n, n + 3, 0) for n in range(2)] + [wish(2, 5, 0, 1)]
    assert trials.least_tables(problem(wishes), range(3), {0: 7, 1: 8, 2: 8}) == {7: 2, 8: 0}


def test_meetings_at_offices_take_no_table() -> None:
    """Both are held at offices of stop 0, at the same time: no table is in use or needed."""
    visits = [Wish((n, n + 3), (0,), visits=((0, 1 + n),)) for n in range(2)]
    asked = problem(visits, room=0)
    assert trials.most_placed(asked, range(2)) == 2
    assert trials.peak(asked, {0: 0, 1: 0}, {0: 7}) == trials.Peak(0, 0)
