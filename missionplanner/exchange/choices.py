"""Sectors, subsectors and stops named in a cell, in any language and several at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.spelling import words


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything a closed list may be called, as folded words, to the key meant."""

    spellings: dict[str, int]

    def find(self, cell: str) -> tuple[list[int], list[str]]:
        """The keys named in a cell, in order and each once, and the parts that name nothing."""
        if words(cell) in self.spellings:
            return [self.spellings[words(cell)]], []
        keys: list[int] = []
        unknown: list[str] = []
        for part in re.split(r"[;|\n•]|\s/\s", cell.strip().strip("[]")):
            found, rest = self._in_part(part.strip(" \t\"'-*"))
            keys += found
            unknown += rest
        return list(dict.fromkeys(keys)), unknown

    def _in_part(self, part: str) -> tuple[list[int], list[str]]:
        """A part without semicolons: one choice, or several between commas, slashes or "and"."""
        if not words(part):
            return [], []
        exact = self.spellings.get(words(part))
        one = exact if exact is not None or re.search("[,/]", part) else self._one(part)
        if one is not None:
            return [one], []
        pieces = [piece for piece in re.split(r"[,/&]|\s(?:and|et|y|e)\s", part) if words(piece)]
        if len(pieces) < 2:
            return [], [part]
        found: list[int] = []
        unknown: list[str] = []
        start = 0
        while start < len(pieces):
            start = self._longest(part, pieces, start, found, unknown)
        return found, unknown

    def _longest(self, part: str, pieces: list[str], start: int, found: list[int], unknown: list[str]) -> int:
        """Take the longest run of pieces from `start` that is a choice (its own commas included)."""
        for end in range(len(pieces), start, -1):
            first = part.find(pieces[start])
            last = part.find(pieces[end - 1], first) + len(pieces[end - 1])
            if (key := self._one(part[first:last])) is not None:
                found.append(key)
                return end
        unknown.append(pieces[start].strip())
        return start + 1

    def _one(self, text: str) -> int | None:
        key = words(text)
        if key in self.spellings:
            return self.spellings[key]
        close = get_close_matches(key, self.spellings, n=1, cutoff=0.9) if len(key) > 5 else []
        return self.spellings[close[0]] if close else None


def of_sectors(sectors: Iterable[Sector]) -> Choices:
    """Sectors and subsectors by code, by name in each language and by their other spellings."""
    return Choices(_spellings((s.id, (s.code, s.name_en, s.name_fr, s.name_es), s.spellings) for s in sectors))


def of_stops(stops: Iterable[Stop]) -> Choices:
    """Stops by name in each language and by their other spellings."""
    return Choices(_spellings((s.id, (s.name_en, s.name_fr, s.name_es), s.spellings) for s in stops))


def _spellings(entries: Iterable[tuple[int, tuple[str, ...], str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, names, more in entries:
        for name in (*names, *more.split(";")):
            if words(name):
                found.setdefault(words(name.replace("'", " ").replace("’", " ")), key)
                found.setdefault(words(name), key)
    return found
