"""Sectors that a file names and the mission has not: each stands for one of the mission's, or for a new one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from missionplanner.domain.issues import Issue
from missionplanner.domain.mission import Sector
from missionplanner.domain.packed_entries import Entry, opened
from missionplanner.domain.spelling import words
from missionplanner.exchange import choices
from missionplanner.jobs.imports.comparison import ImportComparison
from missionplanner.jobs.programme import ready_sectors as sectors

_LONGEST = 60
"""Characters of what may be the name of a sector."""
_MOST = 100
"""Names that are offered; a list of choices is never that long."""


@dataclass(frozen=True, slots=True)
class SettledSectors:
    """The sectors of a mission once it is said what the names of a file stand for."""

    every: tuple[Sector, ...]
    """Those of the mission and the new ones, each with the names that stand for it among its other spellings."""
    new: tuple[Sector, ...]
    """The new ones; until they are stored their keys are negative."""
    named: Mapping[str, Sector]
    """The sector each name stands for."""

    @property
    def respelled(self) -> tuple[Sector, ...]:
        """Those of the mission that have further spellings."""
        keys = {one.id for one in self.named.values() if one.id > 0}
        return tuple(one for one in self.every if one.id in keys)


def unknown(issues: Iterable[Issue]) -> tuple[str, ...]:
    """Return the names in a file that are no sector of the mission, each once, as they come.

    "Food and mining" is none where "Food" and "mining" are.
    """
    values = (issue.value for issue in issues if issue.code == "unknown_sector" and len(issue.value) <= _LONGEST)
    found: dict[str, str] = {}
    for value in values:
        if words(value):
            found.setdefault(words(value), value)
    parts = {name: [words(part) for part in choices.conjoined(value)] for name, value in found.items()}
    whole = [value for name, value in found.items() if len(parts[name]) < 2 or not found.keys() >= set(parts[name])]
    return tuple(whole[:_MOST])


def strangers(answers: Mapping[str, str], known: Sequence[Sector]) -> tuple[str, ...]:
    """Return what names are said to stand for that is no sector of the mission."""
    meant = choices.of_sectors(known).spellings
    found: dict[str, str] = {}
    for text in answers.values():
        if words(text) and words(text) not in meant:
            found.setdefault(words(text), text)
    return tuple(found.values())


def settled(answers: Mapping[str, str], known: Sequence[Sector]) -> SettledSectors:
    """Return the sectors of a mission, and new ones, with what the names of a file stand for.

    answers: by name the code or name of a sector, or the name of a new one; empty where it stands for none.
    """
    texts = strangers(answers, known)
    new = made(texts, known)
    meant = choices.of_sectors([*known, *new]).spellings
    meant |= {words(text): one.id for text, one in zip(texts, new, strict=True)}
    keys = {name: key for name, text in answers.items() if (key := meant.get(words(text))) is not None}
    further = defaultdict(list)
    for name, key in keys.items():
        if words(name) not in meant:
            further[key].append(name)
    every = [_respelled(one, further[one.id]) for one in (*known, *new)]
    by_key = {one.id: one for one in every}
    named = {name: by_key[key] for name, key in keys.items()}
    return SettledSectors(tuple(every), tuple(by_key[one.id] for one in new), named)


def made(names: Sequence[str], known: Sequence[Sector]) -> list[Sector]:
    """Return new sectors of these names, coloured; until they are stored their keys are negative."""
    codes = {one.code for one in known}
    found = []
    for number, name in enumerate(names, start=1):
        sector = replace(sectors.named(name, codes), id=-number)
        codes.add(sector.code)
        found.append(sector)
    return sectors.coloured(found, (one.colour for one in known if one.parent_id is None))


def stored(comparison: ImportComparison, keys: Mapping[int, int]) -> ImportComparison:
    """Return a comparison with the keys of new sectors in the place of the negative ones."""
    targets = tuple(
        replace(
            one,
            entry=_entry(one.entry, keys),
            changed=one.changed and replace(one.changed, sectors=_keys(one.changed.sectors, keys)),
        )
        for one in comparison.targets
    )
    memories = tuple(replace(one, entry=_entry(one.entry, keys)) for one in comparison.memories)
    return replace(comparison, targets=targets, memories=memories)


def _respelled(sector: Sector, names: Sequence[str]) -> Sector:
    more = dict.fromkeys(filter(None, [sector.spellings, *(re.sub(r"\s*;\s*", ", ", name) for name in names)]))
    return replace(sector, spellings="; ".join(more)) if names else sector


def _entry(entry: Entry, keys: Mapping[int, int]) -> Entry:
    draft = opened(entry)
    return replace(draft, sectors=_keys(draft.sectors, keys)) if keys.keys() & draft.sectors else entry


def _keys(found: Iterable[int], keys: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(keys.get(key, key) for key in found)
