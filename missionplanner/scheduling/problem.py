"""A scheduling problem in integers: wishes, slots, and their limits. Nothing here knows of a mission."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import combinations

Assignment = Mapping[int, int]
"""Wish to slot, both by index; unplaced wishes are left out."""

MOST_PLACES = 62
"""A day has at most so many places, for it is kept as the bits of one number."""


class IdleMeasure(Enum):
    """The measure of idle time between the first and the last meeting of a party's day."""

    SLOTS = "slots"
    """Places in which the party is present and has no meeting."""
    RUNS = "runs"
    """Maximal runs of places without a meeting."""


class Aim(Enum):
    """The goals that follow the value of a plan."""

    DAYS = "days"
    """Few days that parties have to come."""
    IDLE = "idle"
    """Little idle time."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who attends meetings: a company, a delegate."""

    at_once: int = 1
    """How many meetings it may have at a time."""
    daily: int | None = None
    """How many meetings it may have a day; None for any number."""
    absent: frozenset[int] = frozenset()
    """Slots in which the party cannot meet anybody; they do not count as idle."""
    day_price: int = 0
    """The weight of every day it has to come; 0 where its days do not count."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a slot lies."""

    day: int
    """Index of the day at its stop."""
    place: int
    """Position among the day's beginnings."""
    stop: int
    date: int
    """Index of the date, over all stops."""
    starts: int
    """Minutes since the beginning of the mission."""
    ends: int
    """Minutes since the beginning of the mission."""
    after_lunch: bool = False
    venue: int = 0
    """The site of the venue (`Problem.ways`)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A meeting to place."""

    parties: tuple[int, ...]
    """Who attends it."""
    allowed: tuple[int, ...]
    """Slots it may take."""
    weight: int = 1
    """The value of placing it."""
    kind: int = 0
    """Which groups of tables or interpreters it uses."""
    previous: int | None = None
    """Its slot in the plan before, kept where nothing speaks against it."""
    fixed: bool = False
    """Whether it must stay in its only allowed slot."""
    early: bool = False
    """Whether it is better early, so that there is a second chance."""
    visits: tuple[tuple[int, int], ...] = ()
    """The stops at which it is held at an office instead of the venue of its slot, each with the site of that."""


@dataclass(frozen=True, slots=True)
class Group:
    """A resource that is limited: the tables of a venue, the interpreters of a language."""

    slots: tuple[int, ...]
    """The slots that share it."""
    room: int
    """How many wishes may use it there."""
    kinds: frozenset[int] = frozenset({0})
    """The kinds of wishes that use it."""


@dataclass(frozen=True, slots=True)
class Habits:
    """The preferences that decide between plans that are as good in every goal."""

    longest_run: int = 0
    """So many meetings in a row are borne without a break; 0 for any number."""
    together: bool = False
    """Whether a party's meetings of a day are better all before lunch or all after it."""
    even: bool = False
    """Whether every slot should have about as many meetings."""


@dataclass(frozen=True)
class Problem:
    """A problem of scheduling; everything is named by its index."""

    parties: tuple[Party, ...]
    slots: tuple[Place, ...]
    wishes: tuple[Wish, ...]
    groups: tuple[Group, ...]
    cliques: tuple[tuple[int, ...], ...]
    """Maximal sets of slots that overlap."""
    near: frozenset[tuple[int, int]] = frozenset()
    """Pairs of slots of different venues between which nobody can travel."""
    rivals: frozenset[tuple[int, int]] = frozenset()
    """Pairs of stops that run in parallel."""
    orders: tuple[tuple[int, int], ...] = ()
    """Pairs of wishes, the first of which ends before the second begins."""
    measure: IdleMeasure = IdleMeasure.SLOTS
    spread: int | None = None
    """The most by which the idle time of two parties may differ."""
    complete: bool = False
    """Whether every wish has to be placed."""
    shares: tuple[int, ...] = field(default=())
    """The value that the first, second, ... meeting of a company adds to a plan."""
    waits_first: bool = False
    """Whether little idle time counts more than few days, instead of less."""
    habits: Habits = Habits()
    ways: tuple[tuple[int, ...], ...] = ()
    """The minutes there have to be between meetings at two sites, venues or offices; empty where all are at venues.

    Then `near` says what is too far.
    """
    drives: tuple[tuple[int, ...], ...] = ()
    """The minutes of the way alone, without margins."""

    def site(self, wish: int, slot: int) -> int:
        """Return where a wish is held in a slot."""
        place = self.slots[slot]
        return next((site for stop, site in self.wishes[wish].visits if stop == place.stop), place.venue)

    def is_visit(self, wish: int, slot: int) -> bool:
        """Whether a wish is held at an office in a slot, and takes no table."""
        return any(stop == self.slots[slot].stop for stop, _site in self.wishes[wish].visits)

    @cached_property
    def close(self) -> tuple[tuple[int, int], ...]:
        """Pairs of slots, one after the other, between which a way may be too long: for some sites, or for all."""
        if not self.ways:
            return tuple(sorted(self.near))
        longest = max(max(row) for row in self.ways)
        pairs = combinations(range(len(self.slots)), 2)
        return tuple((a, b) for a, b in pairs if 0 <= self.gap(a, b) < longest)

    def gap(self, one: int, other: int) -> int:
        """Return the minutes between two slots; less than nothing where they overlap or are on different dates."""
        a, b = self.slots[one], self.slots[other]
        return max(a.starts - b.ends, b.starts - a.ends) if a.date == b.date else -1

    @cached_property
    def days(self) -> int:
        """How many days (counted per stop) there are."""
        return max((slot.day for slot in self.slots), default=-1) + 1

    @cached_property
    def clashes(self) -> tuple[tuple[int, ...], ...]:
        """For every slot those a party cannot use beside it, itself first."""
        found: list[dict[int, None]] = [{slot: None} for slot in range(len(self.slots))]
        for clique in self.cliques:
            for slot in clique:
                found[slot].update(dict.fromkeys(clique))
        for one, other in self.close:
            found[one][other] = found[other][one] = None
        return tuple(tuple(row) for row in found)

    @cached_property
    def counts_days(self) -> bool:
        """Whether the days count that parties have to come."""
        return any(party.day_price for party in self.parties)

    @cached_property
    def linked(self) -> tuple[int, ...]:
        """For every day the places, as bits, after which the next one follows without a break.

        A break is at least as long as a slot: an empty slot is one.
        """
        times: dict[tuple[int, int], Place] = {(slot.day, slot.place): slot for slot in self.slots}
        found = [0] * self.days
        for (day, place), slot in times.items():
            then = times.get((day, place + 1))
            if then and then.starts - slot.ends < slot.ends - slot.starts:
                found[day] |= 1 << place
        return tuple(found)

    @cached_property
    def mornings(self) -> tuple[int, ...]:
        """For every day the places, as bits, before lunch; none where nothing is after it."""
        found, later = [0] * self.days, {slot.day for slot in self.slots if slot.after_lunch}
        for slot in self.slots:
            if slot.day in later and not slot.after_lunch:
                found[slot.day] |= 1 << slot.place
        return tuple(found)

    @cached_property
    def wishes_of(self) -> tuple[tuple[int, ...], ...]:
        """The wishes of every party."""
        found: list[list[int]] = [[] for _party in self.parties]
        for number, wish in enumerate(self.wishes):
            for party in wish.parties:
                found[party].append(number)
        return tuple(tuple(row) for row in found)

    @cached_property
    def present(self) -> tuple[tuple[int, ...], ...]:
        """For every party and day the places, as bits, in which the party could be in a meeting."""
        everywhere = [0] * self.days
        for slot in self.slots:
            everywhere[slot.day] |= 1 << slot.place
        return tuple(self._present(party, everywhere) for party in self.parties)

    def _present(self, party: Party, everywhere: list[int]) -> tuple[int, ...]:
        if not party.absent:
            return tuple(everywhere)
        found = [0] * self.days
        for index, slot in enumerate(self.slots):
            if index not in party.absent:
                found[slot.day] |= 1 << slot.place
        return tuple(found)
