"""Shorter day routes across days and companies: a meeting goes to another slot, what is in its way to where it was.

Orders of a single day (`routes`) are tried beside the meetings of others; here two of them change places. A little
worse is taken now and then, less and less (annealing), but never a plan that breaks a rule.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from random import Random

from missionplanner.scheduling.objective import idle_of
from missionplanner.scheduling.problem import Assignment, Problem
from missionplanner.scheduling.slot_rooms import SlotRooms

MOST_MOVES, MOVES_EACH = 20_000, 60
"""So many exchanges are weighed at most, and for each meeting that may move."""
HOT, COLD = 8.0, 0.4
"""By how many minutes routes may become longer for a while."""
DAY = 1_000
"""The weight of a day more, in minutes under way."""


def exchange(problem: Problem, assignment: Assignment) -> dict[int, int]:
    """Return the assignment after exchanges of slots that shorten routes; nobody comes more often, nothing is lost."""
    return Exchanges(problem, assignment).cool()


class Exchanges:
    """An assignment whose meetings change places."""

    wait = 0.2
    """The weight of an idle slot, in minutes under way."""

    def __init__(self, problem: Problem, assignment: Assignment) -> None:
        self.problem, self.rooms, self.slot = problem, SlotRooms(problem), dict(assignment)
        self.used = Counter(group for wish, slot in assignment.items() for group in self.rooms.of(wish, slot))
        self.rng = Random(1)
        self.heat = HOT
        self.linked: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """The orders each wish is in."""
        for order in problem.orders:
            for wish in order:
                self.linked[wish].append(order)

    def cool(self) -> dict[int, int]:
        """Move meetings of days of visits about, less and less freely; return the best assignment seen."""
        loose = [wish for wish in sorted(self.slot) if not self.problem.wishes[wish].fixed and self._is_on_a_way(wish)]
        best, cost, least = dict(self.slot), 0.0, 0.0
        moves = min(MOST_MOVES, MOVES_EACH * len(loose))
        for number in range(moves):
            self.heat = HOT * (COLD / HOT) ** (number / moves)
            wish = self.rng.choice(loose)
            cost += self._try(wish, self.rng.choice(self.problem.wishes[wish].allowed))
            if cost < least - 1e-9:
                best, least = dict(self.slot), cost
        return best

    def _is_on_a_way(self, wish: int) -> bool:
        return any(self._travels(party) for party in self.problem.wishes[wish].parties[:2])

    def _travels(self, party: int) -> bool:
        mine = ((wish, self.slot[wish]) for wish in self.problem.wishes_of[party] if wish in self.slot)
        return len({self.problem.site(wish, slot) for wish, slot in mine}) > 1

    def _try(self, wish: int, slot: int) -> float:
        """Move a wish to a slot, and the one meeting in its way to where it was; return the change of the cost."""
        moved = self._moved(wish, slot) if slot != self.slot[wish] else {}
        if not moved:
            return 0.0
        parties = {one for number in moved for one in self.problem.wishes[number].parties[:2]}
        old, before = {number: self.slot[number] for number in moved}, self._cost(parties)
        self._put(moved)
        change = self._cost(parties) - before
        accepted = change <= 0 or self.rng.random() < math.exp(-change / self.heat)
        if accepted and all(self._is_lawful(number) for number in moved):
            return change
        self._put(old)
        return 0.0

    def _moved(self, wish: int, slot: int) -> dict[int, int]:
        """Return where a wish goes and what is in its way; nothing where that is too much."""
        here, wishes, rivals = self.slot[wish], self.problem.wishes, self._rivals(wish, slot)
        if len(rivals) > 1 or any(wishes[n].fixed or here not in wishes[n].allowed for n in rivals):
            return {}
        return {wish: slot, **dict.fromkeys(rivals, here)}

    def _put(self, moved: dict[int, int]) -> None:
        for number, slot in moved.items():
            self.used.subtract(self.rooms.of(number, self.slot[number]))
            self.used.update(self.rooms.of(number, slot))
            self.slot[number] = slot

    def _rivals(self, wish: int, slot: int) -> set[int]:
        """The meetings that are in the way of a wish in a slot."""
        found: set[int] = set()
        for party in self.problem.wishes[wish].parties:
            if self.problem.parties[party].at_once == 1:
                found.update(other for other in self._beside(party, wish) if not self._apart(wish, slot, other))
        return found

    def _beside(self, party: int, wish: int) -> list[int]:
        return [other for other in self.problem.wishes_of[party] if other != wish and other in self.slot]

    def _apart(self, wish: int, slot: int, other: int) -> bool:
        """Whether somebody gets from one of two meetings to the other; on different dates always."""
        problem, there = self.problem, self.slot[other]
        if problem.slots[slot].date != problem.slots[there].date:
            return True
        gap = problem.gap(slot, there)
        return gap >= 0 and gap >= problem.ways[problem.site(wish, slot)][problem.site(other, there)]

    def _is_lawful(self, wish: int) -> bool:
        problem, slot = self.problem, self.slot[wish]
        if any(self.used[group] > problem.groups[group].room for group in self.rooms.of(wish, slot)):
            return False
        if not all(self._has_time(party, wish) for party in problem.wishes[wish].parties):
            return False
        held = [(a, b) for a, b in self.linked[wish] if a in self.slot and b in self.slot]
        return all(problem.slots[self.slot[a]].ends <= problem.slots[self.slot[b]].starts for a, b in held)

    def _has_time(self, party: int, wish: int) -> bool:
        problem, slot = self.problem, self.slot[wish]
        here, beside = problem.parties[party], self._beside(party, wish)
        if sum(not self._apart(wish, slot, other) for other in beside) >= here.at_once:
            return False
        places = [problem.slots[self.slot[other]] for other in beside]
        date, stop = problem.slots[slot].date, problem.slots[slot].stop
        if here.daily is not None and sum(place.date == date for place in places) >= here.daily:
            return False
        rivals = {one for pair in problem.rivals if stop in pair for one in pair} - {stop}
        return not any(place.stop in rivals for place in places)

    def _cost(self, parties: Iterable[int]) -> float:
        days = minutes = idle = 0
        for party in parties:
            routes: dict[int, list[tuple[int, int]]] = defaultdict(list)
            for wish in self.problem.wishes_of[party]:
                if wish in self.slot:
                    slot = self.slot[wish]
                    routes[self.problem.slots[slot].day].append((slot, self.problem.site(wish, slot)))
            days += self.problem.parties[party].day_price * len(routes)
            for day, route in routes.items():
                minutes += self._driven(route)
                idle += self._idle(party, day, route)
        return DAY * days + minutes + self.wait * idle

    def _driven(self, route: list[tuple[int, int]]) -> int:
        order = sorted(route, key=lambda one: self.problem.slots[one[0]].starts)
        return sum(self.problem.drives[one][then] for (_s, one), (_t, then) in pairwise(order))

    def _idle(self, party: int, day: int, route: list[tuple[int, int]]) -> int:
        used = 0
        for slot, _site in route:
            used |= 1 << self.problem.slots[slot].place
        return idle_of(used, self.problem.present[party][day], self.problem.measure)
