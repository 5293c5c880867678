"""The hidden marks of exported sheets: by them a workbook is known again, row by row, and what was changed in it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from missionplanner.exchange.books import Cell, read_again
from missionplanner.i18n import LANGUAGES

_LANGUAGE = "|".join(LANGUAGES)
_HEADING = re.compile(rf"missionplanner:(?P<kind>[a-z]+):(?P<language>{_LANGUAGE}):(?P<mission>[0-9a-f]{{8}})")


@dataclass(frozen=True, slots=True)
class SheetMark:
    """The mark of a sheet: the kind of its records, its language and its mission."""

    kind: str
    language: str
    mission: str
    """A digest of the uid of the mission."""

    @property
    def heading(self) -> str:
        """The heading of the hidden column."""
        return f"missionplanner:{self.kind}:{self.language}:{self.mission}"


@dataclass(frozen=True, slots=True)
class RowMark:
    """The mark of a row: the uid of its record, and a digest of each cell as it was exported."""

    uid: str
    digests: Mapping[str, str]
    """By the key of the column."""


def sheet_mark(kind: str, language: str, mission_uid: str) -> SheetMark:
    """Return the mark of a sheet of a mission."""
    return SheetMark(kind, language, _digest(mission_uid)[:8])


def read_heading(text: str) -> SheetMark | None:
    """Return the mark a heading is; None for any other."""
    found = _HEADING.fullmatch(text.strip())
    return SheetMark(**found.groupdict()) if found else None


def row_mark(mission_uid: str, uid: str, cells: Mapping[str, Cell]) -> str:
    """Return the hidden text of a row; cells: by the keys of their columns.

    The digests are keyed with the mission's uid, which stands nowhere in the workbook: what was deleted from it cannot
    be guessed by whoever has it.
    """
    digests = (f"{key}={digest(mission_uid, uid, key, read_again(cell))}" for key, cell in cells.items())
    return " ".join((uid, *digests))


def read_row(text: str) -> RowMark:
    """Return what the hidden text of a row says; without a uid for a row that was added."""
    uid, *digests = text.split() or [""]
    return RowMark(uid, dict(part.split("=", 1) for part in digests if "=" in part))


def digest(mission_uid: str, uid: str, key: str, text: str) -> str:
    """Return the digest of a cell, whatever the blanks and line ends a spreadsheet makes of its text."""
    return _digest("\n".join((mission_uid, uid, key, " ".join(text.split()))))[:8]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
