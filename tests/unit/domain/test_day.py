"""The day itself: who is where, whom to call, and where a meeting can go that did not happen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from missionplanner.domain import day
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Event
from missionplanner.domain.moves import Grade, Moves, MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.store.store import Store
from tests.builders import DAY, meet, meeting, moment, small_mission, snapshot_of


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


def test_the_meetings_of_a_day_are_those_of_its_stop_on_its_clocks() -> None:
    meetings = [
        meeting(1, 1, 3, slot=3),
        meeting(2, 2, 4, slot=1, table=2),
        meeting(3, 1, 4, slot=1),
        meeting(4, 2, 3, slot=2, status=MeetingStatus.CANCELLED),
        meeting(5, 2, 3, slot=5, table=4),
        meeting(6, 1, 4, slot=4, table=3),
    ]
    snapshot = snapshot_of(meetings=meetings)
    found = day.meetings_of_day(snapshot, 1, moment(9, 20).astimezone(UTC))
    assert [(one.meeting.id, one.phase, one.table) for one in found] == [
        (3, "over", 1),
        (2, "over", 2),
        (6, "next", 1),
        (1, "later", 1),
    ]
    assert [f"{one.starts:%H:%M} {one.ends:%H:%M}" for one in found][:2] == ["09:00 09:20"] * 2
    assert [one.meeting.id for one in day.meetings_of_day(snapshot, 2, moment(12, day=DAY + timedelta(1)))] == [5]
    assert day.meetings_of_day(snapshot, 2, moment(12)) == []


@pytest.mark.parametrize(
    ("hour", "minute", "phases"),
    [
        (8, 59, ["next", "later"]),
        (9, 0, ["now", "next"]),
        (9, 19, ["now", "next"]),
        (9, 20, ["over", "next"]),
        (9, 50, ["over", "now"]),
        (10, 10, ["over", "over"]),
    ],
)
def test_a_meeting_is_on_from_its_start_up_to_its_end(hour: int, minute: int, phases: list[str]) -> None:
    snapshot = snapshot_of(meetings=[meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=3)])
    assert [one.phase for one in day.meetings_of_day(snapshot, 1, moment(hour, minute))] == phases


def test_a_company_is_reconfirmed_only_when_all_its_meetings_are() -> None:
    first, second = DAY - timedelta(2), DAY - timedelta(1)
    one = meeting(1, 1, 3, slot=1, reconfirmed=second, reconfirmed_by="both")
    two = meeting(2, 1, 4, slot=2, reconfirmed=first, reconfirmed_by="delegation")
    three = meeting(3, 2, 3, slot=3)
    found = {call.company_id: call.reconfirmed for call in day.calls(snapshot_of(meetings=[one, two, three]), DAY)}
    assert found == {1: first, 2: None, 3: None, 4: None}
    undone = replace(two, reconfirmed=None, reconfirmed_by="")
    found = {call.company_id: call.reconfirmed for call in day.calls(snapshot_of(meetings=[one, undone]), DAY)}
    assert found == {1: None, 3: second, 4: None}


def test_calls_are_made_in_the_order_of_first_meetings_and_names() -> None:
    names = {1: "b", 2: "A", 3: "c", 4: "D"}
    companies = [
        Company(id=n, side=Side.DELEGATION if n < 3 else Side.COUNTERPART, name=name, phone=f"+{n}")
        for n, name in names.items()
    ]
    meetings = [
        meeting(1, 1, 3, slot=3),
        meeting(2, 1, 4, slot=1),
        meeting(3, 2, 4, slot=1, table=2),
        meeting(4, 2, 3, slot=5),
        meeting(5, 2, 3, slot=2, status=MeetingStatus.HELD),
    ]
    snapshot = snapshot_of(companies=companies, meetings=meetings)
    found = day.calls(snapshot, DAY)
    assert [(snapshot.company[c.company_id].name, f"{c.first:%H:%M}", c.phone) for c in found] == [
        ("A", "09:00", "+2"),
        ("b", "09:00", "+1"),
        ("D", "09:00", "+4"),
        ("c", "09:50", "+3"),
    ]
    assert [[m.id for m in call.meetings] for call in found] == [[3], [2, 1], [2, 3], [1]]
    assert found[0].person == snapshot.people[1]
    assert [call.company_id for call in day.calls(snapshot, DAY, Side.COUNTERPART)] == [4, 3]
    assert [call.company_id for call in day.calls(snapshot, DAY + timedelta(1))] == [2, 3]


def test_the_next_place_is_the_first_one_free_at_the_stop() -> None:
    held = meeting(1, 1, 3, slot=1)
    snapshot = snapshot_of(meetings=[held, meeting(2, 1, 4, slot=2)])
    moves = Moves(Plan(snapshot, snapshot.meetings), held)

    def slot_of(after: datetime, stop: int | None = None) -> int | None:
        found = day.next_place(snapshot, moves, after, stop)
        return found.meetings[0].slot_id if found else None

    assert slot_of(moment(9)) == 3
    assert slot_of(moment(9, 50)) == 3
    assert slot_of(moment(9, 51)) == 5
    assert slot_of(moment(9, 51), 1) is None
    assert slot_of(moment(9), 2) == 5


def test_a_place_in_the_slot_it_has_is_no_next_place() -> None:
    held = meeting(1, 1, 3, slot=3)
    snapshot = snapshot_of(meetings=[held])
    found = day.next_place(snapshot, Moves(Plan(snapshot, snapshot.meetings), held), moment(9, 50))
    assert found is not None
    assert found.meetings[0].slot_id == 5


def test_why_there_is_no_place_is_what_the_first_slot_says() -> None:
    absent = Event(id=1, stop_id=1, name_en="Tour", starts=moment(9), ends=moment(9, 50))
    snapshot = snapshot_of(events=[absent])
    moves = day.walk_in_moves(snapshot, (1, 3))
    text = "D1 attends “Tour” on February 16 at {}."
    assert day.why_not(snapshot, moves, moment(9), 1) == text.format("09:00")
    assert day.why_not(snapshot, moves, moment(9, 25), 1) == text.format("09:25")
    assert day.why_not(snapshot, moves, moment(9, 51), 1) == "There are no more slots at this stop."


def test_a_walk_in_is_a_new_meeting_among_the_others() -> None:
    snapshot = snapshot_of(meetings=[meeting(7, 1, 4, slot=1)])
    moves = day.walk_in_moves(snapshot, (1, 3), [3])
    assert moves.is_new
    assert (moves.held.pair, moves.plan.meetings) == ((1, 3), snapshot.meetings)
    assert moves.grade(1) is Grade.REFUSED
    assert moves.verdict(2).text == "Their packs are printed already: C1."


@pytest.mark.parametrize("status", [MeetingStatus.CONFIRMED, MeetingStatus.NO_SHOW, MeetingStatus.CANCELLED])
def test_a_meeting_that_is_not_held_as_planned_is_free_for_another_place(status: MeetingStatus) -> None:
    held = meeting(1, 1, 3, slot=1, status=status, reason="Flight")
    snapshot = snapshot_of(meetings=[held, meeting(2, 1, 4, slot=2)])
    found = day.rebooking(snapshot, held, moment(9), 1)
    assert found == MoveVerdict(Grade.FREE, "Free: February 16 at 09:50, table 1.", (held.moved_to(3, 1),))
    assert day.rebooking(snapshot, held, moment(10), 1) is None
    printed = day.rebooking(snapshot, held, moment(9), 1, [3])
    assert printed is not None
    assert printed.text == "Their packs are printed already: C1."


def test_another_day_has_the_same_time_else_the_nearest_that_is_free() -> None:
    held = meeting(1, 1, 3, slot=2)
    others = [meeting(2, 1, 4, slot=5), meeting(3, 2, 4, slot=3)]
    snapshot = snapshot_of(meetings=[held, *others])

    def place(meetings: list[Meeting], on: date, stop: int) -> int | None:
        found = day.place_on_day(Moves(Plan(snapshot, meetings), held), on, stop)
        return found.meetings[0].slot_id if found and found.meetings else None

    days = {slot.id: (slot.day, snapshot.stop_of_slot[slot.id].id) for slot in snapshot.slots}
    assert place([held], *days[5]) == 5
    assert place([held, others[0]], *days[5]) is None
    assert place([held], DAY.replace(day=1), 1) is None


def test_the_days_of_a_stop_are_those_of_its_slots() -> None:
    snapshot = snapshot_of()
    assert [day.meeting_days(snapshot, stop) for stop in (1, 2, 3)] == [[DAY], [DAY + timedelta(1)], []]


def test_the_time_zone_is_named_where_stops_have_different_ones() -> None:
    snapshot = snapshot_of()
    east = replace(snapshot.stops[1], time_zone="America/New_York")
    elsewhere = snapshot_of(stops=[snapshot.stops[0], east])
    assert [day.zone_note(elsewhere, stop) for stop in (1, 2)] == [
        "Times of Mexico City (UTC−6)",
        "Times of Monterrey (UTC−5)",
    ]
    assert day.zone_note(snapshot, 1) == ""
    assert day.zone_note(replace(elsewhere, slots=[]), 2) == "Times of Monterrey (UTC−5)"


def test_a_walk_in_has_no_place_yet() -> None:
    held = day.walk_in_moves(snapshot_of(), (1, 3)).held
    assert (held.id, held.slot_id, held.table_id) == (-1, 0, 0)
