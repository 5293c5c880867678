"""Which groups a wish uses in a slot."""

from dataclasses import replace

from missionplanner.scheduling.problem import Group
from missionplanner.scheduling.slot_rooms import SlotRooms
from tests.unit.scheduling.problems import problem


def test_groups_are_those_of_the_slot_and_the_kind() -> None:
    stated = replace(
        problem((0, 1)), groups=(Group((0, 1), 1), Group((1,), 1, frozenset({0, 1})), Group((1,), 1, frozenset({2})))
    )
    rooms = SlotRooms(stated)
    assert [rooms.of(0, slot) for slot in range(3)] == [[0], [0, 1], []]
    other = SlotRooms(replace(stated, wishes=(replace(stated.wishes[0], kind=2),)))
    assert other.of(0, 1) == [2]
