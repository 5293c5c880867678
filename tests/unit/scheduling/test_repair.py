"""A plan is put right with as little change as possible, and contradictions are named."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner, Slot
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning, repairing
from missionplanner.progress import Progress
from missionplanner.scheduling import solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
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
    with store.change("Away") as change:
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


def test_locked_meetings_that_contradict_each_other_are_named_and_nothing_else(store: Store) -> None:
    ask_all(store)
    meet(store, "D1", "C1", slot=0, table=0, locked=True)
    meet(store, "D1", "C2", slot=0, table=1, locked=True)
    meet(store, "D2", "C3", slot=1, table=1, locked=True)
    proposal = run_now(planning.plan(1), store)
    assert proposal.status == "infeasible"
    assert proposal.contradiction == (
        "These cannot all be kept: D1 – C1 (stays where it is); D1 – C2 (stays where it is). "
        "The rules in the way: a company is in one meeting at a time."
    )


def test_the_reason_names_a_meeting_that_could_move(store: Store) -> None:
    ask(store, ("D1", "C1", MUST), ("D2", "C1", MEET))
    key = meet(store, "D2", "C1", 0, 0)
    away(store, "D1", 25, 59)
    reason = planning.unplaced(store.snapshot())[0].reason
    assert "It could be on February 16 at 09:00 if D2 and C1 met on February 16 at 09:25 instead." in reason
    with store.change("Do as told") as change:
        change.update(replace(store.get(Meeting, key), slot_id=store.all(Slot)[1].id))
    meet(store, "D1", "C1", 0, 0)
    assert planning.conflicts(store.snapshot()) == []


def test_nothing_is_said_to_help_that_does_not(tmp_path: Path) -> None:
    with small_mission(tmp_path / "full.mission", slots=3, tables=1) as store:
        ask_all(store)
        proposal = run_now(planning.plan(1), store)
        assert len(proposal.unplaced) == 6
        assert [u.reason for u in proposal.unplaced if "instead" in u.reason] == []


def test_a_seed_gives_the_same_plan_again_however_busy_the_computer_is() -> None:
    chance = Random(1)
    slots = tuple(Place(0, place, 0, 0, 2 * place, 2 * place + 1) for place in range(16))
    pairs = chance.sample([(one, two) for one in range(60) for two in range(60, 120)], 500)
    problem = Problem(
        parties=tuple(Party() for _party in range(120)),
        slots=slots,
        wishes=tuple(Wish(pair, tuple(sorted(chance.sample(range(16), 12)))) for pair in pairs),
        groups=tuple(Group((slot,), 34) for slot in range(16)),
        cliques=tuple((slot,) for slot in range(16)),
        orders=tuple(zip(range(0, 40, 2), range(1, 40, 2), strict=True)),
    )
    assert sum(len(wish.allowed) for wish in problem.wishes) <= solver.SMALL
    first, again = (solver.solve(problem, Limits(8, 3, repeatable=True), Slow(pause)) for pause in (0.0, 0.002))
    assert first.assignment == again.assignment
    assert first.bound == again.bound


class Slow(Progress):
    """A progress that takes time to report."""

    def __init__(self, pause: float) -> None:
        super().__init__()
        self._pause = pause

    def report(self, fraction: float, text: str = "") -> None:
        time.sleep(self._pause)
