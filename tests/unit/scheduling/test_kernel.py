"""An assignment as arrays: what is counted while wishes are put and lifted."""

import numpy as np

from missionplanner.scheduling.frames import frame, state
from missionplanner.scheduling.kernel import Frame, State, take_over
from tests.unit.scheduling.problems import problem

NOWHERE = -1


def taken(*slots: int) -> tuple[Frame, State]:
    """Three wishes, (0, 1), (0, 2) and (1, 2), in these slots of four."""
    stated = problem((0, 1), (0, 2), (1, 2), places=4)
    f = frame(stated)
    s = state(stated, f)
    take_over(f, s, np.array(slots, np.int32))
    return f, s


def test_placed_wishes_use_room_places_and_dates() -> None:
    _f, s = taken(0, 2, NOWHERE)
    assert s.slot.tolist() == [0, 2, NOWHERE]
    assert s.room.tolist() == [1, 2, 1, 2]
    assert s.bits[:, 0].tolist() == [0b101, 0b1, 0b100]
    assert s.dated[:, 0].tolist() == [2, 1, 1]
    assert s.there[:, 0].tolist() == [2, 1, 1]
    assert s.filled.tolist() == [1, 0, 1, 0]


def test_taking_over_another_assignment_leaves_no_trace_of_the_first() -> None:
    f, s = taken(0, 2, NOWHERE)
    take_over(f, s, np.array([NOWHERE, 2, 1], np.int32))
    _g, fresh = taken(NOWHERE, 2, 1)
    for name in ("slot", "room", "bits", "used", "dated", "there", "filled", "seat"):
        assert np.array_equal(getattr(s, name), getattr(fresh, name)), name
