"""How full the tables are: by slot and by table, and who sits where at a moment."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from missionplanner.domain.mission import Table
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, Owner, Slot


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what there is, is used."""

    used: int
    there: int
    """How many could be used: tables that are not away in a slot, or slots in which a table is there."""

    @property
    def part(self) -> float:
        """The part that is used, 0 to 1; of nothing none."""
        return min(self.used / self.there, 1.0) if self.there else 0.0


@dataclass(frozen=True)
class Loads:
    """The tables of a venue over all of its slots."""

    tables: tuple[Table, ...]
    """By their numbers."""
    slots: tuple[Slot, ...]
    """In the order of time."""
    meetings: Mapping[tuple[int, int], tuple[Meeting, ...]]
    """The meetings by slot and table; several only where there is a conflict."""
    away: frozenset[tuple[int, int]]
    """Slots and tables that are not available then."""

    @cached_property
    def by_slot(self) -> dict[int, Share]:
        """How many of the tables are used in each slot."""
        used = Counter(slot for slot, _table in self.meetings)
        return {
            slot.id: Share(used[slot.id], sum((slot.id, table.id) not in self.away for table in self.tables))
            for slot in self.slots
        }

    @cached_property
    def by_table(self) -> dict[int, Share]:
        """In how many of the slots each table is used."""
        used = Counter(table for _slot, table in self.meetings)
        return {
            table.id: Share(used[table.id], sum((slot.id, table.id) not in self.away for slot in self.slots))
            for table in self.tables
        }

    @cached_property
    def by_day(self) -> dict[date, Share]:
        """How many of the places, each a table in a slot, are used on each day."""
        found: dict[date, Share] = {}
        for slot in self.slots:
            one, before = self.by_slot[slot.id], found.get(slot.day, Share(0, 0))
            found[slot.day] = Share(before.used + one.used, before.there + one.there)
        return found

    @cached_property
    def whole(self) -> Share:
        """How many of all places are used."""
        days = self.by_day.values()
        return Share(sum(one.used for one in days), sum(one.there for one in days))

    def of_table_on(self, table_id: int, day: date) -> Share:
        """Return in how many of the slots of a day a table is used."""
        slots = [slot.id for slot in self.slots if slot.day == day]
        used = sum((slot, table_id) in self.meetings for slot in slots)
        return Share(used, sum((slot, table_id) not in self.away for slot in slots))

    @property
    def peak(self) -> int:
        """The most tables in use in a slot."""
        return max((one.used for one in self.by_slot.values()), default=0)

    @property
    def never_used(self) -> int:
        """How many tables are in use in no slot."""
        return sum(not one.used for one in self.by_table.values())


def loads(plan: Plan, venue_id: int) -> Loads:
    """Return how full the tables of a venue are."""
    snapshot = plan.snapshot
    tables = tuple(snapshot.tables_of.get(venue_id, ()))
    here = (slot for slot in snapshot.slots if snapshot.venue_of_slot[slot.id].id == venue_id)
    slots = tuple(sorted(here, key=lambda slot: (slot.starts, slot.id)))
    found: dict[tuple[int, int], tuple[Meeting, ...]] = {}
    for table in tables:
        for meeting in plan.of_table.get(table.id, ()):
            key = (meeting.slot_id, table.id)
            found[key] = (*found.get(key, ()), meeting)
    away = frozenset(
        (slot.id, table.id) for slot in slots for table in tables if plan.absence(Owner.TABLE, table.id, slot)
    )
    return Loads(tables, slots, found, away)


@dataclass(frozen=True, slots=True)
class Seat:
    """A table at a moment."""

    table: Table
    meetings: tuple[Meeting, ...] = ()
    """The meetings at it; several only where there is a conflict."""
    is_away: bool = False
    """Whether it is not available then."""


def moments(plan: Plan, venue_id: int) -> list[datetime]:
    """Return the times at which meetings begin at a venue."""
    venue = plan.snapshot.venue_of_slot
    return sorted({slot.starts for slot in plan.snapshot.slots if venue[slot.id].id == venue_id})


def seats(plan: Plan, venue_id: int, moment: datetime) -> list[Seat]:
    """Return who sits at each table of a venue at a moment, tables by their numbers."""
    snapshot = plan.snapshot
    now = [
        slot
        for slot in snapshot.slots
        if snapshot.venue_of_slot[slot.id].id == venue_id and slot.starts <= moment < slot.ends
    ]
    keys = {slot.id for slot in now}
    return [
        Seat(
            table,
            tuple(m for m in plan.of_table.get(table.id, ()) if m.slot_id in keys),
            any(plan.absence(Owner.TABLE, table.id, slot) for slot in now),
        )
        for table in snapshot.tables_of.get(venue_id, ())
    ]


def visits(plan: Plan, stop_id: int, moment: datetime) -> list[Meeting]:
    """Return the meetings at offices of a stop at a moment."""
    return [
        meeting
        for meeting in plan.meetings
        if meeting.table_id is None
        and plan.snapshot.stop_of_slot[meeting.slot_id].id == stop_id
        and plan.slot(meeting).starts <= moment < plan.slot(meeting).ends
    ]
