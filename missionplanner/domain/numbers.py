"""Whole numbers as people type them: with or without separators of thousands, minutes with their unit."""

import re

from missionplanner.domain.spelling import fold

_UNIT = re.compile(r"\s*(?:min|minutes?|minutos?)\.?$")
_GROUPED = re.compile(r"\d{1,3}([ ,.'])\d{3}(?:\1\d{3})*")
_LONGEST = 18


def whole(text: str) -> int | None:
    """Return the whole number a text means; None where it is none, or may be a fraction or a range."""
    plain = _UNIT.sub("", fold(text)) if len(text) <= 60 else ""
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[ ,.']", "", plain)
    return int(plain) if plain.isdecimal() and len(plain) <= _LONGEST else None
