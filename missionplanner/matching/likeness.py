"""How alike sets of concepts are; rare concepts count more than frequent ones, families less than their members."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from missionplanner.matching.concepts import Concepts, family

Matrix = NDArray[np.float32]
_ROLE = "role"
"""The family of what companies of all trades are: an importer, a builder."""
_PLAIN, _OF_ROLE, _OF_FAMILY = 0.4, 0.4, 0.35
"""The weights of a word without a concept, of a role and of a family against a concept."""
_LEAST = 0.5
"""A text of less weight than this is covered in part only: one plain word says little."""


class Vocabulary:
    """The concepts of some texts with their weights."""

    def __init__(self, texts: Sequence[Concepts]) -> None:
        seen: dict[str, int] = {}
        for text in texts:
            for concept in _with_families(text):
                seen[concept] = seen.get(concept, 0) + 1
        self._place = {concept: n for n, concept in enumerate(seen)}
        self._weight = np.array([_weight(c) / np.log(2 + n) for c, n in seen.items()] or [0], np.float32)

    def vectors(self, texts: Sequence[Concepts]) -> Matrix:
        """Return a row for each text, with the weights of its concepts; those of no other text are left out."""
        found = np.zeros((len(texts), len(self._weight)), np.float32)
        for row, text in enumerate(texts):
            found[row, [self._place[c] for c in _with_families(text) if c in self._place]] = 1
        return np.asarray(found * self._weight, np.float32)


def cosines(one: Matrix, other: Matrix) -> Matrix:
    """Return the cosine of every row of `one` with every row of `other`."""
    return np.asarray(_of_length_one(one) @ _of_length_one(other).T, np.float32)


def covered(asked: Matrix, texts: Matrix, least: float = _LEAST) -> Matrix:
    """Return how much of each row of `asked` each row of `texts` speaks of, 0-1.

    least: what is asked in words of less weight than this together is covered in part only; above 0.
    """
    squares = asked * asked
    whole = np.maximum(squares.sum(1, keepdims=True), np.float32(least))
    return np.asarray((squares @ (texts > 0).astype(np.float32).T) / whole, np.float32)


def _of_length_one(rows: Matrix) -> Matrix:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(length == 0, 1, length), np.float32)


def _with_families(text: Concepts) -> set[str]:
    families = {family(concept) for concept in text} - {"", _ROLE}
    return {*text, *(f"{name}#" for name in families)}


def _weight(concept: str) -> float:
    if concept.endswith("#"):
        return _OF_FAMILY
    if "#" not in concept:
        return _PLAIN
    return _OF_ROLE if family(concept) == _ROLE else 1.0
