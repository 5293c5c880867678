"""Less idle time by very many small moves: a wish goes to another slot, what is in its way goes to where it was."""

import math

import numpy as np

from missionplanner.scheduling.chains import exchange, put_back, rate
from missionplanner.scheduling.compiling import compiled, inner
from missionplanner.scheduling.kernel import blockers, has_room, lawful, lift, put
from missionplanner.scheduling.pricing import PLAIN, UNEVEN, gain, ones, refresh, weigh

NEAR = 0.95
"""How often a wish is tried next to another meeting of one of its parties, instead of anywhere."""
GAP, FOCUS = 0.1, 0.4
"""How often an idle place is filled on purpose; how often else a wish of a party with idle places is moved."""


@compiled
def anneal(f, s, rng, best, tally, steps, heat):
    """Try `steps` moves at a heat (in the unit of `weigh`) and copy the best assignment seen to `best`.

    tally: the cost now, the least seen, and that at which to stop; the first two are brought up to date.
    """
    for _k in range(steps):
        tally[0] += step(f, s, rng, heat)
        if tally[0] < tally[1]:
            tally[1] = tally[0]
            for wish in range(len(best)):
                best[wish] = s.slot[wish]
            # The goal is a proved bound: further moves cannot gain anything.
            if tally[1] <= tally[2]:
                break


@inner
def step(f, s, rng, heat):
    """Try one move; returns by how much the cost changed."""
    wish, slot = pick(f, s, rng)
    if slot == s.slot[wish]:
        return np.int64(0)
    if has_room(f, s, wish, slot, 1) and blockers(f, s, wish, slot) == 0:
        return move(f, s, rng, heat, wish, slot)
    return swap(f, s, rng, heat, wish, slot)


@inner
def accepts(terms, rng, heat, change):
    """Whether a change of the cost is taken at this heat (Metropolis)."""
    weight = weigh(terms, change)
    return weight <= 0 or rng.random() < math.exp(-weight / heat)


@inner
def move(f, s, rng, heat, wish, slot):
    """Move the wish to a slot where nothing is in its way, if that is lawful and accepted."""
    # The change of the cost is known without moving anything, so that a refused move costs little.
    here, change = s.slot[wish], gain(f, s, wish, slot)
    if not accepts(f.terms, rng, heat, change):
        return np.int64(0)
    lift(f, s, wish)
    put(f, s, wish, slot)
    if not lawful(f, s, wish):
        lift(f, s, wish)
        put(f, s, wish, here)
        return np.int64(0)
    refresh(f, s, wish, f.day[here])
    refresh(f, s, wish, f.day[slot])
    return change


@inner
def swap(f, s, rng, heat, wish, slot):
    """Move the wish to a slot that is taken, by a chain, if that works out, is lawful and accepted."""
    here = s.slot[wish]
    crowd = uneven(f.terms, s.filled, here, slot)
    fine, moved = exchange(f, s, rng, wish, slot)
    change = np.int64(0)
    if fine:
        # Only a finished chain can be rated: what it moves depends on what is in the way.
        change = rate(f, s, moved, f.day[here], f.day[slot]) + uneven(f.terms, s.filled, here, slot) - crowd
        if not accepts(f.terms, rng, heat, change):
            put_back(f, s, moved)
            # The costs of the refused chain have been entered; enter the old ones again.
            rate(f, s, moved, f.day[here], f.day[slot])
            change = np.int64(0)
    else:
        put_back(f, s, moved)
    for k in range(moved):
        s.mark[s.chain[k]] = False
    return change


@inner
def uneven(terms, filled, one, two):
    """The price of how full two slots are."""
    if terms[PLAIN]:
        return np.int64(0)
    return terms[UNEVEN] * (filled[one] * filled[one] + filled[two] * filled[two])


@inner
def pick(f, s, rng):
    """A wish and a slot to try it in."""
    if s.many[0] > 0 and rng.random() < GAP:
        wish, slot = pick_gap(f, s, rng)
        if wish >= 0:
            return wish, slot
    wish = pick_wish(f, s, rng)
    slot = pick_near(f, s, rng, wish) if rng.random() < NEAR else -1
    if slot < 0:
        first, last = f.allowed_from[wish], f.allowed_from[wish + 1]
        slot = f.allowed[first + int(rng.random() * (last - first))]
    return wish, slot


@inner
def any_of(values, starts, row, rng):
    """A random one of the values of a row; -1 when it has none."""
    first, last = starts[row], starts[row + 1]
    return values[first + int(rng.random() * (last - first))] if last > first else -1


@inner
def pick_near(f, s, rng, wish):
    """A slot right before or after another meeting of one of the wish's parties; -1 where that cannot be."""
    party = f.parties[wish, int(rng.random() * f.parties.shape[1])]
    if party < 0:
        return -1
    other = any_of(f.wishes, f.wishes_from, party, rng)
    if other == wish or s.slot[other] < 0:
        return -1
    place = f.place[s.slot[other]] + (1 if rng.random() < 0.5 else -1)
    if place < 0 or place >= len(f.at_from) - 1:
        return -1
    slot = any_of(f.at, f.at_from, place, rng)
    return slot if slot >= 0 and f.open[wish, slot] else -1


@inner
def pick_wish(f, s, rng):
    """A wish to move: often one of a party that has idle places that day."""
    if s.many[0] > 0 and rng.random() < FOCUS:
        # `refresh` keeps the list of days with idle places, each as party * days + day: nothing is searched here.
        cell = s.bad[int(rng.random() * s.many[0])]
        party, day = cell // s.cost.shape[1], cell % s.cost.shape[1]
        first, last = f.wishes_from[party], f.wishes_from[party + 1]
        # From a random wish on, or always the party's first one would move.
        start = int(rng.random() * (last - first))
        for k in range(last - first):
            wish = f.wishes[first + (start + k) % (last - first)]
            if s.slot[wish] >= 0 and not f.fixed[wish] and f.day[s.slot[wish]] == day:
                return wish
    return f.loose[int(rng.random() * len(f.loose))]


@inner
def pick_gap(f, s, rng):
    """A wish of a party with idle places, and one of these as a slot for it; -1 where that cannot be."""
    cell = s.bad[int(rng.random() * s.many[0])]
    party, day = cell // s.cost.shape[1], cell % s.cost.shape[1]
    bits = s.bits[party, day]
    wish = any_of(f.wishes, f.wishes_from, party, rng)
    # The place of the day's first meeting: the bits below the lowest set one, counted. Nothing before it is idle.
    low = ones((bits & (~bits + np.uint64(1))) - np.uint64(1))
    many = f.day_first[day + 1] - f.day_first[day] - low
    k = low + int(rng.random() * many)
    # Only a free place with a meeting after it is idle.
    if (bits >> np.uint64(k)) & np.uint64(1) or bits >> np.uint64(k) == 0 or s.slot[wish] < 0 or f.fixed[wish]:
        return -1, -1
    slot = any_of(f.at, f.at_from, f.day_first[day] + k, rng)
    if slot < 0 or not f.open[wish, slot]:
        return -1, -1
    return wish, slot
