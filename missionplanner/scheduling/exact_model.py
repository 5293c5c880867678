"""The exact model: plans worth as much as one at hand, and their days or idle time as a sum of literals."""

from collections import defaultdict
from dataclasses import dataclass

from ortools.sat.python import cp_model

from missionplanner.scheduling import objective
from missionplanner.scheduling.counters import keep_room
from missionplanner.scheduling.cumulative import keep_orders
from missionplanner.scheduling.model_constraints import MODELLED, order_kept, table_one_at_a_time
from missionplanner.scheduling.placing import worth
from missionplanner.scheduling.problem import Aim, Assignment, IdleMeasure, Problem
from missionplanner.scheduling.variables import Literal, Variables


@dataclass(frozen=True, slots=True)
class ModelForm:
    """How the model is written: each way is the quicker one on some problems."""

    counted: bool = True
    """Whether the tables of a slot are counted one after the other, instead of as a sum."""
    ends: bool = True
    """Whether a run of idle places is seen where it ends, instead of where a block of meetings begins."""
    cumulative: bool = True
    """Whether orders are kept by "held by then" instead of by pairs of slots."""


PLAIN = ModelForm(False, False, False)
"""Sums and pairs."""
USUAL = ModelForm()


@dataclass(frozen=True, slots=True)
class Target:
    """The goal that is looked for."""

    aim: Aim
    bound: int
    """There is proved to be no less of it than this."""
    others: int | None = None
    """How much of the other goal there may be; None where it does not matter."""


class ExactModel:
    """The model of plans worth as much as `assignment`, and their days or idle time as an expression."""

    def __init__(self, problem: Problem, assignment: Assignment, target: Target, form: ModelForm = USUAL) -> None:
        self.bound = target.bound
        replaced = [*([table_one_at_a_time] if form.counted else []), *([order_kept] if form.cumulative else [])]
        self.variables = variables = Variables(problem, [rule for rule in MODELLED if rule not in replaced])
        everything = len(assignment) == sum(1 for wish in problem.wishes if wish.allowed)
        # Complete plans are worth the same, all of them.
        if not problem.complete:
            variables.model.add(worth(variables) >= objective.value(problem, assignment))
        used = used_of(variables)
        if form.counted:
            keep_room(variables, used)
        if form.cumulative:
            keep_orders(variables)
        times = [_idle_time(variables, party, days, form.ends) for party, days in enumerate(used)]
        _even(variables, times)
        amounts = {Aim.IDLE: sum(times), Aim.DAYS: _days(variables, used) if problem.counts_days else 0}
        if target.others is not None:
            (other,) = set(Aim) - {target.aim}
            variables.model.add(amounts[other] <= target.others)
        # Two busy parties for every meeting: true only of pairs that are in one meeting at a time.
        if all(len(w.parties) == 2 for w in problem.wishes) and all(p.at_once == 1 for p in problem.parties):
            _counts(variables, used, everything or problem.complete)
        self.total = amounts[target.aim]


def _counts(variables: Variables, used: list[dict[int, dict[int, Literal]]], everything: bool) -> None:
    """Add constraints implied by the model: the busy parties of a place are two for every meeting there.

    `everything`: every wish that has an allowed slot is placed.
    """
    problem, model = variables.problem, variables.model
    seats: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    meetings: dict[tuple[int, int], list[Literal]] = defaultdict(list)
    for party, days in enumerate(used):
        if everything:
            placed = sum(1 for number in problem.wishes_of[party] if problem.wishes[number].allowed)
            model.add(sum(busy for day in days.values() for busy in day.values()) == placed)
        for day, cells in days.items():
            for place, busy in cells.items():
                seats[day, place].append(busy)
    for (_number, index), literal in variables.take.items():
        meetings[problem.slots[index].day, problem.slots[index].place].append(literal)
    # Meetings at offices take no table.
    room = {} if problem.ways else _room(problem)
    for key, literals in meetings.items():
        many = model.new_int_var(0, min(len(literals), room.get(key, len(literals))), "")
        model.add(sum(seats[key]) == 2 * many)
        model.add(sum(literals) == many)


def _even(variables: Variables, times: list[cp_model.LinearExprT]) -> None:
    """The idle times of any two parties differ by no more than the problem wants."""
    if variables.problem.spread is None:
        return
    most = variables.model.new_int_var(0, len(variables.problem.slots), "")
    least = variables.model.new_int_var(0, len(variables.problem.slots), "")
    for idle in times:
        variables.model.add(idle <= most)
        variables.model.add(idle >= least)
    variables.model.add(most - least <= variables.problem.spread)


def _room(problem: Problem) -> dict[tuple[int, int], int]:
    """The tables of every day and place, no fewer than there are."""
    room: dict[tuple[int, int], int] = defaultdict(int)
    for group in problem.groups:
        places = {(problem.slots[slot].day, problem.slots[slot].place) for slot in group.slots}
        for key in places if 0 in group.kinds else ():
            room[key] += group.room
    return room


def used_of(variables: Variables) -> list[dict[int, dict[int, Literal]]]:
    """For every party, day and place a literal: whether the party is busy there."""
    problem, model = variables.problem, variables.model
    found: list[dict[int, dict[int, Literal]]] = []
    for party, wishes in enumerate(problem.wishes_of):
        cells: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for wish in wishes:
            for index in problem.wishes[wish].allowed:
                slot = problem.slots[index]
                cells[slot.day, slot.place].append(variables.take[wish, index])
        days: dict[int, dict[int, Literal]] = defaultdict(dict)
        for (day, place), literals in sorted(cells.items()):
            busy = days[day][place] = model.new_bool_var(f"busy {party} {day} {place}")
            if problem.parties[party].at_once == 1:
                model.add(sum(literals) == busy)
            else:
                model.add_max_equality(busy, literals)
        found.append(days)
    return found


def _days(variables: Variables, used: list[dict[int, dict[int, Literal]]]) -> cp_model.LinearExprT:
    """The days that parties come, each by the weight of its party."""
    comes, prices = [], []
    for party, days in enumerate(used):
        price = variables.problem.parties[party].day_price
        for busy in days.values() if price else ():
            coming = variables.model.new_bool_var("")
            variables.model.add_max_equality(coming, list(busy.values()))
            comes.append(coming)
            prices.append(price)
    return cp_model.LinearExpr.weighted_sum(comes, prices)


def _idle_time(
    variables: Variables, party: int, days: dict[int, dict[int, Literal]], ends: bool
) -> cp_model.LinearExprT:
    if variables.problem.measure is IdleMeasure.RUNS and ends:
        return sum(_ends(variables, busy) for busy in days.values())
    if variables.problem.measure is IdleMeasure.RUNS:
        sure = variables.problem.complete and len(days) == 1
        return sum(_runs(variables, busy, sure) for busy in days.values())
    present = variables.problem.present[party]
    return sum(_gaps(variables, busy, present[day]) for day, busy in days.items())


def _runs(variables: Variables, busy: dict[int, Literal], sure: bool) -> cp_model.LinearExprT:
    """One less than the blocks of meetings of a day: the places where one begins. `sure`: there is a meeting."""
    model, begins = variables.model, []
    for place, literal in busy.items():
        # The party cannot be busy just before, so that any meeting here begins a run.
        if place - 1 not in busy:
            begins.append(literal)
            continue
        begin = model.new_bool_var("")
        model.add_bool_or([~literal, busy[place - 1], begin])
        model.add_implication(begin, literal)
        model.add_implication(begin, ~busy[place - 1])
        begins.append(begin)
    if sure:
        idle = model.new_int_var(0, len(begins), "")
        model.add(sum(begins) == idle + 1)
        return idle
    any_meeting = model.new_bool_var("")
    model.add_max_equality(any_meeting, list(busy.values()))
    return sum(begins) - any_meeting


def _ends(variables: Variables, busy: dict[int, Literal]) -> cp_model.LinearExprT:
    """The places where a run of idle places ends: busy, not busy just before, and busy at any time before that."""
    model, ends = variables.model, []
    begun = busy[min(busy)]
    """Whether there was a meeting two places before, or earlier."""
    for place in range(min(busy) + 2, max(busy) + 1):
        here, before = busy.get(place), busy.get(place - 1)
        if here is not None:
            end = model.new_bool_var("")
            model.add_bool_or([end, ~here, ~begun, *([before] if before is not None else [])])
            model.add_implication(end, here)
            model.add_implication(end, begun)
            if before is not None:
                model.add_implication(end, ~before)
            ends.append(end)
        if before is not None:
            earlier, begun = begun, model.new_bool_var("")
            model.add_max_equality(begun, [earlier, before])
    return sum(ends)


def _gaps(variables: Variables, busy: dict[int, Literal], present: int) -> cp_model.LinearExprT:
    """The places in which the party is present, has met somebody before, meets nobody, and will meet somebody after."""
    model, gaps = variables.model, []
    ordered = range(min(busy), max(busy) + 1)
    begun = {place: model.new_bool_var("") for place in ordered}
    ahead = {place: model.new_bool_var("") for place in ordered}
    for place in ordered:
        here = busy.get(place)
        if here is not None:
            model.add_implication(here, begun[place])
            model.add_implication(here, ahead[place])
        if place - 1 in begun:
            model.add_implication(begun[place - 1], begun[place])
            model.add_implication(ahead[place], ahead[place - 1])
        if present >> place & 1:
            gap = model.new_bool_var("")
            model.add_bool_or([gap, ~begun[place], ~ahead[place], *([here] if here is not None else [])])
            gaps.append(gap)
    return sum(gaps)
