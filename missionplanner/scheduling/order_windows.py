"""The slots that orders leave to wishes in plans that place all of them.

Each wish begins after what comes before it: after the longest chain of these, and after all that one party has of them,
which are at different times. So it is from the other end of the mission.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from missionplanner.scheduling.problem import Problem


def narrowed(problem: Problem) -> Problem | None:
    """Return the problem with only those slots of each wish in which its orders can be kept, where all are placed.

    None where a wish has none left: not all can be. Wishes that are allowed no slot are placed in no plan.
    """
    windows = _Windows(problem)
    if not windows.narrow():
        return None
    if windows.open == [wish.allowed for wish in problem.wishes]:
        return problem
    wishes = (replace(wish, allowed=open_) for wish, open_ in zip(problem.wishes, windows.open, strict=True))
    return replace(problem, wishes=tuple(wishes))


class _Windows:
    """The slots that are left to every wish, in the order of the problem."""

    def __init__(self, problem: Problem) -> None:
        self.open = [wish.allowed for wish in problem.wishes]
        self._problem, self._slots = problem, problem.slots
        self._orders = [pair for pair in problem.orders if all(self.open[number] for number in pair)]
        beginnings = sorted({slot.starts for slot in problem.slots})
        self._rank = {starts: rank for rank, starts in enumerate(beginnings)}
        """The beginnings of slots, counted."""

    def narrow(self) -> bool:
        """Take out slots until nothing more follows; return whether every wish in an order has one left."""
        if not self._follow_chains():
            return False
        # Without circles, for wishes in one have no slots left.
        before, behind = _closure(self._orders), _closure([(then, first) for first, then in self._orders])
        ordered, many = sorted({number for pair in self._orders for number in pair}), -1
        while many != (many := sum(map(len, self.open))):
            for number in ordered:
                first = self._busy_until(before.get(number, ()))
                last = self._busy_from(behind.get(number, ()))
                self.open[number] = tuple(
                    s for s in self.open[number] if first < self._rank[self._slots[s].starts] < last
                )
                if not self.open[number]:
                    return False
            if not self._follow_chains():
                return False
        return True

    def _follow_chains(self) -> bool:
        """Let wishes in order begin and end one after the other; return whether they have slots left."""
        slots, many = self._slots, -1
        while many != (many := sum(map(len, self.open))):
            for first, then in self._orders:
                soonest = min(slots[s].ends for s in self.open[first])
                latest = max(slots[s].starts for s in self.open[then])
                self.open[first] = tuple(s for s in self.open[first] if slots[s].ends <= latest)
                self.open[then] = tuple(s for s in self.open[then] if slots[s].starts >= soonest)
                if not self.open[first] or not self.open[then]:
                    return False
        return True

    def _busy_until(self, numbers: Iterable[int]) -> int:
        """The rank of the earliest beginning of the last of these wishes; -1 for none."""
        found = -1
        for row in self._by_party(numbers):
            rank = -1
            first = (min(self._rank[self._slots[s].starts] for s in self.open[n]) for n in row)
            for soonest in sorted(first):
                rank = max(rank + 1, soonest)
            found = max(found, rank)
        return found

    def _busy_from(self, numbers: Iterable[int]) -> int:
        """The rank of the latest beginning of the first of these wishes; behind all for none."""
        found = len(self._rank)
        for row in self._by_party(numbers):
            rank = len(self._rank)
            last = (max(self._rank[self._slots[s].starts] for s in self.open[n]) for n in row)
            for latest in sorted(last, reverse=True):
                rank = min(rank - 1, latest)
            found = min(found, rank)
        return found

    def _by_party(self, numbers: Iterable[int]) -> Iterable[list[int]]:
        """The wishes of every party that is in one meeting at a time."""
        rows: dict[int, list[int]] = defaultdict(list)
        for number in numbers:
            for party in self._problem.wishes[number].parties:
                if self._problem.parties[party].at_once == 1:
                    rows[party].append(number)
        return rows.values()


def _closure(orders: Sequence[tuple[int, int]]) -> dict[int, set[int]]:
    """All that comes before each wish, of orders without a circle."""
    direct: dict[int, set[int]] = defaultdict(set)
    for first, then in orders:
        direct[then].add(first)
    found: dict[int, set[int]] = {}

    def before(number: int) -> set[int]:
        if number not in found:
            near = direct.get(number, set())
            found[number] = near.union(*(before(one) for one in near))
        return found[number]

    for number in list(direct):
        before(number)
    return found
