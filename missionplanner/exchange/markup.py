"""Tables of web pages and of the XML of Excel 2003, which services name .xls."""

import re
from html.parser import HTMLParser

from missionplanner.exchange import decoding

MOST_CELLS = 2_000_000
"""Cells of all tables; more is no list of registrations."""
_BREAKS = frozenset({"br", "p", "div", "li"})


def is_markup(content: bytes) -> bool:
    """Whether a file is a web page or XML."""
    start = content[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    return start.startswith((b"<!doctype", b"<html", b"<?xml", b"<svg", b"<table", b"<meta", b"<head", b"<style"))


def read(content: bytes) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Return the tables with more than one row, each with its name (empty where it has none)."""
    parser = _Tables()
    for line in decoding.lines(content, decoding.recognise(content)):
        parser.feed(line)
        if parser.cells > MOST_CELLS:
            return []
    parser.close()
    return [(name, [tuple(row) for row in rows]) for name, rows in parser.tables if len(rows) > 1]


class _Tables(HTMLParser):
    """Collects the cells of tables: tr and td of web pages, Row and Cell of Excel's XML."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[str, list[list[str]]]] = []
        self.cells = 0
        self._sheet = ""
        self._depth = 0
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, row or cell."""
        name, values = tag.rpartition(":")[2], {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if name == "worksheet":
            self._sheet = values.get("name", "")
        elif name == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append((self._sheet, []))
        elif self._depth != 1:
            return
        elif name in ("tr", "row"):
            self._end_cell()
            self._add_row(values.get("index", ""))
        elif name in ("td", "th", "cell"):
            self._end_cell()
            self._skip_to(values.get("index", ""))
            self._cell = []
        elif name in _BREAKS and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a table or cell."""
        name = tag.rpartition(":")[2]
        if name == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(self._depth - 1, 0)
        elif name in ("td", "th", "cell", "tr", "row") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Take the text of a cell."""
        if self._cell is not None and self._depth:
            # Line ends are blanks in a web page, and line ends in a workbook.
            self._cell.append(data if self._sheet else re.sub(r"\s+", " ", data))

    def _add_row(self, index: str) -> None:
        rows = self.tables[-1][1]
        # Excel leaves out empty rows and gives the next one its number.
        if index.isdigit() and len(rows) < int(index) <= 100_000:
            rows.extend([] for _empty in range(int(index) - 1 - len(rows)))
        rows.append([])

    def _skip_to(self, index: str) -> None:
        rows = self.tables[-1][1]
        if not rows:
            rows.append([])
        if index.isdigit() and len(rows[-1]) < int(index) <= 2_000:
            rows[-1].extend("" for _empty in range(int(index) - 1 - len(rows[-1])))

    def _end_cell(self) -> None:
        if self._cell is not None and self.tables and self.tables[-1][1]:
            self.tables[-1][1][-1].append(re.sub(r" *\n *", "\n", "".join(self._cell)).strip())
            self.cells += 1
        self._cell = None
