"""Edits of cells of any table: what is to be in them, and which could not be changed and why."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from missionplanner.domain.spelling import fold


@dataclass(frozen=True, slots=True)
class Edit:
    """A new text for a cell."""

    key: int
    """Of the record the cell belongs to."""
    column: str
    """The name of what is edited."""
    text: str


@dataclass(frozen=True, slots=True)
class RefusedEdit:
    """A cell that was not changed, and why."""

    name: str
    """Of the record: a company, a person."""
    column: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class EditReport:
    """The outcome of an edit."""

    changed: int
    """How many cells have another value now."""
    refused: tuple[RefusedEdit, ...]


def replacements(cells: Iterable[Edit], find: str, new: str) -> list[Edit]:
    """Return the edits that replace every `find` in these cells by `new`, whatever its capitals and accents."""
    wanted = fold(find)
    if not wanted:
        return []
    return [replace(cell, text=_replaced(cell.text, find, new)) for cell in cells if wanted in fold(cell.text)]


def _replaced(text: str, find: str, new: str) -> str:
    """Return the text with every run of characters that folds to `find` replaced."""
    # Folding changes lengths (ß, combining accents): `starts` is where each character begins in the folded text.
    pieces = [" " if character.isspace() else fold(character) for character in text]
    starts = [0, *accumulate(map(len, pieces))]
    plain, wanted = "".join(pieces), fold(find)
    found, done, place = [], 0, plain.find(wanted)
    while place >= 0:
        first = bisect_left(starts, place)
        last = bisect_left(starts, place + len(wanted))
        while last < len(text) and not pieces[last]:
            last += 1  # accents that stand alone belong to the character before them
        found += [text[done:first], new]
        done, place = last, plain.find(wanted, place + len(wanted))
    return "".join([*found, text[done:]])
