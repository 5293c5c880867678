"""People who represent several companies: which companies share them, and whether there are people enough at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST_UNIONS = 100
"""From so many sets of companies on only pairs are looked at."""


@dataclass(frozen=True, slots=True)
class SharedPeople:
    """Companies that have fewer people together than meetings they could have at a time."""

    companies: frozenset[int]
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


def shared(people_of: Mapping[int, Collection[int]], at_once: Mapping[int, int]) -> list[SharedPeople]:
    """Return the largest sets of companies whose people are too few for all of their meetings at a time (Hall).

    at_once: how many meetings a company may have at a time.
    """
    found: dict[frozenset[int], frozenset[int]] = {}
    for group in sorted(set(sharing(people_of).values()), key=sorted):
        for union in _unions(sorted(group)):
            people = frozenset(person for company in union for person in people_of[company])
            if len(people) < sum(at_once[company] for company in union):
                # Of two sets with the same people the larger says all that the smaller says.
                found[people] = found.get(people, frozenset()) | union
    return [SharedPeople(companies, people) for people, companies in found.items()]


def _unions(companies: Sequence[int]) -> Iterable[frozenset[int]]:
    unions: list[frozenset[int]] = []
    for company in companies:
        more = [union | {company} for union in unions] if len(unions) < MOST_UNIONS else []
        unions += [frozenset((company,)), *more]
    return (union for union in unions if len(union) > 1)


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
