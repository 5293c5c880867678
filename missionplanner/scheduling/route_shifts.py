"""Day routes that stay long in every order: visits go to another day, and meetings at tables make way.

Several meetings change places at a time (annealing): first freely until no route is long, whereupon waits become as
short again as that lets them; then slowly, with waits in view. Nothing is lost, nobody comes on a day more, and all
together wait no longer than before: a route for which no such exchange is found stays as it is, which proves nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.best_ways import MOST_STOPS, BestWays
from missionplanner.scheduling.problem import Problem
from missionplanner.scheduling.route_exchanges import COLD, HOT, MOST_MOVES, MOVES_EACH, Exchanges
from missionplanner.scheduling.route_mending import days_of, long_days, may_move

LOOK = 200
"""After so many exchanges it is looked which routes are long."""
IN_SIGHT = 0.6
"""The share of the exchanges that begin with a meeting of a long day."""
MOST_RIVALS = 3
"""So many meetings at most make way for one."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How freely meetings move, and the weight of what is bad, in minutes under way."""

    hot: float
    long: int
    """Of a minute by which a route is too long."""
    wait: float
    """Of an idle slot."""
    more: int = 1
    """So many times as many exchanges as usual are weighed."""
    ends: bool = False
    """Whether it ends once no route is long."""


FREELY = Pace(HOT, long=10, wait=1, ends=True)
BACK = Pace(2.0, long=100, wait=3)
SLOWLY = Pace(4.0, long=30, wait=1, more=4)
ROUNDS = (*3 * ((FREELY, BACK),), (SLOWLY,))
"""The paces that are tried as long as a route is long, the quick ones first."""


def shift(problem: Problem, assignment: dict[int, int], progress: Progress) -> dict[int, int]:
    """Return the assignment with fewer long day routes; as it is where there are none, or no better is found."""
    best = BestWays(problem)
    found, long = assignment, len(long_days(problem, assignment, best))
    for seed, paces in enumerate(ROUNDS):
        if not long or progress.stopped:
            break
        tried = found
        for pace in paces:
            tried = _Shifts(problem, tried, best, pace, seed).go(progress)
        left = len(long_days(problem, tried, best))
        if left < long and _costs_nothing(problem, assignment, tried):
            found, long = tried, left
    return found


def _costs_nothing(problem: Problem, before: dict[int, int], after: dict[int, int]) -> bool:
    """Whether nobody comes more often or waits longer, all together."""
    waits = [sum(objective.idle(problem, one).values()) for one in (before, after)]
    return objective.weighed_days(problem, after) <= objective.weighed_days(problem, before) and waits[1] <= waits[0]


class _Shifts(Exchanges):
    """Exchanges of several meetings at a time."""

    def __init__(self, problem: Problem, assignment: dict[int, int], best: BestWays, pace: Pace, seed: int) -> None:
        super().__init__(problem, assignment)
        self.best, self.pace, self.wait, self.rng = best, pace, pace.wait, Random(seed)

    def go(self, progress: Progress) -> dict[int, int]:
        """Move meetings about, less and less freely; return the best assignment seen."""
        loose = [wish for wish in sorted(self.slot) if may_move(self.problem, wish)]
        best, cost, least = dict(self.slot), 0.0, 0.0
        moves, first = self.pace.more * min(MOST_MOVES, MOVES_EACH * len(loose)), loose
        for number in range(moves):
            if number % LOOK == 0 and self.pace.ends:
                first = self._of_long_days()
                if not first:
                    return dict(self.slot)
            if progress.stopped:
                break
            self.heat = self.pace.hot * (COLD / self.pace.hot) ** (number / moves)
            wish = self.rng.choice(first if self.rng.random() < IN_SIGHT else loose)
            cost += self._try(wish, self.rng.choice(self.problem.wishes[wish].allowed))
            if cost < least - 1e-9:
                best, least = dict(self.slot), cost
        return best

    def _of_long_days(self) -> list[int]:
        """The meetings of long days that may move."""
        days = days_of(self.problem, self.slot)
        mine = {wish for day in long_days(self.problem, self.slot, self.best) for wish in days[day]}
        return sorted(wish for wish in mine if may_move(self.problem, wish))

    def _moved(self, wish: int, slot: int) -> dict[int, int]:
        """Send what is in the way to where the wish was, or anywhere; where all tables are taken one of those there."""
        rivals = self._rivals(wish, slot)
        rivals |= {self.rng.choice(there) for there in self._crowds(wish, slot) if rivals.isdisjoint(there)}
        if len(rivals) > MOST_RIVALS or not all(may_move(self.problem, other) for other in rivals):
            return {}
        return {wish: slot, **{other: self._other_slot(other, self.slot[wish]) for other in sorted(rivals)}}

    def _other_slot(self, wish: int, free: int) -> int:
        allowed = self.problem.wishes[wish].allowed
        return free if free in allowed and self.rng.random() < 0.5 else self.rng.choice(allowed)

    def _crowds(self, wish: int, slot: int) -> Iterator[list[int]]:
        """Yield the meetings at tables or interpreters of which there are too few once a wish is in a slot."""
        for group in set(self.rooms.of(wish, slot)) - set(self.rooms.of(wish, self.slot[wish])):
            if self.used[group] >= self.problem.groups[group].room:
                there = self.problem.groups[group].slots
                found = [one for one, at in self.slot.items() if at in there and group in self.rooms.of(one, at)]
                if found:
                    yield found

    def _driven(self, route: list[tuple[int, int]]) -> int:
        """Return the minutes under way, those by which the route is too long many times."""
        way, sites = super()._driven(route), tuple(site for _slot, site in route)
        if len(sites) > MOST_STOPS or len(set(sites)) < 2:
            return way
        return way + self.pace.long * max(0, way - self.best.longest(sites))
