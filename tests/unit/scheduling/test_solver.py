"""The engine keeps every rule, places what can be placed, and proves what it claims."""

import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from missionplanner.domain.plan_stages import PlanStage
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Keep, Meeting, MeetingStatus, Owner
from missionplanner.errors import Cancelled
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.scheduling import formulation, objective, solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
from missionplanner.store.store import Store
from tests.builders import ask, ask_all, key_of, meet, moment, small_mission
from tests.unit.scheduling.planning import planned
from tests.unit.scheduling.problems import best_plan, brute_force, problem
from tests.unit.scheduling.visiting import city


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


def test_accepting_the_same_plan_twice_changes_nothing(store: Store) -> None:
    ask_all(store)
    proposal = planned(store)
    planning.accept(store, proposal)
    label = store.steps.undo_label
    planning.accept(store, planned(store, keep=Keep.ALL))
    assert store.steps.undo_label == label


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


def test_a_seed_gives_the_same_timetable_of_a_mission_again(store: Store) -> None:
    ask_all(store)
    first, again = (run_now(planning.plan(1, seed=3), store) for _time in range(2))
    assert [(m.pair, m.slot_id) for m in first.meetings] == [(m.pair, m.slot_id) for m in again.meetings]


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
        with store.change(message("Away")) as change:
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
        stated = formulation.formulate(store.snapshot()).problem
        found = solver.solve(stated, Limits(1.0), Progress())
        value, idle = brute_force(stated)
        assert found.score.value == value
        assert found.bound <= found.score.idle
        assert found.score.idle <= idle
        assert found.bound <= idle
        assert found.most >= value


@pytest.mark.parametrize("waits_first", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_tiny_missions_get_the_best_plan_with_the_goals_in_their_order(seed: int, waits_first: bool) -> None:
    chance = Random(seed)
    pairs = chance.sample([(one, two) for one in range(3) for two in range(3, 6)], 5)
    stated = problem(*pairs, places=4, tables=chance.choice([1, 2]))
    parties = tuple(Party(day_price=chance.choice([1, 2])) for _party in stated.parties)
    wishes = tuple(replace(w, allowed=tuple(sorted(chance.sample(range(4), 3)))) for w in stated.wishes)
    slots = (Place(0, 0, 0, 0, 0, 1), Place(0, 1, 0, 0, 2, 3), Place(0, 2, 0, 0, 4, 5), Place(1, 0, 0, 1, 100, 101))
    stated = replace(stated, slots=slots, parties=parties, wishes=wishes, waits_first=waits_first)
    found = solver.solve(stated, Limits(5), Progress())
    best = objective.score(stated, best_plan(stated))
    assert found.status == "optimal"
    assert (found.score.value, found.score.days, found.score.idle) == (best.value, best.days, best.idle)
    assert (found.days_bound, found.bound) == (best.days, best.idle)
    assert found.least_days <= sum(objective.days(stated, found.assignment).values())


def test_planning_again_changes_nothing_that_need_not_change(store: Store) -> None:
    ask_all(store)
    planning.accept(store, planned(store))
    again = planned(store)
    assert (again.moved, again.dropped, again.new) == (0, 0, 0)


def test_a_clash_of_kept_meetings_does_not_stop_the_others(store: Store) -> None:
    ask_all(store)
    meet(store, "D1", "C1", slot=0, table=0, locked=True)
    meet(store, "D1", "C2", slot=0, table=1, locked=True)
    proposal = run_now(planning.plan(1), store)
    planning.accept(store, proposal)
    assert store.count(Meeting) > 4
    assert {issue.code for issue in planning.conflicts(store.snapshot())} == {"company_one_at_a_time"}


def test_a_seed_gives_the_same_plan_again_however_busy_the_computer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(1)
    slots = tuple(Place(0, place, 0, 0, 2 * place, 2 * place + 1) for place in range(16))
    pairs = chance.sample([(one, two) for one in range(30) for two in range(30, 60)], 200)
    problem = Problem(
        parties=tuple(Party() for _party in range(60)),
        slots=slots,
        wishes=tuple(Wish(pair, tuple(sorted(chance.sample(range(16), 12)))) for pair in pairs),
        groups=tuple(Group((slot,), 15) for slot in range(16)),
        cliques=tuple((slot,) for slot in range(16)),
        orders=tuple(zip(range(0, 40, 2), range(1, 40, 2), strict=True)),
    )
    assert sum(len(wish.allowed) for wish in problem.wishes) <= solver.SMALL
    first = solver.solve(problem, Limits(0.5, 3, repeatable=True), Progress())
    # On a busy computer as much time passes as if its clock went faster.
    clock = time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: 4 * clock())
    again = solver.solve(problem, Limits(0.5, 3, repeatable=True), Progress())
    assert first.assignment == again.assignment
    assert first.bound == again.bound


def test_a_seed_gives_the_same_plan_again_with_visits(monkeypatch: pytest.MonkeyPatch) -> None:
    stated = formulation.formulate(city(1)).problem
    first = solver.solve(stated, Limits(0.3, 3, repeatable=True), Progress())
    clock = time.monotonic
    monkeypatch.setattr(time, "monotonic", lambda: 4 * clock())
    assert solver.solve(stated, Limits(0.3, 3, repeatable=True), Progress()).assignment == first.assignment


def test_a_moved_confirmed_meeting_has_to_be_confirmed_again(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    key = meet(store, "D1", "C1", 1, 0, status=MeetingStatus.CONFIRMED)
    with store.change(message("x")) as change:
        change.insert(
            Availability(owner=Owner.COMPANY, owner_id=key_of(store, "D1"), starts=moment(9, 20), ends=moment(9, 50))
        )
    planning.accept(store, planned(store, keep=Keep.NONE))
    assert store.get(Meeting, key).status is MeetingStatus.PLANNED


def test_stages_end_with_the_plan_and_its_bounds(store: Store) -> None:
    ask_all(store)
    shown: list[PlanStage] = []
    stated = formulation.formulate(store.snapshot(), Keep.NONE)
    found = solver.solve(stated.problem, Limits(1), Progress(on_stage=shown.append))  # type: ignore[arg-type]
    last, score = shown[-1], found.score
    assert (last.placed, last.value, last.most, last.idle) == (score.placed, score.value, found.most, score.idle)
    assert (last.idle_bound, last.days_bound) == (found.bound, found.least_days)
    assert last.days == sum(objective.days(stated.problem, found.assignment).values())
    assert [stage.seconds for stage in shown] == sorted(stage.seconds for stage in shown)
    assert len(shown) >= 3


def test_days_that_do_not_count_are_not_shown() -> None:
    shown: list[PlanStage] = []
    solver.solve(problem((0, 1)), Limits(1), Progress(on_stage=shown.append))  # type: ignore[arg-type]
    assert {stage.days for stage in shown} == {None}
