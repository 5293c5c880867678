"""What a meeting keeps when it is moved or planned again."""

from dataclasses import replace

from missionplanner.domain.timetable import Meeting, MeetingStatus
from tests.builders import DAY

CONFIRMED = Meeting(
    id=7, uid="m7", delegation_id=1, counterpart_id=2, slot_id=3, table_id=4, status=MeetingStatus.CONFIRMED,
    locked=True, reason="Ill", no_show_side="delegation", interpreter_id=5, reconfirmed=DAY,
    reconfirmed_by="both", late_side="counterpart", late_minutes=10, walk_in=True,
)  # fmt: skip
PLANNED = Meeting(
    id=7,
    uid="m7",
    delegation_id=1,
    counterpart_id=2,
    slot_id=3,
    table_id=4,
    locked=True,
    interpreter_id=5,
    walk_in=True,
)


def test_a_meeting_as_planned_keeps_its_place_and_nothing_of_the_day() -> None:
    assert CONFIRMED.as_planned() == PLANNED
    assert PLANNED.as_planned() == PLANNED


def test_a_meeting_moved_to_another_slot_is_only_planned() -> None:
    assert CONFIRMED.moved_to(8, 9) == replace(PLANNED, slot_id=8, table_id=9)
    assert CONFIRMED.moved_to(8, 4) == replace(PLANNED, slot_id=8)


def test_a_meeting_at_another_table_of_its_slot_is_as_agreed() -> None:
    assert CONFIRMED.moved_to(3, 9) == replace(CONFIRMED, table_id=9)
