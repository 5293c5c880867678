"""People's own parts in events, entered by hand: they attend or do not, whatever their organisation does."""

from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain.events import Event, Part, PersonAttendance
from missionplanner.messages import Message, message
from missionplanner.store.store import Store


def set_part(store: Store, event_id: int, people: Iterable[int], part: Part | None) -> None:
    """Record that people attend an event or do not, as one step; None: as their organisation or its audience does."""
    wanted = set(people)
    event = store.get(Event, event_id)
    there = {row.person_id: row for row in store.where(PersonAttendance, "event_id", [event_id])}
    known = [there[key] for key in sorted(wanted & set(there))]
    with store.change(_label(event, part)) as change:
        if part is None:
            change.delete(PersonAttendance, [row.id for row in known])
            return
        for row in known:
            change.update(replace(row, part=part))
        new = sorted(wanted - set(there))
        change.insert_all(PersonAttendance(event_id=event_id, person_id=key, part=part) for key in new)


def _label(event: Event, part: Part | None) -> Message:
    if part is None:
        return message("Attendance as usual")
    if part is Part.OUT:
        return message("Excuse from {event}", event=event.named)
    return message("Invite to {event}", event=event.named)
