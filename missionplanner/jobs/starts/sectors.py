"""Sectors to choose from, in three languages."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from missionplanner.domain.mission import Sector
from missionplanner.domain.spelling import words
from missionplanner.jobs.programme.sector_colours import least_used
from missionplanner.paths import resources


@lru_cache
def ready() -> tuple[Sector, ...]:
    """Return the sectors of the list that comes with the program; they have no colour yet."""
    lines = (resources() / "starts" / "sectors.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple(
        Sector(code=code, name_en=english, name_fr=french, name_es=spanish, spellings=spellings)
        for code, english, french, spanish, spellings in rows
    )


def chosen(codes: Iterable[str], own: Iterable[str]) -> tuple[Sector, ...]:
    """Return the sectors of these codes and those of one's own names, each with a colour.

    A name that is in the list, in any language, is the sector of the list; no sector comes twice.
    """
    known = {words(name): one for one in ready() for name in _names(one)}
    listed = {one.code: one for one in ready()}
    wanted: dict[str, Sector] = {code: listed[code] for code in codes}
    for name in own:
        sector = known.get(words(name)) or Sector(code=f"S{len(wanted) + 1}", name_en=name)
        if words(name) not in {words(one.name_en) for one in wanted.values()}:
            wanted.setdefault(sector.code, sector)
    return tuple(_coloured(wanted.values()))


def _coloured(sectors: Iterable[Sector]) -> list[Sector]:
    found: list[Sector] = []
    for sector in sectors:
        colour = least_used(one.colour for one in found)
        found.append(replace(sector, colour=colour))
    return found


def _names(sector: Sector) -> tuple[str, ...]:
    return (sector.name_en, sector.name_fr, sector.name_es, *sector.spellings.split(";"))
