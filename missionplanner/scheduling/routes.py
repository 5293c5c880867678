"""Day routes: the meetings of a day of a company, put into the order in which it drives least.

Nobody comes on another day. On a day of visits the way counts before the waits: what is idle in the timetable is often
spent on the road. Orders are tried from the first meeting of the day to the last; those that drive farther already than
the best one are given up.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from missionplanner.progress import Progress
from missionplanner.scheduling.objective import idle_of
from missionplanner.scheduling.problem import Assignment, Problem
from missionplanner.scheduling.route_exchanges import exchange
from missionplanner.scheduling.slot_rooms import SlotRooms

MOST_TRIES = 3_000
"""So many places in an order are tried for one day of one company: every order of six meetings."""
ROUNDS = 3
"""A day that became better may let another do so."""
Arrangement = dict[int, int]
"""Wish to slot."""
Route = list[tuple[int, int]]
"""Wishes with their slots."""


def shorten(problem: Problem, assignment: Assignment, progress: Progress) -> Arrangement:
    """Return the assignment with shorter day routes; as it is where there are no visits."""
    # A plan made again keeps what nothing speaks against: it is not shuffled for a shorter way.
    if not problem.ways or any(wish.previous is not None for wish in problem.wishes):
        return put_in_order(problem, assignment, progress)
    from missionplanner.scheduling.route_shifts import shift  # slow import

    assignment = exchange(problem, _ordered(problem, dict(assignment)))
    return shift(problem, put_in_order(problem, assignment, progress), progress)


def put_in_order(problem: Problem, assignment: Assignment, progress: Progress) -> Arrangement:
    """Return the assignment with the meetings of each day in the order in which nobody goes a long way."""
    if not problem.ways:
        return dict(assignment)
    found = _ordered(problem, dict(assignment))
    from missionplanner.scheduling.route_mending import mend  # slow import

    return mend(problem, found, progress)


def _ordered(problem: Problem, found: Arrangement) -> Arrangement:
    """Return the assignment with every day in the best order that is found beside the meetings of others."""
    rooms = SlotRooms(problem)
    for _round in range(ROUNDS):
        days = _travelled(problem, found)
        changed = [_Day(rooms, found, wishes).shorten() for _key, wishes in sorted(days.items())]
        if not any(changed):
            break
    return found


def driven(problem: Problem, assignment: Assignment, wishes: Sequence[int]) -> int:
    """Return the minutes somebody is under way who has these meetings one after the other."""
    order = sorted(wishes, key=lambda wish: problem.slots[assignment[wish]].starts)
    sites = [problem.site(wish, assignment[wish]) for wish in order]
    return sum(problem.drives[one][other] for one, other in pairwise(sites))


def _travelled(problem: Problem, assignment: Assignment) -> dict[tuple[int, int], list[int]]:
    """Return the wishes of every day on which a company goes from one place to another, by party and day."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for wish, slot in assignment.items():
        # The first two parties are the companies.
        for party in problem.wishes[wish].parties[:2]:
            found[party, problem.slots[slot].day].append(wish)
    return {
        key: wishes
        for key, wishes in found.items()
        if len({problem.site(wish, assignment[wish]) for wish in wishes}) > 1 and problem.parties[key[0]].at_once == 1
    }


class _Day:
    """One day of a company, of which other orders are tried."""

    def __init__(self, rooms: SlotRooms, assignment: Arrangement, wishes: list[int]) -> None:
        self.problem, self.room, self.assignment, self.wishes = rooms.problem, rooms, assignment, wishes
        first = self.problem.slots[assignment[wishes[0]]]
        self.day, self.date = first.day, first.date
        self.companies = {one for wish in wishes for one in self.problem.wishes[wish].parties[:2]}
        rest = ((wish, slot) for wish, slot in assignment.items() if wish not in wishes)
        self.used = Counter(group for wish, slot in rest for group in rooms.of(wish, slot))
        self.slots = {wish: self._possible(wish) for wish in wishes}
        """Where each meeting could be beside those of others, in the order of time."""
        self.best, self.cost = dict(assignment), self._cost(assignment)
        self.longest = driven(self.problem, assignment, wishes)
        """How long the route of the company may be to be as good as the best one."""
        self.tries = MOST_TRIES

    def shorten(self) -> bool:
        """Put the day into the best order that is found; return whether that is better."""
        before = self.cost
        self._extend([], 0)
        self._draw_together()
        self.assignment.update({wish: self.best[wish] for wish in self.wishes})
        return self.cost < before

    def _extend(self, placed: Route, way: int) -> None:
        """Try every meeting that is left as the next one, as early as it can be: what fits at all fits then."""
        if len(placed) == len(self.wishes):
            self._weigh(placed)
            return
        done = {wish for wish, _slot in placed}
        for wish in self.wishes:
            if wish in done or self.tries <= 0:
                continue
            self.tries -= 1
            slot = self._next(wish, placed, 0)
            if slot is not None:
                longer = way + (self._way(*placed[-1], wish, slot) if placed else 0)
                if longer <= self.longest:
                    self._extend([*placed, (wish, slot)], longer)

    def _draw_together(self) -> None:
        """Begin the best order later, so that there are no waits that need not be."""
        order = sorted(self.wishes, key=lambda wish: self._starts(self.best[wish]))
        for begins in self.slots[order[0]]:
            placed: Route = []
            for wish in order:
                slot = self._next(wish, placed, self._starts(begins))
                if slot is None:
                    return
                placed.append((wish, slot))
            self._weigh(placed)

    def _next(self, wish: int, placed: Route, earliest: int) -> int | None:
        """Return the first slot in which a meeting can come after those that have their places; None without one."""
        for slot in self.slots[wish]:
            if self._starts(slot) >= earliest and all(self._follows(wish, slot, *before) for before in placed):
                return slot
        return None

    def _follows(self, wish: int, slot: int, before: int, there: int) -> bool:
        problem = self.problem
        gap = problem.slots[slot].starts - problem.slots[there].ends
        return gap >= 0 and gap >= problem.ways[problem.site(before, there)][problem.site(wish, slot)]

    def _way(self, before: int, there: int, wish: int, slot: int) -> int:
        return self.problem.drives[self.problem.site(before, there)][self.problem.site(wish, slot)]

    def _weigh(self, placed: Route) -> None:
        """Take an order where it is better: all of its companies together drive less, or as little and wait less."""
        found = {**self.assignment, **dict(placed)}
        cost = self._cost(found)
        if cost < self.cost and self._in_order(found):
            self.best, self.cost, self.longest = found, cost, driven(self.problem, found, self.wishes)

    def _cost(self, assignment: Mapping[int, int]) -> tuple[int, int]:
        """How long the companies are under way that day, and how long they wait."""
        idle = minutes = 0
        for party in self.companies:
            mine = [wish for wish in self.problem.wishes_of[party] if wish in assignment]
            today = [wish for wish in mine if self.problem.slots[assignment[wish]].day == self.day]
            used = 0
            for wish in today:
                used |= 1 << self.problem.slots[assignment[wish]].place
            idle += idle_of(used, self.problem.present[party][self.day], self.problem.measure)
            minutes += driven(self.problem, assignment, today)
        return minutes, idle

    def _in_order(self, assignment: Mapping[int, int]) -> bool:
        slots = self.problem.slots
        return all(
            slots[assignment[first]].ends <= slots[assignment[then]].starts
            for first, then in self.problem.orders
            if first in assignment and then in assignment
        )

    def _starts(self, slot: int) -> int:
        return self.problem.slots[slot].starts

    def _possible(self, wish: int) -> list[int]:
        held = self.problem.wishes[wish]
        if held.fixed:
            return [self.assignment[wish]]
        here = [slot for slot in held.allowed if self.problem.slots[slot].day == self.day]
        others = {party: self._beside(party) for party in held.parties}
        return sorted((slot for slot in here if self._fits(wish, slot, others)), key=lambda n: (self._starts(n), n))

    def _fits(self, wish: int, slot: int, others: Mapping[int, Route]) -> bool:
        """Whether a meeting can be in a slot beside those of others."""
        for party, beside in others.items():
            apart = (self._follows(wish, slot, *one) or self._follows(*one, wish, slot) for one in beside)
            if sum(not one for one in apart) >= self.problem.parties[party].at_once:
                return False
        return all(self.used[group] < self.problem.groups[group].room for group in self.room.of(wish, slot))

    def _beside(self, party: int) -> Route:
        """The other meetings of a party on that date."""
        others = (wish for wish in self.problem.wishes_of[party] if wish not in self.wishes)
        placed = ((wish, self.assignment[wish]) for wish in others if wish in self.assignment)
        return [(wish, slot) for wish, slot in placed if self.problem.slots[slot].date == self.date]
