"""A lower bound of the idle time from single parties: each alone, with all its meetings in slots they may take."""

import time
from collections import defaultdict

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Assignment, Problem


def single_bound(problem: Problem, assignment: Assignment, limits: Limits, progress: Progress) -> int:
    """The sum of the least idle time of every party that is idle now, whatever happens to the others.

    It holds for plans that place what the assignment places. Parties without idle time add nothing and are
    skipped, so that the bound costs little where the assignment is good. Slots are the measure.
    """
    until = time.monotonic() + limits.seconds
    total = 0
    for party, idle in sorted(objective.idle(problem, assignment).items(), key=lambda item: -item[1]):
        left = until - time.monotonic()
        if idle == 0 or (left <= 0 and not limits.repeatable) or progress.stopped or problem.parties[party].at_once > 1:
            continue
        total += _least(
            problem, party, assignment, limits.within(2.0 if limits.repeatable else min(left, 2.0)), progress
        )
    return total


def _least(problem: Problem, party: int, assignment: Assignment, limits: Limits, progress: Progress) -> int:
    """The least idle time of one party: a span of places for every day, into which its meetings have to fit."""
    model = cp_model.CpModel()
    wishes = [number for number in problem.wishes_of[party] if number in assignment]
    take = {(n, slot): model.new_bool_var("") for n in wishes for slot in problem.wishes[n].allowed}
    for number in wishes:
        model.add_exactly_one([take[number, slot] for slot in problem.wishes[number].allowed])
    cells: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for (_number, index), literal in take.items():
        cells[problem.slots[index].day, problem.slots[index].place].append(literal)
    costs: list[cp_model.LinearExprT] = []
    for day in {day for day, _place in cells}:
        inside = _span(model, problem.present[party][day], costs)
        for (other, place), literals in cells.items():
            if other == day:
                model.add(sum(literals) <= inside.get(place, 0))
    # The places within the spans less the meetings in them are idle.
    model.minimize(sum(costs) - len(wishes))
    solver = limits.solver(progress)
    if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        bound: float = solver.best_objective_bound
        return max(0, round(bound))
    return 0


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
