"""A timetable is proposed and accepted; what a meeting keeps in its new place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from missionplanner.domain import timetable
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Keep, Meeting, MeetingStatus, Owner, Scope, Session
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import DAY, ask, ask_all, check_undo, key_of, meet, moment, small_mission, whole

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
    with store.change("Away") as change:
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
    with store.change("Second day") as change:
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
    with store.change("Stop") as change:
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
