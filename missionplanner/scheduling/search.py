"""Local search on a problem: places wishes, then removes idle time, for as long as it is given."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from missionplanner.progress import Progress
from missionplanner.scheduling import compiled_cache
from missionplanner.scheduling.annealing import anneal
from missionplanner.scheduling.construction import place_fixed, place_previous, place_waiting
from missionplanner.scheduling.kernel import LONGEST, Frame, Ints, State, Wide, take_over
from missionplanner.scheduling.pricing import FIRST, SECOND, WAIT, settle
from missionplanner.scheduling.problem import Assignment, Group, Habits, IdleMeasure, Party, Place, Problem, Wish

UNIT = WAIT
"""The price of one idle place where nothing else costs.

Its square is added, so that of two plans with as many the more even one is cheaper.
"""
HOT, WARM, COLD = 0.5, 0.3, 0.12
"""Temperatures in idle places: at the start a worsening by one is taken every seventh time, at the end hardly ever.

Who has cooled once goes on from the best, not as hot as before.
"""
ROUND = 10.0
"""The seconds of the first cooling; each one after it lasts twice as long.

How fast it cools does not follow from how much time there is: with more of it a plan does not get worse.
"""
STALL = 1.0
"""After so many seconds without a better assignment it is asked what is proved."""
COOL = 0.06
"""The temperature at which habits are looked after: far too low for one more idle place."""
DAY, LIGHT_DAY = 8.0, 1.5
"""The weight of a day in the balance of a move, in idle places, where few days or little idle time comes first."""
LOOSE_DAY, LOOSE_HOT = 3.0, 2.0
"""The same, and the temperature, where the days are still to be found: a day more has to be taken now and then."""
LONG_RUN, OVER_LUNCH, UNEVEN, LATER = 120, 60, 1, 1
"""The prices of habits: a meeting too many in a row, lunch between meetings, a fuller slot, a must-meet later."""
_MOVES, _TRIES = 20_000, 2_000
"""How much is done between two checks of the clock."""


@dataclass(frozen=True, slots=True)
class _Schedule:
    """How long, how hot and how far to anneal."""

    seconds: float
    moves: int | None
    hot: float
    cold: float
    target: int
    """The cost at which to stop."""
    day: float | None = None
    """The weight of a day, where that is not as usual."""
    ask: Callable[[Assignment], int] | None = None
    """Returns the cost at which to stop, given the best assignment; asked when nothing gets better."""


class Search:
    """An assignment that gets better. Everything random comes from the seed."""

    def __init__(self, problem: Problem, seed: int, ceiling: int | None = None) -> None:
        """`ceiling`: idle time of a party above which it costs six times as much."""
        self.problem = problem
        self._rng = np.random.default_rng(seed)
        self._frame = frame(problem, ceiling)
        self._state = state(problem, self._frame)
        self.watch: Callable[[dict[int, int]], None] = lambda _best: None
        """Called with the best assignment now and then, while that gets better."""

    @property
    def assignment(self) -> dict[int, int]:
        """Wish to slot."""
        return _assigned(self._state.slot)

    def load(self, assignment: Assignment) -> None:
        """Continue from this assignment."""
        slots = np.full(len(self.problem.wishes), -1, np.int32)
        for number, slot in assignment.items():
            slots[number] = slot
        take_over(self._frame, self._state, slots)

    def place(self, until: float, progress: Progress, tries: int = 60) -> bool:
        """Place as many wishes as it can, by weight, until the clock (time.monotonic) or `tries` rounds.

        Returns whether all that may be placed anywhere are.
        """
        previous = [-1 if wish.previous is None else wish.previous for wish in self.problem.wishes]
        # What must stay, then what can stay: a new plan changes as little of the old one as possible.
        place_fixed(self._frame, self._state, self._frame.fixed)
        place_previous(self._frame, self._state, np.array(previous, np.int32))
        slots = self._state.slot
        waiting = [n for n in self._hardest_first() if slots[n] < 0]
        # Room for every wish: those that are pushed out wait in it as well.
        queue = np.zeros(max(1, len(self.problem.wishes)), np.int32)
        queue[: len(waiting)] = waiting
        weight = int(sum(self.problem.wishes[n].weight for n in self.assignment))
        tally = np.array([0, len(waiting), weight, weight], np.int64)
        best, pressure = slots.copy(), self._frame.weight.copy()
        rounds = max(1, tries * len(waiting) // _TRIES)
        for _round in range(rounds):
            place_waiting(self._frame, self._state, self._rng, queue, pressure, best, tally, _TRIES)
            if tally[1] == 0 or time.monotonic() > until or progress.stopped:
                break
        if tally[1]:
            take_over(self._frame, self._state, best)
        return bool(tally[1] == 0)

    def anneal(
        self,
        seconds: float,
        progress: Progress,
        goal: tuple[int, int] = (0, 0),
        moves: int | None = None,
        ask: Callable[[Assignment], int] | None = None,
    ) -> None:
        """Move wishes about for `seconds` (or so many `moves`), leaving the best assignment seen.

        Nothing placed is lost, nothing unplaced is placed; ends early at `goal`, so many idle places and days, or
        stopped. `ask`: what is proved of idle places, given the best assignment, where nothing gets better.
        """
        idle, days = goal

        def target(best: Assignment) -> int:
            return self._target(ask(best) if ask else idle, days)

        left, length, hot = max(seconds, 0.0), ROUND, HOT
        while left > 0 or hot == HOT:
            part = left if left < 1.5 * length else length
            counted = None if moves is None else int(moves * (part / seconds if seconds else 1))
            schedule = _Schedule(part, counted, hot, COLD, self._target(idle, days), ask=target if ask else None)
            if self._anneal(schedule, progress) or progress.stopped:
                break
            left, length, hot = left - part, 2 * length, WARM

    def _target(self, idle: int, days: int) -> int:
        """The cost of so much idle time and so many days: what squares and habits add stays below one more of them."""
        if _is_plain(self.problem):
            return UNIT * (idle + 1) - 1
        first, second = (idle, days) if self.problem.waits_first else (days, idle)
        return first * FIRST + second * SECOND + SECOND - 1

    def loosen(self, seconds: float, progress: Progress, moves: int | None = None) -> None:
        """Move wishes about so freely that days become few from many."""
        day = LIGHT_DAY if self.problem.waits_first else LOOSE_DAY
        self._anneal(_Schedule(seconds, moves, LOOSE_HOT, COLD, -1, day), progress)

    def polish(self, seconds: float, progress: Progress, moves: int | None = None) -> None:
        """Look after habits, leaving days and idle time as they are."""
        self._anneal(_Schedule(seconds, moves, COOL, COOL / 3, -1), progress)

    def _anneal(self, schedule: "_Schedule", progress: Progress) -> bool:
        """Anneal as the schedule says; return whether the cost is reached at which to stop."""
        best = self._state.slot.copy()
        loose = np.flatnonzero((best >= 0) & ~self._frame.fixed).astype(np.int32)
        if not len(loose):
            return True
        # Only what is placed and not fixed moves here.
        terms = self._frame.terms if schedule.day is None else _terms(self.problem, schedule.day)
        held = self._frame._replace(loose=loose, terms=terms)
        cost = settle(held, self._state)
        tally = np.array([cost, cost, schedule.target], np.int64)
        started, done, spent, seen = time.monotonic(), 0, 0.0, tally[1]
        quiet = 0.0
        """How much of the schedule has passed since the best one, or since it was asked what is proved."""
        while tally[1] > tally[2] and spent < 1 and not progress.stopped:
            heat = WAIT * schedule.hot * (schedule.cold / schedule.hot) ** spent
            anneal(held, self._state, self._rng, best, tally, _MOVES, heat)
            if tally[1] < seen:
                seen = tally[1]
                quiet = spent
                self.watch(_assigned(best))
            elif schedule.ask and (spent - quiet) * schedule.seconds > STALL:
                quiet = spent
                tally[2] = max(tally[2], schedule.ask(_assigned(best)))
            done += _MOVES
            clock = (time.monotonic() - started) / schedule.seconds if schedule.seconds > 0 else 1.0
            # With `moves` the heat follows the work, which a seed repeats; the clock ends only what takes too long.
            spent = clock if schedule.moves is None else max(done / schedule.moves, float(clock >= 1))
            progress.report(0.3 + 0.7 * min(spent, 1.0))
        take_over(held, self._state, best)
        return bool(tally[1] <= tally[2])

    def _hardest_first(self) -> list[int]:
        """Wishes that may be placed, the heaviest first and of these those with the fewest ways out."""
        wishes = self.problem.wishes
        demand = [len(row) for row in self.problem.wishes_of]
        slack = [len(wish.allowed) - max(demand[party] for party in wish.parties) for wish in wishes]
        heavy = max((wish.weight for wish in wishes), default=1)
        # A tenth of the heaviest separates must-meets from the rest.
        order = sorted(range(len(wishes)), key=lambda n: (wishes[n].weight * 10 < heavy, slack[n], n))
        return [number for number in order if wishes[number].allowed]


def _assigned(slots: Ints) -> dict[int, int]:
    """Wish to slot, of those that have one."""
    return {number: int(slot) for number, slot in enumerate(slots) if slot >= 0}


@cache
def warm() -> None:
    """Compile the search, or load what was compiled before, so that no clock runs meanwhile."""
    slots = tuple(Place(0, place, 0, 0, 2 * place, 2 * place + 1) for place in range(3))
    one = Group((0, 1, 2), 3)
    tiny = Problem((Party(), Party()), slots, (Wish((0, 1), (0, 2)),), (one,), ((0,), (1,), (2,)))
    search = Search(tiny, 1)
    search.place(time.monotonic() + 60, Progress())
    # A goal that cannot be reached: otherwise nothing would be annealed, and nothing compiled.
    search.anneal(0, Progress(), goal=(-1, 0))
    compiled_cache.mark()


def frame(problem: Problem, ceiling: int | None = None) -> Frame:
    """The problem as arrays."""
    wishes, slots, parties = problem.wishes, problem.slots, problem.parties
    widest = max((len(wish.parties) for wish in wishes), default=1)
    attends = np.full((len(wishes), widest), -1, np.int32)
    for number, wish in enumerate(wishes):
        attends[number, : len(wish.parties)] = wish.parties
    # Besides the lists of allowed slots, as every move asks for one cell of it.
    is_open = np.zeros((len(wishes), len(slots)), np.bool_)
    for number, wish in enumerate(wishes):
        is_open[number, list(wish.allowed)] = True
    first = _day_starts(problem)
    place = _ints(first[slot.day] + slot.place for slot in slots)
    at: list[list[int]] = [[] for _place in range(first[-1])]
    for slot, where in enumerate(place):
        at[where].append(slot)
    return Frame(
        parties=attends,
        at_once=_ints(party.at_once for party in parties),
        daily=_ints(len(slots) if party.daily is None else party.daily for party in parties),
        weight=np.array([wish.weight for wish in wishes], np.int64),
        kind=_ints(wish.kind for wish in wishes),
        fixed=np.array([wish.fixed for wish in wishes], np.bool_),
        open=is_open,
        day=_ints(slot.day for slot in slots),
        date=_ints(slot.date for slot in slots),
        place=place,
        bit=np.array([1 << slot.place for slot in slots], np.uint64),
        day_first=first,
        stop=_ints(slot.stop for slot in slots),
        rival=_rivals(problem),
        starts=_ints(slot.starts for slot in slots),
        ends=_ints(slot.ends for slot in slots),
        loose=np.zeros(0, np.int32),
        present=np.array(problem.present, np.uint64).reshape(len(parties), problem.days),
        runs=np.array([problem.measure is IdleMeasure.RUNS]),
        site=_sites(problem),
        ways=np.array(problem.ways, np.int32).reshape(len(problem.ways), len(problem.ways)),
        **_prices(problem, ceiling),
        **_lists(problem, at),
    )


def _sites(problem: Problem) -> Ints:
    if not problem.ways:
        return np.zeros((0, 0), np.int32)
    venues = _ints(slot.venue for slot in problem.slots)
    found = np.tile(venues, (len(problem.wishes), 1))
    for number, wish in enumerate(problem.wishes):
        for stop, site in wish.visits:
            found[number, [slot for slot, place in enumerate(problem.slots) if place.stop == stop]] = site
    return found


def _rivals(problem: Problem) -> np.ndarray[Any, np.dtype[np.bool_]]:
    stops = max((slot.stop for slot in problem.slots), default=0) + 1
    rival = np.zeros((stops, stops), np.bool_)
    for one, other in problem.rivals:
        rival[one, other] = rival[other, one] = True
    return rival


def _lists(problem: Problem, at: list[list[int]]) -> dict[str, Any]:
    """Lists of different lengths as flat arrays, with where each begins (`name_from`)."""
    before, after = _orders(problem)
    rows: dict[str, Sequence[Sequence[int]]] = {
        "allowed": [wish.allowed for wish in problem.wishes],
        "groups": _groups(problem),
        "clash": problem.clashes,
        "at": at,
        "before": before,
        "after": after,
        "wishes": problem.wishes_of,
    }
    lists: dict[str, Any] = {}
    for name, row in rows.items():
        lists[name], lists[name + "_from"] = _flat(row)
    return lists


def state(problem: Problem, f: Frame) -> State:
    """An empty assignment."""
    parties, slots, days = len(problem.parties), len(problem.slots), problem.days
    wishes = len(problem.wishes)
    lanes = _lanes(problem)
    # Compiled code does not check its indexes: these are the most wishes a move can find and shift.
    blocked = f.parties.shape[1] * lanes * max((len(row) for row in problem.clashes), default=1)
    most = max((len(row) for row in problem.wishes_of), default=0)
    found = blocked + f.parties.shape[1] * most + int(np.diff(f.before_from).max(initial=0))
    found += int(np.diff(f.after_from).max(initial=0)) + 8 * max(1, int(np.diff(f.groups_from).max(initial=0)))
    moved = LONGEST + 3 * blocked + 16

    def zeros(*shape: int) -> Ints:
        return np.zeros(shape, np.int32)

    return State(
        slot=np.full(wishes, -1, np.int32),
        seat=np.full((parties, slots, lanes), -1, np.int32),
        used=zeros(parties, int(f.day_first[-1])),
        bits=np.zeros((parties, days), np.uint64),
        cost=np.zeros((parties, days), np.int64),
        room=_ints(group.room for group in problem.groups),
        dated=zeros(parties, max((slot.date for slot in problem.slots), default=0) + 1),
        there=zeros(parties, len(f.rival)),
        members=zeros(slots, wishes),
        filled=zeros(slots),
        position=zeros(wishes),
        chain=zeros(moved),
        origin=zeros(moved),
        target=zeros(moved),
        mark=np.zeros(wishes, np.bool_),
        found=zeros(found),
        bad=zeros(parties * days),
        bad_at=np.full(parties * days, -1, np.int32),
        many=zeros(1),
    )


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), np.int32)


def _flat(rows: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """The rows one after the other, and where each begins."""
    starts = np.zeros(len(rows) + 1, np.int32)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    return _ints(value for row in rows for value in row), starts


def _day_starts(problem: Problem) -> Ints:
    """For every day the number of its first place, counting through; and how many places there are."""
    longest = [0] * problem.days
    for slot in problem.slots:
        longest[slot.day] = max(longest[slot.day], slot.place + 1)
    starts = np.zeros(problem.days + 1, np.int32)
    np.cumsum(longest, out=starts[1:])
    return starts


def _groups(problem: Problem) -> list[list[int]]:
    """The groups that a wish of a kind needs in a slot, by kind * slots + slot."""
    kinds = max((wish.kind for wish in problem.wishes), default=0) + 1
    found: list[list[int]] = [[] for _cell in range(kinds * len(problem.slots))]
    for number, group in enumerate(problem.groups):
        for kind in group.kinds:
            for slot in group.slots if kind < kinds else ():
                found[kind * len(problem.slots) + slot].append(number)
    return found


def _orders(problem: Problem) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _wish in problem.wishes]
    after: list[list[int]] = [[] for _wish in problem.wishes]
    for first, then in problem.orders:
        before[then].append(first)
        after[first].append(then)
    return before, after


def _lanes(problem: Problem) -> int:
    """The most meetings a party may have in one slot, counting kept ones that clash."""
    count: dict[tuple[int, int], int] = {}
    for wish in problem.wishes:
        for party in wish.parties if wish.fixed else ():
            for slot in wish.allowed:
                count[party, slot] = count.get((party, slot), 0) + 1
    return max(max(count.values(), default=1), max((party.at_once for party in problem.parties), default=1))


def _prices(problem: Problem, ceiling: int | None) -> dict[str, Any]:
    """The prices of days, idle places and habits, and their weights."""
    waits_first = problem.waits_first
    unit, day = (FIRST, SECOND) if waits_first else (SECOND, FIRST)
    unit = UNIT if _is_plain(problem) else unit

    def price(idle: int) -> int:
        return unit * idle + idle * idle + (5 * unit * max(0, idle - ceiling) if ceiling is not None else 0)

    return {
        # A day has at most 64 places, as many as its number has bits.
        "price": _wide(price(idle) for idle in range(65)),
        "coming": _wide(day * party.day_price for party in problem.parties),
        "early": _ints(LATER * wish.early for wish in problem.wishes),
        "whole": np.array([problem.linked, problem.mornings], np.uint64),
        "terms": _terms(problem, LIGHT_DAY if waits_first else DAY),
    }


def _terms(problem: Problem, day: float) -> Wide:
    """Whatever else counts (`pricing.PLAIN` and so on), where a day weighs as much as `day` idle places."""
    habits, weighs = problem.habits, (WAIT, int(day * WAIT))
    if not problem.waits_first:
        weighs = weighs[::-1]
    prices = LONG_RUN, OVER_LUNCH * habits.together, UNEVEN * habits.even
    return _wide([_is_plain(problem), *weighs, habits.longest_run, *prices])


def _is_plain(problem: Problem) -> bool:
    """Whether nothing counts but idle time, which makes every move quicker."""
    return not problem.counts_days and problem.habits == Habits()


def _wide(values: Iterable[int]) -> Wide:
    return np.array(list(values), np.int64)
