"""The fewest companies to ask to come to another stop so that requests can be held, exactly: a cover by CP-SAT.

Each request needs one of its options. What is left out, the times of day, can only make more companies necessary, so
that the bound is a proof; a trial timetable shows whether the companies do.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling.limits import Limits

Pair = tuple[int, int]
Ask = tuple[int, int]
"""A company and a stop it is asked to come to."""


@dataclass(frozen=True, slots=True)
class StopOption:
    """A way to hold a request: at a stop, once companies come to it that do not yet."""

    stop: int
    asked: frozenset[int] = frozenset()
    """The companies of the pair that would have to be asked; none where both are there."""


@dataclass(frozen=True, slots=True)
class Question:
    """The requests and how each can be held, and what stops and companies have room for."""

    options: Mapping[Pair, tuple[StopOption, ...]]
    """The ways to hold each request."""
    kept: frozenset[Pair]
    """The requests that have to stay possible, whoever is asked."""
    rivals: frozenset[tuple[int, int]]
    """Pairs of stops of which a company can be at one only."""
    times: Mapping[Ask, int]
    """The most meetings of a company at a stop."""
    room: Mapping[int, int]
    """The most meetings at a stop."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Whom to ask, and what is proved of it."""

    asks: tuple[Ask, ...]
    held: frozenset[Pair]
    """Those of the wanted requests that can then be held."""
    most: int
    """No more of them can be held, whoever is asked."""
    bound: int
    """With fewer companies so many cannot be held."""

    @property
    def companies(self) -> frozenset[int]:
        """The companies that are asked."""
        return frozenset(company for company, _stop in self.asks)


def fewest(question: Question, wanted: Collection[Pair], limits: Limits, progress: Progress) -> Cover | None:
    """The fewest companies to ask so that as many of the wanted requests as possible can be held; None if not found.

    Of answers with as few companies one with the fewest stops added.
    """
    reachable = {pair for pair in wanted if question.options.get(pair)}
    model = _Model(question, reachable)
    # Nearly always all can be held: then nothing needs to be proved of how many.
    held = len(reachable)
    model.hold(held)
    solver = model.least(model.companies, limits, progress)
    if solver is None:
        model = _Model(question, reachable)
        held = model.greatest(limits, progress)
        model.hold(held)
        solver = model.least(model.companies, limits, progress)
    if solver is None:
        return None
    found, bound = model.cover(solver), model.bound(solver)
    if len(found[0]) == bound:
        return Cover(*found, held, bound)
    model.model.add(sum(model.companies) <= len({company for company, _stop in found[0]}))
    again = model.least(list(model.asked.values()), limits.within(limits.seconds / 4), progress)
    asks, pairs = model.cover(again) if again else found
    return Cover(asks, pairs, held, bound)


class _Model:
    """The model: x(w, o) a request is held in a way, z(c, s) a company is asked to come to a stop, y(c) is asked."""

    def __init__(self, question: Question, wanted: Collection[Pair]) -> None:
        self.question, self.wanted = question, sorted(wanted)
        self.model = cp_model.CpModel()
        self.asked: dict[Ask, cp_model.IntVar] = {}
        self._company: dict[int, cp_model.IntVar] = {}
        self._asking: list[tuple[cp_model.IntVar, frozenset[Ask]]] = []
        """The ways for which somebody is asked, and who to come where."""
        self._at: dict[Ask, list[cp_model.IntVar]] = defaultdict(list)
        self._there: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        self._held = {pair: self._hold(pair) for pair in sorted(question.kept | set(wanted))}
        for pair in question.kept:
            self.model.add(self._held[pair] == 1)
        self._limit()
        self._keep_stops_apart()

    @property
    def companies(self) -> list[cp_model.IntVar]:
        """The literals that companies are asked."""
        return list(self._company.values())

    def hold(self, many: int) -> None:
        """Ask for so many of the wanted requests."""
        self.model.add(sum(self._held[pair] for pair in self.wanted) >= many)

    def least(self, literals: list[cp_model.IntVar], limits: Limits, progress: Progress) -> cp_model.CpSolver | None:
        """The solver after looking for the fewest of some literals; None where it found nothing."""
        self.model.minimize(sum(literals))
        return self._solved(limits, progress)

    def greatest(self, limits: Limits, progress: Progress) -> int:
        """The most wanted requests that can be held, as far as it is found."""
        self.model.maximize(sum(self._held[pair] for pair in self.wanted))
        solver = self._solved(limits, progress)
        return round(solver.objective_value) if solver else 0

    def cover(self, solver: cp_model.CpSolver) -> tuple[tuple[Ask, ...], frozenset[Pair]]:
        """Whom a solver asks, and what is then held."""
        # What a way needs, not what is said to be asked: that may be more as long as its number is not the goal.
        asks = {ask for way, asked in self._asking if solver.value(way) for ask in asked}
        return tuple(sorted(asks)), frozenset(pair for pair in self.wanted if solver.value(self._held[pair]))

    def bound(self, solver: cp_model.CpSolver) -> int:
        """The least number of companies that is proved."""
        # A whole number, of which CP-SAT gives the bound as a float.
        return math.ceil(float(solver.best_objective_bound) - 1e-6)

    def _solved(self, limits: Limits, progress: Progress) -> cp_model.CpSolver | None:
        solver = limits.solver(progress)
        return solver if solver.solve(self.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None

    def _hold(self, pair: Pair) -> cp_model.IntVar:
        held = self.model.new_bool_var("")
        ways = []
        for option in self.question.options[pair]:
            way = self.model.new_bool_var("")
            ways.append(way)
            self._there[option.stop].append(way)
            for company in pair:
                self._at[company, option.stop].append(way)
            if option.asked:
                self._asking.append((way, frozenset((company, option.stop) for company in option.asked)))
            for company in option.asked:
                self.model.add_implication(way, self._ask(company, option.stop))
        self.model.add(sum(ways) == held)
        return held

    def _ask(self, company: int, stop: int) -> cp_model.IntVar:
        if (company, stop) not in self.asked:
            self.asked[company, stop] = self.model.new_bool_var("")
            if company not in self._company:
                self._company[company] = self.model.new_bool_var("")
            self.model.add_implication(self.asked[company, stop], self._company[company])
        return self.asked[company, stop]

    def _limit(self) -> None:
        for ask, ways in self._at.items():
            if len(ways) > self.question.times.get(ask, len(ways)):
                self.model.add(sum(ways) <= self.question.times[ask])
        for stop, ways in self._there.items():
            if len(ways) > self.question.room.get(stop, len(ways)):
                self.model.add(sum(ways) <= self.question.room[stop])

    def _keep_stops_apart(self) -> None:
        """Let nobody have meetings at two stops that run in parallel."""
        for one, other, company in self._rival_stops():
            comes = [self.model.new_bool_var("") for _stop in range(2)]
            for stop, literal in zip((one, other), comes, strict=True):
                for way in self._at[company, stop]:
                    self.model.add_implication(way, literal)
            self.model.add(sum(comes) <= 1)

    def _rival_stops(self) -> Iterator[tuple[int, int, int]]:
        companies = sorted({company for company, _stop in self._at})
        for (one, other), company in product(sorted(self.question.rivals), companies):
            if (company, one) in self._at and (company, other) in self._at:
                yield one, other, company
