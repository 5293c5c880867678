"""Likely duplicates: companies that look alike although their names differ."""

import re
from collections.abc import Callable, Iterable, Mapping
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
"""A web site or phone of more companies than this is that of an agent, or of nobody."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A company that looks like another."""

    other: int
    """Its key."""
    score: int
    """0-100."""
    reason: str
    """The traits they have in common, in words."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits by which companies are recognised; empty ones do not count."""

    name: str
    core: str
    """The part of the name that distinguishes companies (`names.key`)."""
    webs: tuple[str, ...] = ()
    """The domains of web sites and e-mail addresses; of those of free mail the whole address."""
    phones: tuple[str, ...] = ()
    registration: str = ""
    """The words of the registration number."""
    people: tuple[str, ...] = ()
    """The folded names of its people, given and family name both."""


def traits(company: Mapping[str, Any], people: Iterable[Mapping[str, Any]]) -> Traits:
    """Return the traits of a company by its fields and those of its people."""
    people = tuple(people)
    webs, phones = set(), set()
    webs.add(domain_of(str(company.get("website") or "")))
    for entry in (company, *people):
        if phone := entry.get("phone"):
            phones.add(str(phone))
        address = str(entry.get("email") or "").strip().lower()
        # Of an address where anybody has one the whole of it counts.
        webs.add(domain_of(address) or (address if re.fullmatch(r"[^@\s]+@[^@\s]+", address) else ""))
    names = {words(f"{one['given_name']} {one['family_name']}") for one in people if _has_whole_name(one)}
    webs.discard("")
    name, number = str(company["name"]), company.get("registration_number")
    registration = words(number) if number else ""
    return Traits(name, key(name).core, tuple(sorted(webs)), tuple(sorted(phones)), registration, tuple(sorted(names)))


def _has_whole_name(person: Mapping[str, Any]) -> bool:
    return bool(person.get("given_name") and person.get("family_name"))


def domain_of(address: str) -> str:
    """Return the domain of an e-mail or web address; empty where it is none, or one where anybody has addresses."""
    plain = address.strip().lower()
    if "@" in plain:
        domain = plain.rpartition("@")[2]
    else:
        domain = plain.rpartition("://")[2].removeprefix("www.").partition("/")[0]
    return "" if domain in _FREE_MAIL or "." not in domain or " " in domain else domain


class TraitIndex:
    """An index of companies by their names and other traits."""

    def __init__(self, find: Callable[[int], Traits] | None = None) -> None:
        self.names = NameIndex({})
        self._kept: dict[int, Traits] = {}
        self._find = find
        """Returns the traits of those that are not kept."""
        self._by_trait: dict[str, int | tuple[int, ...]] = {}
        """The company with a trait, or several; once there are more than `_SHARED` nobody asks which."""

    def add(self, number: int, one: Traits) -> None:
        """Add a company under the key `number`."""
        self._kept[number] = one
        self.names.add(number, one.name)
        self._note((*_trait_keys(one), *_person_keys(one)), number)

    def add_row(self, number: int, one: Traits, keep: bool) -> None:
        """Add a row of a file under the key `number`: it is never sought by its people, and there may be very many.

        keep: whether its traits are kept; otherwise they are found when they are needed.
        """
        if keep:
            self._kept[number] = one
        self.names.add(number, one.name)
        self._note(_trait_keys(one), number)
        self._note((trait for trait in _person_keys(one) if trait in self._by_trait), number)

    def _note(self, traits: Iterable[str], number: int) -> None:
        for trait in traits:
            known = self._sharers(trait)
            if len(known) <= _SHARED:
                self._by_trait[trait] = (*known, number) if known else number

    def _sharers(self, trait: str) -> tuple[int, ...]:
        """Return the companies with a trait."""
        found = self._by_trait.get(trait, ())
        return found if isinstance(found, tuple) else (found,)

    def like(self, one: Traits) -> Likeness | None:
        """Return the company that is most likely the same, or None; a shared web site or phone alone is not enough."""
        by_name = self.names.like(one.name)
        numbers = [by_name[0]] if by_name else []
        for trait in _trait_keys(one):
            shared = self._sharers(trait)
            numbers += shared if len(shared) <= _SHARED else ()
        scored = [(_score(one, self._traits(number)), -number) for number in dict.fromkeys(numbers)]
        if not scored:
            return None
        score, number = max(scored)
        return Likeness(-number, score, _reason(one, self._traits(-number))) if score >= LIKELY else None

    def sharing(self, one: Traits) -> list[int]:
        """Return the companies that share a domain, a telephone, a registration number or a person, however named."""
        found = map(self._sharers, _trait_keys(one))
        numbers = list(dict.fromkeys(number for shared in found if len(shared) <= _SHARED for number in shared))
        # Two people may have one name, where one is in two companies.
        by_person = map(self._sharers, _person_keys(one))
        return numbers or list(dict.fromkeys(number for shared in by_person if len(shared) == 1 for number in shared))

    def reason(self, one: Traits, other: int) -> str:
        """Return the traits a company has in common with another, in words."""
        return _reason(one, self._traits(other))

    def _traits(self, number: int) -> Traits:
        if (kept := self._kept.get(number)) is not None or self._find is None:
            return self._kept[number] if kept is None else kept
        return self._find(number)


def _trait_keys(one: Traits) -> list[str]:
    found = [f"phone {phone}" for phone in one.phones] + [f"web {web}" for web in one.webs]
    return [*found, f"number {one.registration}"] if one.registration else found


def _person_keys(one: Traits) -> list[str]:
    return [f"person {name}" for name in one.people]


def _share(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return any(value in two for value in one)


def _name_likeness(one: Traits, two: Traits) -> float:
    """Return how alike the names are (0-100); one that contains the other counts somewhat less."""
    # the second finds "Boreal Solar" in "Boreal Solar Panels": often a parent or a sister, so it needs another trait
    return max(fuzz.ratio(one.core, two.core), fuzz.token_set_ratio(one.core, two.core) - 12)


def _score(one: Traits, two: Traits) -> int:
    """Return the likeness of two companies (0-99): that of their names, raised by what else they have in common."""
    score = name = _name_likeness(one, two)
    if one.registration and one.registration == two.registration:
        score = max(score, 97.0)
    if name > 60:  # an agent registers companies of quite different names with its own site and phone
        score += 12 if _share(one.webs, two.webs) else 0
        score += 10 if _share(one.phones, two.phones) else 0
    return min(round(score), 99)  # never certain: somebody decides


def _reason(one: Traits, two: Traits) -> str:
    reasons = [_("the names are {score} % alike").format(score=round(_name_likeness(one, two)))]
    if one.registration and one.registration == two.registration:
        reasons.append(_("the registration number is the same"))
    if _share(one.webs, two.webs):
        reasons.append(_("the web or mail domain is the same"))
    if _share(one.phones, two.phones):
        reasons.append(_("a telephone number is the same"))
    if _share(one.people, two.people):
        reasons.append(_("a person has the same name"))
    return "; ".join(reasons)
