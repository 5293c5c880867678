"""Long day routes, made short exactly by CP-SAT.

Nobody comes on another day, and no other route becomes long. First only the meetings of the day itself change their
times, then those of the companies it meets as well.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations, pairwise, permutations

from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling.best_ways import MOST_STOPS, BestWays
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Assignment, Problem
from missionplanner.scheduling.slot_rooms import SlotRooms

MOST_LOOSE = 120
"""So many meetings at most change their times for a route."""
RINGS = 4
"""So often companies are added that those so far meet."""
WORK = Limits(4.0, repeatable=True)
"""The work for one route, counted so that the same plan is mended in the same way again."""
MINUTE = 100
"""A minute under way counts as so many of waiting."""
NEAR = 0.02
"""So near to what is proved it is good enough."""
LONG = 50
"""A minute by which the route is long counts as so many under way."""
Day = tuple[int, int]
"""A company on a date."""


def mend(problem: Problem, assignment: Assignment, progress: Progress) -> dict[int, int]:
    """Return the assignment with fewer long day routes; everything is on the day it was."""
    found, best = dict(assignment), BestWays(problem)
    for day in sorted(long_days(problem, found, best)):
        if progress.stopped:
            break
        # What was mended before may have helped this one as well.
        if day in long_days(problem, found, best):
            found = _mended(problem, found, day, best)
    return found


def long_days(problem: Problem, assignment: Assignment, best: BestWays) -> set[Day]:
    """Return the company-days whose way is long beside the best one through the same places."""
    return {day for day, wishes in days_of(problem, assignment).items() if _is_long(problem, assignment, wishes, best)}


def days_of(problem: Problem, assignment: Assignment) -> dict[Day, list[int]]:
    """Return the wishes of companies by day, in the order of time."""
    found: dict[Day, list[int]] = defaultdict(list)
    for wish, slot in sorted(assignment.items(), key=lambda item: problem.slots[item[1]].starts):
        for party in problem.wishes[wish].parties[:2]:
            if problem.parties[party].at_once == 1:
                found[party, problem.slots[slot].day].append(wish)
    return found


def _sites(problem: Problem, assignment: Assignment, wishes: Iterable[int]) -> tuple[int, ...]:
    return tuple(problem.site(wish, assignment[wish]) for wish in wishes)


def _way(problem: Problem, sites: tuple[int, ...]) -> int:
    return sum(problem.drives[one][then] for one, then in pairwise(sites))


def _is_long(problem: Problem, assignment: Assignment, wishes: list[int], best: BestWays) -> bool:
    sites = _sites(problem, assignment, wishes)
    return len(set(sites)) > 1 and len(sites) <= MOST_STOPS and _way(problem, sites) > best.longest(sites)


def _mended(problem: Problem, assignment: dict[int, int], day: Day, best: BestWays) -> dict[int, int]:
    """Return the assignment with one route short, or shorter where that is not found."""
    days, loose = days_of(problem, assignment), set[int]()
    ring = {day}
    for _ring in range(RINGS):
        more = {wish for one in ring for wish in days[one] if may_move(problem, wish)}
        if loose >= more or len(loose | more) > MOST_LOOSE:
            break
        loose |= more
        assignment = _Model(problem, assignment, loose, day, best).solve()
        if not _is_long(problem, assignment, days_of(problem, assignment)[day], best):
            break
        near = {party for wish in {*loose, *days[day]} for party in problem.wishes[wish].parties[:2]}
        ring = {(party, day[1]) for party in near} & set(days)
    return assignment


def may_move(problem: Problem, wish: int) -> bool:
    """Whether a meeting is neither fixed nor known to people already: a plan made again keeps what can stay."""
    return not problem.wishes[wish].fixed and problem.wishes[wish].previous is None


class _Model:
    """The day of a company and the loose meetings beside it: when each is, and in which order everybody goes about."""

    def __init__(
        self, problem: Problem, assignment: Assignment, loose: Collection[int], day: Day, best: BestWays
    ) -> None:
        self.problem, self.assignment, self.best = problem, assignment, best
        self.loose = sorted(loose)
        self.model, self.cost = cp_model.CpModel(), list[cp_model.LinearExprT]()
        self.parties = sorted({party for wish in self.loose for party in problem.wishes[wish].parties})
        date = {slot.date for slot in problem.slots if slot.day == day[1]}
        self.of = {party: self._of_date(party, date) for party in self.parties}
        self.take = {(wish, slot): self.model.new_bool_var("") for wish in self._all() for slot in self._slots(wish)}
        self.starts, self.ends = self._times()
        self._keep_rooms()
        self._keep_orders()
        for party in self.parties:
            self._go_about(party, day)
        for (wish, slot), taken in self.take.items():
            self.model.add_hint(taken, assignment[wish] == slot)
        self.model.minimize(sum(self.cost))

    def solve(self) -> dict[int, int]:
        """Return the assignment with new times; as it was where none were found."""
        solver = WORK.solver(Progress())
        solver.parameters.relative_gap_limit = NEAR
        if solver.solve(self.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return dict(self.assignment)
        return {**self.assignment, **{wish: slot for (wish, slot), x in self.take.items() if solver.value(x)}}

    def _of_date(self, party: int, dates: Collection[int]) -> list[int]:
        mine = (wish for wish in self.problem.wishes_of[party] if wish in self.assignment)
        return [wish for wish in mine if self.problem.slots[self.assignment[wish]].date in dates]

    def _all(self) -> list[int]:
        """Return the meetings of that date of everybody concerned; those that are not loose stay."""
        return sorted({wish for row in self.of.values() for wish in row})

    def _slots(self, wish: int) -> list[int]:
        """Return where a meeting may be: the same day, the same place."""
        problem, here = self.problem, self.assignment[wish]
        if wish not in self.loose:
            return [here]
        day, site = problem.slots[here].day, problem.site(wish, here)
        mine = problem.wishes[wish].allowed
        return [slot for slot in mine if problem.slots[slot].day == day and problem.site(wish, slot) == site]

    def _times(self) -> tuple[dict[int, cp_model.LinearExprT], dict[int, cp_model.LinearExprT]]:
        of: dict[int, list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
        for (wish, slot), taken in self.take.items():
            of[wish].append((slot, taken))
        for row in of.values():
            self.model.add_exactly_one(taken for _slot, taken in row)
        slots = self.problem.slots
        starts = {wish: sum(slots[slot].starts * taken for slot, taken in row) for wish, row in of.items()}
        return starts, {wish: sum(slots[slot].ends * taken for slot, taken in row) for wish, row in of.items()}

    def _keep_rooms(self) -> None:
        rooms = SlotRooms(self.problem)
        used: dict[int, list[cp_model.IntVar]] = defaultdict(list)
        for (wish, slot), taken in self.take.items():
            for group in rooms.of(wish, slot):
                used[group].append(taken)
        here = set(self._all())
        others = Counter(g for wish, slot in self.assignment.items() if wish not in here for g in rooms.of(wish, slot))
        for group, row in used.items():
            room = self.problem.groups[group].room - others[group]
            if len(row) > room:
                self.model.add(sum(row) <= max(room, 0))

    def _keep_orders(self) -> None:
        slots = self.problem.slots
        for first, then in self.problem.orders:
            if {first, then} & set(self.loose) and first in self.assignment and then in self.assignment:
                ends = self.ends.get(first, slots[self.assignment[first]].ends)
                self.model.add(ends <= self.starts.get(then, slots[self.assignment[then]].starts))

    def _go_about(self, party: int, day: Day) -> None:
        """Have somebody get from every meeting to every other, and a company by no long way."""
        mine, problem = self.of[party], self.problem
        if problem.parties[party].at_once > 1:
            # Who can be at two places at once stays where they are: their ways are not thought of here.
            self._stay(mine)
            return
        before = {pair: self.model.new_bool_var("") for pair in combinations(mine, 2)}
        for (one, other), first in before.items():
            self._apart(one, other, first)
            self._apart(other, one, first.negated())
        companies = {one for wish in mine for one in problem.wishes[wish].parties[:2]}
        if party in companies:
            self._keep_short(party, day, before)

    def _stay(self, wishes: Iterable[int]) -> None:
        for wish in wishes:
            self.model.add(self.take[wish, self.assignment[wish]] == 1)

    def _apart(self, one: int, then: int, condition: cp_model.LiteralT) -> None:
        way = self.problem.ways[self._site(one)][self._site(then)]
        self.model.add(self.starts[then] >= self.ends[one] + way).only_enforce_if(condition)

    def _site(self, wish: int) -> int:
        return self.problem.site(wish, self.assignment[wish])

    def _keep_short(self, party: int, day: Day, before: dict[tuple[int, int], cp_model.IntVar]) -> None:
        """Let a route be no longer than it may, or than it is where it is another one that is long."""
        problem = self.problem
        wishes = [wish for wish in self.of[party] if problem.slots[self.assignment[wish]].day == day[1]]
        ordered = sorted(wishes, key=lambda wish: problem.slots[self.assignment[wish]].starts)
        sites = _sites(problem, self.assignment, ordered)
        if len(wishes) < 2:
            return
        self._wait_little(wishes)
        if len(set(sites)) < 2:
            return
        way = self._way(wishes, before)
        self.cost.append(MINUTE * way)
        if len(sites) > MOST_STOPS:
            return
        now, limit = _way(problem, sites), self.best.longest(sites)
        self.model.add(way <= max(limit, now))
        if (party, day[1]) == day:
            over = self.model.new_int_var(0, now, "")
            self.model.add(way <= limit + over)
            self.cost.append(LONG * MINUTE * over)

    def _way(self, wishes: list[int], before: dict[tuple[int, int], cp_model.IntVar]) -> cp_model.LinearExprT:
        """Return the minutes of a route through meetings: a circuit through them and nowhere."""
        arcs: list[tuple[int, int, cp_model.LiteralT]] = []
        way: list[cp_model.LinearExprT] = []
        for (a, one), (b, then) in permutations(enumerate(wishes, start=1), 2):
            arc = self.model.new_bool_var("")
            arcs.append((a, b, arc))
            first = before[one, then] if (one, then) in before else before[then, one].negated()
            self.model.add_implication(arc, first)
            way.append(self.problem.drives[self._site(one)][self._site(then)] * arc)
        for n in range(1, len(wishes) + 1):
            arcs += [(0, n, self.model.new_bool_var("")), (n, 0, self.model.new_bool_var(""))]
        self.model.add_circuit(arcs)
        return sum(way)

    def _wait_little(self, wishes: list[int]) -> None:
        """Count the time from the first meeting of a day to the last."""
        most = max(slot.ends for slot in self.problem.slots)
        first, last = (self.model.new_int_var(0, most, "") for _end in range(2))
        for wish in wishes:
            self.model.add(first <= self.starts[wish])
            self.model.add(last >= self.ends[wish])
        self.cost.append(last - first)
