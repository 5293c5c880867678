"""Suggested pairs of companies, each with its reasons; accepted ones become requests."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from missionplanner.domain.companies import Alias, OfferingKind, Partner, Side
from missionplanner.domain.intents import Intent
from missionplanner.domain.mission import MATCH_PART_LABELS, MatchWeight, Sector, Synonyms
from missionplanner.domain.requests import Priority, Request
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.fields.values import fields
from missionplanner.jobs.job import Job
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.requests import compared_fields
from missionplanner.jobs.requests.partner_profiles import SuggestionBasis, entries, profiles
from missionplanner.matching import partners
from missionplanner.matching.intents import common, intent_words, place_name
from missionplanner.matching.partners import Scores
from missionplanner.messages import counted_message, message
from missionplanner.paths import resources
from missionplanner.progress import Progress
from missionplanner.store.store import Store

PARTS = partners.PARTS
USUAL = partners.USUAL
"""The weights of parts where the mission sets none."""
WORTH = 25
"""The score from which on a pair is suggested."""
_ONE_WAY: dict[str, str] = {Intent.SELL: N_("{company} sells, {other} buys")}
_BOTH_WAYS: dict[str, str] = {
    Intent.SECOND_SOURCE: N_("a second source of supply"),
    Intent.JOINT_PRODUCTION: N_("both want joint production"),
    Intent.LICENCE: N_("both speak of a licence"),
    Intent.INVESTMENT: N_("both speak of investment"),
    Intent.RESEARCH: N_("both want research"),
    Intent.THIRD_MARKETS: N_("the same third market: {places}"),
    Intent.LOGISTICS: N_("the same port or corridor: {places}"),
}
"""The reason of intents that meet; what one gives and the other takes says which."""


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A part of a score."""

    name: str
    """In the language of the screen."""
    points: float
    most: float
    """The points it could add."""
    words: str
    """The reason."""


class Suggestions:
    """The scores of all pairs of a mission with their reasons; plain data once made."""

    def __init__(self, known: SuggestionBasis, scores: Scores) -> None:
        self.snapshot, self.weights, self._scores = known.snapshot, known.weights, scores
        self._rules, self._home = compared_fields.rules(known.snapshot.own), known.home
        self._listed = known.listed
        self._row = {key: n for n, key in enumerate(scores.ours)}
        self._column = {key: n for n, key in enumerate(scores.theirs)}
        self._asked = {request.pair for request in known.snapshot.requests}

    @cached_property
    def open(self) -> list[tuple[int, tuple[int, int]]]:
        """Score and pair of everything worth suggesting that nobody asked for yet, the best first."""
        total = self._scores.total
        found = [
            (int(total[row, column]), (self._scores.ours[row], self._scores.theirs[column]))
            for row, column in zip(*(total >= WORTH).nonzero(), strict=True)
        ]
        wanted = [one for one in found if one[1] not in self._asked]
        return sorted(wanted, key=lambda one: (-one[0], one[1]))

    @cached_property
    def _of_company(self) -> dict[int, list[tuple[int, tuple[int, int]]]]:
        found: dict[int, list[tuple[int, tuple[int, int]]]] = {}
        for one in self.open:
            for company in one[1]:
                found.setdefault(company, []).append(one)
        return found

    def of_company(self, company_id: int) -> list[tuple[int, tuple[int, int]]]:
        """Return score and pair of a company's suggestions, the best first."""
        return self._of_company.get(company_id, [])

    def score(self, pair: tuple[int, int]) -> int:
        """Return the score of a pair, 0 to 100; 0 where one does not take part or they share no stop."""
        if pair[0] not in self._row or pair[1] not in self._column:
            return 0
        return int(self._scores.total[self._row[pair[0]], self._column[pair[1]]])

    def explain(self, pair: tuple[int, int]) -> list[ScorePart]:
        """Return the parts of a pair's score, those that add most first."""
        row, column = self._row[pair[0]], self._column[pair[1]]
        counted = partners.parts_of(self._rules)
        whole = sum(self.weights.get(part, 0) for part in counted) or 1
        shares = []
        for part in counted:
            value, most = float(self._scores.parts[part][row, column]), 100 * self.weights.get(part, 0) / whole
            shares.append(ScorePart(_(MATCH_PART_LABELS[part]), value * most, most, self._words(part, pair, value)))
        return sorted(shares, key=lambda share: -share.points)

    def why(self, pair: tuple[int, int]) -> str:
        """Return the reasons of a pair that count, in a line."""
        return "; ".join(share.words for share in self.explain(pair) if share.points >= 1 and share.words)

    def give_everyone(self, least: int) -> list[tuple[int, int]]:
        """Return pairs to accept so that every company with enough suggestions has at least so many requests.

        The company with the fewest requests chooses first: its best partner, less so the more requests that one has.
        """
        have = Counter(key for pair in self.snapshot.wishes for key in pair if self._is_wanted(pair))
        rest = {key: list(rows) for key, rows in self._of_company.items()}
        chosen: set[tuple[int, int]] = set()
        while needy := [key for key, rows in rest.items() if rows and have[key] < least]:
            company = min(needy, key=lambda key: (have[key], len(rest[key]), key))
            rows = [one for one in rest[company] if one[1] not in chosen]
            if not rows:
                rest[company] = []
                continue
            # A request of the partner weighs 8 points: fairness beats small differences of scores, not large ones.
            best = max(rows, key=lambda one: one[0] - 8 * have[one[1][0] if one[1][1] == company else one[1][1]])
            chosen.add(best[1])
            have.update(best[1])
            rest[company] = [one for one in rows if one is not best]
        return sorted(chosen, key=lambda pair: (-self.score(pair), pair))

    def _is_wanted(self, pair: tuple[int, int]) -> bool:
        return self.snapshot.wishes[pair].priority is not Priority.NO_THANKS

    def _words(self, part: str, pair: tuple[int, int], value: float) -> str:
        language = current().language
        if part == "offers":
            return self._offer_words(pair)
        if part == "intents":
            return self._intent_words(pair)
        if part == "sector":
            common = _common(*(set(self.snapshot.sectors_of.get(key, [])) for key in pair))
            mains = _common(
                *({self.snapshot.main_sector(s) for s in self.snapshot.sectors_of.get(k, [])} for k in pair)
            )
            subs = [s for s in common if self.snapshot.sector[s].parent_id] or mains
            return ", ".join(self.snapshot.sector[key].name(language) for key in subs)
        if part == "stop":
            stops = _common(*(self.snapshot.stops_for(key) for key in pair))
            return ", ".join(self.snapshot.stop[key].name(language) for key in stops)
        if part == "own":
            values = self.snapshot.own_of_company
            return "; ".join(compared_fields.reasons(self.snapshot.own, *(values.get(key, {}) for key in pair)))
        return _REASONS[part](value)

    def _intent_words(self, pair: tuple[int, int]) -> str:
        ours, theirs = (self._scores.wants[key] for key in pair)
        names = [self.snapshot.company[key].name for key in pair]
        found = []
        for intent, places in common(ours, theirs, self._home).items():
            sells = (intent in ours.gives and intent in theirs.takes, intent in theirs.gives and intent in ours.takes)
            for seller, buyer, meets in zip(names, names[::-1], sells, strict=True):
                if meets and intent in _ONE_WAY:
                    found.append(_(_ONE_WAY[intent]).format(company=seller, other=buyer))
            if intent not in _ONE_WAY:
                known = intent_words(resources() / "matching")
                named = ", ".join(place_name(one, known) for one in places)
                found.append(self._mutual(intent, named, names, sells))
        return "; ".join(found)

    def _mutual(self, intent: str, places: str, names: list[str], gives: tuple[bool, bool]) -> str:
        """Return the reason of an intent both have, or of two that meet one another, in words."""
        if intent in _BOTH_WAYS:
            return _(_BOTH_WAYS[intent]).format(places=places)
        language, other = current().language, self._listed.partner(intent)
        name = self._listed.name(intent, language)
        if not other:
            found = _("both: {intent}").format(intent=name)
        else:
            giver, taker = names if gives[0] else names[::-1]
            found = _("{company}: {intent}; {other}: {answer}").format(
                company=giver, intent=name, other=taker, answer=self._listed.name(other, language)
            )
        return f"{found} ({places})" if places else found

    def _offer_words(self, pair: tuple[int, int]) -> str:
        row, column = self._row[pair[0]], self._column[pair[1]]
        found = []
        for fit, (offering, seeking), places in (
            (self._scores.wanted, pair, (row, column)),
            (self._scores.given, pair[::-1], (column, row)),
        ):
            offer, seek, like = fit.closest(*places)
            if like >= 0.2:
                found.append(
                    _("{company} offers “{offer}”, {other} seeks “{seek}”").format(
                        company=self.snapshot.company[offering].name,
                        other=self.snapshot.company[seeking].name,
                        offer=_text_at(entries(self.snapshot, offering, OfferingKind.OFFERS), offer),
                        seek=_text_at(entries(self.snapshot, seeking, OfferingKind.SEEKS), seek),
                    )
                )
        return "; ".join(found)


def suggest() -> Job[SuggestionBasis, Suggestions | None]:
    """Return the job that works out the scores of all pairs that take part; None where a side has nobody."""

    def read(store: Store) -> SuggestionBasis:
        listed = intents_of(store)
        rows = store.all(Partner), store.all(Alias)
        return SuggestionBasis(store.snapshot(), *rows, synonyms(store), weights(store), listed)

    def work(known: SuggestionBasis, progress: Progress) -> Suggestions | None:
        progress.report(0.1, _("Comparing offers and what is sought"))
        found = profiles(known)
        ours, theirs = found[Side.DELEGATION], found[Side.COUNTERPART]
        progress.report(0.5)
        if not (ours and theirs):
            return None
        rules = compared_fields.rules(known.snapshot.own)
        return Suggestions(known, partners.score(ours, theirs, known.weights, rules, known.home))

    return Job(_("Working out suggestions"), read, work)


def accept(store: Store, suggestions: Suggestions, pairs: Iterable[tuple[int, int]], asked_by: Side) -> int:
    """Make requests of suggested pairs, but for those asked for meanwhile, as one step; return how many."""
    known = {request.pair for request in store.all(Request)}
    wanted = [pair for pair in pairs if pair not in known]
    with store.change(counted_message("Accept {n} suggestion", "Accept {n} suggestions", len(wanted))) as change:
        change.insert_all(
            Request(
                delegation_id=pair[0],
                counterpart_id=pair[1],
                asked_by=asked_by,
                comment=_("Suggested, {score} of 100").format(score=suggestions.score(pair)),
            )
            for pair in wanted
        )
    return len(wanted)


def weights(store: Store) -> dict[str, int]:
    """Return the weight of each part."""
    return {**USUAL, **{row.part: row.weight for row in store.all(MatchWeight)}}


def parts(store: Store) -> tuple[str, ...]:
    """Return the parts that count in a mission: own fields only where some are compared."""
    return partners.parts_of(compared_fields.rules(fields(store)))


def save_weights(store: Store, wanted: Mapping[str, int]) -> None:
    """Set the weights of parts, as one step."""
    known = {row.part: row for row in store.all(MatchWeight)}
    with store.change(message("Weigh the suggestions")) as change:
        change.delete(MatchWeight, [row.id for row in known.values()])
        change.insert_all(MatchWeight(part=part, weight=weight) for part, weight in wanted.items())


def synonyms(store: Store) -> list[Synonyms]:
    """Return the mission's synonyms, or those that come with the program where it has none of its own."""
    return store.all(Synonyms) or usual_synonyms(store.all(Sector))


def usual_synonyms(sectors: Iterable[Sector]) -> list[Synonyms]:
    """Return the synonyms that come with the program: those of sectors with its codes, and general ones."""
    keys = {sector.code: sector.id for sector in sectors}
    with (resources() / "matching" / "synonyms.csv").open(encoding="utf-8", newline="") as file:
        return [
            Synonyms(sector_id=keys.get(row["sector"]), words=row["words"].replace(";", "; "))
            for row in csv.DictReader(file)
            if not row["sector"] or row["sector"] in keys
        ]


def save_synonyms(store: Store, wanted: Iterable[Synonyms]) -> None:
    """Store groups of synonyms in place of the present ones, as one step; groups of one word are left out."""
    found = [one for one in wanted if len([word for word in one.words.split(";") if word.strip()]) > 1]
    with store.change(message("Edit the synonyms")) as change:
        change.delete(Synonyms, [one.id for one in store.all(Synonyms)])
        change.insert_all(Synonyms(sector_id=one.sector_id, words=one.words) for one in found)


def _common(one: set[int], other: set[int]) -> list[int]:
    return sorted(one & other)


def _text_at(texts: list[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""


_REASONS = {
    "language": lambda value: _("a common language") if value == 1 else _("languages not said") if value else "",
    "size": lambda value: _("of the same size") if value > 0.9 else _("of similar size") if value >= 0.6 else "",
    "new": lambda value: "" if value else _("they work together already"),
    "wish": lambda value: _("one asked for the other") if value else "",
}
