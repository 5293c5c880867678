"""Days about as full as each other, where that costs no day: meetings that hang together go to another day as a whole.

Parties that come on one day only keep the meetings of each other on it. Such a block can change its day without anybody
coming more often, and so can a meeting of two who come on both days anyway.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from missionplanner.scheduling.problem import Problem

ROUNDS = 200
"""So many moves are made at most."""


def even_out(problem: Problem, day_of: dict[int, int]) -> dict[int, int]:
    """Return days for the same wishes on which no party comes more often, with days about as full as each other."""
    found = _Days(problem, day_of)
    for _round in range(ROUNDS):
        if not found.improve():
            break
    return found.day_of


class _Days:
    """The day of every wish, and how full each day is."""

    def __init__(self, problem: Problem, day_of: dict[int, int]) -> None:
        self.problem, self.day_of = problem, dict(day_of)
        self.stop = {slot.day: slot.stop for slot in problem.slots}
        self.date = {slot.day: slot.date for slot in problem.slots}
        self.places: dict[tuple[int, int], set[int]] = defaultdict(set)
        """The places each wish may take, by wish and day."""
        for number in day_of:
            for index in problem.wishes[number].allowed:
                self.places[number, problem.slots[index].day].add(problem.slots[index].place)
        self.room = _room(problem)
        self.load = Counter(day_of.values())
        linked = {number for pair in problem.orders for number in pair if set(pair) <= set(day_of)}
        wishes = problem.wishes
        # What is ordered, fixed or was planned before stays: evenness is not worth a change of plan.
        self.free = {n for n in day_of if n not in linked and not wishes[n].fixed and wishes[n].previous is None}

    def improve(self) -> bool:
        """Make the move that evens out most; return whether there is one."""
        best, chosen = 0.0, None
        for block in (*self._blocks(), *([number] for number in sorted(self.free))):
            here = self.day_of[block[0]]
            for there in sorted(self.room):
                if there == here or self.stop[there] != self.stop[here]:
                    continue
                gain = self._gain(len(block), here, there)
                # Earlier days are filled first where nothing else decides.
                if gain > best + 1e-9 and self._can_move(block, there):
                    best, chosen = gain, (block, there)
        if chosen is None:
            return False
        block, there = chosen
        for number in block:
            self.load[self.day_of[number]] -= 1
            self.load[there] += 1
            self.day_of[number] = there
        return True

    def _gain(self, many: int, here: int, there: int) -> float:
        """By how much less uneven days are once so many wishes move; an equal exchange with an earlier day counts."""

        def uneven(one: int, other: int) -> float:
            return one * one / max(self.room[here], 1) + other * other / max(self.room[there], 1)

        before, after = (self.load[here], self.load[there]), (self.load[here] - many, self.load[there] + many)
        if after[1] > self.room[there]:
            return 0.0
        return uneven(*before) - uneven(*after) + (1e-6 * many if there < here else 0.0)

    def _can_move(self, block: Collection[int], there: int) -> bool:
        """Whether nobody comes more often, and everybody has places enough."""
        many = Counter(party for number in block for party in self.problem.wishes[number].parties)
        if not self.free.issuperset(block) or any((number, there) not in self.places for number in block):
            return False
        return all(self._can_come(party, number, block, there) for party, number in many.items())

    def _can_come(self, party: int, many: int, block: Collection[int], there: int) -> bool:
        others = [n for n in self.problem.wishes_of[party] if n in self.day_of and n not in block]
        dates = Counter(self.date[self.day_of[n]] for n in others)
        days = Counter(self.day_of[n] for n in others)
        held, here = self.problem.parties[party], self.day_of[next(iter(block))]
        if held.day_price and not days[there] and days[here]:
            return False
        # On a day at two stops there are ways to go: those are not thought of here.
        if dates[self.date[there]] > days[there]:
            return False
        mine = [n for n in self.problem.wishes_of[party] if n in block or self.day_of.get(n) == there]
        places = set().union(*(self.places[n, there] for n in mine))
        return many + days[there] <= min(len(places) * held.at_once, len(places) if held.daily is None else held.daily)

    def _blocks(self) -> list[list[int]]:
        """The wishes that hang together: those of a day that share a party whose days count."""
        root = {number: number for number in self.day_of}

        def find(number: int) -> int:
            while root[number] != number:
                root[number] = root[root[number]]
                number = root[number]
            return number

        first: dict[tuple[int, int], int] = {}
        for number, day in self.day_of.items():
            for party in self.problem.wishes[number].parties:
                root[find(number)] = find(first.setdefault((party, day), number))
        found: dict[int, list[int]] = defaultdict(list)
        for number in self.day_of:
            found[find(number)].append(number)
        return list(found.values())


def _room(problem: Problem) -> dict[int, int]:
    """How many meetings there are tables for, by day; of days without tables as many as there are slots."""
    slots: Iterable[int] = (slot.day for slot in problem.slots)
    found = Counter(slots)
    tables: dict[int, int] = Counter()
    for group in problem.groups:
        for day in {problem.slots[slot].day for slot in group.slots} if 0 in group.kinds else ():
            tables[day] += group.room
    return {day: tables[day] or many for day, many in found.items()}
