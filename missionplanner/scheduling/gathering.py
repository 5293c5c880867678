"""Which meeting on which day, so that parties come on the fewest days: an integer program that forgets times of day.

It is a relaxation of the whole problem, so that its bound holds for every plan; and its plan of days is nearly always
one that can be carried out, for days have many slots.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from ortools.linear_solver import pywraplp

from missionplanner.scheduling.limits import WORK_A_SECOND, Limits
from missionplanner.scheduling.problem import Assignment, Problem

MOST_PAIRS = 60_000
"""Larger programs, in pairs of a wish and a day, take too long to be of use."""
NODES = 2_000
"""Where the work is counted so many nodes of the search for whole numbers are looked at."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Days for wishes, and the least days there can be."""

    day_of: dict[int, int]
    """Wish to day; empty where none was found."""
    bound: int
    """No plan that places these wishes has fewer days, each by the weight of its party."""
    least: int
    """Nor fewer days of parties whose days count, all of the same weight."""


def gather(problem: Problem, wanted: Collection[int], limits: Limits) -> Gathered:
    """The days on which the wanted wishes can be met so that parties come on the fewest days, by their weights."""
    days = {number: _days(problem, number) for number in sorted(wanted)}
    if sum(len(row) for row in days.values()) > MOST_PAIRS:
        return Gathered({}, *_single(problem, wanted))
    return _Program(problem, days, limits).solve()


def least_days(problem: Problem, worth: int, limits: Limits) -> tuple[int, int]:
    """The least days of any plan worth as much, whatever it places: by their weights, and all of the same weight."""
    days = {number: row for number in range(len(problem.wishes)) if (row := _days(problem, number))}
    if sum(len(row) for row in days.values()) > MOST_PAIRS:
        return 0, 0
    found = _Program(problem, days, limits, worth).solve()
    return found.bound, found.least


def narrowed(problem: Problem, day_of: dict[int, int]) -> Problem:
    """The problem in which wishes with a day are met on it."""
    wishes = tuple(
        replace(wish, allowed=tuple(s for s in wish.allowed if problem.slots[s].day == day_of.get(n)))
        if n in day_of
        else wish
        for n, wish in enumerate(problem.wishes)
    )
    return replace(problem, wishes=wishes)


def days_of(problem: Problem, assignment: Assignment) -> dict[int, int]:
    """The day of every wish that is assigned."""
    return {number: problem.slots[slot].day for number, slot in assignment.items()}


def _days(problem: Problem, number: int) -> list[int]:
    return sorted({problem.slots[slot].day for slot in problem.wishes[number].allowed})


def _single(problem: Problem, wanted: Collection[int]) -> tuple[int, int]:
    """One day for everybody who meets anybody: by weights, and all of the same weight."""
    coming = {party for number in wanted for party in problem.wishes[number].parties}
    prices = [problem.parties[party].day_price for party in coming]
    return sum(prices), sum(map(bool, prices))


def _shared(bound: int, weights: Collection[int]) -> int:
    """How many days of one weight come to a bound."""
    return -(-bound // max(weights, default=1))


class _Program:
    """The program: y(w, d) a wish is met on a day, u(p, d) a party comes on it."""

    def __init__(self, problem: Problem, days: dict[int, list[int]], limits: Limits, worth: int | None = None) -> None:
        """`worth`: instead of all wishes so many are met that they are worth that."""
        self.problem, self.days, self.limits, self.worth = problem, days, limits, worth
        # With visits a single node takes SCIP long: there only CP-SAT can count its work.
        self.is_counted = limits.repeatable and bool(problem.ways)
        self.solver = pywraplp.Solver.CreateSolver("SAT" if self.is_counted else "SCIP")
        self.met = {(n, day): self.solver.BoolVar("") for n, row in days.items() for day in row}
        self.of: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for (number, day), literal in self.met.items():
            for party in problem.wishes[number].parties:
                self.of[party, day].append(literal)
        self.is_solved = False
        rivals = {stop for pair in problem.rivals for stop in pair}
        self.stop_of = stop_of = {slot.day: slot.stop for slot in problem.slots}
        self.comes = {
            (party, day): self.solver.BoolVar("")
            for party, day in self.of
            if problem.parties[party].day_price or stop_of[day] in rivals
        }
        for number, row in days.items():
            once = self.solver.Sum([self.met[number, day] for day in row])
            self.solver.Add(once == 1 if worth is None else once <= 1)
        for cell, coming in self.comes.items():
            for literal in self.of[cell]:
                self.solver.Add(literal <= coming)
        self._limit_parties()
        self._limit_groups()
        self._limit_visits()
        self._keep_stops_apart(stop_of)
        self._keep_orders()

    def solve(self) -> Gathered:
        """Look for the fewest days."""
        parties = self.problem.parties
        coming = [(parties[party].day_price, x) for (party, _day), x in self.comes.items() if parties[party].day_price]
        total, count = (self.solver.Sum([w * x for w, x in coming]), self.solver.Sum([x for _w, x in coming]))
        if self.worth is not None:
            self._be_worth(self.worth)
        single, alone = _single(self.problem, self.days) if self.worth is None else (0, 0)
        weights = {weight for weight, _x in coming}
        if len(weights) > 1:
            alone = max(alone, self._bound(count))
        bound = max(single, self._bound(total))
        if self.worth is not None or not self.is_solved:
            return Gathered({}, bound, alone if len(weights) > 1 else _shared(bound, weights))
        return Gathered(self._day_of(), bound, alone if len(weights) > 1 else _shared(bound, weights))

    def _bound(self, total: Any) -> int:
        """Look for the least of something; returns what is proved of it."""
        self.solver.Minimize(total)
        self.is_solved = self._run()
        # Days are whole, so that a fraction counts as one more; the rounding of the solver does not.
        return math.ceil(self.solver.Objective().BestBound() - 1e-6) if self.is_solved else 0

    def _be_worth(self, worth: int) -> None:
        """Ask for wishes that are worth so much: their weights, and what the meetings of every party add."""
        terms = [self.problem.wishes[number].weight * x for (number, _day), x in self.met.items()]
        of: dict[int, list[Any]] = defaultdict(list)
        for (party, _day), literals in self.of.items():
            of[party] += literals
        for literals in of.values() if self.problem.shares else ():
            # CP-SAT knows whole numbers only.
            steps = [self.solver.Var(0, 1, self.is_counted, "") for _share in self.problem.shares]
            self.solver.Add(self.solver.Sum(steps) <= self.solver.Sum(literals))
            terms += [share * step for share, step in zip(self.problem.shares, steps, strict=True)]
        self.solver.Add(self.solver.Sum(terms) >= worth)

    def _run(self) -> bool:
        """Solve within the limits; returns whether a plan was found."""
        # Work that repeats itself is counted; the clock ends only what takes far too long.
        self.solver.SetTimeLimit(int(1000 * self.limits.clock))
        if self.is_counted:
            work = WORK_A_SECOND * self.limits.seconds
            parts = f"max_deterministic_time: {work}", "num_workers: 1", f"random_seed: {self.limits.seed}"
            self.solver.SetSolverSpecificParametersAsString(" ".join(parts))
        elif self.limits.repeatable:
            self.solver.SetSolverSpecificParametersAsString(f"limits/nodes = {NODES}\n")
        return self.solver.Solve() in (pywraplp.Solver.OPTIMAL, pywraplp.Solver.FEASIBLE)

    def _day_of(self) -> dict[int, int]:
        return {number: day for (number, day), literal in self.met.items() if literal.solution_value() > 0.5}

    def _limit_parties(self) -> None:
        """Give no party more meetings a day than it has places, nor than it wants."""
        slots, parties = self.problem.slots, self.problem.parties
        places = Counter(day for day, _place in {(slot.day, slot.place) for slot in slots})
        date_of = {slot.day: slot.date for slot in slots}
        dated: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for (party, day), literals in self.of.items():
            dated[party, date_of[day]] += literals
            if len(literals) > places[day] * parties[party].at_once:
                self.solver.Add(self.solver.Sum(literals) <= places[day] * parties[party].at_once)
        for (party, _date), literals in dated.items():
            daily = parties[party].daily
            if daily is not None and len(literals) > daily:
                self.solver.Add(self.solver.Sum(literals) <= daily)

    def _limit_visits(self) -> None:
        """Give nobody more visits to different offices a day than there is time to get from one to the next."""
        for (party, day), _literals in self.of.items() if self.problem.ways else ():
            visited: dict[int, list[Any]] = defaultdict(list)
            for number in self.problem.wishes_of[party]:
                office = dict(self.problem.wishes[number].visits).get(self.stop_of[day])
                if (number, day) in self.met and office is not None:
                    visited[office].append(self.met[number, day])
            if self.problem.parties[party].at_once == 1 and all(len(row) == 1 for row in visited.values()):
                most = self._most_visits(list(visited), day)
                if len(visited) > most:
                    self.solver.Add(self.solver.Sum([x for row in visited.values() for x in row]) <= most)

    def _most_visits(self, offices: list[int], day: int) -> int:
        """The most slots of a day between any two of which there is the shortest of the ways between the offices."""
        shortest = min((self.problem.ways[a][b] for a, b in product(offices, offices) if a != b), default=0)
        most, free = 0, -(10**9)
        for slot in sorted((s for s in self.problem.slots if s.day == day), key=lambda s: s.ends):
            if slot.starts >= free:
                most, free = most + 1, slot.ends + shortest
        return most

    def _limit_groups(self) -> None:
        """Hold no more meetings a day than there are tables, or interpreters, in all its slots together."""
        room: dict[tuple[int, frozenset[int]], int] = Counter()
        covered: dict[tuple[int, frozenset[int]], set[int]] = defaultdict(set)
        for group in self.problem.groups:
            for day in {self.problem.slots[slot].day for slot in group.slots}:
                room[day, group.kinds] += group.room
                covered[day, group.kinds] |= set(group.slots)
        for (day, kinds), many in room.items():
            literals = [
                literal
                for (number, there), literal in self.met.items()
                if there == day
                and self.problem.wishes[number].kind in kinds
                and self._slots(number, day) <= covered[day, kinds]
            ]
            if len(literals) > many:
                self.solver.Add(self.solver.Sum(literals) <= many)

    def _slots(self, number: int, day: int) -> set[int]:
        return {slot for slot in self.problem.wishes[number].allowed if self.problem.slots[slot].day == day}

    def _keep_stops_apart(self, stop_of: dict[int, int]) -> None:
        """Let nobody come to two stops that run in parallel."""
        days: dict[int, list[int]] = defaultdict(list)
        for party, day in self.comes:
            days[party].append(day)
        rivals = self.problem.rivals | {(two, one) for one, two in self.problem.rivals}
        for party, row in days.items():
            for one, two in product(row, row):
                if one < two and (stop_of[one], stop_of[two]) in rivals:
                    self.solver.Add(self.comes[party, one] + self.comes[party, two] <= 1)

    def _keep_orders(self) -> None:
        """Let the second of two wishes in order be on no earlier date."""
        date_of = {slot.day: slot.date for slot in self.problem.slots}
        for first, then in self.problem.orders:
            for one, two in product(self.days.get(first, ()), self.days.get(then, ())):
                if date_of[two] < date_of[one]:
                    self.solver.Add(self.met[first, one] + self.met[then, two] <= 1)
