"""Workbooks (xlsx) made to be read, edited and printed: real dates, times, numbers and links; no cell is a formula."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from itertools import accumulate
from typing import Any

from missionplanner.i18n import _

Cell = str | int | float | bool | date | time | datetime | None
MOST_IN_CELL = 32_767
LONGEST_NAME = 31
"""Characters of the name of a sheet."""
_MOST_LINKS = 60_000
"""Links of a sheet; Excel takes 65,530 and repairs a file that has more."""
_LONGEST_LINK = 2_000
_NARROWEST, _WIDEST = 7, 34
"""Widths of columns, in characters."""
_ROWS_MEASURED = 300
_LINE = 15
"""Points of a line of text."""
_PRINTED = 230
"""Characters of a line that can still be read where it is printed on one page; columns beyond it are not printed."""
_PAPERS = {(True, "usual"): 1, (True, "large"): 3, (False, "usual"): 9, (False, "large"): 8}
"""The codes of letter paper and A4, and of what is twice as large: on it a day of many slots is read."""
_HEAD = "#1f4e79"
_WEB = re.compile(r"(?:https?://)?[^\s/:@<>\"]+\.[^\s/:@<>\"]{2,}(?::\d+)?(?:/[^\s<>\"]*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>\"?&:/]+@[^\s@<>\"?&:/]+")
_FORMATS: dict[str, dict[str, Any]] = {
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "time": {"num_format": "hh:mm", "align": "left"},
    "datetime": {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    "link": {"font_color": "#0563c1", "underline": 1},
    "text": {},
    "long": {"text_wrap": True},
    # Not at the edge: a text in the next column would begin there.
    "number": {"align": "right", "indent": 1},
}


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column of a sheet."""

    heading: str
    kind: str = "text"
    """The kind of its texts: web, mail (both become links) or text; other values show what they are by themselves."""
    width: float = 0
    """In characters; 0 for as wide as what is in it."""


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet: its headings above, a row for each record or hour."""

    name: str
    columns: Sequence[BookColumn]
    rows: Sequence[Sequence[Cell]]
    tints: Sequence[Sequence[str]] = ()
    """The web colours of cells by row and column, empty for none; rows and columns that are left out have none."""
    mark: str = ""
    """The heading of the hidden first column by which the sheet is known again; empty for a sheet without one."""
    marks: Sequence[str] = ()
    """The hidden texts of the rows by which their records are known again."""
    is_grid: bool = False
    """Whether its cells are wrapped and not filtered, as a timetable is."""
    title: str = ""
    """The text printed above its pages; its name where there is none."""


@dataclass(frozen=True, slots=True)
class SheetBook:
    """A workbook."""

    sheets: Sequence[BookSheet]
    title: str = ""
    """The text printed above every page, before the title of the sheet."""
    letter_paper: bool = False
    """Whether it is printed on letter paper instead of A4."""


@dataclass(slots=True)
class _Writer:
    """The library's workbook, and the formats made so far."""

    book: Any
    formats: dict[tuple[str, str, bool], Any] = field(default_factory=dict)

    def format(self, kind: str, tint: str = "", wrapped: bool = False) -> Any:
        """Return the format of a kind of cell, made when it is first wanted."""
        key = (kind, tint, wrapped)
        if key not in self.formats:
            wanted: dict[str, Any] = {"valign": "top", **_FORMATS[kind]}
            if wrapped:
                wanted |= {"text_wrap": True, "border": 1, "border_color": "#c8ccd0"}
            if tint:
                wanted |= {"bg_color": pale(tint), "left": 5, "left_color": tint}
            self.formats[key] = self.book.add_format(wanted)
        return self.formats[key]


def content(book: SheetBook) -> bytes:
    """Return the workbook as xlsx; nothing of it is written into temporary files, which would lie in the open."""
    import xlsxwriter  # slow import

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    writer = _Writer(xlsxwriter.Workbook(out, options))
    for sheet, name in zip(book.sheets, names([sheet.name for sheet in book.sheets]), strict=True):
        _write(writer, book, sheet, writer.book.add_worksheet(name))
    writer.book.close()
    return out.getvalue()


def names(wanted: Sequence[str]) -> list[str]:
    """Return names of sheets as a spreadsheet takes them: at most 31 characters, each once whatever its capitals."""
    found: list[str] = []
    for text in wanted:
        plain = "".join(" " if c in "[]:*?/\\" or not c.isprintable() else c for c in text)
        plain = " ".join(plain.split()).strip("'")[:LONGEST_NAME].strip(" '") or "-"
        name, number = plain, 1
        # "History" is a name Excel keeps for itself.
        while name.casefold() in {*map(str.casefold, found), "history"}:
            number += 1
            name = f"{plain[: LONGEST_NAME - 1 - len(str(number))]} {number}"
        found.append(name)
    return found


def read_again(cell: Cell) -> str:
    """Return the text that the reader of workbooks makes of a cell that was written."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _fitting(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def pale(colour: str) -> str:
    """Return a web colour (#3d6fb4) so pale that black text is easily read on it."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.22):02x}" for part in parts)


def _write(writer: _Writer, book: SheetBook, sheet: BookSheet, page: Any) -> None:
    first = 1 if sheet.mark else 0
    links = [_MOST_LINKS]
    if sheet.mark:
        for row, text in enumerate((sheet.mark, *sheet.marks)):
            page.write_string(row, 0, text)
        page.set_column(0, 0, None, None, {"hidden": True})
    widths = [column.width or _width(sheet, place) for place, column in enumerate(sheet.columns)]
    last = max(sum(total <= _PRINTED for total in accumulate(widths)), 1) - 1
    _write_headings(writer, sheet, page, (first, widths))
    for row, cells in enumerate(sheet.rows, start=1):
        tints = sheet.tints[row - 1] if row <= len(sheet.tints) else ()
        for place, cell in enumerate(cells):
            tint = tints[place] if place < len(tints) else ""
            put = partial(page_write, page, row, first + place)
            # Nothing stands behind the last one: its text would go on over the edge, and make the page small in print.
            kind = "long" if place == last and _is_long(cell, widths[place]) else sheet.columns[place].kind
            _put(writer, put, (cell, kind, tint), (sheet.is_grid, links))
        if wrapped := range(len(cells)) if sheet.is_grid else _wrapped(cells, widths, last):
            # LibreOffice gives a row no more than a line by itself.
            page.set_row(row, _LINE * _lines([cells[n] for n in wrapped], [widths[n] for n in wrapped]))
    page.freeze_panes(1, first + 1)
    if not sheet.is_grid:
        page.autofilter(0, 0, max(len(sheet.rows), 1), max(first + len(sheet.columns) - 1, 0))
    _set_up_print(book, sheet, page, sum(widths))
    if not sheet.is_grid and last < len(widths) - 1:
        page.print_area(0, first, len(sheet.rows), first + last)


def _wrapped(cells: Sequence[Cell], widths: Sequence[float], last: int) -> Sequence[int]:
    """Return the places of the cells of a row that go over several lines, where it is none of a grid."""
    return [last] if last < len(cells) and _is_long(cells[last], widths[last]) else []


def _is_long(cell: Cell, width: float) -> bool:
    return isinstance(cell, str) and max(map(len, cell.splitlines()), default=0) > width


def _lines(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """Return how many lines the cells of a row take; words do not fill lines, so that some more are needed."""
    return (
        max(
            (
                sum(1 + int(len(line) * 1.15 / width) for line in read_again(cell).splitlines())
                for cell, width in zip(cells, widths, strict=True)
            ),
            default=1,
        )
        or 1
    )


def page_write(page: Any, row: int, column: int, method: str, *arguments: Any) -> None:
    """Write a cell by the method of the library for its kind."""
    getattr(page, f"write_{method}")(row, column, *arguments)


def _write_headings(writer: _Writer, sheet: BookSheet, page: Any, where: tuple[int, list[float]]) -> None:
    """Write the headings; where: the first column, and the widths of all."""
    first, widths = where
    head = {"bold": True, "font_color": "#ffffff", "bg_color": _HEAD, "valign": "top", "text_wrap": True}
    look, of_numbers = writer.book.add_format(head), writer.book.add_format({**head, "align": "right"})
    for place, column in enumerate(sheet.columns):
        found = of_numbers if _holds_numbers(sheet, place) else look
        page.write_string(0, first + place, _fitting(column.heading), found)
        page.set_column(first + place, first + place, widths[place])


def _holds_numbers(sheet: BookSheet, place: int) -> bool:
    """Whether all that is in a column is numbers, under which its heading stands at the right."""
    cells = [row[place] for row in sheet.rows[:_ROWS_MEASURED] if place < len(row) and row[place] not in (None, "")]
    return bool(cells) and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in cells)


def _width(sheet: BookSheet, place: int) -> float:
    """Return the width of what is in a column, within bounds; the heading has room for the mark of the filter."""
    texts = (read_again(row[place]) for row in sheet.rows[:_ROWS_MEASURED] if place < len(row))
    longest = max((len(line) for text in texts for line in text[:400].splitlines()), default=0)
    return min(max(longest + 2, len(sheet.columns[place].heading) + 4, _NARROWEST), _WIDEST)


def _put(writer: _Writer, put: Callable[..., None], what: tuple[Cell, str, str], sheet: tuple[bool, list[int]]) -> None:
    """Write one cell; what: it, the kind of its column and its tint; sheet: whether a grid, and links that are left."""
    (cell, kind, tint), (wrapped, links) = what, sheet
    if cell is None or cell == "":
        if tint or wrapped:
            put("blank", None, writer.format("text", tint, wrapped))
    elif isinstance(cell, str):
        text = _fitting(cell)
        target = _target(text, kind) if links[0] else ""
        if target:
            links[0] -= 1
            put("url", target, writer.format("link", tint, wrapped), text)
        else:
            put("string", text, writer.format("long" if kind == "long" else "text", tint, wrapped))
    elif isinstance(cell, bool):
        put("boolean", cell, writer.format("text", tint, wrapped))
    elif isinstance(cell, int | float):
        put("number", cell, writer.format("number", tint, wrapped))
    else:
        # A spreadsheet knows no zones: it gets what the clocks there show.
        plain = cell.replace(tzinfo=None) if isinstance(cell, datetime | time) else cell
        name = "datetime" if isinstance(cell, datetime) else "date" if isinstance(cell, date) else "time"
        put("datetime", plain, writer.format(name, tint, wrapped))


def _target(text: str, kind: str) -> str:
    """Return where a text leads; empty where it is no plain web or e-mail address."""
    if len(text) > _LONGEST_LINK or not text.isprintable():
        return ""
    if kind == "web" and _WEB.fullmatch(text):
        return text if "://" in text else f"https://{text}"
    return f"mailto:{text}" if kind == "mail" and _MAIL.fullmatch(text) else ""


def _set_up_print(book: SheetBook, sheet: BookSheet, page: Any, width: float) -> None:
    page.set_landscape()
    size = "large" if sheet.is_grid and width > _PRINTED else "usual"
    page.set_paper(_PAPERS[book.letter_paper, size])
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    titles = " – ".join(filter(None, (book.title, sheet.title or sheet.name)))
    page.set_header(f"&L&B{_printed(titles)}"[:250])
    numbers = _("Page {n} of {m}")
    page.set_footer("&R" + _printed(numbers).replace("{n}", "&P").replace("{m}", "&N"))


def _printed(text: str) -> str:
    """Return a text of a header or footer: a & would begin a code."""
    return "".join(c for c in text if c.isprintable())[:120].replace("&", "&&")


def _fitting(text: str) -> str:
    return "".join(c for c in text if c >= " " or c in "\n\t")[:MOST_IN_CELL]
