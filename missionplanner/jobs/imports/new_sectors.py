"""Sectors that a file names and the mission has not: added together with its companies, where somebody wants that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from missionplanner.domain.issues import Issue
from missionplanner.domain.mission import Sector
from missionplanner.domain.packed_entries import Entry, opened
from missionplanner.domain.spelling import words
from missionplanner.jobs.imports.comparison import ImportComparison
from missionplanner.jobs.programme import ready_sectors as sectors

_LONGEST = 60
"""Characters of what may be the name of a sector."""
_MOST = 100
"""Names that are offered; a list of choices is never that long."""


def unknown(issues: Iterable[Issue]) -> tuple[str, ...]:
    """Return the names in a file that are no sector of the mission, each once, as they come."""
    values = (issue.value for issue in issues if issue.code == "unknown_sector" and len(issue.value) <= _LONGEST)
    found: dict[str, str] = {}
    for value in values:
        if words(value):
            found.setdefault(words(value), value)
    return tuple(found.values())[:_MOST]


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


def _entry(entry: Entry, keys: Mapping[int, int]) -> Entry:
    draft = opened(entry)
    return replace(draft, sectors=_keys(draft.sectors, keys)) if keys.keys() & draft.sectors else entry


def _keys(found: Iterable[int], keys: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(keys.get(key, key) for key in found)
