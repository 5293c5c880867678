"""A timetable with its look-ups, by which a rule examines one meeting among the others."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from functools import cached_property

from missionplanner.domain.events import Event
from missionplanner.domain.planned_people import PlannedPeople
from missionplanner.domain.requests import Half, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range, parse_clock
from missionplanner.domain.timetable import Meeting, Owner, Slot
from missionplanner.domain.ways import Site

NOON = time(12)
"""The time between the halves of a day, on the clocks of the stop."""


_OF_THE_SNAPSHOT = (
    "_overlapping", "_near_events", "interpreter", "plain_interpreters", "_orders", "_present", "only_person",
    "_lunch_hours",
)  # fmt: skip
"""The look-ups that are the same for any meetings."""


class Plan(PlannedPeople):
    """The standing meetings of a timetable over the snapshot they belong to."""

    def __init__(self, snapshot: Snapshot, meetings: Iterable[Meeting]) -> None:
        super().__init__(snapshot)
        self.meetings = [meeting for meeting in meetings if meeting.stands]
        self._during: dict[int, list[Meeting]] = {}
        self._events: dict[tuple[int, int], Event | None] = {}
        self._slots_beside: dict[int, list[int]] = {}
        self._free_tables: dict[tuple[int, int], int] = {}
        self._near_visits: dict[tuple[int, int], list[Event]] = {}
        self._lunches: dict[int, Range] = {}

    def over(self, meetings: Iterable[Meeting]) -> "Plan":
        """Return a plan of other meetings; what depends on the snapshot alone is taken over."""
        found = Plan(self.snapshot, meetings)
        found._absent, found._events, found._slots_beside = self._absent, self._events, self._slots_beside
        found._free_tables, found._near_visits = self._free_tables, self._near_visits
        found._lunches = self._lunches
        # cached properties that are read here once are found in the other plan without being worked out again
        for name in _OF_THE_SNAPSHOT:
            setattr(found, name, getattr(self, name))
        return found

    @cached_property
    def of_company(self) -> dict[int, list[Meeting]]:
        """Meetings by company key."""
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            for company in meeting.pair:
                found[company].append(meeting)
        return found

    @cached_property
    def of_table(self) -> dict[int, list[Meeting]]:
        """Meetings by table key; those at offices have none."""
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            if meeting.table_id is not None:
                found[meeting.table_id].append(meeting)
        return found

    @cached_property
    def of_delegate(self) -> dict[int, list[Meeting]]:
        """Meetings by key of the delegates named for them."""
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            for delegate in self.delegates(meeting):
                found[delegate].append(meeting)
        return found

    @cached_property
    def of_pair(self) -> dict[tuple[int, int], list[Meeting]]:
        """Meetings by pair of companies."""
        found: dict[tuple[int, int], list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            found[meeting.pair].append(meeting)
        return found

    def during(self, slot: Slot) -> list[Meeting]:
        """Return the meetings that overlap the slot."""
        if slot.id not in self._during:
            self._during[slot.id] = [m for key in self._overlapping_slots(slot) for m in self._of_slot.get(key, ())]
        return self._during[slot.id]

    @cached_property
    def _of_slot(self) -> dict[int, list[Meeting]]:
        found: dict[int, list[Meeting]] = {}
        for meeting in self.meetings:
            found.setdefault(meeting.slot_id, []).append(meeting)
        return found

    def _overlapping_slots(self, slot: Slot) -> list[int]:
        """Return the keys of the slots that overlap a slot, itself among them."""
        if slot.id not in self._slots_beside:
            span = slot.span
            self._slots_beside[slot.id] = [other.id for other in self.snapshot.slots if span.overlaps(other.span)]
        return self._slots_beside[slot.id]

    def at_the_same_time(self, meeting: Meeting, others: Iterable[Meeting]) -> Iterable[Meeting]:
        """Return those of the others whose slots overlap the slot of the meeting, without itself."""
        span = self.slot(meeting).span
        return [m for m in others if m is not meeting and m.id != meeting.id and span.overlaps(self.slot(m).span)]

    def free_tables(self, venue_id: int, slot: Slot) -> int:
        """Return how many tables of the venue can be used during the slot."""
        key = (venue_id, slot.id)
        if key not in self._free_tables:
            tables = self.snapshot.tables_of.get(venue_id, [])
            self._free_tables[key] = sum(self.absence(Owner.TABLE, table.id, slot) is None for table in tables)
        return self._free_tables[key]

    def of_only_person(self, company_id: int) -> list[Meeting]:
        """Return the meetings of other companies whose only representative is that of this one."""
        person = self.only_person.get(company_id)
        others = (c for c in self.sharing.get(company_id, ()) if c != company_id and self.only_person.get(c) == person)
        return [meeting for other in others for meeting in self.of_company[other]] if person else []

    def event_during(self, company_id: int, slot: Slot) -> Event | None:
        """Return the event that the company attends during the slot, if there is one."""
        key = (company_id, slot.id)
        if key not in self._events:
            found = (e for e in self._overlapping[slot.id] if self.snapshot.attends(company_id, e))
            self._events[key] = next(found, None)
        return self._events[key]

    @cached_property
    def _overlapping(self) -> dict[int, list[Event]]:
        events = self.snapshot.events
        return {slot.id: [e for e in events if e.span.overlaps(slot.span)] for slot in self.snapshot.slots}

    @cached_property
    def of_interpreter(self) -> dict[int, list[Meeting]]:
        """Meetings by interpreter key."""
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
            if meeting.interpreter_id:
                found[meeting.interpreter_id].append(meeting)
        return found

    @cached_property
    def _orders(self) -> dict[int, list[tuple[int, int]]]:
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in self.snapshot.precedences:
            found[row.company_id].append((row.first_id, row.then_id))
        return found

    def orders_of(self, pair: tuple[int, int]) -> list[tuple[int, int, int]]:
        """Return (company, first, then) of the orders in which the meeting of the pair is to be the first."""
        return [
            (company, first, then)
            for company, partner in (pair, pair[::-1])
            for first, then in self._orders.get(company, [])
            if first == partner
        ]

    def suits(self, wish: Request, slot: Slot) -> bool:
        """Whether the slot lies in the session and the half of the day the request wants, if it wants any."""
        if wish.session_id is not None and wish.session_id in self.snapshot.session:
            return slot.session_id == wish.session_id
        return wish.half is Half.ANY or (slot.starts.time() < NOON) is (wish.half is Half.MORNING)

    def at_once(self, company_id: int) -> int:
        """Return how many meetings the company may be in at a time."""
        return self.snapshot.at_once(company_id)

    def going_on(self, company_id: int, moment: datetime) -> list[Meeting]:
        """Return the company's meetings at that time."""
        return [m for m in self.of_company[company_id] if self.slot(m).starts <= moment < self.slot(m).ends]

    def at_office(self, meeting: Meeting) -> bool:
        """Whether the two companies are to meet at the office of the host."""
        return self.snapshot.at_office(meeting.pair, self.snapshot.stop_of_slot[meeting.slot_id].id)

    def too_far(self, one: Meeting, other: Meeting) -> bool:
        """Whether two meetings, one after the other, leave no time to go from one place to the other."""
        here, there = self.slot(one), self.slot(other)
        if here.span.overlaps(there.span):
            return False
        first, then = (here, there) if here.starts < there.starts else (there, here)
        return then.starts - first.ends < timedelta(minutes=self.snapshot.gap(one, other))

    def could_meet(self, company_id: int, slot: Slot) -> bool:
        """Whether the company is there and free of anything but meetings, so that an empty slot is idle time."""
        lunch = self.lunch(slot)
        return (
            self.snapshot.stop_of_slot[slot.id].id in self.snapshot.stops_for(company_id)
            and self.absence(Owner.COMPANY, company_id, slot) is None
            and self.event_during(company_id, slot) is None
            and not (lunch and lunch.overlaps(slot.span))
        )

    def event_too_far(self, company_id: int, meeting: Meeting) -> Event | None:
        """Return the event the company attends from or to which there is no time to travel, if there is one."""
        near = self._near_events[meeting.slot_id] if meeting.table_id is not None else self._near_visit(meeting)
        return next((e for e in near if self.snapshot.attends(company_id, e)), None)

    def _near_visit(self, meeting: Meeting) -> list[Event]:
        """Return the events from or to which there is no time to travel before or after a meeting at an office."""
        key = meeting.slot_id, meeting.counterpart_id
        if key not in self._near_visits:
            site, slot, snapshot = self.snapshot.site(meeting), self.slot(meeting), self.snapshot
            self._near_visits[key] = [e for e in snapshot.events if _leaves_no_time(snapshot, e, slot, site)]
        return self._near_visits[key]

    @cached_property
    def _near_events(self) -> dict[int, list[Event]]:
        """The events from or to which there is no time to travel before or after a slot, by its key."""
        events = self.snapshot.events
        venue = self.snapshot.venue_of_slot
        sites = {slot.id: Site(venue[slot.id].stop_id, venue_id=venue[slot.id].id) for slot in self.snapshot.slots}
        return {
            slot.id: [e for e in events if _leaves_no_time(self.snapshot, e, slot, sites[slot.id])]
            for slot in self.snapshot.slots
        }

    def lunch(self, slot: Slot) -> Range | None:
        """Return the lunch hours of the slot's day, where the mission keeps some."""
        if self._lunch_hours is None:
            return None
        if slot.id not in self._lunches:
            start, end = self._lunch_hours
            self._lunches[slot.id] = Range(_on_day(slot, start), _on_day(slot, end))
        return self._lunches[slot.id]

    @cached_property
    def _lunch_hours(self) -> tuple[time, time] | None:
        mission = self.snapshot.mission
        if not mission.lunch_starts or not mission.lunch_ends:
            return None
        return parse_clock(mission.lunch_starts), parse_clock(mission.lunch_ends)


def _on_day(slot: Slot, clock: time) -> datetime:
    return datetime.combine(slot.day, clock, slot.starts.tzinfo)


def _leaves_no_time(snapshot: Snapshot, event: Event, slot: Slot, site: Site) -> bool:
    """Whether there is no time to travel to the event after a meeting in the slot at a site, or from it before."""
    journey = event.ends - event.starts
    there = _travel_time(snapshot, site, event.stop_id, event.venue_id)
    back = _travel_time(snapshot, site, event.to_stop_id or event.stop_id, event.to_venue_id or event.venue_id)
    if event.to_stop_id is not None and event.to_stop_id != event.stop_id:
        # Who leaves one city for another takes as long to come from there, or to go back.
        there = journey if site.stop_id == event.to_stop_id else there
        back = journey if site.stop_id == event.stop_id else back
    return slot.ends <= event.starts < slot.ends + there or slot.starts - back < event.ends <= slot.starts


def _travel_time(snapshot: Snapshot, site: Site, stop_id: int, venue_id: int | None) -> timedelta:
    """Return the time between a site and an event; none where the event is at another stop.

    Of an event at no venue nobody knows the way: none is taken from a table, the margin alone from an office.
    """
    venue = snapshot.venue.get(venue_id or 0)
    if venue is not None and venue.stop_id == site.stop_id:
        return timedelta(minutes=snapshot.gap_between(site, Site(venue.stop_id, venue_id=venue.id)))
    elsewhere = venue is not None or stop_id != site.stop_id or not site.company_id
    return timedelta() if elsewhere else timedelta(minutes=snapshot.stop[stop_id].visit_margin)
