"""Headings of several parts: the same in two languages, or a group and what is asked of it."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from missionplanner.exchange.meanings import Meaning, meaning
from missionplanner.exchange.vocabulary_people import OTHER_PARTIES, SENSITIVE_CONCEPTS

_LANGUAGES = re.compile(r"\s+[/|]\s+|\s*\n\s*")
_GROUP = re.compile(
    r"^(?P<group>.{2,}?)(?:\s+[-–—:]\s+|:\s+|(?<=\w)/(?=\w)|\s*[>›]\s*)(?P<part>[^-–:/>›]+)$", re.DOTALL
)
_BRACKET = re.compile(r"^(?P<before>[^()\[\]]{3,}?)\s*[(\[](?P<within>[^()\[\]]+)[)\]]\s*[:?*]*\s*$", re.DOTALL)
_LISTED = re.compile(r"[/,;–-]|\b\w+\b\W+\w+\W+\w+")
"""The text of brackets that is more than a qualifier: a list, or several words."""
_CLEAR = 0.8
"""From here on a part names its field beyond doubt."""


def meanings(headings: Sequence[str]) -> list[Meaning]:
    """The meaning of each heading, by its parts where they say more than the whole."""
    texts = {one.strip() for one in headings}
    groups = Counter(found["group"].strip() for one in headings if (found := _GROUP.match(one)))
    return [
        _nothing() if _is_about(one, texts) else _of_part(_without_list(_in_languages(one), one), _part(one, groups))
        for one in headings
    ]


@cache
def _nothing() -> Meaning:
    """Return the meaning of what is of no use."""
    return replace(meaning("-"), fields=(("", 1.0),), known=True)


def _is_about(heading: str, texts: Collection[str]) -> bool:
    """Whether a heading is about the answers of another column: services add "Points - Company name"."""
    found = _MARKS.match(heading)
    return found is not None and heading[found.end() :].strip() in texts


_MARKS = re.compile(
    r"\s*(points?|feedback|comments?|commentaires?|comentarios?|puntos|puntuaci[oó]n|score|r[eé]troaction)\s+[-–—]\s+",
    re.I,
)
"""The names of columns in which services mark the answers of another."""


def _part(heading: str, groups: Counter[str]) -> str:
    """The question asked of a group that several headings begin with; empty for other headings."""
    found = _GROUP.match(heading)
    return found["part"] if found and groups[found["group"].strip()] > 1 else ""


def _of_part(whole: Meaning, part: str) -> Meaning:
    """The meaning of a part in a group, whose people the whole heading tells; unless the group is somebody else's."""
    if not part or whole.sensitive or whole.heading.concepts & (OTHER_PARTIES | SENSITIVE_CONCEPTS):
        return whole
    own = meaning(part)
    if own.sensitive or not own.field or own.foreign or own.fields[0][1] < _CLEAR:
        return whole
    return replace(own, heading=whole.heading)


def _without_list(whole: Meaning, heading: str) -> Meaning:
    """The meaning without what brackets only explain: "Salutation (Mr/Ms/Dr)", "GSM (reachable during the mission)"."""
    found = _BRACKET.match(heading.strip())
    if not found or not _LISTED.search(found["within"]):
        return whole
    before, within = meaning(found["before"]), meaning(found["within"])
    if before.sensitive or (within.sensitive and "access" not in within.heading.concepts) or not before.field:
        return whole
    if before.foreign or before.fields[0][1] < _CLEAR or within.heading.concepts & OTHER_PARTIES:
        return whole
    return replace(before, heading=replace(whole.heading, concepts=before.heading.concepts))


def _in_languages(heading: str) -> Meaning:
    """The meaning on which a heading in two languages agrees, without the words that only one of them has."""
    whole = meaning(heading)
    read = [meaning(one) for one in _LANGUAGES.split(heading.strip()) if one.strip()]
    if len(read) < 2 or whole.sensitive or any(one.sensitive for one in read):
        return whole
    if not read[0].field or {one.field for one in read} != {read[0].field}:
        return whole
    return replace(max(read, key=lambda one: one.fields[0][1]), heading=whole.heading)
