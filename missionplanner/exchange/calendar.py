"""Calendars (.ics, RFC 5545) that show the right local time in every program, and that update what they told before."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from icalendar import Alarm, Calendar, Event, Timezone, vCalAddress, vText


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody an invitation is for, or who sends it."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One item of a calendar."""

    uid: str
    """The same for the same meeting or event: a calendar that imports it again updates it instead of adding it."""
    title: str
    starts: datetime
    """In a named zone, so that calendars show the clocks of the stop."""
    ends: datetime
    place: str
    text: str
    """Its description; the lines stay."""
    sequence: int = 0
    """The number that is higher when time, place or participants are others than before."""
    changed_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    """The time of that change."""
    is_cancelled: bool = False
    """Whether it was told before and is there no more."""


@dataclass(frozen=True, slots=True)
class CalendarKind:
    """How calendars are made."""

    stamp: datetime = field(default_factory=lambda: datetime.now(UTC))
    """The time of the last change of what they are made from: equal contents are equal files."""
    reminder: int | None = None
    """The minutes before an item at which the calendar program reminds of it; None for no reminder."""


def calendar(name: str, entries: Iterable[CalendarItem], kind: CalendarKind | None = None) -> bytes:
    """Return the entries as an iCalendar file to be opened (METHOD:PUBLISH), with its time zones."""
    kind = kind or CalendarKind()
    found = _calendar("PUBLISH")
    found.add("x-wr-calname", _line(name))
    made = [_written(entry, kind) for entry in entries]
    year = min((one.year for one in made), default=0)
    zones = (_written_zone(zone, year) for zone in sorted(frozenset().union(*(one.zones for one in made))))
    head, end, _rest = bytes(found.to_ical()).partition(b"END:VCALENDAR")
    # Programs read zones before the events that are in them.
    return b"".join((head, *zones, *(one.content for one in made), end, _rest))


@dataclass(frozen=True, slots=True)
class _WrittenItem:
    """An item as it stands in calendars."""

    content: bytes
    year: int
    zones: frozenset[str]


@lru_cache(maxsize=4096)
def _written(entry: CalendarItem, kind: CalendarKind) -> _WrittenItem:
    """Return an item as it stands in calendars; kept, as a reception stands in the calendar of everybody."""
    event = _event(entry, kind.stamp)
    if kind.reminder is not None and not entry.is_cancelled:
        event.add_component(_reminder(entry, kind.reminder))
    zones = (event[name].params.get("TZID", "") for name in ("DTSTART", "DTEND"))
    return _WrittenItem(bytes(event.to_ical()), event.decoded("DTSTART").year, frozenset(filter(None, zones)))


@cache
def _written_zone(name: str, year: int) -> bytes:
    zone = _zone(name, year)
    return bytes(zone.to_ical()) if zone else b""


def invitation(entry: CalendarItem, organiser: Attendee, attendees: Iterable[Attendee], stamp: datetime) -> bytes:
    """Return one item as the part of a mail: METHOD:REQUEST, or CANCEL for one that is there no more (RFC 5546)."""
    found = _calendar("CANCEL" if entry.is_cancelled else "REQUEST")
    event = _event(entry, stamp)
    event.add("organizer", _address(organiser), encode=False)
    for one in attendees:
        address = _address(one)
        if not entry.is_cancelled:
            address.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
        event.add("attendee", address, encode=False)
    found.add_component(event)
    _add_zones(found)
    return bytes(found.to_ical())


def days(name: str, entries: Iterable[tuple[str, str, date, str]], stamp: datetime) -> bytes:
    """Return whole days as an iCalendar file: the uid of each, its title, its day, and more on it."""
    found = _calendar("PUBLISH")
    found.add("x-wr-calname", _line(name))
    for uid, title, day, text in entries:
        event = Event()
        fields = {
            "uid": f"{_line(uid)}@missionplanner",
            "dtstamp": stamp,
            "summary": _line(title),
            "transp": "TRANSPARENT",
        }
        for key, value in {
            **fields,
            "transp": "TRANSPARENT",
            "dtstart": day,
            "dtend": day + timedelta(1),
            "description": _line(text),
        }.items():
            event.add(key, value)
        found.add_component(event)
    return bytes(found.to_ical())


def _calendar(method: str) -> Calendar:
    found = Calendar()
    found.add("prodid", "-//Trade Mission Planner//EN")
    found.add("version", "2.0")
    found.add("method", method)
    return found


def _add_zones(found: Calendar) -> None:
    """Add the time zones that are used, with their changes of clocks in the years around."""
    years = [event.decoded("DTSTART").year for event in found.walk("VEVENT")]
    # Programs read zones before the events that are in them.
    zones = (_zone(name, min(years)) for name in sorted(found.get_missing_tzids()))
    found.subcomponents[:0] = filter(None, zones)


@cache
def _zone(name: str, year: int) -> Timezone | None:
    """Return a time zone with its changes of clocks; None for one that is only so many hours from UTC."""
    # Kept: the library asks for every hour of these years, which takes longer than all the rest of a calendar.
    with suppress(ValueError):
        return Timezone.from_tzid(name, first_date=date(year - 1, 1, 1), last_date=date(year + 2, 1, 1))
    return None


def _event(entry: CalendarItem, stamp: datetime) -> Event:
    event = Event()
    fields: dict[str, Any] = {
        "uid": f"{_line(entry.uid)}@missionplanner",
        "dtstamp": stamp,
        "last-modified": entry.changed_at,
        "sequence": entry.sequence,
        "status": "CANCELLED" if entry.is_cancelled else "CONFIRMED",
        "dtstart": entry.starts,
        "dtend": entry.ends,
        "summary": _line(entry.title),
        "location": _line(entry.place),
        "description": "\n".join(map(_line, entry.text.splitlines())),
    }
    for name, value in fields.items():
        event.add(name, value)
    return event


def _reminder(entry: CalendarItem, minutes: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(entry.title))
    alarm.add("trigger", -timedelta(minutes=minutes))
    return alarm


def _address(one: Attendee) -> vCalAddress:
    address = vCalAddress(f"mailto:{_line(one.email)}")
    # A quotation mark would end the parameter, and there is no way to say that it does not; the same for a backslash.
    address.params["CN"] = vText(_line(one.name).replace('"', "'").replace("\\", "/"))
    return address


def _line(text: str) -> str:
    """Return a text on one line, without what cannot be seen."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
