"""The hard rules as the solver keeps them: a constraint for every rule of domain/rules.py, under the same name.

Some rules concern one pair in one slot and narrow the slots a wish may use (`ALLOWED`); the others concern
several meetings and go into the model (`MODELLED`).
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from typing import TYPE_CHECKING, Any

from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Owner, Slot

if TYPE_CHECKING:
    from missionplanner.scheduling.variables import Variables

Pair = tuple[int, int]


def takes_part(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Both companies are accepted or confirmed."""
    return all(plan.snapshot.takes_part(company) for company in pair)


def no_veto(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Neither company said no thanks to the other."""
    wish = plan.snapshot.wishes.get(pair)
    return wish is None or wish.priority is not Priority.NO_THANKS


def company_available(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Both companies are available during the slot."""
    return not any(plan.absence(Owner.COMPANY, company, slot) for company in pair)


def delegate_one_at_a_time(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Each company has a delegate who is available; being in one meeting at a time follows from the company's rule."""
    return all(plan.someone(company, slot) for company in pair)


def table_available(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """The venue has a table that can be used during the slot."""
    return free_tables(plan, plan.snapshot.venue_of_slot[slot.id].id, slot) > 0


def events_attended(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Neither company attends an event during the slot."""
    return not any(plan.event_during(company, slot) for company in pair)


def stop_attended(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Both companies are at the stop."""
    stop = plan.snapshot.stop_of_slot[slot.id].id
    return all(stop in plan.snapshot.stops_for(company) for company in pair)


def lunch_kept(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """The slot is not over lunch."""
    lunch = plan.lunch(slot)
    return lunch is None or not lunch.overlaps(slot.span)


def pair_meets_once(variables: "Variables") -> None:
    """A wish takes at most one slot."""
    for wish in range(len(variables.problem.wishes)):
        variables.model.add_at_most_one(variables.of_wish(wish))


def company_one_at_a_time(variables: "Variables") -> None:
    """Of the slots that share a moment a company uses one."""
    mine: dict[int, list[int]] = defaultdict(list)
    for number, wish in enumerate(variables.problem.wishes):
        for company in wish.companies:
            mine[company].append(number)
    for wishes in mine.values():
        for clique in variables.problem.overlapping:
            literals = [variables.take[w, s] for w in wishes for s in clique if (w, s) in variables.take]
            if len(literals) > 1:
                variables.model.add_at_most_one(literals)


def table_one_at_a_time(variables: "Variables") -> None:
    """A venue holds as many meetings at a time as it has tables that can be used."""
    for slots, tables in variables.problem.capacities:
        literals = [literal for slot in slots for literal in variables.of_slot(slot)]
        if len(literals) > tables:
            variables.model.add(sum(literals) <= tables)


def stops_in_parallel(variables: "Variables") -> None:
    """A company uses only one of the stops that run in parallel."""
    problem = variables.problem
    used: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for (number, slot), literal in variables.take.items():
        for company in problem.wishes[number].companies:
            used[company, problem.stop_of[slot]].append(literal)
    there = {key: variables.model.new_bool_var("") for key in used if _has_rival(key, used, problem.parallel)}
    for key, literal in there.items():
        variables.model.add_max_equality(literal, used[key])
    for (company, stop), literal in there.items():
        for a, b in problem.parallel:
            if a == stop and a < b and (company, b) in there:
                variables.model.add_at_most_one([literal, there[company, b]])


def _has_rival(key: tuple[int, int], used: Container[tuple[int, int]], parallel: frozenset[tuple[int, int]]) -> bool:
    company, stop = key
    return any(a == stop and (company, b) in used for a, b in parallel)


ALLOWED: tuple[Callable[[Plan, Pair, Slot], bool], ...] = (
    takes_part,
    no_veto,
    stop_attended,
    lunch_kept,
    company_available,
    events_attended,
    delegate_one_at_a_time,
    table_available,
)
MODELLED: "tuple[Callable[[Variables], None], ...]" = (
    pair_meets_once,
    company_one_at_a_time,
    table_one_at_a_time,
    stops_in_parallel,
)


def allows(plan: Plan, pair: Pair, slot: Slot) -> bool:
    """Whether the rules that look at one pair and one slot allow a meeting there."""
    return all(constraint(plan, pair, slot) for constraint in ALLOWED)


def free_tables(plan: Plan, venue: int, slot: Slot) -> int:
    """How many tables of the venue can be used during the slot."""
    tables: Iterable[int] = (table.id for table in plan.snapshot.tables_of.get(venue, []))
    return sum(1 for table in tables if plan.absence(Owner.TABLE, table, slot) is None)
