"""Chains of moves: a wish goes to a slot, what is in its way to where it was, what is in the way there to the slot.

Such chains (Kempe chains, where a party has one meeting at a time) keep everybody in one meeting at a time.
"""

import numpy as np

from missionplanner.scheduling.compiling import inner
from missionplanner.scheduling.kernel import LONGEST, blockers, has_room, lawful, lift, put
from missionplanner.scheduling.pricing import PLAIN, later, refresh


@inner
def take_away(f, s, wish, target, moved):
    """Lift the wish as the next one of the chain, bound for the target slot; returns how many the chain moves."""
    s.chain[moved], s.origin[moved], s.target[moved] = wish, s.slot[wish], target
    s.mark[wish] = True
    lift(f, s, wish)
    return moved + 1


@inner
def shift(f, s, wish, slot, moved):
    """Move the wish to the slot, what is in its way to where it was, what is in the way there to the slot, and so on.

    The chain begins at `moved`. Returns whether it ended well, and how many wishes have left their slots.
    """
    here, at = s.slot[wish], moved
    moved = take_away(f, s, wish, slot, moved)
    while at < moved:
        wish, target = s.chain[at], s.target[at]
        at += 1
        if moved > LONGEST or not f.open[wish, target]:
            return False, moved
        many = blockers(f, s, wish, target)
        for k in range(many):
            # A wish that was moved already is in the way again: the chain would go round in circles.
            if s.mark[s.found[k]]:
                return False, moved
            # There are two slots in a chain: what has to leave one goes to the other.
            moved = take_away(f, s, s.found[k], here if target == slot else slot, moved)
        put(f, s, wish, target)
    return True, moved


@inner
def put_back(f, s, moved):
    """Undo the chain."""
    for k in range(moved):
        # All are lifted before one is put back: `put` does not check whether a seat is still taken.
        if s.slot[s.chain[k]] >= 0:
            lift(f, s, s.chain[k])
    for k in range(moved):
        put(f, s, s.chain[k], s.origin[k])


@inner
def exchange(f, s, rng, wish, slot):
    """Move the wish to the slot by a chain, and something back by another where a slot became overfull."""
    here = s.slot[wish]
    fine, moved = shift(f, s, wish, slot, 0)
    # A chain can leave one slot overfull by one: a second chain brings something back.
    for _attempt in range(2):
        if not fine:
            return False, moved
        full, empty = (slot, here) if not has_room(f, s, wish, slot, 0) else (here, slot)
        if has_room(f, s, wish, full, 0):
            break
        if s.filled[full] == 0:
            return False, moved
        other = s.members[full, int(rng.random() * s.filled[full])]
        if s.mark[other]:
            return False, moved
        fine, moved = shift(f, s, other, empty, moved)
    # The rules are checked at the end: halfway through a chain they are broken as a matter of course.
    for k in range(moved):
        fine = fine and lawful(f, s, s.chain[k])
    return fine, moved


@inner
def rate(f, s, moved, one, two):
    """Bring the cost of all that moved between two days up to date; returns the change."""
    change = np.int64(0)
    for k in range(moved):
        wish = s.chain[k]
        if not f.terms[PLAIN]:
            change += f.early[wish] * (later(f.starts, s.slot[wish]) - later(f.starts, s.origin[k]))
        change += refresh(f, s, s.chain[k], one)
        if two != one:
            change += refresh(f, s, s.chain[k], two)
    return change
