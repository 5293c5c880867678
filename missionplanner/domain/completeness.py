"""The completeness of a registration, and what it lacks."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from missionplanner.domain.fees import is_fee
from missionplanner.domain.own_fields import NO_FIELDS, OwnField, OwnFields, Subject
from missionplanner.i18n import N_, _, current


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
_WEIGHTS = {item.code: item.weight for item in ITEMS}
_WHOLE = sum(_WEIGHTS.values())
_OWN_WEIGHT = 5
"""The weight of a required field of the mission's own, beside those of ITEMS."""
_OWN = re.compile(r"(company|person)\.[a-z0-9_]{1,50}")


def missing(facts: Facts) -> tuple[str, ...]:
    """Return the codes of what is missing, in the order of ITEMS."""
    return tuple(item.code for item in ITEMS if not item.is_there(facts))


def required(fields: Iterable[OwnField], side: str, is_accepted: bool) -> tuple[OwnField, ...]:
    """Return the own fields a registration needs: of its side, and those of the second form once it was accepted.

    Fees are no answers of companies, and lack nowhere.
    """
    return tuple(
        one
        for one in fields
        if one.required and one.subject is not Subject.REQUEST and one.is_of(side)
        if (is_accepted or not one.second_form) and not is_fee(one)
    )


def unanswered(needed: Iterable[OwnField], answered: Collection[str]) -> tuple[str, ...]:
    """Return the names of the fields that are needed and not answered. answered: names of fields."""
    return tuple(one.name for one in needed if one.name not in answered)


@cache  # a list of thousands of companies lacks a few hundred different sets of parts
def percent(lacking: tuple[str, ...], own: int = 0) -> int:
    """Return how complete a registration is that lacks these, in percent. own: how many own fields it needs."""
    whole = _WHOLE + own * _OWN_WEIGHT
    return round(100 * (whole - sum(_WEIGHTS.get(code, _OWN_WEIGHT) for code in lacking)) / whole)


def is_known(codes: str) -> bool:
    """Return whether these codes, separated by commas, are all of parts of a registration or of own fields."""
    return not codes or all(code in _LABELS or _OWN.fullmatch(code) for code in codes.split(","))


def words(lacking: tuple[str, ...], own: OwnFields = NO_FIELDS) -> str:
    """Return what is missing, in the language of the screen."""
    return ", ".join(words_in(lacking, _, own))


def words_in(
    lacking: tuple[str, ...], translate: Callable[[str], str], own: OwnFields = NO_FIELDS, language: str = ""
) -> list[str]:
    """Return what is missing, a phrase each, in another language; own fields by their names."""
    spoken = language or current().language
    labels = {one.name: one.title(spoken) for one in own}
    found = (translate(_LABELS[code]) if code in _LABELS else labels.get(code, "") for code in lacking)
    return [text for text in found if text]
