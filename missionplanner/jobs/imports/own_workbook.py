"""Workbooks that were exported here: known again by their hidden marks, whatever else was done to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from missionplanner.domain.snapshot import Snapshot
from missionplanner.exchange import files, workbooks
from missionplanner.exchange.files import Source
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import LANGUAGES, translator
from missionplanner.jobs.lists import record_sheets, row_marks
from missionplanner.jobs.lists.row_marks import RowMark, SheetMark

_ROWS_ABOVE = 10
"""Rows somebody may have put above the headings."""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of a sheet that was exported here."""

    number: int
    mark: RowMark
    cells: Mapping[str, str]
    """Texts by the keys of their columns."""


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """A sheet that was exported here, wherever its columns stand now."""

    name: str
    mark: SheetMark
    rows: tuple[OwnRow, ...]
    unknown: tuple[str, ...]
    """Headings that are none of its own."""


def is_own(path: Path) -> bool:
    """Whether a file is a workbook, or a sheet of one, that was exported here."""
    try:
        return any(True for _found in _marked(files.load(path), _ROWS_ABOVE))
    except Exception:  # noqa: BLE001 - whatever is wrong with a file is said where it is imported
        return False


def read(source: Source, snapshot: Snapshot) -> list[OwnSheet]:
    """Return the sheets of a file that were exported here; raises UserError when it cannot be read."""
    return [_sheet(name, rows, place, (mark, _keys(mark, snapshot))) for name, rows, place, mark in _marked(source, 0)]


def _marked(source: Source, first: int) -> Iterator[tuple[str, Sequence[Row], int, SheetMark]]:
    """Yield the marked sheets, each with its rows, the place of its headings and what its mark says."""
    for name, rows in _sheets(source, first):
        for place, row in enumerate(rows[:_ROWS_ABOVE]):
            mark = next(filter(None, map(row_marks.read_heading, row.cells)), None)
            if mark and mark.kind in record_sheets.NAMES:
                yield name, rows, place, mark
                break


def _sheets(source: Source, first: int) -> Iterator[tuple[str, Sequence[Row]]]:
    """Yield the sheets of a file with all their rows: also those a filter hides."""
    if files.is_workbook(source):
        for sheet in workbooks.read(source.name, source.content, first):
            yield sheet.name, [Row(number, cells) for number, cells in enumerate(sheet.rows, start=1)]
        return
    for table in files.read(source):
        yield table.name, table.rows


def _sheet(name: str, rows: Sequence[Row], place: int, what: tuple[SheetMark, dict[str, str]]) -> OwnSheet:
    headings = rows[place].cells
    mark, known = what
    keys = {at: known[plain] for at, heading in enumerate(headings) if (plain := _plain(heading)) in known}
    marked = next(at for at, heading in enumerate(headings) if row_marks.read_heading(heading))
    unknown = [text.strip() for at, text in enumerate(headings) if text.strip() and at not in keys and at != marked]
    return OwnSheet(
        name, mark, tuple(_row(row, keys, marked) for row in rows[place + 1 :] if row.filled), tuple(unknown)
    )


def _row(row: Row, keys: Mapping[int, str], marked: int) -> OwnRow:
    mark = row_marks.read_row(row.cells[marked] if marked < len(row.cells) else "")
    return OwnRow(row.number, mark, {key: row.cells[at] for at, key in keys.items() if at < len(row.cells)})


def _keys(mark: SheetMark, snapshot: Snapshot) -> dict[str, str]:
    """Return the keys of columns by their headings, plain, in any of the languages; its own goes first."""
    found: dict[str, str] = {}
    for language in (mark.language, *LANGUAGES):
        for key, heading in record_sheets.headings(snapshot, mark.kind, translator(language)).items():
            found.setdefault(_plain(heading), key)
    return found


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()
