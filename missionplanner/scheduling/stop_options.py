"""How each request could be held if companies came to more stops: the options of which `asking` takes the fewest."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

from missionplanner.domain import alterations
from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Slot
from missionplanner.scheduling.asking import Pair, Question, StopOption
from missionplanner.scheduling.formulation import Formulation
from missionplanner.scheduling.slot_constraints import allows

SIDES = (Side.DELEGATION, Side.COUNTERPART)
"""The sides of a pair in its order."""


def question(
    snapshot: Snapshot,
    stated: Formulation,
    kept: Collection[Pair],
    wanted: Collection[Pair],
    sides: Collection[Side] = SIDES,
) -> Question:
    """The question which companies of some sides to ask so that wanted requests can be held besides the kept ones."""
    finder = _Finding(snapshot, stated, [*kept, *wanted], sides)
    keys = [stop.id for stop in snapshot.stops]
    return Question(
        options={pair: tuple(finder.options[pair]) for pair in finder.options},
        kept=frozenset(kept),
        rivals=frozenset((keys[one], keys[other]) for one, other in stated.problem.rivals),
        times=finder.times(),
        room=finder.room(),
    )


class _Finding:
    """The options of all pairs: at the stops both go to, and at those where one or both would be asked to come."""

    def __init__(self, snapshot: Snapshot, stated: Formulation, pairs: Iterable[Pair], sides: Collection[Side]) -> None:
        self.snapshot, self.stated = snapshot, stated
        self.options: dict[Pair, list[StopOption]] = {pair: [] for pair in pairs}
        self._slots: dict[int, list[Slot]] = defaultdict(list)
        for slot in stated.slots:
            self._slots[snapshot.stop_of_slot[slot.id].id].append(slot)
        self._fixed = {r.pair for r, wish in zip(stated.requests, stated.problem.wishes, strict=True) if wish.fixed}
        self._there()
        asked = [side for side in SIDES if side in sides]
        for many in (1, 2):
            for some in combinations(asked, many):
                self._ask(frozenset(some))

    def times(self) -> dict[tuple[int, int], int]:
        """The most meetings of every company at every stop: one at each of its times, or as many as it may have."""
        companies = {company for pair in self.options for company in pair}
        starts = {stop: len({slot.starts for slot in slots}) for stop, slots in self._slots.items()}
        return {
            (company, stop): many * self.snapshot.at_once(company)
            for company in companies
            for stop, many in starts.items()
        }

    def room(self) -> dict[int, int]:
        """The most meetings at every stop: the tables in its slots; any number where offices are visited."""
        if self.snapshot.has_visits:
            return {}
        plan, venue = Plan(self.snapshot, []), self.snapshot.venue_of_slot
        return {
            stop: sum(plan.free_tables(venue[slot.id].id, slot) for slot in slots)
            for stop, slots in self._slots.items()
        }

    def _there(self) -> None:
        """The stops at which a request can be held as things are."""
        stop_of = [self.snapshot.stop_of_slot[slot.id].id for slot in self.stated.slots]
        for request, wish in zip(self.stated.requests, self.stated.problem.wishes, strict=True):
            if request.pair in self.options:
                stops = sorted({stop_of[slot] for slot in wish.allowed})
                self.options[request.pair] += [StopOption(stop) for stop in stops]

    def _ask(self, sides: frozenset[Side]) -> None:
        """The stops at which requests can be held once the companies of exactly these sides come there."""
        for stop, slots in self._slots.items():
            concerned = {pair: asked for pair in self.options if (asked := self._missing(pair, stop, sides))}
            added = {company: [stop] for asked in concerned.values() for company in asked}
            plan = Plan(alterations.with_stops(self.snapshot, added), [])
            for pair, asked in concerned.items():
                if any(allows(plan, pair, slot) for slot in slots):
                    self.options[pair].append(StopOption(stop, asked))

    def _missing(self, pair: Pair, stop: int, sides: frozenset[Side]) -> frozenset[int]:
        """The companies of a pair that do not go to a stop, where they are those of exactly these sides; else none."""
        if pair in self._fixed:
            return frozenset()
        missing = {side: key for side, key in zip(SIDES, pair, strict=True) if stop not in self.snapshot.stops_for(key)}
        return frozenset(missing.values()) if sides == set(missing) else frozenset()
