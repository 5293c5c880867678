"""Workbooks (xlsx, xlsm, xlsb, xls, ods) as texts, with what is hidden in them."""

import html
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from missionplanner.errors import UserError
from missionplanner.exchange import bounds
from missionplanner.i18n import _


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A sheet as the workbook holds it."""

    name: str
    hidden: bool
    rows: list[tuple[str, ...]]
    """Every row from the first on, empty ones included."""
    hidden_rows: frozenset[int]
    """The numbers of rows that a filter or somebody hides."""


def read(name: str, content: bytes, first: int = 0) -> list[WorkbookSheet]:
    """Return the sheets of a workbook; raises UserError where it is damaged, locked or no workbook.

    first: how many rows of each sheet are wanted, 0 for all.
    """
    _refuse_locked(name, content)
    # calamine makes room for the whole rectangle a sheet spans, however few cells hold anything.
    hidden_rows = _by_sheet(content, bounds.check(name, content))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            WorkbookSheet(
                one.name,
                one.visible is not SheetVisibleEnum.Visible,
                # Empty rows and columns stay, or rows would not have the numbers the spreadsheet shows.
                [_texts(row) for row in book.get_sheet_by_name(one.name).to_python(False, first or None)],
                hidden_rows.get(one.name, frozenset()),
            )
            for one in book.sheets_metadata
            if one.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise _locked(name) from error
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise UserError(
            _("{name} cannot be read as a spreadsheet.").format(name=name),
            _("It may be damaged or protected by a password. Open it in the spreadsheet and save it again."),
        ) from error


_OF_WORKBOOKS = (b"[Content_Types].xml", b"xl/workbook", b"META-INF/manifest.xml", b"content.xml", b"mimetype")
"""Parts of packed workbooks, by which these are told from other archives."""


def archive(name: str) -> UserError:
    """Return the error about files packed together."""
    return UserError(
        _("{name} is an archive of packed files.").format(name=name), _("Unpack it, and import the spreadsheet in it.")
    )


def _refuse_locked(name: str, content: bytes) -> None:
    """Raise UserError for a workbook with a password or of Apple's Numbers, for a document, and for an archive."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise _locked(name)
        return
    if b"Index/Document.iwa" in content or b"Index.zip" in content or b"buildVersionHistory.plist" in content:
        raise UserError(
            _("{name} is a document of Numbers, which only Numbers reads.").format(name=name),
            _("Open it in Numbers and choose File > Export To > Excel or CSV."),
        )
    if b"word/document.xml" in content or b"ppt/presentation.xml" in content:
        raise UserError(
            _("{name} is a document or presentation, not a spreadsheet.").format(name=name),
            _("Copy its table into a spreadsheet and save that."),
        )
    if content.startswith(b"PK") and not any(part in content for part in _OF_WORKBOOKS):
        raise archive(name)
    if b"META-INF/manifest.xml" in content and b"encryption-data" in _entry(content, "META-INF/manifest.xml"):
        raise _locked(name)


def _locked(name: str) -> UserError:
    return UserError(
        _("{name} is protected by a password.").format(name=name),
        _("Open it in the spreadsheet with its password, and save a copy without one."),
    )


def _entry(content: bytes, name: str) -> bytes:
    """Return the first part of a packed file; empty where there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(name) as file:
            return file.read(1_000_000)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError):
        return b""


def _by_sheet(content: bytes, by_part: Mapping[str, frozenset[int]]) -> dict[str, frozenset[int]]:
    """Return the hidden rows by the name of their sheet, from those by the parts of the packed file."""
    if not by_part:
        return {}
    relations = _entry(content, "xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets: dict[str, str] = {}
    for element in re.findall(r"<(?:\w+:)?Relationship\s[^>]*>", relations):
        attributes = dict(re.findall(r"""(\w+)\s*=\s*["']([^"']*)["']""", element))
        targets[attributes.get("Id", "")] = "xl/" + attributes.get("Target", "").removeprefix("/xl/").removeprefix("./")
    found = {name: rows for name, rows in by_part.items() if not name.startswith("xl/")}
    for element in re.findall(
        r"<(?:\w+:)?sheet\s[^>]*>", _entry(content, "xl/workbook.xml").decode("utf-8", "replace")
    ):
        sheet = re.search(r"""\sname\s*=\s*["']([^"']*)["']""", element)
        relation = re.search(r"""\w+:id\s*=\s*["']([^"']*)["']""", element)
        rows = by_part.get(targets.get(relation.group(1), "")) if relation else None
        if sheet and rows:
            found[html.unescape(sheet.group(1))] = rows
    return found


def _texts(cells: list[object]) -> tuple[str, ...]:
    return tuple([cell if type(cell) is str else _text(cell) for cell in cells])


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
