"""Problems and assignments as arrays."""

from dataclasses import replace

import numpy as np

from missionplanner.scheduling.frames import UNIT, frame, state
from missionplanner.scheduling.problem import Party, Place
from tests.unit.scheduling.problems import day, problem


def test_the_frame_holds_the_problem_as_arrays() -> None:
    stated = replace(
        problem((0, 1), (0, 2), places=2),
        slots=day(1) + day(1, 1),
        rivals=frozenset({(0, 1)}),
        parties=(Party(at_once=2, daily=3), Party(), Party()),
        orders=((0, 1),),
    )
    stated = replace(stated, slots=(stated.slots[0], Place(1, 0, 1, 1, 100, 101)))
    f = frame(stated)
    assert f.parties.tolist() == [[0, 1], [0, 2]]
    assert f.at_once.tolist() == [2, 1, 1]
    assert f.daily.tolist() == [3, 2, 2]
    assert f.place.tolist() == [0, 1]
    assert f.day_first.tolist() == [0, 1, 2]
    assert f.rival.tolist() == [[False, True], [True, False]]
    assert f.before.tolist() == [0]
    assert f.before_from.tolist() == [0, 0, 1]
    assert f.after.tolist() == [1]
    assert f.after_from.tolist() == [0, 1, 1]


def test_idle_places_above_the_ceiling_cost_six_times_as_much() -> None:
    assert frame(problem((0, 1))).price[:3].tolist() == [0, UNIT + 1, 2 * UNIT + 4]
    assert frame(problem((0, 1)), ceiling=1).price[:3].tolist() == [0, UNIT + 1, 2 * UNIT + 4 + 5 * UNIT]


def test_an_empty_state_has_all_the_room_there_is() -> None:
    stated = problem((0, 1), (0, 2), places=2, tables=5)
    s = state(stated, frame(stated))
    assert s.room.tolist() == [5, 5]
    assert s.slot.tolist() == [-1, -1]
    assert not s.bits.any()
    assert s.dated.shape == (3, 1)
    assert np.all(s.seat == -1)
