"""How well companies of the two sides suit one another: a score of 0-100 with its parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from missionplanner.domain.mission import MATCH_PART_LABELS
from missionplanner.matching.concepts import Concepts
from missionplanner.matching.own_values import OwnRule, Values, fit

PARTS = tuple(MATCH_PART_LABELS)
"""The parts of a score."""
USUAL = {"sector": 25, "offers": 40, "stop": 5, "language": 10, "size": 5, "new": 5, "wish": 10, "own": 15}
"""The weight of each part where the mission has no other."""
Matrix = NDArray[np.float32]


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
    partners: frozenset[int] = frozenset()
    """Keys of the companies of the other side it works with already."""
    wishes: Mapping[int, float] | None = None
    """How much (0-1) it wants companies of the other side, by their keys."""
    own: Values = field(default_factory=dict)
    """The values of own fields that are compared, by their codes."""


@dataclass(frozen=True)
class Fit:
    """How well the offers of one side fit what the other seeks."""

    like: Matrix
    """The cosine of every offer with everything sought; a company without any has one empty row or column."""
    offers_from: NDArray[np.intp]
    """The row at which the offers of each company begin, and the number of rows."""
    seeks_from: NDArray[np.intp]
    """The column at which what each company seeks begins, and the number of columns."""

    @property
    def best(self) -> Matrix:
        """The best cosine of every pair of companies."""
        return np.maximum.reduceat(np.maximum.reduceat(self.like, self.offers_from[:-1], 0), self.seeks_from[:-1], 1)

    def closest(self, offering: int, seeking: int) -> tuple[int, int, float]:
        """Return the places of the offer and the wanted thing of two companies that fit best, and their cosine."""
        top, left = self.offers_from[offering], self.seeks_from[seeking]
        block = self.like[top : self.offers_from[offering + 1], left : self.seeks_from[seeking + 1]]
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


def score(
    ours: Sequence[PartnerProfile],
    theirs: Sequence[PartnerProfile],
    weights: Mapping[str, int],
    rules: Sequence[OwnRule] = (),
) -> Scores:
    """Score every company of one side with every one of the other; neither side may be empty.

    rules: how own fields are compared; without any they do not count.
    """
    wanted = _fit([p.offers for p in ours], [p.seeks for p in theirs])
    given = _fit([p.offers for p in theirs], [p.seeks for p in ours])
    forth, back = wanted.best, given.best.T
    parts: dict[str, Matrix] = {
        "sector": _sectors(ours, theirs),
        # what both sides gain by is worth a fifth more than what one gains by
        "offers": np.maximum(np.maximum(forth, back), (forth + back) * np.float32(0.6)).clip(0, 1),
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
    return Scores(tuple(p.key for p in ours), tuple(p.key for p in theirs), total, parts, wanted, given)


def parts_of(rules: Sequence[OwnRule]) -> tuple[str, ...]:
    """Return the parts that count: own fields only where some are compared."""
    return PARTS if rules else tuple(part for part in PARTS if part != "own")


def _fit(offers: Sequence[Sequence[Concepts]], seeks: Sequence[Sequence[Concepts]]) -> Fit:
    nothing: tuple[Concepts, ...] = (frozenset(),)
    one, other = [row or nothing for row in offers], [row or nothing for row in seeks]
    like = _cosines([c for row in one for c in row], [c for row in other for c in row])
    ends = (np.cumsum([0, *(len(row) for row in side)]) for side in (one, other))
    return Fit(like, *ends)


def _cosines(one: list[Concepts], other: list[Concepts]) -> Matrix:
    """Return the cosine of every set of concepts of `one` with every one of `other`; rare concepts count more."""
    number: dict[str, int] = {}
    seen: dict[str, int] = {}
    for concepts in (*one, *other):
        for concept in concepts:
            number.setdefault(concept, len(number))
            seen[concept] = seen.get(concept, 0) + 1
    rare = np.array([1 / np.log(2 + seen[concept]) for concept in number], np.float32)

    def matrix(rows: list[Concepts]) -> Matrix:
        found = np.zeros((len(rows), len(number)), np.float32)
        for place, concepts in enumerate(rows):
            found[place, [number[concept] for concept in concepts]] = 1
        found *= rare
        length = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.where(length == 0, 1, length), np.float32)

    return np.asarray(matrix(one) @ matrix(other).T, np.float32)


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
