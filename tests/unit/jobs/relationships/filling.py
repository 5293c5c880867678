"""Follow-up forms filled in as people do: cells typed, headings changed, lines and marks deleted."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import xlsxwriter

from missionplanner.exchange import form_marks, workbooks


class Grid:
    """The cells of both sheets of a form, to be changed and saved."""

    def __init__(self, sheets: list[list[list[Any]]]) -> None:
        self.head, self.lines = sheets

    @property
    def marks(self) -> int:
        return next(n for n, row in enumerate(self.lines) if form_marks.people_mark() in row)

    def column(self, name: str) -> int:
        return int(self.lines[self.marks].index(name))

    def row(self, company: str) -> int:
        at = self.column("with")
        return next(n for n, row in enumerate(self.lines) if n > self.marks + 4 and row[at] == company)

    def free(self) -> int:
        at = self.column("with")
        return max(n for n, row in enumerate(self.lines) if row[at]) + 1

    def set(self, row: int, name: str, value: Any) -> None:
        while len(self.lines) <= row:
            self.lines.append([""] * len(self.lines[0]))
        self.lines[row][self.column(name)] = value

    def rename(self, heading: str, new: str) -> None:
        row = self.lines[self.marks + 3]
        row[row.index(heading)] = new

    def drop(self, company: str) -> None:
        del self.lines[self.row(company)]

    def forget_marks(self) -> None:
        del self.lines[self.marks]
        for row in self.lines:
            row[0] = ""

    def head_uid(self, uid: str) -> None:
        self.head[1][0] = uid

    def head_name(self, name: str) -> None:
        next(row for row in self.head if row[0] == "name")[2] = name


def grid_of(path: Path) -> Grid:
    """The cells of a form."""
    sheets = workbooks.read(path.name, path.read_bytes())[:2]
    return Grid([[list(row) for row in sheet.rows] for sheet in sheets])


def fill(grid: Grid, company: str, **cells: Any) -> int:
    """Type into the line of a company; returns its number."""
    row = grid.row(company)
    for name, value in cells.items():
        grid.set(row, name, value)
    return row + 1


def saved(grid: Grid, path: Path, told_on: date | None = None, said_by: str = "") -> None:
    """Save a form."""
    for row in grid.head:
        if row[0] in ("told_on", "said_by"):
            row[2] = {"told_on": told_on or "", "said_by": said_by}[row[0]]
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    for rows in (grid.head, grid.lines):
        page = book.add_worksheet()
        for n, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(n, column, datetime(cell.year, cell.month, cell.day), days)
                elif cell != "":
                    page.write(n, column, cell)
    book.close()
    path.write_bytes(out.getvalue())


def fill_pdf(source: Path, target: Path, head: Mapping[str, str], lines: Mapping[str, Mapping[str, str]]) -> None:
    """Fill in a PDF form."""
    with pikepdf.open(source) as pdf:
        fields = {str(one.T): one for one in pdf.Root.AcroForm.Fields}  # type: ignore[attr-defined]
        numbers = {str(one.V): name.partition("|")[0] for name, one in fields.items() if name.endswith("|with")}
        texts = dict(head)
        for company, cells in lines.items():
            texts |= {f"{numbers[company]}|{name}": text for name, text in cells.items()}
        for name, text in texts.items():
            fields[name].V = pikepdf.String(text)
        pdf.save(target)
