"""Lower bounds of the idle time of parties that are looked at with all they meet, the rest being free.

By itself a party need seldom wait; of a party and those it meets, each of whom meets others, it is seen that somebody
has to. Such a circle is small, so that unsatisfiable cores prove its least idle time in a moment.
"""

import math
import time
from dataclasses import replace

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.bounds import SingleBounds, solved
from missionplanner.scheduling.exact_model import ExactModel, Target
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Aim, Assignment, Problem

MOST_MEETINGS = 400
"""Circles that have a party in common become one, up to so many meetings."""
EACH = 4.0
"""Seconds at most for a circle."""
LAST = 8
"""For so many idle places above what is proved of single parties circles are looked at."""
SHARE, UNSHARED = 0.1, 3.0
"""The share of the seconds of a search that looks at circles may take from it; none of the first."""

Circle = frozenset[int]
"""Parties that are looked at together."""


class CircleBounds:
    """The least idle time of circles, each worked out once. It holds where that of single parties does."""

    def __init__(self, problem: Problem) -> None:
        self._problem, self._singles = problem, SingleBounds(problem)
        self._least: dict[Circle, int] = {}
        """The proved least idle time by circle; no party is in two of them."""
        self._tried: dict[Circle, float] = {}
        """The seconds a circle was looked at, for ever where no more can be proved of it."""
        self._asked_of: int | None = None
        """The idle time of the plan that was asked of last."""
        self.spent = 0.0
        """The seconds all circles together were looked at; counted work where that is repeatable."""

    def ask(self, best: Assignment, alone: Limits, search: Limits, progress: Progress) -> int:
        """Return the bound while a search within such limits waits for it.

        Circles are looked at only where its best plan is as good as when it was asked of last: it probably is the best.
        """
        idle, before = sum(objective.idle(self._problem, best).values()), self._asked_of
        self._asked_of = idle
        left = SHARE * (search.seconds - UNSHARED) - self.spent
        return self.bound(best, alone, search.within(left) if left > 0 and idle == before else None, progress)

    def bound(self, assignment: Assignment, alone: Limits, together: Limits | None, progress: Progress) -> int:
        """Return what is proved of all idle time, after a look at the parties that are idle most in this plan.

        alone, together: for a look at single parties, and then at circles for the last idle places; None for no look.
        """
        self._singles.bound(assignment, alone, progress)
        idle = objective.idle(self._problem, assignment)
        if together and 0 < sum(idle.values()) - self._total(self._least) <= LAST:
            self._look_around(idle, assignment, together, progress)
        return self._total(self._least)

    def _look_around(self, idle: dict[int, int], assignment: Assignment, limits: Limits, progress: Progress) -> None:
        """Look at circles until as much is proved as this plan has."""
        before, wanted = self.spent, sum(idle.values())
        for party in sorted(idle, key=lambda one: (-idle[one], one)):
            left = limits.seconds - (self.spent - before)
            if left <= 0 or progress.stopped or self._total(self._least) >= wanted:
                break
            if idle[party] > self._singles.least(party):
                self._look_at(self._around(party), assignment, limits.within(min(left, EACH)), progress)

    def _total(self, least: dict[Circle, int]) -> int:
        """Return the sum over circles and over the parties in none."""
        return self._singles.total(Circle().union(*least)) + sum(least.values())

    def _around(self, party: int) -> Circle:
        """Return a party with all it meets, and with the circles that any of these is in."""
        wishes = self._problem.wishes
        met = Circle(one for number in self._problem.wishes_of[party] for one in wishes[number].parties)
        together = met.union(*(circle for circle in self._least if circle & met))
        meetings = {number for one in together for number in self._problem.wishes_of[one]}
        return together if len(meetings) <= MOST_MEETINGS else met

    def _look_at(self, circle: Circle, assignment: Assignment, limits: Limits, progress: Progress) -> None:
        # With a little more time hardly more is proved.
        if limits.seconds < 2 * self._tried.get(circle, 0.0):
            return
        if any(self._problem.parties[party].at_once != 1 for party in circle):
            return
        apart = {one: least for one, least in self._least.items() if not one & circle}
        with_it = {**apart, circle: self._prove(circle, assignment, limits, progress)}
        if self._total(with_it) > self._total(self._least):
            self._least = with_it

    def _prove(self, circle: Circle, assignment: Assignment, limits: Limits, progress: Progress) -> int:
        """Return what is proved of the least idle time of a circle whose meetings may take any slot they could."""
        started = time.monotonic()
        model = ExactModel(*_alone(self._problem, circle, assignment), Target(Aim.IDLE, 0))
        model.variables.model.minimize(model.total)
        solver = limits.solver(progress)
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 0
        solver.parameters.optimize_with_core = True
        status, least, work = solved(model.variables.model, solver)
        self.spent += work if limits.repeatable else time.monotonic() - started
        self._tried[circle] = math.inf if status == cp_model.OPTIMAL else limits.seconds
        return least


def _alone(problem: Problem, circle: Circle, assignment: Assignment) -> tuple[Problem, dict[int, int]]:
    """Return the problem of the meetings of a circle, in which nobody else is idle, and the slots of these meetings."""
    kept = sorted({number for party in circle for number in problem.wishes_of[party] if number in assignment})
    place = {number: n for n, number in enumerate(kept)}
    away = frozenset(range(len(problem.slots)))
    alone = replace(
        problem,
        parties=tuple(one if n in circle else replace(one, absent=away) for n, one in enumerate(problem.parties)),
        wishes=tuple(problem.wishes[number] for number in kept),
        orders=tuple((place[one], place[other]) for one, other in problem.orders if {one, other} <= place.keys()),
        spread=None,
        complete=True,
    )
    return alone, {n: assignment[number] for n, number in enumerate(kept)}
