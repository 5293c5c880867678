"""The kind of field that suits a column which means nothing here, guessed from its cells; no value is lost by it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.spelling import fold, tidy
from missionplanner.exchange import dates, own_cells, values

_LONG = 120
"""Characters of a text that needs several lines."""
_MOST_OPTIONS, _LONGEST_OPTION = 15, 60
_LEAST_ANSWERS = 6
"""Cells from which a list of answers can be told."""
_TIMES = 2
"""How often an answer of a list is given, on average."""
_CURRENCY = re.compile(r"[A-Za-z$€£¥]")
_NUMBERED = re.compile(r"[-−]?\d")
_ADDRESS = re.compile(r"(?i)https?://|www\.")
_PLAIN_ANSWERS = frozenset(
    {
        "yes", "no", "oui", "non", "si", "true", "false", "vrai", "faux", "verdadero", "falso", "y", "n", "x",
        "sim", "nao", "ja", "nein", "nee", "nej",
    }
)  # fmt: skip
"""Answers that say nothing but yes or no."""
_CALLED = re.compile(r"[+(]|\d[\s.-]\d")
"""The marks of telephone numbers that plain numbers lack: a sign before them, or groups."""


def suited(draft: OwnField, cells: Sequence[str], country: str = "") -> OwnField:
    """Return a field with the kind, list and currency that suit the cells of its column, a text where none does."""
    filled = [text for cell in cells if (text := tidy(cell)) and not values.is_nothing(text)]
    day_first = dates.day_comes_first(filled, otherwise=True)
    for kind in _BY_FORM if filled else ():
        one = replace(draft, kind=kind)
        if _MAY_BE[kind](filled) and all(own_cells.read(one, text, country, day_first) is not None for text in filled):
            return one
    return _listing(draft, filled) or replace(draft, kind=_text(filled))


def _text(filled: Sequence[str]) -> FieldKind:
    is_long = any(len(text) > _LONG or "\n" in text for text in filled)
    return FieldKind.LONG if is_long else FieldKind.TEXT


def _listing(draft: OwnField, filled: Sequence[str]) -> OwnField | None:
    """Return a field with the list its cells were chosen from; None where they were not."""
    if len(filled) < _LEAST_ANSWERS or any("|" in text or "\n" in text for text in filled):
        return None
    several = [re.split(r"\s*;\s*", text.strip("; ")) for text in filled]
    answers = Counter(part for parts in several for part in parts if part)
    is_short = all(len(answer) <= _LONGEST_OPTION for answer in answers)
    # Two spellings of an answer would be one option: then it is left a text.
    is_one_each = len(set(map(fold, answers))) == len(answers)
    is_repeated = sum(answers.values()) >= _TIMES * len(answers)
    if not (is_short and is_one_each and is_repeated and 1 < len(answers) <= _MOST_OPTIONS):
        return None
    kind = FieldKind.SEVERAL if any(len(parts) > 1 for parts in several) else FieldKind.ONE
    return replace(draft, kind=kind, choices="\n".join(answers))


def _are_numbers(filled: Sequence[str]) -> bool:
    """Whether these are numbers rather than codes, whose zeros in front count."""
    return all(_NUMBERED.match(text) and not re.match(r"[-−]?0\d", text) for text in filled)


def _are_calls(filled: Sequence[str]) -> bool:
    return all(_CALLED.search(text) for text in filled)


def _always(_filled: Sequence[str]) -> bool:
    return True


_MAY_BE: dict[FieldKind, Callable[[Sequence[str]], bool]] = {
    FieldKind.YES_NO: lambda filled: {*map(fold, filled)} <= _PLAIN_ANSWERS,
    FieldKind.EMAIL: _always,
    FieldKind.DATE: _always,
    FieldKind.PHONE: _are_calls,
    FieldKind.NUMBER: _are_numbers,
    FieldKind.MONEY: lambda filled: all(map(_CURRENCY.search, filled)),
    FieldKind.WEB: lambda filled: all(map(_ADDRESS.match, filled)),
}
_BY_FORM = tuple(_MAY_BE)
"""The kinds that are told by how their values are written, the surest first."""
