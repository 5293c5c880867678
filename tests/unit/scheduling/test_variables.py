"""The decisions of the exact model."""

from dataclasses import replace

from ortools.sat.python import cp_model

from missionplanner.scheduling.problem import Wish
from missionplanner.scheduling.variables import Variables
from tests.unit.scheduling.problems import problem


def test_a_wish_has_a_literal_for_every_slot_it_may_take() -> None:
    variables = Variables(replace(problem((0, 1), (0, 2)), wishes=(Wish((0, 1), (0, 2)), Wish((0, 2), (1,)))), ())
    assert sorted(variables.take) == [(0, 0), (0, 2), (1, 1)]
    assert variables.of_wish(0) == [variables.take[0, 0], variables.take[0, 2]]
    assert variables.of_slot(1) == [(1, variables.take[1, 1])]
    assert variables.of_party(0, (0, 1)) == [variables.take[0, 0], variables.take[1, 1]]


def test_wishes_that_are_left_out_have_no_literals() -> None:
    variables = Variables(problem((0, 1), (0, 2), places=1), (), only=[1])
    assert sorted(variables.take) == [(1, 0)]
    assert variables.of_wish(0) == []


def test_fixed_wishes_have_to_be_placed_unless_they_need_not() -> None:
    stated = replace(problem((0, 1)), wishes=(Wish((0, 1), (1,), fixed=True),))
    for fixes, placed in ((True, {0: 1}), (False, {})):
        variables = Variables(stated, (), fixes=fixes)
        variables.model.minimize(sum(variables.take.values()))
        solver = cp_model.CpSolver()
        assert solver.solve(variables.model) == cp_model.OPTIMAL
        assert variables.found(solver) == placed


def test_rules_are_applied_to_the_model() -> None:
    seen: list[Variables] = []
    variables = Variables(problem((0, 1)), [seen.append])
    assert seen == [variables]
