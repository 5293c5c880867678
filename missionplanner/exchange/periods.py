"""Periods and values of figures as tables write them: "Q1 2024", "juin 2024", "over 56", "12,5 %"."""

import re
from datetime import date

from missionplanner.domain.figures import PERIOD, Bounded
from missionplanner.domain.spelling import fold
from missionplanner.exchange import own_cells
from missionplanner.i18n import LANGUAGES, translator

_QUARTER = re.compile(
    r"(?:(?P<q>[qt][1-4]|[1-4][qt])\W*(?P<y>\d{4})|(?P<year>\d{4})\W*(?P<quarter>[qt][1-4]|[1-4][qt]))"
)
_YEARS = re.compile(r"(\d{4})\s*[-–/]\s*(\d{2}|\d{4})")
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_NAMED = re.compile(r"(?P<name>[^\W\d_]+)\.?(?:\s+de)?\s+(?P<y>\d{4})|(?P<year>\d{4})\s+(?P<month>[^\W\d_]+)\.?")
_BOUNDED = {
    Bounded.UNDER: ("<", "under", "less than", "below", "moins de", "menos de", "hasta"),
    Bounded.OVER: (">", "over", "more than", "above", "plus de", "mas de"),
    Bounded.ABOUT: ("~", "≈", "about", "approx.", "approx", "around", "ca.", "c.", "environ", "unos", "alrededor de"),
}
"""The words before a value that is not exact, folded."""
_NOTHING = frozenset(("", "-", "–", "—", "..", "...", "…", "n/a", "na", "x", "nd", "n.d.", "s/d", ":"))
"""The signs of statistics offices where there is no value."""


def period(cell: str) -> str | None:
    """Return a period as it is stored; None where a cell is none."""
    text = " ".join(cell.split()).removesuffix(".0")
    if PERIOD.fullmatch(text) and not _YEARS.fullmatch(text):
        return text
    folded = fold(text)
    if found := _QUARTER.fullmatch(folded):
        number = (found["q"] or found["quarter"]).strip("qt")
        return f"{found['y'] or found['year']}-Q{number}"
    if found := _MONTH.fullmatch(text):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        if 1 <= int(month) <= 12:
            return f"{year}-{int(month):02}"
    if found := _YEARS.fullmatch(text):
        first, last = found[1], found[2]
        follows = int(first[:2] + last if len(last) == 2 else last) > int(first)
        return f"{first}/{last}" if follows else None
    return _named_month(folded)


def _named_month(text: str) -> str | None:
    found = _NAMED.fullmatch(text)
    month = _months().get(found["name"] or found["month"]) if found else None
    return f"{found['y'] or found['year']}-{month:02}" if found and month else None


def _months() -> dict[str, int]:
    if not _KNOWN:
        for language in LANGUAGES:
            locale = translator(language).locale
            for width in ("wide", "abbreviated"):
                for form in ("format", "stand-alone"):
                    names = locale.months[form][width]
                    _KNOWN.update({fold(str(name)).rstrip("."): number for number, name in names.items()})
    return _KNOWN


_KNOWN: dict[str, int] = {}


def value(cell: str) -> tuple[float, Bounded] | None:
    """Return the value of a cell and whether it is exact; None where it is none."""
    text = fold(cell)
    how = Bounded.EXACT
    for one, ahead in _BOUNDED.items():
        start = next((word for word in sorted(ahead, key=len, reverse=True) if _begins(text, word)), "")
        if start:
            how, text = one, text[len(start) :].strip()
            break
    number = own_cells.number(text.strip("%$€£ "))
    return (float(number), how) if number is not None else None


def _begins(text: str, word: str) -> bool:
    return text.startswith(word) and (not word[-1].isalpha() or not text[len(word) : len(word) + 1].isalpha())


def is_nothing(cell: str) -> bool:
    """Whether a cell says that there is no value."""
    return fold(cell) in _NOTHING


def day(cell: str) -> date | None:
    """Return the day a cell means; None where it is none, or is not sure."""
    text = own_cells.date(cell.strip())
    return date.fromisoformat(text) if text else None
