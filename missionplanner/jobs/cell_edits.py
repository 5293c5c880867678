"""Edits of cells of any table: what is to be in them, and which could not be changed and why."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, TypeVar

from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, translator


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


R = TypeVar("R")


def applied(
    edits: Iterable[Edit],
    found: Mapping[int, R],
    changed: Callable[[R, Edit], R],
    name: Callable[[R], str],
) -> tuple[dict[int, R], EditReport]:
    """Return the records that are other after edits, by key, and the report; a cell that cannot be changed stays.

    found: the records by key; changed: returns a record with a cell changed, or raises UserError; name: names a record.
    """
    after = dict(found)
    refused: list[RefusedEdit] = []
    number = 0
    for edit in edits:
        if edit.key not in after:
            continue
        try:
            record = changed(after[edit.key], edit)
        except UserError as error:
            refused.append(RefusedEdit(name(after[edit.key]), edit.column, edit.text, error.text))
            continue
        number += record != after[edit.key]
        after[edit.key] = record
    others = {key: record for key, record in after.items() if record != found[key]}
    return others, EditReport(number, tuple(refused))


def spelled(labels: Mapping[Any, str]) -> dict[str, Any]:
    """Return the members of an enum by their codes and their labels in each language, folded."""
    return {
        fold(spelling): value
        for value, label in labels.items()
        for spelling in (value.value, *(translator(language)(label) for language in LANGUAGES))
        if spelling
    }


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
