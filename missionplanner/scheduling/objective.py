"""The score of a plan: the value of what it places, then little idle time, then its spread."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from missionplanner.scheduling.problem import Assignment, IdleMeasure, Problem


@dataclass(frozen=True, slots=True)
class PlanScore:
    """How good a plan is."""

    value: int
    """The value of the placed meetings: weights and fair shares."""
    placed: int
    """How many meetings are placed."""
    idle: int
    """The idle time of all parties."""
    max_idle: int
    """The idle time of the party with the most."""
    spread: int
    """The difference between the parties with the most and the least idle time."""
    days: int = 0
    """The days parties have to come, each by its weight."""


def idle_of(used: int, present: int, measure: IdleMeasure = IdleMeasure.SLOTS) -> int:
    """The idle time of a day whose used places are the set bits of `used`, for a party present in `present`."""
    if not used:
        return 0
    if measure is IdleMeasure.RUNS:
        return (used & ~(used >> 1)).bit_count() - 1
    first = (used & -used).bit_length() - 1
    between = ((1 << used.bit_length()) - 1) >> first << first
    return (between & present & ~used).bit_count()


def idle(problem: Problem, assignment: Assignment) -> dict[int, int]:
    """Idle time by party, for those that have any meeting."""
    used: dict[tuple[int, int], int] = defaultdict(int)
    for number, index in assignment.items():
        slot = problem.slots[index]
        for party in problem.wishes[number].parties:
            used[party, slot.day] |= 1 << slot.place
    found: dict[int, int] = defaultdict(int)
    for (party, day), bits in used.items():
        found[party] += idle_of(bits, problem.present[party][day], problem.measure)
    return found


def days(problem: Problem, assignment: Assignment) -> dict[int, int]:
    """How many days every party has to come that has any meeting."""
    used = {
        (party, problem.slots[index].day)
        for number, index in assignment.items()
        for party in problem.wishes[number].parties
    }
    return Counter(party for party, _day in used)


def weighed_days(problem: Problem, assignment: Assignment) -> int:
    """The days all parties have to come, each by its weight."""
    return sum(problem.parties[party].day_price * many for party, many in days(problem, assignment).items())


def value(problem: Problem, assignment: Assignment) -> int:
    """The weights of what is placed, and for every party what its first, second, ... meetings add."""
    total = sum(problem.wishes[number].weight for number in assignment)
    if problem.shares:
        counts = Counter(party for number in assignment for party in problem.wishes[number].parties)
        total += sum(sum(problem.shares[:many]) for many in counts.values())
    return total


def most(problem: Problem) -> int:
    """The value of a plan in which every wish with an allowed slot is placed."""
    return value(problem, {number: 0 for number, wish in enumerate(problem.wishes) if wish.allowed})


def score(problem: Problem, assignment: Assignment) -> PlanScore:
    """The value of an assignment."""
    per_party = idle(problem, assignment)
    spread = max(per_party.values(), default=0) - min(
        (per_party.get(p, 0) for p in range(len(problem.parties))), default=0
    )
    return PlanScore(
        value=value(problem, assignment),
        placed=len(assignment),
        idle=sum(per_party.values()),
        max_idle=max(per_party.values(), default=0),
        spread=spread,
        days=weighed_days(problem, assignment),
    )
