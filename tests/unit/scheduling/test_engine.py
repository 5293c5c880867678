"""The engine keeps every rule, places what can be placed, and explains the rest."""

import itertools
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionplanner.domain import rules
from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Keep, Meeting, MeetingStatus, Owner, Scope
from missionplanner.errors import Cancelled
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.progress import Progress
from missionplanner.scheduling import formulation as statement
from missionplanner.scheduling import objective, placing, problem, solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.slot_constraints import ALLOWED
from missionplanner.store.store import Store
from tests.builders import ask, ask_all, key_of, meet, moment, small_mission
from tests.unit.domain import test_rules


def planned(store: Store, seconds: float = 1, keep: Keep = Keep.LOCKED) -> planning.Proposal:
    proposal = run_now(planning.plan(seconds, keep), store)
    snapshot = store.snapshot()
    numbered = [replace(m, id=m.id or -n) for n, m in enumerate(proposal.meetings, start=1)]
    assert rules.check(Plan(snapshot, numbered)) == []
    return proposal


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_everything_that_fits_is_placed_without_idle_slots(store: Store) -> None:
    ask_all(store)
    proposal = planned(store)
    assert len(proposal.meetings) == 8
    assert proposal.requested == 9
    assert len(proposal.unplaced) == 1
    assert proposal.status in ("optimal", "feasible")
    assert "table is taken" in proposal.unplaced[0].reason or "other meetings" in proposal.unplaced[0].reason


def test_must_meets_go_first(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 3, 1, slots=1, tables=1) as store:
        ask(store, ("D1", "C1", Priority.MEET), ("D2", "C1", Priority.MUST_MEET), ("D3", "C1", Priority.MEET))
        proposal = planned(store)
        assert [m.delegation_id for m in proposal.meetings] == [key_of(store, "D2")]


def test_a_must_meet_is_worth_more_than_the_meets_in_its_way(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 2, 2, slots=1, tables=2) as store:
        ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET), ("D1", "C2", Priority.MUST_MEET))
        placed = {m.pair for m in planned(store).meetings}
        assert (key_of(store, "D1"), key_of(store, "C2")) in placed


def test_vetoes_are_not_requests_but_wishes_against_them_are_explained(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.NO_THANKS), ("D2", "C1", Priority.MEET))
    with store.change("x") as change:
        change.insert(
            replace(store.snapshot().requests[0], id=0, uid="", asked_by=Side.COUNTERPART, priority=Priority.MEET)
        )
    proposal = planned(store)
    assert len(proposal.meetings) == 1
    assert [u.reason for u in proposal.unplaced] == ["D1 does not want to meet C1."]


@pytest.mark.parametrize(("rule", "breaks"), test_rules.CASES, ids=lambda value: getattr(value, "__name__", value))
def test_constraint_keeps_the_plan_from_what_breaks_its_rule(store: Store, rule: str, breaks) -> None:  # type: ignore[no-untyped-def]
    meet(store, "D1", "C1", slot=0, table=0)
    breaks(store)
    ask_all(store)
    assert planned(store, keep=Keep.NONE).meetings or rule in ("stop_attended", "lunch_kept")


def test_constraints_and_rules_have_the_same_names() -> None:
    assert {c.__name__ for c in (*ALLOWED, *MODELLED)} == {rule.__name__ for rule in rules.RULES}


def test_locked_meetings_stay_and_others_may_move(store: Store) -> None:
    ask_all(store)
    key = meet(store, "D1", "C1", slot=3, table=1, locked=True)
    proposal = planned(store)
    assert next(m for m in proposal.meetings if m.id == key).slot_id == store.get(Meeting, key).slot_id


def test_keep_all_only_adds(store: Store) -> None:
    ask_all(store)
    planning.accept(store, planned(store))
    before = {m.id: m for m in store.all(Meeting)}
    victim = next(iter(before))
    with store.change("x") as change:
        change.delete(Meeting, [victim])
    proposal = planned(store, keep=Keep.ALL)
    assert proposal.moved == proposal.dropped == 0
    assert proposal.new == 1


def test_accepting_the_same_plan_twice_changes_nothing(store: Store) -> None:
    ask_all(store)
    proposal = planned(store)
    planning.accept(store, proposal)
    label = store.undo_label
    planning.accept(store, planned(store, keep=Keep.ALL))
    assert store.undo_label == label


def test_only_the_wanted_day_is_planned(example: Store) -> None:
    day = sorted({slot.day for slot in example.snapshot().slots})[0]
    proposal = run_now(planning.plan(1, scope=Scope(day)), example)
    snapshot = example.snapshot()
    assert {snapshot.slot[m.slot_id].day for m in proposal.meetings} == {day}


def test_kept_meetings_that_break_rules_make_the_plan_infeasible(store: Store) -> None:
    ask_all(store)
    meet(store, "D1", "C1", slot=0, table=0, locked=True)
    meet(store, "D1", "C2", slot=0, table=1, locked=True)
    assert run_now(planning.plan(1), store).status == "infeasible"


def test_cancel_leaves_nothing_and_stop_keeps_what_there_is(store: Store) -> None:
    ask_all(store)
    cancelled = Progress()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        run_now(planning.plan(1), store, cancelled)
    stopped = Progress()
    stopped.stop()
    assert run_now(planning.plan(30), store, stopped).meetings


def test_same_seed_and_nothing_to_improve_give_the_same_plan(store: Store) -> None:
    ask_all(store)
    assert [(m.pair, m.slot_id) for m in planned(store).meetings] == [
        (m.pair, m.slot_id) for m in planned(store).meetings
    ]


@pytest.mark.parametrize(("mask", "idle"), [(0, 0), (0b1, 0), (0b101, 1), (0b11, 0), (0b1001001, 4), (0b111000, 0)])
def test_idle_slots_lie_between_meetings(mask: int, idle: int) -> None:
    assert objective.idle_of(mask, (1 << 62) - 1) == idle


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_random_missions_are_planned_lawfully_and_never_worse_than_brute_force(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random = Random(seed)
    path = tmp_path_factory.mktemp("random") / "m.mission"
    with small_mission(path, 3, 3, slots=3, tables=random.randint(1, 2)) as store:
        pairs = [(f"D{d}", f"C{c}") for d in (1, 2, 3) for c in (1, 2, 3)]
        chosen = random.sample(pairs, random.randint(1, 7))
        ask(store, *((d, c, random.choice([Priority.MUST_MEET, Priority.MEET])) for d, c in chosen))
        with store.change("Away") as change:
            for name in random.sample(["D1", "D2", "C1", "C3"], random.randint(0, 3)):
                start = random.randint(0, 2) * 25
                away = Availability(
                    owner=Owner.COMPANY,
                    owner_id=key_of(store, name),
                    starts=moment(9, start),
                    ends=moment(9, start + 9),
                )
                change.insert(away)
        planned(store)
        stated = statement.state(store.snapshot()).problem
        found = solver.solve(stated, Limits(1.0), Progress())
        value, idle = brute_force(stated)
        assert found.score.value == value
        assert found.bound <= found.score.idle
        assert found.score.idle <= idle
        assert found.bound <= idle
        assert found.most >= value


def test_nothing_is_proved_in_no_time(store: Store) -> None:
    ask_all(store)
    stated = statement.state(store.snapshot()).problem
    found, most = placing.place_more(stated, {}, 0, Limits(1e-9), Progress())
    assert found is None
    assert most == objective.most(stated)


def brute_force(stated: problem.Problem) -> tuple[int, int]:
    """The most weight that can be placed and the fewest idle slots with it, by trying everything."""
    best = (0, 0)
    options = [(None, *wish.allowed) for wish in stated.wishes]
    for choice in itertools.product(*options):
        assignment = {number: slot for number, slot in enumerate(choice) if slot is not None}
        if lawful(stated, assignment):
            value = objective.score(stated, assignment)
            best = max(best, (value.value, -value.idle))
    return best[0], -best[1]


def lawful(stated: problem.Problem, assignment: dict[int, int]) -> bool:
    used = [(company, slot) for n, slot in assignment.items() for company in stated.wishes[n].parties]
    taken = list(assignment.values())
    full = any(sum(taken.count(slot) for slot in group.slots) > group.room for group in stated.groups)
    return len(set(used)) == len(used) and not full


def test_planning_again_changes_nothing_that_need_not_change(store: Store) -> None:
    ask_all(store)
    planning.accept(store, planned(store))
    again = planned(store)
    assert (again.moved, again.dropped, again.new) == (0, 0, 0)


def test_cancelled_meetings_are_not_planned_again(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MUST_MEET))
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.CANCELLED, reason="The host is ill.")
    proposal = planned(store)
    assert proposal.meetings == ()
    assert proposal.unplaced[0].reason == "Its meeting was cancelled. The host is ill."


def test_a_clash_of_kept_meetings_does_not_stop_the_others(store: Store) -> None:
    ask_all(store)
    meet(store, "D1", "C1", slot=0, table=0, locked=True)
    meet(store, "D1", "C2", slot=0, table=1, locked=True)
    proposal = run_now(planning.plan(1), store)
    planning.accept(store, proposal)
    assert store.count(Meeting) > 4
    assert {issue.code for issue in planning.conflicts(store.snapshot())} == {"company_one_at_a_time"}


def test_a_moved_confirmed_meeting_has_to_be_confirmed_again(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    key = meet(store, "D1", "C1", 1, 0, status=MeetingStatus.CONFIRMED)
    with store.change("x") as change:
        change.insert(
            Availability(owner=Owner.COMPANY, owner_id=key_of(store, "D1"), starts=moment(9, 20), ends=moment(9, 50))
        )
    planning.accept(store, planned(store, keep=Keep.NONE))
    assert store.get(Meeting, key).status is MeetingStatus.PLANNED
