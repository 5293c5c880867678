"""Room for meetings that lost theirs, exactly: CP-SAT places the most, disturbs the fewest people, adds few days."""

from collections.abc import Collection, Mapping

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.problem import Assignment, Problem
from missionplanner.scheduling.variables import Variables


def rearrange(
    problem: Problem,
    assignment: Assignment,
    missing: Collection[int],
    told: Mapping[int, int],
    limits: Limits,
    progress: Progress,
) -> dict[int, int]:
    """The assignment with as much weight of the missing wishes as can be placed and the fewest people disturbed.

    Of those that are equal in both it is one with the fewest days parties come, by their weights. Wishes in `told` may
    move at the price of so many people; all that was assigned stays assigned. What cannot be done in the time leaves
    the assignment as it was.
    """
    variables = Variables(problem, MODELLED)
    for number in assignment:
        variables.model.add(sum(variables.of_wish(number)) == 1)
    # One meeting more outweighs disturbing everybody.
    people = sum(told.values()) + 1
    days, most = _days(variables, missing, told)
    gain = sum(problem.wishes[n].weight * people * x for n in missing for x in variables.of_wish(n))
    stays = sum(price * variables.take[n, assignment[n]] for n, price in told.items())
    # One person disturbed outweighs all days.
    variables.model.maximize((gain + stays) * (most + 1) - days)
    variables.hint(assignment)
    solver = limits.within(0.6 * limits.seconds).solver(progress)
    if solver.solve(variables.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return variables.found(solver)
    return dict(assignment)


def _days(variables: Variables, missing: Collection[int], told: Mapping[int, int]) -> tuple[cp_model.LinearExprT, int]:
    """The days that parties of the wishes which may move come, each by its weight, and how many that can be at most."""
    problem = variables.problem
    parties = {party for number in (*missing, *told) for party in problem.wishes[number].parties}
    comes, prices = [], []
    for party in sorted(party for party in parties if problem.parties[party].day_price):
        for day in range(problem.days):
            slots = tuple(slot for slot, place in enumerate(problem.slots) if place.day == day)
            if literals := variables.of_party(party, slots):
                comes.append(variables.model.new_bool_var(f"comes {party} {day}"))
                prices.append(problem.parties[party].day_price)
                variables.model.add_max_equality(comes[-1], literals)
    return cp_model.LinearExpr.weighted_sum(comes, prices), sum(prices)
