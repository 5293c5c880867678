"""How well companies of the two sides suit one another: a score of 0-100 with its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from missionplanner.domain.mission import MATCH_PART_LABELS
from missionplanner.matching.concepts import Concepts
from missionplanner.matching.intents import NOTHING_WANTED, Wants, meeting
from missionplanner.matching.likeness import Matrix, Vocabulary, cosines, covered
from missionplanner.matching.own_values import OwnRule, Values, fit

PARTS = tuple(MATCH_PART_LABELS)
"""The parts of a score."""
USUAL = {"sector": 10, "offers": 55, "intents": 22, "stop": 1, "language": 1, "size": 1, "new": 3, "wish": 7, "own": 15}
"""The weight of each part where the mission has no other."""


@dataclass(frozen=True, slots=True)
class PartnerProfile:
    """The traits of a company on which its scores depend."""

    key: int
    sectors: frozenset[int]
    subsectors: frozenset[int]
    stops: frozenset[int]
    languages: frozenset[str]
    size: int | None
    """0 to 3 by the number of employees; None where that is unknown."""
    offers: tuple[Concepts, ...]
    seeks: tuple[Concepts, ...]
    about: tuple[Concepts, ...] = ()
    """The parts of its description."""
    refuses: tuple[Concepts, ...] = ()
    """The parts that say what it does not want."""
    needs: Concepts = frozenset()
    """The concepts companies of its trade usually need."""
    wants: Wants = NOTHING_WANTED
    partners: frozenset[int] = frozenset()
    """Keys of the companies of the other side it works with already."""
    wishes: Mapping[int, float] | None = None
    """How much (0-1) it wants companies of the other side, by their keys."""
    own: Values = field(default_factory=dict)
    """The values of own fields that are compared, by their codes."""

    @property
    def asides(self) -> tuple[Concepts, ...]:
        """The parts of its description without what it offers: it makes nothing of that itself."""
        offered = frozenset[str]().union(*self.offers)
        return tuple(part - offered for part in self.about)

    @property
    def whole(self) -> Concepts:
        """All it says it is and does."""
        return frozenset[str]().union(*self.offers, *self.about)


@dataclass(frozen=True)
class Fit:
    """How well texts of one side fit texts of the other, by company."""

    like: Matrix
    """The likeness of every text of the one with every text of the other; a company without any has one empty row."""
    rows_from: NDArray[np.intp]
    """The row at which the texts of each company begin, and the number of rows."""
    columns_from: NDArray[np.intp]
    """The column at which the texts of each company of the other side begin, and the number of columns."""

    @property
    def best(self) -> Matrix:
        """The best likeness of every pair of companies."""
        return np.maximum.reduceat(np.maximum.reduceat(self.like, self.rows_from[:-1], 0), self.columns_from[:-1], 1)

    def closest(self, offering: int, seeking: int) -> tuple[int, int, float]:
        """Return the places of the two texts of two companies that fit best, and their likeness."""
        top, left = self.rows_from[offering], self.columns_from[seeking]
        block = self.like[top : self.rows_from[offering + 1], left : self.columns_from[seeking + 1]]
        at = int(block.argmax())
        return at // block.shape[1], at % block.shape[1], float(block.max())


@dataclass(frozen=True)
class Scores:
    """The scores of every pair."""

    ours: tuple[int, ...]
    """The keys of the companies of the rows."""
    theirs: tuple[int, ...]
    """The keys of the companies of the columns."""
    total: Matrix
    """0-100; 0 where the two share no stop."""
    parts: Mapping[str, Matrix]
    """Each 0-1, by the names of PARTS."""
    wanted: Fit
    """Our offers and what they seek."""
    given: Fit
    """Their offers and what we seek."""
    wants: Mapping[int, Wants]
    """The intents of each company, by key."""


def score(
    ours: Sequence[PartnerProfile],
    theirs: Sequence[PartnerProfile],
    weights: Mapping[str, int],
    rules: Sequence[OwnRule] = (),
    home: frozenset[str] = frozenset(),
) -> Scores:
    """Score every company of one side with every one of the other; neither side may be empty.

    rules: how own fields are compared; without any they do not count. home: the codes of the countries of the mission,
    which are no third markets.
    """
    texts = _Texts(ours, theirs)
    parts: dict[str, Matrix] = {
        "sector": _sectors(ours, theirs),
        "offers": texts.worth(),
        "intents": meeting([p.wants for p in ours], [p.wants for p in theirs], home),
        "stop": _shared([p.stops for p in ours], [p.stops for p in theirs]),
        "language": _languages(ours, theirs),
        "size": _sizes(ours, theirs),
        "new": _not_partners_yet(ours, theirs),
        "wish": _wishes(ours, theirs),
        "own": fit([p.own for p in ours], [p.own for p in theirs], rules),
    }
    counted = parts_of(rules)
    whole = sum(weights.get(part, 0) for part in counted) or 1
    total = sum((parts[part] * (100 * weights.get(part, 0) / whole) for part in counted), np.zeros_like(parts["stop"]))
    # companies that are never in the same city cannot meet, however well they suit
    total = np.where(parts["stop"] > 0, np.round(total), 0).astype(np.float32)
    keys = tuple(p.key for p in ours), tuple(p.key for p in theirs)
    return Scores(*keys, total, parts, texts.wanted, texts.given, {p.key: p.wants for p in (*ours, *theirs)})


def parts_of(rules: Sequence[OwnRule]) -> tuple[str, ...]:
    """Return the parts that count: own fields only where some are compared."""
    return PARTS if rules else tuple(part for part in PARTS if part != "own")


class _Texts:
    """The texts of companies of the two sides, compared."""

    def __init__(self, ours: Sequence[PartnerProfile], theirs: Sequence[PartnerProfile]) -> None:
        self._sides = (ours, theirs)
        # words of descriptions are common ones: only offers and what is sought say how rare a concept is
        self._known = Vocabulary([text for p in (*ours, *theirs) for text in (*p.offers, *p.seeks)])
        self.wanted = self._fit([p.offers for p in ours], [p.seeks for p in theirs])
        self.given = self._fit([p.offers for p in theirs], [p.seeks for p in ours])

    def worth(self) -> Matrix:
        """Return how well offers fit what is sought, 0-1.

        What the other says of itself counts too: that it is the trade somebody seeks, that its trade usually needs
        what is offered, and that it does not want it.
        """
        ours, theirs = self._sides
        found = np.zeros((len(ours), len(theirs)), np.float32)
        for one, other, offers, turned in ((ours, theirs, self.wanted, False), (theirs, ours, self.given, True)):
            rows = [p.offers for p in one]
            way = _OFFERED * offers.best + _SPOKEN_OF * self._fit(rows, [p.asides for p in other]).best
            way -= _REFUSED * self._fit(rows, [p.refuses for p in other]).best
            way += _TRADE * self._trade(one, other) + _NEEDED * _needed(one, other)
            found += way.T if turned else way
        return np.asarray(1 - np.exp(-found.clip(0) / _HALFWAY), np.float32)

    def _trade(self, one: Sequence[PartnerProfile], other: Sequence[PartnerProfile]) -> Matrix:
        """Return how much of what one seeks the other is."""
        asked = [p.seeks or _NOTHING for p in one]
        rows = self._known.vectors([text for texts in asked for text in texts])
        like = covered(rows, self._known.vectors([p.whole for p in other]))
        return Fit(like, _starts(asked), np.arange(len(other) + 1)).best

    def _fit(self, one: Sequence[Sequence[Concepts]], other: Sequence[Sequence[Concepts]]) -> Fit:
        rows, columns = [row or _NOTHING for row in one], [row or _NOTHING for row in other]
        like = cosines(*(self._known.vectors([text for row in side for text in row]) for side in (rows, columns)))
        return Fit(like, _starts(rows), _starts(columns))


_NOTHING: tuple[Concepts, ...] = (frozenset(),)
_OFFERED, _SPOKEN_OF, _TRADE, _NEEDED, _REFUSED = 1.25, 0.65, 0.4, 0.2, 0.7
"""The weights of what is found: an offer that is sought, one the other speaks of, the trade that is sought, ..."""
_HALFWAY = 1.2


def _starts(rows: Sequence[Sequence[Concepts]]) -> NDArray[np.intp]:
    return np.cumsum([0, *(len(row) for row in rows)])


def _needed(one: Sequence[PartnerProfile], other: Sequence[PartnerProfile]) -> Matrix:
    """Return 1 where one offers what companies of the other's trade usually need."""
    offered = [frozenset[str]().union(*p.offers) for p in one]
    places = {concept: n for n, concept in enumerate(sorted(frozenset[str]().union(*(p.needs for p in other))))}
    rows, columns = (
        [frozenset(places[c] for c in texts if c in places) for texts in side]
        for side in (offered, [p.needs for p in other])
    )
    return _shared(rows, columns)


def _membership(rows: Sequence[frozenset[int]], known: Sequence[int]) -> Matrix:
    place = {key: n for n, key in enumerate(known)}
    found = np.zeros((len(rows), len(known)), np.float32)
    for number, row in enumerate(rows):
        found[number, [place[key] for key in row if key in place]] = 1
    return found


def _shared(one: Sequence[frozenset[int]], other: Sequence[frozenset[int]]) -> Matrix:
    known = sorted(set().union(*one, *other)) if one or other else []
    return np.asarray((_membership(one, known) @ _membership(other, known).T) > 0, np.float32)


def _sectors(ours: Sequence[PartnerProfile], theirs: Sequence[PartnerProfile]) -> Matrix:
    """Return 1 for a common subsector, 0.7 for a common sector."""
    same = _shared([p.sectors for p in ours], [p.sectors for p in theirs])
    sub = _shared([p.subsectors for p in ours], [p.subsectors for p in theirs])
    return np.asarray(np.maximum(same * np.float32(0.7), sub), np.float32)


def _languages(ours: Sequence[PartnerProfile], theirs: Sequence[PartnerProfile]) -> Matrix:
    """Return 1 for a common language, 0.5 where that of either is unknown."""
    codes = {code: n for n, code in enumerate({c for p in (*ours, *theirs) for c in p.languages})}
    rows = [[frozenset(codes[code] for code in p.languages) for p in side] for side in (ours, theirs)]
    unknown = np.array([[not p.languages or not q.languages for q in theirs] for p in ours], bool)
    return np.where(unknown.reshape(len(ours), len(theirs)), np.float32(0.5), _shared(*rows)).astype(np.float32)


def _sizes(ours: Sequence[PartnerProfile], theirs: Sequence[PartnerProfile]) -> Matrix:
    """Return 1 for the same size, a third less for each step between, 0.5 where either is unknown."""
    one, two = (np.array([np.nan if p.size is None else p.size for p in side], np.float32) for side in (ours, theirs))
    found = 1 - np.abs(np.subtract.outer(one, two)) / 3
    return np.where(np.isnan(found), np.float32(0.5), found).astype(np.float32)


def _not_partners_yet(ours: Sequence[PartnerProfile], theirs: Sequence[PartnerProfile]) -> Matrix:
    found = np.ones((len(ours), len(theirs)), np.float32)
    for row, one in enumerate(ours):
        for column, other in enumerate(theirs) if one.partners or any(p.partners for p in theirs) else ():
            if other.key in one.partners or one.key in other.partners:
                found[row, column] = 0
    return found


def _wishes(ours: Sequence[PartnerProfile], theirs: Sequence[PartnerProfile]) -> Matrix:
    """Return how much either wants the other, 0-1."""
    found = np.zeros((len(ours), len(theirs)), np.float32)
    rows, columns = {p.key: n for n, p in enumerate(ours)}, {p.key: n for n, p in enumerate(theirs)}
    for one in ours:
        for key, strength in (one.wishes or {}).items():
            if key in columns:
                found[rows[one.key], columns[key]] = max(found[rows[one.key], columns[key]], strength)
    for other in theirs:
        for key, strength in (other.wishes or {}).items():
            if key in rows:
                found[rows[key], columns[other.key]] = max(found[rows[key], columns[other.key]], strength)
    return found
