"""Calendars (.ics) that show the right local time in every program."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar, Event


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


def calendar(name: str, entries: Iterable[CalendarItem]) -> bytes:
    """The entries as an iCalendar file with its time zones."""
    found = Calendar()
    found.add("prodid", "-//Trade Mission Planner//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", _line(name))
    for entry in entries:
        event = Event()
        event.add("uid", f"{_line(entry.uid)}@missionplanner")
        event.add("dtstamp", datetime.now(UTC))
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.ends)
        event.add("summary", _line(entry.title))
        event.add("location", _line(entry.place))
        event.add("description", "\n".join(map(_line, entry.text.splitlines())))
        found.add_component(event)
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _line(text: str) -> str:
    """A text on one line, without what cannot be seen."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
