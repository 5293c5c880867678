"""Trial timetables: how many requests can be placed, quickly, and bounds that hold whatever the timetable."""

import math
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ortools.linear_solver import pywraplp

from missionplanner.progress import Progress
from missionplanner.scheduling import objective, placing
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Assignment, Problem
from missionplanner.scheduling.search import Search, warm

MOST_LITERALS = 60_000
"""Up to this many pairs of a wish and a slot the most that can be placed is looked for exactly."""


def place(problem: Problem, limits: Limits, progress: Progress) -> dict[int, int]:
    """An assignment that places as much as was found, by weight; exact where the problem is small and time is left."""
    started = time.monotonic()
    found = place_quickly(problem, limits, progress)
    size = sum(len(wish.allowed) for wish in problem.wishes)
    if len(found) == sum(bool(wish.allowed) for wish in problem.wishes) or size > MOST_LITERALS or progress.stopped:
        return found
    left = limits.within(limits.seconds - (time.monotonic() - started))
    better, _most = placing.place_more(problem, found, objective.value(problem, found), left, progress)
    return found if better is None else better


def place_quickly(problem: Problem, limits: Limits, progress: Progress) -> dict[int, int]:
    """An assignment that places as much as the local search finds in half of the time."""
    warm()
    search = Search(problem, limits.seed)
    search.place(time.monotonic() + limits.clock / 2, progress)
    return search.assignment


def most_placed(problem: Problem, of: Collection[int]) -> int:
    """No timetable places more of these wishes: a linear program of what companies and tables have room for a day."""
    days = {n: sorted({problem.slots[slot].day for slot in problem.wishes[n].allowed}) for n in of}
    solver = pywraplp.Solver.CreateSolver("GLOP")
    met = {(n, day): solver.NumVar(0, 1, "") for n, row in days.items() for day in row}
    limited: dict[tuple[str, int, int], list[pywraplp.Variable]] = defaultdict(list)
    for (n, day), share in met.items():
        limited["wish", n, 0].append(share)
        if not _is_visit(problem, n, day):
            limited["day", 0, day].append(share)
        for party in problem.wishes[n].parties:
            limited["party", party, day].append(share)
    for (kind, one, day), row in limited.items():
        most = _room(problem, kind, one, day)
        if len(row) > most:
            solver.Add(solver.Sum(row) <= most)
    solver.Maximize(solver.Sum(list(met.values())))
    if not met or solver.Solve() != pywraplp.Solver.OPTIMAL:
        return sum(map(bool, days.values()))
    # The rounding of the solver is no meeting more.
    return math.floor(float(solver.Objective().Value()) + 1e-6)


def _is_visit(problem: Problem, number: int, day: int) -> bool:
    """Whether a wish is held at an office on a day, where it takes no table."""
    slots = (slot for slot in problem.wishes[number].allowed if problem.slots[slot].day == day)
    return any(problem.is_visit(number, slot) for slot in slots)


def room_of_party(problem: Problem, party: int, day: int) -> int:
    """The most meetings of a party on a day: one at each of its times, or as many as it may have."""
    one = problem.parties[party]
    times = {slot.place for index, slot in enumerate(problem.slots) if slot.day == day and index not in one.absent}
    most = len(times) * one.at_once
    return most if one.daily is None else min(most, one.daily)


def _room(problem: Problem, kind: str, one: int, day: int) -> int:
    """The most meetings of a wish, of a day, or of a party on a day."""
    if kind == "party":
        return room_of_party(problem, one, day)
    return room_of_day(problem, day) if kind == "day" else 1


def room_of_day(problem: Problem, day: int) -> int:
    """The most meetings of a day: those its tables have room for."""
    return sum(
        min((group.room for group in problem.groups if index in group.slots and 0 in group.kinds), default=0)
        for index, slot in enumerate(problem.slots)
        if slot.day == day
    )


@dataclass(frozen=True, slots=True)
class Peak:
    """The most tables of a venue in use at a time, and the fewest with which as many meetings can be held."""

    tables: int
    bound: int


def peak(problem: Problem, assignment: Assignment, venues: Mapping[int, int]) -> Peak:
    """The peak of an assignment; `venues`: the venue of every slot there is, by index."""
    used = Counter(slot for number, slot in assignment.items() if not problem.is_visit(number, slot))
    most = max(
        (sum(used[slot] for slot in clique if slot in used) for clique in _of_venues(problem, venues)), default=0
    )
    return Peak(most, max(least_tables(problem, assignment, venues).values(), default=0))


def least_tables(problem: Problem, placed: Collection[int], venues: Mapping[int, int]) -> dict[int, int]:
    """The fewest tables of every venue with which these wishes can all be placed: those that can go nowhere else."""
    alone = Counter(
        next(iter(there))
        for number in placed
        if not problem.wishes[number].visits
        and len(there := {venues[slot] for slot in problem.wishes[number].allowed}) == 1
    )
    times: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for slot, venue in venues.items():
        times[venue].add((problem.slots[slot].day, problem.slots[slot].place))
    return {venue: -(-alone[venue] // len(times[venue])) for venue in times}


def _of_venues(problem: Problem, venues: Mapping[int, int]) -> list[list[int]]:
    found: list[list[int]] = []
    for clique in problem.cliques:
        by_venue: dict[int, list[int]] = defaultdict(list)
        for slot in clique:
            if slot in venues:
                by_venue[venues[slot]].append(slot)
        found += by_venue.values()
    return found
