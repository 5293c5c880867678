"""From a problem to the best plan found in the time: place, remove idle time, prove bounds."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from missionplanner.i18n import N_, _
from missionplanner.progress import Progress
from missionplanner.scheduling import compiled_cache, objective
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.objective import PlanScore
from missionplanner.scheduling.problem import IdleMeasure, Problem

if TYPE_CHECKING:
    from missionplanner.scheduling.search import Search

MOST_LITERALS = 60_000
"""Up to this many wish-and-slot pairs the most that can be placed is looked for exactly."""
SMALL = 8_000
"""Up to this many the least idle time is."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The best plan found, and what is proved about it."""

    assignment: dict[int, int]
    """Wish to slot, by index."""
    score: PlanScore
    most: int
    """No plan is worth more than this."""
    bound: int
    """No plan worth as much has less idle time than this."""
    infeasible: bool
    """Whether it is proved that not every wish can be placed, where every one has to be."""
    seconds: float
    """How long it took."""

    @property
    def status(self) -> str:
        """optimal where it is proved that nothing is better, infeasible where nothing is possible, else feasible."""
        if self.infeasible:
            return "infeasible"
        return "optimal" if self.score.value >= self.most and self.score.idle <= self.bound else "feasible"


PREPARING_ONCE = N_("Preparing, once on this computer")
"""Said while the search is compiled: the limit of time does not count then."""


def solve(problem: Problem, limits: Limits, progress: Progress) -> Solution:
    """The best plan found within the limits; stopping the progress keeps what there is, cancelling raises Cancelled."""
    progress.report(0.02, _("Preparing") if compiled_cache.is_filled() else _(PREPARING_ONCE))
    from missionplanner.scheduling.search import Search, warm  # slow import

    warm()
    return _Run(problem, limits, progress, Search(problem, limits.seed, problem.spread)).solve()


def prepare() -> None:
    """Load what is slow to load, and compile the local search where this computer has not yet done so."""
    from missionplanner.scheduling import bounds, placing, refinement, relaxation, search  # slow import

    # Imported only to be loaded.
    del bounds, placing, refinement, relaxation
    search.warm()


class _Run:
    """One run of the engine: a search that gets better, and what is proved of the problem."""

    def __init__(self, problem: Problem, limits: Limits, progress: Progress, search: "Search") -> None:
        self.problem, self.limits, self.progress, self.search = problem, limits, progress, search
        self.started = time.monotonic()
        self.size = sum(len(wish.allowed) for wish in problem.wishes)
        self.most = objective.most(problem)
        self.bound = 0
        self.infeasible = problem.complete and any(not wish.allowed for wish in problem.wishes)

    def solve(self) -> Solution:
        if not self.infeasible:
            self.place()
            self.improve()
        self.progress.report(1.0)
        found = dict(sorted(self.search.assignment.items()))
        score = objective.score(self.problem, found)
        return Solution(found, score, self.most, self.bound, self.infeasible, time.monotonic() - self.started)

    @property
    def left(self) -> float:
        """Seconds left."""
        return self.limits.seconds - (time.monotonic() - self.started)

    def part(self, share: float, most: float = 1e9) -> Limits:
        """Limits for a share of what is left, or of all where the clock must not matter."""
        seconds = self.limits.seconds if self.limits.repeatable else self.left
        return self.limits.within(min(share * seconds, most))

    def goes_on(self) -> bool:
        """Whether there is time left and the progress is not stopped."""
        return self.left > 0 and not self.progress.stopped

    def place(self) -> None:
        """Place every wish, or as much as can be, with a proof where the problem is not too large."""
        self.progress.report(0.05, _("Making a first timetable"))
        done = self.search.place(time.monotonic() + 0.3 * self.limits.seconds, self.progress)
        if done or self.size > MOST_LITERALS or not self.goes_on():
            return
        self.progress.report(0.1, _("Placing as many requests as possible"))
        from missionplanner.scheduling import placing  # slow import

        if self.problem.complete:
            found, self.infeasible = placing.decide(self.problem, self.part(1), self.progress)
        else:
            present = self.search.assignment
            worth = objective.value(self.problem, present)
            found, self.most = placing.place_more(self.problem, present, worth, self.part(0.5), self.progress)
        if found is not None:
            self.search.load(found)

    def improve(self) -> None:
        """Take out idle time, and prove how little of it there can be."""
        self.progress.report(0.3, _("Taking out idle slots"))
        if self.infeasible or not self.goes_on():
            return
        exact = self.size <= SMALL
        # Small problems go on to the exact search soon; large ones have nothing but this.
        self.anneal(self.part(0.1, 0.6) if exact else self.part(0.9))
        if self.idle > self.bound and self.goes_on():
            self.raise_bound()
        if exact and self.idle > self.bound and self.goes_on():
            self.anneal(self.part(0.2, 0.5))
        if exact and self.idle > self.bound and self.goes_on():
            self.refine()
        if not self.infeasible and self.idle > self.bound and self.goes_on():
            self.anneal(self.part(1))

    @property
    def idle(self) -> int:
        """The idle time of the present assignment; one more than the bound while parties differ too much."""
        score = objective.score(self.problem, self.search.assignment)
        uneven = self.problem.spread is not None and score.spread > self.problem.spread
        # Above any bound, so that an uneven plan never counts as the best.
        return score.idle + uneven * len(self.problem.slots)

    def anneal(self, limits: Limits) -> None:
        self.search.anneal(limits.seconds, self.progress, self.bound, limits.moves)

    def raise_bound(self) -> None:
        """Work out a lower bound of the idle time; what is known of single parties holds where everything is placed."""
        everything = len(self.search.assignment) == sum(1 for wish in self.problem.wishes if wish.allowed)
        if not everything:
            return
        if self.problem.measure is IdleMeasure.SLOTS:
            from missionplanner.scheduling.bounds import single_bound  # slow import

            self.bound = single_bound(self.problem, self.search.assignment, self.part(0.3), self.progress)
        elif self.problem.complete:
            from missionplanner.scheduling.relaxation import idle_bound  # slow import

            self.bound = idle_bound(self.problem, self.part(0.3, 5.0).seconds)

    def refine(self) -> None:
        """Search for the least idle time with CP-SAT."""
        from missionplanner.scheduling.refinement import refine  # slow import

        refined = refine(self.problem, self.search.assignment, self.bound, self.part(1), self.progress)
        self.bound = refined.bound
        if refined.impossible:
            self.infeasible = True
        elif refined.assignment is not None and objective.score(self.problem, refined.assignment).idle < self.idle:
            self.search.load(refined.assignment)
