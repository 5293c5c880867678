"""Tables written out: csv that Excel opens correctly, and xlsx; no cell is ever taken for a formula."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from missionplanner.domain import formulas
from missionplanner.exchange import books
from missionplanner.exchange.books import BookColumn, BookSheet, SheetBook
from missionplanner.writing import replace_file

Cell = str | int | float | None
_QUOTED = re.compile('[,;\t|"\r\n]|^\\s|\\s$')
"""Cells to be quoted: those in which some program sees two, and those whose blanks programs would strip."""


def write_csv(target: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """A csv in UTF-8 with a byte order mark, replaced as a whole or not at all."""
    replace_file(target, csv_bytes(headings, rows))


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A csv in UTF-8 with a byte order mark."""
    return csv_text(headings, rows).encode("utf-8-sig", "replace")


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The csv as text; whatever a spreadsheet would take for a formula gets an apostrophe before it."""
    return "".join(",".join(map(_notation, row)) + "\r\n" for row in (headings, *rows))


def workbook(sheets: Mapping[str, tuple[Sequence[str], Sequence[Sequence[books.Cell]]]]) -> bytes:
    """Return an xlsx with a sheet per table, its headings frozen and filtered; texts stay texts however they begin."""
    found = [
        BookSheet(name, [BookColumn(heading) for heading in headings], rows)
        for name, (headings, rows) in sheets.items()
    ]
    return books.content(SheetBook(found))


def typed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of a csv as they were typed: without what keeps a spreadsheet from taking them for formulas.

    That are the apostrophes of this program's own files, and the ="01730" by which others keep zeros.
    """
    if not any("'" in cell or cell.startswith('="') for cell in cells):
        return cells
    return tuple(_as_text(cell) for cell in cells)


def _as_text(cell: str) -> str:
    if len(cell) > 2 and cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1].replace('""', '"')
    return formulas.typed(cell)


def _notation(cell: Cell) -> str:
    """A cell as it stands in a csv."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    text = formulas.stilled(cell)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
