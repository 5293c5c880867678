"""Cells to dates and times, as spreadsheets and forms write them, in the time zone they or their heading name."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from missionplanner.domain import dates
from missionplanner.domain.spelling import fold

_CLOCK = re.compile(r"(\d{1,2})(?::|\s?h\s?)(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?\s?(?:m\b)?", re.IGNORECASE)
_SERIAL = re.compile(r"[345]\d{4}(?:\.\d+)?")
_HOURS = {
    "NST": -3.5, "NDT": -2.5, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HNT": -3.5, "HAT": -2.5, "HNA": -4, "HAA": -3, "HNE": -5, "HAE": -4,
    "HNC": -6, "HAC": -5, "HNR": -7, "HAR": -6, "HNP": -8, "HAP": -7, "UTC": 0, "GMT": 0, "TUC": 0, "CET": 1, "CEST": 2,
    "BST": 1, "WET": 0, "WEST": 1, "HNEC": 1, "HEEC": 2,
}  # fmt: skip
"""Hours from UTC by the abbreviations in use in North America (English and French) and Western Europe."""
_PLACES = {
    "eastern": "America/Toronto", "heure de l est": "America/Toronto", "hora del este": "America/Toronto",
    "central": "America/Winnipeg", "heure du centre": "America/Winnipeg", "hora del centro": "America/Mexico_City",
    "mountain": "America/Edmonton", "rocheuses": "America/Edmonton", "pacific": "America/Vancouver",
    "pacifique": "America/Vancouver", "atlantic": "America/Halifax", "atlantique": "America/Halifax",
    "newfoundland": "America/St_Johns", "mexico city": "America/Mexico_City", "ciudad de mexico": "America/Mexico_City",
    "paris": "Europe/Paris", "madrid": "Europe/Madrid",
}  # fmt: skip
_OFFSET = re.compile(r"(?:(?:UTC|GMT|TUC)\s*)?([+\-−])(\d{1,2})(?::?(\d{2}))?\b")
_ABBREVIATION = re.compile(rf"(?<![A-Za-z])({'|'.join(sorted(_HOURS, key=len, reverse=True))})(?![A-Za-z])")
_NAMED_ZONE = re.compile(r"\b[A-Z][a-z]+/[A-Z]\w+(?:/[A-Z]\w+)?\b")


@lru_cache(maxsize=4096)
def moment(cell: str, day_first: bool, zone: tzinfo | None = None) -> datetime | None:
    """Return a date with its time; in the zone it names, else in `zone`, else in UTC. None where it is no date."""
    cell = cell.strip()
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        found_ = _written(cell, day_first)
        if found_ is None:
            return None
        found, rest = found_
        zone = zone_in(rest) or zone
    return found if found.tzinfo else found.replace(tzinfo=zone or UTC)


def zone_in(text: str) -> tzinfo | None:
    """Return the time zone that a heading or the end of a cell names: "GMT-5", "(HNE)", "America/Toronto"."""
    if found := _NAMED_ZONE.search(text):
        try:
            return ZoneInfo(found.group())
        except (ZoneInfoNotFoundError, ValueError):
            pass
    if found := _OFFSET.search(text):
        sign, hours, minutes = found.groups()
        ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(ahead if sign == "+" else -ahead) if ahead <= timedelta(hours=14) else None
    if found := _ABBREVIATION.search(text):
        return timezone(timedelta(hours=_HOURS[found.group()]))
    plain = re.sub(r"\W+", " ", fold(text))
    return next((ZoneInfo(name) for word, name in _PLACES.items() if re.search(rf"\b{word}\b", plain)), None)


def day_comes_first(cells: Iterable[str], otherwise: bool) -> bool:
    """Whether dates such as 03/11/2025 have the day first, by those of the column that leave no doubt."""
    for cell in cells:
        if found := re.match(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)", cell):
            first, second = int(found.group(1)), int(found.group(2))
            # The first date with a number no month has decides for the whole column.
            if first > 12 or second > 12:
                return first > 12
    return otherwise


def _written(cell: str, day_first: bool) -> tuple[datetime, str] | None:
    """Return a date in figures, with the month in words, or as a spreadsheet counts days; and what follows the time."""
    if _SERIAL.fullmatch(cell):
        # Excel counts days from here, as it takes 1900 for a leap year.
        return datetime(1899, 12, 30) + timedelta(days=float(cell)), ""
    found = dates.at_start(cell, day_first)
    return _with_time(*found) if found else None


def _with_time(day: date, rest: str) -> tuple[datetime, str] | None:
    """Return a day with the time that follows it, and what follows that; None when there is no such time."""
    clock = _CLOCK.search(rest)
    if clock is None:
        return datetime.combine(day, time()), ""
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    try:
        found = time(dates.hour_of(hour, clock.group(4)), minute, second)
    except ValueError:
        return None
    return datetime.combine(day, found), rest[clock.end() :]
