"""Lower bounds of the idle time from single parties: each alone, with all its meetings in slots they may take."""

import math
import time
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.limits import WORK_A_SECOND, Limits
from missionplanner.scheduling.problem import Assignment, Problem


class SingleBounds:
    """The least idle time of parties by themselves, whatever happens to the others; each is worked out once.

    It holds for plans that place everything there is to place. Slots are the measure.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._least: dict[int, int] = {}
        self._sure: set[int] = set()
        """The parties of which no more can be proved."""
        self._circles: dict[frozenset[int], int] = {}
        """Parties with all they meet, no party twice, and the least idle time of these together."""
        self._tried: set[int] = set()
        self._spent = 0.0
        """The counted work of the present look, in seconds."""

    def bound(self, assignment: Assignment, limits: Limits, progress: Progress) -> int:
        """Return the sum of what is proved of the idle time of parties, those first that are idle most in this plan.

        Parties without idle time add nothing to what is wanted and are skipped, so that the bound costs little where
        the assignment is good.
        """
        started, self._spent = time.monotonic(), 0.0
        for party, idle in sorted(objective.idle(self._problem, assignment).items(), key=lambda item: -item[1]):
            left = limits.seconds - (self._spent if limits.repeatable else time.monotonic() - started)
            if left <= 0 or progress.stopped:
                break
            if idle and party not in self._sure and self._problem.parties[party].at_once == 1:
                self._look_at(party, assignment, limits.within(min(left, 2.0)), progress)
        return self._total

    def bound_together(self, assignment: Assignment, limits: Limits, progress: Progress) -> int:
        """Return what is proved once a party that is idle, with all it meets, is looked at, the rest being free."""
        idle = objective.idle(self._problem, assignment)
        inside = {party for circle in self._circles for party in circle}
        for party in sorted(idle, key=lambda one: -idle[one]):
            circle = frozenset(one for n in self._problem.wishes_of[party] for one in self._problem.wishes[n].parties)
            if idle[party] <= self._least.get(party, 0) or party in self._tried or circle & inside:
                continue
            self._tried.add(party)
            if all(self._problem.parties[one].at_once == 1 for one in circle):
                status, least, _spent = _solved(_model(self._problem, circle, assignment), limits, progress)
                if status and least > sum(self._least.get(one, 0) for one in circle):
                    self._circles[circle] = least
            break
        return self._total

    @property
    def _total(self) -> int:
        """The sum over circles and over the parties in none."""
        inside = {party for circle in self._circles for party in circle}
        alone = sum(least for party, least in self._least.items() if party not in inside)
        return alone + sum(self._circles.values())

    def _look_at(self, party: int, assignment: Assignment, limits: Limits, progress: Progress) -> None:
        status, least, spent = _solved(_model(self._problem, {party}, assignment), limits, progress)
        self._spent += spent
        self._least[party] = max(self._least.get(party, 0), least)
        if status == cp_model.OPTIMAL:
            self._sure.add(party)


def _solved(model: cp_model.CpModel, limits: Limits, progress: Progress) -> tuple[Any, int, float]:
    """The status, what is proved of the least, and the work as seconds of the limits."""
    solver = limits.solver(progress)
    status = solver.solve(model)
    spent = solver.response_proto.deterministic_time / WORK_A_SECOND
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return status, max(0, math.ceil(solver.best_objective_bound - 1e-6)), spent
    return status, 0, spent


def _model(problem: Problem, parties: Collection[int], assignment: Assignment) -> cp_model.CpModel:
    """The least idle time of some parties: for every day of each a span of places, into which its meetings fit."""
    model = cp_model.CpModel()
    wishes = sorted({number for party in parties for number in problem.wishes_of[party] if number in assignment})
    take = {(n, slot): model.new_bool_var("") for n in wishes for slot in problem.wishes[n].allowed}
    for number in wishes:
        model.add_exactly_one([take[number, slot] for slot in problem.wishes[number].allowed])
    costs: list[cp_model.LinearExprT] = []
    meetings = 0
    for party in sorted(parties):
        mine = {key: literal for key, literal in take.items() if party in problem.wishes[key[0]].parties}
        meetings += len({number for number, _slot in mine})
        _stay_in_spans(model, problem, party, mine, costs)
    # The places within the spans less the meetings in them are idle.
    model.minimize(sum(costs) - meetings)
    return model


def _stay_in_spans(
    model: cp_model.CpModel,
    problem: Problem,
    party: int,
    take: dict[tuple[int, int], cp_model.IntVar],
    costs: list[cp_model.LinearExprT],
) -> None:
    """Have the meetings of a party at different places within one span a day, whose length is added to the costs."""
    cells: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for (_number, index), literal in take.items():
        cells[problem.slots[index].day, problem.slots[index].place].append(literal)
    for day in sorted({day for day, _place in cells}):
        inside = _span(model, problem.present[party][day], costs)
        for (other, place), literals in cells.items():
            if other == day:
                model.add(sum(literals) <= inside.get(place, 0))


def _span(model: cp_model.CpModel, present: int, costs: list[cp_model.LinearExprT]) -> dict[int, cp_model.LinearExprT]:
    """At most one span of the day between two places where the party is present; which spans are over a place."""
    places = [place for place in range(present.bit_length()) if present >> place & 1]
    inside: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    spans = []
    for first in range(len(places)):
        for last in range(first, len(places)):
            span = model.new_bool_var("")
            spans.append(span)
            costs.append((last - first + 1) * span)
            for place in places[first : last + 1]:
                inside[place].append(span)
    model.add_at_most_one(spans)
    return {place: sum(literals) for place, literals in inside.items()}
