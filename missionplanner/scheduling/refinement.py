"""The fewest days and the least idle time, exactly: CP-SAT over the whole model, with both as sums of literals."""

import time
from collections import defaultdict
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from threading import Event

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.placing import worth
from missionplanner.scheduling.problem import Aim, Assignment, IdleMeasure, Problem
from missionplanner.scheduling.variables import Literal, Variables

STEPPING = 10.0
"""Seconds for which plans at the bound are asked for."""


@dataclass(frozen=True, slots=True)
class Target:
    """The goal that is looked for."""

    aim: Aim
    bound: int
    """There is proved to be no less of it than this."""
    others: int | None = None
    """How much of the other goal there may be; None where it does not matter."""


@dataclass(frozen=True, slots=True)
class Refined:
    """The outcome of the exact search for the least of a goal."""

    assignment: dict[int, int] | None
    """The best found, if any."""
    bound: int
    """No plan has less of it than this."""
    impossible: bool = False
    """Whether it is proved that there is no plan."""


def refine(problem: Problem, assignment: Assignment, target: Target, limits: Limits, progress: Progress) -> Refined:
    """The assignment worth as much as `assignment` (or of every wish) with the least of the target.

    Two searches run side by side, and the first to finish ends the other: one
    raises the bound by unsatisfiable cores until a plan meets it, one asks for a plan at the bound, then at one more.
    Both go without linear relaxations, which are weak here, and without hints, which lead astray.
    """
    model, bound = _Model(problem, assignment, target), target.bound
    # Which of two threads is the first is a matter of chance: repeatable work runs one of them.
    if limits.repeatable:
        return _raise(model, _solver(limits, progress), bound)
    searches: list[_Cores | _Steps] = [_Cores(model, limits, progress), _Steps(model, limits, progress)]
    with ThreadPoolExecutor(2) as pool:
        running = {pool.submit(search.run) for search in searches}
        _done, running = wait(running, return_when=FIRST_COMPLETED)
        while running:
            for search in searches:
                search.stop()
            # Stopped again until it ends: between two attempts a search has no solver that could be stopped.
            _done, running = wait(running, timeout=0.02)
    # A proof that there is no plan counts most, then the higher bound, then a plan.
    return max((search.best for search in searches), key=lambda one: (one.impossible, one.bound, bool(one.assignment)))


class _Search:
    """One of the searches side by side."""

    def __init__(self, model: "_Model", limits: Limits, progress: Progress) -> None:
        self.best = Refined(None, model.bound)
        self._model, self._limits, self._progress = model, limits, progress
        self._until = time.monotonic() + limits.seconds
        self._over = Event()
        self._running: cp_model.CpSolver | None = None

    def stop(self) -> None:
        """End as soon as possible."""
        self._over.set()
        if self._running is not None:
            self._running.stop_search()

    def goes_on(self) -> bool:
        """Whether there is time left and the progress is not stopped."""
        return not self._over.is_set() and time.monotonic() < self._until and not self._progress.stopped

    def solver(self, seconds: float, seed: int) -> cp_model.CpSolver:
        """The solver of the next attempt."""
        left = min(seconds, self._until - time.monotonic())
        self._running = _solver(replace(self._limits.within(left), seed=seed), self._progress)
        return self._running


class _Cores(_Search):
    """Raise the bound by cores."""

    def run(self) -> None:
        """The whole time."""
        self.best = _raise(self._model, self.solver(self._limits.seconds, self._limits.seed), self.best.bound)


class _Steps(_Search):
    """Ask for a plan with no more than the bound; where there is none the bound is one more.

    That succeeds soon or not at all: after a while it goes on by cores with another seed, for the time these take has a
    heavy tail.
    """

    def run(self) -> None:
        """Step after step, then by cores."""
        asked_until = time.monotonic() + STEPPING
        while self.goes_on() and self.best.assignment is None:
            solver = self.solver(asked_until - time.monotonic(), self._limits.seed)
            # A clone for each attempt: CP-SAT cannot take a constraint back.
            asked = self._model.variables.model.clone()
            asked.add(self._model.total <= self.best.bound)
            status = solver.solve(asked)
            if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                self.best = Refined(self._model.variables.found(solver), self.best.bound)
            elif status == cp_model.INFEASIBLE:
                self.best = Refined(None, self.best.bound + 1)
            else:
                break
        if self.goes_on() and self.best.assignment is None:
            # With the seed of the other search it would do the same work.
            solver = self.solver(self._limits.seconds, self._limits.seed + 2)
            self.best = _raise(self._model, solver, self.best.bound)


class _Model:
    """The model of plans worth as much as `assignment`, and their days or idle time as an expression."""

    def __init__(self, problem: Problem, assignment: Assignment, target: Target) -> None:
        self.bound = target.bound
        self.variables = variables = Variables(problem, MODELLED)
        everything = len(assignment) == sum(1 for wish in problem.wishes if wish.allowed)
        # Complete plans are worth the same, all of them.
        if not problem.complete:
            variables.model.add(worth(variables) >= objective.value(problem, assignment))
        used = _used(variables)
        times = [_idle_time(variables, party, days) for party, days in enumerate(used)]
        _even(variables, times)
        amounts = {Aim.IDLE: sum(times), Aim.DAYS: _days(variables, used) if problem.counts_days else 0}
        if target.others is not None:
            (other,) = set(Aim) - {target.aim}
            variables.model.add(amounts[other] <= target.others)
        # Two busy parties for every meeting: true only of pairs that are in one meeting at a time.
        if all(len(w.parties) == 2 for w in problem.wishes) and all(p.at_once == 1 for p in problem.parties):
            _counts(variables, used, everything or problem.complete)
        self.total = amounts[target.aim]


def _solver(limits: Limits, progress: Progress) -> cp_model.CpSolver:
    solver = limits.solver(progress)
    # A processor for each of the two searches.
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 0
    return solver


def _raise(model: _Model, solver: cp_model.CpSolver, bound: int) -> Refined:
    """Raise the bound by cores until a plan meets it, or the time is over."""
    asked = model.variables.model.clone()
    # The bound is proved: no core has to find it again.
    asked.add(model.total >= bound)
    asked.minimize(model.total)
    solver.parameters.optimize_with_core = True
    status = solver.solve(asked)
    if status == cp_model.INFEASIBLE:
        return Refined(None, bound, impossible=True)
    found = model.variables.found(solver) if status == cp_model.OPTIMAL else None
    return Refined(found, max(bound, round(solver.best_objective_bound)))


def _counts(variables: Variables, used: list[dict[int, dict[int, Literal]]], everything: bool) -> None:
    """Add constraints implied by the model: the busy parties of a place are two for every meeting there.

    `everything`: every wish that has an allowed slot is placed.
    """
    problem, model = variables.problem, variables.model
    seats: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    meetings: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    for party, days in enumerate(used):
        if everything:
            placed = sum(1 for number in problem.wishes_of[party] if problem.wishes[number].allowed)
            model.add(sum(busy for day in days.values() for busy in day.values()) == placed)
        for day, cells in days.items():
            for place, busy in cells.items():
                seats[day, place].append(busy)
    for (_number, index), literal in variables.take.items():
        meetings[problem.slots[index].day, problem.slots[index].place].append(literal)
    # Meetings at offices take no table.
    room = {} if problem.ways else _room(problem)
    for key, literals in meetings.items():
        many = model.new_int_var(0, min(len(literals), room.get(key, len(literals))), "")
        model.add(sum(seats[key]) == 2 * many)
        model.add(sum(literals) == many)


def _even(variables: Variables, times: list[cp_model.LinearExprT]) -> None:
    """The idle times of any two parties differ by no more than the problem wants."""
    if variables.problem.spread is None:
        return
    most = variables.model.new_int_var(0, len(variables.problem.slots), "")
    least = variables.model.new_int_var(0, len(variables.problem.slots), "")
    for idle in times:
        variables.model.add(idle <= most)
        variables.model.add(idle >= least)
    variables.model.add(most - least <= variables.problem.spread)


def _room(problem: Problem) -> dict[tuple[int, int], int]:
    """The tables of every day and place, no fewer than there are."""
    room: dict[tuple[int, int], int] = defaultdict(int)
    for group in problem.groups:
        places = {(problem.slots[slot].day, problem.slots[slot].place) for slot in group.slots}
        for key in places if 0 in group.kinds else ():
            room[key] += group.room
    return room


def _used(variables: Variables) -> list[dict[int, dict[int, Literal]]]:
    """For every party, day and place a literal: whether the party is busy there."""
    problem, model = variables.problem, variables.model
    found: list[dict[int, dict[int, Literal]]] = []
    for party, wishes in enumerate(problem.wishes_of):
        cells: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for wish in wishes:
            for index in problem.wishes[wish].allowed:
                slot = problem.slots[index]
                cells[slot.day, slot.place].append(variables.take[wish, index])
        days: dict[int, dict[int, Literal]] = defaultdict(dict)
        for (day, place), literals in sorted(cells.items()):
            busy = days[day][place] = model.new_bool_var(f"busy {party} {day} {place}")
            if problem.parties[party].at_once == 1:
                model.add(sum(literals) == busy)
            else:
                model.add_max_equality(busy, literals)
        found.append(days)
    return found


def _days(variables: Variables, used: list[dict[int, dict[int, Literal]]]) -> cp_model.LinearExprT:
    """The days that parties come, each by the weight of its party."""
    comes, prices = [], []
    for party, days in enumerate(used):
        price = variables.problem.parties[party].day_price
        for busy in days.values() if price else ():
            coming = variables.model.new_bool_var("")
            variables.model.add_max_equality(coming, list(busy.values()))
            comes.append(coming)
            prices.append(price)
    return cp_model.LinearExpr.weighted_sum(comes, prices)


def _idle_time(variables: Variables, party: int, days: dict[int, dict[int, Literal]]) -> cp_model.LinearExprT:
    if variables.problem.measure is IdleMeasure.RUNS:
        sure = variables.problem.complete and len(days) == 1
        return sum(_runs(variables, busy, sure) for busy in days.values())
    present = variables.problem.present[party]
    return sum(_gaps(variables, busy, present[day]) for day, busy in days.items())


def _runs(variables: Variables, busy: dict[int, Literal], sure: bool) -> cp_model.LinearExprT:
    """One less than the blocks of meetings of a day: the places where one begins. `sure`: there is a meeting."""
    model, begins = variables.model, []
    for place, literal in busy.items():
        # The party cannot be busy just before, so that any meeting here begins a run.
        if place - 1 not in busy:
            begins.append(literal)
            continue
        begin = model.new_bool_var("")
        model.add_bool_or([~literal, busy[place - 1], begin])
        model.add_implication(begin, literal)
        model.add_implication(begin, ~busy[place - 1])
        begins.append(begin)
    if sure:
        idle = model.new_int_var(0, len(begins), "")
        model.add(sum(begins) == idle + 1)
        return idle
    any_meeting = model.new_bool_var("")
    model.add_max_equality(any_meeting, list(busy.values()))
    return sum(begins) - any_meeting


def _gaps(variables: Variables, busy: dict[int, Literal], present: int) -> cp_model.LinearExprT:
    """The places in which the party is present, has met somebody before, meets nobody, and will meet somebody after."""
    model, gaps = variables.model, []
    ordered = range(min(busy), max(busy) + 1)
    begun = {place: model.new_bool_var("") for place in ordered}
    ahead = {place: model.new_bool_var("") for place in ordered}
    for place in ordered:
        here = busy.get(place)
        if here is not None:
            model.add_implication(here, begun[place])
            model.add_implication(here, ahead[place])
        if place - 1 in begun:
            model.add_implication(begun[place - 1], begun[place])
            model.add_implication(ahead[place], ahead[place - 1])
        if present >> place & 1:
            gap = model.new_bool_var("")
            model.add_bool_or([gap, ~begun[place], ~ahead[place], *([here] if here is not None else [])])
            gaps.append(gap)
    return sum(gaps)
