"""The subjects of texts in any of the languages: stems of their words, and the concepts of their synonyms."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import snowballstemmer

from missionplanner.domain.spelling import words

_LANGUAGES = ("english", "french", "spanish")
_SAYS_NOTHING = {
    "english": "a an and the of for to in on with by from or our we your is are as at its us",
    "french": "de des du la le les l d et en au aux pour par sur avec un une nos notre dans ou",
    "spanish": "a el los las y del con para por una unos unas nuestro nuestra o su sus al e",
    "everybody": "solution solutions service services product products produit produits producto productos servicio "
    "servicios company companies entreprise entreprises empresa empresas",
}
"""Words that distinguish no text: small words of the languages, and what every company writes of itself."""
STOP_WORDS = frozenset(word for text in _SAYS_NOTHING.values() for word in text.split())
_SMALL = {
    "en": "the who that not do no be it they them would which while what",
    "fr": "qui que sans est un son ses leur leurs sont plus dont ce cette",
    "es": "el que sin es un una se al lo son mas como cual esta este",
}
SMALL_WORDS = {language: frozenset(text.split()) for language, text in _SMALL.items()}
"""Small words of one language that may mean something in another, by its code."""
Concepts = frozenset[str]
"""Stems of words, and concepts: the name of a family, "#" and a number."""
Group = tuple[int | None, Sequence[str]]
"""A sector (None for all of them) and words or phrases that mean the same in it."""


def family(concept: str) -> str:
    """Return the family of products a concept belongs to; empty for a plain word, and where it has none."""
    name, mark, _number = concept.partition("#")
    return name if mark else ""


@lru_cache
def _stemmers() -> tuple[snowballstemmer.stemmer, ...]:
    return tuple(snowballstemmer.stemmer(language) for language in _LANGUAGES)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the shortest of a word's stems in the three languages: that of a text is not known."""
    found: list[str] = [stemmer.stemWord(word) for stemmer in _stemmers()]
    return min(found, key=lambda one: (len(one), one))


@lru_cache(maxsize=50_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a text in their order, without stop words and numbers."""
    plain = words(text.replace("’", " ").replace("'", " ")).split()
    return tuple(stem(word) for word in plain if len(word) > 1 and word not in STOP_WORDS and not word.isdigit())


class Thesaurus:
    """Groups of synonyms, ready to be looked up."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._by_stem: dict[str, list[tuple[frozenset[str], int | None, str]]] = {}
        for number, (sector, phrases) in enumerate(groups):
            for phrase in phrases:
                parts = frozenset(stems(phrase))
                for part in parts:
                    self._by_stem.setdefault(part, []).append((parts, sector, f"#{number}"))

    def concepts(self, text: str, sectors: Iterable[int]) -> Concepts:
        """Return the stems of a text, those with synonyms in the sectors or everywhere replaced by their concept."""
        return _with_concepts(frozenset(stems(text)), self._by_stem, frozenset(sectors))


def _with_concepts(
    found: frozenset[str],
    by_stem: Mapping[str, list[tuple[frozenset[str], int | None, str]]],
    sectors: frozenset[int],
) -> Concepts:
    covered: set[str] = set()
    concepts: set[str] = set()
    for one in found:
        for parts, sector, concept in by_stem.get(one, ()):
            if parts <= found and (sector is None or sector in sectors):
                covered |= parts
                concepts.add(concept)
    return (found - covered) | concepts
