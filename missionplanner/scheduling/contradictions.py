"""The smallest set of locked meetings, must-meets and rules that cannot all be kept."""

from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from missionplanner.domain.requests import Priority
from missionplanner.progress import Progress
from missionplanner.scheduling.formulation import Formulation
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.model_constraints import MODELLED
from missionplanner.scheduling.variables import Variables


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A smallest set of meetings and rules that cannot all be kept."""

    locked: tuple[int, ...]
    """Numbers of the wishes that stay where they are."""
    wanted: tuple[int, ...]
    """Numbers of the wishes that have to be placed."""
    rules: tuple[str, ...]
    """Their names."""


def contradiction(stated: Formulation, limits: Limits, progress: Progress) -> Contradiction | None:
    """A smallest set (nothing can be left out of it) that cannot be kept; None when all can, or it was not found out.

    Deletion: every element is left out in turn, and stays out where the rest still contradicts itself; rules last, so
    that the wishes are few by then.
    """
    wishes = stated.problem.wishes
    locked = [n for n, wish in enumerate(wishes) if wish.fixed]
    wanted = [
        n
        for n, wish in enumerate(wishes)
        if not wish.fixed and wish.allowed and stated.requests[n].priority is Priority.MUST_MEET
    ]
    names = [constraint.__name__ for constraint in MODELLED]
    core = _core(stated, locked + wanted, names, limits, progress)
    if core is None:
        return None
    kept = list(core)
    for number in core:
        rest = [n for n in kept if n != number]
        smaller = _core(stated, rest, names, limits, progress)
        kept = kept if smaller is None else [n for n in rest if n in smaller]
    for name in list(names):
        rest_names = [n for n in names if n != name]
        if _core(stated, kept, rest_names, limits, progress) is not None:
            names = rest_names
    return Contradiction(tuple(n for n in kept if n in locked), tuple(n for n in kept if n in wanted), tuple(names))


def _core(
    stated: Formulation, numbers: list[int], names: list[str], limits: Limits, progress: Progress
) -> list[int] | None:
    """Those of the wishes that, under the rules of these names, cannot all be placed; None where they can."""
    constraints: list[Callable[[Variables], None]] = [c for c in MODELLED if c.__name__ in names]
    variables = Variables(stated.problem, constraints, only=frozenset(numbers), fixes=False)
    placed = {}
    for number in numbers:
        literals = variables.of_wish(number)
        placed[number] = variables.model.new_bool_var("")
        variables.model.add(sum(literals) >= 1).only_enforce_if(placed[number])
    variables.model.add_assumptions(list(placed.values()))
    solver = limits.solver(progress)
    solver.parameters.num_workers = 1
    if solver.solve(variables.model) != cp_model.INFEASIBLE:
        return None
    found = set(solver.sufficient_assumptions_for_infeasibility())
    return [number for number, literal in placed.items() if literal.index in found]
