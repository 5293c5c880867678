"""What a workbook may unpack to, looked at before anything of it is read."""

import io
import re
import zipfile
import zlib

from missionplanner.errors import UserError
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
_COLUMN = re.compile(rb' r="([A-Z]{1,4})')
_FAR_ROW = re.compile(rb' r="[A-Z]{1,4}(\d{5,9})"')
_ANY_ROW = re.compile(rb' r="[A-Z]{1,4}(\d{1,9})"')
_REPEATED = re.compile(rb"number-(rows|columns)-repeated=\"(\d{3,12})\"[^>]*?(/?)>")


def check(name: str, content: bytes) -> None:
    """Raise UserError for a packed workbook that would unpack to more than a mission can use, or is broken."""
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_archive(name, archive)
    except _BROKEN as error:
        raise _broken(name) from error


def _check_archive(name: str, archive: zipfile.ZipFile) -> None:
    claimed = sum(entry.file_size for entry in archive.infolist())
    if claimed > MOST_UNPACKED or len(archive.infolist()) > 20_000:
        raise _too_large(name, claimed)
    unpacked = 0
    for entry in archive.infolist():
        is_sheet = entry.filename.startswith("xl/worksheets/") or entry.filename == "content.xml"
        parts = []
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > MOST_UNPACKED:
                    raise _too_large(name, unpacked)
                if is_sheet:
                    parts.append(chunk)
        if is_sheet and _cells(b"".join(parts)) > MOST_CELLS:
            raise UserError(
                _("A sheet of {name} spans too many cells.").format(name=name),
                _("Delete the empty rows and columns far below and to the right, and save it again."),
            )


def _cells(sheet: bytes) -> int:
    """The area of the rectangle that the cells of a sheet span, or that repeated cells of an ods fill."""
    columns = set(_COLUMN.findall(sheet))
    if columns:
        width = max(map(_number, columns))
        deepest = max(map(int, set(_FAR_ROW.findall(sheet))), default=9_999)
        if width * deepest > MOST_CELLS and deepest == 9_999:
            deepest = max(map(int, set(_ANY_ROW.findall(sheet))), default=1)
        return width * deepest
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
