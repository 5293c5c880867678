"""The kinds of bounds a field can have, each with the sentence that says what is beyond it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from missionplanner.domain.coordinates import point
from missionplanner.domain.figures import PERIOD
from missionplanner.domain.kept_texts import Shape, fits
from missionplanner.domain.time import is_zone, parse_clock
from missionplanner.i18n import _, current

LINE, TEXT = 1_000, 100_000
"""Characters of a line and of a text of several."""
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_FIELD_CODE = re.compile(r"[a-z0-9_]{1,50}")
_CLOCK = re.compile(r"\d{1,2}(:\d{2})?", re.ASCII)


class Bound(Protocol):
    """The limits of the values of a field."""

    def problem(self, value: Any) -> str:
        """Return why a value of the right type lies outside, in a sentence; empty where it does not."""


@dataclass(frozen=True, slots=True)
class TextBound:
    """A text of at most so many characters."""

    most: int = LINE

    def problem(self, value: str) -> str:
        """Return that it is too long."""
        if len(value) <= self.most:
            return ""
        return _("This is longer than {most} characters.").format(most=current().number(self.most))


@dataclass(frozen=True, slots=True)
class NumberBound:
    """A number from the least to the most, both included."""

    least: float
    most: float

    def problem(self, value: float) -> str:
        """Return that it lies outside, or is no number that can be counted with."""
        if self.least <= value <= self.most:  # nan compares with nothing
            return ""
        number = current().number
        text = _("This is no number from {least} to {most}.")
        return text.format(least=number(self.least), most=number(self.most))


@dataclass(frozen=True, slots=True)
class DayBound:
    """A day of a year in which missions are."""

    def problem(self, value: date) -> str:
        """Return that it lies outside."""
        return "" if FIRST_DAY <= value <= LAST_DAY else _wrong_year()


@dataclass(frozen=True, slots=True)
class MomentBound:
    """A day and time with its offset from UTC."""

    def problem(self, value: datetime) -> str:
        """Return that it lies outside, or that nobody knows when it is."""
        if value.tzinfo is None:
            return _("This time lacks its offset from UTC, such as -06:00.")
        return "" if FIRST_DAY <= value.date() <= LAST_DAY else _wrong_year()


@dataclass(frozen=True, slots=True)
class CodesBound:
    """One of some codes, or several of them separated by commas."""

    known: Iterable[str]
    several: bool = False

    def problem(self, value: str) -> str:
        """Return that there is another."""
        codes = value.split(",") if self.several else (value,)
        return "" if set(codes) <= set(self.known) else no_code()


@dataclass(frozen=True, slots=True)
class KnownBound:
    """A code that a function knows."""

    is_known: Callable[[str], bool]

    def problem(self, value: str) -> str:
        """Return that it is none."""
        return "" if self.is_known(value) else no_code()


@dataclass(frozen=True, slots=True)
class FieldCodeBound:
    """The name programs call an own field by: small letters, figures and underscores."""

    def problem(self, value: str) -> str:
        """Return that it is no such code."""
        return "" if _FIELD_CODE.fullmatch(value) else no_code()


@dataclass(frozen=True, slots=True)
class PeriodBound:
    """The period of a figure: a year, or a part of one."""

    def problem(self, value: str) -> str:
        """Return that it is none."""
        return "" if PERIOD.fullmatch(value) else _("This is no period, such as 2024, 2024-Q1 or 2024-06.")


@dataclass(frozen=True, slots=True)
class ClockBound:
    """A time of day as it is typed, or none."""

    def problem(self, value: str) -> str:
        """Return that it is none."""
        try:
            if value and _CLOCK.fullmatch(value.strip()):
                parse_clock(value)
                return ""
        except ValueError:
            pass
        return _("This is no time, such as 14:00.") if value else ""


@dataclass(frozen=True, slots=True)
class ColourBound:
    """A web colour, or none."""

    def problem(self, value: str) -> str:
        """Return that it is none."""
        return "" if not value or _COLOUR.fullmatch(value) else _("This is no colour, such as #3d6fb4.")


@dataclass(frozen=True, slots=True)
class CoordinatesBound:
    """Latitude and longitude, or none."""

    def problem(self, value: str) -> str:
        """Return that it is none."""
        if not value or point(value):
            return ""
        return _("These are no coordinates, such as 19.4326, -99.1332.")


@dataclass(frozen=True, slots=True)
class ZoneBound:
    """An IANA time zone."""

    may_be_empty: bool = False

    def problem(self, value: str) -> str:
        """Return that there is none of this name."""
        if not value and self.may_be_empty:
            return ""
        return "" if is_zone(value) else _("This is no time zone, such as America/Mexico_City.")


@dataclass(frozen=True, slots=True)
class KeptBound:
    """A text in JSON of a certain shape, which the program writes for itself."""

    shape: Shape
    may_be_empty: bool = False

    def problem(self, value: str) -> str:
        """Return that it is not what the program writes."""
        if not value and self.may_be_empty:
            return ""
        return "" if fits(value, self.shape) else _("This is not as the program keeps it.")


def no_code() -> str:
    """Return that a code is unknown."""
    return _("This is none of the values it can have.")


def _wrong_year() -> str:
    text = _("This is no day from {first} to {last}.")
    return text.format(first=FIRST_DAY.year, last=LAST_DAY.year)
