"""Fingerprints of people who were erased: by them they are recognised where they come back, and cannot be read back.

Whoever has the mission file and guesses a name or an address can try the guess: fingerprints are personal data still.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from missionplanner.domain.spelling import words


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

    def print_of(self, kind: MarkKind, text: str) -> str:
        """Return the fingerprint of a text."""
        found = hashlib.blake2b(f"{kind}/{text}".encode("utf-8", "replace"), key=self.key, digest_size=16)
        return found.hexdigest()


def mark_of_kept(table: str, uid: str, column: str) -> tuple[str, str]:
    """Return what is remembered of a text that was kept although it names somebody."""
    return MarkKind.KEPT.value, f"{table}/{uid}/{column}"
