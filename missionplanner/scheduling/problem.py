"""The frozen integer view of what is to be scheduled."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Keep, Meeting, MeetingStatus, Slot
from missionplanner.scheduling import constraints

WEIGHTS = {Priority.MUST_MEET: 1000, Priority.MEET: 1}
"""A must-meet is worth more than all meets that a company could have instead of it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A requested meeting: two companies (indexes), its weight, the slots (indexes) both could use.

    kept is the meeting of the present timetable that stays as it is; allowed then holds its slot alone.
    """

    request: Request
    companies: tuple[int, int]
    weight: int
    allowed: tuple[int, ...]
    kept: Meeting | None = None
    previous: int | None = None
    """The slot the pair has in the present timetable; it stays there unless something better needs it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Wishes, slots and what limits them, by index.

    slots are in the order of time within their day; day_of and place_of give a slot's day (per stop) and its
    place there; overlapping lists maximal sets of slots that share a moment; a capacity is (slots, tables): slots
    of one venue that share a moment and how many meetings they hold together; stop_of gives a slot's stop;
    parallel holds pairs of stops.
    """

    companies: tuple[int, ...]
    slots: tuple[Slot, ...]
    wishes: tuple[Wish, ...]
    overlapping: tuple[tuple[int, ...], ...]
    capacities: tuple[tuple[tuple[int, ...], int], ...]
    day_of: tuple[int, ...]
    place_of: tuple[int, ...]
    stop_of: tuple[int, ...]
    parallel: frozenset[tuple[int, int]]
    simple: bool
    """Whether slots overlap only at different venues' equal times, so that a slot is taken or free as a whole."""

    @property
    def days(self) -> int:
        """How many days (counted per stop) there are."""
        return max(self.day_of, default=-1) + 1


def kept_meetings(snapshot: Snapshot, keep: Keep, day: date | None) -> list[Meeting]:
    """The meetings that stay: locked, confirmed or held ones, those of other days, or all, as asked."""
    over = (MeetingStatus.HELD, MeetingStatus.NO_SHOW)
    return [
        meeting
        for meeting in snapshot.meetings
        if meeting.stands and (
            keep is Keep.ALL
            or meeting.status in over
            or (keep is Keep.LOCKED and (meeting.locked or meeting.status is MeetingStatus.CONFIRMED))
            or (day is not None and snapshot.slot[meeting.slot_id].day != day)
        )
    ]  # fmt: skip


def state(snapshot: Snapshot, keep: Keep = Keep.LOCKED, day: date | None = None) -> Problem:
    """The problem of a mission: every request that is not a veto is a wish.

    With `day` only slots of that day are used for what is not kept.
    """
    kept = {meeting.pair: meeting for meeting in kept_meetings(snapshot, keep, day)}
    plan = Plan(snapshot, kept.values())
    cancelled = {m.pair for m in snapshot.meetings if not m.stands}
    present = {m.pair: m for m in snapshot.meetings if m.stands} if keep is not Keep.NONE else {}
    slots = _ordered(snapshot)
    usable = [index for index, slot in enumerate(slots) if day is None or slot.day == day]
    companies = tuple(sorted(company.id for company in snapshot.companies))
    place = {key: index for index, key in enumerate(companies)}
    index_of = {slot.id: index for index, slot in enumerate(slots)}
    wishes = []
    for request in _requested(snapshot, kept):
        pair = (place[request.delegation_id], place[request.counterpart_id])
        held = kept.get(request.pair)
        places = [index_of[held.slot_id]] if held else [] if request.pair in cancelled else usable
        allowed = tuple(k for k in places if held or constraints.allows(plan, request.pair, slots[k]))
        before = present.get(request.pair)
        previous = index_of[before.slot_id] if before else None
        wishes.append(Wish(request, pair, WEIGHTS.get(request.priority, 1), allowed, held, previous))
    days = _days(snapshot, slots)
    overlapping = cliques([slot.span for slot in slots])
    return Problem(
        companies=companies, slots=slots, wishes=tuple(wishes), overlapping=overlapping,
        capacities=_capacities(snapshot, plan, slots), day_of=days[0], place_of=days[1],
        stop_of=tuple(snapshot.stop_of_slot[slot.id].id for slot in slots), parallel=_parallel(snapshot),
        simple=_simple(overlapping, slots),
    )  # fmt: skip


def cliques(spans: list[Range]) -> tuple[tuple[int, ...], ...]:
    """Every maximal set of ranges that share a moment, as sorted indexes."""
    found: set[tuple[int, ...]] = set()
    for span in spans:
        found.add(tuple(k for k, other in enumerate(spans) if other.start <= span.start < other.end))
    return tuple(sorted(c for c in found if not any(set(c) < set(other) for other in found)))


def _requested(snapshot: Snapshot, kept: dict[tuple[int, int], Meeting]) -> list[Request]:
    """One request per pair, vetoes left out; kept meetings nobody asked for count as requested."""
    found = [r for r in snapshot.wishes.values() if r.priority is not Priority.NO_THANKS or r.pair in kept]
    vetoed = {r.pair for r in snapshot.wishes.values() if r.priority is Priority.NO_THANKS}
    wanted = {r.pair: r for r in snapshot.requests if r.pair in vetoed and r.priority is not Priority.NO_THANKS}
    extra = [Request(delegation_id=pair[0], counterpart_id=pair[1]) for pair in kept if pair not in snapshot.wishes]
    return found + [r for pair, r in wanted.items() if pair not in kept] + extra


def _ordered(snapshot: Snapshot) -> tuple[Slot, ...]:
    return tuple(sorted(snapshot.slots, key=lambda s: (snapshot.stop_of_slot[s.id].id, s.starts, s.session_id, s.id)))


def _days(snapshot: Snapshot, slots: tuple[Slot, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """For every slot the number of its day at its stop, and the place of its start among the day's starts."""
    keys = [(snapshot.stop_of_slot[slot.id].id, slot.day) for slot in slots]
    numbers = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    starts: dict[tuple[int, date], list[object]] = defaultdict(list)
    for key, slot in zip(keys, slots, strict=True):
        if slot.starts not in starts[key]:
            starts[key].append(slot.starts)
    places = tuple(starts[key].index(slot.starts) for key, slot in zip(keys, slots, strict=True))
    return tuple(numbers[key] for key in keys), places


def _capacities(snapshot: Snapshot, plan: Plan, slots: tuple[Slot, ...]) -> tuple[tuple[tuple[int, ...], int], ...]:
    by_venue: dict[int, list[int]] = defaultdict(list)
    for index, slot in enumerate(slots):
        by_venue[snapshot.venue_of_slot[slot.id].id].append(index)
    found = []
    for venue, indexes in by_venue.items():
        for clique in cliques([slots[index].span for index in indexes]):
            members = tuple(indexes[k] for k in clique)
            free = min(constraints.free_tables(plan, venue, slots[index]) for index in members)
            found.append((members, free))
    return tuple(found)


def _parallel(snapshot: Snapshot) -> frozenset[tuple[int, int]]:
    stops = snapshot.stops
    return frozenset((a.id, b.id) for a in stops for b in stops if a.in_parallel(b))


def _simple(overlapping: Iterable[tuple[int, ...]], slots: tuple[Slot, ...]) -> bool:
    return all(len({slots[k].starts for k in clique}) == 1 for clique in overlapping)
