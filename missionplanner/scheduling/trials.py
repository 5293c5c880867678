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
    warm()
    started = time.monotonic()
    search = Search(problem, limits.seed)
    done = search.place(started + limits.seconds / 2, progress)
    found = search.assignment
    size = sum(len(wish.allowed) for wish in problem.wishes)
    if done or size > MOST_LITERALS or progress.stopped:
        return found
    left = limits.within(limits.seconds - (time.monotonic() - started))
    better, _most = placing.place_more(problem, found, objective.value(problem, found), left, progress)
    return found if better is None else better


def most_placed(problem: Problem, of: Collection[int]) -> int:
    """No timetable places more of these wishes: what companies and tables have room for, day by day, as a linear program."""
    days = {n: sorted({problem.slots[slot].day for slot in problem.wishes[n].allowed}) for n in of}
    if not any(days.values()):
        return 0
    solver = pywraplp.Solver.CreateSolver("GLOP")
    met = {(n, day): solver.NumVar(0, 1, "") for n, row in days.items() for day in row}
    of_party: dict[tuple[int, int], list[pywraplp.Variable]] = defaultdict(list)
    of_day: dict[int, list[pywraplp.Variable]] = defaultdict(list)
    for (n, day), share in met.items():
        of_day[day].append(share)
        for party in problem.wishes[n].parties:
            of_party[party, day].append(share)
    for row in ([met[n, day] for day in days[n]] for n in days):
        solver.Add(solver.Sum(row) <= 1)
    for (party, day), row in of_party.items():
        most = room_of_party(problem, party, day)
        if len(row) > most:
            solver.Add(solver.Sum(row) <= most)
    for day, most in room_of_days(problem).items():
        if len(of_day[day]) > most:
            solver.Add(solver.Sum(of_day[day]) <= most)
    solver.Maximize(solver.Sum(list(met.values())))
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return len(met)
    # The rounding of the solver is no meeting more.
    return math.floor(solver.Objective().Value() + 1e-6)


def room_of_party(problem: Problem, party: int, day: int) -> int:
    """The most meetings of a party on a day: one at each of its times, or as many as it may have."""
    one = problem.parties[party]
    times = {slot.place for index, slot in enumerate(problem.slots) if slot.day == day and index not in one.absent}
    most = len(times) * one.at_once
    return most if one.daily is None else min(most, one.daily)


def room_of_days(problem: Problem) -> dict[int, int]:
    """The most meetings of every day: those its tables have room for."""
    room: Counter[int] = Counter()
    for index, slot in enumerate(problem.slots):
        rooms = (group.room for group in problem.groups if index in group.slots and 0 in group.kinds)
        room[slot.day] += min(rooms, default=len(problem.wishes))
    return dict(room)


@dataclass(frozen=True, slots=True)
class Peak:
    """The most tables of a venue in use at a time, and the fewest with which as many meetings can be held."""

    tables: int
    bound: int


def peak(problem: Problem, assignment: Assignment, venues: Mapping[int, int]) -> Peak:
    """The peak of an assignment; `venues`: the venue of every slot, by index."""
    used = Counter(assignment.values())
    most = max((sum(used[slot] for slot in clique if slot in used) for clique in _of_venues(problem, venues)), default=0)
    return Peak(most, max(least_tables(problem, assignment, venues).values(), default=0))


def least_tables(problem: Problem, placed: Collection[int], venues: Mapping[int, int]) -> dict[int, int]:
    """The fewest tables of every venue with which these wishes can all be placed: those that can go nowhere else."""
    alone = Counter(
        next(iter(there))
        for number in placed
        if len(there := {venues[slot] for slot in problem.wishes[number].allowed}) == 1
    )
    times: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for slot, venue in venues.items():
        times[venue].add((problem.slots[slot].day, problem.slots[slot].place))
    return {venue: -(-alone[venue] // len(times[venue])) for venue in times}


def _of_venues(problem: Problem, venues: Mapping[int, int]) -> list[list[int]]:
    found = []
    for clique in problem.cliques:
        by_venue: dict[int, list[int]] = defaultdict(list)
        for slot in clique:
            by_venue[venues[slot]].append(slot)
        found += by_venue.values()
    return found
