"""The decisions of the exact model: which wish takes which slot, and what follows from it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from ortools.sat.python import cp_model

from missionplanner.scheduling.problem import Problem

Literal: TypeAlias = cp_model.IntVar


class Variables:
    """A CP-SAT model of a problem with one literal for every wish and slot it may use, and every hard rule."""

    def __init__(
        self,
        problem: Problem,
        rules: Sequence[Callable[["Variables"], None]],
        only: Collection[int] | None = None,
        fixes: bool = True,
    ) -> None:
        """`rules`: those that hold; `only`: the wishes there are; `fixes`: whether fixed wishes have to be placed."""
        self.problem = problem
        self.model = cp_model.CpModel()
        self.take: dict[tuple[int, int], Literal] = {
            (number, slot): self.model.new_bool_var(f"take {number} {slot}")
            for number, wish in enumerate(problem.wishes)
            for slot in (wish.allowed if only is None or number in only else ())
        }
        self._by_slot: dict[int, list[tuple[int, Literal]]] = defaultdict(list)
        for (number, slot), literal in self.take.items():
            self._by_slot[slot].append((number, literal))
        for rule in rules:
            rule(self)
        for number, wish in enumerate(problem.wishes):
            if fixes and wish.fixed and wish.allowed:
                self.model.add(self.take[number, wish.allowed[0]] == 1)

    def of_wish(self, number: int) -> list[Literal]:
        """The literals of a wish."""
        slots = self.problem.wishes[number].allowed
        return [self.take[number, slot] for slot in slots if (number, slot) in self.take]

    def of_slot(self, slot: int) -> list[tuple[int, Literal]]:
        """The wishes that may take a slot, each with its literal."""
        return self._by_slot[slot]

    def of_party(self, party: int, slots: tuple[int, ...]) -> list[Literal]:
        """The literals that put the party into one of the slots."""
        wishes = self.problem.wishes_of[party]
        return [self.take[wish, slot] for wish in wishes for slot in slots if (wish, slot) in self.take]

    def by_site(self, party: int, slot: int) -> dict[int, list[Literal]]:
        """The literals that put the party into a slot, by where it then is."""
        found: dict[int, list[Literal]] = defaultdict(list)
        for wish in self.problem.wishes_of[party]:
            if (wish, slot) in self.take:
                found[self.problem.site(wish, slot)].append(self.take[wish, slot])
        return found

    def hint(self, assignment: Mapping[int, int]) -> None:
        """Start the search from this assignment (wish to slot)."""
        for (number, slot), literal in self.take.items():
            self.model.add_hint(literal, assignment.get(number) == slot)

    def found(self, solver: cp_model.CpSolver) -> dict[int, int]:
        """The assignment a solver found."""
        return {number: slot for (number, slot), literal in self.take.items() if solver.boolean_value(literal)}
