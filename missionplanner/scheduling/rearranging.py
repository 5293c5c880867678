"""Room for meetings that lost theirs, exactly: CP-SAT places as many as possible, then disturbs the fewest people."""

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

    Wishes in `told` may move at the price of so many people; all that was assigned stays assigned. What cannot be
    done in the time leaves the assignment as it was.
    """
    variables = Variables(problem, MODELLED)
    for number in assignment:
        variables.model.add(sum(variables.of_wish(number)) == 1)
    # One meeting more outweighs disturbing everybody.
    people = sum(told.values()) + 1
    gain = sum(problem.wishes[n].weight * people * x for n in missing for x in variables.of_wish(n))
    stays = sum(price * variables.take[n, assignment[n]] for n, price in told.items())
    variables.model.maximize(gain + stays)
    variables.hint(assignment)
    solver = limits.within(0.6 * limits.seconds).solver(progress)
    if solver.solve(variables.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return variables.found(solver)
    return dict(assignment)
