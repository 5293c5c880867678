"""The profiles of the companies that take part, from which suggestions are worked out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from missionplanner.domain.attendees import codes
from missionplanner.domain.companies import Alias, Company, OfferingKind, Partner, Side
from missionplanner.domain.intents import NO_INTENTS, IntentList, joined
from missionplanner.domain.mission import Synonyms
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import country_codes
from missionplanner.jobs.requests import compared_fields
from missionplanner.matching.concepts import Concepts, Thesaurus
from missionplanner.matching.intents import Wants, intent_words, sentences, wants
from missionplanner.matching.names import NameIndex
from missionplanner.matching.partners import PartnerProfile
from missionplanner.matching.trade_words import TradeWords, language_of, trade_words
from missionplanner.paths import resources

_SIZES = (10, 50, 250)
"""The numbers of employees from which on a company is small, medium, large."""
_STRENGTH = {Priority.MUST_MEET: 1.0, Priority.MEET: 0.7, Priority.NO_THANKS: 0.0}


@dataclass(frozen=True, slots=True)
class SuggestionBasis:
    """The data suggestions are worked out from."""

    snapshot: Snapshot
    partners: list[Partner]
    aliases: list[Alias]
    synonyms: list[Synonyms]
    weights: dict[str, int]
    listed: IntentList = NO_INTENTS
    """The intents of the mission."""

    @property
    def home(self) -> frozenset[str]:
        """The codes of the mission's own countries, which are no third markets."""
        mission, known = self.snapshot.mission, country_codes()
        names = (mission.home_country, mission.host_country)
        return frozenset(known[name.casefold()] for name in names if name.casefold() in known)


def profiles(known: SuggestionBasis) -> dict[Side, list[PartnerProfile]]:
    """Return the profiles of the companies that take part, by side."""
    snapshot = known.snapshot
    reader = _Reader(known)
    contacts = _contacts(known)
    wanted: dict[int, dict[int, float]] = {}
    for request in snapshot.requests:
        other = sum(request.pair) - request.asker_id
        wanted.setdefault(request.asker_id, {})[other] = _STRENGTH[request.priority]

    def profile(company: Company) -> PartnerProfile:
        mine = snapshot.sectors_of.get(company.id, [])
        sectors = frozenset(snapshot.main_sector(key) for key in mine)
        offers, seeks, about, refuses = reader.texts(company, sectors)
        speaks = {code for person in snapshot.delegates_of.get(company.id, []) for code in codes(person.languages)}
        return PartnerProfile(
            key=company.id,
            sectors=sectors,
            subsectors=frozenset(mine) - sectors,
            stops=frozenset(snapshot.stops_for(company.id)),
            languages=frozenset(speaks),
            size=_size(company),
            offers=offers,
            seeks=seeks,
            about=about,
            refuses=refuses,
            needs=reader.words.needed_by(concept for text in offers for concept in text),
            wants=reader.wants(company),
            own=compared_fields.values(snapshot.own, snapshot.own_of_company.get(company.id, {})),
            partners=contacts[0].get(company.id, frozenset()),
            wishes={**dict.fromkeys(contacts[1].get(company.id, ()), 0.7), **wanted.get(company.id, {})},
        )

    return {side: [profile(company) for company in snapshot.participants(side)] for side in Side}


def entries(snapshot: Snapshot, company_id: int, kind: OfferingKind) -> list[str]:
    """Return what a company offers or seeks, each thing of a list apart."""
    texts = snapshot.offerings_of(company_id, kind)
    return [part.strip() for text in texts for part in re.split(r"[;:]|,(?!\d)", text) if part.strip()]


class _Reader:
    """Reads the texts of companies, with the program's words of trade and the mission's synonyms."""

    def __init__(self, known: SuggestionBasis) -> None:
        self.words: TradeWords = trade_words(resources() / "matching")
        self._intents = replace(intent_words(resources() / "matching"), listed=known.listed)
        self._of_things = _intents_of_things(known.snapshot)
        self._snapshot = known.snapshot
        self._synonyms = Thesaurus((s.sector_id, [w for w in s.words.split(";") if w.strip()]) for s in known.synonyms)

    def texts(self, company: Company, sectors: frozenset[int]) -> tuple[tuple[Concepts, ...], ...]:
        """Return what a company offers and seeks, what it says of itself, and what it says it does not want."""
        offers, seeks = self._entries(company)
        language = language_of("; ".join((*offers, *seeks, company.description)))
        does, refuses = sentences(company.description)
        name = frozenset(one for one in self.words.read(company.name, language) if "#" in one)
        read = partial(self._concepts, language=language, sectors=sectors)
        about = (*map(read, does), name) if name else tuple(map(read, does))
        return tuple(map(read, offers)), tuple(map(read, seeks)), about, tuple(map(read, refuses))

    def wants(self, company: Company) -> Wants:
        """Return what a company brings and wants."""
        offers, seeks = self._entries(company)
        listed = self._intents.listed
        of_things = listed.declared(joined(self._of_things.get(company.id, ())))
        stated = listed.declared(company.intents)
        return wants(stated, offers, seeks, company.description, self._intents, of_things)

    def _entries(self, company: Company) -> tuple[list[str], list[str]]:
        return (
            entries(self._snapshot, company.id, OfferingKind.OFFERS),
            entries(self._snapshot, company.id, OfferingKind.SEEKS),
        )

    def _concepts(self, text: str, language: str, sectors: frozenset[int]) -> Concepts:
        own = {one for one in self._synonyms.concepts(text, sectors) if "#" in one}
        return self.words.read(text, language) | own


def _intents_of_things(snapshot: Snapshot) -> dict[int, list[str]]:
    """Return by company the intents of what it offers and seeks, and of its requests."""
    found: dict[int, list[str]] = {}
    for offering in snapshot.offerings:
        if offering.intents:
            found.setdefault(offering.company_id, []).append(offering.intents)
    for request in snapshot.requests:
        if request.intents and request.priority is not Priority.NO_THANKS:
            found.setdefault(request.asker_id, []).append(request.intents)
    return found


def _contacts(known: SuggestionBasis) -> tuple[dict[int, frozenset[int]], dict[int, frozenset[int]]]:
    """Return by company those of the other side it works with, and those it named in its registration."""
    names = {c.id: (c.name, c.operating_name) for c in known.snapshot.companies}
    for alias in known.aliases:
        names[alias.company_id] = (*names.get(alias.company_id, ()), alias.name)
    index, side = NameIndex(names), {c.id: c.side for c in known.snapshot.companies}

    def others(company: int, texts: Iterable[str]) -> frozenset[int]:
        return frozenset(key for text in texts for key in index.same(text) if side[key] is not side[company])

    worked: dict[int, list[str]] = {}
    for partner in known.partners:
        worked.setdefault(partner.company_id, []).append(partner.name)
    hopes = {c.id: c.wishes.splitlines() for c in known.snapshot.companies if c.wishes}
    return (
        {key: others(key, texts) for key, texts in worked.items()},
        {key: others(key, texts) for key, texts in hopes.items()},
    )


def _size(company: Company) -> int | None:
    return None if company.employees is None else sum(company.employees >= limit for limit in _SIZES)
