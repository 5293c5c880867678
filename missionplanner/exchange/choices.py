"""Sectors, stops, roles and kinds of organisations named in a cell, in any language and several at once."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import islice

from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import OrganisationKind, Role
from missionplanner.domain.spelling import words


@dataclass(frozen=True)
class NamedChoices:
    """Everything a closed list may be called, as folded words, to the key meant."""

    spellings: dict[str, int]
    everything: bool = False
    """Whether "all" means every choice."""

    @cached_property
    def _known(self) -> dict[str, tuple[list[int], list[str]]]:
        return {}

    def named(self, cell: str) -> tuple[list[int], list[str]]:
        """As `find`; what a cell names is worked out once, for forms offer the same choices row after row."""
        if cell not in self._known:
            self._known[cell] = self.find(cell)
        return self._known[cell]

    def lists(self, cell: str) -> bool:
        """Whether a cell names choices, letter for letter, and nothing else."""
        if words(cell) in self.spellings:
            return True
        parts = [words(part) for part in _LISTED.split(cell) if words(part)]
        return len(parts) > 1 and all(part in self.spellings for part in parts)

    def names_only(self, cell: str) -> bool:
        """Whether a cell names choices, perhaps with a slip of the keys, and nothing else."""
        keys, unknown = self.named(cell)
        return bool(keys) and not unknown

    def find(self, cell: str) -> tuple[list[int], list[str]]:
        """The keys named in a cell, in order and each once, and the parts that name nothing."""
        if words(cell) in self.spellings:
            return [self.spellings[words(cell)]], []
        if self.everything and (
            words(cell) in _ALL or (words(cell) in _BOTH and len(set(self.spellings.values())) == 2)
        ):
            return list(dict.fromkeys(self.spellings.values())), []
        keys: list[int] = []
        unknown: list[str] = []
        for part in re.split(r"[;|\n•]|\s/\s", cell.strip().strip("[]")):
            found, rest = self._in_part(part.strip(" \t\"'-*"))
            keys += found
            unknown += [text for text in rest if not (found and _is_remark(text))]
        return list(dict.fromkeys(keys)), unknown

    def _in_part(self, part: str) -> tuple[list[int], list[str]]:
        """A part without semicolons: one choice, or several between commas, slashes, brackets or "and"."""
        if not words(part):
            return [], []
        bare = " ".join(word for word in words(part).split() if word not in _REMARK)
        if bare in self.spellings:
            return [self.spellings[bare]], []
        pieces = [piece.strip() for piece in _BETWEEN.split(part) if words(piece)]
        exact, left = self._runs(part, pieces, lambda text: self.spellings.get(words(text)))
        if exact and not left:
            return exact, []
        close = None if re.search(r"[,/+(]", part) else self._close(part)
        if close is not None and not exact:
            return [close], []
        found, left = self._runs(part, pieces, self._single) if len(pieces) > 1 else ([], [part])
        return found, left if found else _enumerated(part)

    def _runs(self, part: str, pieces: list[str], one: Callable[[str], int | None]) -> tuple[list[int], list[str]]:
        """Keys of the longest runs of pieces that are choices (their own commas and "and" included), and the rest."""
        found: list[int] = []
        left: list[str] = []
        start = place = 0
        while start < len(pieces):
            for end in range(len(pieces), start, -1):
                first = part.find(pieces[start], place)
                last = first + sum(map(len, pieces[start:end]))
                if end > start + 1:
                    last = part.find(pieces[end - 1], first + len(pieces[start])) + len(pieces[end - 1])
                text = part[first:last]
                key = one(text) if end == start + 1 else self.spellings.get(words(text))
                if key is not None:
                    found.append(key)
                    start, place = end, last
                    break
            else:
                left.append(pieces[start])
                place = part.find(pieces[start], place) + len(pieces[start])
                start += 1
        return found, left

    def _single(self, text: str) -> int | None:
        key = self.spellings.get(words(text))
        return key if key is not None else self._close(text)

    def _close(self, text: str) -> int | None:
        """The choice that `text` is with a slip of the keys."""
        key = words(text)
        close = get_close_matches(key, self.spellings, n=1, cutoff=0.9) if len(key) > 5 else []
        return self.spellings[close[0]] if close else None


@dataclass(frozen=True)
class MissionChoices:
    """The choices of a mission by which columns are known: cells that name its sectors or stops."""

    sectors: NamedChoices
    stops: NamedChoices
    companies: frozenset[str] = frozenset()
    """The folded names of those of the other side, whom a form may ask to meet."""

    def near(self, cells: Iterable[str]) -> dict[str, float]:
        """The shares of the first different cells that name nothing but sectors, or stops, or companies."""
        found = _first(cells)
        tests = {"sectors": self.sectors.names_only, "stops": self.stops.names_only, "wishes": self._names_companies}
        return {name: sum(map(test, found)) / len(found) for name, test in tests.items() if len(found) > 1}

    def _names_companies(self, cell: str) -> bool:
        """Whether a cell names companies of the other side and nothing else."""
        if words(cell) in self.companies:
            return True
        # "A/S" and "c/o" have strokes of their own.
        parts = [words(part) for part in re.split(r"[;|\n•]|,\s", cell) if words(part)]
        return bool(parts) and self.companies.issuperset(parts)

    def kinds(self, cells: Iterable[str]) -> dict[str, float]:
        """The shares of the first different cells that name sectors and stops."""
        found = _first(cells)
        if not found:
            return {}
        return {
            "sector": sum(map(self.sectors.lists, found)) / len(found),
            "stop": sum(map(self.stops.lists, found)) / len(found),
        }


def _first(cells: Iterable[str]) -> list[str]:
    """The first different cells."""
    return list(islice(dict.fromkeys(cell.strip() for cell in islice(cells, _ROWS) if cell.strip()), _MOST))


_ROWS = 400
_MOST = 60
_LISTED = re.compile(r"\s*[;,/|\n•]\s*")
_BETWEEN = re.compile(r"[,/&+()>:]|\s[-–—]\s|\s(?:and|et|y|e|und|en|i|og|och|oraz)\s")
_BETWEEN_NAMES = re.compile(r"[,/+()>:]|\s[-–—]\s")
_AND = re.compile(r"\s*&\s*|\s(?:and|et|y|e|und|en|i|og|och|oraz)\s")
_ALL = {"all", "all cities", "all stops", "toutes", "toutes les villes", "todas", "todas las ciudades", "all three"}
_BOTH = {"both", "both cities", "both stops", "les deux", "les deux villes", "ambas", "ambas ciudades", "las dos"}
_REMARK = {"only", "seulement", "uniquement", "solo", "solamente", "main", "principal", "primary", "principale"}


def conjoined(name: str) -> list[str]:
    """Return the parts of a name between "and": those of "Food and mining" may be two sectors, or one."""
    return [part.strip() for part in _AND.split(name)]


def _enumerated(part: str) -> list[str]:
    """The names in a part of which nothing is known: what stands between commas; "and" may belong to a name."""
    names = [piece.strip() for piece in _BETWEEN_NAMES.split(part) if words(piece)]
    return names or [part]


def _is_remark(text: str) -> bool:
    """Whether a part is only a remark on the choice beside it, such as dates or "only"."""
    return any(c.isdigit() for c in text) or words(text) in _REMARK


def of_sectors(sectors: Iterable[Sector]) -> NamedChoices:
    """Sectors and subsectors by code, by name in each language and by their other spellings."""
    return NamedChoices(_spellings((s.id, (s.code, s.name_en, s.name_fr, s.name_es), s.spellings) for s in sectors))


def of_titled(titled: Iterable[Role | OrganisationKind]) -> NamedChoices:
    """Roles or kinds of organisations by name in each language and by their other spellings."""
    return NamedChoices(_spellings((one.id, (one.name_en, one.name_fr, one.name_es), one.spellings) for one in titled))


def of_stops(stops: Iterable[Stop]) -> NamedChoices:
    """Stops by name in each language and by their other spellings."""
    return NamedChoices(
        _spellings((s.id, (s.name_en, s.name_fr, s.name_es), s.spellings) for s in stops), everything=True
    )


def _spellings(entries: Iterable[tuple[int, tuple[str, ...], str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, names, more in entries:
        for name in (*names, *more.split(";")):
            if words(name):
                found.setdefault(words(name.replace("'", " ").replace("’", " ")), key)
                found.setdefault(words(name), key)
    return found
