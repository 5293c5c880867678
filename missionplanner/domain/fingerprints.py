"""Fingerprints of people who were erased: by them they are recognised where they come back, and cannot be read back.

Whoever has the mission file and guesses a name or an address can try the guess: fingerprints are personal data still.
"""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from missionplanner.domain.mentions import GAP, WORD, united
from missionplanner.domain.spelling import words

_EMAIL = re.compile(r"[^\s@<>;,()]+@[^\s@<>;,()]+\w")
_LONGEST_NAME = 5
"""Words of a name in a text at most."""


class MarkKind(StrEnum):
    """The kinds of what a mission remembers of those who were erased, besides their uids."""

    EMAIL = "email"
    """The fingerprint of an address."""
    NAME = "name"
    """The fingerprint of a name."""
    CONTENT = "content"
    """The fingerprint of a file that was erased."""
    KEPT = "kept"
    """A text that names somebody and was kept by choice: its table, uid and column."""
    ANOTHER = "another"
    """The uid of somebody of the same name who is another person."""


Marks = frozenset[tuple[str, str]]
"""Kinds with what is remembered; a set that only grows, the same in all copies once they were merged."""


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of one person."""

    email: str = ""
    names: frozenset[str] = frozenset()

    @property
    def marks(self) -> Marks:
        """They as the mission remembers them."""
        email = {(MarkKind.EMAIL.value, self.email)} if self.email else set()
        return frozenset(email | {(MarkKind.NAME.value, name) for name in self.names})


class Recognition(StrEnum):
    """How sure it is that somebody is one who was erased."""

    NONE = ""
    NAME = "name"
    """The name is the same: it may be another person."""
    SAME = "same"
    """The address is the same."""


def recognition(prints: Prints, marks: Collection[tuple[str, str]]) -> Recognition:
    """Return how sure it is that somebody is among those who were erased."""
    if prints.email and (MarkKind.EMAIL.value, prints.email) in marks:
        return Recognition.SAME
    return Recognition.NAME if any((MarkKind.NAME.value, name) in marks for name in prints.names) else Recognition.NONE


@dataclass(frozen=True, slots=True)
class Salt:
    """The salt of the fingerprints of one mission: no other has it, and all its copies have it."""

    key: bytes

    @classmethod
    def of(cls, mission_uid: str) -> "Salt":
        """Return the salt of a mission: it follows from its uid, which copies of every age and format have."""
        return cls(hashlib.blake2b(mission_uid.encode("utf-8", "replace"), person=b"erased people").digest())

    def prints(self, person: Mapping[str, Any]) -> Prints:
        """Return the fingerprints of a person, given by the names of fields of Delegate."""
        parts = [str(person.get(name) or "") for name in ("given_name", "family_name", "second_family_name")]
        email = str(person.get("email") or "").strip().casefold()
        names = {self._name(parts), self._name(parts[:2])} if parts[0] and any(parts[1:]) else {self._name(parts)}
        return Prints(self.print_of(MarkKind.EMAIL, email) if email else "", frozenset(names - {""}))

    def _name(self, parts: Collection[str]) -> str:
        # In any order: forms differ in it, and in which name is taken for which.
        ordered = " ".join(sorted(words(" ".join(parts)).split()))
        return self.print_of(MarkKind.NAME, ordered) if ordered else ""

    def without_names(self, text: str, marks: Marks) -> str:
        """Return a text with a gap for the names and addresses of those who were erased; what else names them stays."""
        for start, end in reversed(self.find(text, marks)):
            text = f"{text[:start]}{GAP}{text[end:]}"
        return text

    def find(self, text: str, marks: Marks) -> list[tuple[int, int]]:
        """Return where full names and addresses of those who were erased stand in a text."""
        gaps = []
        if "@" in text:
            gaps += [match.span() for match in _EMAIL.finditer(text) if self._is_known(MarkKind.EMAIL, match[0], marks)]
        found = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
        for start in range(len(found)):
            for end in range(start + 2, min(start + _LONGEST_NAME, len(found)) + 1):
                # Most words are none of a name: only what is written as one is tried.
                if _is_capital(found[start][0]) and _is_capital(found[end - 1][0]):
                    name = self._name([word for word, _start, _end in found[start:end]])
                    if (MarkKind.NAME.value, name) in marks:
                        gaps.append((found[start][1], found[end - 1][2]))
        return united(gaps)

    def _is_known(self, kind: MarkKind, text: str, marks: Marks) -> bool:
        return (kind.value, self.print_of(kind, text.casefold())) in marks

    def print_of(self, kind: MarkKind, text: str) -> str:
        """Return the fingerprint of a text."""
        found = hashlib.blake2b(f"{kind}/{text}".encode("utf-8", "replace"), key=self.key, digest_size=16)
        return found.hexdigest()


def mark_of_kept(table: str, uid: str, column: str) -> tuple[str, str]:
    """Return what is remembered of a text that was kept although it names somebody."""
    return MarkKind.KEPT.value, f"{table}/{uid}/{column}"


def _is_capital(word: str) -> bool:
    return word[0] != word[0].lower() or word[0].lower() == word[0].upper()
