"""The weeks of companies at a glance: for every day of a stop what a company has at each time, and its idle slots."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.plan_figures import gaps
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.i18n import N_, _

StopDay = tuple[int, date]
"""A stop and one of its days."""


class StripMark(StrEnum):
    """A company at a time: in a meeting or not, and why."""

    MEETING = "meeting"
    IDLE = "idle"
    """It waits: it could meet somebody between two of its meetings."""
    FREE = "free"
    """It could meet somebody before its first or after its last meeting."""
    AWAY = "away"
    """It is away, on the road, at an event or at lunch."""

    @property
    def label(self) -> str:
        """The mark in the language of the screen."""
        return _(MARK_LABELS[self])


MARK_LABELS = {
    StripMark.MEETING: N_("Meeting"),
    StripMark.IDLE: N_("Idle slot"),
    StripMark.FREE: N_("Free time"),
    StripMark.AWAY: N_("Not available"),
}


@dataclass(frozen=True, slots=True)
class Strip:
    """A day of a company at a stop."""

    starts: tuple[datetime, ...]
    """The times at which meetings can begin on that day."""
    marks: tuple[StripMark, ...]
    """The company at each of them."""
    meetings: Mapping[datetime, tuple[Meeting, ...]]
    """Its meetings by the time they begin; several only where there is a conflict."""

    @property
    def idle(self) -> int:
        """How many idle slots there are."""
        return self.marks.count(StripMark.IDLE)

    @property
    def many(self) -> int:
        """How many meetings there are."""
        return sum(map(len, self.meetings.values()))


@dataclass(frozen=True)
class CompanyWeek:
    """A company with its days; those at stops it does not go to are left out."""

    company: Company
    strips: Mapping[StopDay, Strip]

    @cached_property
    def meetings(self) -> int:
        """How many meetings it has."""
        return sum(strip.many for strip in self.strips.values())

    @cached_property
    def days(self) -> int:
        """On how many days it has to come, counted at each stop."""
        return sum(bool(strip.meetings) for strip in self.strips.values())

    @cached_property
    def idle(self) -> int:
        """How many idle slots it has."""
        return sum(strip.idle for strip in self.strips.values())


class Order(StrEnum):
    """The orders weeks can be shown in."""

    NAME = "name"
    MEETINGS = "meetings"
    DAYS = "days"
    IDLE = "idle"

    @property
    def label(self) -> str:
        """The order in the language of the screen."""
        return _(ORDER_LABELS[self])


ORDER_LABELS = {
    Order.NAME: N_("By name"),
    Order.MEETINGS: N_("Fewest meetings first"),
    Order.DAYS: N_("Most days first"),
    Order.IDLE: N_("Most idle slots first"),
}


def sorted_weeks(found: list[CompanyWeek], order: Order) -> list[CompanyWeek]:
    """Return weeks in an order; equal ones by the names of their companies."""

    def key(week: CompanyWeek) -> tuple[int, str, int]:
        first = {Order.NAME: 0, Order.MEETINGS: week.meetings, Order.DAYS: -week.days, Order.IDLE: -week.idle}
        return first[order], fold(week.company.name), week.company.id

    return sorted(found, key=key)


def slots_by_day(plan: Plan) -> dict[StopDay, list[Slot]]:
    """Return the slots of every day of a stop, days in the order of time and stops."""
    found: dict[StopDay, list[Slot]] = defaultdict(list)
    for slot in sorted(plan.snapshot.slots, key=lambda slot: (slot.starts, slot.id)):
        found[plan.snapshot.stop_of_slot[slot.id].id, slot.day].append(slot)
    order = {stop.id: place for place, stop in enumerate(plan.snapshot.stops)}
    return dict(sorted(found.items(), key=lambda row: (row[0][1], order[row[0][0]])))


def weeks(plan: Plan, side: Side) -> list[CompanyWeek]:
    """Return the week of every company of a side that takes part, or has a meeting still, by name."""
    days = slots_by_day(plan)
    companies = (c for c in plan.snapshot.companies if c.side is side)
    wanted = [c for c in companies if plan.snapshot.takes_part(c.id) or plan.of_company.get(c.id)]
    return sorted_weeks([_week(plan, company, days) for company in wanted], Order.NAME)


def _week(plan: Plan, company: Company, days: Mapping[StopDay, list[Slot]]) -> CompanyWeek:
    mine: dict[StopDay, list[Meeting]] = defaultdict(list)
    for meeting in plan.of_company.get(company.id, ()):
        mine[plan.snapshot.stop_of_slot[meeting.slot_id].id, plan.slot(meeting).day].append(meeting)
    stops = plan.snapshot.stops_for(company.id)
    strips = {
        key: _strip(plan, company.id, slots, mine.get(key, []))
        for key, slots in days.items()
        if key[0] in stops or key in mine
    }
    return CompanyWeek(company, strips)


def _strip(plan: Plan, company: int, slots: list[Slot], meetings: list[Meeting]) -> Strip:
    at: dict[datetime, list[Slot]] = defaultdict(list)
    for slot in slots:
        at[slot.starts].append(slot)
    held: dict[datetime, list[Meeting]] = defaultdict(list)
    for meeting in sorted(meetings, key=lambda m: (plan.slot(m).starts, m.id)):
        held[plan.slot(meeting).starts].append(meeting)
    waits = gaps(plan, company, (plan.slot(m) for m in meetings), slots)
    roads = list(_on_the_road(plan, [meeting for found in held.values() for meeting in found]))

    def mark(start: datetime) -> StripMark:
        if start in held:
            return StripMark.MEETING
        if all(any(road.overlaps(slot.span) for road in roads) for slot in at[start]):
            return StripMark.AWAY
        if start in waits:
            return StripMark.IDLE
        return StripMark.FREE if any(plan.could_meet(company, slot) for slot in at[start]) else StripMark.AWAY

    starts = tuple(at)
    return Strip(starts, tuple(map(mark, starts)), {start: tuple(found) for start, found in held.items()})


def _on_the_road(plan: Plan, meetings: list[Meeting]) -> Iterator[Range]:
    """Yield when a company goes from one of its meetings to the next, which is elsewhere: at once."""
    for one, then in pairwise(meetings):
        here, there = plan.slot(one).span, plan.slot(then).span
        arrives = here.end + timedelta(minutes=plan.snapshot.gap(one, then))
        if here.end < min(arrives, there.start):
            yield Range(here.end, min(arrives, there.start))
