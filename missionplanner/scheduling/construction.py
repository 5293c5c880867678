"""A first timetable at once, so that there is always an answer: the hardest wishes first, what is in the way put off.

Ejection in the manner of Nagata and Braysy (2009): a wish that finds no place gains pressure until it may push out
others that have less; those wait in turn.
"""

import numpy as np

from missionplanner.scheduling.compiling import compiled, inner
from missionplanner.scheduling.kernel import blockers, contains, is_elsewhere, lawful, lift, put
from missionplanner.scheduling.pricing import WAIT, gain, weigh


@compiled
def place_fixed(f, s, fixed):
    """Put every fixed wish where it is, whether that is lawful or not: it is not the planner's to change."""
    for wish in range(len(fixed)):
        if f.fixed[wish] and f.allowed_from[wish + 1] > f.allowed_from[wish]:
            put(f, s, wish, f.allowed[f.allowed_from[wish]])


@compiled
def place_previous(f, s, previous):
    """Put every wish where it was before, if that is lawful still."""
    for wish in range(len(previous)):
        slot = previous[wish]
        if slot < 0 or s.slot[wish] >= 0 or not f.open[wish, slot] or blockers(f, s, wish, slot) > 0:
            continue
        put(f, s, wish, slot)
        if not lawful(f, s, wish):
            lift(f, s, wish)


@compiled
def place_waiting(f, s, rng, queue, pressure, best, tally, tries):
    """Place the waiting wishes, one a try, and copy the assignment worth most to `best`.

    queue: a ring of wishes; tally: its head, its length, the weight placed, the most seen.
    """
    for _k in range(tries):
        if tally[1] == 0:
            break
        wish = queue[tally[0] % len(queue)]
        tally[0] += 1
        tally[1] -= 1
        slot = pick_slot(f, s, rng, wish, pressure)
        many = obstacles(f, s, rng, wish, slot) if slot >= 0 else -1
        if many < 0:
            # By its weight: a must-meet soon outweighs what is in its way, any other only after many tries.
            pressure[wish] += f.weight[wish]
            wait(queue, tally, wish)
            continue
        for k in range(many):
            lift(f, s, s.found[k])
            tally[2] -= f.weight[s.found[k]]
            wait(queue, tally, s.found[k])
        put(f, s, wish, slot)
        tally[2] += f.weight[wish]
        # Pushing others out makes the plan worse for a while: the best one on the way is kept.
        if tally[2] > tally[3]:
            tally[3] = tally[2]
            for other in range(len(best)):
                best[other] = s.slot[other]


@inner
def wait(queue, tally, wish):
    """Put the wish at the end of the queue."""
    # The ring has room for every wish, and a wish is either placed or waits once: it cannot overflow.
    queue[(tally[0] + tally[1]) % len(queue)] = wish
    tally[1] += 1


@inner
def pick_slot(f, s, rng, wish, pressure):
    """The slot with the least pressure in the way, then the least idle time; -1 if all resist."""
    best, least = -1, float(pressure[wish])
    for k in range(f.allowed_from[wish], f.allowed_from[wish + 1]):
        slot = f.allowed[k]
        many = obstacles(f, s, rng, wish, slot)
        cost = 0.0 if many >= 0 else np.inf
        for j in range(many):
            cost += pressure[s.found[j]]
        # Only what has less pressure is pushed out, or two wishes would push out each other in turn.
        if cost >= pressure[wish]:
            continue
        if cost == 0:
            # A free slot costs less than 0, so that it is always preferred: the less it adds to the cost, the less.
            cost = -1 / (2 + max(-1.0, weigh(f.terms, gain(f, s, wish, slot)) / WAIT))
        # Ties are broken by chance: the same choice every time would go round in circles.
        cost -= rng.random() * 1e-3
        if cost < least:
            best, least = slot, cost
    return best


@inner
def obstacles(f, s, rng, wish, slot):
    """Write into s.found the wishes in the way of this one in the slot; returns how many, -1 if one is fixed."""
    # `blockers` writes `found` anew; the functions below add to it.
    many = blockers(f, s, wish, slot)
    for w in range(f.parties.shape[1]):
        party = f.parties[wish, w]
        if party < 0:
            break
        over = s.dated[party, f.date[slot]] + 1 - f.daily[party]
        if over > 0 or is_elsewhere(f, s, party, f.stop[slot]):
            many = too_much(f, s, party, slot, over, many)
            if many < 0:
                return -1
    many = out_of_order(f, s, wish, slot, many)
    many = crowding(f, s, rng, wish, slot, many)
    for k in range(many):
        if f.fixed[s.found[k]]:
            return -1
    return many


@inner
def too_much(f, s, party, slot, over, many):
    """Add the party's wishes at rival stops, and `over` of that date; -1 where so many cannot be put off."""
    for k in range(f.wishes_from[party], f.wishes_from[party + 1]):
        other = f.wishes[k]
        there = s.slot[other]
        if there < 0:
            continue
        spare = over > 0 and f.date[there] == f.date[slot] and not f.fixed[other]
        if not spare and not f.rival[f.stop[slot], f.stop[there]]:
            continue
        if spare:
            over -= 1
        if not contains(s.found, many, other):
            s.found[many] = other
            many += 1
    return many if over <= 0 else -1


@inner
def out_of_order(f, s, wish, slot, many):
    """Add those that would have to come before and do not, and those that would have to come after."""
    for k in range(f.before_from[wish], f.before_from[wish + 1]):
        other = f.before[k]
        if s.slot[other] >= 0 and f.ends[s.slot[other]] > f.starts[slot] and not contains(s.found, many, other):
            s.found[many] = other
            many += 1
    for k in range(f.after_from[wish], f.after_from[wish + 1]):
        other = f.after[k]
        if s.slot[other] >= 0 and f.ends[slot] > f.starts[s.slot[other]] and not contains(s.found, many, other):
            s.found[many] = other
            many += 1
    return many


@inner
def crowding(f, s, rng, wish, slot, many):
    """Add a wish for every group without room that those found so far do not give back."""
    cell = f.kind[wish] * len(f.day) + slot
    for k in range(f.groups_from[cell], f.groups_from[cell + 1]):
        group = f.groups[k]
        left = s.room[group]
        for j in range(many):
            left += uses(f, s, s.found[j], group)
        # Groups keep no lists of members, so members of the slot are drawn; `found` has room for eight draws a group.
        for _try in range(8):
            if left > 0 or s.filled[slot] == 0:
                break
            other = s.members[slot, int(rng.random() * s.filled[slot])]
            if uses(f, s, other, group) and not f.fixed[other] and not contains(s.found, many, other):
                s.found[many] = other
                many += 1
                left += 1
        if left <= 0:
            s.found[0] = wish
            return -1
    return many


@inner
def uses(f, s, wish, group):
    """Whether the wish, where it is now, uses the group."""
    cell = f.kind[wish] * len(f.day) + s.slot[wish]
    for k in range(f.groups_from[cell], f.groups_from[cell + 1]):
        if f.groups[k] == group:
            return 1
    return 0
