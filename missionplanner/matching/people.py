"""Which registered person a name means that somebody else wrote: turned, shortened, without accents, with a slip."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from missionplanner.domain.spelling import fold
from missionplanner.matching import names
from missionplanner.matching.nicknames import formal

_LIKE = 78.0
"""The score (0-100) from which somebody is proposed for a name that nobody has."""
_LEAST = 5
"""The letters of a name in which two may have changed places."""
_COMPANY = 82.0
"""The score from which two spellings are taken for one company."""


class NameFit(IntEnum):
    """How well a name fits a registered one; from MORE on it is them without a doubt if nobody fits as well."""

    NONE = 0
    WEAK = 1
    """An initial, a slip of the pen, another family name more."""
    MORE = 2
    """A middle name more."""
    FAIR = 3
    """A familiar or shortened name, or the second family name missing."""
    WHOLE = 4


@dataclass(frozen=True, slots=True)
class Registered:
    """A person as the mission knows them."""

    key: int
    given: str
    family: str
    second_family: str = ""
    companies: tuple[str, ...] = ()
    badge: str = ""


@dataclass(frozen=True, slots=True)
class AskedName:
    """A name as it was written; with its parts where these are told apart."""

    text: str
    given: str = ""
    family: str = ""
    company: str = ""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Whom a name means."""

    key: int | None
    """None where it is not sure, or nobody."""
    candidates: tuple[int, ...] = ()
    """Those it may mean, the likeliest first; without any it is nobody who is registered."""

    @property
    def is_asked(self) -> bool:
        """Whether somebody has to be asked who is meant."""
        return self.key is None and bool(self.candidates)


class PeopleIndex:
    """Finds registered people by names."""

    def __init__(self, people: Iterable[Registered]) -> None:
        self._people = [_Known(one) for one in people]

    def find(self, asked: AskedName) -> FoundPerson:
        """Return whom a name means."""
        readings = _readings(asked)
        fits = [(person, fit) for person in self._people if (fit := _best(person, readings)) > NameFit.NONE]
        # Who is written in the told order goes before somebody whose names stand the other way round.
        strong = _strong(fits)
        if asked.given and asked.family:
            strong = _strong([(person, _best(person, readings[:1])) for person, _fit in fits]) or strong
        if strong:
            return self._decided(asked, strong, _ordered(fits))
        if fits:
            return self._weak(asked, fits)
        return FoundPerson(None, self._proposals(asked))

    def _decided(self, asked: AskedName, strong: list["tuple[_Known, NameFit]"], every: tuple[int, ...]) -> FoundPerson:
        """Return the one that fits, or the only one of them of the company; none where several do."""
        if asked.company:
            theirs = [person for person, _fit in strong if person.is_of(asked.company)]
            if len(theirs) == 1:
                return FoundPerson(theirs[0].one.key, _first(theirs[0].one.key, every))
            if len(strong) == 1 and not strong[0][0].one.companies:
                return FoundPerson(strong[0][0].one.key, every)
            return FoundPerson(None, _first(theirs[0].one.key, every) if theirs else every)
        return FoundPerson(strong[0][0].one.key if len(strong) == 1 else None, every)

    def _weak(self, asked: AskedName, fits: list["tuple[_Known, NameFit]"]) -> FoundPerson:
        """Return who fits a little, if their company says so too or only two letters changed places."""
        every = _ordered(fits)
        theirs = [person for person, _fit in fits if asked.company and person.is_of(asked.company)]
        if len(theirs) == 1:
            return FoundPerson(theirs[0].one.key, _first(theirs[0].one.key, every))
        only = fits[0][0]
        if len(fits) == 1 and not asked.company and only.is_turned(_readings(asked)):
            return FoundPerson(only.one.key, every)
        return FoundPerson(None, every)

    def _proposals(self, asked: AskedName) -> tuple[int, ...]:
        written = " ".join(sorted(_words(asked.text)))
        scores = [(fuzz.ratio(written, person.sorted), person.one.key) for person in self._people]
        near = sorted((score, key) for score, key in scores if score >= _LIKE)
        return tuple(key for _score, key in reversed(near[-3:]))


def _strong(fits: Iterable["tuple[_Known, NameFit]"]) -> list["tuple[_Known, NameFit]"]:
    """Return those who may be meant: with a middle name more only where nobody fits without it."""
    known = list(fits)
    return [row for row in known if row[1] >= NameFit.FAIR] or [row for row in known if row[1] is NameFit.MORE]


def _ordered(fits: Sequence["tuple[_Known, NameFit]"]) -> tuple[int, ...]:
    return tuple(person.one.key for person, fit in sorted(fits, key=lambda row: (-row[1], row[0].one.key)))


def _first(key: int, every: tuple[int, ...]) -> tuple[int, ...]:
    return (key, *(one for one in every if one != key))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(text).replace("'", "").replace("-", ""))


def _squeezed(text: str) -> str:
    return "".join(_words(text))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a name."""

    given: tuple[str, ...]
    """The words of the given name, those joined by hyphens apart."""
    family: str
    """All letters of the family names."""


def _readings(asked: AskedName) -> list[_Reading]:
    """Return how a name can be read: the told order first, then the other; of a plain text every split."""
    if asked.given and asked.family:
        return [_reading(_name_words(one), other) for one, other in _both(asked.given, asked.family)]
    parts = _name_words(asked.text)
    splits = [(parts[:n], parts[n:]) for n in range(1, len(parts))]
    return [_reading(given, " ".join(family)) for one in splits for given, family in (one, one[::-1])]


def _both(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, other), (other, one)


def _reading(given: Sequence[str], family: str) -> _Reading:
    return _Reading(tuple(_bare(given)), _squeezed(family))


_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "dra", "prof", "sr", "sra", "herr", "frau", "mme", "mlle", "mstr", "ing", "lic"]
)


def _name_words(text: str) -> list[str]:
    """Return the words of a name without titles; a hyphen keeps two together, and dots part initials."""
    plain = fold(text).replace("'", "")
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain)
    bare = [word for word in found if word not in _TITLES]
    return bare if len(bare) > 1 or len(found) == 1 else found


class _Known:
    """A registered person with what names are compared by."""

    def __init__(self, one: Registered) -> None:
        self.one = one
        self.given = tuple(_bare(_name_words(one.given)))
        self.whole_given, self.initials = "".join(self.given), "".join(word[0] for word in self.given)
        self.family, self.second = _squeezed(one.family), _squeezed(one.second_family)
        self.families = tuple(dict.fromkeys(filter(None, (self.family, f"{self.family}{self.second}"))))
        words = _words(one.family)
        parts = words if len(words) > 1 else [_squeezed(part) for part in one.family.split("-")]
        self._parts = frozenset(part for part in (*parts, self.second) if len(part) > 3) - {self.family}
        self.sorted = " ".join(sorted(_words(f"{one.given} {one.family} {one.second_family}")))

    def is_of(self, company: str) -> bool:
        """Whether they are of a company, also where it is spelled a little otherwise."""
        wanted = names.key(company)
        known = [names.key(name) for name in self.one.companies]
        return any(
            wanted.same(one) or (one.core and fuzz.token_set_ratio(wanted.core, one.core) >= _COMPANY) for one in known
        )

    def fit(self, reading: _Reading) -> NameFit:
        """Return how well a reading fits."""
        if not reading.given or not reading.family:
            return NameFit.NONE
        family = self._fit_family(reading.family)
        given = self._fit_given(reading.given)
        if family and given:
            return min(family, given)
        if family >= NameFit.FAIR and _is_slip("".join(reading.given), self.whole_given):
            return NameFit.WEAK
        slipped = given >= NameFit.FAIR and any(_is_slip(reading.family, name) for name in self.families)
        return NameFit.WEAK if slipped else NameFit.NONE

    def is_turned(self, readings: Sequence[_Reading]) -> bool:
        """Whether a reading is their whole name, but for two letters that changed places."""
        return any(
            (self._fit_given(one.given) is NameFit.WHOLE and _turned(one.family, self.families))
            or (self._fit_family(one.family) is NameFit.WHOLE and _turned("".join(one.given), (self.whole_given,)))
            for one in readings
        )

    def _fit_family(self, family: str) -> NameFit:
        if self.families and family == self.families[-1]:
            return NameFit.WHOLE
        if family in self.families:
            return NameFit.FAIR
        is_more = len(self.family) > 2 and family.startswith(self.family)
        return NameFit.WEAK if is_more or family in self._parts else NameFit.NONE

    def _fit_given(self, given: Sequence[str]) -> NameFit:
        mine, written = self.given, "".join(given)
        if written == self.whole_given:
            return NameFit.WHOLE
        if not mine or not written:
            return NameFit.NONE
        if len(mine) > 1 and written == self.initials:
            return NameFit.FAIR
        if all(len(word) == 1 for word in given):
            return NameFit.WEAK if self.initials.startswith(written[: len(mine)]) else NameFit.NONE
        if given[: len(mine)] == mine:
            return NameFit.MORE
        return NameFit.FAIR if self._is_shortened(given, written) else NameFit.NONE

    def _is_shortened(self, given: Sequence[str], written: str) -> bool:
        """Whether a given name is a part of theirs, a familiar form of it, or has an initial in place of a name."""
        mine = self.given
        if len(given) < len(mine) and all(word in mine for word in given):
            return True
        if len(given) == len(mine) and all(
            a == b or (n and a == b[:1]) for n, (a, b) in enumerate(zip(given, mine, strict=True))
        ):
            return True
        begun = len(mine) == 1 and len(written) >= _BEGUN and self.whole_given.startswith(written)
        return begun or _is_familiar(written, mine)


_BEGUN = 4
"""The letters from which the beginning of a given name stands for it."""


def _best(person: _Known, readings: Sequence[_Reading]) -> NameFit:
    return max((person.fit(reading) for reading in readings), default=NameFit.NONE)


def _bare(words: Sequence[str]) -> list[str]:
    """Return the words with those joined by hyphens apart."""
    return [part for word in words for part in word.split("-") if part]


def _is_familiar(written: str, mine: Sequence[str]) -> bool:
    names_ = formal(written)
    return any(
        one.replace("-", " ") == " ".join(mine) or (" " not in one and "-" not in one and one == mine[0])
        for one in names_
    )


def _is_slip(written: str, known: str) -> bool:
    most = 1 if len(known) < 8 else 2
    return len(known) >= _LEAST and 0 < OSA.distance(written, known, score_cutoff=most) <= most


def _turned(written: str, known: Iterable[str]) -> bool:
    return any(
        len(name) >= _LEAST and sorted(written) == sorted(name) and OSA.distance(written, name) == 1 for name in known
    )
