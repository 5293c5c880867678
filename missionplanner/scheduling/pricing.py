"""The cost of an assignment, compiled: one number for goals in order, known of every move before it is made.

The first goal is counted in units of FIRST, the second in units of SECOND, and what decides between plans that are
equal in both in ones: of two costs the smaller is that of the better plan. In the balance of a move, where a little
worse may be taken, they weigh what `Frame.terms` says.
"""

import numpy as np

from missionplanner.scheduling.compiling import compiled, inner

FIRST_BITS, SECOND_BITS = 42, 22
FIRST, SECOND = 1 << FIRST_BITS, 1 << SECOND_BITS
WAIT = 1000
"""The weight of an idle place in the balance of a move."""
HALF_HOUR = 30

PLAIN, FIRST_WEIGHS, SECOND_WEIGHS, LONGEST_RUN, LONG_RUN, OVER_LUNCH, UNEVEN = range(7)
"""The places in `Frame.terms`: whether nothing costs but idle places, what one more of the goals weighs in the balance
of a move, how long a run is borne, and the prices of a longer one, of lunch between meetings, of a fuller slot.
"""
_LINKED, _MORNING = 0, 1
"""The rows of `Frame.whole`."""


@inner
def weigh(terms, change):
    """Return what a change of the cost weighs in the balance of a move."""
    if terms[PLAIN]:
        return change
    # A change of the smaller goals can be negative: each is rounded to the nearest unit.
    first = (change + FIRST // 2) >> FIRST_BITS
    rest = change - (first << FIRST_BITS)
    second = (rest + SECOND // 2) >> SECOND_BITS
    return first * terms[FIRST_WEIGHS] + second * terms[SECOND_WEIGHS] + (rest - (second << SECOND_BITS))


@inner
def ones(x):
    """How many bits of a 64-bit number are set."""
    # Counted in pairs of bits, then in fours, then in bytes, which one multiplication adds up.
    x = x - ((x >> np.uint64(1)) & np.uint64(0x5555555555555555))
    x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
    x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((x * np.uint64(0x0101010101010101)) >> np.uint64(56))


@inner
def idle_of(bits, present, runs):
    """Idle places, among those where the party is present, between the first and last set bit; or runs of them."""
    if bits == 0:
        return 0
    if runs:
        return ones(bits & ~(bits >> np.uint64(1))) - 1
    x = bits
    # Sets every bit below the highest one, without a loop over the places.
    x |= x >> np.uint64(1)
    x |= x >> np.uint64(2)
    x |= x >> np.uint64(4)
    x |= x >> np.uint64(8)
    x |= x >> np.uint64(16)
    x |= x >> np.uint64(32)
    # Places before the first meeting are not idle: the bits below the lowest set one.
    below = (bits & (~bits + np.uint64(1))) - np.uint64(1)
    return ones(x & ~below & ~bits & present)


@inner
def price_of(idle, coming, terms, whole, day, bits):
    """Return the price of a day whose used places are the bits: that of its idle places, that one comes, its habits."""
    if terms[PLAIN] or bits == 0 or coming == 0:
        return idle
    # Only companies have habits; of a delegate's or a seat's day nothing but the idle places counts.
    return idle + coming + habits_of(terms, bits, whole[_LINKED, day], whole[_MORNING, day])


@inner
def habits_of(terms, bits, linked, morning):
    """Return the price of what is not liked in a day: runs that are too long, lunch between meetings."""
    price = np.int64(0)
    if terms[LONGEST_RUN] > 0:
        price += terms[LONG_RUN] * overlong(bits, linked, terms[LONGEST_RUN])
    if bits & morning and bits & ~morning:
        price += terms[OVER_LUNCH]
    return price


@inner
def overlong(bits, linked, longest):
    """Return by how many meetings the runs without a break are longer than `longest`."""
    run = bits
    for _k in range(longest):
        run = bits & linked & (run >> np.uint64(1))
        if run == 0:
            return np.int64(0)
    return ones(run)


@inner
def gain(f, s, wish, slot):
    """By how much the cost changes when the wish, placed or not, moves to a slot where nobody is in its way."""
    here, day, runs = s.slot[wish], f.day[slot], f.runs[0]
    change = np.int64(0)
    if not f.terms[PLAIN]:
        change += gain_beside(f.terms, f.early[wish], f.starts, s.filled, here, slot)
    for w in range(f.parties.shape[1]):
        party = f.parties[wish, w]
        if party < 0:
            break
        bits = s.bits[party, day]
        if here >= 0:
            left = s.bits[party, f.day[here]]
            # Beside another meeting at the same place the party stays busy there.
            if s.used[party, f.place[here]] == 1:
                left &= ~f.bit[here]
            # Within one day leaving and coming have one price together.
            if f.day[here] == day:
                bits = left
            else:
                idle = f.price[idle_of(left, f.present[party, f.day[here]], runs)]
                price = price_of(idle, f.coming[party], f.terms, f.whole, f.day[here], left)
                change += price - s.cost[party, f.day[here]]
        bits |= f.bit[slot]
        idle = f.price[idle_of(bits, f.present[party, day], runs)]
        change += price_of(idle, f.coming[party], f.terms, f.whole, day, bits) - s.cost[party, day]
    return change


@inner
def gain_beside(terms, early, starts, filled, here, slot):
    """By how much the cost changes, besides that of days: a must-meet is later, a slot is fuller."""
    if here < 0:
        return early * later(starts, slot) + terms[UNEVEN] * (2 * filled[slot] + 1)
    change = early * (later(starts, slot) - later(starts, here))
    if slot != here:
        change += terms[UNEVEN] * 2 * (filled[slot] - filled[here] + 1)
    return change


@inner
def later(starts, slot):
    """How many half hours a slot is later than the first."""
    return np.int64(starts[slot]) // HALF_HOUR


@inner
def refresh(f, s, wish, day):
    """Bring the cost of the wish's parties on the day up to date; returns by how much it changed."""
    change = np.int64(0)
    for w in range(f.parties.shape[1]):
        party = f.parties[wish, w]
        if party < 0:
            break
        bits, then = s.bits[party, day], s.cost[party, day]
        idle = idle_of(bits, f.present[party, day], f.runs[0])
        now = price_of(f.price[idle], f.coming[party], f.terms, f.whole, day, bits)
        if now == then:
            continue
        change += now - then
        s.cost[party, day] = now
        note_idle(s.bad, s.bad_at, s.many, party * s.cost.shape[1] + day, idle > 0)
    return change


@inner
def note_idle(bad, bad_at, many, cell, idle):
    """Keep the list of days with idle places up to date."""
    if idle and bad_at[cell] < 0:
        bad[many[0]] = cell
        bad_at[cell] = many[0]
        many[0] += 1
    elif not idle and bad_at[cell] >= 0:
        many[0] -= 1
        last = bad[many[0]]
        bad[bad_at[cell]] = last
        bad_at[last] = bad_at[cell]
        bad_at[cell] = -1


@compiled
def settle(f, s):
    """Work out the cost of every day, wish and slot anew; returns the whole."""
    total = np.int64(0)
    for party in range(s.cost.shape[0]):
        for day in range(s.cost.shape[1]):
            bits = s.bits[party, day]
            idle = idle_of(bits, f.present[party, day], f.runs[0])
            s.cost[party, day] = price_of(f.price[idle], f.coming[party], f.terms, f.whole, day, bits)
            total += s.cost[party, day]
            note_idle(s.bad, s.bad_at, s.many, party * s.cost.shape[1] + day, idle > 0)
    for wish in range(len(s.slot)):
        if s.slot[wish] >= 0:
            total += f.early[wish] * later(f.starts, s.slot[wish])
    for slot in range(len(s.filled)):
        total += f.terms[UNEVEN] * s.filled[slot] * s.filled[slot]
    return total
