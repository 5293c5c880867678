"""Invitations to events: companies invited, excused, or put on the waiting list; each change is one step."""

from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.attendance import guests, people_of
from missionplanner.domain.events import Attendance, Event, Part
from missionplanner.messages import counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Invited:
    """The outcome of an invitation: companies that come, and companies that wait for a place."""

    coming: tuple[int, ...]
    waiting: tuple[int, ...]


def invite(store: Store, event_id: int, companies: Iterable[int]) -> Invited:
    """Have companies attend an event while there is room and put the others on its waiting list, as one step.

    A company that does not wait yet gets no place before one that does.
    """
    snapshot = store.snapshot()
    event = store.get(Event, event_id)
    companies = list(companies)
    now = guests(snapshot, event)
    queue = set(now.waiting) - set(companies)
    left = now.left
    coming: list[int] = []
    waiting: list[int] = []
    for key in companies:
        if key in now.coming:
            continue
        wanted = people_of(snapshot, key)
        if left is None or (wanted <= left and (key in now.waiting or not queue)):
            left = None if left is None else left - wanted
            coming.append(key)
        else:
            waiting.append(key)
    with store.change(message("Invite to {event}", event=event.named)) as change:
        _set_part(store, change, event, coming, Part.IN)
        _set_part(store, change, event, [key for key in waiting if key not in now.waiting], Part.WAITING)
    return Invited(tuple(coming), tuple(waiting))


def excuse(store: Store, event_id: int, companies: Iterable[int]) -> tuple[int, ...]:
    """Record that companies do not attend, and move waiting ones up, as one step; return those that got a place."""
    gone = list(companies)
    event = store.get(Event, event_id)
    with store.change(message("Excuse from {event}", event=event.named)) as change:
        _set_part(store, change, event, gone, Part.OUT)
        return _move_up(store, change, event)


def forget(store: Store, event_id: int, companies: Iterable[int]) -> tuple[int, ...]:
    """Drop the entries made by hand of companies at an event, so that its audience counts again, as one step.

    Return the waiting companies that got a place.
    """
    wanted, event = set(companies), store.get(Event, event_id)
    with store.change(message("Attendance as usual")) as change:
        rows = store.where(Attendance, "event_id", [event_id])
        change.delete(Attendance, [row.id for row in rows if row.company_id in wanted])
        return _move_up(store, change, event)


def save_event(store: Store, event: Event) -> tuple[int, ...]:
    """Store an event, new or edited, as one step; return the waiting companies that got a place in it."""
    with store.change(message("Edit event") if event.id else message("Add event")) as change:
        if not event.id:
            change.insert(event)
            return ()
        change.update(event)
        return _move_up(store, change, event)


def keep_to_capacity(store: Store, event_id: int) -> tuple[int, ...]:
    """Put companies without room on the waiting list, those that registered last first, as one step; return them."""
    snapshot, event = store.snapshot(), store.get(Event, event_id)
    now = guests(snapshot, event)
    over = -(now.left or 0)
    received = {a.company_id: a.received.timestamp() if a.received else 0.0 for a in snapshot.applications}
    moved: list[int] = []
    for key in sorted(now.coming, key=lambda k: (received.get(k, 0.0), k), reverse=True):
        if over <= 0:
            break
        over -= people_of(snapshot, key)
        moved.append(key)
    moved.reverse()
    label = counted_message("Put {n} company on the waiting list", "Put {n} companies on the waiting list", len(moved))
    with store.change(label) as change:
        _set_part(store, change, event, moved, Part.WAITING)
    return tuple(moved)


def _set_part(store: Store, change: Change, event: Event, companies: Iterable[int], part: Part) -> None:
    """Store the part of companies anew, so that the last one put on the waiting list waits last."""
    wanted = list(companies)
    rows = store.where(Attendance, "event_id", [event.id])
    change.delete(Attendance, [row.id for row in rows if row.company_id in wanted])
    change.insert_all(Attendance(event_id=event.id, company_id=key, part=part) for key in wanted)


def _move_up(store: Store, change: Change, event: Event) -> tuple[int, ...]:
    snapshot = store.snapshot()
    now = guests(snapshot, event)
    left, up = now.left, []
    for key in now.waiting:
        wanted = people_of(snapshot, key)
        if left is not None and wanted > left:
            break  # nobody behind overtakes the first one waiting, even where fewer people would fit
        left = None if left is None else left - wanted
        up.append(key)
    _set_part(store, change, event, up, Part.IN)
    return tuple(up)
