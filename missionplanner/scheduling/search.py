"""Local search on a problem: places wishes, then removes idle time, for as long as it is given."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from missionplanner.progress import Progress
from missionplanner.scheduling import compiled_cache
from missionplanner.scheduling.annealing import anneal
from missionplanner.scheduling.construction import place_fixed, place_previous, place_waiting
from missionplanner.scheduling.frames import LIGHT_DAY, UNIT, frame, is_plain, state, terms_of
from missionplanner.scheduling.kernel import Ints, take_over
from missionplanner.scheduling.limits import SLOWEST
from missionplanner.scheduling.pricing import FIRST, SECOND, WAIT, settle
from missionplanner.scheduling.problem import Assignment, Group, Party, Place, Problem, Wish

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
LOOSE_DAY, LOOSE_HOT = 3.0, 2.0
"""The same, and the temperature, where the days are still to be found: a day more has to be taken now and then."""
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

    def go_on_from(self, before: "Search") -> None:
        """Continue from the assignment of another search, and call what that calls."""
        self.load(before.assignment)
        self.watch = before.watch

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
        if is_plain(self.problem):
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
        terms = self._frame.terms if schedule.day is None else terms_of(self.problem, schedule.day)
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
            spent = clock if schedule.moves is None else max(done / schedule.moves, float(clock >= SLOWEST))
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
