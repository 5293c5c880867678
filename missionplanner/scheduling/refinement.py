"""The fewest days and the least idle time, exactly: CP-SAT over the whole model, with both as sums of literals."""

import math
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from threading import Event, Lock

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.exact_model import PLAIN, ExactModel, Target
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Aim, Assignment, Problem
from missionplanner.scheduling.search import Search

STEPPING = 10.0
"""Seconds for which plans at the bound are asked for."""
PROVING = 0.85
"""The share of the time after which one of the searches leaves proofs to the other and makes the plan better."""


@dataclass(frozen=True, slots=True)
class Refined:
    """The outcome of the exact search for the least of a goal."""

    assignment: dict[int, int] | None
    """The best found, if any that is better."""
    bound: int
    """No plan has less of it than this."""
    impossible: bool = False
    """Whether it is proved that there is no plan."""


def refine(problem: Problem, assignment: Assignment, target: Target, limits: Limits, progress: Progress) -> Refined:
    """The assignment worth as much as `assignment` (or of every wish) with the least of the target.

    Two searches run side by side, each with the model in another form, and what one proves or finds the other knows:
    one raises the bound by unsatisfiable cores until a plan meets it, one asks for a plan at the bound, then at one
    more, and towards the end moves meetings about.
    Both go without linear relaxations, which are weak here, and without hints, which lead astray.
    """
    known = _Known(problem, assignment, target)
    searches: list[_Cores | _Steps] = [_Cores(ExactModel(problem, assignment, target), known, limits, progress)]
    # Which of two threads is the first is a matter of chance: repeatable work runs one of them.
    if limits.repeatable:
        searches[0].run()
        return known.outcome
    searches.append(_Steps(ExactModel(problem, assignment, target, PLAIN), known, limits, progress))
    with ThreadPoolExecutor(2) as pool:
        running = {pool.submit(search.run) for search in searches}
        while running:
            # Stopped again until it ends: between two attempts a search has no solver that could be stopped.
            done, running = wait(running, timeout=0.02)
            for one in done:
                one.result()
            if known.over.is_set():
                for search in searches:
                    search.stop()
    return known.outcome


def _amount(problem: Problem, assignment: Assignment, target: Target) -> int | None:
    """How much of the goal an assignment has; None where it is none of the plans that are looked for."""
    score = objective.score(problem, assignment)
    amounts = {Aim.IDLE: score.idle, Aim.DAYS: score.days}
    (other,) = set(Aim) - {target.aim}
    fits = target.others is None or amounts[other] <= target.others
    is_even = problem.spread is None or score.spread <= problem.spread
    is_whole = not problem.complete or len(assignment) == len(problem.wishes)
    return amounts[target.aim] if fits and is_even and is_whole else None


class _Known:
    """Bound and plans that the searches side by side know together."""

    def __init__(self, problem: Problem, assignment: Assignment, target: Target) -> None:
        """`assignment`: the plan at hand, or as much of one as there is."""
        self.bound, self.over = target.bound, Event()
        self._problem, self._target, self._at_hand = problem, target, assignment
        amount = _amount(problem, assignment, target)
        self._amount = math.inf if amount is None else amount
        self._found: dict[int, int] | None = None
        self._impossible = False
        self._lock = Lock()
        self._compare()

    @property
    def outcome(self) -> Refined:
        """The bound that is proved, and the plan that was found."""
        return Refined(self._found, self.bound, self._impossible)

    @property
    def plan(self) -> Assignment:
        """The best plan, or as much of one as there is."""
        return self._at_hand if self._found is None else self._found

    def prove(self, bound: int) -> None:
        """No plan has less than so much."""
        with self._lock:
            self.bound = max(self.bound, bound)
            self._compare()

    def prove_impossible(self) -> None:
        """There is no plan."""
        with self._lock:
            # Nothing is claimed that the plan at hand speaks against.
            self._impossible = math.isinf(self._amount)
            self.over.set()

    def find(self, assignment: Mapping[int, int], amount: int) -> None:
        """A plan has so much."""
        with self._lock:
            if amount < self._amount:
                self._amount, self._found = amount, dict(assignment)
            self._compare()

    def offer(self, assignment: Mapping[int, int]) -> None:
        """An assignment that may be none of the plans that are looked for."""
        amount = _amount(self._problem, assignment, self._target)
        if amount is not None:
            self.find(assignment, amount)

    def _compare(self) -> None:
        if self._amount <= self.bound:
            self.over.set()


class _Search:
    """One of the searches side by side."""

    def __init__(self, model: ExactModel, known: _Known, limits: Limits, progress: Progress) -> None:
        self._model, self._known, self._limits, self._progress = model, known, limits, progress
        self._until = time.monotonic() + limits.clock
        self._running: cp_model.CpSolver | None = None

    def stop(self) -> None:
        """End as soon as possible."""
        if self._running is not None:
            self._running.stop_search()

    @property
    def _left(self) -> float:
        """The seconds that are left by the clock; all of them where work is counted."""
        return self._limits.seconds if self._limits.repeatable else self._until - time.monotonic()

    def goes_on(self) -> bool:
        """Whether there is something to search for, time left, and the progress is not stopped."""
        return not self._known.over.is_set() and time.monotonic() < self._until and not self._progress.stopped

    def solver(self, seconds: float, seed: int) -> cp_model.CpSolver:
        """The solver of the next attempt."""
        # Repeatable work does not look at the clock.
        left = seconds if self._limits.repeatable else min(seconds, self._left)
        solver = replace(self._limits.within(left), seed=seed).solver(self._progress)
        # A processor for each of the two searches.
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 0
        self._running = solver
        return solver

    def raise_bound(self, seed: int, share: float = 1.0) -> None:
        """Raise the bound by cores until a plan meets it, or so much of the time is over."""
        # A clone for each attempt: CP-SAT cannot take a constraint back.
        asked = self._model.variables.model.clone()
        solver = self.solver(self._left - (1 - share) * self._limits.clock, seed)
        # The bound is proved: no core has to find it again.
        asked.add(self._model.total >= self._known.bound)
        asked.minimize(self._model.total)
        solver.parameters.optimize_with_core = True
        solver.best_bound_callback = lambda bound: self._known.prove(_whole(bound))
        status = solver.solve(asked)
        if status == cp_model.INFEASIBLE:
            self._known.prove_impossible()
            return
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._known.find(self._model.variables.found(solver), round(solver.objective_value))
        self._known.prove(_whole(solver.best_objective_bound))


def _whole(bound: float) -> int:
    """The least whole number that is no less than a bound, but for what it was rounded by."""
    return math.ceil(bound - 1e-6) if math.isfinite(bound) else 0


class _Cores(_Search):
    """Raise the bound by cores."""

    def run(self) -> None:
        """The whole time."""
        if self.goes_on():
            self.raise_bound(self._limits.seed)


class _Steps(_Search):
    """Ask for a plan with no more than the bound; where there is none the bound is one more.

    That succeeds soon or not at all: after a while it goes on by cores with another seed, for the time these take has a
    heavy tail. What is not proved late seldom is, and cores find no plan on the way: then meetings are moved about.
    """

    def __init__(self, model: ExactModel, known: _Known, limits: Limits, progress: Progress) -> None:
        super().__init__(model, known, limits, progress)
        self._moving = Progress()
        progress.on_cancel(self._moving.stop)

    def stop(self) -> None:
        """End as soon as possible."""
        super().stop()
        self._moving.stop()

    def run(self) -> None:
        """Step after step, then by cores, then by moves."""
        asked_until = time.monotonic() + STEPPING
        while self.goes_on() and self._ask(asked_until - time.monotonic()):
            pass
        if self.goes_on():
            # With the seed of the other search it would do the same work.
            self.raise_bound(self._limits.seed + 2, PROVING)
        if self.goes_on():
            self._move()

    def _move(self) -> None:
        """Make the plan better by moves, for as long as there is time."""
        problem = self._model.variables.problem
        search = Search(problem, self._limits.seed, problem.spread)
        search.load(self._known.plan)
        search.watch = self._known.offer
        search.anneal(self._left, self._moving)

    def _ask(self, seconds: float) -> bool:
        """Ask for a plan at the bound; return whether it is known if there is one."""
        if seconds <= 0:
            return False
        solver, bound = self.solver(seconds, self._limits.seed), self._known.bound
        asked = self._model.variables.model.clone()
        asked.add(self._model.total <= bound)
        status = solver.solve(asked)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._known.find(self._model.variables.found(solver), bound)
        elif status == cp_model.INFEASIBLE:
            self._known.prove(bound + 1)
        # Where the other search has proved more meanwhile, the question was an idle one.
        return status != cp_model.UNKNOWN or self._known.bound > bound
