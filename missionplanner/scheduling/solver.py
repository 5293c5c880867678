"""From a problem to the best plan found in the time: place, remove idle time, prove bounds."""

import time
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from missionplanner.domain.plan_stages import PlanStage
from missionplanner.i18n import N_, _
from missionplanner.progress import Progress
from missionplanner.scheduling import compiled_cache, objective, order_windows, routes
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.objective import PlanScore
from missionplanner.scheduling.problem import Aim, Assignment, Habits, IdleMeasure, Problem

if TYPE_CHECKING:
    from missionplanner.scheduling.circle_bounds import CircleBounds
    from missionplanner.scheduling.search import Search

MOST_LITERALS = 60_000
"""Up to this many wish-and-slot pairs the most that can be placed is looked for exactly."""
SMALL = 8_000
"""Up to this many the least idle time is."""
ASKING = 0.5
"""So many seconds at most a bound is looked for whenever the annealing stalls."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The best plan found, and what is proved about it."""

    assignment: dict[int, int]
    """Wish to slot, by index."""
    score: PlanScore
    most: int
    """No plan is worth more than this."""
    bound: int
    """No plan worth as much (and with as few days, where these come first) has less idle time than this."""
    days_bound: int
    """No plan worth as much (and with as little idle time, where that comes first) has fewer days, by their weights."""
    least_days: int
    """No plan worth as much has fewer days of parties whose days count, all of the same weight."""
    infeasible: bool
    """Whether it is proved that not every wish can be placed, where every one has to be."""
    seconds: float
    """How long it took."""

    @property
    def status(self) -> str:
        """optimal where it is proved that nothing is better, infeasible where nothing is possible, else feasible."""
        if self.infeasible:
            return "infeasible"
        is_best = self.score.value >= self.most and self.score.idle <= self.bound and self.score.days <= self.days_bound
        return "optimal" if is_best else "feasible"


_BETWEEN_STAGES = 0.2
"""At least so many seconds lie between two stages of a search that are shown."""
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
    from missionplanner.scheduling import bounds, gathering, placing, refinement, relaxation, search  # slow import

    # Imported only to be loaded.
    del bounds, gathering, placing, refinement, relaxation
    search.warm()


def _stage(problem: Problem, assignment: Assignment, seconds: float) -> PlanStage:
    """How good an assignment is, of which nothing is proved yet."""
    score, counts = objective.score(problem, assignment), problem.counts_days
    days = objective.days(problem, assignment) if counts else {}
    priced = sum(many for party, many in days.items() if problem.parties[party].day_price)
    return PlanStage(
        seconds=seconds,
        placed=score.placed,
        value=score.value,
        most=score.value,
        days=priced if counts else None,
        days_bound=0,
        idle=score.idle,
        idle_bound=0,
    )


class _Run:
    """One run of the engine: a search that gets better, and what is proved of the problem."""

    def __init__(self, problem: Problem, limits: Limits, progress: Progress, search: "Search") -> None:
        self.problem, self.limits, self.progress, self.search = problem, limits, progress, search
        self.started = time.monotonic()
        self.size = sum(len(wish.allowed) for wish in problem.wishes)
        self.most = objective.most(problem)
        self.bound = self.days_bound = self.least_days = 0
        self.first: dict[int, int] = {}
        """The first timetable, before its days became few."""
        wishes = problem.wishes
        # A plan made again keeps what nothing speaks against: its habits are looked after only where it is new.
        self.is_polished = problem.habits != Habits() and all(wish.previous is None for wish in wishes)
        self.reserve = min(0.1 * limits.seconds, 0.5) if self.is_polished else 0.0
        self.infeasible = problem.complete and any(not wish.allowed for wish in problem.wishes)
        self._shown = 0.0
        if progress.shows_stages:
            search.watch = self.watch

    @cached_property
    def parties(self) -> "CircleBounds":
        """The bounds of parties, kept from one asking to the next."""
        from missionplanner.scheduling.circle_bounds import CircleBounds  # slow import

        return CircleBounds(self.problem)

    def solve(self) -> Solution:
        if self.problem.complete and not self.infeasible:
            self.narrow()
        if not self.infeasible:
            self.place()
            if self.everything:
                self.narrow()
            self.show(self.search.assignment)
            self.gather()
            self.show(self.search.assignment)
            self.improve()
            self.take(self.first)
            self.polish()
        self.progress.report(1.0)
        found = dict(sorted(routes.shorten(self.problem, self.search.assignment, self.progress).items()))
        score = objective.score(self.problem, found)
        self.show(found)
        spent = time.monotonic() - self.started
        bounds = self.bound, self.days_bound, self.least_days
        return Solution(found, score, self.most, *bounds, self.infeasible, spent)

    def watch(self, best: Assignment) -> None:
        """Show an assignment of the search, seldom enough that it costs nothing."""
        if time.monotonic() - self._shown > _BETWEEN_STAGES:
            self.show(best)

    def show(self, assignment: Assignment) -> None:
        """Show how good an assignment is, and what is proved."""
        if not self.progress.shows_stages:
            return
        self._shown = time.monotonic()
        stage = _stage(self.problem, assignment, self._shown - self.started)
        self.progress.show(replace(stage, most=self.most, days_bound=self.least_days, idle_bound=self.bound))

    @property
    def left(self) -> float:
        """Seconds left, without those that are kept for habits."""
        return self.limits.clock - self.reserve - (time.monotonic() - self.started)

    @property
    def everything(self) -> bool:
        """Whether every wish that may be placed is."""
        return len(self.search.assignment) == sum(1 for wish in self.problem.wishes if wish.allowed)

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
        done = self.search.place(time.monotonic() + 0.3 * self.limits.clock, self.progress)
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

    def narrow(self) -> None:
        """Leave wishes in an order only the slots in which all of them can be placed."""
        from missionplanner.scheduling.search import Search  # slow import

        narrowed = order_windows.narrowed(self.problem)
        if narrowed is None:
            self.infeasible = True
        elif narrowed is not self.problem:
            before, self.problem = self.search, narrowed
            self.search = Search(narrowed, self.limits.seed, narrowed.spread)
            self.search.go_on_from(before)

    def gather(self) -> None:
        """Bring the meetings of companies together on few days, and prove how few there can be."""
        if self.infeasible or not self.problem.counts_days or not self.goes_on():
            return
        self.progress.report(0.15, _("Bringing meetings together on few days"))
        from missionplanner.scheduling import evening, gathering  # slow import
        from missionplanner.scheduling.search import Search  # slow import

        present = self.search.assignment
        found = gathering.gather(self.problem, present, self.part(0.35, 8.0))
        self.days_bound, self.least_days = found.bound, found.least
        if not self.everything:
            # With other wishes placed there could be fewer days.
            worth = objective.value(self.problem, present)
            self.days_bound, self.least_days = gathering.least_days(self.problem, worth, self.part(0.1, 2.0))
        if self.days <= self.days_bound or not self.goes_on():
            return
        if not found.day_of:
            limits = self.part(0.5)
            self.search.loosen(limits.seconds, self.progress, limits.moves)
            return
        # First days that are about as full as each other, then the days as they were found: these may be easier.
        tried = [evening.even_out(self.problem, found.day_of)] if self.problem.habits.even else []
        for day_of in (*tried, found.day_of):
            search = Search(gathering.narrowed(self.problem, day_of), self.limits.seed)
            search.place(time.monotonic() + 0.2 * self.limits.clock, self.progress)
            score = objective.score(self.problem, search.assignment)
            if score.value >= objective.value(self.problem, present) and score.days < self.days:
                # With more idle time for now: that is taken out next.
                self.search.load(search.assignment)
                self.first = present
                return
        if self.problem.ways:
            # The days forget the ways between visits.
            limits = self.part(0.3)
            self.search.loosen(limits.seconds, self.progress, limits.moves)

    def take(self, found: dict[int, int]) -> None:
        """Go on from another assignment where it is better."""
        if self.rank(found) < self.rank(self.search.assignment):
            self.search.load(found)

    def rank(self, assignment: dict[int, int]) -> tuple[int, int, int]:
        """The goals in their order, the less the better."""
        score = objective.score(self.problem, assignment)
        first, second = (score.idle, score.days) if self.problem.waits_first else (score.days, score.idle)
        return -score.value, first, second

    def polish(self) -> None:
        """Look after habits, which decide between plans that are equal otherwise."""
        if self.is_polished and not self.infeasible and not self.progress.stopped:
            limits = self.limits.within(self.reserve)
            self.search.polish(limits.seconds, self.progress, limits.moves)

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
        if exact and self.can_gain and self.goes_on():
            self.anneal(self.part(0.2, 0.5))
        if exact and self.can_gain and self.goes_on():
            self.refine()
        if not self.infeasible and self.can_gain and self.goes_on():
            self.anneal(self.part(1))

    @property
    def can_gain(self) -> bool:
        """Whether it is not proved that neither days nor idle time can be less."""
        return self.idle > self.bound or self.days > self.days_bound

    @property
    def days(self) -> int:
        """The days parties have to come in the present assignment, by their weights."""
        return objective.weighed_days(self.problem, self.search.assignment)

    @property
    def idle(self) -> int:
        """The idle time of the present assignment; one more than the bound while parties differ too much."""
        score = objective.score(self.problem, self.search.assignment)
        uneven = self.problem.spread is not None and score.spread > self.problem.spread
        # Above any bound, so that an uneven plan never counts as the best.
        return score.idle + uneven * len(self.problem.slots)

    def anneal(self, limits: Limits) -> None:
        """Anneal, and ask for the bound where nothing gets better: it ends what is proved to be the best."""
        ask = self.ask if self.everything and self.problem.measure is IdleMeasure.SLOTS else None
        self.search.anneal(limits.seconds, self.progress, (self.bound, self.days_bound), limits.moves, ask)

    def ask(self, best: Assignment) -> int:
        """The bound, once it is looked for among the parties that are idle now."""
        self.bound = max(self.bound, self.parties.ask(best, self.part(1, ASKING), self.limits, self.progress))
        return self.bound

    def raise_bound(self) -> None:
        """Work out a lower bound of the idle time; what is known of parties holds where everything is placed."""
        if not self.everything:
            return
        if self.problem.measure is IdleMeasure.SLOTS:
            found = self.parties.bound(self.search.assignment, self.part(0.3), self.part(0.5), self.progress)
            self.bound = max(self.bound, found)
        elif self.problem.complete:
            from missionplanner.scheduling.relaxation import idle_bound  # slow import

            self.bound = idle_bound(self.problem, self.part(0.3, 5.0))

    def refine(self) -> None:
        """Search with CP-SAT for the fewest days and the least idle time, the first goal first."""
        goals = [Aim.IDLE, Aim.DAYS] if self.problem.waits_first else [Aim.DAYS, Aim.IDLE]
        for number, aim in enumerate(goals):
            first = self.rank(self.search.assignment)[1]
            if not self.infeasible and self.goes_on():
                self.refine_one(aim, first if number else None)

    def refine_one(self, aim: Aim, most: int | None) -> None:
        """Search for the least of one goal; `most`: how much of the other there may be."""
        has, bound = (self.days, self.days_bound) if aim is Aim.DAYS else (self.idle, self.bound)
        if has <= bound:
            return
        from missionplanner.scheduling.exact_model import Target  # slow import
        from missionplanner.scheduling.refinement import refine  # slow import

        target = Target(aim, bound, most)
        refined = refine(self.problem, self.search.assignment, target, self.part(1), self.progress)
        if aim is Aim.DAYS:
            self.days_bound = refined.bound
        else:
            self.bound = refined.bound
        if refined.impossible:
            self.infeasible = True
        elif refined.assignment is not None:
            self.take(refined.assignment)
