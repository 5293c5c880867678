"""A timetable in figures: days companies come, lone meetings, waits, changes of table, runs, how full it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from missionplanner.domain.companies import Side
from missionplanner.domain.day_routes import legs
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, Slot


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """The figures of a timetable; a company-day is a day on which a company has meetings at a stop."""

    meetings: int
    days: Mapping[int, int]
    """How many companies come on 1, 2, ... days."""
    loads: Mapping[int, int]
    """How many company-days have 1, 2, ... meetings."""
    waits: Mapping[int, int]
    """How many company-days have 0, 1, ... idle slots."""
    runs: Mapping[int, int]
    """How many runs of meetings without a break there are of 1, 2, ... meetings."""
    shares: Mapping[int, int]
    """How many companies have 1, 2, ... meetings."""
    lunch_spans: int
    """Company-days with meetings before lunch and after it."""
    changes: Mapping[Side, int]
    """How often companies of a side change tables within a day."""
    peak_tables: int
    """The most tables of a venue in use at a time."""
    visits: int = 0
    """How many meetings are held at offices."""
    under_way: int = 0
    """How many minutes the companies of the delegation are under way between their meetings on days of visits."""

    @property
    def company_days(self) -> int:
        """The days all companies have to come."""
        return sum(self.loads.values())

    @property
    def lone_days(self) -> int:
        """Company-days with one meeting."""
        return self.loads.get(1, 0)

    @property
    def idle_slots(self) -> int:
        """Empty slots between the meetings of a company-day, of all of them."""
        return sum(idle * many for idle, many in self.waits.items())

    @property
    def longest_run(self) -> int:
        """The most meetings a company has without a break."""
        return max(self.runs, default=0)


NO_FIGURES = PlanFigures(0, {}, {}, {}, {}, {}, 0, dict.fromkeys(Side, 0), 0)
"""Those of a timetable without meetings."""


def figures(plan: Plan) -> PlanFigures:
    """Return what the timetable of a plan is like."""
    rows = _company_days(plan)
    days: Counter[int] = Counter(company for company, _stop, _day in rows)
    changes = dict.fromkeys(Side, 0)
    runs: Counter[int] = Counter()
    under_way = 0
    for (company, _stop, _day), meetings in rows.items():
        changes[plan.snapshot.company[company].side] += table_changes(plan, meetings)
        runs.update(_runs(plan, meetings))
        under_way += _under_way(plan, company, meetings)
    return PlanFigures(
        meetings=len(plan.meetings),
        days=_sorted(Counter(days.values())),
        loads=_sorted(Counter(len(meetings) for meetings in rows.values())),
        waits=_sorted(_waits(plan, rows)),
        runs=_sorted(runs),
        shares=_sorted(Counter(len(meetings) for meetings in plan.of_company.values() if meetings)),
        lunch_spans=sum(_spans_lunch(plan, meetings) for meetings in rows.values()),
        changes=changes,
        peak_tables=_peak(plan),
        visits=sum(meeting.table_id is None for meeting in plan.meetings),
        under_way=under_way,
    )


CompanyDay = tuple[int, int, object]
"""A company, a stop and a day."""


def _company_days(plan: Plan) -> dict[CompanyDay, list[Meeting]]:
    """Return the meetings of every company-day, in the order of time."""
    found: dict[CompanyDay, list[Meeting]] = defaultdict(list)
    for company, meetings in plan.of_company.items():
        for meeting in sorted(meetings, key=lambda m: (plan.slot(m).starts, m.id)):
            found[company, plan.snapshot.stop_of_slot[meeting.slot_id].id, plan.slot(meeting).day].append(meeting)
    return found


def table_changes(plan: Plan, meetings: list[Meeting]) -> int:
    """Return how often the next of meetings in the order of time is at another table of the same venue."""
    venue = plan.snapshot.venue_of_slot
    return sum(
        None not in (one.table_id, then.table_id)
        and one.table_id != then.table_id
        and venue[one.slot_id].id == venue[then.slot_id].id
        for one, then in pairwise(meetings)
        if plan.slot(one).ends <= plan.slot(then).starts
    )


def least_changes(plan: Plan, side: Side) -> int:
    """Return how often companies of a side change their table in any timetable that holds these meetings and others.

    Counted where nothing in between could hide a change: at one venue, without visits, one meeting at a time.
    """
    snapshot = plan.snapshot
    venues: dict[tuple[int, object], set[int]] = defaultdict(set)
    for slot in snapshot.slots:
        venues[snapshot.stop_of_slot[slot.id].id, slot.day].add(snapshot.venue_of_slot[slot.id].id)
    found = 0
    for (company, stop, day), meetings in _company_days(plan).items():
        is_plain = snapshot.at_once(company) == 1 and len(venues[stop, day]) == 1 and not snapshot.has_visits
        if is_plain and snapshot.company[company].side is side:
            found += table_changes(plan, meetings)
    return found


def _waits(plan: Plan, rows: Mapping[CompanyDay, list[Meeting]]) -> Counter[int]:
    slots: dict[tuple[int, object], list[Slot]] = defaultdict(list)
    for slot in plan.snapshot.slots:
        slots[plan.snapshot.stop_of_slot[slot.id].id, slot.day].append(slot)
    return Counter(
        _idle(plan, company, [plan.slot(m) for m in meetings], slots[stop, day])
        for (company, stop, day), meetings in rows.items()
    )


def _idle(plan: Plan, company: int, used: list[Slot], slots: list[Slot]) -> int:
    """Return at how many times between its first and its last meeting a company could meet somebody and does not."""
    return len(gaps(plan, company, used, slots))


def gaps(plan: Plan, company: int, used: Iterable[Slot], slots: Iterable[Slot]) -> set[datetime]:
    """Return the times between the slots a company uses on a day at which it could meet somebody and does not."""
    busy = {slot.starts for slot in used}
    if not busy:
        return set()
    first, last = min(busy), max(busy)
    between = (slot for slot in slots if first < slot.starts < last and slot.starts not in busy)
    return {slot.starts for slot in between if plan.could_meet(company, slot)}


def _runs(plan: Plan, meetings: list[Meeting]) -> Iterator[int]:
    """Yield the lengths of runs of meetings between which there is no break as long as a meeting."""
    length, before = 0, None
    for slot in sorted({plan.slot(m).span for m in meetings}, key=lambda span: span.start):
        if before is not None and slot.start - before.end >= before.end - before.start:
            yield length
            length = 0
        length, before = length + 1, slot
    if length:
        yield length


def _spans_lunch(plan: Plan, meetings: list[Meeting]) -> bool:
    lunch = plan.lunch(plan.slot(meetings[0]))
    if lunch is None:
        return False
    starts = [plan.slot(meeting).starts for meeting in meetings]
    return min(starts) < lunch.start and max(starts) >= lunch.end


def _peak(plan: Plan) -> int:
    used: Counter[tuple[int, object]] = Counter()
    for slot in {meeting.slot_id: plan.slot(meeting) for meeting in plan.meetings}.values():
        venue = plan.snapshot.venue_of_slot[slot.id].id
        # The most are in use when some meeting begins.
        tabled = (m for m in plan.during(slot) if m.table_id is not None)
        here = (m for m in tabled if plan.snapshot.venue_of_slot[m.slot_id].id == venue)
        used[venue, slot.starts] = sum(plan.slot(m).starts <= slot.starts < plan.slot(m).ends for m in here)
    return max(used.values(), default=0)


def _under_way(plan: Plan, company: int, meetings: list[Meeting]) -> int:
    visits = any(meeting.table_id is None for meeting in meetings)
    if not visits or plan.snapshot.company[company].side is not Side.DELEGATION:
        return 0
    return sum(leg.minutes for leg in legs(plan.snapshot, meetings))


def _sorted(counts: Counter[int]) -> dict[int, int]:
    return dict(sorted(counts.items()))
