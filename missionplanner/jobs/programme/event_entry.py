"""Events entered: as a form has them, or as texts by the names of fields; each is one step."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from missionplanner.domain import dates
from missionplanner.domain.applications import Status
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Sector, Stop, Venue
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import in_zone, local
from missionplanner.domain.transfers import ends_of
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.people.records import find_person
from missionplanner.jobs.programme import attendance
from missionplanner.store.store import Store

TEXTS = (
    "name_en", "name_fr", "name_es", "place", "place_fr", "place_es", "to_place", "to_place_fr", "to_place_es",
    "meeting_point", "meeting_point_fr", "meeting_point_es", "organiser", "organiser_fr", "organiser_es", "notes",
    "talking_points", "hosts", "brief", "objectives", "protocol",
)  # fmt: skip
FIELDS = (
    *TEXTS[:3], "kind", "stop", "venue", "to_stop", "to_venue", "starts", "ends", *TEXTS[3:], "audience", "sector",
    "status", "capacity", "host", "interpreter",
)  # fmt: skip
"""The names under which texts are entered."""
_CHOSEN = (
    "kind", "stop_id", "venue_id", "to_stop_id", "to_venue_id", "audience", "sector_id", "status", "capacity",
    "host_id", "interpreter_id",
)  # fmt: skip
TO_OTHERS = ("to_stop_id", "to_venue_id", "to_place", "to_place_fr", "to_place_es")
"""The fields only transfers have."""
OF_CALLS = ("host_id", "hosts", "brief", "objectives", "protocol", "interpreter_id")
"""The fields only bilateral calls have."""


def enter(store: Store, record: Event | None, values: Mapping[str, Any]) -> tuple[int, ...]:
    """Store an event, new or edited; its times are on the clocks of the stops where it begins and ends.

    Who enters a transfer confirms its two ends. Return the companies that got a place from the waiting list. Raises
    UserError when it has no stop, ends before it starts, lacks the sector or status it is for, or a venue of a transfer
    is at another stop.
    """
    stops = {stop.id: stop for stop in store.all(Stop)}
    if values["stop_id"] not in stops:
        raise UserError(_("An event needs a stop."), _("Add a stop in the mission settings first."))
    typed = {**values, **_not_of_kind(values["kind"])}
    if typed.get("to_stop_id") == typed["stop_id"]:
        typed["to_stop_id"] = None
    reached = stops[typed.get("to_stop_id") or typed["stop_id"]]
    typed["starts"] = _on_clocks(typed["starts"], stops[typed["stop_id"]])
    typed["ends"] = _on_clocks(typed["ends"], reached)
    if typed["ends"] <= typed["starts"]:
        raise UserError(_("The event ends before it starts."), _hint(typed, stops, reached))
    _need_audience(typed)
    if typed["kind"] is EventKind.TRANSFER:
        _need_venues_there(store, typed, stops, reached)
    room = int(typed["capacity"]) if typed.get("capacity") else None
    typed |= {"capacity": room, "status": str(typed.get("status") or ""), "unconfirmed": False}
    return attendance.save_event(store, replace(record, **typed) if record else Event(**typed))


def confirm(store: Store, record: Event) -> None:
    """Confirm both ends of a transfer as they are, as one step."""
    attendance.save_event(store, replace(record, unconfirmed=False))


def enter_texts(store: Store, record: Event | None, texts: Mapping[str, str]) -> Event:
    """Store an event, new or edited, with texts by the names of FIELDS, as one step; return it.

    Raises UserError for what an event cannot have.
    """
    values = _values(store, record)
    values |= {name: text.strip() for name, text in texts.items() if name in TEXTS}
    values |= _keys(store, texts)
    values |= _of_call(store, texts)
    values |= {name: _code(kind, texts[name]) for name, kind in _CODES.items() if name in texts}
    if "capacity" in texts:
        if texts["capacity"] and not texts["capacity"].isdecimal():
            raise UserError(_("“{text}” is no number.").format(text=texts["capacity"]), _("Type how many people."))
        values["capacity"] = texts["capacity"]
    if values["kind"] is EventKind.CALL and record is None and "audience" not in texts:
        values["audience"] = Audience.LISTED  # nobody enters at a host's who is not named
    _read_times(store, values, texts)
    if not values["name_en"]:
        raise UserError(_("An event needs a name."), _("Add name_en=…."))
    known = {event.id for event in store.all(Event)}
    enter(store, record, values)
    return next(event for event in store.all(Event) if (event.id == record.id if record else event.id not in known))


def called(store: Store, text: str) -> Event:
    """Return the event of this uid or name in any language; raises UserError when there is none, or several."""
    events = store.all(Event)
    found = [event for event in events if text == event.uid] or [event for event in events if _is_called(event, text)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(_("There is no event “{name}”.").format(name=text), _("See the list of events."))
    hint = _("Name one by its uid: {uids}.").format(uids=", ".join(event.uid for event in found))
    raise UserError(_("Several events are called “{name}”.").format(name=text), hint)


def _is_called(event: Event, text: str) -> bool:
    return fold(text) in map(fold, filter(None, (event.name_en, event.name_fr, event.name_es)))


def values_of(record: Event, stops: Mapping[int, Stop]) -> dict[str, Any]:
    """Return the values of an event as they are entered: its times on the clocks of its ends."""
    ends = ends_of(record, stops)
    return {**{name: getattr(record, name) for name in (*TEXTS, *_CHOSEN)}, "starts": ends.starts, "ends": ends.ends}


def _values(store: Store, record: Event | None) -> dict[str, Any]:
    """Return the values of an event before texts are entered for it."""
    stops = {stop.id: stop for stop in store.all(Stop)}
    if record:
        return values_of(record, stops)
    first = next(iter(stops), None)
    return {
        **dict.fromkeys(TEXTS, ""),
        **dict.fromkeys(
            ("venue_id", "to_stop_id", "to_venue_id", "sector_id", "capacity", "host_id", "interpreter_id")
        ),
        "kind": EventKind.PLENARY,
        "stop_id": first,
        "audience": Audience.EVERYONE,
        "status": "",
    }


_CODES: dict[str, type[EventKind] | type[Audience] | type[Status]] = {
    "kind": EventKind, "audience": Audience, "status": Status,
}  # fmt: skip


def _code(kind: type[EventKind] | type[Audience] | type[Status], text: str) -> Any:
    known = [one.value for one in kind]
    if kind is Status and not text:
        return ""
    if text not in known:
        raise UserError(_("“{text}” is not one of the choices.").format(text=text), ", ".join(known))
    return kind(text).value if kind is Status else kind(text)


def _keys(store: Store, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the keys of the stops, venues and sector that are named."""
    stops, venues = store.all(Stop), store.all(Venue)
    sectors = [sector for sector in store.all(Sector) if sector.parent_id is None]
    known: dict[str, list[tuple[int, tuple[str, ...]]]] = {
        "stop": [(one.id, (one.name_en, one.name_fr, one.name_es)) for one in stops],
        "venue": [(one.id, (one.name,)) for one in venues],
        "sector": [(one.id, (one.code, one.name_en, one.name_fr, one.name_es)) for one in sectors],
    }
    places = {"stop": "stop", "to_stop": "stop", "venue": "venue", "to_venue": "venue", "sector": "sector"}
    return {f"{name}_id": _key(texts[name], known[what]) for name, what in places.items() if name in texts}


def _of_call(store: Store, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the keys of the host and the interpreter that are named."""
    if not texts.get("host") and not texts.get("interpreter"):
        return {f"{name}_id": None for name in ("host", "interpreter") if name in texts}
    snapshot = store.snapshot()
    found: dict[str, Any] = {}
    if "host" in texts:
        found["host_id"] = _key(texts["host"], [(one.id, (one.name,)) for one in snapshot.companies])
    if "interpreter" in texts:
        name = texts["interpreter"].strip()
        found["interpreter_id"] = find_person(snapshot, name).id if name else None
    return found


def _key(text: str, known: Iterable[tuple[int, tuple[str, ...]]]) -> int | None:
    if not text.strip():
        return None
    named = list(known)
    found = [key for key, names in named if fold(text) in map(fold, filter(None, names))]
    if len(found) != 1:
        choices = ", ".join(names[0] for _key_of, names in named)
        raise UserError(_("“{text}” is not in the mission.").format(text=text), choices)
    return found[0]


def _read_times(store: Store, values: dict[str, Any], texts: Mapping[str, str]) -> None:
    """Put the times that are typed among the values; a clock alone is on the day that is there."""
    near = store.mission.starts, store.mission.ends
    for name in ("starts", "ends"):
        if name in texts:
            held = values.get(name) or values.get("starts")
            found = dates.moments(texts[name], dates.around(near, held=held.replace(tzinfo=None) if held else None))
            if len(found) != 1:
                problem = _("“{text}” is no day with a time.").format(text=texts[name])
                raise UserError(problem, _("Write it as 2026-02-16T10:00."))
            values[name] = found[0]
        elif name not in values:
            raise UserError(_("An event needs a beginning and an end."), _("Add starts=… and ends=…."))


def _not_of_kind(kind: EventKind) -> dict[str, Any]:
    """Return what an event of this kind does not have, empty."""
    others = (*(TO_OTHERS if kind is not EventKind.TRANSFER else ()), *(OF_CALLS if kind is not EventKind.CALL else ()))
    return {name: None if name.endswith("_id") else "" for name in others}


def _on_clocks(moment: datetime, stop: Stop) -> datetime:
    return local(moment.date(), moment.time().replace(tzinfo=None), stop.time_zone)


def _hint(typed: Mapping[str, Any], stops: Mapping[int, Stop], reached: Stop) -> str:
    """Return what to do about an event that ends before it starts; of a journey what its clocks say."""
    left = stops[typed["stop_id"]]
    if left.id == reached.id:
        return _("Correct one of the two times.")
    t = current()
    return _("It leaves on the clocks of {stop} and arrives on those of {to_stop}, where it is {time} then.").format(
        stop=left.name(t.language),
        to_stop=reached.name(t.language),
        time=t.time(in_zone(typed["starts"], reached.time_zone)),
    )


def _need_audience(values: Mapping[str, Any]) -> None:
    """Refuse an audience of a sector or status without saying which."""
    if values["audience"] is Audience.SECTOR and values["sector_id"] is None:
        raise UserError(_("Which sector attends?"), _("Choose the sector below."))
    if values["audience"] is Audience.STATUS and not values["status"]:
        raise UserError(_("Which status attends?"), _("Choose the status below."))


def _need_venues_there(store: Store, values: Mapping[str, Any], stops: Mapping[int, Stop], reached: Stop) -> None:
    """Refuse a transfer from or to a venue that is at another stop."""
    venues = {venue.id: venue for venue in store.all(Venue)}
    for column, stop in (("venue_id", stops[values["stop_id"]]), ("to_venue_id", reached)):
        venue = venues.get(values.get(column) or 0)
        if venue and venue.stop_id != stop.id:
            language = current().language
            text = _("{venue} is in {city}, not in {stop}.").format(
                venue=venue.name, city=stops[venue.stop_id].name(language), stop=stop.name(language)
            )
            raise UserError(text, _("Choose the stop or the venue of that end anew."))
