"""The fewest idle slots, exactly, for missions small enough: CP-SAT over the whole model with gaps as variables."""

from collections import defaultdict
from typing import Any

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling.construction import Board
from missionplanner.scheduling.problem import Problem
from missionplanner.scheduling.variables import Variables


def refine(board: Board, seconds: float, seed: int, progress: Progress) -> tuple[dict[int, int], int] | None:
    """An assignment of the same weight with the fewest idle slots found, and the proved lower bound.

    None when nothing was found in the time.
    """
    problem = board.problem
    variables = Variables(problem)
    variables.hint(board.slot)
    weights = [problem.wishes[number].weight for number, _slot in variables.take]
    placed = cp_model.LinearExpr.weighted_sum(list(variables.take.values()), weights)
    variables.model.add(placed >= sum(problem.wishes[number].weight for number in board.slot))
    variables.model.minimize(sum(_gaps(variables)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(seconds, 0.1)
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = 2
    progress.on_cancel(solver.stop_search)
    if solver.solve(variables.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    found = {n: s for (n, s), literal in variables.take.items() if solver.boolean_value(literal)}
    return found, round(solver.best_objective_bound)


def _gaps(variables: Variables) -> list[Any]:
    """A literal for every company, day and place that is at least whether the place is idle."""
    problem, model = variables.problem, variables.model
    gaps: list[Any] = []
    for (_company, _day), places in _used(problem, variables).items():
        ordered = range(min(places), max(places) + 1)
        begun = {p: model.new_bool_var("") for p in ordered}
        ahead = {p: model.new_bool_var("") for p in ordered}
        for p in ordered:
            busy = sum(places.get(p, []))
            model.add(begun[p] >= busy)
            model.add(ahead[p] >= busy)
            if p - 1 in begun:
                model.add_implication(begun[p - 1], begun[p])
                model.add_implication(ahead[p], ahead[p - 1])
            gap = model.new_bool_var("")
            model.add(gap >= begun[p] + ahead[p] - 1 - busy)
            gaps.append(gap)
    return gaps


def _used(problem: Problem, variables: Variables) -> dict[tuple[int, int], dict[int, list[Any]]]:
    """The literals that put a company into a place, by (company, day) and place."""
    found: dict[tuple[int, int], dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for (number, slot), literal in variables.take.items():
        for company in problem.wishes[number].companies:
            found[company, problem.day_of[slot]][problem.place_of[slot]].append(literal)
    return found
