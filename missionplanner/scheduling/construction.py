"""A first timetable at once, so that there is always an answer: the hardest wishes first, blockers moved aside."""

from collections import defaultdict
from random import Random

from missionplanner.scheduling.objective import idle_of
from missionplanner.scheduling.problem import Problem


class Board:
    """An assignment under construction, with what each company and venue has left."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.slot: dict[int, int] = {}
        self.busy: list[dict[int, int]] = [{} for _company in problem.companies]
        """For every company the wish it is busy with, by slot; overlapping slots are marked too."""
        self._clash: dict[int, tuple[int, ...]] = defaultdict(tuple)
        for clique in problem.overlapping:
            for slot in clique:
                self._clash[slot] = tuple(sorted({*self._clash[slot], *clique}))
        self.limits: dict[int, list[int]] = defaultdict(list)
        """The capacity groups of every slot."""
        self.room = [tables for _slots, tables in problem.capacities]
        for group, (slots, _tables) in enumerate(problem.capacities):
            for slot in slots:
                self.limits[slot].append(group)
        self.masks = [[0] * problem.days for _company in problem.companies]
        self._at: list[dict[int, int]] = [defaultdict(int) for _company in problem.companies]
        self._rivals: dict[int, tuple[int, ...]] = {
            stop: tuple(b for a, b in problem.parallel if a == stop) for stop in set(problem.stop_of)
        }

    def blockers(self, number: int, slot: int) -> set[int]:
        """The wishes whose companies' time is in the way."""
        a, b = self.problem.wishes[number].companies
        return {self.busy[c][s] for c in (a, b) for s in self._clash[slot] if s in self.busy[c]}

    def has_room(self, slot: int) -> bool:
        """Whether a table is left."""
        return all(self.room[group] > 0 for group in self.limits[slot])

    def is_elsewhere(self, number: int, slot: int) -> bool:
        """Whether one of the companies already has meetings at a stop that runs in parallel."""
        rivals = self._rivals[self.problem.stop_of[slot]]
        return any(self._at[c][stop] > 0 for c in self.problem.wishes[number].companies for stop in rivals)

    def can_take(self, number: int, slot: int) -> bool:
        """Whether the wish fits into the slot as things are."""
        return self.has_room(slot) and not self.blockers(number, slot) and not self.is_elsewhere(number, slot)

    def put(self, number: int, slot: int) -> None:
        """Give the wish the slot."""
        self.slot[number] = slot
        self._count(number, slot, 1)
        for company in self.problem.wishes[number].companies:
            self.busy[company][slot] = number
            self.masks[company][self.problem.day_of[slot]] |= 1 << self.problem.place_of[slot]

    def lift(self, number: int) -> int:
        """Take the wish out of its slot, which is returned."""
        slot = self.slot.pop(number)
        self._count(number, slot, -1)
        for company in self.problem.wishes[number].companies:
            del self.busy[company][slot]
            self.masks[company][self.problem.day_of[slot]] &= ~(1 << self.problem.place_of[slot])
        return slot

    def added_idle(self, number: int, slot: int) -> int:
        """How many idle slots putting the wish there adds (negative when it fills gaps)."""
        day, bit = self.problem.day_of[slot], 1 << self.problem.place_of[slot]
        masks = [self.masks[company][day] for company in self.problem.wishes[number].companies]
        return sum(idle_of(mask | bit) - idle_of(mask) for mask in masks)

    def _count(self, number: int, slot: int, by: int) -> None:
        for group in self.limits[slot]:
            self.room[group] -= by
        for company in self.problem.wishes[number].companies:
            self._at[company][self.problem.stop_of[slot]] += by


def construct(problem: Problem, random: Random) -> Board:
    """A board with as many wishes placed as greed and moving one blocker aside can place."""
    board = Board(problem)
    for number, wish in enumerate(problem.wishes):
        if wish.kept:
            board.put(number, wish.allowed[0])
    demand = _demand(problem)
    for number, wish in enumerate(problem.wishes):
        before = wish.previous
        if (
            before is not None
            and before in wish.allowed
            and number not in board.slot
            and board.can_take(number, before)
        ):
            board.put(number, before)
    waiting = [number for number, wish in enumerate(problem.wishes) if number not in board.slot and wish.allowed]
    waiting.sort(key=lambda n: (-problem.wishes[n].weight, len(problem.wishes[n].allowed) - demand[n], n))
    left = [number for number in waiting if not _place(board, number, random)]
    for number in left:
        _make_way(board, number)
    return board


def _demand(problem: Problem) -> list[int]:
    """For every wish how much its two companies are asked for."""
    count: dict[int, int] = defaultdict(int)
    for wish in problem.wishes:
        for company in wish.companies:
            count[company] += 1
    return [max(count[company] for company in wish.companies) for wish in problem.wishes]


def _place(board: Board, number: int, random: Random) -> bool:
    free = [slot for slot in board.problem.wishes[number].allowed if board.can_take(number, slot)]
    if not free:
        return False
    room = {slot: min(board.room[group] for group in board.limits[slot]) for slot in free}
    board.put(number, min(free, key=lambda s: (board.added_idle(number, s), -room[s], random.random())))
    return True


def _make_way(board: Board, number: int) -> bool:
    """Move the one wish that stands in the way of this one to another slot."""
    for slot in board.problem.wishes[number].allowed:
        blockers = board.blockers(number, slot)
        if len(blockers) != 1 or board.is_elsewhere(number, slot):
            continue
        blocker = blockers.pop()
        if board.problem.wishes[blocker].kept:
            continue
        old = board.lift(blocker)
        if board.can_take(number, slot):
            board.put(number, slot)
            other = [s for s in board.problem.wishes[blocker].allowed if board.can_take(blocker, s)]
            if other:
                board.put(blocker, min(other, key=lambda s: board.added_idle(blocker, s)))
                return True
            board.lift(number)
        board.put(blocker, old)
    return False
