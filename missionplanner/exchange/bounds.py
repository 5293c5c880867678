"""Limits on what a workbook may unpack to, checked before anything of it is read."""

import io
import re
import zipfile
import zlib

from missionplanner.errors import UserError
from missionplanner.exchange import binary_cells, hidden_rows
from missionplanner.i18n import _

MOST_UNPACKED = 300_000_000
"""Bytes a workbook may unpack to; one that claims or turns out to be more is a "zip bomb"."""
MOST_CELLS = 8_000_000
"""Cells of the rectangle a sheet may span, empty ones included: a reader makes room for all of them."""
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_ODD_PLACES = (
    re.compile(rb"[\t\r\n]r\s*="),
    re.compile(rb""" r(?:\s+=|=\s|='|="(?![A-Z]{0,3}[0-9]{1,7}"))"""),
)
"""References to a cell or row spelled as no spreadsheet program does; two are faster than one."""
_COLUMN = re.compile(rb' r="([A-Z]{1,3})')
_FAR_COLUMN = re.compile(rb' r="([A-Z]{2,3})')
"""Columns from the 27th on: where there are any no other is the last."""
_FAR_ROW = re.compile(rb' r="[A-Z]{0,3}(\d{5,7})"')
_ANY_ROW = re.compile(rb' r="[A-Z]{0,3}(\d{1,7})"')
_SHARED = re.compile(rb"""\st\s*=\s*["']s["']""")
_EQUALS = b"="
_LISTED = re.compile(rb"<(?:\w+:)?sheet[\s>]")
_REPEATED = re.compile(rb"number-(rows|columns)-repeated\s*=\s*[\"'](\d{3,12})[\"'][^>]*?(/?)>")
_BLANK_ROWS = re.compile(
    rb"<(?:\w+:)?table-row\b[^>]*number-rows-repeated[^>]*>\s*"
    rb"(?:<(?:\w+:)?table-cell\b(?:(?!value)[^>])*/>\s*)+</(?:\w+:)?table-row>"
)
"""The rows below a sheet, with which LibreOffice fills every one up to the last it has."""
_LONGEST = 200_000
"""Bytes of a text that many cells share; Excel takes 32,767 characters."""
_MOST_SHEETS = 100


def check(name: str, content: bytes) -> dict[str, frozenset[int]]:
    """Return the numbers of hidden rows by the part of the workbook they are in (by the sheet, in an ods).

    Raises UserError for a packed workbook that would unpack to more than a mission can use, or is broken.
    """
    if not content.startswith(b"PK"):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _check_archive(name, archive)
    except _BROKEN as error:
        raise _broken(name) from error


def _check_archive(name: str, archive: zipfile.ZipFile) -> dict[str, frozenset[int]]:
    claimed = sum(entry.file_size for entry in archive.infolist())
    if claimed > MOST_UNPACKED or len(archive.infolist()) > 20_000:
        raise _too_large(name, claimed)
    hidden: dict[str, frozenset[int]] = {}
    unpacked, area, sheets, longest = 0, 0, 1, 0
    with_cells: list[bytes] = []
    for entry in archive.infolist():
        part = _part(name, archive, entry, MOST_UNPACKED - unpacked)
        unpacked += len(part)
        sheets = max(sheets, len(_LISTED.findall(part)) if b"sheets>" in part else 0)
        if b"sheetData" in part or entry.filename == "content.xml":  # wherever the workbook says its sheets are
            area = max(area, _cells(name, part))
            with_cells.append(part)
            hidden |= hidden_rows.find(entry.filename, part)
        elif entry.filename.lower().endswith(".bin") and b"worksheets" in entry.filename.lower().encode():
            area = max(area, binary_cells.area(part))
        if b"</si>" in part or b":si>" in part:
            longest = max(longest, max(map(len, part.split(b"si>"))))
    if area > MOST_CELLS or sheets > _MOST_SHEETS or sheets * area > 3 * MOST_CELLS:
        raise UserError(
            _("A sheet of {name} spans too many cells.").format(name=name),
            _("Delete the empty rows and columns far below and to the right, and save it again."),
        )
    _check_shared(name, longest, with_cells)
    return hidden


def _check_shared(name: str, longest: int, sheets: list[bytes]) -> None:
    """Refuse texts that are so long, or that cells share so often, that the cells would hold more than there may be.

    longest: the bytes of the longest text.
    """
    # A use is an attribute, and those are quickly counted: only where they may be too many uses are looked for.
    uses = sum(sheet.count(_EQUALS) for sheet in sheets)
    if longest > _LONGEST or longest * uses > 8 * MOST_UNPACKED:
        uses = sum(len(_SHARED.findall(sheet)) for sheet in sheets)
    if longest > _LONGEST or longest * uses > 8 * MOST_UNPACKED:
        raise _too_large(name, longest * max(uses, 1))


def _part(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """A part of a workbook, unpacked up to the limit."""
    chunks, size = [], 0
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _too_large(name, MOST_UNPACKED + size - most)
            chunks.append(chunk)
    return b"".join(chunks)


def _cells(name: str, sheet: bytes) -> int:
    """The area of the rectangle that the cells of a sheet span, or that repeated cells of an ods fill."""
    if any(odd.search(sheet) for odd in _ODD_PLACES):
        raise _broken(name)
    if columns := set(_FAR_COLUMN.findall(sheet) or _COLUMN.findall(sheet)):
        width = max(map(_number, columns))
        deepest = max(map(int, set(_FAR_ROW.findall(sheet))), default=9_999)
        if width * deepest > MOST_CELLS and deepest == 9_999:
            deepest = max(map(int, set(_ANY_ROW.findall(sheet))), default=1)
        return width * deepest
    sheet = _BLANK_ROWS.sub(b"", sheet)
    widest = max((int(n) for kind, n, empty in _REPEATED.findall(sheet) if kind == b"columns" and not empty), default=1)
    return sum(int(n) for kind, n, empty in _REPEATED.findall(sheet) if kind == b"rows" and not empty) * widest


def _number(column: bytes) -> int:
    """The number of a column by its letters (A is 1)."""
    found = 0
    for letter in column:
        found = found * 26 + letter - 64
    return found


def _too_large(name: str, size: int) -> UserError:
    return UserError(
        _("{name} unpacks to {size} MB and is not opened.").format(name=name, size=size // 1_000_000),
        _("Save only the registrations to a new file."),
    )


def _broken(name: str) -> UserError:
    return UserError(
        _("{name} cannot be read as a spreadsheet.").format(name=name),
        _("It may be damaged or protected by a password. Open it in the spreadsheet and save it again."),
    )
