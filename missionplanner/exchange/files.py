"""Spreadsheet files as strings with their source row numbers, whatever their encoding and separator."""

import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from missionplanner.domain.issues import Issue, Severity
from missionplanner.errors import UserError
from missionplanner.exchange import bounds, decoding, separated, spreadsheets
from missionplanner.i18n import _

MOST_BYTES = 60_000_000
"""A file larger than this is refused; the largest mission's registrations take a hundredth of it."""
_NOT_TABLES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ",
    b"SQLite format 3",
    b"RIFF",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number in the source (from 1, as the spreadsheet shows it) and its cells."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(1 for cell in self.cells if cell.strip())


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A sheet of a workbook, or the one table of a csv."""

    name: str
    rows: tuple[Row, ...]
    workbook: bool = False
    hidden: bool = False
    """Whether the workbook does not show it."""
    findings: tuple[Issue, ...] = ()
    """Faults of its rows that were noticed while they were read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came, or a block copied from a spreadsheet."""

    name: str
    """The name that is shown."""
    content: bytes


def load(path: Path) -> Source:
    """A file's content; raises UserError with a hint when it cannot be read or is too large to be a table."""
    try:
        if path.exists() and not path.is_file():
            raise UserError(_("{name} is no file.").format(name=path.name), _("Choose a spreadsheet."))
        size = path.stat().st_size
        if size > MOST_BYTES:
            text = _("{name} is too large ({size} MB).").format(name=path.name, size=size // 1_000_000)
            raise UserError(text, _("Split it, or export only the registrations."))
        return Source(path.name, path.read_bytes())
    except OSError as error:
        raise UserError(
            _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror),
            _("Check the name and that no other program keeps it closed."),
        ) from error


def read(source: Source, encoding: str = "") -> list[SourceSheet]:
    """Every sheet of a csv, xlsx, xlsm, xls or ods file.

    The format is recognised by the content, not by the name; `encoding` is how the text of a csv is to be read where
    somebody chose it. Raises UserError with a hint when it is no table.
    """
    content = source.content
    # Pictures and web pages saved as .csv decode as Windows-1252 without an error, and would be read as nonsense.
    if content.startswith(_NOT_TABLES) or _is_markup(content):
        raise _no_table(source.name)
    # Zip (xlsx, xlsm, ods) and the older xls.
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(source)
    return [_separated(source, encoding)]


def is_workbook(source: Source) -> bool:
    """Whether it is a workbook rather than text."""
    return source.content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def encodings(source: Source) -> list[str]:
    """The encodings a text can have, the likeliest first; empty when there is no doubt."""
    return [] if is_workbook(source) else decoding.choices(source.content)


def _is_markup(content: bytes) -> bool:
    start = content[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return start.startswith((b"<!doctype", b"<html", b"<?xml", b"<svg", b"<table"))


def _separated(source: Source, encoding: str) -> SourceSheet:
    """The one table of a csv; cells that were decoded wrongly before are repaired, and that is reported."""
    encoding = encoding or decoding.recognise(source.content, source.name)
    cells, issues = separated.read(decoding.lines(source.content, encoding))
    rows = [Row(number, tuple(map(spreadsheets.typed, row))) for number, row in enumerate(cells, start=1)]
    return _repaired(SourceSheet(source.name, tuple(rows), findings=tuple(issues)))


def _repaired(sheet: SourceSheet) -> SourceSheet:
    """The sheet with its wrongly decoded cells as they were written, and one Issue that says so."""
    found: list[tuple[int, str, str]] = []
    rows = list(sheet.rows)
    for place, row in enumerate(rows):
        if "".join(row.cells).isascii():
            continue
        cells = tuple(map(decoding.repaired, row.cells))
        if cells != row.cells:
            before, after = next(pair for pair in zip(row.cells, cells, strict=True) if pair[0] != pair[1])
            found.append((row.number, before, after))
            rows[place] = Row(row.number, cells)
    if not found:
        return sheet
    number, before, after = found[0]
    text = _("The characters had been decoded wrongly: “{before}” is read as “{after}” (rows: {n}).").format(
        before=before.strip()[:60], after=after.strip()[:60], n=len(found)
    )
    issue = Issue("repaired_characters", text, Severity.WARNING, number, value=before.strip())
    return replace(sheet, rows=tuple(rows), findings=(*sheet.findings, issue))


def _workbook(source: Source) -> list[SourceSheet]:
    # calamine makes room for the whole rectangle a sheet spans, however few cells hold anything.
    bounds.check(source.name, source.content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.content))
        return [
            # Empty rows and columns stay, or rows would not have the numbers the spreadsheet shows.
            _sheet(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise UserError(
            _("{name} cannot be read as a spreadsheet.").format(name=source.name),
            _("It may be damaged or protected by a password. Open it in the spreadsheet and save it again."),
        ) from error


def _sheet(name: str, rows: list[list[object]]) -> SourceSheet:
    found = []
    for number, cells in enumerate(rows, start=1):
        texts = [cell if type(cell) is str else _text(cell) for cell in cells]
        found.append(Row(number, tuple(texts)))
    return SourceSheet(name, tuple(found), workbook=True)


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        # Workbooks hold every number as a float, also telephone and postal ones.
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return "" if cell is None else str(cell)


def _no_table(name: str) -> UserError:
    return UserError(
        _("{name} is not a spreadsheet.").format(name=name),
        _("Registrations come as .csv, .xlsx, .xlsm, .xls or .ods."),
    )
