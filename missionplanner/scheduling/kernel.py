"""An assignment as arrays, and the steps that change it, compiled by numba.

Everything is integers. A *wish* is a meeting to place, a *party* one of those who attend it, a *place* one of the
consecutive times of a day at which a party is busy or idle. `f` is the Frame, `s` the State.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from missionplanner.scheduling.compiling import compiled, inner

Ints = NDArray[np.int32]
Bits = NDArray[np.uint64]
Wide = NDArray[np.int64]

LONGEST = 6
"""The most wishes one chain may push out."""


class Frame(NamedTuple):
    """The data that stays the same while searching; of lists of lists `x[x_from[i]:x_from[i + 1]]` is the i-th."""

    parties: Ints
    """The parties of each wish: (wishes, most parties), -1 where there are fewer."""
    at_once: Ints
    """How many meetings each party may have at a time."""
    daily: Ints
    """How many meetings each party may have a day."""
    weight: NDArray[np.int64]
    """The value of placing each wish."""
    kind: Ints
    """Which groups of tables or interpreters each wish uses."""
    fixed: NDArray[np.bool_]
    """Whether each wish stays where it is."""
    open: NDArray[np.bool_]
    """Which slots each wish may take: (wishes, slots)."""
    allowed: Ints
    """The slots each wish may take."""
    allowed_from: Ints
    groups: Ints
    """The groups a wish of a kind needs in a slot, by kind * slots + slot."""
    groups_from: Ints
    clash: Ints
    """The slots that exclude each slot for a party."""
    clash_from: Ints
    day: Ints
    """The day of each slot, counted per stop."""
    date: Ints
    """The date of each slot."""
    place: Ints
    """The place of each slot, counted through all days."""
    bit: Bits
    """The place of each slot within its day, as a bit."""
    day_first: Ints
    """The first place of each day."""
    at: Ints
    """The slots of each place."""
    at_from: Ints
    stop: Ints
    """The stop of each slot."""
    rival: NDArray[np.bool_]
    """Which stops run in parallel: (stops, stops)."""
    starts: Ints
    """The beginning of each slot, in minutes."""
    ends: Ints
    """The end of each slot, in minutes."""
    before: Ints
    """The wishes that have to end before each wish begins."""
    before_from: Ints
    after: Ints
    """The wishes that have to begin after each wish has ended."""
    after_from: Ints
    wishes: Ints
    """The wishes of each party."""
    wishes_from: Ints
    loose: Ints
    """Placed wishes that may move."""
    present: Bits
    """The places in which each party is there, as bits: (parties, days)."""
    price: Wide
    """The price of 0, 1, ... idle places in a day of a party."""
    coming: Wide
    """The price of every day each party comes."""
    early: Ints
    """The price of each wish for every half hour later."""
    whole: Bits
    """Of each day the places after which the next one follows without a break, and those before lunch: (2, days)."""
    terms: Wide
    """Whatever else counts, by the names of `pricing`."""
    runs: NDArray[np.bool_]
    """Whether runs of idle places count instead: one element."""
    site: Ints
    """Where each wish is held in each slot: (wishes, slots); empty where all are at the venues of their slots."""
    ways: Ints
    """The minutes there have to be between meetings at two sites: (sites, sites)."""


class State(NamedTuple):
    """An assignment and what follows from it."""

    slot: Ints
    """The slot of each wish, -1 while unplaced."""
    seat: Ints
    """The wish a party is busy with, or -1: (parties, slots, lanes)."""
    used: Ints
    """How many meetings a party has: (parties, places)."""
    bits: Bits
    """The used places of each party, as bits: (parties, days)."""
    cost: Wide
    """The price of each party's day: (parties, days)."""
    room: Ints
    """The room left in each group."""
    dated: Ints
    """How many meetings a party has: (parties, dates)."""
    there: Ints
    """How many meetings a party has: (parties, stops)."""
    members: Ints
    """The wishes of each slot."""
    filled: Ints
    """How many wishes each slot holds."""
    position: Ints
    """Where in `members` each wish stands."""
    chain: Ints
    """The wishes of the present move."""
    origin: Ints
    """The slots they come from."""
    target: Ints
    """The slots they go to."""
    mark: NDArray[np.bool_]
    """Whether a wish is part of the present move."""
    found: Ints
    """The wishes in the way."""
    bad: Ints
    """Days with idle places."""
    bad_at: Ints
    """Where in `bad` each day stands, or -1."""
    many: Ints
    """How many of them there are: one element."""


@inner
def put(f, s, wish, slot):
    """Give the wish the slot, whatever else is there."""
    s.slot[wish] = slot
    cell = f.kind[wish] * len(f.day) + slot
    for k in range(f.groups_from[cell], f.groups_from[cell + 1]):
        s.room[f.groups[k]] -= 1
    for w in range(f.parties.shape[1]):
        party = f.parties[wish, w]
        if party < 0:
            break
        lane = 0
        while s.seat[party, slot, lane] >= 0:
            lane += 1
        s.seat[party, slot, lane] = wish
        s.used[party, f.place[slot]] += 1
        # Several meetings of a party at one place are one busy place.
        if s.used[party, f.place[slot]] == 1:
            s.bits[party, f.day[slot]] |= f.bit[slot]
        s.dated[party, f.date[slot]] += 1
        s.there[party, f.stop[slot]] += 1
    # An unordered list that knows the position of each member: leaving it takes no search.
    s.position[wish] = s.filled[slot]
    s.members[slot, s.filled[slot]] = wish
    s.filled[slot] += 1


@inner
def lift(f, s, wish):
    """Take the wish out of its slot."""
    slot = s.slot[wish]
    s.slot[wish] = -1
    cell = f.kind[wish] * len(f.day) + slot
    for k in range(f.groups_from[cell], f.groups_from[cell + 1]):
        s.room[f.groups[k]] += 1
    for w in range(f.parties.shape[1]):
        party = f.parties[wish, w]
        if party < 0:
            break
        lane = 0
        while s.seat[party, slot, lane] != wish:
            lane += 1
        s.seat[party, slot, lane] = -1
        s.used[party, f.place[slot]] -= 1
        if s.used[party, f.place[slot]] == 0:
            s.bits[party, f.day[slot]] &= ~f.bit[slot]
        s.dated[party, f.date[slot]] -= 1
        s.there[party, f.stop[slot]] -= 1
    s.filled[slot] -= 1
    # The last member moves up into the gap.
    last = s.members[slot, s.filled[slot]]
    s.members[slot, s.position[wish]] = last
    s.position[last] = s.position[wish]


@inner
def lawful(f, s, wish):
    """Whether a placed wish keeps the rules that chains do not look after: room, days, rival stops, order."""
    slot = s.slot[wish]
    if not has_room(f, s, wish, slot, 0):
        return False
    for w in range(f.parties.shape[1]):
        party = f.parties[wish, w]
        if party < 0:
            break
        if s.dated[party, f.date[slot]] > f.daily[party] or is_elsewhere(f, s, party, f.stop[slot]):
            return False
    return in_order(f, s, wish, slot)


@inner
def is_elsewhere(f, s, party, stop):
    """Whether the party has meetings at a stop that runs in parallel."""
    for other in range(len(f.rival)):
        if f.rival[stop, other] and s.there[party, other] > 0:
            return True
    return False


@inner
def in_order(f, s, wish, slot):
    """Whether the wish in this slot comes after those that come before it, and before those that come after."""
    for k in range(f.before_from[wish], f.before_from[wish + 1]):
        other = s.slot[f.before[k]]
        if other >= 0 and f.ends[other] > f.starts[slot]:
            return False
    for k in range(f.after_from[wish], f.after_from[wish + 1]):
        other = s.slot[f.after[k]]
        if other >= 0 and f.ends[slot] > f.starts[other]:
            return False
    return True


@inner
def blockers(f, s, wish, slot):
    """Write into s.found the wishes that have to leave before the wish can take the slot; returns how many."""
    many = 0
    for w in range(f.parties.shape[1]):
        party = f.parties[wish, w]
        if party < 0:
            break
        busy = 0
        for k in range(f.clash_from[slot], f.clash_from[slot + 1]):
            for lane in range(s.seat.shape[2]):
                other = s.seat[party, f.clash[k], lane]
                if other < 0:
                    continue
                if len(f.site) and is_in_time(f.site, f.ways, f.starts, f.ends, wish, slot, other, f.clash[k]):
                    continue
                busy += 1
                # One less than the party may have at a time can stay.
                if busy >= f.at_once[party] and not contains(s.found, many, other):
                    s.found[many] = other
                    many += 1
    return many


@inner
def is_in_time(site, ways, starts, ends, wish, slot, other, there):
    """Whether somebody gets from one of two meetings to the other."""
    gap = max(starts[slot] - ends[there], starts[there] - ends[slot])
    return gap >= 0 and gap >= ways[site[wish, slot], site[other, there]]


@inner
def contains(values, many, value):
    """Whether the value is among the first `many`."""
    for k in range(many):
        if values[k] == value:
            return True
    return False


@inner
def has_room(f, s, wish, slot, wanted):
    """Whether every group the wish uses in the slot has at least `wanted` left; 0 asks whether none is overfull."""
    cell = f.kind[wish] * len(f.day) + slot
    for k in range(f.groups_from[cell], f.groups_from[cell + 1]):
        if s.room[f.groups[k]] < wanted:
            return False
    return True


@compiled
def take_over(f, s, slots):
    """Make the assignment that of `slots`, one for every wish, -1 for none; nothing is checked."""
    # All that leave go first: `put` does not check whether a seat is still taken.
    for wish in range(len(slots)):
        if s.slot[wish] >= 0 and s.slot[wish] != slots[wish]:
            lift(f, s, wish)
    for wish in range(len(slots)):
        if slots[wish] >= 0 and s.slot[wish] != slots[wish]:
            put(f, s, wish, slots[wish])
