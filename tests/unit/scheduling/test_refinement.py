"""The fewest days and the least idle time, exactly."""

import time
from dataclasses import replace
from threading import Timer

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import objective, refinement
from missionplanner.scheduling.exact_model import Target
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Aim, Wish
from missionplanner.scheduling.refinement import Refined, refine
from tests.unit.scheduling.problems import RUNS, problem

UNAVOIDABLE = replace(problem((0, 1), (0, 2), places=4), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (2, 3))))
"""Two meetings of one party, between which a slot stays empty at least."""


@pytest.mark.parametrize("repeatable", [False, True])
def test_a_plan_without_idle_time_is_found_and_proved(repeatable: bool) -> None:
    stated = problem((0, 1), (0, 2), places=4)
    found = refine(stated, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(5, repeatable=repeatable), Progress())
    assert found.bound == 0
    assert found.assignment is not None
    assert objective.score(stated, found.assignment).idle == 0


def test_idle_time_that_no_plan_avoids_is_proved() -> None:
    assert refine(UNAVOIDABLE, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(5), Progress()) == Refined({0: 0, 1: 2}, 1)


def test_runs_are_counted_as_one() -> None:
    stated = replace(
        problem((0, 1), (0, 2), places=4, complete=True), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (3,))), measure=RUNS
    )
    assert refine(stated, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(5), Progress()).bound == 1


def test_it_is_proved_where_there_is_no_plan() -> None:
    stated = problem((0, 1), (0, 2), places=1, complete=True)
    assert refine(stated, {0: 0}, Target(Aim.IDLE, 0), Limits(5, repeatable=True), Progress()).impossible is True


def only_move(monkeypatch: pytest.MonkeyPatch, *provers: str) -> None:
    """Have the second search move meetings at once, and these searches prove nothing."""
    monkeypatch.setattr(refinement, "STEPPING", 0)
    for name in ("_Steps", *provers):
        monkeypatch.setattr(getattr(refinement, name), "raise_bound", lambda *_words: None)


def test_moves_make_the_plan_better_where_nothing_is_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    only_move(monkeypatch, "_Cores")
    stated = problem((0, 1), (0, 2), places=4)
    found = refine(stated, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(5), Progress())
    assert found.assignment is not None
    assert (objective.score(stated, found.assignment).idle, found.bound) == (0, 0)


def test_moves_end_with_the_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    only_move(monkeypatch)

    def prove(search: refinement._Cores, _seed: int) -> None:
        # Not before the other search moves meetings.
        time.sleep(0.5)
        search._known.prove(1)

    monkeypatch.setattr(refinement._Cores, "raise_bound", prove)
    started = time.monotonic()
    assert refine(UNAVOIDABLE, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(60), Progress()) == Refined({0: 0, 1: 2}, 1)
    assert time.monotonic() - started < 30


def test_moves_end_when_they_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    only_move(monkeypatch, "_Cores")
    progress, started = Progress(), time.monotonic()
    Timer(0.3, progress.stop).start()
    assert refine(UNAVOIDABLE, {0: 0, 1: 3}, Target(Aim.IDLE, 0), Limits(60), progress) == Refined({0: 0, 1: 2}, 0)
    assert time.monotonic() - started < 30
