"""Tables written out: csv that Excel opens correctly, and xlsx; no cell is ever taken for a formula."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from missionplanner.domain import formulas
from missionplanner.writing import replace_file

Cell = str | int | float | None
_MOST_IN_CELL = 32_767
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


def workbook(sheets: Mapping[str, tuple[Sequence[str], Sequence[Sequence[Cell]]]]) -> bytes:
    """An xlsx with a sheet per table, its headings frozen and filtered; texts stay texts whatever they begin with."""
    import pandas  # slow import

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    options["in_memory"] = True  # nothing of it in temporary files, which would lie in the open
    with pandas.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        for name, (headings, rows) in sheets.items():
            clean = [[_fits(cell) for cell in row] for row in rows]
            frame = pandas.DataFrame(clean, columns=list(headings), dtype=object)
            name = "".join(c for c in name if c not in "[]:*?/\\")
            frame.to_excel(book, sheet_name=name[:31], index=False, freeze_panes=(1, 0))
            sheet = book.sheets[name[:31]]
            sheet.autofilter(0, 0, max(len(clean), 1), max(len(headings) - 1, 0))
            sheet.autofit(300)
    return out.getvalue()


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


def _fits(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return "".join(c for c in cell if c >= " " or c in "\n\t")[:_MOST_IN_CELL]
    return cell
