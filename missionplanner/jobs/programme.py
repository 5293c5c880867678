"""Events, venues, tables and sessions: what may be changed without stranding a meeting."""

from collections.abc import Iterable
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import MissionText, Sector, SectorStop, Stop, Table, Venue
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.new_mission import slots_of
from missionplanner.store.store import Store


def save_session(store: Store, session: Session) -> None:
    """Store a session and cut it into slots anew where its times changed.

    Raises UserError when meetings would lose their slots; nothing is changed then.
    """
    if session.ends <= session.starts or session.slot_minutes < 1 or session.buffer_minutes < 0:
        raise UserError(_("The session has no room for a slot."), _("Correct its times or the length of its slots."))
    with store.change(_("Edit session") if session.id else _("Add session")) as change:
        if not session.id:
            change.insert_all(slots_of(session, change.insert(session)))
            return
        old = store.where(Slot, "session_id", [session.id])
        wanted = list(slots_of(session, session.id))
        moved = store.get(Session, session.id).venue_id != session.venue_id
        if moved or [(s.starts, s.ends) for s in old] != [(s.starts, s.ends) for s in wanted]:
            _refuse_stranding(store, Meeting, "slot_id", [slot.id for slot in old])
            change.delete(Slot, [slot.id for slot in old])
            change.insert_all(wanted)
        change.update(session)


def remove_sessions(store: Store, keys: Iterable[int]) -> None:
    """Delete sessions that hold no meetings; raises UserError otherwise."""
    wanted = list(keys)
    slots = [slot.id for slot in store.where(Slot, "session_id", wanted)]
    _refuse_stranding(store, Meeting, "slot_id", slots)
    with store.change(count("Delete {n} session", "Delete {n} sessions", len(wanted))) as change:
        change.delete(Session, wanted)


def save_venue(store: Store, venue: Venue, tables: int) -> None:
    """Store a venue with this many numbered tables; raises UserError when a table with meetings would go."""
    with store.change(_("Edit venue") if venue.id else _("Add venue")) as change:
        key = venue.id or change.insert(venue)
        present = {table.number: table for table in store.where(Table, "venue_id", [key])}
        if venue.id:
            if store.get(Venue, venue.id).stop_id != venue.stop_id:
                _refuse_stranding(store, Meeting, "table_id", [table.id for table in present.values()])
            change.update(venue)
        surplus = [table.id for number, table in present.items() if number > tables]
        _refuse_stranding(store, Meeting, "table_id", surplus)
        change.delete(Table, surplus)
        change.insert_all(Table(venue_id=key, number=n) for n in range(1, tables + 1) if n not in present)


def remove_venues(store: Store, keys: Iterable[int]) -> None:
    """Delete venues that hold no meetings; raises UserError otherwise."""
    wanted = list(keys)
    _refuse_stranding(store, Meeting, "table_id", [table.id for table in store.where(Table, "venue_id", wanted)])
    with store.change(count("Delete {n} venue", "Delete {n} venues", len(wanted))) as change:
        change.delete(Venue, wanted)


def remove_stops(store: Store, keys: Iterable[int]) -> None:
    """Delete stops at which no meetings are planned; raises UserError otherwise."""
    wanted = list(keys)
    venues = [venue.id for venue in store.where(Venue, "stop_id", wanted)]
    _refuse_stranding(store, Meeting, "table_id", [table.id for table in store.where(Table, "venue_id", venues)])
    with store.change(count("Delete {n} stop", "Delete {n} stops", len(wanted))) as change:
        change.delete(Stop, wanted)


def save_sector(store: Store, sector: Sector, stops: Iterable[int]) -> None:
    """Store a sector and the stops where it has a programme."""
    with store.change(_("Edit sector") if sector.id else _("Add sector")) as change:
        key = sector.id or change.insert(sector)
        if sector.id:
            change.update(sector)
        change.delete(SectorStop, [row.id for row in store.where(SectorStop, "sector_id", [key])])
        change.insert_all(SectorStop(sector_id=key, stop_id=stop) for stop in stops)


def save(store: Store, record: Any, label: str) -> None:
    """Store one record that stands for itself (an event, a stop, an absence), new or edited, as one step."""
    with store.change(label) as change:
        if record.id:
            change.update(record)
        else:
            change.insert(record)


def remove(store: Store, kind: type, keys: Iterable[int], label: str) -> None:
    """Delete records that stand for themselves, as one step."""
    with store.change(label) as change:
        change.delete(kind, keys)


def save_text(store: Store, kind: str, language: str, title: str, body: str) -> None:
    """Store a text of the packs; an emptied one is removed."""
    known = [t for t in store.where(MissionText, "kind", [kind]) if t.language == language]
    with store.change(_("Edit texts")) as change:
        if known and (known[0].title, known[0].body) == (title, body):
            return
        change.delete(MissionText, [text.id for text in known])
        if title or body:
            change.insert(MissionText(kind=kind, language=language, title=title, body=body))


def _refuse_stranding(store: Store, kind: type[Meeting], column: str, keys: list[int]) -> None:
    meetings = store.where(kind, column, keys)
    if not meetings:
        return
    companies = {c.id: c.name for c in store.where(Company, "id", {key for m in meetings[:4] for key in m.pair})}
    named = "; ".join(f"{companies[m.delegation_id]} – {companies[m.counterpart_id]}" for m in meetings[:4])
    raise UserError(
        count("{n} meeting would lose its place.", "{n} meetings would lose their place.", len(meetings)),
        _("Move or remove them first: {meetings}.").format(meetings=named + ("…" if len(meetings) > 4 else "")),
    )
