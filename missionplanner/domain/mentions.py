"""Texts that name people: where their names, addresses and numbers stand in a text, and the text without them."""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, Self

from missionplanner.domain.spelling import fold

GAP = "…"
"""Stands for the words that were taken out of the name of a thing."""
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
"""A word of a text; accents may stand behind their letters."""
_NUMBER = re.compile(r"\+?\d[\d\s().\-/]{5,}\d")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[^\S\n]+|\n")
_SIGNS = re.compile(r"\W{3}")
"""Signs in a name by which its words stand further apart than those of other names."""
_BETWEEN = 3
"""Characters between two words of one name at most."""
_FEWEST_DIGITS = 7
_LEAST_IN_FILES = 4
"""Characters of a single name that is looked for in the bytes of files, where short ones stand by chance."""
_DEEPEST = 12
"""Levels of a text in JSON that are followed."""

Span = tuple[int, int]
Person = Mapping[str, Any]
"""Values by the names of fields of Delegate."""
_CERTAIN = ("email", "passport", "emergency_contact")
_PERSON = frozenset(("given_name", "family_name", "email"))
"""Names of values by which something in JSON is a person."""


@dataclass(frozen=True, slots=True)
class Called:
    """The names of people, and the addresses and numbers they are reached by."""

    whole: frozenset[str] = frozenset()
    """Full names, addresses, numbers of passports: they mean the person wherever they stand."""
    parts: frozenset[str] = frozenset()
    """Single names: they mean the person where they are written as names are."""
    numbers: frozenset[str] = frozenset()
    """The last digits of telephone numbers."""

    @classmethod
    def of(cls, people: Iterable[Person], companies: Iterable[str] = ()) -> Self:
        """Return the names of people.

        companies: the names of their companies; a single name that stands in one of them does not mean the person.
        """
        whole: set[str] = set()
        parts: set[str] = set()
        numbers: set[str] = set()
        for person in people:
            whole |= _whole_names(person) | {_text(person, name) for name in _CERTAIN}
            parts |= {_text(person, name) for name in ("given_name", "family_name", "second_family_name", "badge_name")}
            numbers |= {digits for name in ("phone", "mobile") if (digits := _digits(_text(person, name)))}
        taken = {word for name in companies for word in _words(name)}
        parts = {one for one in parts if one and not (taken and taken.issuperset(_words(one)))}
        return cls(frozenset(whole - {""}), frozenset(parts - whole), frozenset(numbers))

    def __or__(self, other: Self) -> "Called":
        return Called(self.whole | other.whole, self.parts | other.parts, self.numbers | other.numbers)


def _text(person: Person, name: str) -> str:
    return str(person.get(name) or "").strip()


def _whole_names(person: Person) -> set[str]:
    """Return the full names of a person in the orders they are written in; none where only one name is known."""
    given, family, second = (_text(person, name) for name in ("given_name", "family_name", "second_family_name"))
    families = {one for one in (family, f"{family} {second}".strip(), second) if one}
    pairs = [(given, one) for one in families if given]
    # Names of files and accounts are written in one.
    return {
        f"{a}{between}{b}" for one, other in pairs for a, b in ((one, other), (other, one)) for between in (" ", "")
    }


def _digits(number: str) -> str:
    """Return the digits numbers are compared by: their last ones, for the code of a country may be missing."""
    found = "".join(filter(str.isdigit, number.partition("x")[0]))
    return found[-9:] if len(found) >= _FEWEST_DIGITS else ""


_folded = lru_cache(maxsize=65536)(fold)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_folded(word) for word in WORD.findall(text))


def _has_no_words(text: str) -> bool:
    """Whether a name is not found word by word: of signs alone, or in a script without blanks and capitals."""
    return not WORD.search(text) or not (text.isascii() or any(c.lower() != c.upper() for c in text))


@dataclass(slots=True)
class Mentions:
    """Finds what people are called in texts."""

    called: Called
    _sequences: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=lambda: defaultdict(list))
    """Names as words by the first of them; with how a single one is written, empty for one that is certain."""
    _literal: set[str] = field(default_factory=set)
    _certain: "Mentions | None" = None

    def __post_init__(self) -> None:
        for name in sorted(self.called.whole | self.called.parts):
            words = _words(name)
            # Of a name with signs in it a single word may be left, which means nobody.
            is_literal = _has_no_words(name) or (len(words) == 1 and " " in name)
            if is_literal or _SIGNS.search(name):
                self._literal.add(name)
            if not is_literal:
                self._sequences[words[0]].append((words, "" if name in self.called.whole else name))

    @property
    def certain(self) -> "Mentions":
        """The same without single names."""
        if self._certain is None:
            self._certain = Mentions(Called(self.called.whole, frozenset(), self.called.numbers))
        return self._certain

    @property
    def in_files(self) -> "Mentions":
        """The same without names that stand in bytes by chance."""
        parts = frozenset(one for one in self.called.parts if len(one) >= _LEAST_IN_FILES)
        return Mentions(Called(self.called.whole, parts, self.called.numbers))

    def __bool__(self) -> bool:
        return bool(self._sequences or self._literal or self.called.numbers)

    def find(self, text: str, any_case: bool = False) -> list[Span]:
        """Return the places in a text where somebody is named, in their order.

        any_case: whether single names count however they are written, as in the names of files.
        """
        found: list[Span] = []
        if self._sequences:
            self._find_words(text, found, any_case)
        for name in self._literal:
            found += [(match.start(), match.end()) for match in re.finditer(re.escape(name), text)]
        if self.called.numbers:
            for number in _NUMBER.finditer(text):
                if _digits(number[0]) in self.called.numbers:
                    found.append(number.span())
        return sorted(found)

    def _find_words(self, text: str, found: list[Span], any_case: bool) -> None:
        if not self._may_hold(text):
            return
        words = [(match.group(), match.span()) for match in WORD.finditer(text)]
        folded = [_folded(word) for word, _span in words]
        for place, word in enumerate(folded):
            for sequence, written in self._sequences.get(word, ()):
                end = place + len(sequence)
                if tuple(folded[place:end]) != sequence or not _stand_together([s for _w, s in words[place:end]]):
                    continue
                span = words[place][1][0], words[end - 1][1][1]
                if any_case or not written or _is_written_as_name(text[span[0] : span[1]], written):
                    found.append(span)

    def _may_hold(self, text: str) -> bool:
        """Return quickly whether a text may hold one of the names: most hold none, and are not taken apart."""
        folded = fold(text)
        if len(self._sequences) < _FEW:
            return any(word in folded for word in self._sequences)
        return not self._sequences.keys().isdisjoint(WORD.findall(folded))

    def without(self, text: str) -> str:
        """Return a text without the sentences and lines that name somebody."""
        spans = self.find(text)
        if not spans:
            return text
        kept: list[str] = []
        start = 0
        for end in (*_SENTENCE_ENDS.finditer(text), None):
            stop, after = (end.start(), end.end()) if end else (len(text), len(text))
            if not any(one < stop and other > start for one, other in spans):
                kept.append(text[start:after])
            start = after
        return "".join(kept).strip()

    def without_words(self, text: str) -> str:
        """Return the name of a thing with a gap for the words that name somebody."""
        for start, end in reversed(united(self.find(text))):
            text = f"{text[:start]}{GAP}{text[end:]}"
        return text

    def without_inside(self, text: str) -> str:
        """Return a text in JSON without the people it is about, and without the sentences in it that name them.

        A text that is no JSON is one of words.
        """
        if not text.startswith(("{", "[", '"')):
            return self.without(text)
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return self.without(text)
        new = self._walked(found, 0)
        return text if new == found else json.dumps(new, ensure_ascii=False)

    def without_searched(self, text: str) -> str:
        """Return a text in JSON with every text in it that names somebody in any case emptied: people search so."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return "" if self.find(text, any_case=True) else text
        if not isinstance(found, dict):
            return "" if self.find(text, any_case=True) else text
        new = {
            name: "" if isinstance(value, str) and self.find(value, any_case=True) else value
            for name, value in found.items()
        }
        return text if new == found else json.dumps(new, ensure_ascii=False)

    def _walked(self, found: Any, depth: int) -> Any:
        if isinstance(found, str):
            return self.without_inside(found)
        if depth > _DEEPEST:
            return found
        if isinstance(found, list):
            return [self._walked(one, depth + 1) for one in found if not self._is_about(one)]
        if self._is_about(found):
            return {}
        if isinstance(found, dict):
            # The single names of somebody else are their own.
            finder = self.certain if _PERSON & found.keys() else self
            return {finder.without_words(name): finder._walked(value, depth + 1) for name, value in found.items()}
        return found

    def _is_about(self, found: Any) -> bool:
        """Whether something in JSON is a person that is meant, as forms and sources keep them."""
        if not isinstance(found, dict) or not _PERSON & found.keys():
            return False
        names, finder = _whole_names(found), self.certain
        if not names:
            names, finder = {_text(found, "given_name") or _text(found, "family_name")}, self
        return any(finder.find(one) for one in (*names, _text(found, "email")) if one)


_FEW = 64
"""Names that are looked for one by one."""


def _stand_together(spans: Collection[Span]) -> bool:
    ordered = list(spans)
    return all(after[0] - before[1] <= _BETWEEN for before, after in pairwise(ordered))


def _is_written_as_name(text: str, name: str) -> bool:
    """Whether a single name stands in a text as names do: with a capital, or exactly as it is known."""
    return text in name or text[:1] != text[:1].lower() or text[:1].lower() == text[:1].upper()


def united(spans: Iterable[Span]) -> list[Span]:
    """Return places that overlap or touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


_AROUND = 60
"""Characters shown before and after the words that name somebody."""


def around(text: str, spans: Iterable[Span]) -> str:
    """Return the first words that name somebody with those around them, on one line."""
    first = next(iter(spans), (0, 0))
    start, end = max(0, first[0] - _AROUND), min(len(text), first[1] + _AROUND)
    words = " ".join(text[start:end].split())
    return f"{GAP if start else ''}{words}{GAP if end < len(text) else ''}"
