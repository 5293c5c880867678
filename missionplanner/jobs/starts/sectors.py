"""Sectors to choose from, in three languages, and colours for sectors that have none."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache

from missionplanner.domain.mission import Sector
from missionplanner.domain.spelling import words
from missionplanner.paths import resources

PALETTE = (
    "#3e71b8", "#5c8a3a", "#b4652e", "#a8577e", "#2f8a86", "#8a6fc0",
    "#b45240", "#7d7a2e", "#4f7f9e", "#9a6a3a", "#5f7f5a", "#a05aa8",
)  # fmt: skip
"""Colours that stand out on light and on dark, the most different first."""


@lru_cache
def ready() -> tuple[Sector, ...]:
    """Return the sectors of the list that comes with the program; they have no colour yet."""
    lines = (resources() / "starts" / "sectors.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return tuple(
        Sector(code=code, name_en=english, name_fr=french, name_es=spanish, spellings=spellings)
        for code, english, french, spanish, spellings in rows
    )


def next_colour(taken: Collection[str]) -> str:
    """Return the first colour of the palette that is not taken; once all are, they come again."""
    free = [colour for colour in PALETTE if colour not in taken]
    return free[0] if free else PALETTE[len(taken) % len(PALETTE)]


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
        colour = next_colour([one.colour for one in found])
        found.append(replace(sector, colour=colour))
    return found


def _names(sector: Sector) -> tuple[str, ...]:
    return (sector.name_en, sector.name_fr, sector.name_es, *sector.spellings.split(";"))
