"""The meanings a heading may have, best first, and whether it is sensitive."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from missionplanner.exchange import headings, own_headings
from missionplanner.exchange.heading_rules import RULES, SENSITIVE_FIELDS
from missionplanner.exchange.headings import Heading
from missionplanner.exchange.vocabulary_people import SENSITIVE_CONCEPTS


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meanings of a heading."""

    fields: tuple[tuple[str, float], ...]
    """Fields with how well they suit, from 0 to 1, best first; "" is nothing the program knows."""
    sensitive: bool
    heading: Heading
    known: bool
    """Whether anything of the heading was understood."""

    @property
    def field(self) -> str:
        """The field it means most likely."""
        return self.fields[0][0] if self.fields else ""


@lru_cache(maxsize=20_000)
def meaning(text: str) -> Meaning:
    """The fields a heading may mean."""
    heading = headings.read(text)
    if own := own_headings.field_of(text):
        return Meaning(((own, 1.0),), own in SENSITIVE_FIELDS, heading, known=True)
    concepts = set(heading.concepts)
    if heading.counts:
        concepts.add("counted")
        concepts.discard("name")
    if heading.asks:
        concepts.add("asks")
    declared = heading.declares and "consent" in concepts
    found = tuple(_scored(heading, frozenset(concepts), declared))
    sensitive = not declared and _is_sensitive(concepts)
    if sensitive:
        private = ((name, score) for name, score in found if not name or name in SENSITIVE_FIELDS)
        found = tuple(private) or (("", 1.0),)
    return Meaning(found, sensitive, heading, bool(concepts))


def _is_sensitive(concepts: set[str]) -> bool:
    """Whether a heading is about what nobody else may read; sectors and products named so are not about people."""
    about_people = concepts & SENSITIVE_CONCEPTS
    return bool(about_people) and not (about_people <= _ALSO_MADE and bool(concepts & {"sector", "subsector"}))


_ALSO_MADE = frozenset({"diet", "health", "access", "gender"})
"""Concepts of products as well as of personal needs."""


def _scored(heading: Heading, concepts: frozenset[str], declared: bool) -> Iterator[tuple[str, float]]:
    """The fields of the first rule that fits, with what unknown words take from them."""
    if declared:
        yield from _consents(concepts)
        return
    rule = next((rule for rule in RULES if rule.needs <= concepts and not rule.unless & concepts), None)
    fields = rule.fields if rule else tuple(_owners(heading, concepts))
    if heading.asks and not any(name in _ANSWERED_SO for name, _score in fields):
        # "Do you have a website?" is answered with yes or no, whatever it is about.
        yield "", 0.8
        fields = tuple((name, score / 2) for name, score in fields if name)
    for name, score in fields:
        yield name, score * _certainty(name, heading)


_ANSWERED_SO = frozenset(
    str.split(
        "consent declares_origin declares_export_controls declares_integrity speaks_english dietary "
        "access_needs partners "
        "markets notes wishes stops"
    )
) | {""}
"""Fields that questions with "do you have ..." ask for."""


def _consents(concepts: frozenset[str]) -> Iterator[tuple[str, float]]:
    if concepts & {"social", "money", "event", "billing"}:
        yield "", 0.8
    else:
        yield "consent", 1.0


_SENTENCES = frozenset(
    str.split(
        "seeks offers description description_en description_fr description_es objectives stops sectors "
        "subsectors wishes "
        "markets partners dietary access_needs emergency_contact consent notes languages employees "
        "year_founded applicant "
        "badge_name declares_origin declares_export_controls declares_integrity"
    )
) | {""}
"""Fields that forms ask for in whole sentences, in which some words are always unknown."""


def _certainty(name: str, heading: Heading) -> float:
    """How much of a meaning is left beside words that are not known."""
    unknown = heading.unknown
    if name in _SENTENCES:
        # A question in which most words are unknown may ask for anything.
        return 0.55 if unknown > max(3, 1.5 * len(heading.order)) else max(0.75, 1 - 0.05 * unknown)
    if name in ("name", "full_name"):
        return (1.0, 0.6, 0.5)[unknown] if unknown < 3 else 0.4
    return (1.0, 0.75, 0.55)[unknown] if unknown < 3 else 0.4


def _owners(heading: Heading, concepts: frozenset[str]) -> Iterator[tuple[str, float]]:
    """A heading that only names a company, a person or "name": which of them it is about."""
    owners = [concept for concept in heading.order if concept in ("company", "person", "delegate")]
    if owners:
        field = "name" if _head(heading, owners) == "company" else "full_name"
        yield field, 1.0 if "name" in concepts else 0.9
    elif "name" in concepts:
        yield from (("name", 0.7), ("full_name", 0.69), ("family_name", 0.5), ("given_name", 0.5))


def _head(heading: Heading, owners: list[str]) -> str:
    """The noun the others only describe: the first in "contact de l'entreprise", the last in "company contact"."""
    return owners[0] if heading.owner_first else owners[-1]
