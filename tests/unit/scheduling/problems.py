"""Small problems of integers, and the same answers by trying everything."""

import itertools

from missionplanner.scheduling import objective
from missionplanner.scheduling.problem import Group, IdleMeasure, Party, Place, Problem, Wish


def day(places: int, number: int = 0) -> tuple[Place, ...]:
    """A day of slots that follow one another; each lasts one minute and leaves one."""
    start = 100 * number
    return tuple(Place(number, p, 0, number, start + 2 * p, start + 2 * p + 1) for p in range(places))


def problem(
    *pairs: tuple[int, int], places: int = 3, tables: int = 2, parties: int = 0, complete: bool = False
) -> Problem:
    """A problem of one day in which every pair wishes to meet in any slot."""
    slots = day(places)
    return Problem(
        parties=tuple(Party() for _party in range(parties or 1 + max(max(pair) for pair in pairs))),
        slots=slots,
        wishes=tuple(Wish(pair, tuple(range(places))) for pair in pairs),
        groups=tuple(Group((slot,), tables) for slot in range(places)),
        cliques=tuple((slot,) for slot in range(places)),
        complete=complete,
    )


def is_lawful(stated: Problem, assignment: dict[int, int]) -> bool:
    """Whether nobody is in two meetings at a time and no group is overfull."""
    used = [(party, slot) for number, slot in assignment.items() for party in stated.wishes[number].parties]
    taken = list(assignment.values())
    full = any(sum(taken.count(slot) for slot in group.slots) > group.room for group in stated.groups)
    return len(set(used)) == len(used) and not full


def brute_force(stated: Problem) -> tuple[int, int]:
    """The most value that can be placed and the least idle time with it."""
    best = (0, 0)
    options = [(None, *wish.allowed) for wish in stated.wishes]
    for choice in itertools.product(*options):
        assignment = {number: slot for number, slot in enumerate(choice) if slot is not None}
        if is_lawful(stated, assignment):
            score = objective.score(stated, assignment)
            best = max(best, (score.value, -score.idle))
    return best[0], -best[1]


def rank(stated: Problem, assignment: dict[int, int]) -> tuple[int, int, int]:
    """The goals of a problem in their order, the less the better."""
    score = objective.score(stated, assignment)
    rest = (score.idle, score.days) if stated.waits_first else (score.days, score.idle)
    return -score.value, *rest


def best_plan(stated: Problem) -> dict[int, int]:
    """The best plan there is, by trying all."""
    found: dict[int, int] = {}
    for choice in itertools.product(*((None, *wish.allowed) for wish in stated.wishes)):
        assignment = {number: slot for number, slot in enumerate(choice) if slot is not None}
        if is_lawful(stated, assignment):
            found = min(found, assignment, key=lambda one: rank(stated, one))
    return found


RUNS = IdleMeasure.RUNS
