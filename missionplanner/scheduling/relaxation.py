"""A lower bound of the idle time: who meets whom is dropped, how many meet when is kept.

Every party needs as many busy places as it has meetings, where its wishes allow them; at every place the busy parties
are twice as many as the meetings, which have so many tables. Parties whose wishes allow the same are one class, and the
members of a class flow through a graph whose nodes are (place, meetings so far, phase of the day). An integer program
over all flows, solved by SCIP, is a relaxation of the whole problem: what it proves holds for every plan.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from ortools.linear_solver import pywraplp

from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import IdleMeasure, Problem

_BEFORE, _BUSY, _WAITING, _AFTER = range(4)
"""Phases of a party's day: not begun, in a meeting, between meetings, done."""
MOST_ARCS = 60_000
"""Larger relaxations take too long to be of use."""
NODES = 2_000
"""Where the work is counted so many nodes of the search for whole numbers are looked at."""


@dataclass(frozen=True, slots=True)
class _Class:
    """Parties that are alike."""

    meetings: int
    open: frozenset[int]
    """Places at which they may be busy."""
    sure: frozenset[int]
    """Places at which they have to be busy."""
    least: tuple[int, ...]
    """The least meetings by the end of each place, as far as their wishes determine it."""
    most: tuple[int, ...]
    """The most meetings by the end of each place, as far as their wishes determine it."""
    present: frozenset[int]


def idle_bound(problem: Problem, limits: Limits) -> int:
    """A proved lower bound of the idle time of plans that place every wish; 0 where the relaxation says nothing.

    None of its solutions is needed: the bound of the search tree counts.
    """
    # Seats are counted as two for every meeting, which holds for pairs in one meeting at a time.
    if any(len(wish.parties) != 2 for wish in problem.wishes) or any(party.at_once != 1 for party in problem.parties):
        return 0
    places = _Places(problem)
    # A party with one meeting is never idle: it only takes a seat, which is counted below.
    classes = Counter(_class(problem, places, party) for party, row in enumerate(problem.wishes_of) if len(row) > 1)
    if sum(4 * len(places.order) * kind.meetings for kind in classes) > MOST_ARCS:
        return 0
    program = _Program(problem, places)
    solver = program.solver
    for kind, many in classes.items():
        program.flow(kind, many)
    single = [row[0] for row in problem.wishes_of if len(row) == 1]
    free = Counter(place for number in single for place in {places.of[slot] for slot in problem.wishes[number].allowed})
    for place, flows in program.busy.items():
        meetings = solver.IntVar(0, places.room[place], "")
        alone = solver.IntVar(0, free[place], "")
        solver.Add(solver.Sum(flows) + alone == 2 * meetings)
    solver.Minimize(solver.Sum(program.costs))
    solver.SetTimeLimit(int(1000 * max(limits.clock, 0.1)))
    if limits.repeatable:
        solver.SetSolverSpecificParametersAsString(f"limits/nodes = {NODES}\n")
    solver.Solve()
    bound: float = solver.Objective().BestBound()
    # Idle time is whole, so that a fraction counts as one more; the rounding of the solver does not.
    return max(0, math.ceil(bound - 1e-6))


class _Places:
    """The places of all days, counted through, with the tables they have."""

    def __init__(self, problem: Problem) -> None:
        self.order = sorted({(slot.day, slot.place) for slot in problem.slots})
        number = {key: n for n, key in enumerate(self.order)}
        self.of = [number[slot.day, slot.place] for slot in problem.slots]
        self.room = [0] * len(self.order)
        for group in problem.groups:
            there = {self.of[slot] for slot in group.slots}
            for place in there if 0 in group.kinds else ():
                self.room[place] += group.room
        self.last_of_day = {
            n for n, key in enumerate(self.order) if n + 1 == len(self.order) or self.order[n + 1][0] != key[0]
        }


def _class(problem: Problem, places: _Places, party: int) -> _Class:
    windows = [sorted({places.of[slot] for slot in problem.wishes[n].allowed}) for n in problem.wishes_of[party]]
    count = range(len(places.order))
    present = frozenset(n for n, (day, place) in enumerate(places.order) if problem.present[party][day] >> place & 1)
    return _Class(
        meetings=len(windows),
        open=frozenset(place for row in windows for place in row),
        sure=frozenset(row[0] for row in windows if len(row) == 1),
        least=tuple(sum(1 for row in windows if row and row[-1] <= n) for n in count),
        most=tuple(sum(1 for row in windows if row and row[0] <= n) for n in count),
        present=present,
    )


class _Program:
    """The integer program: flows of classes, and the seats they take."""

    def __init__(self, problem: Problem, places: _Places) -> None:
        self.solver = pywraplp.Solver.CreateSolver("SCIP")
        self.busy: dict[int, list[Any]] = defaultdict(list)
        self.costs: list[Any] = []
        self._measure, self._places = problem.measure, places

    def flow(self, kind: _Class, many: int) -> None:
        """Let the members of a class flow: what comes into a node goes out of it."""
        into: dict[tuple[int, int], list[Any]] = {(0, _BEFORE): [many]}
        for place in range(len(self._places.order)):
            following: dict[tuple[int, int], list[Any]] = defaultdict(list)
            for (meetings, phase), flows in into.items():
                out = {then: self.solver.IntVar(0, many, "") for then in _next(kind, place, meetings, phase)}
                self.solver.Add(self.solver.Sum(flows) == self.solver.Sum(list(out.values())))
                for then, arc in out.items():
                    self._count(arc, kind, place, phase, then)
                    # The phases begin anew with each day; waiting into the next is never cheaper and stays open.
                    closed = place in self._places.last_of_day and then != _WAITING
                    following[meetings + (then == _BUSY), _BEFORE if closed else then].append(arc)
            into = following
        for (meetings, phase), flows in into.items():
            # Everybody ends with all of their meetings, and waiting for none.
            if meetings != kind.meetings or phase == _WAITING:
                self.solver.Add(self.solver.Sum(flows) == 0)

    def _count(self, arc: Any, kind: _Class, place: int, phase: int, then: int) -> None:
        """Count an arc's seat, and its idle time."""
        if then == _BUSY:
            self.busy[place].append(arc)
        # A run is counted where it begins, a slot wherever the party is present.
        elif then == _WAITING and (phase == _BUSY if self._measure is IdleMeasure.RUNS else place in kind.present):
            self.costs.append(arc)


def _next(kind: _Class, place: int, meetings: int, phase: int) -> list[int]:
    """The phases that may follow at a place."""
    idle = {_BEFORE: [_BEFORE], _BUSY: [_WAITING, _AFTER], _WAITING: [_WAITING], _AFTER: [_AFTER]}[phase]
    found: list[int] = []
    if place not in kind.sure and kind.least[place] <= meetings <= kind.most[place]:
        found += idle
    if place in kind.open and phase != _AFTER and kind.least[place] <= meetings + 1 <= kind.most[place]:
        found.append(_BUSY)
    return found
