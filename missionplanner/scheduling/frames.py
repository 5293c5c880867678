"""A problem and an assignment as the arrays the compiled search works on."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from missionplanner.scheduling.kernel import LONGEST, Frame, Ints, State, Wide
from missionplanner.scheduling.pricing import FIRST, SECOND, WAIT
from missionplanner.scheduling.problem import Habits, IdleMeasure, Problem

UNIT = WAIT
"""The price of one idle place where nothing else costs.

Its square is added, so that of two plans with as many the more even one is cheaper.
"""
DAY, LIGHT_DAY = 8.0, 1.5
"""The weight of a day in the balance of a move, in idle places, where few days or little idle time comes first."""
LONG_RUN, OVER_LUNCH, UNEVEN, LATER = 120, 60, 1, 1
"""The prices of habits: a meeting too many in a row, lunch between meetings, a fuller slot, a must-meet later."""


def frame(problem: Problem, ceiling: int | None = None) -> Frame:
    """The problem as arrays."""
    wishes, slots, parties = problem.wishes, problem.slots, problem.parties
    widest = max((len(wish.parties) for wish in wishes), default=1)
    attends = np.full((len(wishes), widest), -1, np.int32)
    for number, wish in enumerate(wishes):
        attends[number, : len(wish.parties)] = wish.parties
    # Besides the lists of allowed slots, as every move asks for one cell of it.
    is_open = np.zeros((len(wishes), len(slots)), np.bool_)
    for number, wish in enumerate(wishes):
        is_open[number, list(wish.allowed)] = True
    first = _day_starts(problem)
    place = _ints(first[slot.day] + slot.place for slot in slots)
    at: list[list[int]] = [[] for _place in range(first[-1])]
    for slot, where in enumerate(place):
        at[where].append(slot)
    return Frame(
        parties=attends,
        at_once=_ints(party.at_once for party in parties),
        daily=_ints(len(slots) if party.daily is None else party.daily for party in parties),
        weight=np.array([wish.weight for wish in wishes], np.int64),
        kind=_ints(wish.kind for wish in wishes),
        fixed=np.array([wish.fixed for wish in wishes], np.bool_),
        open=is_open,
        day=_ints(slot.day for slot in slots),
        date=_ints(slot.date for slot in slots),
        place=place,
        bit=np.array([1 << slot.place for slot in slots], np.uint64),
        day_first=first,
        stop=_ints(slot.stop for slot in slots),
        rival=_rivals(problem),
        starts=_ints(slot.starts for slot in slots),
        ends=_ints(slot.ends for slot in slots),
        loose=np.zeros(0, np.int32),
        present=np.array(problem.present, np.uint64).reshape(len(parties), problem.days),
        runs=np.array([problem.measure is IdleMeasure.RUNS]),
        site=_sites(problem),
        ways=np.array(problem.ways, np.int32).reshape(len(problem.ways), len(problem.ways)),
        **_prices(problem, ceiling),
        **_lists(problem, at),
    )


def _sites(problem: Problem) -> Ints:
    if not problem.ways:
        return np.zeros((0, 0), np.int32)
    venues = _ints(slot.venue for slot in problem.slots)
    found = np.tile(venues, (len(problem.wishes), 1))
    for number, wish in enumerate(problem.wishes):
        for stop, site in wish.visits:
            found[number, [slot for slot, place in enumerate(problem.slots) if place.stop == stop]] = site
    return found


def _rivals(problem: Problem) -> np.ndarray[Any, np.dtype[np.bool_]]:
    stops = max((slot.stop for slot in problem.slots), default=0) + 1
    rival = np.zeros((stops, stops), np.bool_)
    for one, other in problem.rivals:
        rival[one, other] = rival[other, one] = True
    return rival


def _lists(problem: Problem, at: list[list[int]]) -> dict[str, Any]:
    """Lists of different lengths as flat arrays, with where each begins (`name_from`)."""
    before, after = _orders(problem)
    rows: dict[str, Sequence[Sequence[int]]] = {
        "allowed": [wish.allowed for wish in problem.wishes],
        "groups": _groups(problem),
        "clash": problem.clashes,
        "at": at,
        "before": before,
        "after": after,
        "wishes": problem.wishes_of,
    }
    lists: dict[str, Any] = {}
    for name, row in rows.items():
        lists[name], lists[name + "_from"] = _flat(row)
    return lists


def state(problem: Problem, f: Frame) -> State:
    """An empty assignment."""
    parties, slots, days = len(problem.parties), len(problem.slots), problem.days
    wishes = len(problem.wishes)
    lanes = _lanes(problem)
    # Compiled code does not check its indexes: these are the most wishes a move can find and shift.
    blocked = f.parties.shape[1] * lanes * max((len(row) for row in problem.clashes), default=1)
    most = max((len(row) for row in problem.wishes_of), default=0)
    found = blocked + f.parties.shape[1] * most + int(np.diff(f.before_from).max(initial=0))
    found += int(np.diff(f.after_from).max(initial=0)) + 8 * max(1, int(np.diff(f.groups_from).max(initial=0)))
    moved = LONGEST + 3 * blocked + 16

    def zeros(*shape: int) -> Ints:
        return np.zeros(shape, np.int32)

    return State(
        slot=np.full(wishes, -1, np.int32),
        seat=np.full((parties, slots, lanes), -1, np.int32),
        used=zeros(parties, int(f.day_first[-1])),
        bits=np.zeros((parties, days), np.uint64),
        cost=np.zeros((parties, days), np.int64),
        room=_ints(group.room for group in problem.groups),
        dated=zeros(parties, max((slot.date for slot in problem.slots), default=0) + 1),
        there=zeros(parties, len(f.rival)),
        members=zeros(slots, wishes),
        filled=zeros(slots),
        position=zeros(wishes),
        chain=zeros(moved),
        origin=zeros(moved),
        target=zeros(moved),
        mark=np.zeros(wishes, np.bool_),
        found=zeros(found),
        bad=zeros(parties * days),
        bad_at=np.full(parties * days, -1, np.int32),
        many=zeros(1),
    )


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), np.int32)


def _flat(rows: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """The rows one after the other, and where each begins."""
    starts = np.zeros(len(rows) + 1, np.int32)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    return _ints(value for row in rows for value in row), starts


def _day_starts(problem: Problem) -> Ints:
    """For every day the number of its first place, counting through; and how many places there are."""
    longest = [0] * problem.days
    for slot in problem.slots:
        longest[slot.day] = max(longest[slot.day], slot.place + 1)
    starts = np.zeros(problem.days + 1, np.int32)
    np.cumsum(longest, out=starts[1:])
    return starts


def _groups(problem: Problem) -> list[list[int]]:
    """The groups that a wish of a kind needs in a slot, by kind * slots + slot."""
    kinds = max((wish.kind for wish in problem.wishes), default=0) + 1
    found: list[list[int]] = [[] for _cell in range(kinds * len(problem.slots))]
    for number, group in enumerate(problem.groups):
        for kind in group.kinds:
            for slot in group.slots if kind < kinds else ():
                found[kind * len(problem.slots) + slot].append(number)
    return found


def _orders(problem: Problem) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _wish in problem.wishes]
    after: list[list[int]] = [[] for _wish in problem.wishes]
    for first, then in problem.orders:
        before[then].append(first)
        after[first].append(then)
    return before, after


def _lanes(problem: Problem) -> int:
    """The most meetings a party may have in one slot, counting kept ones that clash."""
    count: dict[tuple[int, int], int] = {}
    for wish in problem.wishes:
        for party in wish.parties if wish.fixed else ():
            for slot in wish.allowed:
                count[party, slot] = count.get((party, slot), 0) + 1
    return max(max(count.values(), default=1), max((party.at_once for party in problem.parties), default=1))


def _prices(problem: Problem, ceiling: int | None) -> dict[str, Any]:
    """The prices of days, idle places and habits, and their weights."""
    waits_first = problem.waits_first
    unit, day = (FIRST, SECOND) if waits_first else (SECOND, FIRST)
    unit = UNIT if is_plain(problem) else unit

    def price(idle: int) -> int:
        return unit * idle + idle * idle + (5 * unit * max(0, idle - ceiling) if ceiling is not None else 0)

    return {
        # A day has at most 64 places, as many as its number has bits.
        "price": _wide(price(idle) for idle in range(65)),
        "coming": _wide(day * party.day_price for party in problem.parties),
        "early": _ints(LATER * wish.early for wish in problem.wishes),
        "whole": np.array([problem.linked, problem.mornings], np.uint64),
        "terms": terms_of(problem, LIGHT_DAY if waits_first else DAY),
    }


def terms_of(problem: Problem, day: float) -> Wide:
    """Whatever else counts (`pricing.PLAIN` and so on), where a day weighs as much as `day` idle places."""
    habits, weighs = problem.habits, (WAIT, int(day * WAIT))
    if not problem.waits_first:
        weighs = weighs[::-1]
    prices = LONG_RUN, OVER_LUNCH * habits.together, UNEVEN * habits.even
    return _wide([is_plain(problem), *weighs, habits.longest_run, *prices])


def is_plain(problem: Problem) -> bool:
    """Whether nothing counts but idle time, which makes every move quicker."""
    return not problem.counts_days and problem.habits == Habits()


def _wide(values: Iterable[int]) -> Wide:
    return np.array(list(values), np.int64)
