"""Blocks of cells on the clipboard, as spreadsheets put them there: lines of cells separated by tabs."""

import csv
import io
from collections.abc import Iterable

from PySide6.QtGui import QGuiApplication

from missionplanner.domain.formulas import stilled, typed


def copy_block(rows: Iterable[Iterable[str]], end: str = "") -> str:
    """Put a block on the clipboard, in which no cell is a formula; return its text.

    end: what follows its last line.
    """
    out = io.StringIO(newline="")
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(map(_written, row) for row in rows)
    text = out.getvalue().removesuffix("\n") + end
    QGuiApplication.clipboard().setText(text)
    return text


def _written(cell: str) -> str:
    # The writer quotes no cell for a carriage return alone, and the reader would end the row there.
    return stilled(cell.replace("\r\n", "\n").replace("\r", "\n"))


def pasted(text: str) -> list[list[str]]:
    """Return the cells of a block, quoted where needed."""
    if not text:
        return []
    try:
        rows = list(csv.reader(io.StringIO(text.rstrip("\n"), newline=""), dialect="excel-tab"))
    except csv.Error:
        rows = [line.split("\t") for line in text.splitlines()]
    return [[typed(cell) for cell in row] or [""] for row in rows]
