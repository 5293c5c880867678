"""Times and ranges of time; every time carries its offset, so that those of cities in different zones compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones


@dataclass(frozen=True, slots=True)
class Range:
    """A range of time."""

    start: datetime
    end: datetime
    """The first time that no longer belongs to it."""

    def overlaps(self, other: "Range") -> bool:
        """Whether the two have some time in common; touching ends do not count."""
        return self.start < other.end and other.start < self.end


def local(day: date, clock: time, zone: str) -> datetime:
    """Return the time at which clocks of the zone show `clock` on that day."""
    return datetime.combine(day, clock, ZoneInfo(zone))


def in_zone(moment: datetime, zone: str) -> datetime:
    """Return the same time as clocks of the zone show it."""
    return moment.astimezone(ZoneInfo(zone))


def offset_words(zone: str, day: date) -> str:
    """Return how far the clocks of a zone are from UTC at noon of a day (UTC−6)."""
    return offset_in_words(datetime.combine(day, time(12), ZoneInfo(zone)))


def offset_in_words(moment: datetime) -> str:
    """Return how far the clocks a time is on are from UTC (UTC−6)."""
    minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def zones() -> list[str]:
    """Return the names of all IANA time zones."""
    return sorted(available_timezones())


def is_zone(name: str) -> bool:
    """Whether this is the name of an IANA time zone."""
    try:
        return bool(name) and ZoneInfo(name).key == name
    except (ValueError, OSError, LookupError):
        return False


def parse_clock(text: str) -> time:
    """Return the time of day written as 9:00 or 09:00; raises ValueError for anything else."""
    hour, _, minute = text.strip().partition(":")
    return time(int(hour), int(minute or 0))


def days(first: date, last: date) -> list[date]:
    """Return every day from the first to the last, both included."""
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def cut(span: Range, minutes: int, buffer: int) -> Iterator[Range]:
    """Cut a block of meeting time into slots of that many minutes with `buffer` minutes between them.

    The last slot need not be followed by its buffer. Raises ValueError for lengths below one minute.
    """
    if minutes < 1 or buffer < 0:
        raise ValueError("a slot lasts at least one minute")
    start = span.start
    while start + timedelta(minutes=minutes) <= span.end:
        yield Range(start, start + timedelta(minutes=minutes))
        start += timedelta(minutes=minutes + buffer)
