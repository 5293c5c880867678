"""Sectors to choose from, in three languages, and those of one's own names."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from missionplanner.domain.mission import Sector
from missionplanner.domain.spelling import words
from missionplanner.i18n import LANGUAGES, current
from missionplanner.jobs.programme.sector_colours import least_used
from missionplanner.paths import resources

_PLURAL = re.compile(r"(?<=\w{3})[sx]\b")


@dataclass(frozen=True, slots=True)
class _Line:
    """A sector of the list, with what is understood by its other names."""

    sector: Sector
    known: tuple[tuple[tuple[str, ...], ...], ...]
    """Names that mean the same in three languages; of each language the usual one first."""


def ready() -> tuple[Sector, ...]:
    """Return the sectors of the list that comes with the program; they have no colour yet."""
    return tuple(line.sector for line in _lines())


def split(text: str) -> list[str]:
    """Return the names in a text of several sectors."""
    return [name.strip() for name in re.split(r"[,;\n]", text) if name.strip()]


def chosen(codes: Iterable[str], own: Iterable[str]) -> tuple[Sector, ...]:
    """Return the sectors of these codes and those of one's own names, each with a colour; no sector comes twice.

    A name of the list, in any language, is the sector of the list.
    """
    listed = {one.code: one for one in ready()}
    exact = {words(name): one for one in ready() for name in _names(one)}
    wanted: dict[str, Sector] = {code: listed[code] for code in codes}
    for name in own:
        sector = exact.get(words(name)) or named(name, wanted)
        if words(name) not in {words(known) for one in wanted.values() for known in _names(one)}:
            wanted.setdefault(sector.code, sector)
    return tuple(coloured(wanted.values()))


def likely(name: str, sectors: Iterable[Sector]) -> Sector | None:
    """Return the one of these sectors that has another well-known name of the sector that is called so."""
    key = _key(name)
    called = (_called(line) for line in _lines())
    keys = next((keys for keys in called if key in keys), frozenset())
    return next((one for one in sectors if keys & {_key(text) for text in (*_names(one), *split(one.spellings))}), None)


def named(text: str, taken: Collection[str] = ()) -> Sector:
    """Return a sector of one's own, called as it was typed: "Cheese", or "Cheese = Fromage = Queso".

    A well-known name gets its translations, and the code of its sector in the list unless that is taken. taken: codes.
    """
    typed = [part.strip() for part in text.split("=", len(LANGUAGES) - 1)]
    found = _known(typed[0])
    code = found[0] if found and found[0] not in taken else _free_code(taken)
    names = [*found[1]] if found else [typed[0]] + [""] * (len(LANGUAGES) - 1)
    language = found[2] if found else LANGUAGES.index(current().language)
    if len(typed) > 1:
        names = [*typed, *names[len(typed) :]]
    else:
        names[language] = typed[0]
    return Sector(code=code, name_en=names[0], name_fr=names[1], name_es=names[2])


def coloured(sectors: Iterable[Sector], used: Iterable[str] = ()) -> list[Sector]:
    """Return sectors with a colour each. used: the colours of others."""
    found: list[Sector] = []
    used = list(used)
    for sector in sectors:
        found.append(replace(sector, colour=least_used([*used, *(one.colour for one in found)])))
    return found


@lru_cache
def _lines() -> tuple[_Line, ...]:
    lines = (resources() / "starts" / "sectors.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_line(*line.split("\t")) for line in lines)


def _line(code: str, english: str, french: str, spanish: str, others: str) -> _Line:
    groups = [tuple(tuple(_entries(part, ",")) for part in group.split("/")) for group in _entries(others, ";")]
    names = ((english,), (french,), (spanish,))
    spellings = dict.fromkeys(name for group in groups for part in group for name in part)
    sector = Sector(code=code, name_en=english, name_fr=french, name_es=spanish, spellings="; ".join(spellings))
    return _Line(sector, (names, *groups))


def _entries(text: str, sign: str) -> Iterator[str]:
    return (part.strip() for part in text.split(sign))


def _known(text: str) -> tuple[str, tuple[str, ...], int] | None:
    """The code of a well-known name, its usual names in the languages, and which of them it is of."""
    key = _key(text)
    for line in _lines():
        for group in line.known:
            for place, names in enumerate(group):
                if key in map(_key, names):
                    return line.sector.code, tuple(one[0] for one in group), place
    return None


@lru_cache
def _called(line: _Line) -> frozenset[str]:
    """Every name of a sector of the list, as they are compared."""
    return frozenset(_key(name) for group in line.known for names in group for name in names)


def _key(name: str) -> str:
    """The words of a name; singular and plural are the same."""
    return _PLURAL.sub("", words(name))


def _free_code(taken: Collection[str]) -> str:
    number = len(taken) + 1
    while f"S{number}" in taken:
        number += 1
    return f"S{number}"


def _names(sector: Sector) -> tuple[str, ...]:
    return sector.name_en, sector.name_fr, sector.name_es
