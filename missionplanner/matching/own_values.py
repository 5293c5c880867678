"""How well the values of own fields of two sides suit one another: equal ones, or those that differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = Mapping[str, frozenset[str]]
"""The values of a company by the codes of its fields, several of a list each for itself."""
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OwnRule:
    """Which values suit one another: those of a field of either side and of another one of the other side."""

    code: str
    other: str
    """The code of the field it is compared with; the same for itself."""
    is_equal: bool
    """Whether equal values suit; else those that differ."""

    def pairs(self, one: Values, two: Values) -> list[tuple[frozenset[str], frozenset[str]]]:
        """Return what of two companies is compared, where both say something."""
        ways = ((one.get(self.code), two.get(self.other)), (one.get(self.other), two.get(self.code)))
        return [(mine or _NOTHING, theirs or _NOTHING) for mine, theirs in dict.fromkeys(ways) if mine and theirs]

    def suits(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Whether two values suit one another."""
        return bool(mine & theirs) is self.is_equal

    def value(self, one: Values, two: Values) -> float:
        """Return 1 where they suit, 0 where not, 0.5 where either side does not say."""
        found = self.pairs(one, two)
        return float(any(self.suits(*pair) for pair in found)) if found else 0.5


def fit(ours: Sequence[Values], theirs: Sequence[Values], rules: Sequence[OwnRule]) -> NDArray[np.float32]:
    """Return how well every company of one side suits every one of the other by all rules, 0-1."""
    found = np.zeros((len(ours), len(theirs)), np.float32)
    for rule in rules:
        found += _by_rule(ours, theirs, rule)
    return found / np.float32(max(len(rules), 1))


def _by_rule(ours: Sequence[Values], theirs: Sequence[Values], rule: OwnRule) -> NDArray[np.float32]:
    """Work every pair of different values out once: of thousands of companies few differ."""
    rows, row_of = _distinct(ours, rule)
    columns, column_of = _distinct(theirs, rule)
    table = np.array([[rule.value(one, two) for two in columns] for one in rows], np.float32)
    return np.asarray(table.reshape(len(rows), len(columns))[np.ix_(row_of, column_of)], np.float32)


def _distinct(side: Sequence[Values], rule: OwnRule) -> tuple[list[Values], list[int]]:
    places: dict[tuple[frozenset[str], frozenset[str]], int] = {}
    found: list[Values] = []
    numbers = []
    for values in side:
        key = values.get(rule.code, _NOTHING), values.get(rule.other, _NOTHING)
        if key not in places:
            places[key] = len(found)
            found.append(values)
        numbers.append(places[key])
    return found, numbers
