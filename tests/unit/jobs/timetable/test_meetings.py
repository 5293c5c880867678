"""Meetings changed by hand: what they keep and what they forget."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain import day
from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.moves import Grade, Moves, MoveVerdict
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import (
    Meeting,
    MeetingDelegate,
    MeetingStatus,
)
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, check_undo, interpreter, key_of, meet, moment, whole


def _missed(store: Store) -> Meeting:
    """A reconfirmed meeting whose side was late and then did not come."""
    key = meet(
        store, "D1", "C1", 0, 0, status=MeetingStatus.NO_SHOW, no_show_side="delegation", reason="Flight",
        reconfirmed=DAY, reconfirmed_by="delegation", late_side="delegation", late_minutes=10,
    )  # fmt: skip
    return store.get(Meeting, key)


def test_a_reset_meeting_forgets_the_day(store: Store) -> None:
    missed = _missed(store)
    meeting_edits.reset(store, [missed.id])
    found = store.get(Meeting, missed.id)
    assert found == missed.as_planned()
    assert (found.reconfirmed, found.reconfirmed_by) == (None, "")


def test_a_cancelled_meeting_is_not_reset(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.CANCELLED, reason="Ill")
    before = store.get(Meeting, key)
    meeting_edits.reset(store, [key])
    assert store.get(Meeting, key) == before


def test_a_meeting_set_to_planned_forgets_the_day(store: Store) -> None:
    missed = _missed(store)
    meeting_edits.set_status(store, [missed.id], MeetingStatus.PLANNED)
    assert store.get(Meeting, missed.id) == missed.as_planned()


@pytest.mark.parametrize("status", [MeetingStatus.CONFIRMED, MeetingStatus.HELD])
def test_a_meeting_held_after_all_was_not_missed(store: Store, status: MeetingStatus) -> None:
    missed = _missed(store)
    meeting_edits.set_status(store, [missed.id], status)
    assert store.get(Meeting, missed.id) == replace(missed, status=status, no_show_side="", reason="")


def verdict(store: Store, key: int, slot: int, table: int = 0) -> MoveVerdict:
    snapshot = store.snapshot()
    held = next(m for m in snapshot.meetings if m.id == key)
    other = next(
        (
            m
            for m in snapshot.meetings
            if table and m.slot_id == snapshot.slots[slot].id and m.table_id == snapshot.tables[table - 1].id
        ),
        None,
    )
    table_id = snapshot.tables[table - 1].id if table else 0
    return Moves(Plan(snapshot, snapshot.meetings), held).verdict(snapshot.slots[slot].id, table_id, other)


def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


def place(store: Store) -> None:
    ask(store, ("D3", "C3", Priority.MEET))
    snapshot = store.snapshot()
    moves = Moves.of_request(Plan(snapshot, snapshot.meetings), snapshot.requests[-1])
    meeting_edits.drop(store, moves.verdict(snapshot.slots[3].id))


def test_a_request_is_placed_and_the_meetings_cancelled_before_go(store: Store) -> None:
    meeting_edits.cancel(store, [meet(store, "D3", "C3", 0, 0)], "Ill")
    ask(store, ("D3", "C3", Priority.MEET))
    snapshot = store.snapshot()
    moves = Moves.of_request(Plan(snapshot, snapshot.meetings), snapshot.requests[-1])
    (key,) = meeting_edits.drop(store, moves.verdict(snapshot.slots[3].id))
    assert key > 0
    assert [(one.id, one.slot_id, one.stands) for one in store.all(Meeting)] == [(key, snapshot.slots[3].id, True)]


def test_a_meeting_that_was_never_stored_is_placed(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    found = verdict(store, key, 3)
    meeting_edits.take_out(store, [key])
    meeting_edits.drop(store, replace(found, meetings=(replace(found.meetings[0], id=0, uid=""),)))
    assert (store.steps.undo_label, store.count(Meeting)) == ("Place a meeting", 1)


def walk_in(store: Store) -> None:
    snapshot = store.snapshot()
    moves = day.walk_in_moves(snapshot, (key_of(store, "D3"), key_of(store, "C3")))
    found = day.next_place(snapshot, moves, moment(9))
    assert found is not None
    meeting_edits.walk_in(store, found)


def interpreted(store: Store) -> None:
    with store.change(message("Interpreter")) as change:
        key = change.insert(interpreter("Ana", languages="en,es"))
    meeting_edits.give_interpreter(store, [first(store).id], key)


def rebooked(store: Store) -> None:
    meeting_edits.no_show(store, [first(store).id], Side.COUNTERPART, "Flight")
    found = day.rebooking(store.snapshot(), first(store), moment(9), 1)
    assert found is not None
    meeting_edits.drop(store, found)
    assert first(store).status is MeetingStatus.PLANNED


ACTS: dict[str, Callable[[Store], object]] = {
    "Move a meeting": lambda s: meeting_edits.drop(s, verdict(s, first(s).id, 3)),
    "Swap two meetings": lambda s: meeting_edits.drop(s, verdict(s, first(s).id, 1, 2)),
    "Place a meeting": place,
    "Take 1 meeting out": lambda s: meeting_edits.take_out(s, [first(s).id]),
    "Cancel 1 meeting": lambda s: meeting_edits.cancel(s, [first(s).id], "Ill"),
    "Set meetings to Held": lambda s: meeting_edits.set_status(s, [first(s).id], MeetingStatus.HELD),
    "No-show": lambda s: meeting_edits.no_show(s, [first(s).id], Side.COUNTERPART, "Flight"),
    "Late for a meeting": lambda s: meeting_edits.late(s, [first(s).id], Side.DELEGATION, 15),
    "Reconfirm 2 meetings": lambda s: meeting_edits.reconfirm(s, [m.id for m in s.all(Meeting)], DAY, Side.COUNTERPART),
    "Say who attends a meeting": lambda s: meeting_edits.attend(s, first(s).id, [s.all(Person)[0].id]),
    "Book an interpreter": interpreted,
    "Walk-in meeting D3 – C3": walk_in,
    "Move a meeting after it was missed": rebooked,
    "As planned again": lambda s: (
        meeting_edits.set_status(s, [first(s).id], MeetingStatus.HELD),
        meeting_edits.reset(s, [first(s).id]),
    ),
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def test_a_refused_place_changes_nothing(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    before = whole(store)
    with pytest.raises(UserError, match="D1 has two meetings"):
        meeting_edits.drop(store, verdict(store, first(store).id, 1))
    assert whole(store) == before


def test_what_was_cancelled_can_be_placed_again_by_hand(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    meeting_edits.cancel(store, [meet(store, "D1", "C1", 0, 0)], "Ill")
    assert run_now(planning.plan(1), store).meetings == ()
    snapshot = store.snapshot()
    moves = Moves.of_request(Plan(snapshot, snapshot.meetings), snapshot.requests[0])
    meeting_edits.drop(store, moves.verdict(snapshot.slots[2].id))
    assert [m.stands for m in store.all(Meeting)] == [True]


def test_only_meetings_ahead_are_taken_out(store: Store) -> None:
    one, held = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 0, 1, status=MeetingStatus.HELD)
    assert meeting_edits.take_out(store, [one, held]) == 1
    assert [meeting.id for meeting in store.all(Meeting)] == [held]


def test_held_and_cancelled_meetings_are_not_cancelled(store: Store) -> None:
    keys = [
        meet(store, "D1", "C1", 0, 0),
        meet(store, "D2", "C2", 0, 1, status=MeetingStatus.HELD),
        meet(store, "D3", "C3", 1, 0, status=MeetingStatus.CANCELLED, reason="Old"),
    ]
    assert meeting_edits.cancel(store, keys, "Ill") == 1
    assert [(meeting.status, meeting.reason) for meeting in store.all(Meeting)] == [
        (MeetingStatus.CANCELLED, "Ill"),
        (MeetingStatus.HELD, ""),
        (MeetingStatus.CANCELLED, "Old"),
    ]


def test_a_side_is_late_and_then_on_time(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    meeting_edits.late(store, [key], Side.COUNTERPART, 15)
    assert (store.get(Meeting, key).late_side, store.get(Meeting, key).late_minutes) == ("counterpart", 15)
    meeting_edits.late(store, [key], None, 15)
    assert (store.get(Meeting, key).late_side, store.get(Meeting, key).late_minutes) == ("", 0)
    assert store.steps.undo_label == "On time after all"


def test_a_no_show_names_the_side_and_the_reason(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    meeting_edits.no_show(store, [key], Side.DELEGATION, "Flight")
    found = store.get(Meeting, key)
    assert (found.status, found.no_show_side, found.reason) == (MeetingStatus.NO_SHOW, "delegation", "Flight")


def test_reconfirming_goes_side_by_side(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    seen = []
    for on, side in (
        (DAY, Side.DELEGATION),
        (DAY + timedelta(1), Side.COUNTERPART),
        (None, Side.DELEGATION),
        (None, Side.COUNTERPART),
    ):
        meeting_edits.reconfirm(store, [key], on, side)
        found = store.get(Meeting, key)
        seen.append((found.reconfirmed, found.reconfirmed_by, found.status))
    assert seen == [
        (DAY, "delegation", MeetingStatus.CONFIRMED),
        (DAY + timedelta(1), "both", MeetingStatus.CONFIRMED),
        (DAY + timedelta(1), "counterpart", MeetingStatus.CONFIRMED),
        (None, "", MeetingStatus.PLANNED),
    ]
    assert store.steps.undo_label == "Take a reconfirmation back"


def test_a_held_meeting_stays_held_when_reconfirmed(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    meeting_edits.reconfirm(store, [key], DAY, Side.DELEGATION)
    assert store.get(Meeting, key).status is MeetingStatus.HELD


def test_delegates_are_set_for_a_meeting(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    one, two = (store.where(Person, "company_id", [key_of(store, name)])[0].id for name in ("D1", "C1"))
    meeting_edits.attend(store, key, [one])
    (row,) = store.all(MeetingDelegate)
    meeting_edits.attend(store, key, [one, two])
    assert [found.delegate_id for found in store.all(MeetingDelegate)] == [one, two]
    assert store.all(MeetingDelegate)[0] == row
    meeting_edits.attend(store, key, [])
    assert store.all(MeetingDelegate) == []


def test_an_interpreter_is_booked_and_freed(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    meeting_edits.give_interpreter(store, [key], person)
    assert store.get(Meeting, key).interpreter_id == person
    meeting_edits.give_interpreter(store, [key], None)
    assert (store.get(Meeting, key).interpreter_id, store.steps.undo_label) == (None, "Book no interpreter")


def test_the_companies_whose_packs_were_printed_are_known(store: Store) -> None:
    for company in (key_of(store, "D1"), None):
        store.record(
            PackPrint(company_id=company, edition=Edition.DELEGATE, language="en", fingerprint="", printed_at=moment(8))
        )
    assert meeting_edits.printed(store) == frozenset((key_of(store, "D1"),))


def test_a_walk_in_replaces_a_cancelled_meeting_of_its_pair(store: Store) -> None:
    meeting_edits.cancel(store, [meet(store, "D3", "C3", 0, 0)], "Ill")
    walk_in(store)
    (found,) = store.all(Meeting)
    assert (found.walk_in, found.stands) == (True, True)
    with pytest.raises(UserError) as refused:
        meeting_edits.walk_in(store, MoveVerdict(Grade.REFUSED, "No.", (found,)))
    assert (refused.value.text, refused.value.hint) == ("No.", "Choose another time.")
