"""Workbooks as a colleague gives them back: read as cells, changed, and written by another program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

Cells = dict[str, list[list[Any]]]
"""The cells of every sheet, by its name."""


def cells(path: Path) -> Cells:
    """The cells of a workbook as a spreadsheet has them."""
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def write(path: Path, sheets: Cells) -> Path:
    """Write cells as a workbook."""
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        dates = {"default_date_format": "yyyy-mm-dd hh:mm"}
        book.default_date_format = book.add_format({"num_format": dates["default_date_format"]})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def edited(path: Path, change: Callable[[Cells], None]) -> Path:
    """Change the cells of a workbook as a colleague does, and save it beside as another one."""
    found = cells(path)
    change(found)
    return write(path.with_name(f"edited {path.name}"), found)


def place(rows: list[list[Any]], heading: str) -> int:
    """The column under a heading."""
    return rows[0].index(heading)


def put(rows: list[list[Any]], who: str, heading: str, value: Any) -> None:
    """Type into the cell of the first row in which a text stands."""
    next(row for row in rows if who in row)[place(rows, heading)] = value
