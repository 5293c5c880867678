"""How many meetings there are at a time, counted one after the other up to the tables there are.

A sum of many literals teaches a search by cores nothing about a slot that is nearly full. Meetings that share a party
are at different times: of those in one slot at most one is held, so that one literal stands for all of them.
"""

from collections import defaultdict
from collections.abc import Sequence

from ortools.sat.python import cp_model

from missionplanner.scheduling.variables import Literal, Variables

Used = list[dict[int, dict[int, Literal]]]
"""For every party, day and place whether it is busy there."""


def keep_room(variables: Variables, used: Used) -> None:
    """Hold no more meetings at a time than there are tables, as `table_one_at_a_time` does."""
    for group in variables.problem.groups:
        if 0 not in group.kinds:
            continue
        keys = [(n, s) for s in group.slots for n, _x in variables.of_slot(s) if _uses(variables, n, group.kinds)]
        if len(keys) <= group.room:
            continue
        if len(group.slots) == 1:
            count_up(variables.model, _shared(variables, used, keys), group.room)
        else:
            variables.model.add(sum(variables.take[key] for key in keys) <= group.room)


def count_up(model: cp_model.CpModel, literals: Sequence[Literal], most: int) -> None:
    """Let at most so many literals be true: a sequential counter, whose literals say exactly what they count."""
    row: list[Literal] = []
    for number, literal in enumerate(literals):
        if len(row) == most:
            model.add_bool_or([~literal, ~row[-1]] if row else [~literal])
        row = [_reached(model, row, place, literal) for place in range(min(number + 1, most))]


def _reached(model: cp_model.CpModel, row: list[Literal], place: int, literal: Literal) -> Literal:
    """A literal: more than `place` are true, where `row` says it of all but the last one."""
    found = model.new_bool_var("")
    already = [row[place]] if place < len(row) else []
    one_less = [row[place - 1]] if place else []
    for before in already:
        model.add_implication(before, found)
    model.add_bool_or([found, ~literal, *(~before for before in one_less)])
    model.add_bool_or([~found, literal, *already])
    for before in one_less:
        model.add_bool_or([~found, before, *already])
    return found


def _uses(variables: Variables, number: int, kinds: frozenset[int]) -> bool:
    return variables.problem.wishes[number].kind in kinds


def _shared(variables: Variables, used: Used, keys: list[tuple[int, int]]) -> list[Literal]:
    """Literals of which as many are true as of the keys in one slot: parties with many meetings stand for these."""
    problem, slot = variables.problem, variables.problem.slots[keys[0][1]]
    mine: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for key in keys:
        for party in problem.wishes[key[0]].parties:
            if problem.parties[party].at_once == 1:
                mine[party].add(key)
    left, found = set(keys), list[Literal]()
    while block := max(
        (cells & left for cells in mine.values()), key=lambda one: (len(one), sorted(one)), default=None
    ):
        if len(block) < 2:
            break
        left -= block
        party = next(one for one, cells in mine.items() if block <= cells)
        if block == _busy_with(variables, party, slot.day, slot.place):
            found.append(used[party][slot.day][slot.place])
            continue
        one_of = variables.model.new_bool_var("")
        variables.model.add(sum(variables.take[key] for key in sorted(block)) == one_of)
        found.append(one_of)
    return found + [variables.take[key] for key in sorted(left)]


def _busy_with(variables: Variables, party: int, day: int, place: int) -> set[tuple[int, int]]:
    """The wishes and slots that make a party busy at a place."""
    problem = variables.problem
    return {
        (number, index)
        for number in problem.wishes_of[party]
        for index in problem.wishes[number].allowed
        if (problem.slots[index].day, problem.slots[index].place) == (day, place)
    }
