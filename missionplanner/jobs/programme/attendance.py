"""Invitations to events: who is invited, excused, or put on the waiting list; each one step."""

from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.attendance import guests, people_of
from missionplanner.domain.events import Attendance, Event, Part
from missionplanner.i18n import _, count
from missionplanner.store.change import Change
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Invited:
    """What became of an invitation: companies that come, and companies that wait for a place."""

    coming: tuple[int, ...]
    waiting: tuple[int, ...]


def invite(store: Store, event_id: int, companies: Iterable[int]) -> Invited:
    """Have companies attend an event as long as there is room; the rest goes on its waiting list. One step.

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
    with store.change(_("Invite to {event}").format(event=event.name_en)) as change:
        _say(store, change, event, coming, Part.IN)
        _say(store, change, event, [key for key in waiting if key not in now.waiting], Part.WAITING)
    return Invited(tuple(coming), tuple(waiting))


def excuse(store: Store, event_id: int, companies: Iterable[int]) -> tuple[int, ...]:
    """Say that companies do not attend; whoever waits moves up. Returns those who got a place. One step."""
    gone = list(companies)
    event = store.get(Event, event_id)
    with store.change(_("Excuse from {event}").format(event=event.name_en)) as change:
        _say(store, change, event, gone, Part.OUT)
        return _move_up(store, change, event)


def forget(store: Store, event_id: int, companies: Iterable[int]) -> tuple[int, ...]:
    """Take back what was said by hand of companies and an event: its audience counts again, whoever waits moves up.

    Returns those who got a place. One step.
    """
    wanted, event = set(companies), store.get(Event, event_id)
    with store.change(_("Attendance as usual")) as change:
        rows = store.where(Attendance, "event_id", [event_id])
        change.delete(Attendance, [row.id for row in rows if row.company_id in wanted])
        return _move_up(store, change, event)


def save_event(store: Store, event: Event) -> tuple[int, ...]:
    """Store an event, new or edited; where it has more room now, whoever waits moves up. Returns those. One step."""
    with store.change(_("Edit event") if event.id else _("Add event")) as change:
        if not event.id:
            change.insert(event)
            return ()
        change.update(event)
        return _move_up(store, change, event)


def keep_to_capacity(store: Store, event_id: int) -> tuple[int, ...]:
    """Put those for whom there is no room on the waiting list, who registered last first. One step."""
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
    label = count("Put {n} company on the waiting list", "Put {n} companies on the waiting list", len(moved))
    with store.change(label) as change:
        _say(store, change, event, moved, Part.WAITING)
    return tuple(moved)


def _say(store: Store, change: Change, event: Event, companies: Iterable[int], part: Part) -> None:
    """Note a part anew, so that who was told last waits last."""
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
            break
        left = None if left is None else left - wanted
        up.append(key)
    _say(store, change, event, up, Part.IN)
    return tuple(up)
