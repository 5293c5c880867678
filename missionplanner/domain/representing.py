"""People who represent several companies: which companies share them, and whether there are people enough at a time."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

MOST_UNIONS = 100
"""From so many sets of companies on only single ones are looked at."""
Seat = TypeVar("Seat", bound=Hashable)


@dataclass(frozen=True, slots=True)
class SharedPeople:
    """Seats at meetings for which there are fewer people than meetings that could be at a time."""

    seats: frozenset[Hashable]
    """Whatever names who sits there: companies, or companies at meetings with others."""
    people: frozenset[int]


def sharing(people_of: Mapping[int, Collection[int]]) -> dict[int, frozenset[int]]:
    """Return for every company that shares somebody all companies linked to it, over any number of people."""
    companies_of: dict[int, list[int]] = defaultdict(list)
    for company, people in people_of.items():
        for person in people:
            companies_of[person].append(company)
    found: dict[int, frozenset[int]] = {}
    for linked in companies_of.values():
        if len(linked) > 1:
            whole = frozenset(linked).union(*(found.get(company, frozenset()) for company in linked))
            found.update(dict.fromkeys(whole, whole))
    return found


def shared(
    people_of: Mapping[Seat, Collection[int]],
    at_once: Mapping[int, int],
    company_of: Callable[[Seat], int] = lambda seat: seat,  # type: ignore[assignment,return-value]
) -> list[SharedPeople]:
    """Return the largest sets of seats whose people are too few for all of their meetings at a time (Hall).

    at_once: how many meetings a company may have at a time. company_of: the company of a seat, a seat itself without.
    """
    numbers = dict(enumerate(people_of))
    linked = sharing({number: people_of[seat] for number, seat in numbers.items()})
    groups = {linked.get(number, frozenset((number,))) for number in numbers}
    found: dict[frozenset[int], frozenset[Seat]] = {}
    for group in sorted(groups, key=sorted):
        for union in _unions(sorted(group)):
            seats = frozenset(numbers[number] for number in union)
            people = frozenset(person for seat in seats for person in people_of[seat])
            if len(people) < sum(at_once[company] for company in set(map(company_of, seats))):
                # Of two sets with the same people the larger says all that the smaller says.
                found[people] = found.get(people, frozenset()) | seats
    return [SharedPeople(frozenset(seats), people) for people, seats in found.items()]


def _unions(numbers: Sequence[int]) -> list[frozenset[int]]:
    unions: list[frozenset[int]] = []
    for number in numbers:
        more = [union | {number} for union in unions] if len(unions) < MOST_UNIONS else []
        unions += [frozenset((number,)), *more]
    return unions


def all_have_somebody(seats: Sequence[Collection[int]]) -> bool:
    """Whether every seat can be given to one of the people who may take it, and nobody gets two."""
    taken: dict[int, int] = {}

    def seat(number: int, seen: set[int]) -> bool:
        for person in seats[number]:
            if person not in seen:
                seen.add(person)
                if person not in taken or seat(taken[person], seen):
                    taken[person] = number
                    return True
        return False

    return all(seat(number, set()) for number in range(len(seats)))
