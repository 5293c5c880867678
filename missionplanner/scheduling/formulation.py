"""A mission formulated as a problem of integers, with the records the integers stand for."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from missionplanner.domain.goals import USUAL, Aims, Goal
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Keep, Meeting, MeetingStatus, Owner, Scope, Slot
from missionplanner.scheduling.problem import MOST_PLACES, Group, Habits, Party, Place, Problem, Wish
from missionplanner.scheduling.shared_seats import SharedSeats
from missionplanner.scheduling.sites import Sites
from missionplanner.scheduling.slot_constraints import allowed, imagined, open_slots

MUST, MEET = 10_000, 10
"""The value of placing a request: a must-meet is worth more than all meets and fair shares that it could cost."""
BELOW_LEAST, SHARES = 100, (6, 4, 3, 2, 1)
"""The value that a meeting adds for a company below the least number, and that its first, second, ... meetings add."""


EVERYTHING = Scope()
MOST_UNIONS = 100
"""From so many unions of interpreters on single kinds are counted; who is then left without one gets no meeting."""


@dataclass(frozen=True, slots=True)
class Formulation:
    """The problem of a mission, with the records behind its slots and wishes.

    The first parties are the companies in the order of their keys; seats that share people, and people named for
    meetings, follow.
    """

    problem: Problem
    slots: tuple[Slot, ...]
    requests: tuple[Request, ...]
    kept: tuple[Meeting | None, ...]
    """The meetings that stay, by wish; None where a wish is placed anew."""
    aims: Aims = USUAL


def kept_meetings(snapshot: Snapshot, keep: Keep, scope: Scope = EVERYTHING) -> list[Meeting]:
    """The meetings that stay: locked, confirmed or held ones, those outside the scope, or all, as asked."""
    over = (MeetingStatus.HELD, MeetingStatus.NO_SHOW)

    def is_outside(meeting: Meeting) -> bool:
        reached = scope.reaches(snapshot.slot[meeting.slot_id].day, snapshot.stop_of_slot[meeting.slot_id].id)
        return not reached or not scope.wants(meeting.pair)

    return [
        meeting
        for meeting in snapshot.meetings
        if meeting.stands
        and (
            keep is Keep.ALL
            or meeting.status in over
            or (keep is Keep.LOCKED and (meeting.locked or meeting.status is MeetingStatus.CONFIRMED))
            or is_outside(meeting)
        )
    ]


def formulate(
    snapshot: Snapshot,
    keep: Keep = Keep.LOCKED,
    scope: Scope = EVERYTHING,
    stay: Collection[int] | None = None,
    aims: Aims | None = None,
) -> Formulation:
    """The problem of a mission: every request that is not a veto is a wish.

    What is not kept and in the scope is placed in its slots; requests outside wait. `stay`: keys of the meetings that
    stay where they are, instead of what `keep` says. `aims`: instead of those of the mission.
    """
    if stay is None:
        staying = kept_meetings(snapshot, keep, scope)
    else:
        staying = [meeting for meeting in snapshot.meetings if meeting.stands and meeting.id in stay]
    found = _Formulating(snapshot, {meeting.pair: meeting for meeting in staying}, keep, scope)
    found.aims = aims or found.aims
    return found.formulation()


class _Formulating:
    """The look-ups needed again and again while a problem is formulated."""

    def __init__(self, snapshot: Snapshot, kept: dict[tuple[int, int], Meeting], keep: Keep, scope: Scope) -> None:
        self.snapshot, self.kept, self.scope = snapshot, kept, scope
        self.aims = snapshot.mission.aims
        self.plan = Plan(snapshot, kept.values())
        self.cancelled = {m.pair for m in snapshot.meetings if not m.stands}
        # Keep.NONE plans afresh: not even the slots of before are a starting point.
        self.present = {m.pair: m for m in snapshot.meetings if m.stands} if keep is not Keep.NONE else {}
        stop_of = snapshot.stop_of_slot
        # A fixed order, so that a seed gives the same plan again.
        self.slots = tuple(sorted(snapshot.slots, key=lambda s: (stop_of[s.id].id, s.starts, s.session_id, s.id)))
        self.index_of = {slot.id: index for index, slot in enumerate(self.slots)}
        reached = (slot for slot in self.slots if scope.reaches(slot.day, stop_of[slot.id].id))
        self.open_slots = open_slots(self.plan, reached)
        self.companies = tuple(sorted(company.id for company in snapshot.companies))
        self.party_of = {key: index for index, key in enumerate(self.companies)}
        self.kinds = _Kinds(self.plan, self.slots)
        self.sites = Sites(snapshot)
        """Where meetings are held, where some are at offices."""
        self.people: dict[int, int] = {}
        """Named people as parties of their own, where their companies may be in several meetings at once."""
        self.seats = SharedSeats(self.plan, {})
        """Seats for which there are fewer people than meetings that could be at a time, as parties."""

    def formulation(self) -> Formulation:
        requests = requested(self.snapshot, self.kept)
        self.seats = SharedSeats(self.plan, {request.pair: self.kept.get(request.pair) for request in requests})
        wishes = tuple(self._wish(request) for request in requests)
        # After the wishes: these number the delegates who are named for meetings.
        parties = (
            *(self._party(key) for key in self.companies),
            # Their idle time is that of the companies.
            *(Party(room, None, frozenset(range(len(self.slots)))) for room in self.seats.rooms),
            *(Party() for _person in self.people),
        )
        problem = Problem(
            parties=parties,
            slots=_places(self.plan, self.slots, self.sites),
            wishes=wishes,
            groups=self._groups(),
            cliques=cliques([slot.span for slot in self.slots]),
            near=self._near(),
            ways=self.sites.gaps(),
            drives=self.sites.drives(),
            rivals=_rivals(self.snapshot),
            orders=self._orders(requests),
            shares=_shares(self.snapshot),
            waits_first=self.aims.goal is Goal.WAITS,
            habits=Habits(self.aims.longest_run, together=True, even=True),
        )
        kept = tuple(self.kept.get(request.pair) for request in requests)
        return Formulation(problem, self.slots, tuple(requests), kept, self.aims)

    def _wish(self, request: Request) -> Wish:
        held, before = self.kept.get(request.pair), self.present.get(request.pair)
        named = self.plan.delegates(imagined(request.pair, self.slots[0])) if self.slots else frozenset()
        if held:
            usable: tuple[int, ...] = (self.index_of[held.slot_id],)
        # A meeting that was cancelled is not made again by the planner.
        elif request.pair in self.cancelled or not self.scope.wants(request.pair):
            usable = ()
        else:
            slots = allowed(self.plan, request.pair, self.open_slots)
            usable = tuple(self.index_of[slot.id] for slot in slots)
        # Where a company is in one meeting at a time its delegates are too, and need no limit of their own.
        several = self.snapshot.mission.several_at_once
        people = sorted(key for key in named if several or len(self.snapshot.companies_of.get(key, ())) > 1)
        first = len(self.companies) + len(self.seats.rooms)
        persons = tuple(self.people.setdefault(key, first + len(self.people)) for key in people)
        together = (len(self.companies) + number for number in self.seats.of(request.pair))
        visits = self._visits(request.pair, held)
        return Wish(
            parties=(self.party_of[request.delegation_id], self.party_of[request.counterpart_id], *together, *persons),
            allowed=usable,
            weight=MUST if request.priority is Priority.MUST_MEET else MEET,
            kind=self.kinds.of(request.pair, visits),
            previous=self.index_of[before.slot_id] if before else None,
            fixed=held is not None,
            early=request.priority is Priority.MUST_MEET,
            visits=tuple(
                (number, self.sites.office(request.counterpart_id, stop.id))
                for number, stop in enumerate(self.snapshot.stops)
                if stop.id in visits
            ),
        )

    def _visits(self, pair: tuple[int, int], held: Meeting | None) -> frozenset[int]:
        """Return the keys of the stops at which a pair meets at the office of the host; one that stays as it is."""
        if held:
            return frozenset((self.snapshot.stop_of_slot[held.slot_id].id,) if held.table_id is None else ())
        if not self.snapshot.has_visits:
            return frozenset()
        return frozenset(stop.id for stop in self.snapshot.stops if self.snapshot.at_office(pair, stop.id))

    def _party(self, company: int) -> Party:
        away = frozenset(index for index, slot in enumerate(self.slots) if not self.plan.could_meet(company, slot))
        price = self.aims.day(self.snapshot.company[company].side)
        return Party(self.seats.at_once(company), self.snapshot.mission.meetings_a_day or None, away, price)

    def _groups(self) -> tuple[Group, ...]:
        by_venue: dict[int, list[int]] = defaultdict(list)
        for index, slot in enumerate(self.slots):
            by_venue[self.snapshot.venue_of_slot[slot.id].id].append(index)
        found = []
        for venue, indexes in by_venue.items():
            # Every kind of wish needs a table, with an interpreter or without, but for visits.
            tabled = self.kinds.tabled(self.snapshot.venue[venue].stop_id)
            for clique in cliques([self.slots[index].span for index in indexes]):
                members = tuple(indexes[k] for k in clique)
                # A table that is away in one of the overlapping slots is not counted on in any.
                free = min(self.plan.free_tables(venue, self.slots[index]) for index in members)
                found.append(Group(members, free, tabled))
        return tuple(found) + self.kinds.groups()

    def _near(self) -> frozenset[tuple[int, int]]:
        snapshot = self.snapshot
        # Nothing is too far: this spares asking for every pair of slots. With visits the sites say what is.
        if self.sites.has_offices or not (snapshot.travels or snapshot.mission.travel_minutes or snapshot.zone_ways):
            return frozenset()
        pairs = combinations(enumerate(imagined((0, 0), slot) for slot in self.slots), 2)
        return frozenset(
            (a, b)
            for (a, one), (b, other) in pairs
            if self.slots[a].day == self.slots[b].day and self.plan.too_far(one, other)
        )

    def _orders(self, requests: list[Request]) -> tuple[tuple[int, int], ...]:
        number = {request.pair: n for n, request in enumerate(requests)}
        found = []
        for pair, first in number.items():
            for company, _first, then in self.plan.orders_of(pair):
                second = number.get((company, then), number.get((then, company)))
                if second is not None:
                    found.append((first, second))
        return tuple(found)


class _Kinds:
    """Which wishes need which interpreters, and where they need no table: kind 0 needs a table and no interpreter."""

    def __init__(self, plan: Plan, slots: tuple[Slot, ...]) -> None:
        self.plan, self.slots = plan, slots
        self.known: list[tuple[frozenset[int], frozenset[int] | None]] = [(frozenset(), None)]
        """For every kind the stops at which it is held at an office, and the interpreters who can do it."""

    def of(self, pair: tuple[int, int], visits: frozenset[int]) -> int:
        """Return the kind of a wish that is held at an office at these stops."""
        needed = self.plan.interpreted(imagined(pair, self.slots[0])) if self.slots else None
        kind = visits, None if needed is None else frozenset(self.plan.able_interpreters(needed))
        if kind not in self.known:
            self.known.append(kind)
        return self.known.index(kind)

    def tabled(self, stop_id: int) -> frozenset[int]:
        """Return the kinds that need a table at a stop."""
        return frozenset(n for n, (visits, _able) in enumerate(self.known) if stop_id not in visits)

    def groups(self) -> tuple[Group, ...]:
        """For every union of kinds no more meetings at a time than interpreters able to do one of them (Hall)."""
        unions: set[frozenset[int]] = set()
        for able in dict.fromkeys(able for _visits, able in self.known if able is not None):
            unions |= {able, *(able | union for union in unions)} if len(unions) < MOST_UNIONS else {able}
        found = []
        for union in sorted(unions, key=sorted):
            kinds = frozenset(n for n, (_visits, able) in enumerate(self.known) if able is not None and able <= union)
            for clique in cliques([slot.span for slot in self.slots]):
                there = [
                    sum(self.plan.absence(Owner.DELEGATE, key, self.slots[index]) is None for key in union)
                    for index in clique
                ]
                found.append(Group(clique, min(there), kinds))
        return tuple(found)


def cliques(spans: list[Range]) -> tuple[tuple[int, ...], ...]:
    """Every maximal set of ranges that overlap, as sorted indexes."""
    found: set[tuple[int, ...]] = set()
    for span in spans:
        # The ranges around the beginning of one: every maximal set of overlapping ranges is of this kind.
        found.add(tuple(k for k, other in enumerate(spans) if other.start <= span.start < other.end))
    return tuple(sorted(c for c in found if not any(set(c) < set(other) for other in found)))


def requested(snapshot: Snapshot, kept: dict[tuple[int, int], Meeting]) -> list[Request]:
    """One request per pair, vetoes left out; meetings kept or ahead that nobody asked for count as requested."""
    found = [r for r in snapshot.wishes.values() if r.priority is not Priority.NO_THANKS or r.pair in kept]
    vetoed = {r.pair for r in snapshot.wishes.values() if r.priority is Priority.NO_THANKS}
    # Vetoed by the other side: `no_veto` leaves it no slot, and it is reported with that reason.
    wanted = {r.pair: r for r in snapshot.requests if r.pair in vetoed and r.priority is not Priority.NO_THANKS}
    agreed = dict.fromkeys([*kept, *(m.pair for m in snapshot.meetings if m.is_ahead)])
    extra = [Request(delegation_id=one, counterpart_id=two) for one, two in agreed if (one, two) not in snapshot.wishes]
    return found + [r for pair, r in wanted.items() if pair not in kept] + extra


def _places(plan: Plan, slots: tuple[Slot, ...], sites: Sites) -> tuple[Place, ...]:
    """Where every slot lies; a day with more beginnings than fit into a number has neighbours share a place."""
    snapshot = plan.snapshot
    keys = [(snapshot.stop_of_slot[slot.id].id, slot.day) for slot in slots]
    days = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    dates = {day: n for n, day in enumerate(sorted({slot.day for slot in slots}))}
    starts: dict[tuple[int, date], list[object]] = defaultdict(list)
    for key, slot in zip(keys, slots, strict=True):
        if slot.starts not in starts[key]:
            starts[key].append(slot.starts)
    stops = {stop.id: n for n, stop in enumerate(snapshot.stops)}
    zero = min((slot.starts for slot in slots), default=None)

    def place(key: tuple[int, date], slot: Slot) -> Place:
        # Rounded up: so many neighbouring beginnings share a place.
        share = -(-len(starts[key]) // MOST_PLACES)
        begins, ends = ((moment - (zero or moment)).total_seconds() / 60 for moment in (slot.starts, slot.ends))
        where, lunch = starts[key].index(slot.starts) // share, plan.lunch(slot)
        after = lunch is not None and slot.starts >= lunch.end
        venue = sites.venue(snapshot.venue_of_slot[slot.id].id)
        return Place(days[key], where, stops[key[0]], dates[slot.day], int(begins), int(ends), after, venue)

    return tuple(place(key, slot) for key, slot in zip(keys, slots, strict=True))


def _rivals(snapshot: Snapshot) -> frozenset[tuple[int, int]]:
    there = {snapshot.stop_of_slot[slot.id].id for slot in snapshot.slots}
    pairs = combinations(enumerate(snapshot.stops), 2)
    return frozenset((m, n) for (m, a), (n, b) in pairs if a.in_parallel(b) and {a.id, b.id} <= there)


def _shares(snapshot: Snapshot) -> tuple[int, ...]:
    """The value that the first, second, ... meetings of a company add: much up to the least wanted, then less."""
    least = snapshot.mission.meetings_least or 0
    fair = SHARES + (0,) * (least - len(SHARES))
    return tuple(share + BELOW_LEAST * (n < least) for n, share in enumerate(fair))
