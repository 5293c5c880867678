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
        return self.total()

    def least(self, party: int) -> int:
        """Return what is proved of a party."""
        return self._least.get(party, 0)

    def total(self, without: Collection[int] = ()) -> int:
        """Return what is proved of all parties but some."""
        return sum(least for party, least in self._least.items() if party not in without)

    def _look_at(self, party: int, assignment: Assignment, limits: Limits, progress: Progress) -> None:
        status, least, spent = solved(_model(self._problem, party, assignment), limits.solver(progress))
        self._spent += spent
        self._least[party] = max(self._least.get(party, 0), least)
        if status == cp_model.OPTIMAL:
            self._sure.add(party)


def solved(model: cp_model.CpModel, solver: cp_model.CpSolver) -> tuple[Any, int, float]:
    """Return the status, what is proved of the least, and the work as seconds of the limits."""
    status = solver.solve(model)
    spent = solver.response_proto.deterministic_time / WORK_A_SECOND
    bound: float = solver.best_objective_bound
    # Where nothing was found yet a bound may be proved all the same.
    known = status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.UNKNOWN) and math.isfinite(bound)
    return status, max(0, math.ceil(bound - 1e-6)) if known else 0, spent


def _model(problem: Problem, party: int, assignment: Assignment) -> cp_model.CpModel:
    """The least idle time of a party: for every day a span of places, into which its meetings fit."""
    model = cp_model.CpModel()
    wishes = [number for number in problem.wishes_of[party] if number in assignment]
    take = {(n, slot): model.new_bool_var("") for n in wishes for slot in problem.wishes[n].allowed}
    for number in wishes:
        model.add_exactly_one([take[number, slot] for slot in problem.wishes[number].allowed])
    costs: list[cp_model.LinearExprT] = []
    _stay_in_spans(model, problem, party, take, costs)
    # The places within the spans less the meetings in them are idle.
    model.minimize(sum(costs) - len(wishes))
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
