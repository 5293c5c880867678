"""The guests of an event: its audience, what was entered by hand, its room, and who waits for a place."""

from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.events import Audience, Event, Part
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting


@dataclass(frozen=True, slots=True)
class Guests:
    """The companies of an event, by key."""

    coming: tuple[int, ...]
    waiting: tuple[int, ...]
    """In the order in which they wait."""
    people: int
    """The number of people who come, each once; a company that names nobody counts as one."""
    left: int | None
    """The number of places left, negative when too many come; None without a limit."""


def people_of(snapshot: Snapshot, company_id: int) -> int:
    """Return how many people a company brings; one without delegates counts as one."""
    return max(1, len(snapshot.delegates_of.get(company_id, [])))


def people_at(snapshot: Snapshot, company_id: int, event: Event) -> int:
    """Return how many people a company that comes brings to an event, without those excused by hand."""
    people = snapshot.delegates_of.get(company_id, [])
    return sum(snapshot.part_of_person(one.id, event) is not Part.OUT for one in people) if people else 1


def on_their_own(snapshot: Snapshot, event: Event, coming: Iterable[int]) -> list[Person]:
    """Return the people who come to an event although none of their companies does, or they have none."""
    companies = set(coming)
    found = (one for one in snapshot.people if companies.isdisjoint(snapshot.companies_of.get(one.id, ())))
    return [one for one in found if snapshot.person_attends(one, event)]


def coming_to(snapshot: Snapshot, event: Event) -> list[int]:
    """Return the companies that come to an event, by key."""
    here = (company.id for company in snapshot.companies if _may_come(snapshot, company.id, event))
    return [key for key in here if snapshot.attends(key, event)]


def guests(snapshot: Snapshot, event: Event) -> Guests:
    """Return who comes to an event and who waits for a place."""
    coming = coming_to(snapshot, event)
    people = _number(snapshot, event, coming)
    waiting = tuple(
        row.company_id
        for row in snapshot.attendances
        if row.event_id == event.id and row.part is Part.WAITING and _may_come(snapshot, row.company_id, event)
    )
    return Guests(tuple(coming), waiting, people, None if event.capacity is None else event.capacity - people)


def _number(snapshot: Snapshot, event: Event, coming: Iterable[int]) -> int:
    """Return how many people come; who represents several companies is one."""
    companies = list(coming)
    brought = {one.id for key in companies for one in snapshot.delegates_of.get(key, ())}
    there = [key for key in brought if snapshot.part_of_person(key, event) is not Part.OUT]
    unnamed = sum(not snapshot.delegates_of.get(key) for key in companies)
    return len(there) + unnamed + len(on_their_own(snapshot, event, companies))


def meetings_during(snapshot: Snapshot, event: Event) -> list[Meeting]:
    """Return the meetings ahead, during an event, of companies expected at it."""
    slots = {slot.id for slot in snapshot.slots if slot.span.overlaps(event.span)}
    found = [m for m in snapshot.meetings if m.is_ahead and m.slot_id in slots]
    return [m for m in found if any(snapshot.attends(key, event) for key in m.pair)]


def _may_come(snapshot: Snapshot, company_id: int, event: Event) -> bool:
    """Whether the company takes part in the mission, or has the status the event is for."""
    if event.audience is Audience.STATUS and snapshot.is_meant(company_id, event):
        return True
    return snapshot.takes_part(company_id)
