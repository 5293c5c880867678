"""The day itself: who is where, whom to call, and where a meeting can go that did not happen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain import day
from missionplanner.domain.companies import Side
from missionplanner.domain.moves import Grade, Moves
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.store.store import Store
from tests.builders import DAY, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_who_should_be_where_now_and_whom_to_call(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    meet(store, "D1", "C2", 1, 0)
    meet(store, "D3", "C1", 2, 1)
    going = day.meetings_of_day(store.snapshot(), 1, moment(9, 10))
    assert [(g.phase, g.table) for g in going] == [("now", 1), ("now", 2), ("next", 1), ("later", 2)]
    meeting_edits.reconfirm(store, [m.id for m in store.all(Meeting)][:3], date(2026, 2, 15), Side.DELEGATION)
    calls = day.calls(store.snapshot(), DAY, Side.DELEGATION)
    names = [store.snapshot().company[call.company_id].name for call in calls]
    assert names == ["D1", "D2", "D3"]
    assert [call.reconfirmed for call in calls] == [date(2026, 2, 15), date(2026, 2, 15), None]
    assert store.all(Meeting)[0].status is MeetingStatus.CONFIRMED
    theirs = day.calls(store.snapshot(), DAY, Side.COUNTERPART)
    assert {call.reconfirmed for call in theirs} == {None}
    key = store.all(Meeting)[0].id
    meeting_edits.reconfirm(store, [key], date(2026, 2, 16), Side.COUNTERPART)
    meeting_edits.reconfirm(store, [key], None, Side.DELEGATION)
    assert store.get(Meeting, key).reconfirmed_by == "counterpart"
    meeting_edits.reconfirm(store, [key], None, Side.COUNTERPART)
    assert (store.get(Meeting, key).status, store.get(Meeting, key).reconfirmed) == (MeetingStatus.PLANNED, None)


def test_a_meeting_that_did_not_happen_finds_the_next_free_place(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    snapshot = store.snapshot()
    held = snapshot.meetings[0]
    found = day.next_place(snapshot, Moves(Plan(snapshot, snapshot.meetings), held), moment(9, 20))
    assert found is not None
    assert (found.grade, found.meetings[0].slot_id) == (Grade.FREE, snapshot.slots[2].id)
    late = day.next_place(snapshot, Moves(Plan(snapshot, snapshot.meetings), held), moment(12))
    assert late is None


def test_a_missed_meeting_is_booked_again_as_planned(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0, late_side="delegation", late_minutes=10, reconfirmed=DAY, reconfirmed_by="both")
    meeting_edits.no_show(store, [key], Side.COUNTERPART, "Flight")
    snapshot = store.snapshot()
    found = day.rebooking(snapshot, snapshot.meetings[0], moment(9), 1)
    assert found is not None
    kept = store.get(Meeting, key).as_planned()
    assert found.meetings == (kept.moved_to(snapshot.slots[1].id, kept.table_id),)
