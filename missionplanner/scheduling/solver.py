"""From a problem to the best plan found in the time: construct, prove the placing, take out idle slots."""

import time
from dataclasses import dataclass
from random import Random

from missionplanner.i18n import _
from missionplanner.progress import Progress
from missionplanner.scheduling.annealing import anneal
from missionplanner.scheduling.construction import Board, construct
from missionplanner.scheduling.objective import Score, idle_bound, score
from missionplanner.scheduling.problem import Problem

MOST_LITERALS = 6000
"""Up to this many wish-and-slot pairs the fewest idle slots are looked for exactly."""


@dataclass(frozen=True, slots=True)
class Solution:
    """assignment: wish to slot, by index. bound: proved lower bound of the idle slots of plans of this weight.

    all_placed_proved: no plan places more weight. seconds: how long it took.
    """

    assignment: dict[int, int]
    score: Score
    bound: int
    all_placed_proved: bool
    seconds: float

    @property
    def status(self) -> str:
        """optimal when nothing can be better, else feasible."""
        return "optimal" if self.all_placed_proved and self.score.idle <= self.bound else "feasible"


def solve(problem: Problem, seconds: float, seed: int, progress: Progress) -> Solution:
    """The best plan found within `seconds`; stopping the progress keeps what there is, cancelling raises Cancelled."""
    started = time.monotonic()
    random = Random(seed)
    progress.report(0.05, _("Making a first timetable"))
    board = construct(problem, random)
    best_weight = sum(wish.weight for wish in problem.wishes if wish.allowed)
    proved = _weight(board) == best_weight
    if not proved and not progress.stopped:
        progress.report(0.1, _("Placing as many requests as possible"))
        proved = _place_more(board, 0.4 * seconds, seed, progress)
    everything = len(board.slot) == sum(1 for wish in problem.wishes if wish.allowed)
    bound = idle_bound(problem, board.slot) if everything else 0
    progress.report(0.3, _("Taking out idle slots"))
    small = sum(len(wish.allowed) for wish in problem.wishes) <= MOST_LITERALS
    if not progress.stopped:
        left = seconds - (time.monotonic() - started)
        anneal(board, left / 3 if small else left, random, progress, stop_at=bound)
    if small and proved and not progress.stopped and score(problem, board.slot).idle > bound:
        bound = max(bound, _prove(board, seconds - (time.monotonic() - started), seed, progress))
    progress.report(1.0)
    found = dict(sorted(board.slot.items()))
    return Solution(found, score(problem, found), bound, proved, time.monotonic() - started)


def _weight(board: Board) -> int:
    return sum(board.problem.wishes[number].weight for number in board.slot)


def _place_more(board: Board, seconds: float, seed: int, progress: Progress) -> bool:
    """Let CP-SAT place more weight than the board has; returns whether it proved that no plan places more."""
    from ortools.sat.python import cp_model  # slow import

    from missionplanner.scheduling.variables import Variables  # slow import

    problem = board.problem
    variables = Variables(problem)
    variables.hint(board.slot)
    weights = [problem.wishes[number].weight for number, _slot in variables.take]
    variables.model.maximize(cp_model.LinearExpr.weighted_sum(list(variables.take.values()), weights))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(seconds, 0.1)
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = 2
    progress.on_cancel(solver.stop_search)
    status = solver.solve(variables.model)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) and solver.objective_value > _weight(board):
        _take_over(board, {n: s for (n, s), literal in variables.take.items() if solver.boolean_value(literal)})
    progress.report(0.3)
    return bool(status == cp_model.OPTIMAL)


def _prove(board: Board, seconds: float, seed: int, progress: Progress) -> int:
    """Let CP-SAT look for the fewest idle slots; returns the lower bound it proved."""
    from missionplanner.scheduling.refinement import refine  # slow import

    found = refine(board, seconds, seed, progress)
    if found is None:
        return 0
    assignment, bound = found
    if score(board.problem, assignment).idle < score(board.problem, board.slot).idle:
        _take_over(board, assignment)
    return bound


def _take_over(board: Board, assignment: dict[int, int]) -> None:
    for number in list(board.slot):
        board.lift(number)
    for number, slot in assignment.items():
        board.put(number, slot)
