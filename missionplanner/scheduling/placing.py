"""As many requests as can be placed, exactly: CP-SAT maximises the value, or decides whether all can be placed."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.problem import Assignment, Problem
from missionplanner.scheduling.variables import Variables


def decide(problem: Problem, limits: Limits, progress: Progress) -> tuple[dict[int, int] | None, bool]:
    """An assignment of every wish, if one was found; and whether it is proved that there is none."""
    variables = Variables(problem, MODELLED)
    solver = limits.solver(progress)
    status = solver.solve(variables.model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return variables.found(solver), False
    return None, status == cp_model.INFEASIBLE


def place_more(
    problem: Problem, assignment: Assignment, value: int, limits: Limits, progress: Progress
) -> tuple[dict[int, int] | None, int]:
    """An assignment worth more than `value`, that of `assignment`, if one was found; and the proved most."""
    variables = Variables(problem, MODELLED)
    total = worth(variables)
    # Plans that are worth less than the present one are of no interest.
    variables.model.add(total >= value)
    variables.model.maximize(total)
    variables.hint(assignment)
    solver = limits.solver(progress)
    status = solver.solve(variables.model)
    if status == cp_model.INFEASIBLE:
        return None, value
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, objective.most(problem)
    # Values are whole numbers, and CP-SAT gives the bound as a float.
    proved = int(solver.best_objective_bound + 1e-6)
    return (variables.found(solver) if solver.objective_value > value else None), proved


def worth(variables: Variables) -> cp_model.LinearExprT:
    """The value of a plan as an expression: never more than it is, and as much when it is maximised or asked for."""
    literals = list(variables.take.values())
    weights = [variables.problem.wishes[number].weight for number, _slot in variables.take]
    shares, rewards = _shares(variables)
    return cp_model.LinearExpr.weighted_sum(literals + shares, weights + rewards)


def _shares(variables: Variables) -> tuple[list[Any], list[int]]:
    """Literals that a party has at least one, two, ... meetings, and what each is worth."""
    literals: list[Any] = []
    rewards: list[int] = []
    shares = variables.problem.shares
    of: dict[int, list[Any]] = defaultdict(list)
    for (number, _slot), literal in variables.take.items():
        for party in variables.problem.wishes[number].parties:
            of[party].append(literal)
    for taken in of.values():
        steps = [variables.model.new_bool_var("") for _share in shares]
        for reward, step in zip(shares, steps, strict=True):
            literals.append(step)
            rewards.append(reward)
        if steps:
            variables.model.add(sum(taken) >= sum(steps))
        for one, two in pairwise(steps):
            variables.model.add_implication(two, one)
    return literals, rewards
