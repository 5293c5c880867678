"""Names of companies: capitals, accents, blanks, punctuation and legal forms do not distinguish them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from rapidfuzz import fuzz, process

from missionplanner.domain.legal_forms import ENDING, FORM_OF
from missionplanner.domain.spelling import fold, words

LIKELY = 92.0
"""The score (0-100) from which a different spelling is reported as a likely duplicate."""

_ARTICLE = re.compile(r"^(the|les|le|la|los|las|el) (?=\w)")
_INITIALS = re.compile(r"\b([a-z]) (?=[a-z]\b)")
"""Initials written apart: "J. D. Irving" is "J.D. Irving"."""


@dataclass(frozen=True, slots=True)
class NameKey:
    """The parts of a name that distinguish companies."""

    core: str
    """The folded name without article and legal form."""
    form: str
    """The key of the legal form, as FORM_OF has it; empty where it has none."""

    def same(self, other: "NameKey") -> bool:
        """Whether both can be one company: their cores are the same, and their legal forms do not differ."""
        return self.core == other.core and (self.form == other.form or not self.form or not other.form)


@lru_cache(maxsize=20_000)
def key(name: str) -> NameKey:
    """Return the key of a company's name as typed."""
    spaced = re.sub(r"(?i)\.(?=de\b)", ". ", name)  # "S.A.de C.V." is one word otherwise
    plain = " ".join("and" if word in ("et", "y", "e") else word for word in words(spaced).split())
    form = ""
    while found := ENDING.search(plain):
        plain = plain[: found.start()].strip()
        form = form or FORM_OF[found.group(1)]
    core = _INITIALS.sub(r"\1", _ARTICLE.sub("", plain))
    # Of a name without letters the signs are what distinguishes it: "1.00" and "$1.00", "+++" and "!!!".
    return NameKey(core if any(map(str.isalpha, core)) else fold(name), form)


_Bearer = tuple[str, int]
"""The legal form of a company's name, and its key."""


@lru_cache(maxsize=16)
def _bearer(form: str, number: int) -> _Bearer:
    """Return the bearer of a name as one object for the indexes it is added to one after the other."""
    return form, number


class NameIndex:
    """An index of names."""

    def __init__(self, names: Mapping[int, Iterable[str]]) -> None:
        self._cores: dict[str, _Bearer | list[_Bearer]] = {}
        """The companies with a core; nearly always it is one, and there may be very many cores."""
        self._blocks: dict[int, str | list[str]] = {}
        """The cores that share a block; once there are more than are compared nobody asks which."""
        self._unblocked: list[str] = []
        """Cores that are not in the blocks yet: many indexes are never asked what is like a name."""
        for number, spellings in names.items():
            for spelling in spellings:
                self.add(number, spelling)

    def add(self, number: int, name: str) -> None:
        """Add a name of the company with the key `number`."""
        if not name.strip():
            return
        own = key(name)
        bearer, known = _bearer(own.form, number), self._bearers(own.core)
        if not known:
            self._unblocked.append(own.core)
            self._cores[own.core] = bearer
        elif bearer not in known:
            self._cores[own.core] = [*known, bearer]

    def same(self, name: str) -> list[int]:
        """Return the keys of the companies with that name; an equal legal form goes before a missing one."""
        own = key(name)
        entries = self._bearers(own.core)
        if not entries:
            return []
        exact = [number for form, number in entries if form == own.form]
        loose = [number for form, number in entries if not form or not own.form]
        return list(dict.fromkeys(exact or loose))

    def like(self, name: str) -> tuple[int, float] | None:
        """Return the company whose name is likely the same but for a slip of the keys, and the score (0-100).

        Only names that share their beginning, their end or a word that is not common are compared.
        """
        own = key(name).core
        if len(own) < 6:  # one other character is already another company
            return None
        self._fill_blocks()
        near: list[str] = []  # some twice: comparing them again is quicker than to look for them
        for block in _blocks(own):
            cores = self._blocks.get(block)
            if isinstance(cores, str):
                near.append(cores)
            elif cores and len(cores) <= (_MANY if block < 0 else _COMMON):
                near += cores
        found = process.extractOne(own, near, scorer=fuzz.ratio, score_cutoff=LIKELY) if near else None
        if found is None:
            return None
        core, score, _position = found
        return self._bearers(core)[0][1], float(score)

    def _bearers(self, core: str) -> Sequence[_Bearer]:
        """Return the companies with a core."""
        found = self._cores.get(core, ())
        return found if isinstance(found, list) else [found] if found else ()

    def _fill_blocks(self) -> None:
        for core in self._unblocked:
            for block in _blocks(core):
                known = self._blocks.get(block)
                if known is None:
                    self._blocks[block] = core
                elif isinstance(known, str):
                    self._blocks[block] = [known, core]
                elif len(known) <= _MANY:
                    known.append(core)
        self._unblocked.clear()


_COMMON, _MANY = 60, 300
"""The most names with a common word, and with a common beginning or end, that are compared.

"Company 0001" to "Company 9999" are more, and comparing them all would take minutes and find nothing.
"""


@lru_cache(maxsize=20_000)
def _blocks(core: str) -> tuple[int, ...]:
    """Return what names have to share to be compared: first letters, last letters (below 0), a long word.

    As numbers, which take half the memory; two that are the same by chance only have more names compared.
    """
    letters = core.replace(" ", "")
    ends = (f"<{letters[:6]}", f">{letters[-6:]}")
    words_ = [word for word in core.split() if len(word) > 3]
    return (*(-1 - crc32(end.encode()) for end in ends), *(crc32(word.encode()) for word in words_))
