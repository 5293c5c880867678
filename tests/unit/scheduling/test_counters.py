"""Tables are counted exactly, whichever literals stand for meetings."""

from itertools import product
from random import Random

import pytest
from ortools.sat.python import cp_model

from missionplanner.scheduling.counters import count_up, keep_room
from missionplanner.scheduling.exact_model import used_of
from missionplanner.scheduling.model_constraints import MODELLED, table_one_at_a_time
from missionplanner.scheduling.problem import Problem
from missionplanner.scheduling.variables import Variables
from tests.unit.scheduling.problems import is_lawful, problem


class _Seen(cp_model.CpSolverSolutionCallback):
    def __init__(self, literals: list[cp_model.IntVar]) -> None:
        super().__init__()
        self.literals, self.found = literals, list[tuple[bool, ...]]()

    def on_solution_callback(self) -> None:
        self.found.append(tuple(self.boolean_value(literal) for literal in self.literals))


def solutions(model: cp_model.CpModel, literals: list[cp_model.IntVar]) -> list[tuple[bool, ...]]:
    """Every solution, as the values of these literals."""
    solver, seen = cp_model.CpSolver(), _Seen(literals)
    solver.parameters.enumerate_all_solutions = True
    solver.parameters.num_workers = 1
    solver.solve(model, seen)
    return sorted(seen.found)


@pytest.mark.parametrize("most", [0, 1, 2, 4])
def test_at_most_so_many_are_true_and_the_counter_follows_from_them(most: int) -> None:
    model = cp_model.CpModel()
    literals = [model.new_bool_var("") for _number in range(5)]
    count_up(model, literals, most)
    # Each once: nothing of the counter is left open.
    assert solutions(model, literals) == [row for row in product((False, True), repeat=5) if sum(row) <= most]


@pytest.mark.parametrize("seed", range(3))
def test_the_plans_there_are_are_those_with_tables_enough(seed: int) -> None:
    chance = Random(seed)
    pairs = sorted({(chance.randrange(3), 3 + chance.randrange(3)) for _n in range(5)})
    stated = problem(*pairs, places=2, tables=2, complete=True)
    variables = Variables(stated, [rule for rule in MODELLED if rule is not table_one_at_a_time])
    keep_room(variables, used_of(variables))
    keys = list(variables.take)
    found = [
        {number: slot for (number, slot), taken in zip(keys, row, strict=True) if taken}
        for row in solutions(variables.model, [variables.take[key] for key in keys])
    ]
    assert sorted(map(sorted, map(dict.items, found))) == sorted(map(sorted, map(dict.items, lawful(stated))))


def lawful(stated: Problem) -> list[dict[int, int]]:
    """Every plan of all wishes that keeps the rules, by trying all."""
    choices = product(*(wish.allowed for wish in stated.wishes))
    return [plan for choice in choices if is_lawful(stated, plan := dict(enumerate(choice)))]
