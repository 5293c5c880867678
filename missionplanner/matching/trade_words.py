"""The words of trade in three languages: products with their families, and what makers of one thing need of others."""

import csv
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import snowballstemmer

from missionplanner.domain.spelling import words
from missionplanner.domain.spoken import signs
from missionplanner.i18n import LANGUAGES
from missionplanner.matching.concepts import SMALL_WORDS, STOP_WORDS, Concepts

_NAMES = {"en": "english", "fr": "french", "es": "spanish"}
_LANGUAGE = re.compile(r"(en|fr|es):(.*)")
_Phrase = tuple[str, frozenset[str], str]


def language_of(text: str) -> str:
    """Return the code of the language a text is most likely in; English where nothing tells."""
    hits = signs(text)
    return max(LANGUAGES, key=lambda language: (hits[language], language == "en"))


class TradeWords:
    """The phrases of a list, ready to be found in texts."""

    def __init__(self, lists: Path) -> None:
        self._by_word: dict[str, list[_Phrase]] = {}
        self.needs: dict[str, frozenset[str]] = {}
        """The concepts that makers of something need, by its concept."""
        for number, (family, phrases) in enumerate(_rows(lists / "trade.csv")):
            for phrase in phrases:
                self._add(phrase, f"{family}#{number}")
        for maker, inputs in _rows(lists / "uses.csv"):
            needed = frozenset[str]().union(*(self._known(one) for one in inputs))
            for concept in self._known(maker):
                self.needs[concept] = self.needs.get(concept, frozenset()) | needed

    def read(self, text: str, language: str) -> Concepts:
        """Return the concepts of a text in a language, and the stems of its other words."""
        found = frozenset(_stems(text, language))
        covered: set[str] = set()
        concepts: set[str] = set()
        for word in found:
            for of, parts, concept in self._by_word.get(word, ()):
                if of == language and parts <= found:
                    covered |= parts
                    concepts.add(concept)
        return (found - covered) | concepts

    def needed_by(self, concepts: Iterable[str]) -> Concepts:
        """Return the concepts of what those of the given concepts usually need."""
        return frozenset[str]().union(*(self.needs.get(one, frozenset()) for one in concepts))

    def _known(self, phrase: str) -> frozenset[str]:
        return frozenset(one for one in self.read(phrase, "en") if "#" in one)

    def _add(self, phrase: str, concept: str) -> None:
        marked = _LANGUAGE.fullmatch(phrase)
        languages, phrase = ((marked[1],), marked[2]) if marked else (LANGUAGES, phrase)
        for language in languages:
            if parts := frozenset(_stems(phrase, language)):
                self._by_word.setdefault(min(parts), []).append((language, parts, concept))


@lru_cache(maxsize=1)
def trade_words(lists: Path) -> TradeWords:
    """Return the words of a folder of lists, read once."""
    return TradeWords(lists)


def _rows(path: Path) -> list[tuple[str, list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [(name, phrases.split(";")) for name, phrases in rows]


def _stems(text: str, language: str) -> list[str]:
    plain = words(text.replace("’", " ").replace("'", " ")).split()
    left_out = SMALL_WORDS[language] | STOP_WORDS
    return [_stem(one, language) for one in plain if len(one) > 1 and not one.isdigit() and one not in left_out]


@lru_cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_NAMES[language])


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    # Snowball leaves some plurals as they are: ejes, essieux
    if len(word) > 3 and language != "en":
        word = word.removesuffix("s" if language == "es" else "x")
    return str(_stemmer(language).stemWord(word))
