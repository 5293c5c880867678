"""The groups own fields stand in: one wording in three languages for all fields of a group."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.spelling import words

GROUP = ("section", "section_fr", "section_es")
"""The names of a group by language; the first is the English one."""
Wording = tuple[str, ...]
"""A group in the order of GROUP."""


def wording(one: OwnField) -> Wording:
    """Return how the group of a field is called in each language."""
    return tuple(getattr(one, name) for name in GROUP)


def in_use(known: Iterable[OwnField]) -> list[Wording]:
    """Return the groups fields stand in, each once."""
    return list(dict.fromkeys(found for one in known if any(found := wording(one))))


def called(known: Iterable[OwnField], name: str, text: str) -> Wording | None:
    """Return the group that is called so in a language (a name of GROUP); None where none is."""
    place, wanted = GROUP.index(name), words(text)
    return next((one for one in in_use(known) if wanted and words(one[place]) == wanted), None)


def completed(known: Iterable[OwnField], made: OwnField) -> OwnField:
    """Return a field with the names its group has in the languages in which it says none."""
    found = _same(known, made)
    texts: dict[str, Any] = {name: getattr(made, name) or kept for name, kept in zip(GROUP, found, strict=True)}
    return replace(made, **texts)


def renamed(known: Iterable[OwnField], made: OwnField) -> Iterator[OwnField]:
    """Yield the other fields of the group of a field that call it otherwise, with its wording."""
    rows, found = list(known), _same(known, made)
    texts: dict[str, Any] = dict(zip(GROUP, wording(made), strict=True))
    for one in rows:
        if one.id != made.id and any(found) and wording(one) == found != wording(made):
            yield replace(one, **texts)


def _same(known: Iterable[OwnField], made: OwnField) -> Wording:
    """Return the group in use that a field means: by the first language in which it names one; empty for none."""
    rows = [one for one in known if one.id != made.id]
    name = next((name for name in GROUP if getattr(made, name)), "")
    return (name and called(rows, name, getattr(made, name))) or ("",) * len(GROUP)
