"""Intents of companies as tokens that meet: who sells meets who buys; the same third market, the same port."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from missionplanner.domain.intents import Intent
from missionplanner.domain.spelling import words
from missionplanner.i18n import country_codes, country_name, current
from missionplanner.matching.likeness import Matrix

_MARKET, _PORT = "market:", "port:"
WORTH = {
    Intent.SELL: 0.12, Intent.SECOND_SOURCE: 0.1, Intent.JOINT_PRODUCTION: 0.12, Intent.LICENCE: 0.1,
    Intent.INVESTMENT: 0.15, Intent.RESEARCH: 0.12, Intent.THIRD_MARKETS: 0.4, Intent.LOGISTICS: 0.9,
}  # fmt: skip
"""The worth of an intent of two companies that meets; of the last two only with a market or port in common."""


@dataclass(frozen=True, slots=True)
class Wants:
    """The intents of a company, as tokens; two companies meet where one gives what the other takes."""

    gives: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()


NOTHING_WANTED = Wants()


@dataclass(frozen=True, slots=True)
class IntentWords:
    """The words by which intents, ports and regions are recognised."""

    said: Mapping[str, Intent]
    """The intents by what lists of them call them."""
    hints: tuple[tuple[str, Intent], ...]
    """Phrases of other texts that tell an intent."""
    ports: tuple[tuple[str, str], ...]
    """Names of ports and corridors with their codes."""
    markets: tuple[tuple[str, frozenset[str]], ...]
    """Names of countries and regions with the codes of the countries."""
    port_names: Mapping[str, str]
    """The first name of each port, by its code."""


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
        {words(one): Intent(row["intent"]) for row in rows for one in row["said as"].split(";")},
        tuple((_within(one), Intent(row["intent"])) for row in rows for one in row["hints"].split(";")),
        tuple((_within(name), code) for kind, code, name in places if kind == "port"),
        tuple((_within(name), codes) for name, codes in (countries | regions).items()),
        {code: name for kind, code, name in reversed(places) if kind == "port"},
    )


def declared(entries: Iterable[tuple[str, str]], known: IntentWords) -> dict[Intent, str]:
    """Return the intents of a list as a form has them: "sell", "marchés tiers (Chili)"."""
    found: dict[Intent, str] = {}
    for name, detail in entries:
        intent = known.said.get(words(name))
        if intent and not found.get(intent):
            found[intent] = detail
    return found


def wants(
    stated: Mapping[Intent, str], offers: Sequence[str], seeks: Sequence[str], more: str, known: IntentWords
) -> Wants:
    """Return what a company brings and wants: as it states, else as its texts tell; places also of its texts."""
    intents = dict(stated) or _told(offers, seeks, more, known)
    sought = " ".join((*seeks, more))
    gives = {f"{one}" for one in intents} - {Intent.BUY, Intent.THIRD_MARKETS, Intent.LOGISTICS}
    takes = gives - {Intent.SELL}
    if Intent.BUY in intents:
        takes.add(Intent.SELL)
    if Intent.THIRD_MARKETS in intents:
        markets = {_MARKET + code for code in countries(f"{intents[Intent.THIRD_MARKETS]}; {sought}", known)}
        gives, takes = gives | markets, takes | markets
    ports = {_PORT + code for code in _found(known.ports, " ".join((*offers, sought)))}
    if Intent.LOGISTICS in intents:
        own = {_PORT + code for code in _found(known.ports, intents[Intent.LOGISTICS])}
        gives, ports = gives | own, ports | own
    return Wants(frozenset(gives), frozenset(takes | ports))


def countries(text: str, known: IntentWords) -> set[str]:
    """Return the codes of the countries a text names, also as regions."""
    plain = f" {words(text)} "
    return {code for name, codes in known.markets if name in plain for code in codes}


def common(one: Wants, other: Wants, home: frozenset[str]) -> dict[Intent, tuple[str, ...]]:
    """Return in what the intents of two companies meet, with the codes of markets and ports they have in common."""
    found: dict[Intent, list[str]] = {}
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
    for intent, worth in WORTH.items():
        of_intent = sorted(t for t in tokens if _intent_of(t)[0] is intent and _intent_of(t)[1] not in home)
        rows = [_marked([getattr(one, way) for one in ours], of_intent) for way in ("gives", "takes")]
        columns = [_marked([getattr(one, way) for one in theirs], of_intent) for way in ("takes", "gives")]
        met = sum((a @ b.T for a, b in zip(rows, columns, strict=True)), np.zeros_like(found))
        found += np.float32(worth) * (met > 0)
    return np.asarray(found.clip(0, 1), np.float32)


def _told(offers: Sequence[str], seeks: Sequence[str], more: str, known: IntentWords) -> dict[Intent, str]:
    """Return what texts tell: who offers sells; who seeks something else than customers and partners buys."""
    found = {Intent.SELL} if any(offers) else set[Intent]()
    for entry in seeks:
        hinted = {intent for hint, intent in known.hints if hint in f" {words(entry)} "}
        found |= hinted or {Intent.BUY}
    found |= {intent for hint, intent in known.hints if hint in f" {words(more)} "} - {Intent.SELL}
    return dict.fromkeys(found, "")


def _intent_of(token: str) -> tuple[Intent, str]:
    kind, mark, code = token.partition(":")
    if not mark:
        return Intent(kind), ""
    return (Intent.THIRD_MARKETS if token.startswith(_MARKET) else Intent.LOGISTICS), code


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
"""IntentWords of sentences that say what a company does not want, or has."""


def sentences(text: str) -> tuple[list[str], list[str]]:
    """Return the parts of a description that say what a company does, and those that say what it does not want."""
    parts = [part.strip() for part in re.split(r"[.;:!?,\n]", text) if part.strip()]
    return [p for p in parts if not _REFUSED.search(p)], [p for p in parts if _REFUSED.search(p)]
