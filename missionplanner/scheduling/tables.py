"""Tables for companies that stay where they are within a day: stretches of meetings coloured as intervals.

The meetings of a company of one day at a venue are its *stretch*. Taken in the order of their beginnings, each to a
table that is free at all of its times, stretches need no more tables than overlap at a time: that is how intervals are
coloured exactly. Where kept meetings and absent tables leave a stretch no table it is divided, as seldom as possible.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, Owner, Slot

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting that needs a table."""

    number: int
    """Its wish."""
    pair: Pair
    slot: Slot
    before: Meeting | None = None
    """The meeting of the pair in the timetable before."""


class Tables:
    """Which tables of all venues are taken when; gives tables to stretches."""

    def __init__(self, plan: Plan, side: Side) -> None:
        """`side`: the one that keeps its tables."""
        self._plan, self._side = plan, side
        self._taken: dict[int, list[Slot]] = defaultdict(list)
        self._seats: dict[tuple[int, int], dict[Slot, int]] = defaultdict(dict)
        """Where a company sits at a venue, by slot."""
        self.found: dict[int, int] = {}
        """Tables by wish."""

    def take(self, table_id: int, sitting: Sitting) -> None:
        """Give a meeting a table."""
        self.found[sitting.number] = table_id
        self._taken[table_id].append(sitting.slot)
        for company in sitting.pair:
            self._seats[company, self._venue(sitting.slot)][sitting.slot] = table_id

    def seat(self, sittings: Iterable[Sitting]) -> None:
        """Give all of the meetings tables; one for which none is free gets none."""
        stretches: dict[tuple[int, int, object], list[Sitting]] = defaultdict(list)
        for one in sorted(sittings, key=lambda one: (one.slot.starts, one.number)):
            stretches[self._stays(one.pair), self._venue(one.slot), one.slot.day].append(one)
        # Those that sit somewhere already have no choice; the others come in the order of time.
        order = sorted(stretches.values(), key=lambda row: (not self._sits(row), row[0].slot.starts, row[0].number))
        for stretch in order:
            self._seat_stretch(stretch)

    def _seat_stretch(self, stretch: list[Sitting]) -> None:
        while stretch:
            table, many = self._best(stretch)
            if table is None:
                stretch = stretch[1:]
                continue
            for one in stretch[:many]:
                self.take(table, one)
            stretch = stretch[many:]

    def _best(self, stretch: list[Sitting]) -> tuple[int | None, int]:
        """The table that is free for the most meetings on end, and for how many; of several the one that suits best."""
        best: tuple[tuple[int, ...], int | None, int] = ((0,), None, 0)
        wanted, ways = self._wanted(stretch), [self._tables_around(one) for one in stretch]
        for place, table in enumerate(self._plan.snapshot.tables_of.get(self._venue(stretch[0].slot), [])):
            many = next((n for n, one in enumerate(stretch) if not self._is_free(table.id, one.slot)), len(stretch))
            if many:
                way = sum(abs(number - table.number) for numbers in ways[:many] for number in numbers)
                rank = (many, wanted.get(table.id, 0), -way, -place)
                best = max(best, (rank, table.id, many), key=lambda row: row[0])
        return best[1], best[2]

    def _wanted(self, stretch: list[Sitting]) -> Mapping[int, int]:
        """How much speaks for tables: where it sits that day, where meetings stay, where it sits on other days."""
        found: dict[int, int] = defaultdict(int)
        company, venue = self._stays(stretch[0].pair), self._venue(stretch[0].slot)
        for slot, table in self._seats[company, venue].items():
            found[table] += 10_000 if slot.day == stretch[0].slot.day else 1
        for one in stretch:
            # Nobody has to be informed of a meeting that stays in its slot and at its table.
            if one.before and one.before.slot_id == one.slot.id and one.before.table_id is not None:
                found[one.before.table_id] += 100
        return found

    def _tables_around(self, one: Sitting) -> list[int]:
        """The numbers of the tables the other side comes from that day and goes to next; tables lie in their order."""
        other = one.pair[1] if self._stays(one.pair) == one.pair[0] else one.pair[0]
        there = self._seats[other, self._venue(one.slot)].items()
        seats = {slot: table for slot, table in there if slot.day == one.slot.day}
        earlier = max((s for s in seats if s.ends <= one.slot.starts), key=lambda s: s.starts, default=None)
        later = min((s for s in seats if s.starts >= one.slot.ends), key=lambda s: s.starts, default=None)
        return [self._plan.snapshot.table[seats[slot]].number for slot in (earlier, later) if slot is not None]

    def _sits(self, stretch: list[Sitting]) -> bool:
        """Whether the company sits somewhere that day already."""
        one = stretch[0]
        seats = self._seats[self._stays(one.pair), self._venue(one.slot)]
        return any(slot.day == one.slot.day for slot in seats)

    def _stays(self, pair: Pair) -> int:
        return pair[1] if self._side is Side.COUNTERPART else pair[0]

    def _venue(self, slot: Slot) -> int:
        return self._plan.snapshot.venue_of_slot[slot.id].id

    def _is_free(self, table: int, slot: Slot) -> bool:
        if self._plan.absence(Owner.TABLE, table, slot):
            return False
        return not any(other.span.overlaps(slot.span) for other in self._taken[table])
