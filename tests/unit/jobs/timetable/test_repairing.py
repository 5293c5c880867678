"""What no longer stands is placed again; what a meeting keeps in its new place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.mission import Table
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner, Slot
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning, repairing
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import DAY, ask, ask_all, key_of, meet, moment, small_mission


@pytest.fixture
def one_pair(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", 1, 1, slots=2, tables=2) as found:
        ask(found, ("D1", "C1", Priority.MEET))
        yield found


def _repaired_without(store: Store, owner: Owner) -> tuple[Meeting, Meeting]:
    """A confirmed meeting before and after its company or table is taken out of its slot and the plan is repaired."""
    key = meet(
        store, "D1", "C1", 0, 0, status=MeetingStatus.CONFIRMED, reconfirmed=DAY, reconfirmed_by="both",
        late_side="delegation", late_minutes=10,
    )  # fmt: skip
    held = store.get(Meeting, key)
    missing = held.delegation_id if owner is Owner.COMPANY else held.table_id
    with store.change(message("Away")) as change:
        change.insert(Availability(owner=owner, owner_id=missing, starts=moment(9), ends=moment(9, 20)))
    planning.accept(store, run_now(repairing.mend(1), store).proposal)
    return held, store.get(Meeting, key)


def test_a_meeting_the_repair_moves_forgets_what_was_said_of_its_old_time(one_pair: Store) -> None:
    held, found = _repaired_without(one_pair, Owner.COMPANY)
    assert found == replace(held.as_planned(), slot_id=found.slot_id)
    assert found.slot_id != held.slot_id


def test_a_meeting_that_loses_its_table_stays_confirmed_at_another(store: Store) -> None:
    held, found = _repaired_without(store, Owner.TABLE)
    assert found == replace(held, table_id=found.table_id)
    assert found.table_id != held.table_id


def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


def test_ways_to_repair_are_offered_those_that_disturb_least_first(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))
    meeting = first(store)
    with store.change(message("Ill")) as change:
        span = store.get(Slot, meeting.slot_id)
        change.insert(
            Availability(owner=Owner.COMPANY, owner_id=meeting.delegation_id, starts=span.starts, ends=span.ends)
        )
    found = run_now(repairing.options(1), store)
    assert len(found) >= 2
    assert [repair.told for repair in found] == sorted(repair.told for repair in found)
    for repair in found:
        planning.accept(store, repair.proposal)
        assert planning.conflicts(store.snapshot()) == []
        store.undo()


def test_after_a_withdrawal_the_freed_places_are_offered_to_requests(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))
    assert len(store.all(Meeting)) == 8
    decisions.set_status(store, [key_of(store, "C3")], Status.WITHDRAWN)
    found = run_now(repairing.options(1), store)
    assert [(repair.broken, repair.told) for repair in found] == [(0, 0)]


def test_those_who_lost_a_meeting_with_a_withdrawal_are_counted_and_listed(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))
    past = store.snapshot()
    key = key_of(store, "C3")
    decisions.set_status(store, [key], Status.WITHDRAWN)
    found = run_now(repairing.options(1, past), store)[0]
    assert {m.pair for m in found.lost} == {m.pair for m in past.meetings_of[key]}
    partners = {company for m in found.lost for company in m.pair} - {key}
    assert found.told == sum(len(past.delegates_of[company]) for company in partners) > 0


def test_who_only_gets_another_table_is_told_too(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    table = store.get(Meeting, key).table_id
    with store.change(message("Lost")) as change:
        change.insert(Availability(owner=Owner.TABLE, owner_id=table, starts=moment(8), ends=moment(20)))
    found = {repair.reseated: repair.told for repair in run_now(repairing.options(1), store)}
    assert found[1] == 2


def away(store: Store, owner: Owner, key: int, slot: int) -> None:
    """Take somebody or something out of a slot."""
    span = store.all(Slot)[slot].span
    with store.change(message("Away")) as change:
        change.insert(Availability(owner=owner, owner_id=key, starts=span.start, ends=span.end))


def test_a_repair_counts_whom_it_concerns(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET), ("D3", "C3", Priority.MEET))
    broken = meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    away(store, Owner.COMPANY, key_of(store, "D1"), 0)
    found = run_now(repairing.mend(1), store)
    assert (found.broken, found.moved, found.least_moved, found.reseated, found.replaced) == (1, 1, 1, 0, 1)
    assert (found.lost, found.told) == ((), 4)
    planning.accept(store, found.proposal)
    assert store.get(Meeting, broken).slot_id != store.all(Slot)[0].id
    assert planning.conflicts(store.snapshot()) == []


def test_a_company_without_delegates_counts_as_one_person(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    with store.change(message("Nobody")) as change:
        change.delete(Person, [one.id for one in store.where(Person, "company_id", [key_of(store, "D1")])])
        change.insert(Person(company_id=key_of(store, "C1"), given_name="Ana"))
    away(store, Owner.COMPANY, key_of(store, "D1"), 0)
    assert run_now(repairing.mend(1), store).told == 3


def test_nothing_broken_needs_no_repair(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    found = run_now(repairing.mend(1), store)
    assert (found.broken, found.moved, found.told, found.proposal.kept) == (0, 0, 0, 1)
    (only,) = run_now(repairing.options(1), store)
    assert only.proposal.meetings == found.proposal.meetings


def test_options_go_from_dropping_to_filling(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    away(store, Owner.COMPANY, key_of(store, "D1"), 0)
    seen: list[str] = []
    found = run_now(repairing.options(1), store, Progress(lambda _fraction, text: seen.append(text)))
    assert "Looking for requests that fit into what is free" in seen
    assert sorted((one.proposal.dropped, one.proposal.moved, one.proposal.new) for one in found) == [
        (0, 1, 0),
        (0, 1, 1),
        (1, 0, 0),
    ]
    assert [one.told for one in found] == [2, 2, 4]
    assert [one.least_moved for one in found if one.proposal.dropped] == [0]
    assert len(found[0].proposal.meetings) >= len(found[1].proposal.meetings)


@pytest.mark.parametrize("firm", ["locked", "confirmed", "printed"])
def test_firm_meetings_do_not_make_room(store: Store, firm: str) -> None:
    with store.change(message("One slot free")) as change:
        change.delete(Slot, [slot.id for slot in store.all(Slot)[2:]])
        change.delete(Table, [store.all(Table)[1].id])
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET))
    more: dict[str, Any] = {"locked": {"locked": True}, "confirmed": {"status": MeetingStatus.CONFIRMED}}.get(firm, {})
    other = meet(store, "D2", "C2", 1, 0, **more)
    meet(store, "D1", "C1", 0, 0)
    if firm == "printed":
        store.record(
            PackPrint(
                company_id=key_of(store, "D2"),
                edition=Edition.DELEGATE,
                language="en",
                fingerprint="f",
                printed_at=datetime.now(UTC),
            )
        )
    away(store, Owner.COMPANY, key_of(store, "D1"), 0)
    found = run_now(repairing.mend(1), store)
    assert (found.moved, found.proposal.dropped) == (0, 1)
    assert [m.id for m in found.proposal.meetings] == [other]


def test_a_loose_meeting_makes_room_for_a_broken_one(store: Store) -> None:
    with store.change(message("One slot free")) as change:
        change.delete(Slot, [slot.id for slot in store.all(Slot)[2:]])
        change.delete(Table, [store.all(Table)[1].id])
    ask(store, ("D1", "C1", Priority.MEET), ("D1", "C2", Priority.MEET))
    meet(store, "D1", "C2", 1, 0)
    meet(store, "D1", "C1", 0, 0)
    away(store, Owner.COMPANY, key_of(store, "C1"), 0)
    found = run_now(repairing.mend(1), store)
    assert (found.moved, found.proposal.dropped, found.told) == (2, 0, 3)
    store.record(
        PackPrint(
            company_id=key_of(store, "C2"), edition=Edition.DELEGATE, language="en", fingerprint="f",
            printed_at=datetime.now(UTC),
        )
    )  # fmt: skip
    found = run_now(repairing.mend(1), store)
    assert (found.moved, found.proposal.dropped) == (0, 1)
