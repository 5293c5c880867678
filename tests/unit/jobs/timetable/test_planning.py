"""A timetable is proposed and accepted; what a meeting keeps in its new place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from missionplanner import i18n
from missionplanner.domain import timetable
from missionplanner.domain.events import Attendance, Audience, Event
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import (
    Availability,
    Keep,
    Meeting,
    MeetingStatus,
    Owner,
    Scope,
    Session,
    Slot,
)
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, ask_all, check_undo, interpreter, key_of, meet, moment, small_mission, whole

BEFORE: date = DAY - timedelta(1)


@pytest.fixture
def one_pair(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", 1, 1, slots=2, tables=2) as found:
        ask(found, ("D1", "C1", Priority.MEET))
        yield found


def _confirmed(store: Store) -> Meeting:
    key = meet(
        store, "D1", "C1", 0, 0, status=MeetingStatus.CONFIRMED, reconfirmed=BEFORE, reconfirmed_by="both",
        late_side="delegation", late_minutes=10,
    )  # fmt: skip
    return store.get(Meeting, key)


def _away(store: Store, owner: Owner, key: int) -> None:
    """Take somebody or something out of the first slot."""
    with store.change(message("Away")) as change:
        change.insert(Availability(owner=owner, owner_id=key, starts=moment(9), ends=moment(9, 20)))


def test_a_meeting_the_planner_moves_forgets_what_was_said_of_its_old_time(one_pair: Store) -> None:
    held = _confirmed(one_pair)
    _away(one_pair, Owner.COMPANY, held.delegation_id)
    planning.accept(one_pair, run_now(planning.plan(1, Keep.NONE, seed=1), one_pair))
    found = one_pair.get(Meeting, held.id)
    assert found == replace(held.as_planned(), slot_id=found.slot_id)
    assert found.slot_id != held.slot_id


def test_a_meeting_the_planner_seats_elsewhere_at_its_time_stays_confirmed(one_pair: Store) -> None:
    held = _confirmed(one_pair)
    proposal = run_now(planning.plan(1, Keep.ALL, seed=1), one_pair)
    table = one_pair.snapshot().tables[1].id
    moved = replace(proposal, meetings=(replace(proposal.meetings[0], table_id=table),))
    planning.accept(one_pair, moved)
    assert one_pair.get(Meeting, held.id) == replace(held, table_id=table)


def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


ACTS: dict[str, Callable[[Store], object]] = {
    "Lock meetings": lambda s: planning.set_locked(s, [first(s).id], True),
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def two_days(store: Store) -> None:
    with store.change(message("Second day")) as change:
        session = Session(venue_id=1, starts=moment(9) + timedelta(1), ends=moment(9) + timedelta(days=1, minutes=100))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
        stop = store.all(Stop)[0]
        change.update(replace(stop, ends=DAY + timedelta(1)))
        change.update(replace(store.mission, ends=DAY + timedelta(1)))


def test_only_selected_companies_are_planned_and_nobody_else_moves(store: Store) -> None:
    ask_all(store)
    meet(store, "D2", "C2", 3, 1)
    mine = key_of(store, "D1")
    planning.accept(store, run_now(planning.plan(1, Keep.NONE, Scope(companies=frozenset({mine}))), store))
    assert all(mine in m.pair or m.pair == (key_of(store, "D2"), key_of(store, "C2")) for m in store.all(Meeting))
    assert len(store.all(Meeting)) == 4


def test_only_one_stop_is_planned(store: Store) -> None:
    with store.change(message("Stop")) as change:
        stop = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
        venue = change.insert(Venue(stop_id=stop, name="There"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(9), ends=moment(10))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
    ask_all(store)
    proposal = run_now(planning.plan(1, scope=Scope(stop_id=stop)), store)
    there = store.snapshot().stop_of_slot
    assert proposal.meetings
    assert {there[m.slot_id].id for m in proposal.meetings} == {stop}


def test_who_is_at_two_events_at_once_is_a_conflict_of_the_timetable(store: Store) -> None:
    with store.change(message("Events")) as change:
        for name in ("Talk", "Visit"):
            change.insert(Event(stop_id=1, name_en=name, starts=moment(18), ends=moment(19), audience=Audience.LISTED))
        change.insert_all(Attendance(event_id=n, company_id=key_of(store, "D1")) for n in (1, 2))
    text = "D1 is expected at “Talk” and at “Visit” at the same time, on February 16 at 18:00."
    snapshot = store.snapshot()
    for found in (planning.conflicts(snapshot), planning.problems(snapshot), planning.conflicts_beside(snapshot)):
        assert [(issue.code, issue.text) for issue in found] == [("one_event_at_a_time", text)]


def test_a_whole_day_of_a_company_moves_and_nobody_else(store: Store) -> None:
    two_days(store)
    ask_all(store)
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    other = meet(store, "D2", "C1", 4, 0)
    job = planning.move_day(key_of(store, "D1"), DAY, DAY + timedelta(1))
    planning.accept(store, run_now(job, store))
    snapshot = store.snapshot()
    days = {m.id: snapshot.slot[m.slot_id].day for m in snapshot.meetings}
    assert set(days.values()) == {DAY + timedelta(1)}
    assert snapshot.meetings[2].id == other
    assert snapshot.meetings[2].slot_id == snapshot.slots[4].id
    assert planning.conflicts(snapshot) == []
    with pytest.raises(UserError, match="no meetings on February 16 that can be moved"):
        run_now(job, store)


def test_a_proposal_is_not_written_over_what_happened_meanwhile(store: Store) -> None:
    ask_all(store)
    key = meet(store, "D1", "C1", 0, 0)
    proposal = run_now(planning.plan(1), store)
    meeting_edits.set_status(store, [key], MeetingStatus.HELD)
    before = whole(store)
    with pytest.raises(UserError, match="changed while"):
        planning.accept(store, proposal)
    assert whole(store) == before


def test_a_meeting_nobody_asked_for_is_planned_like_a_request(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0, walk_in=True)
    proposal = run_now(planning.plan(1), store)
    assert proposal.dropped == 0
    assert len(proposal.meetings) == 2


def test_a_proposal_counts_what_is_new_moved_dropped_and_kept(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MUST_MEET), ("D3", "C3", Priority.MEET))
    kept, moved, dropped = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 0, 1), meet(store, "D1", "C3", 1, 0)
    snapshot = store.snapshot()
    held = {m.id: m for m in snapshot.meetings}
    new = Meeting(
        delegation_id=key_of(store, "D3"),
        counterpart_id=key_of(store, "C3"),
        slot_id=snapshot.slots[2].id,
        table_id=snapshot.tables[0].id,
    )
    after = [held[kept], replace(held[moved], slot_id=snapshot.slots[1].id), new]
    found = planning.difference(snapshot, after, snapshot.requests, 1.234)
    assert (found.new, found.moved, found.dropped, found.kept) == (1, 1, 1, 1)
    assert (found.requested, found.unplaced, found.seconds, found.status) == (3, (), 1.23, "feasible")
    assert (found.idle_slots, found.max_idle, found.bound) == (0, 0, 0)
    assert found.basis == frozenset(snapshot.meetings)
    assert str(found.summary) == "1 new, 1 moved, 1 dropped, 1 unchanged"
    planning.accept(store, found)
    assert store.steps.undo_label == "Make timetable (1 new, 1 moved, 1 dropped, 1 unchanged)"
    assert {m.pair: m.slot_id for m in store.all(Meeting)} == {m.pair: m.slot_id for m in after}
    assert store.get(Meeting, kept) == held[kept]
    assert dropped not in {m.id for m in store.all(Meeting)}


def test_an_accepted_proposal_may_have_a_label_of_its_own(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    proposal = run_now(planning.plan(1, seed=1), store)
    planning.accept(store, proposal, message("Repair ({summary})", summary=proposal.summary))
    assert store.steps.undo_label == "Repair (1 new, 0 moved, 0 dropped, 0 unchanged)"


@pytest.mark.parametrize(("before", "after"), [(None, 7), (7, None), (7, 8)])
def test_another_interpreter_alone_is_no_move(store: Store, before: int | None, after: int | None) -> None:
    with store.change(message("Interpreters")) as change:
        assert [change.insert(interpreter(name, languages="en,es")) for name in ("Ana", "Max")] == [7, 8]
    key = meet(store, "D1", "C1", 0, 0, interpreter_id=before)
    snapshot = store.snapshot()
    found = planning.difference(snapshot, [replace(snapshot.meetings[0], interpreter_id=after)], [])
    assert (found.moved, found.reinterpreted, found.kept) == (0, 1, 0)
    assert str(found.summary) == "0 new, 0 moved, 0 dropped, 1 with another interpreter, 0 unchanged"
    planning.accept(store, found)
    assert store.get(Meeting, key).interpreter_id == after


def test_requests_without_a_meeting_are_explained_must_meets_first(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MUST_MEET), ("D3", "C3", Priority.MEET))
    meet(store, "D3", "C3", 0, 0)
    found = planning.unplaced(store.snapshot())
    assert [one.request.priority for one in found] == [Priority.MUST_MEET, Priority.MEET]
    assert [one.request for one in found] == planning.open_requests(store.snapshot())
    assert all(one.reason for one in found)


def test_a_proposal_says_why_requests_are_left_without(store: Store) -> None:
    with store.change(message("One table, one slot")) as change:
        change.delete(Table, [store.all(Table)[1].id])
        change.delete(Slot, [slot.id for slot in store.all(Slot)[1:]])
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MUST_MEET))
    proposal = run_now(planning.plan(1, seed=1), store)
    assert [m.pair for m in proposal.meetings] == [(key_of(store, "D2"), key_of(store, "C2"))]
    assert [one.request.pair for one in proposal.unplaced] == [(key_of(store, "D1"), key_of(store, "C1"))]
    assert (proposal.status, proposal.idle_slots, proposal.contradiction) == ("optimal", 0, "")


def test_kept_meetings_that_break_rules_are_named(store: Store) -> None:
    for slot, (one, two) in enumerate((("D1", "C1"), ("D1", "C2"))):
        meet(store, one, two, 0, slot, locked=True)
    proposal = run_now(planning.plan(1, seed=1), store)
    assert proposal.status == "infeasible"
    assert "D1" in proposal.contradiction


def test_without_sessions_nothing_is_planned(store: Store) -> None:
    with pytest.raises(UserError, match="There are no sessions on February 17"):
        run_now(planning.plan(1, scope=Scope(DAY + timedelta(1))), store)
    with store.change(message("Stop")) as change:
        stop = change.insert(
            Stop(name_en="Monterrey", name_fr="Le Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY)
        )
    i18n.use("fr")
    with pytest.raises(UserError, match="Le Monterrey"):
        run_now(planning.plan(1, scope=Scope(stop_id=stop)), store)
    i18n.use("en")
    with store.change(message("None")) as change:
        change.delete(Slot, [slot.id for slot in store.all(Slot)])
    with pytest.raises(UserError, match="There are no sessions to meet in"):
        run_now(planning.plan(1), store)


@pytest.mark.parametrize(
    "more", [{"locked": True}, {"status": MeetingStatus.CONFIRMED}, {"status": MeetingStatus.HELD}]
)
def test_meetings_that_are_firm_do_not_move_with_their_day(store: Store, more: dict[str, Any]) -> None:
    two_days(store)
    meet(store, "D1", "C1", 0, 0, **more)
    with pytest.raises(UserError, match="D1 has no meetings on February 16 that can be moved") as refused:
        run_now(planning.move_day(key_of(store, "D1"), DAY, DAY + timedelta(1)), store)
    assert refused.value.hint == "Locked and confirmed meetings stay."


def test_meetings_are_locked_and_the_others_cleared(store: Store) -> None:
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 0, 1)
    confirmed = meet(store, "D3", "C3", 1, 0, status=MeetingStatus.CONFIRMED)
    planning.set_locked(store, [one, two], True)
    planning.set_locked(store, [two], False)
    assert store.steps.undo_label == "Unlock meetings"
    assert [m.locked for m in store.all(Meeting)] == [True, False, False]
    assert planning.clear(store) == 1
    assert [m.id for m in store.all(Meeting)] == [one, confirmed]
    assert store.steps.undo_label == "Clear the timetable"


def test_a_new_meeting_that_breaks_a_rule_is_a_bug_and_a_kept_one_is_not(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 0, 1)
    snapshot = store.snapshot()
    kept = list(snapshot.meetings)
    assert len(planning.check_new(snapshot, kept)) == 1
    with pytest.raises(AssertionError, match="breaks a rule"):
        planning.check_new(snapshot, [kept[0], replace(kept[1], id=0, uid="")])
    assert planning.check_new(snapshot, kept[:1]) == []


def test_a_proposal_for_slots_that_are_gone_is_not_written(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    proposal = run_now(planning.plan(1, seed=1), store)
    with store.change(message("Gone")) as change:
        change.delete(Slot, [slot.id for slot in store.all(Slot)])
    with pytest.raises(UserError, match="was changed while"):
        planning.accept(store, proposal)
    assert store.all(Meeting) == []
