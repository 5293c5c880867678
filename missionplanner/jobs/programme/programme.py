"""Stops, venues, tables, sessions, slots, events and texts, changed without stranding a meeting unnoticed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from missionplanner.domain import rules
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Attendance, Event
from missionplanner.domain.mission import MissionText, Sector, SectorStop, Stop, Table, Travel, Venue
from missionplanner.domain.plan import Plan
from missionplanner.domain.time import in_zone, local
from missionplanner.domain.timetable import Meeting, Session, Slot, slots_of
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.messages import Message, counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.store import Store


class StrandedError(UserError):
    """A change would take their places from meetings.

    `go_on` changes all the same and takes the meetings out in the same step; it is None where one of them is over.
    """

    def __init__(self, meetings: list[Meeting], names: str, go_on: Callable[[], None] | None) -> None:
        super().__init__(
            count("{n} meeting would lose its place.", "{n} meetings would lose their place.", len(meetings)),
            _("Move or remove them first: {meetings}.").format(meetings=names),
        )
        self.meetings, self.go_on = meetings, go_on


def save_session(store: Store, session: Session, take_out: bool = False) -> None:
    """Store a session, cut into slots anew where its times changed; slots that start as before keep their meetings.

    Raises UserError when no slot has room in it, and StrandedError, before anything is changed, when meetings would
    lose their slots, unless `take_out` has them taken out.
    """
    if session.ends <= session.starts or session.slot_minutes < 1 or session.buffer_minutes < 0:
        raise UserError(_("The session has no room for a slot."), _("Correct its times or the length of its slots."))
    if not session.id:
        with store.change(message("Add session")) as change:
            change.insert_all(slots_of(session, change.insert(session)))
        return
    before = store.get(Session, session.id)
    recut = _slot_rule(before) != _slot_rule(session)
    old = store.where(Slot, "session_id", [session.id])
    wanted = {slot.starts: slot for slot in slots_of(session, session.id)} if recut else {s.starts: s for s in old}
    moved = before.venue_id != session.venue_id
    gone = [slot for slot in old if moved or slot.starts not in wanted]
    lost = _meetings_to_take_out(
        store, "slot_id", [slot.id for slot in gone], take_out, lambda: save_session(store, session, True)
    )
    with store.change(message("Edit session")) as change:
        change.delete(Meeting, [meeting.id for meeting in lost])
        kept = {slot.starts: slot for slot in old if slot.starts in wanted}
        dropped = [slot.id for slot in old if slot.starts not in wanted]
        for starts, slot in kept.items():
            change.update(replace(slot, ends=wanted[starts].ends))
        change.insert_all(slot for starts, slot in wanted.items() if starts not in kept)
        _keep_cancelled(store, change, dropped)
        change.delete(Slot, dropped)
        change.update(session)


def save_slot(store: Store, slot: Slot, take_out: bool = False) -> None:
    """Store a slot, new or at other times; its meetings go with it.

    Raises UserError when it ends before it starts or overlaps another of its session, StrandedError when the rules let
    meetings not stay in it, unless `take_out` has them taken out.
    """
    if slot.ends <= slot.starts:
        raise UserError(_("The slot ends before it starts."), _("Correct one of the two times."))
    for other in store.where(Slot, "session_id", [slot.session_id]):
        if other.id != slot.id and other.span.overlaps(slot.span):
            raise UserError(
                _("There is a slot from {start} to {end} already.").format(
                    start=current().time(other.starts), end=current().time(other.ends)
                ),
                _("Slots of a session do not overlap."),
            )
    lost = _unseated(store, slot) if slot.id else []
    if lost and not take_out:
        raise _stranded(store, lost, lambda: save_slot(store, slot, True))
    with store.change(message("Edit slot") if slot.id else message("Add slot")) as change:
        change.delete(Meeting, [meeting.id for meeting in lost])
        if slot.id:
            change.update(slot)
        else:
            change.insert(slot)


def remove_slots(store: Store, keys: Iterable[int], take_out: bool = False) -> None:
    """Delete slots; raises StrandedError when they hold meetings, unless `take_out` has those taken out."""
    wanted = list(keys)
    lost = _meetings_to_take_out(store, "slot_id", wanted, take_out, lambda: remove_slots(store, wanted, True))
    with store.change(counted_message("Delete {n} slot", "Delete {n} slots", len(wanted))) as change:
        change.delete(Meeting, [meeting.id for meeting in lost])
        _keep_cancelled(store, change, wanted)
        change.delete(Slot, wanted)


def remove_sessions(store: Store, keys: Iterable[int], take_out: bool = False) -> None:
    """Delete sessions; raises StrandedError when they hold meetings, unless `take_out` has those taken out."""
    wanted = list(keys)
    slots = [slot.id for slot in store.where(Slot, "session_id", wanted)]
    lost = _meetings_to_take_out(store, "slot_id", slots, take_out, lambda: remove_sessions(store, wanted, True))
    with store.change(counted_message("Delete {n} session", "Delete {n} sessions", len(wanted))) as change:
        change.delete(Meeting, [meeting.id for meeting in lost])
        _keep_cancelled(store, change, slots)
        change.delete(Session, wanted)


def save_venue(
    store: Store,
    venue: Venue,
    tables: int,
    take_out: bool = False,
    links: Sequence[str] | None = None,
    label: Message | None = None,
) -> None:
    """Store a venue with this many numbered tables; links: those of its video rooms in their order, None as they are.

    label: the name of the step, where it is not just that the venue is edited or added.

    Raises StrandedError when a table with meetings would go, unless `take_out` has those taken out.
    """
    lost: list[Meeting] = []
    surplus: list[int] = []
    if venue.id:
        known = store.where(Table, "venue_id", [venue.id])
        elsewhere = store.get(Venue, venue.id).stop_id != venue.stop_id
        surplus = [table.id for table in known if elsewhere or table.number > tables]
        lost = _meetings_to_take_out(
            store, "table_id", surplus, take_out, lambda: save_venue(store, venue, tables, True, links, label)
        )
    with store.change(label or (message("Edit venue") if venue.id else message("Add venue"))) as change:
        key = venue.id or change.insert(venue)
        present = {table.number: table for table in store.where(Table, "venue_id", [key])}
        if venue.id:
            change.update(venue)
        change.delete(Meeting, [meeting.id for meeting in lost])
        _drop_cancelled(store, change, surplus)
        change.delete(Table, [table.id for number, table in present.items() if number > tables])
        of_room = dict(enumerate(links, start=1)) if links is not None else {n: t.link for n, t in present.items()}
        made = [Table(venue_id=key, number=n, link=of_room.get(n, "")) for n in range(1, tables + 1)]
        change.insert_all(table for table in made if table.number not in present)
        for table in (present[one.number] for one in made if one.number in present):
            if table.link != of_room.get(table.number, ""):
                change.update(replace(table, link=of_room.get(table.number, "")))


def remove_venues(store: Store, keys: Iterable[int], take_out: bool = False) -> None:
    """Delete venues; raises StrandedError when they hold meetings, unless `take_out` has those taken out."""
    wanted = list(keys)
    label = counted_message("Delete {n} venue", "Delete {n} venues", len(wanted))
    _remove_places(store, Venue, (wanted, wanted), label, take_out)


def remove_stops(store: Store, keys: Iterable[int], take_out: bool = False) -> None:
    """Delete stops; raises StrandedError when meetings are planned there, unless `take_out` has those taken out."""
    wanted = list(keys)
    venues = [venue.id for venue in store.where(Venue, "stop_id", wanted)]
    label = counted_message("Delete {n} stop", "Delete {n} stops", len(wanted))
    _remove_places(store, Stop, (wanted, venues), label, take_out)


def _remove_places(store: Store, kind: type, keys: tuple[list[int], list[int]], label: Message, take_out: bool) -> None:
    """Delete venues or stops with all meetings in them, those at offices too; keys: theirs, and those of the venues."""
    wanted, venues = keys
    sessions = [session.id for session in store.where(Session, "venue_id", venues)]
    slots = [slot.id for slot in store.where(Slot, "session_id", sessions)]
    tables = [table.id for table in store.where(Table, "venue_id", venues)]
    held = {m.id: m for m in (*store.where(Meeting, "slot_id", slots), *store.where(Meeting, "table_id", tables))}
    again = partial(_remove_places, store, kind, keys, label, True)
    _meetings_to_take_out(store, "id", list(held), take_out, again)
    with store.change(label) as change:
        change.delete(Meeting, list(held))
        change.delete(kind, wanted)


def save_sector(store: Store, sector: Sector, stops: Iterable[int]) -> None:
    """Store a sector and the stops where it has a programme."""
    with store.change(message("Edit sector") if sector.id else message("Add sector")) as change:
        key = sector.id or change.insert(sector)
        if sector.id:
            change.update(sector)
        change.delete(SectorStop, [row.id for row in store.where(SectorStop, "sector_id", [key])])
        change.insert_all(SectorStop(sector_id=key, stop_id=stop) for stop in stops)


def save(store: Store, record: Any, label: Message) -> None:
    """Store one record on which no other depends (an absence), new or edited, as one step."""
    with store.change(label) as change:
        if record.id:
            change.update(record)
        else:
            change.insert(record)


def remove(store: Store, kind: type, keys: Iterable[int], label: Message) -> None:
    """Delete records on which no other depends, as one step."""
    with store.change(label) as change:
        change.delete(kind, keys)


def save_text(store: Store, kind: str, language: str, title: str, body: str) -> None:
    """Store a text of the packs in one language; an emptied one is removed."""
    known = [t for t in store.where(MissionText, "kind", [kind]) if t.language == language]
    with store.change(message("Edit texts")) as change:
        if known and (known[0].title, known[0].body) == (title, body):
            return
        change.delete(MissionText, [text.id for text in known])
        if title or body:
            change.insert(MissionText(kind=kind, language=language, title=title, body=body))


def move_event(store: Store, event: Event, starts: datetime, ends: datetime, stop_id: int) -> None:
    """Put an event at another time or stop, as one step; a venue of another stop is left."""
    save(store, _elsewhere(replace(event, starts=starts, ends=ends), stop_id), message("Move event"))


def _elsewhere(event: Event, stop_id: int) -> Event:
    """Return an event that begins at a stop, without the venues that are not there."""
    if stop_id == event.stop_id:
        return event
    if event.to_stop_id is None:
        return replace(event, stop_id=stop_id, venue_id=None, to_venue_id=None)
    # A journey still ends where it did; one to the stop it now begins at goes nowhere else.
    return replace(event, stop_id=stop_id, venue_id=None, to_stop_id=_other(event.to_stop_id, stop_id))


def _other(stop_id: int | None, than: int) -> int | None:
    return stop_id if stop_id != than else None


def copy_event(store: Store, event: Event, starts: datetime, stop_id: int) -> int:
    """Copy an event to another time, with the attendance entered by hand, as one step; return the key of the copy."""
    ends = starts + (event.ends - event.starts)
    made = _elsewhere(replace(event, id=0, uid="", starts=starts, ends=ends), stop_id)
    with store.change(message("Copy event")) as change:
        key = change.insert(made)
        rows = store.where(Attendance, "event_id", [event.id])
        change.insert_all(replace(row, id=0, uid="", event_id=key) for row in rows)
    return key


def save_travel(store: Store, travel: Travel) -> None:
    """Store the travel time between two venues in place of an earlier one, in either direction, as one step.

    Raises UserError when they are the same venue.
    """
    if travel.venue_id == travel.other_id:
        raise UserError(_("These are the same venue."), _("Choose two different ones."))
    pair = {travel.venue_id, travel.other_id}
    old = [t.id for t in store.all(Travel) if {t.venue_id, t.other_id} == pair and t.id != travel.id]
    with store.change(message("Edit travel time") if travel.id else message("Add travel time")) as change:
        change.delete(Travel, old)
        if travel.id:
            change.update(travel)
        else:
            change.insert(travel)


def _unseated(store: Store, slot: Slot) -> list[Meeting]:
    """Return the meetings ahead of a slot that would break a rule they do not break now, were the slot as given."""
    before = store.snapshot()
    after = replace(before, slots=[slot if one.id == slot.id else one for one in before.slots])
    plans = Plan(before, before.meetings), Plan(after, after.meetings)
    found = []
    for meeting in before.meetings:
        if meeting.slot_id == slot.id and meeting.is_ahead:
            known, now = ({(i.code, i.subjects) for i in rules.conflicts(plan, meeting)} for plan in plans)
            if now - known:
                found.append(meeting)
    return found


def save_stop(store: Store, stop: Stop) -> None:
    """Store a stop, new or edited; in another time zone sessions, slots and events keep the times on its clocks."""
    with store.change(message("Edit stop") if stop.id else message("Add stop")) as change:
        if not stop.id:
            change.insert(stop)
            return
        before = store.get(Stop, stop.id)
        change.update(stop)
        if before.time_zone != stop.time_zone:
            for record in _happening_at(store, stop.id):
                change.update(_on_clocks(record, before.time_zone, stop.time_zone))
            for event in _ending_or_beginning_at(store, stop.id):
                moved = _on_clocks(event, before.time_zone, stop.time_zone)
                starts = moved.starts if event.stop_id == stop.id else event.starts
                ends = moved.ends if (event.to_stop_id or event.stop_id) == stop.id else event.ends
                change.update(replace(event, starts=starts, ends=ends))


def _ending_or_beginning_at(store: Store, stop_id: int) -> list[Event]:
    return [event for event in store.all(Event) if stop_id in (event.stop_id, event.to_stop_id)]


def _happening_at(store: Store, stop_id: int) -> list[Any]:
    venues = [venue.id for venue in store.where(Venue, "stop_id", [stop_id])]
    sessions = store.where(Session, "venue_id", venues)
    slots = store.where(Slot, "session_id", [session.id for session in sessions])
    return [*sessions, *slots]


def _on_clocks(record: Any, before: str, after: str) -> Any:
    def moved(moment: datetime) -> datetime:
        here = in_zone(moment, before)
        return local(here.date(), here.time(), after)

    return replace(record, starts=moved(record.starts), ends=moved(record.ends))


def _slot_rule(session: Session) -> tuple[object, ...]:
    """Return the values the slots of a session depend on."""
    return session.starts, session.ends, session.slot_minutes, session.buffer_minutes


def _meetings_to_take_out(
    store: Store, column: str, keys: list[int], take_out: bool = False, go_on: Callable[[], None] | None = None
) -> list[Meeting]:
    """Return the standing meetings of these slots or tables.

    Raises StrandedError unless there are none, or they may be taken out because none of them is over.
    """
    meetings = [meeting for meeting in store.where(Meeting, column, keys) if meeting.stands]
    over = any(not meeting.is_ahead for meeting in meetings)
    if not meetings or (take_out and not over):
        return meetings
    raise _stranded(store, meetings, None if over else go_on)


def _keep_cancelled(store: Store, change: Change, gone: list[int]) -> None:
    """Move cancelled meetings, which take up no time, to another slot of their session, to keep their reason.

    Where the session has no other slot they are deleted.
    """
    for meeting in store.where(Meeting, "slot_id", gone):
        if not meeting.stands:
            session = store.get(Slot, meeting.slot_id).session_id
            other = next((s.id for s in store.where(Slot, "session_id", [session]) if s.id not in gone), None)
            if other is None:
                change.delete(Meeting, [meeting.id])
            else:
                change.update(replace(meeting, slot_id=other))


def _drop_cancelled(store: Store, change: Change, tables: list[int]) -> None:
    """Delete cancelled meetings whose tables go, for a meeting is always at a table."""
    change.delete(Meeting, [one.id for one in store.where(Meeting, "table_id", tables) if not one.stands])


def _stranded(store: Store, meetings: list[Meeting], go_on: Callable[[], None] | None) -> StrandedError:
    companies = {c.id: c.name for c in store.where(Company, "id", {key for m in meetings[:4] for key in m.pair})}
    named = "; ".join(f"{companies[m.delegation_id]} – {companies[m.counterpart_id]}" for m in meetings[:4])
    return StrandedError(meetings, named + ("…" if len(meetings) > 4 else ""), go_on)
