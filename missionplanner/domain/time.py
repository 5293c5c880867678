"""Moments and ranges: every moment carries its offset, so cities in different zones compare rightly."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones


@dataclass(frozen=True, slots=True)
class Range:
    """From `start` up to but not including `end`."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Range") -> bool:
        """Whether the two share a moment; touching ends do not count."""
        return self.start < other.end and other.start < self.end


def local(day: date, clock: time, zone: str) -> datetime:
    """The moment when clocks in `zone` show `clock` on `day`."""
    return datetime.combine(day, clock, ZoneInfo(zone))


def in_zone(moment: datetime, zone: str) -> datetime:
    """The same moment as clocks in `zone` show it."""
    return moment.astimezone(ZoneInfo(zone))


def is_zone(name: str) -> bool:
    """Whether `name` is an IANA time zone."""
    return name in available_timezones()


def parse_clock(text: str) -> time:
    """The time of day written as 9:00 or 09:00; raises ValueError for anything else."""
    hour, _, minute = text.strip().partition(":")
    return time(int(hour), int(minute or 0))


def days(first: date, last: date) -> list[date]:
    """Every day from `first` to `last`, both included."""
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def cut(span: Range, minutes: int, buffer: int) -> Iterator[Range]:
    """The slots of a block of meeting time: `minutes` long with `buffer` minutes between them.

    The last slot need not be followed by its buffer. Raises ValueError for lengths below one minute.
    """
    if minutes < 1 or buffer < 0:
        raise ValueError("a slot lasts at least one minute")
    start = span.start
    while start + timedelta(minutes=minutes) <= span.end:
        yield Range(start, start + timedelta(minutes=minutes))
        start += timedelta(minutes=minutes + buffer)
