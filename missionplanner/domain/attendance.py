"""Who attends an event: its audience, what was said by hand, how many people there is room for, who waits."""

from dataclasses import dataclass

from missionplanner.domain.events import Audience, Event, Part
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting


@dataclass(frozen=True, slots=True)
class Guests:
    """The companies of an event. people: how many come, by their delegates; left: places left, None without a limit."""

    coming: tuple[int, ...]
    waiting: tuple[int, ...]
    people: int
    left: int | None


def people_of(snapshot: Snapshot, company_id: int) -> int:
    """How many people a company brings; one without delegates counts as one."""
    return max(1, len(snapshot.delegates_of.get(company_id, [])))


def guests(snapshot: Snapshot, event: Event) -> Guests:
    """Who comes and who waits, in the order in which they wait."""
    meant = [c.id for c in snapshot.companies if _may_come(snapshot, c.id, event)]
    coming = [key for key in meant if snapshot.attends(key, event)]
    people = sum(people_of(snapshot, key) for key in coming)
    here = set(meant)
    waiting = tuple(
        row.company_id
        for row in snapshot.attendances
        if row.event_id == event.id and row.part is Part.WAITING and row.company_id in here
    )
    return Guests(tuple(coming), waiting, people, None if event.capacity is None else event.capacity - people)


def meetings_during(snapshot: Snapshot, event: Event) -> list[Meeting]:
    """Return the meetings ahead, during an event, of companies expected at it."""
    slots = {slot.id for slot in snapshot.slots if slot.span.overlaps(event.span)}
    found = [m for m in snapshot.meetings if m.is_ahead and m.slot_id in slots]
    return [m for m in found if any(snapshot.attends(key, event) for key in m.pair)]


def _may_come(snapshot: Snapshot, company_id: int, event: Event) -> bool:
    """Whether the company takes part, or is of the status the event is for."""
    if event.audience is Audience.STATUS and snapshot.is_meant(company_id, event):
        return True
    return snapshot.takes_part(company_id)
