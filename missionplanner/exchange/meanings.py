"""The meanings a heading may have, best first, and whether it is sensitive."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from missionplanner.exchange import headings, own_headings
from missionplanner.exchange.certainty import certainty, foreign
from missionplanner.exchange.heading_rules import RULES, SENSITIVE_FIELDS, Rule
from missionplanner.exchange.headings import Heading
from missionplanner.exchange.vocabulary_people import OTHER_PARTIES, SENSITIVE_CONCEPTS


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meanings of a heading."""

    fields: tuple[tuple[str, float], ...]
    """Fields with how well they suit, from 0 to 1, best first; "" is nothing the program knows."""
    sensitive: bool
    heading: Heading
    known: bool
    """Whether anything of the heading was understood."""
    foreign: int = 0
    """How many of its words and concepts have no place beside the field it means most likely."""
    hidden: frozenset[str] = frozenset()
    """Fields that it would mean without the concept for which it means none."""

    @property
    def field(self) -> str:
        """The field it means most likely."""
        return self.fields[0][0] if self.fields else ""


@lru_cache(maxsize=20_000)
def meaning(text: str, asks: bool = True) -> Meaning:
    """The fields a heading may mean; asks: whether it may be a question that is answered with yes or no."""
    heading = headings.read(text)
    if not asks:
        heading = replace(heading, asks=False)
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
    at_home = "home" in concepts and _REACHED.search(heading.text) is not None
    sensitive = not declared and (at_home or _is_sensitive(concepts))
    if sensitive:
        private = (one for one in found if not one[0] or one[0] in SENSITIVE_FIELDS)
        found = tuple(private) or (("", 1.0, 0),)
    others = found[0][2] if found else 0
    hidden = frozenset() if sensitive or declared else frozenset(_hidden(frozenset(concepts)))
    return Meaning(tuple(one[:2] for one in found), sensitive, heading, bool(concepts), others, hidden)


_REACHED = re.compile(
    r"\b(address|adresse|direccion|domicilio|domicile|phone|tel|telephone|telefono|mobile|cell|e?mail|courriel|"
    r"correo)"
)
"""Words for ways to reach people, which are nobody else's business where they are at home."""


def _is_sensitive(concepts: set[str]) -> bool:
    """Whether a heading is about what nobody else may read; sectors and products named so are not about people."""
    about_people = concepts & SENSITIVE_CONCEPTS
    if "registration number" in concepts and concepts & {"boss", "person", "delegate", "guest"}:
        return True
    return bool(about_people) and not (about_people <= _ALSO_MADE and bool(concepts & {"sector", "subsector"}))


_PRODUCTS = frozenset({"sector", "subsector", "offer"})
_NEEDS = {"diet": "dietary", "access": "access_needs", "call": "emergency_contact"}
_CLEAR = 0.62
"""From here on a heading says what it asks for."""


def beside_cells(what: Meaning, private: str) -> Meaning:
    """The meaning of a heading above cells that are private (`private`: their kind), unless it is about products."""
    if not private or what.sensitive or what.heading.concepts & _PRODUCTS:
        return what
    if private == "call" and what.fields and what.fields[0][1] >= _CLEAR:
        # A contact with a number is one where the heading says so.
        return what
    field = _NEEDS.get(private, "")
    return replace(what, fields=((field, _ASKED if field else 1.0),), sensitive=True, known=True)


_ASKED = 0.5
"""The score of a field that is asked about."""
_ALSO_MADE = frozenset({"diet", "health", "access", "gender"})
"""Concepts of products as well as of personal needs."""


def _scored(heading: Heading, concepts: frozenset[str], declared: bool) -> Iterator[tuple[str, float, int]]:
    """The fields of the first rule that fits, with what foreign words take from them, and how many those are."""
    if declared:
        other = concepts & {"social", "money", "event", "billing"} and not _DATA.search(heading.text)
        yield ("", 0.8, 0) if other else ("consent", 1.0, 0)
        return
    rule = _first(concepts)
    fields = rule.fields if rule else tuple(_owners(heading, concepts))
    if heading.asks and not any(name in _ANSWERED_SO for name, _score in fields):
        # "Do you have a website?" is answered with yes or no, whatever it is about.
        yield "", 0.8, 0
        fields = tuple((name, score / 2) for name, score in fields if name)
    needs = rule.needs if rule else _OWNERS
    for name, score in fields:
        others = foreign(name, heading, needs, concepts)
        yield name, score * certainty(name, heading, others), others


_OWNERS = frozenset({"company", "person", "delegate", "name"})
"""Concepts that make a name where no rule fits."""


_ANSWERED_SO = frozenset(
    str.split(
        "consent declares_origin declares_export_controls declares_integrity speaks_english dietary "
        "access_needs partners "
        "markets notes wishes stops"
    )
) | {""}
"""Fields that questions with "do you have ..." ask for."""


_DATA = re.compile(r"\b(data|donnees|datos|renseignements|personal information|privacy|rgpd|gdpr|coordonnees)\b")


def _first(concepts: frozenset[str]) -> Rule | None:
    """The first rule that fits."""
    return next((rule for rule in RULES if rule.needs <= concepts and not rule.unless & concepts), None)


def _hidden(concepts: frozenset[str]) -> Iterator[str]:
    """The fields that concepts would mean, one after the other, were it not for those that mean none."""
    while (rule := _first(concepts)) and not any(name for name, _score in rule.fields):
        if rule.needs & OTHER_PARTIES:
            return
        concepts -= rule.needs
    yield from (name for name, _score in rule.fields if name) if rule else ()


def _owners(heading: Heading, concepts: frozenset[str]) -> Iterator[tuple[str, float]]:
    """A heading that only names a company, a person or "name": which of them it is about."""
    owners = [concept for concept in heading.order if concept in ("company", "person", "delegate")]
    if owners:
        field = "name" if _head(heading, owners) == "company" else "full_name"
        asked = _OF_OTHERS.search(heading.text) is not None and "name" not in concepts
        yield field, 1.0 if "name" in concepts else 0.5 if asked else 0.9
    elif "name" in concepts:
        yield from (("name", 0.7), ("full_name", 0.69), ("family_name", 0.5), ("given_name", 0.5))


_OF_OTHERS = re.compile(
    r"^(what|how|why|where|when|que|qu|comment|pourquoi|combien|como|por que|donde|cuando|cuanto\w*|describe|decrivez|"
    r"describa|list|tell)\b(?! (is|are) the name| est le nom| es el nombre)"
)
"""Questions that are about companies or people without asking who they are."""


def _head(heading: Heading, owners: list[str]) -> str:
    """The noun the others only describe: the first in "contact de l'entreprise", the last in "company contact"."""
    return owners[0] if heading.owner_first else owners[-1]
