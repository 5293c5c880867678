"""Dates and times as people write them, in figures or in words of the three languages, whole or short.

`at_start` reads the dates of spreadsheets and forms; `days`, `clocks` and `moments` read what is typed into a field,
and return everything it can mean: one value where there is no doubt, several where somebody has to be asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from missionplanner.domain.spelling import fold
from missionplanner.i18n import month_numbers, weekday_numbers

_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)??(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+(?:de\s+)?([^\W\d]{3,10})\.?,?[\s-]+(?:de\s+|del\s+)?(\d{4}|\d{2})(?!\d)"
)
_AMERICAN = re.compile(r"(?:[^\W\d]+,\s+)?([^\W\d]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CLOCK = re.compile(
    r"(\d{1,2})(?:\s?(?:[:.]|h(?:rs?|eures?|oras?)?)\s?(?:(\d{2})(?::00)?)?)?\s?(?:([ap])\.?\s?(?:m\.?)?)?"
)
_COMPACT_CLOCK = re.compile(r"(\d{1,2})(\d{2})()")
_HOURS_IN_WORDS = {
    "noon": time(12), "midday": time(12), "midi": time(12), "mediodia": time(12),
    "midnight": time(0), "minuit": time(0), "medianoche": time(0),
}  # fmt: skip
_RELATIVE = re.compile(r"([+\-−])\s?(\d{1,3})\s?(d|days?|j|jours?|dias?|w|weeks?|s|sem|semaines?|semanas?)?")
_WEEKS = ("w", "week", "weeks", "s", "sem", "semaine", "semaines", "semana", "semanas")
_NEAR_DAYS = {
    "today": 0, "aujourd'hui": 0, "hoy": 0, "tomorrow": 1, "demain": 1, "manana": 1, "yesterday": -1, "hier": -1,
    "ayer": -1,
}  # fmt: skip
_FILLERS = frozenset({"de", "del", "of", "the", "le", "el", "er", "st", "nd", "rd", "th", "o"})
_BETWEEN = re.compile(r"\s*(?:[,;@]|\bat\b|\ba las?\b|\ba\b|(?<=\d)t(?=\d))\s*|\s+")
_PARTS = re.compile(r"\d+|[^\W\d]+")
_YEARS_BACK, _YEARS_AHEAD = 5, 15
"""The years before and after the days that are expected that two figures can mean."""
_MONTH, _LONGEST = 31, 60
"""The days of a month, and the characters of the longest text that can be a date."""


@dataclass(frozen=True, slots=True)
class Around:
    """The days and times a typed one is understood by."""

    near: tuple[date, date]
    """The first and last day that are expected: what is typed without a year or month lies here, or next to it."""
    base: date
    """The day that "+3" counts from."""
    today: date
    held: datetime | None = field(default=None)
    """The day and time there was: its time stays where only a day is typed, its day where only a time is."""


def around(near: tuple[date, date] | None = None, base: date | None = None, held: datetime | None = None) -> Around:
    """Return what typed dates are understood by; without days that are expected, those of the coming year are."""
    today = date.today()  # noqa: DTZ011 (the day of this computer)
    return Around(near or (today, today + timedelta(364)), base or today, today, held)


def at_start(text: str, day_first: bool) -> tuple[date, str] | None:
    """Return the whole date a text begins with, and what follows it; None where there is no such day."""
    for pattern, order in (
        (_YEAR_FIRST, (0, 1, 2)),
        (_YEAR_LAST, (2, 1, 0) if day_first else (2, 0, 1)),
        (_NAMED, (2, 1, 0)),
        (_AMERICAN, (2, 0, 1)),
    ):
        if found := pattern.match(text):
            year, month, day = (found.groups()[place] for place in order)
            number = int(month) if month.isdigit() else month_numbers().get(fold(month), 0)
            made = _day(int(year) + (2000 if len(year) == 2 else 0), number, int(day))
            return (made, text[found.end() :]) if made else None
    return None


def hour_of(hour: int, half: str | None) -> int:
    """Return an hour with its a or p on the 24-hour clock: 12 a.m. is midnight and 12 p.m. noon."""
    return hour % 12 + (12 if half.lower() == "p" else 0) if half else hour


def days(text: str, about: Around) -> tuple[date, ...]:
    """Return the days a typed text can mean, the likeliest first; none where it is no date."""
    plain = _folded(text).strip(" .,")
    if not plain:
        return ()
    if plain in _NEAR_DAYS:
        return (about.today + timedelta(_NEAR_DAYS[plain]),)
    if found := _RELATIVE.fullmatch(plain):
        return tuple(_counted(found, about.base))
    words = [part for part in _PARTS.findall(plain) if not part.isdecimal()]
    named = [day for word in words if (day := _weekday(word)) is not None and not _months(word)]
    # "mar" is Tuesday in French and Spanish, and March in all three.
    if plain.rstrip(".") in weekday_numbers():
        named = [weekday_numbers()[plain.rstrip(".")]]
        return tuple(_on_weekday(named[0], about))
    numbers = _PARTS.findall(plain)
    if any(not _is_known(word) for word in words) or not any(part.isdecimal() for part in numbers):
        return tuple(_on_weekday(named[0], about)) if len(words) == len(named) == 1 and len(numbers) == 1 else ()
    found_days = sorted(set(_calendar_days(plain, about)), key=lambda day: (_distance(day, about.near), day))
    return tuple(day for day in found_days if not named or day.weekday() in named)


def clocks(text: str) -> tuple[time, ...]:
    """Return the times of day a typed text can mean; none where it is no time."""
    plain = _folded(text).strip(" ,")
    if plain in _HOURS_IN_WORDS:
        return (_HOURS_IN_WORDS[plain],)
    found = _CLOCK.fullmatch(plain) or (_COMPACT_CLOCK.fullmatch(plain) if len(plain) > 2 else None)
    if found is None:
        return ()
    hour, minute, half = int(found.group(1)), int(found.group(2) or 0), found.group(3)
    if half and not 1 <= hour <= 12:
        return ()
    hour = hour_of(hour, half)
    return (time(hour, minute),) if hour < 24 and minute < 60 else ()


def moments(text: str, about: Around) -> tuple[datetime, ...]:
    """Return the days with their times a typed text can mean; none where it is no such thing.

    A day alone keeps the time there was, a time alone the day.
    """
    plain, held = _folded(text).strip(" ,"), about.held
    whole = days(plain, about)
    found = [datetime.combine(day, held.time()) for day in whole] if held else []
    found += [datetime.combine(held.date(), clock) for clock in clocks(plain)] if held else []
    for gap in _BETWEEN.finditer(plain):
        left, right = plain[: gap.start()], plain[gap.end() :]
        for day_text, clock_text in ((left, right), (right, left)):
            # "12 10 2027" is a date, and no time of 20:27.
            if not (whole and clock_text.isdecimal() and len(clock_text) > 2):
                found += [datetime.combine(d, clock) for clock in clocks(clock_text) for d in days(day_text, about)]
    return tuple(dict.fromkeys(found))


def _folded(text: str) -> str:
    return fold(text) if len(text) <= _LONGEST else ""


def _calendar_days(plain: str, about: Around) -> Iterator[date]:
    """Yield the days of a text whose words are all known, and which has a number."""
    clean = re.sub(r"(?<=\d)t?\s?00:00(:00)?$", "", plain)
    parts = [part for part in _PARTS.findall(clean) if part not in _FILLERS and (part.isdecimal() or _months(part))]
    months = [number for part in parts for number in (() if part.isdecimal() else _months(part))]
    numbers = [part for part in parts if part.isdecimal()]
    if re.search(r"[^\w\s/.,\-−'º°]", clean) or len(parts) - len(numbers) > 1:
        return
    if months:
        for month in months:
            yield from _with_month(month, numbers, about)
    elif len(numbers) == 3 and max(map(len, numbers)) <= 4:
        yield from _in_figures(numbers, about)
    elif len(numbers) == 2 and max(map(len, numbers)) <= 2:
        first, second = map(int, numbers)
        yield from (*_without_year(second, first, about), *_without_year(first, second, about))
    elif len(numbers) == 1:
        yield from _one_number(numbers[0], about)


def _with_month(month: int, numbers: list[str], about: Around) -> Iterator[date]:
    if len(numbers) == 1 and len(numbers[0]) <= 2:
        yield from _without_year(month, int(numbers[0]), about)
    elif len(numbers) == 2:
        for day, year in (numbers, numbers[::-1]):
            yield from _made(year, month, day, about)


def _in_figures(numbers: list[str], about: Around) -> Iterator[date]:
    one, two, three = numbers
    if len(one) != 4:
        yield from _made(three, int(two), one, about)
        yield from _made(three, int(one), two, about)
    if len(one) == 4 or len(three) <= 2:
        yield from _made(one, int(two), three, about)


def _one_number(text: str, about: Around) -> Iterator[date]:
    """Yield the days of 20271012, 12102027 and 271012, or those with this number in the month."""
    if len(text) in (6, 8):
        year = len(text) - 4
        yield from _made(text[:year], int(text[year : year + 2]), text[year + 2 :], about)
        yield from _made(text[4:], int(text[2:4]), text[:2], about)
        yield from _made(text[4:], int(text[:2]), text[2:4], about)
    elif len(text) <= 2:
        yield from _next_to(about, lambda day: day.day == int(text))


def _made(year: str, month: int, day: str, about: Around) -> Iterator[date]:
    """Yield the day of a year of two or four figures, where there is one."""
    if len(day) > 2 or len(year) not in (2, 4):
        return
    number = int(year) + (2000 if len(year) == 2 else 0)
    is_near = about.near[0].year - _YEARS_BACK <= number <= about.near[1].year + _YEARS_AHEAD
    made = _day(number, month, int(day)) if len(year) == 4 or is_near else None
    if made and (len(year) == 2 or 1900 <= number < 2200):
        yield made


def _without_year(month: int, day: int, about: Around) -> Iterator[date]:
    """Yield the day of the year that is expected, or of the year that brings it nearest to that."""
    years = range(about.near[0].year - 4, about.near[1].year + 5)
    found = [made for year in years if (made := _day(year, month, day))]
    if found:
        yield min(found, key=lambda made: (_distance(made, about.near), made))


def _on_weekday(weekday: int, about: Around) -> Iterator[date]:
    return _next_to(about, lambda day: day.weekday() == weekday)


def _next_to(about: Around, wanted: Callable[[date], bool]) -> Iterator[date]:
    """Yield the days of a kind among those expected, where these are few; else the first on or after their first."""
    first, last = about.near
    all_days = [first + timedelta(n) for n in range(min((last - first).days, _MONTH) + 1)]
    found = [day for day in all_days if wanted(day)]
    if found and (last - first).days < _MONTH:
        yield from found
        return
    yield from found[:1] or [day for n in range(2 * _MONTH) if wanted(day := first + timedelta(n))][:1]


def _counted(found: re.Match[str], base: date) -> Iterator[date]:
    sign, number, unit = found.groups()
    ahead = int(number) * (7 if unit in _WEEKS else 1)
    yield base + timedelta(ahead if sign == "+" else -ahead)


def _distance(day: date, near: tuple[date, date]) -> int:
    return max((near[0] - day).days, (day - near[1]).days, 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_known(word: str) -> bool:
    return word in _FILLERS or bool(_months(word)) or _weekday(word) is not None or word == "t"


@lru_cache
def _months(word: str) -> tuple[int, ...]:
    """Return the months a folded word can be: by its whole name or abbreviation, else by how it begins."""
    known = month_numbers()
    return (known[word],) if word in known else _begin(word, known.items())


@lru_cache
def _weekday(word: str) -> int | None:
    known = weekday_numbers()
    found = (known[word],) if word in known else _begin(word, known.items())
    return found[0] if len(found) == 1 else None


def _begin(word: str, known: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    return tuple(sorted({number for name, number in known if len(word) > 2 and name.startswith(word)}))
