"""Intents of companies as tokens that meet: who sells meets who buys; the same third market, the same port."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from missionplanner.domain.intents import NO_INTENTS, Intent, IntentList, IntentPlace
from missionplanner.domain.spelling import words
from missionplanner.i18n import country_codes, country_name, current
from missionplanner.matching.likeness import Matrix

WORTH: dict[str, float] = {
    Intent.SELL: 0.12, Intent.SECOND_SOURCE: 0.1, Intent.JOINT_PRODUCTION: 0.12, Intent.LICENCE: 0.1,
    Intent.INVESTMENT: 0.15, Intent.RESEARCH: 0.12, Intent.THIRD_MARKETS: 0.4, Intent.LOGISTICS: 0.9,
}  # fmt: skip
"""The worth of an intent of two companies that meets; of the last two only with a market or port in common."""
_OWN, _OWN_PLACE = 0.12, 0.4
"""The worth of intents a mission added, without and with a place in common."""
_NOTHING_MORE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Wants:
    """The intents of a company, as tokens; two companies meet where one gives what the other takes."""

    gives: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()


NOTHING_WANTED = Wants()


@dataclass(frozen=True, slots=True)
class IntentWords:
    """The words by which intents, ports and regions are recognised."""

    hints: tuple[tuple[str, Intent], ...]
    """Phrases of other texts that tell an intent."""
    ports: tuple[tuple[str, str], ...]
    """Names of ports and corridors with their codes."""
    markets: tuple[tuple[str, frozenset[str]], ...]
    """Names of countries and regions with the codes of the countries."""
    port_names: Mapping[str, str]
    """The first name of each port, by its code."""
    listed: IntentList = NO_INTENTS
    """The intents of the mission."""


@lru_cache(maxsize=1)
def intent_words(lists: Path) -> IntentWords:
    """Return the words of a folder of lists, read once."""
    with (lists / "intents.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (lists / "places.csv").open(encoding="utf-8", newline="") as file:
        places = [(row["kind"], row["code"], name) for row in csv.DictReader(file) for name in row["names"].split(";")]
    countries = {name: frozenset({code}) for name, code in country_codes().items() if len(name) > 3}
    regions = {name: frozenset(code.split()) for kind, code, name in places if kind == "region"}
    return IntentWords(
        tuple((_within(one), Intent(row["intent"])) for row in rows for one in row["hints"].split(";")),
        tuple((_within(name), code) for kind, code, name in places if kind == "port"),
        tuple((_within(name), codes) for name, codes in (countries | regions).items()),
        {code: name for kind, code, name in reversed(places) if kind == "port"},
    )


def wants(
    stated: Mapping[str, str],
    offers: Sequence[str],
    seeks: Sequence[str],
    more: str,
    known: IntentWords,
    of_things: Mapping[str, str] = _NOTHING_MORE,
) -> Wants:
    """Return what a company brings and wants: as it states, else as its texts tell; places also of its texts.

    of_things: the intents of single offers, things sought and requests, which count beside.
    """
    listed = known.listed
    intents: dict[str, str] = dict(stated)
    if not stated:
        intents = {code: "" for code in _told(offers, seeks, more, known) if code in listed}
    for code, detail in of_things.items():
        intents[code] = detail or intents.get(code, "")
    sought = " ".join((*seeks, more))
    ports = _found(known.ports, " ".join((*offers, sought)))
    gives: set[str] = set()
    # Whoever names a port meets those who want to work there.
    of_ports = {listed.giver(code) for code in listed.codes if listed.place(code) is IntentPlace.PORT}
    takes = {f"{code}:{port}" for code in of_ports for port in ports}
    for code, detail in intents.items():
        tokens, giver = _tokens(code, detail, sought, known), listed.giver(code)
        if code == giver:
            gives |= tokens
        if code != giver or not listed.partner(code):
            takes |= tokens
    return Wants(frozenset(gives), frozenset(takes))


def _tokens(code: str, detail: str, sought: str, known: IntentWords) -> set[str]:
    """Return the tokens of an intent: by the places it names, where it goes with some."""
    giver, place = known.listed.giver(code), known.listed.place(code)
    if place is IntentPlace.MARKET:
        return {f"{giver}:{one}" for one in countries(f"{detail}; {sought}", known)}
    if place is IntentPlace.PORT:
        return {f"{giver}:{one}" for one in _found(known.ports, detail)}
    return {giver}


def countries(text: str, known: IntentWords) -> set[str]:
    """Return the codes of the countries a text names, also as regions."""
    plain = f" {words(text)} "
    return {code for name, codes in known.markets if name in plain for code in codes}


def common(one: Wants, other: Wants, home: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Return in what the intents of two companies meet, with the codes of markets and ports they have in common.

    Of two intents that meet one another it is the one that brings what the other takes.
    """
    found: dict[str, list[str]] = {}
    for token in sorted((one.gives & other.takes) | (other.gives & one.takes)):
        intent, code = _intent_of(token)
        if code not in home:
            found.setdefault(intent, []).append(code)
    return {intent: tuple(code for code in codes if code) for intent, codes in found.items()}


def place_name(code: str, known: IntentWords) -> str:
    """Return the name of a market or a port for people, in the language of the screen."""
    return known.port_names.get(code) or country_name(code, current().language)


def meeting(ours: Sequence[Wants], theirs: Sequence[Wants], home: frozenset[str]) -> Matrix:
    """Return what the intents of every pair that meet are worth together, 0-1."""
    found = np.zeros((len(ours), len(theirs)), np.float32)
    tokens = {token for one in (*ours, *theirs) for token in one.gives}
    met_in = {_intent_of(token)[0] for token in tokens}
    for intent in (*WORTH, *sorted(met_in - WORTH.keys())):
        of_intent = sorted(t for t in tokens if _intent_of(t)[0] == intent and _intent_of(t)[1] not in home)
        worth = WORTH.get(intent, _OWN_PLACE if any(":" in token for token in of_intent) else _OWN)
        rows = [_marked([getattr(one, way) for one in ours], of_intent) for way in ("gives", "takes")]
        columns = [_marked([getattr(one, way) for one in theirs], of_intent) for way in ("takes", "gives")]
        met = sum((a @ b.T for a, b in zip(rows, columns, strict=True)), np.zeros_like(found))
        found += np.float32(worth) * (met > 0)
    return np.asarray(found.clip(0, 1), np.float32)


def _told(offers: Sequence[str], seeks: Sequence[str], more: str, known: IntentWords) -> set[Intent]:
    """Return what texts tell: who offers sells; who seeks something else than customers and partners buys."""
    found = {Intent.SELL} if any(offers) else set[Intent]()
    for entry in seeks:
        hinted = {intent for hint, intent in known.hints if hint in f" {words(entry)} "}
        found |= hinted or {Intent.BUY}
    return found | ({intent for hint, intent in known.hints if hint in f" {words(more)} "} - {Intent.SELL})


def _intent_of(token: str) -> tuple[str, str]:
    """Return the code of the intent of a token, and that of the place."""
    intent, _mark, place = token.partition(":")
    return intent, place


def _marked(rows: Sequence[frozenset[str]], tokens: Sequence[str]) -> Matrix:
    return np.array([[token in row for token in tokens] for row in rows], np.float32).reshape(len(rows), len(tokens))


def _found(names: Iterable[tuple[str, str]], text: str) -> set[str]:
    plain = f" {words(text)} "
    return {code for name, code in names if name in plain}


def _within(phrase: str) -> str:
    """A phrase as it is found in folded texts: between blanks, so that no part of a word is taken for it."""
    return f" {words(phrase)} "


_REFUSED = re.compile(
    r"\b(?:no|not|never|neither|without|only|already|jamais|ne|n|pas|aucun|sans|déjà|nunca|sin|ya|solo|sólo|"
    r"exclusiv\w*)\b",
    re.IGNORECASE,
)
"""Words of sentences that say what a company does not want, or has."""


def sentences(text: str) -> tuple[list[str], list[str]]:
    """Return the parts of a description that say what a company does, and those that say what it does not want."""
    parts = [part.strip() for part in re.split(r"[.;:!?,\n]", text) if part.strip()]
    return [p for p in parts if not _REFUSED.search(p)], [p for p in parts if _REFUSED.search(p)]
