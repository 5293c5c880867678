"""The kinds of values a mission's own fields take: how they are stored, and when a text is one."""

import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal
from enum import StrEnum

from missionplanner.domain.limits import FIRST_DAY, LAST_DAY
from missionplanner.domain.spelling import fold
from missionplanner.i18n import N_, _

SEPARATOR = "; "
"""Stands between several values of a list."""
YES, NO = "yes", "no"
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?")
_MONEY = re.compile(r"(-?\d{1,15}(?:\.\d{1,9})?)(?: ([A-Z]{3}))?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class FieldKind(StrEnum):
    """The kind of values a field takes."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes_no"
    ONE = "one"
    SEVERAL = "several"
    EMAIL = "email"
    PHONE = "phone"
    WEB = "web"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(KIND_LABELS[self])


KIND_LABELS = {
    FieldKind.TEXT: N_("Line of text"),
    FieldKind.LONG: N_("Long text"),
    FieldKind.NUMBER: N_("Number"),
    FieldKind.MONEY: N_("Money"),
    FieldKind.DATE: N_("Date"),
    FieldKind.YES_NO: N_("Yes or no"),
    FieldKind.ONE: N_("One of a list"),
    FieldKind.SEVERAL: N_("Several of a list"),
    FieldKind.EMAIL: N_("E-mail address"),
    FieldKind.PHONE: N_("Telephone number"),
    FieldKind.WEB: N_("Web address"),
}
LISTS = (FieldKind.ONE, FieldKind.SEVERAL)
"""The kinds with a list to choose from."""
COUNTED = (*LISTS, FieldKind.YES_NO)
"""The kinds with few values, which can be counted."""
_PATTERNS = {
    FieldKind.NUMBER: _NUMBER,
    FieldKind.MONEY: _MONEY,
    FieldKind.YES_NO: re.compile(f"{YES}|{NO}"),
    FieldKind.EMAIL: re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+"),
    FieldKind.PHONE: re.compile(r"\+\d{6,15}( ext\. \d{1,6})?", re.ASCII),
    FieldKind.WEB: re.compile(r"https?://[^\s/]+\S*"),
}
"""How the values of a kind are stored."""


def fits(kind: FieldKind, text: str, options: Collection[str] = ()) -> bool:
    """Whether a stored text is a value of a kind. options: the values of its list."""
    if kind is FieldKind.DATE:
        return day(text) is not None
    if kind is FieldKind.ONE:
        return text in options
    if kind is FieldKind.SEVERAL:
        return set(text.split(SEPARATOR)) <= set(options)
    pattern = _PATTERNS.get(kind)
    return pattern is None or pattern.fullmatch(text) is not None


def number(text: str) -> Decimal | None:
    """Return the number a stored text is; None where it is none."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def amount(text: str) -> tuple[Decimal, str] | None:
    """Return the amount and the currency of a stored sum of money; None where it is none."""
    found = _MONEY.fullmatch(text)
    return (Decimal(found.group(1)), found.group(2) or "") if found else None


def order_of(text: str) -> tuple[Decimal, str]:
    """Return what a stored text is sorted by: a number or an amount by what it is, else its letters."""
    found = amount(text)
    return (found[0], "") if found else (Decimal(0), fold(text))


def day(text: str) -> date | None:
    """Return the day a stored text is; None where it is none."""
    try:
        found = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
    return found if found and FIRST_DAY <= found <= LAST_DAY else None
