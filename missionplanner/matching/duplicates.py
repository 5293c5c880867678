"""Companies that look like one another although their names are not the same: how much, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from missionplanner.domain.spelling import words
from missionplanner.i18n import _
from missionplanner.matching.names import LIKELY, NameIndex, key

_FREE_MAIL = frozenset(
    {
        "gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "yahoo.ca", "yahoo.com.mx", "icloud.com", "live.com",
        "live.ca", "prodigy.net.mx", "videotron.ca", "bell.net", "sympatico.ca", "rogers.com", "shaw.ca", "telus.net",
        "aol.com", "protonmail.com", "msn.com", "me.com",
    }
)  # fmt: skip


_SHARED = 3
"""A web site or phone that more companies have is that of an agent or of nobody."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two companies look alike (0-100), and why, in words."""

    other: int
    score: int
    reason: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What besides the name tells that two entries are one company; empty parts tell nothing.

    `core` is what of the name tells companies apart, `webs` are domains of sites and addresses.
    """

    name: str
    core: str
    webs: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    registration: str = ""


def traits(company: Mapping[str, Any], people: Iterable[Mapping[str, Any]]) -> Traits:
    """The traits of a company from its fields and those of its people."""
    webs, phones = set(), set()
    if website := company.get("website"):
        webs.add(str(website).lower().partition("://")[2].removeprefix("www.").partition("/")[0])
    for entry in (company, *people):
        if phone := entry.get("phone"):
            phones.add(str(phone))
        if domain := str(entry.get("email") or "").partition("@")[2].lower():
            webs.add(domain)
    webs.discard("")
    name, number = str(company["name"]), company.get("registration_number")
    return Traits(
        name, key(name).core, frozenset(webs - _FREE_MAIL), frozenset(phones), words(number) if number else ""
    )


class TraitIndex:
    """Companies by their names and other traits."""

    def __init__(self) -> None:
        self.names = NameIndex({})
        self.traits: dict[int, Traits] = {}
        self._by_trait: dict[tuple[str, str], list[int]] = {}

    def add(self, number: int, one: Traits) -> None:
        """Know a company under the key `number` from now on."""
        self.names.add(number, one.name)
        self.traits[number] = one
        for trait in _keys(one):
            self._by_trait.setdefault(trait, []).append(number)

    def like(self, one: Traits) -> Likeness | None:
        """The company that most likely is the same, or None; a shared web site or phone alone is not enough."""
        by_name = self.names.like(one.name)
        numbers = [by_name[0]] if by_name else []
        for trait in _keys(one):
            shared = self._by_trait.get(trait, ())
            numbers += shared if len(shared) <= _SHARED else ()
        scored = [(_score(one, self.traits[number]), -number) for number in dict.fromkeys(numbers)]
        score, number = max(scored, default=(0, 0))
        return Likeness(-number, score, _reason(one, self.traits[-number])) if score >= LIKELY else None


def _keys(one: Traits) -> list[tuple[str, str]]:
    found = [("phone", phone) for phone in one.phones] + [("web", web) for web in one.webs]
    return [*found, ("number", one.registration)] if one.registration else found


def _names(one: Traits, two: Traits) -> float:
    """How alike the names are (0-100); one that holds the other counts, but less."""
    return max(fuzz.ratio(one.core, two.core), fuzz.token_set_ratio(one.core, two.core) - 12)


def _score(one: Traits, two: Traits) -> int:
    """The likeness of two entries: their names, raised by what else they share."""
    score = name = _names(one, two)
    if one.registration and one.registration == two.registration:
        score = max(score, 97.0)
    if name > 60:
        score += 12 if one.webs & two.webs else 0
        score += 10 if one.phones & two.phones else 0
    return min(round(score), 99)


def _reason(one: Traits, two: Traits) -> str:
    reasons = [_("the names are {score} % alike").format(score=round(_names(one, two)))]
    if one.registration and one.registration == two.registration:
        reasons.append(_("the registration number is the same"))
    if one.webs & two.webs:
        reasons.append(_("the web or mail domain is the same"))
    if one.phones & two.phones:
        reasons.append(_("a telephone number is the same"))
    return "; ".join(reasons)
