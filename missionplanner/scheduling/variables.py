"""The decisions of the exact model: which wish takes which slot."""

from collections import defaultdict
from collections.abc import Mapping

from ortools.sat.python import cp_model

from missionplanner.scheduling import constraints
from missionplanner.scheduling.problem import Problem


class Variables:
    """A CP-SAT model of a problem with one literal for every wish and slot it may use."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.take: dict[tuple[int, int], cp_model.IntVar] = {
            (number, slot): self.model.new_bool_var("")
            for number, wish in enumerate(problem.wishes)
            for slot in wish.allowed
        }
        self._by_slot: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        for (_number, slot), literal in self.take.items():
            self._by_slot[slot].append(literal)
        for constraint in constraints.MODELLED:
            constraint(self)
        for number, wish in enumerate(problem.wishes):
            if wish.kept:
                self.model.add(self.take[number, wish.allowed[0]] == 1)

    def of_wish(self, number: int) -> list[cp_model.IntVar]:
        """The literals of a wish."""
        return [self.take[number, slot] for slot in self.problem.wishes[number].allowed]

    def of_slot(self, slot: int) -> list[cp_model.IntVar]:
        """The literals of a slot."""
        return self._by_slot[slot]

    def hint(self, assignment: Mapping[int, int]) -> None:
        """Start the search from this assignment (wish to slot)."""
        for (number, slot), literal in self.take.items():
            self.model.add_hint(literal, assignment.get(number) == slot)
