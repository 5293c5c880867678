"""What makes one plan better than another: weight placed first, then few idle slots, then their spread."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from missionplanner.scheduling.problem import Problem

Assignment = Mapping[int, int]
"""Wish to slot, both by index; unplaced wishes are left out."""


@dataclass(frozen=True, slots=True)
class Score:
    """placed counts meetings; idle counts empty slots between a company's first and last meeting of a day."""

    weight: int
    placed: int
    idle: int
    max_idle: int


def idle_of(mask: int) -> int:
    """The idle slots of a day whose used places are the set bits of `mask`."""
    if not mask:
        return 0
    return mask.bit_length() - (mask & -mask).bit_length() + 1 - mask.bit_count()


def masks(problem: Problem, assignment: Assignment) -> dict[tuple[int, int], int]:
    """The places used on a day, as bits, by (company, day)."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    for number, slot in assignment.items():
        for company in problem.wishes[number].companies:
            found[company, problem.day_of[slot]] |= 1 << problem.place_of[slot]
    return found


def score(problem: Problem, assignment: Assignment) -> Score:
    """The value of an assignment."""
    per_company: dict[int, int] = defaultdict(int)
    for (company, _day), mask in masks(problem, assignment).items():
        per_company[company] += idle_of(mask)
    return Score(
        weight=sum(problem.wishes[number].weight for number in assignment),
        placed=len(assignment),
        idle=sum(per_company.values()),
        max_idle=max(per_company.values(), default=0),
    )


def idle_bound(problem: Problem, assignment: Assignment) -> int:
    """A lower bound of the idle slots with as many meetings per company as now.

    Every company is looked at alone: the least idle slots with which its meetings fit into slots it may use.
    """
    count: dict[int, int] = defaultdict(int)
    usable: dict[int, set[int]] = defaultdict(set)
    for number, wish in enumerate(problem.wishes):
        for company in wish.companies:
            count[company] += number in assignment
            usable[company].update(wish.allowed)
    return sum(_least(problem, usable[company], count[company]) for company in count if count[company] > 1)


def _least(problem: Problem, usable: set[int], wanted: int) -> int:
    per_day: dict[int, int] = defaultdict(int)
    for slot in usable:
        per_day[problem.day_of[slot]] |= 1 << problem.place_of[slot]
    best = [0] + [10**6] * wanted
    for mask in per_day.values():
        costs = _day_costs(mask, wanted)
        best = [min(best[n - k] + cost for k, cost in enumerate(costs) if k <= n) for n in range(wanted + 1)]
    return best[wanted] if best[wanted] < 10**6 else 0


def _day_costs(mask: int, wanted: int) -> list[int]:
    """The least idle slots for 0, 1, ... meetings of one company on a day with these usable places."""
    places = [k for k in range(mask.bit_length()) if mask >> k & 1]
    costs = [0]
    for n in range(1, min(wanted, len(places)) + 1):
        costs.append(min(places[k + n - 1] - places[k] + 1 - n for k in range(len(places) - n + 1)))
    return costs
