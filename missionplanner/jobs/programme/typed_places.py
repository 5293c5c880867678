"""Venues and sessions typed on the command line: texts by the names of what they have, each act one step."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from missionplanner.domain import dates
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import in_zone, local
from missionplanner.domain.timetable import Session
from missionplanner.errors import UserError
from missionplanner.exchange import answers
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme import programme, video_rooms
from missionplanner.store.store import Store

VENUE = ("name", "stop", "tables", "address", "phone", "zone", "coordinates", "online", "links")
"""The fields of a venue that can be typed; `links` are those of its video rooms, separated by spaces or semicolons."""
SESSION = ("name", "venue", "starts", "ends", "slot_minutes", "buffer_minutes")
"""The fields of a session that can be typed; its times are on the clocks of its stop."""
_TABLES = 10
_Place = TypeVar("_Place", Venue, Session)


def enter_venue(store: Store, before: Venue | None, texts: Mapping[str, str], take_out: bool = False) -> Venue:
    """Store a venue, new or edited, with texts by the names of VENUE, as one step; return it.

    Raises UserError for what it cannot have, and StrandedError where meetings would lose their tables.
    """
    stops = store.all(Stop)
    values: dict[str, Any] = {
        name: texts[name].strip() for name in ("name", "address", "zone", "coordinates") if name in texts
    }
    if "stop" in texts or before is None:
        values["stop_id"] = _of(texts.get("stop", ""), [(s.id, (s.name_en, s.name_fr, s.name_es)) for s in stops])
    if "online" in texts:
        values["online"] = _yes(texts["online"])
    stop_id = values.get("stop_id") or (before.stop_id if before else 0)
    if "phone" in texts:
        country = next((stop.country for stop in stops if stop.id == stop_id), "")
        values["phone"] = entry.checked("phone", texts["phone"], country)[0]
    if not (values.get("name", before.name if before else "")):
        raise UserError(_("A venue needs a name."), _("Add name=…."))
    venue = replace(before, **values) if before else Venue(**values)
    links = video_rooms.split(texts["links"]) if "links" in texts else None
    known = {one.id for one in store.all(Venue)}
    programme.save_venue(store, venue, _tables(store, before, texts, links), take_out, links)
    return store.get(Venue, before.id) if before else next(v for v in store.all(Venue) if v.id not in known)


def enter_session(store: Store, before: Session | None, texts: Mapping[str, str], take_out: bool = False) -> Session:
    """Store a session, new or edited, with texts by the names of SESSION, as one step; return it.

    Raises UserError for what it cannot have, and StrandedError where meetings would lose their slots.
    """
    venues = {venue.id: venue for venue in store.all(Venue)}
    values: dict[str, Any] = {"name": texts["name"].strip()} if "name" in texts else {}
    if "venue" in texts or before is None:
        if not venues:
            raise UserError(_("A session needs a venue."), _("Add a venue first."))
        values["venue_id"] = _of(texts.get("venue", ""), [(v.id, (v.name, v.uid)) for v in venues.values()])
    for name in ("slot_minutes", "buffer_minutes"):
        if name in texts:
            values[name] = _number(texts[name])
    venue = venues[values.get("venue_id") or (before.venue_id if before else 0)]
    values |= _times(store, before, texts, store.get(Stop, venue.stop_id).time_zone)
    session = replace(before, **values) if before else Session(**values)
    known = {one.id for one in store.all(Session)}
    programme.save_session(store, session, take_out)
    return store.get(Session, before.id) if before else next(s for s in store.all(Session) if s.id not in known)


def venue_called(store: Store, text: str) -> Venue:
    """Return the venue of this name or uid; raises UserError when there is none, or several."""
    venues = store.all(Venue)
    found = [one for one in venues if one.uid == text] or [one for one in venues if fold(one.name) == fold(text)]
    return _only(found, text, (_("There is no venue “{name}”."), _("Several venues are called “{name}”.")))


def session_called(store: Store, text: str) -> Session:
    """Return the session of this uid, name or beginning; raises UserError when there is none, or several."""
    sessions = store.all(Session)
    near = store.mission.starts, store.mission.ends
    moments = dates.moments(text, dates.around(near))
    found = (
        [one for one in sessions if one.uid == text]
        or [one for one in sessions if fold(text) in map(fold, filter(None, (one.name, one.label)))]
        or [one for one in sessions if one.starts.replace(tzinfo=None) in moments]
    )
    return _only(found, text, (_("There is no session “{name}”."), _("Several sessions are called “{name}”.")))


def _only(found: list[_Place], text: str, problems: tuple[str, str]) -> _Place:
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(problems[0].format(name=text), _("Run the command without a verb for the list."))
    hint = _("Name one by its uid: {uids}.").format(uids=", ".join(one.uid for one in found))
    raise UserError(problems[1].format(name=text), hint)


def _of(text: str, known: Iterable[tuple[int, tuple[str, ...]]]) -> int:
    """Return the key of what is named; where nothing is, of the only one there is."""
    named = list(known)
    found = [key for key, names in named if fold(text) in map(fold, filter(None, names))] if text.strip() else []
    if not text.strip() and len(named) == 1:
        return named[0][0]
    if len(found) != 1:
        choices = ", ".join(names[0] for _key, names in named) or _("Add a stop in the mission settings first.")
        raise UserError(_("“{text}” is not in the mission.").format(text=text), choices)
    return found[0]


def _tables(store: Store, before: Venue | None, texts: Mapping[str, str], links: list[str] | None) -> int:
    """Return how many tables a venue has: as typed, else as many as before, and at least one for each link."""
    if "tables" in texts:
        return _number(texts["tables"])
    held = len(store.where(Table, "venue_id", [before.id])) if before else 0
    return max(held, len(links or ())) or _TABLES


def _number(text: str) -> int:
    if not text.strip().isdecimal():
        raise UserError(_("“{text}” is no number.").format(text=text), _("Type a whole number."))
    return int(text)


def _yes(text: str) -> bool:
    found = answers.plainly(text)
    if found is None:
        raise UserError(_("“{text}” is neither yes nor no.").format(text=text), _("Type yes or no."))
    return found


def _times(store: Store, before: Session | None, texts: Mapping[str, str], zone: str) -> dict[str, datetime]:
    """Return the times of a session; a clock alone is on the day that is there, and the end is on the day it begins."""
    near, found = (store.mission.starts, store.mission.ends), dict[str, datetime]()
    held = {name: in_zone(getattr(before, name), zone) for name in ("starts", "ends")} if before else {}
    for name in ("starts", "ends"):
        base = found.get("starts") or held.get(name) or held.get("starts")
        if name in texts:
            typed = dates.moments(texts[name], dates.around(near, held=base.replace(tzinfo=None) if base else None))
            if len(typed) != 1:
                problem = _("“{text}” is no day with a time.").format(text=texts[name])
                raise UserError(problem, _("Write it as 2026-02-16T10:00."))
            found[name] = local(typed[0].date(), typed[0].time(), zone)
        elif name not in held:
            raise UserError(_("A session needs a beginning and an end."), _("Add starts=… and ends=…."))
        else:
            found[name] = _kept(held, name, found.get("starts"))
    return found


def _kept(held: Mapping[str, datetime], name: str, starts: datetime | None) -> datetime:
    """Return a time that was not typed: on another day where the session was put on another day."""
    days = (starts.date() - held["starts"].date()).days if starts else 0
    return held[name] + timedelta(days)
