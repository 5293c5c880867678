"""Spreadsheet files as strings with their source row numbers, whatever their encoding and separator."""

import csv
import io
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from missionplanner.errors import UserError
from missionplanner.exchange import bounds
from missionplanner.i18n import _

MOST_BYTES = 60_000_000
"""A file larger than this is refused; the largest mission's registrations take a hundredth of it."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_SEPARATORS = ",;\t|"
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
    text = content.decode(encoding, "replace") if encoding else decode(content, source.name)
    return [SourceSheet(source.name, tuple(_separated(text)))]


def is_workbook(source: Source) -> bool:
    """Whether it is a workbook rather than text."""
    return source.content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def encodings(source: Source) -> list[str]:
    """The encodings a text can have, the likeliest first; empty when there is no doubt."""
    content = source.content
    if (
        is_workbook(source)
        or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
        or b"\0" in content[:4000]
    ):
        return []
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return sorted(_EIGHT_BIT, key=lambda code: -_plausible(content.decode(code, "replace")))
    return []


_EIGHT_BIT = ("cp1252", "mac_roman", "cp850")


def _is_markup(content: bytes) -> bool:
    start = content[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return start.startswith((b"<!doctype", b"<html", b"<?xml", b"<svg", b"<table"))


def decode(data: bytes, name: str = "") -> str:
    """Text of unknown encoding: UTF-8, UTF-16, Windows-1252, Mac Roman or DOS, whichever is likeliest.

    Raises UserError when the data are no text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    sample = data[:4000]
    if b"\0" in sample:
        # UTF-16 without a mark: every second byte of Western text is zero.
        for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
            if zeros.count(0) > len(zeros) * 0.6:
                return data.decode(encoding, "replace")
        raise UserError(
            _("{name} is not a table of text.").format(name=name),
            _("Save it again from the spreadsheet as .xlsx or .csv."),
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Any bytes decode in each of these, so that only the letters of French and Spanish tell them apart.
        return max((data.decode(code, "replace") for code in _EIGHT_BIT), key=_plausible)


def _plausible(text: str) -> int:
    """How much a decoding resembles French or Spanish: accented letters count for it, odd symbols against it."""
    good = sum(text.count(c) for c in "éèêëàâçîïôöùûüñáíóúÉÀÇÑÁÍÓÚœ«»’–°")
    odd = sum(text.count(c) for c in "ŽžŠšƒ‡†‰¬√∆≈∫ªº¶ß¯˘˙˚¸˝˛ˇ�ÂÃÒÕÌÐÞþð¤¢¥±×÷│┤╣║╗╝┐└┴┬├─┼▒░▓")
    controls = sum(text.count(chr(code)) for code in range(0x80, 0xA0))
    return good - 3 * odd - 3 * controls


def _separated(text: str) -> list[Row]:
    sample = text[:20000]
    # The one that cuts the first lines most regularly: commas also stand within addresses and numbers.
    separator = max(_SEPARATORS, key=lambda mark: _regular(sample, mark))
    _refuse_endless(text, separator)
    # Python's own limit of 131,072 characters would refuse a file for one long answer.
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator))
    except csv.Error as error:
        raise UserError(
            _("The file is not a regular table ({reason}).").format(reason=error),
            _("Save it again from the spreadsheet as .xlsx or .csv."),
        ) from error
    _refuse_swallowed(rows)
    return [Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1)]


def _refuse_endless(text: str, separator: str) -> None:
    """No spreadsheet has more rows or columns than Excel, and reading on would take all memory there is."""
    lines = text.splitlines()
    if len(lines) > MOST_ROWS or max((line.count(separator) for line in lines), default=0) > MOST_COLUMNS:
        raise UserError(_("The table has too many rows or columns."), _("Save only the registrations to a new file."))


def _refuse_swallowed(rows: list[list[str]]) -> None:
    """A quotation mark that is never closed makes one cell of the rest of the file."""
    for number, row in enumerate(rows, start=1):
        if any(len(cell) > 2000 and cell.count("\n") > 40 for cell in row):
            raise UserError(
                _("A quotation mark that is opened in row {row} is never closed.").format(row=number),
                _("Repair it in a text editor, or save the file again from the spreadsheet."),
            )


def _regular(sample: str, separator: str) -> float:
    """How regularly the separator cuts the lines: the commonest number of fields times its share."""
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if row]
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, count = Counter(widths).most_common(1)[0]
    # Cubed, so that a separator of every line wins over one that is more frequent but irregular.
    return (width - 1) * (count / len(widths)) ** 3


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
