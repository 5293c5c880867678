"""The commands venues and sessions: listed, added, changed, deleted, with the meetings that would lose their place."""

import argparse
from collections import Counter
from typing import Any

from missionplanner.cli import output, outside
from missionplanner.cli.opening import opened
from missionplanner.cli.options import Run, add_command, add_csv, add_verb, field_values
from missionplanner.cli.stranding import add_take_out, unless_stranding
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.i18n import _, count, current
from missionplanner.jobs.programme import programme, typed_places, video_rooms
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add venues and sessions with their verbs."""
    venues = add_command(commands, "venues", _("list venues, or add, change or delete one"), show_venues)
    _add_verbs(venues, (add_venue, change_venue, remove_venue), typed_places.VENUE, _("its name, or its uid"))
    sessions = add_command(commands, "sessions", _("list meeting hours, or add, change or delete some"), show_sessions)
    for command in (venues, sessions):
        add_csv(command)
    named = _("its name, when it begins (2026-02-16T09:00), or its uid")
    _add_verbs(sessions, (add_session, change_session, remove_session), typed_places.SESSION, named)


def _add_verbs(command: argparse.ArgumentParser, acts: tuple[Run, Run, Run], fields: tuple[str, ...], of: str) -> None:
    names = ("add", "set", "remove")
    verbs = command.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(names)),
    )
    texts = (_("add one"), _("change one"), _("delete one"))
    text = _("a field and its new value, empty to clear it; the fields: {fields}").format(fields=", ".join(fields))
    for name, words, act in zip(names, texts, acts, strict=True):
        verb = add_verb(verbs, name, words, act)
        if name != "add":
            verb.add_argument("name", metavar=_("NAME"), help=of)
            add_take_out(verb)
        if name != "remove":
            verb.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=text)


def show_venues(arguments: argparse.Namespace) -> int:
    """Print the venues with their tables or video rooms."""
    with opened(arguments, read_only=True) as store:
        found = [_venue(store, venue) for venue in store.all(Venue)]
        stops = {stop.name_en: stop.name(current().language) for stop in store.all(Stop)}
    shown = [
        {
            _("Venue"): row["name"],
            _("Stop"): stops[row["stop"]],
            _("Tables"): str(row["tables"]),
            _("By video"): _("yes") if row["online"] else _("no"),
            _("Address"): row["address"],
        }
        for row in found
    ]
    return output.listed(arguments, found, shown, count("{n} venue", "{n} venues", len(found)))


def show_sessions(arguments: argparse.Namespace) -> int:
    """Print the sessions in the order of time."""
    with opened(arguments, read_only=True) as store:
        found = [_session(store, one) for one in sorted(store.all(Session), key=lambda one: (one.starts, one.id))]
        times = {one.uid: _span(store, one) for one in store.all(Session)}
        names = {one.uid: one.label for one in store.all(Session)}
    shown = [
        {
            _("Time"): times[row["uid"]],
            _("Name"): names[row["uid"]],
            _("Venue"): row["venue"],
            _("Slots"): f"{row['slots']} × {row['slot_minutes']} + {row['buffer_minutes']} min",
            _("Meetings"): str(row["meetings"]),
        }
        for row in found
    ]
    return output.listed(arguments, found, shown, count("{n} session", "{n} sessions", len(found)))


def add_venue(arguments: argparse.Namespace) -> int:
    """Add a venue as one step."""
    texts = field_values(arguments.fields, typed_places.VENUE)
    with opened(arguments) as store:
        made = typed_places.enter_venue(store, None, texts)
        return _say(arguments, _venue(store, made), _("{name} was added."), made.name)


def change_venue(arguments: argparse.Namespace) -> int:
    """Change a venue as one step."""
    texts = field_values(arguments.fields, typed_places.VENUE)
    with opened(arguments) as store:
        before = typed_places.venue_called(store, arguments.name)
        made = unless_stranding(
            arguments, store, lambda: typed_places.enter_venue(store, before, texts, arguments.take_out)
        )
        return _say(arguments, _venue(store, made), _("{name} was changed."), made.name)


def remove_venue(arguments: argparse.Namespace) -> int:
    """Delete a venue with its tables and sessions as one step."""
    with opened(arguments) as store:
        gone = typed_places.venue_called(store, arguments.name)
        row = _venue(store, gone)
        unless_stranding(arguments, store, lambda: programme.remove_venues(store, [gone.id], arguments.take_out))
        return _say(arguments, row, _("{name} was deleted."), gone.name)


def add_session(arguments: argparse.Namespace) -> int:
    """Add a session, cut into slots, as one step."""
    texts = field_values(arguments.fields, typed_places.SESSION)
    with opened(arguments) as store:
        made = typed_places.enter_session(store, None, texts)
        outside.warn(store, "sessions", made.id)
        return _say(arguments, _session(store, made), _("{name} was added."), _span(store, made))


def change_session(arguments: argparse.Namespace) -> int:
    """Change a session as one step; slots that begin as before keep their meetings."""
    texts = field_values(arguments.fields, typed_places.SESSION)
    with opened(arguments) as store:
        before = typed_places.session_called(store, arguments.name)
        made = unless_stranding(
            arguments, store, lambda: typed_places.enter_session(store, before, texts, arguments.take_out)
        )
        outside.warn(store, "sessions", made.id)
        return _say(arguments, _session(store, made), _("{name} was changed."), _span(store, made))


def remove_session(arguments: argparse.Namespace) -> int:
    """Delete a session with its slots as one step."""
    with opened(arguments) as store:
        gone = typed_places.session_called(store, arguments.name)
        row, name = _session(store, gone), _span(store, gone)
        unless_stranding(arguments, store, lambda: programme.remove_sessions(store, [gone.id], arguments.take_out))
        return _say(arguments, row, _("{name} was deleted."), name)


def _say(arguments: argparse.Namespace, row: dict[str, Any], sentence: str, name: str) -> int:
    if arguments.json:
        output.document(row)
    else:
        output.say(sentence.format(name=name))
    return 0


def _venue(store: Store, venue: Venue) -> dict[str, Any]:
    return {
        "name": venue.name,
        "uid": venue.uid,
        "stop": store.get(Stop, venue.stop_id).name_en,
        "tables": len(store.where(Table, "venue_id", [venue.id])),
        "address": venue.address,
        "phone": venue.phone,
        "zone": venue.zone,
        "coordinates": venue.coordinates,
        "online": venue.online,
        "links": video_rooms.links(store, venue) if venue.online else [],
    }


def _session(store: Store, session: Session) -> dict[str, Any]:
    venue = store.get(Venue, session.venue_id)
    zone = store.get(Stop, venue.stop_id).time_zone
    slots = store.where(Slot, "session_id", [session.id])
    held = Counter(meeting.stands for meeting in store.where(Meeting, "slot_id", [slot.id for slot in slots]))
    return {
        "uid": session.uid,
        "name": session.name,
        "venue": venue.name,
        "starts": in_zone(session.starts, zone).isoformat(),
        "ends": in_zone(session.ends, zone).isoformat(),
        "slot_minutes": session.slot_minutes,
        "buffer_minutes": session.buffer_minutes,
        "slots": len(slots),
        "meetings": held[True],
    }


def _span(store: Store, session: Session) -> str:
    zone = store.get(Stop, store.get(Venue, session.venue_id).stop_id).time_zone
    starts, ends = in_zone(session.starts, zone), in_zone(session.ends, zone)
    return f"{current().short_day(starts.date())}, {current().times(starts, ends)}"
