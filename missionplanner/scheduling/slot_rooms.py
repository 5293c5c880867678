"""Which groups of tables and interpreters a wish uses in a slot."""

from collections import defaultdict

from missionplanner.scheduling.problem import Problem


class SlotRooms:
    """The groups of a problem by slot."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._of_slot: dict[int, list[int]] = defaultdict(list)
        for number, group in enumerate(problem.groups):
            for slot in group.slots:
                self._of_slot[slot].append(number)

    def of(self, wish: int, slot: int) -> list[int]:
        """Return the numbers of these groups."""
        kind = self.problem.wishes[wish].kind
        return [number for number in self._of_slot[slot] if kind in self.problem.groups[number].kinds]
