"""A timetable seen from every angle, so that a rule can look at one meeting among the others."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time
from functools import cached_property

from missionplanner.domain.events import Event
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range, parse_clock
from missionplanner.domain.timetable import Availability, Meeting, Owner, Slot


class Plan:
    """The standing meetings of a timetable over the snapshot they belong to."""

    def __init__(self, snapshot: Snapshot, meetings: Iterable[Meeting]) -> None:
        self.snapshot = snapshot
        self.meetings = [meeting for meeting in meetings if meeting.stands]
        self._absent: dict[tuple[Owner, int, int], Availability | None] = {}
        self._events: dict[tuple[int, int], Event | None] = {}

    def slot(self, meeting: Meeting) -> Slot:
        """The slot of a meeting."""
        return self.snapshot.slot[meeting.slot_id]

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
        """Meetings by table key."""
        found: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in self.meetings:
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

    def delegates(self, meeting: Meeting) -> frozenset[int]:
        """The keys of the delegates named for a meeting; empty when the whole company attends."""
        return self.snapshot.attending.get(meeting.id, frozenset())

    def at_the_same_time(self, meeting: Meeting, others: Iterable[Meeting]) -> Iterable[Meeting]:
        """Those of `others`, but for the meeting itself, whose slots overlap its slot."""
        span = self.slot(meeting).span
        return [m for m in others if m is not meeting and m.id != meeting.id and span.overlaps(self.slot(m).span)]

    def absence(self, owner: Owner, owner_id: int, slot: Slot) -> Availability | None:
        """The absence of the owner that overlaps the slot, if there is one."""
        key = (owner, owner_id, slot.id)
        if key not in self._absent:
            rows = self.snapshot.unavailable.get((owner, owner_id), [])
            self._absent[key] = next((row for row in rows if row.span.overlaps(slot.span)), None)
        return self._absent[key]

    def someone(self, company_id: int, slot: Slot) -> bool:
        """Whether the company has a delegate available in the slot; one without delegates counts as having one."""
        people = self.snapshot.delegates_of.get(company_id, [])
        return not people or any(self.absence(Owner.DELEGATE, person.id, slot) is None for person in people)

    def event_during(self, company_id: int, slot: Slot) -> Event | None:
        """The event the company attends during the slot, if there is one."""
        key = (company_id, slot.id)
        if key not in self._events:
            found = (e for e in self._overlapping[slot.id] if self.snapshot.attends(company_id, e))
            self._events[key] = next(found, None)
        return self._events[key]

    @cached_property
    def _overlapping(self) -> dict[int, list[Event]]:
        events = self.snapshot.events
        return {slot.id: [e for e in events if e.span.overlaps(slot.span)] for slot in self.snapshot.slots}

    def lunch(self, slot: Slot) -> Range | None:
        """The lunch hours of the slot's day, where the mission keeps some."""
        mission = self.snapshot.mission
        if not mission.lunch_starts or not mission.lunch_ends:
            return None
        start, end = parse_clock(mission.lunch_starts), parse_clock(mission.lunch_ends)
        return Range(_at(slot, start), _at(slot, end))


def _at(slot: Slot, clock: time) -> datetime:
    return datetime.combine(slot.day, clock, slot.starts.tzinfo)
