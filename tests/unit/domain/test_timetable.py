"""Meetings, sessions and slots; what a meeting keeps when it is moved or planned again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from missionplanner import i18n
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import (
    FOLLOW_UP_DAYS,
    MEETING_STATUS_LABELS,
    Availability,
    FollowUp,
    Meeting,
    MeetingDelegate,
    MeetingStatus,
    Outcome,
    Owner,
    Scope,
    Session,
    Slot,
    Version,
    slots_of,
)
from tests.builders import DAY, defaults, moment

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


def test_new_records_of_the_timetable_say_nothing() -> None:
    assert defaults(Meeting) == {
        "id": 0, "status": MeetingStatus.PLANNED, "locked": False, "late_minutes": 0, "walk_in": False,
    }  # fmt: skip
    assert defaults(Session) == {"id": 0, "slot_minutes": 20, "buffer_minutes": 5}
    assert defaults(Outcome) == {"id": 0, "second_meeting": False}
    assert defaults(Scope) == {"companies": frozenset(), "pairs": frozenset()}
    for kind in (Slot, MeetingDelegate, Availability, FollowUp, Version):
        assert defaults(kind) == {"id": 0}
    assert FOLLOW_UP_DAYS == (30, 90, 180, 365)


def test_every_status_of_a_meeting_has_a_label() -> None:
    assert {status: status.label for status in MeetingStatus} == MEETING_STATUS_LABELS


def test_a_meeting_is_ahead_until_it_is_over_and_takes_up_time_unless_cancelled() -> None:
    found = {status: replace(PLANNED, status=status) for status in MeetingStatus}
    assert {status for status, one in found.items() if one.is_ahead} == {MeetingStatus.PLANNED, MeetingStatus.CONFIRMED}
    assert {status for status, one in found.items() if not one.stands} == {MeetingStatus.CANCELLED}


@pytest.mark.parametrize(
    ("by", "day", "sides"),
    [
        ("delegation", DAY, ["delegation"]),
        ("counterpart", DAY, ["counterpart"]),
        ("both", DAY, ["delegation", "counterpart"]),
        ("both", None, []),
        ("", DAY, []),
    ],
)
def test_a_meeting_is_reconfirmed_by_a_side_or_by_both(by: str, day: date | None, sides: list[str]) -> None:
    found = replace(PLANNED, reconfirmed=day, reconfirmed_by=by)
    assert [side for side in ("delegation", "counterpart") if found.is_reconfirmed_by(side)] == sides
    assert found.pair == (1, 2)


def test_a_scope_is_open_where_nothing_is_said() -> None:
    assert Scope().wants((1, 2))
    assert Scope().reaches(DAY, 1)
    assert [Scope(companies=frozenset({2, 7})).wants(pair) for pair in ((1, 2), (7, 3), (1, 3))] == [True, True, False]
    assert [Scope(pairs=frozenset({(1, 2)})).wants(pair) for pair in ((1, 2), (2, 1))] == [True, False]
    both = Scope(companies=frozenset({1}), pairs=frozenset({(1, 2), (3, 4)}))
    assert [both.wants(pair) for pair in ((1, 2), (3, 4), (1, 4))] == [True, False, False]
    tomorrow = DAY + timedelta(1)
    here = Scope(day=DAY, stop_id=1)
    assert [here.reaches(day, stop) for day, stop in ((DAY, 1), (tomorrow, 1), (DAY, 2))] == [True, False, False]


def test_slots_and_absences_have_a_span_and_a_day() -> None:
    slot = Slot(session_id=1, starts=moment(9), ends=moment(9, 20))
    assert (slot.span, slot.day) == (Range(moment(9), moment(9, 20)), DAY)
    away = Availability(owner=Owner.TABLE, owner_id=1, starts=moment(9), ends=moment(10))
    assert away.span == Range(moment(9), moment(10))


def test_a_session_is_cut_into_slots_of_its_own() -> None:
    session = Session(id=3, venue_id=1, starts=moment(9), ends=moment(9, 45))
    assert list(slots_of(session, 8)) == [
        Slot(session_id=8, starts=moment(9), ends=moment(9, 20)),
        Slot(session_id=8, starts=moment(9, 25), ends=moment(9, 45)),
    ]


def test_the_name_the_program_gives_a_session_is_in_the_language_of_the_screen() -> None:
    i18n.use("es")
    names = [
        Session(venue_id=1, name=name, starts=moment(10), ends=moment(12)).label
        for name in ("Morning", "Vormittag", "")
    ]
    assert names == ["Mañana", "Vormittag", ""]
