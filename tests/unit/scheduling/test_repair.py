"""A plan is repaired with as little change as possible."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Stop
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner, Slot
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning, repairing, visits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, ask_all, key_of, meet, moment, small_mission

MUST, MEET = Priority.MUST_MEET, Priority.MEET


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", slots=3, tables=2) as found:
        yield found


def away(store: Store, name: str, start: int, end: int) -> None:
    absence = Availability(
        owner=Owner.COMPANY, owner_id=key_of(store, name), starts=moment(9, start), ends=moment(9, end)
    )
    with store.change(message("Away")) as change:
        change.insert(absence)


def mended(store: Store) -> repairing.Repair:
    """The repair, accepted; no conflict is left."""
    found = run_now(repairing.mend(2), store)
    planning.accept(store, found.proposal)
    assert planning.conflicts(store.snapshot()) == []
    return found


def slots_of(store: Store) -> dict[int, int]:
    places = [slot.id for slot in store.all(Slot)]
    return {meeting.id: places.index(meeting.slot_id) for meeting in store.all(Meeting)}


def test_a_sound_plan_is_left_alone(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))
    before = store.all(Meeting)
    found = mended(store)
    assert (found.moved, found.told, found.replaced, found.proposal.dropped) == (0, 0, 0, 0)
    assert store.all(Meeting) == before


def test_only_the_meeting_that_cannot_stay_moves(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET))
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 0, 1)
    away(store, "C1", 0, 20)
    found = mended(store)
    assert (found.moved, found.least_moved, found.told) == (1, 1, 2)
    assert slots_of(store)[two] == 0
    assert slots_of(store)[one] in (1, 2)


def test_another_meeting_moves_where_nothing_else_helps_but_no_firm_one(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MEET), ("D1", "C3", MEET))
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D1", "C2", 1, 0)
    meet(store, "D1", "C3", 2, 0, locked=True)
    away(store, "C1", 0, 20)
    found = mended(store)
    assert (found.moved, found.least_moved) == (2, 1)
    assert slots_of(store) == {one: 1, two: 0, 3: 2}


def test_meetings_of_printed_packs_stay_and_the_other_falls_away_with_a_reason(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C1", MEET), ("D3", "C1", MEET))
    for place, name in enumerate(("D1", "D2", "D3")):
        meet(store, name, "C1", place, 0)
    store.record(PackPrint(company_id=key_of(store, "C1"), printed_at=moment(8)))
    away(store, "D1", 0, 20)
    found = mended(store)
    assert found.proposal.dropped == 1
    assert found.moved == 0
    assert "C1 has other meetings in 2 of them" in found.proposal.unplaced[0].reason


def test_meetings_that_are_over_are_history(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    held = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    away(store, "D1", 0, 20)
    found = run_now(repairing.mend(2), store)
    assert (found.moved, found.proposal.dropped) == (0, 0)
    planning.accept(store, found.proposal)
    assert store.get(Meeting, held).status is MeetingStatus.HELD


def test_slots_that_became_free_go_to_requests_and_nobody_moves(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C1", MEET), ("D3", "C1", MEET))
    away(store, "C1", 25, 59)
    away(store, "D3", 0, 20)
    meet(store, "D1", "C1", 0, 0)
    stays = meet(store, "D2", "C2", 1, 0)
    decisions.set_status(store, [key_of(store, "D1")], Status.WITHDRAWN)
    found = mended(store)
    assert (found.moved, found.replaced) == (0, 1)
    assert {
        (m.delegation_id, m.counterpart_id): place
        for m, place in zip(store.all(Meeting), slots_of(store).values(), strict=True)
    } == {
        (key_of(store, "D2"), key_of(store, "C2")): 1,
        (key_of(store, "D2"), key_of(store, "C1")): 0,
    }
    assert slots_of(store)[stays] == 1


def test_meetings_that_are_to_be_visits_leave_their_tables_and_keep_their_slots_where_the_ways_allow(
    store: Store,
) -> None:
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MEET), ("D2", "C3", MEET))
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D1", "C2", 1, 0)
    other = meet(store, "D2", "C3", 2, 1)
    visits.say(store, MeetsAt.OFFICE, companies=[key_of(store, "C1"), key_of(store, "C2")])
    with store.change(message("Near")) as change:
        change.update(replace(store.mission, travel_minutes=5))
        change.update(replace(store.all(Stop)[0], visit_margin=0))
    found = mended(store)
    assert {m.id: m.table_id is None for m in store.all(Meeting)} == {one: True, two: True, other: False}
    assert slots_of(store) == {one: 0, two: 1, other: 2}
    assert found.moved == 0
    with store.change(message("Far")) as change:
        change.update(replace(store.mission, travel_minutes=25))
    mended(store)
    assert sorted(slots_of(store)[key] for key in (one, two)) == [0, 2]
