"""Hard rules about several meetings, as the exact model keeps them: as in domain/rules.py, by name."""

from collections import defaultdict
from collections.abc import Callable
from itertools import product

from missionplanner.scheduling.variables import Variables


def pair_meets_once(variables: Variables) -> None:
    """A wish takes at most one slot, and one where every wish has to be placed."""
    for number in range(len(variables.problem.wishes)):
        literals = variables.of_wish(number)
        if variables.problem.complete:
            variables.model.add_exactly_one(literals)
        elif literals:
            variables.model.add_at_most_one(literals)


def company_one_at_a_time(variables: Variables) -> None:
    """Of slots that overlap a party uses one, or as many as it may have meetings at once."""
    for number, party in enumerate(variables.problem.parties):
        for clique in variables.problem.cliques:
            literals = variables.of_party(number, clique)
            if party.at_once == 1 and len(literals) > 1:
                variables.model.add_at_most_one(literals)
            elif len(literals) > party.at_once:
                variables.model.add(sum(literals) <= party.at_once)


def travel_time(variables: Variables) -> None:
    """A party that has one meeting at a time does not use two slots between which it cannot travel."""
    for one, other in variables.problem.close:
        for number, party in enumerate(variables.problem.parties):
            if party.at_once == 1 and variables.problem.ways:
                _keep_ways(variables, number, one, other)
                continue
            literals = variables.of_party(number, (one, other)) if party.at_once == 1 else []
            if len(literals) > 1:
                variables.model.add_at_most_one(literals)


def _keep_ways(variables: Variables, party: int, one: int, other: int) -> None:
    """Let a party use only one of two slots where the sites of its meetings there lie too far apart."""
    problem, gap = variables.problem, variables.problem.gap(one, other)
    here, there = variables.by_site(party, one), variables.by_site(party, other)
    for site, literals in here.items():
        far = [x for end, row in there.items() if problem.ways[site][end] > gap for x in row]
        if far:
            variables.model.add_at_most_one([*literals, *far])


def most_a_day(variables: Variables) -> None:
    """A party has at most so many meetings on a date."""
    dates: dict[int, list[int]] = defaultdict(list)
    for index, slot in enumerate(variables.problem.slots):
        dates[slot.date].append(index)
    for number, party in enumerate(variables.problem.parties):
        for slots in dates.values():
            literals = variables.of_party(number, tuple(slots))
            if party.daily is not None and len(literals) > party.daily:
                variables.model.add(sum(literals) <= party.daily)


def table_one_at_a_time(variables: Variables) -> None:
    """A venue holds as many meetings at a time as it has tables that can be used."""
    _room(variables, tables=True)


def interpreter_available(variables: Variables) -> None:
    """At a time there are no more meetings that need interpreters than there are interpreters for their languages."""
    _room(variables, tables=False)


def _room(variables: Variables, tables: bool) -> None:
    for group in variables.problem.groups:
        if (0 in group.kinds) is not tables:
            continue
        wishes = variables.problem.wishes
        literals = [x for slot in group.slots for n, x in variables.of_slot(slot) if wishes[n].kind in group.kinds]
        if len(literals) > group.room:
            variables.model.add(sum(literals) <= group.room)


def order_kept(variables: Variables) -> None:
    """Of two wishes in order the second, where both are placed, begins after the first has ended."""
    problem, model = variables.problem, variables.model
    for first, then in problem.orders:
        for slot, other in product(problem.wishes[first].allowed, problem.wishes[then].allowed):
            keys = [(first, slot), (then, other)]
            if problem.slots[other].starts < problem.slots[slot].ends and all(key in variables.take for key in keys):
                model.add_at_most_one([variables.take[key] for key in keys])


def stops_in_parallel(variables: Variables) -> None:
    """A party uses only one of the stops that run in parallel."""
    problem = variables.problem
    for number in range(len(problem.parties)):
        there = {}
        for stop in {stop for pair in problem.rivals for stop in pair}:
            slots = tuple(index for index, slot in enumerate(problem.slots) if slot.stop == stop)
            if literals := variables.of_party(number, slots):
                there[stop] = variables.model.new_bool_var("")
                variables.model.add_max_equality(there[stop], literals)
        for one, other in problem.rivals:
            if one in there and other in there:
                variables.model.add_at_most_one([there[one], there[other]])


MODELLED: tuple[Callable[[Variables], None], ...] = (
    pair_meets_once,
    company_one_at_a_time,
    travel_time,
    most_a_day,
    table_one_at_a_time,
    interpreter_available,
    order_kept,
    stops_in_parallel,
)
"""The rules of domain/rules.py that concern several meetings."""
