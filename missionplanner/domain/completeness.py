"""The completeness of a registration, and what it lacks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from missionplanner.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of a company and the numbers of its other records, on which completeness depends."""

    company: Mapping[str, Any]
    sectors: int = 0
    offers: int = 0
    seeks: int = 0
    delegates: int = 0
    addresses: int = 0
    """The number of delegates with an e-mail address."""
    declarations: int = 0
    """The number of declarations that were answered."""


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a complete registration."""

    code: str
    label: str
    weight: int
    """Its share of the whole, which is 100."""
    is_there: Callable[[Facts], bool]


def _has_field(name: str) -> Callable[[Facts], bool]:
    return lambda facts: facts.company.get(name) not in (None, "")


ITEMS: tuple[Item, ...] = (
    Item("sector", N_("a sector"), 12, lambda facts: facts.sectors > 0),
    Item("delegate", N_("a delegate"), 14, lambda facts: facts.delegates > 0),
    Item("email", N_("an e-mail address"), 10, lambda facts: facts.addresses > 0),
    Item("description", N_("a description"), 12, _has_field("description")),
    Item("offers", N_("what it offers"), 9, lambda facts: facts.offers > 0),
    Item("seeks", N_("what it seeks"), 9, lambda facts: facts.seeks > 0),
    Item("city", N_("a city"), 5, _has_field("city")),
    Item("country", N_("a country"), 5, _has_field("country")),
    Item("website", N_("a website"), 6, _has_field("website")),
    Item("employees", N_("the number of employees"), 4, _has_field("employees")),
    Item("consent", N_("an answer on consent"), 8, _has_field("consent")),
    Item("objectives", N_("objectives"), 3, _has_field("objectives")),
    Item("declarations", N_("declarations"), 3, lambda facts: facts.declarations > 0),
)
_LABELS = {item.code: item.label for item in ITEMS}
_WHOLE = sum(item.weight for item in ITEMS)


def missing(facts: Facts) -> tuple[str, ...]:
    """Return the codes of what is missing, in the order of ITEMS."""
    return tuple(item.code for item in ITEMS if not item.is_there(facts))


@cache  # a list of thousands of companies lacks a few hundred different sets of parts
def percent(lacking: tuple[str, ...]) -> int:
    """Return how complete a registration is that lacks these, in percent."""
    return round(100 * (_WHOLE - sum(item.weight for item in ITEMS if item.code in lacking)) / _WHOLE)


def is_known(codes: str) -> bool:
    """Return whether these codes, separated by commas, are all of parts of a registration."""
    return not codes or set(codes.split(",")) <= _LABELS.keys()


def words(lacking: tuple[str, ...]) -> str:
    """Return what is missing, in the language of the screen."""
    return ", ".join(_(_LABELS[code]) for code in lacking)


def words_in(lacking: tuple[str, ...], translate: Callable[[str], str]) -> list[str]:
    """Return what is missing, a phrase each, in another language."""
    return [translate(_LABELS[code]) for code in lacking if code in _LABELS]
