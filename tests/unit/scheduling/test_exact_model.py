"""Every form of the exact model has the optimum that trying everything finds."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest
from ortools.sat.python import cp_model

from missionplanner.scheduling import objective
from missionplanner.scheduling.exact_model import ExactModel, ModelForm, Target
from missionplanner.scheduling.problem import Aim, IdleMeasure, Problem
from tests.unit.scheduling.problems import is_lawful, problem

FORMS = [ModelForm(*choice) for choice in product((False, True), repeat=3)]


def generated(seed: int, measure: IdleMeasure) -> Problem:
    """A small problem in which everything has to be placed: some slots cannot be used, two are in order."""
    chance = Random(seed)
    pairs = sorted({(chance.randrange(3), 3 + chance.randrange(3)) for _n in range(6)})
    stated = problem(*pairs, places=5, tables=2, parties=6, complete=True)
    wishes = [replace(w, allowed=tuple(sorted(chance.sample(range(5), 4)))) for w in stated.wishes]
    return replace(stated, wishes=tuple(wishes), orders=((0, len(wishes) - 1),), measure=measure, spread=2)


def least(stated: Problem) -> int | None:
    """The least idle time there is, by trying everything."""
    found = []
    for choice in product(*(wish.allowed for wish in stated.wishes)):
        score = objective.score(stated, plan := dict(enumerate(choice)))
        in_order = all(plan[first] < plan[then] for first, then in stated.orders)
        if score.spread <= 2 and in_order and is_lawful(stated, plan):
            found.append(score.idle)
    return min(found, default=None)


@pytest.mark.parametrize("measure", IdleMeasure)
@pytest.mark.parametrize("seed", range(4))
def test_every_form_has_the_same_optimum(seed: int, measure: IdleMeasure) -> None:
    stated = generated(seed, measure)
    found = set()
    for form in FORMS:
        model = ExactModel(stated, {}, Target(Aim.IDLE, 0), form)
        model.variables.model.minimize(model.total)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(model.variables.model)
        found.add(round(solver.objective_value) if status == cp_model.OPTIMAL else None)
    assert found == {least(stated)}
