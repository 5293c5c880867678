"""The first timetable: fixed wishes, those of the plan before, then the others."""

from dataclasses import replace

import numpy as np

from missionplanner.scheduling.construction import place_fixed, place_previous
from missionplanner.scheduling.frames import frame, state
from missionplanner.scheduling.problem import Problem, Wish
from tests.unit.scheduling.problems import problem


def fixed(stated: Problem) -> list[int]:
    f = frame(stated)
    s = state(stated, f)
    place_fixed(f, s, f.fixed)
    return s.slot.tolist()


def previous(stated: Problem, *slots: int) -> list[int]:
    f = frame(stated)
    s = state(stated, f)
    place_previous(f, s, np.array(slots, np.int32))
    return s.slot.tolist()


def test_fixed_wishes_are_put_even_where_they_clash() -> None:
    stated = replace(
        problem((0, 1), (0, 2), (1, 2)),
        wishes=(Wish((0, 1), (1,), fixed=True), Wish((0, 2), (1,), fixed=True), Wish((1, 2), (0,))),
    )
    assert fixed(stated) == [1, 1, -1]


def test_a_fixed_wish_without_a_slot_is_left_out() -> None:
    assert fixed(replace(problem((0, 1)), wishes=(Wish((0, 1), (), fixed=True),))) == [-1]


def test_wishes_go_where_they_were() -> None:
    assert previous(problem((0, 1), (2, 3)), 1, 2) == [1, 2]


def test_of_two_that_were_at_the_same_time_the_second_waits() -> None:
    assert previous(problem((0, 1), (0, 2)), 1, 1) == [1, -1]


def test_a_slot_that_may_no_longer_be_used_is_not_taken() -> None:
    assert previous(replace(problem((0, 1)), wishes=(Wish((0, 1), (0, 2)),)), 1) == [-1]


def test_a_slot_without_room_is_not_taken() -> None:
    assert previous(problem((0, 1), (2, 3), tables=1), 0, 0) == [0, -1]
