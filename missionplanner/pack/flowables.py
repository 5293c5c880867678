"""The pieces pages are made of that ReportLab does not have."""

import math
from collections.abc import Sequence
from contextlib import ExitStack
from functools import lru_cache
from typing import Any

from reportlab.platypus import Flowable, Paragraph

from missionplanner.pack.breaking import parts
from missionplanner.pack.delegate_content import DirectoryEntry
from missionplanner.pack.list_tables import ListTable
from missionplanner.pack.phrases import Phrase, joined, plain
from missionplanner.pack.style import BOLD, INK, LINE, QUIET, REGULAR, colour, fitted, wrapped
from missionplanner.pack.tags import Element

_TAGS = {"h1": "H1", "h2": "H2"}
"""The structure of paragraphs by the name of their style; all others are P."""
_MOST_BROKEN = 3000
_BROKEN: dict[tuple[Any, ...], tuple[Any, float, Any]] = {}
"""Paragraphs in lines, by their text, style and widths."""


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph that is one element of the structure however many pages it goes over.

    group: what items of one list have in common; their bullets distinguish them. language: its tag, where it is
    not that of the file.
    """

    _width_max: float

    def __init__(
        self,
        text: str | None,
        style: Any,
        bulletText: str | None = None,
        frags: Any = None,
        group: object = None,
        language: str = "",
    ) -> None:
        # ReportLab's names and order: Paragraph.split makes the parts by calling the class with `frags` and no text.
        super().__init__(text, style, bulletText=bulletText, frags=frags)
        self._source = text
        self.language = language
        self.bulletText: str | None = bulletText
        self.whole: object = self
        self.group = group

    def breakLines(self, width: Any) -> Any:
        """Break lines, and words no line can hold where they may be; what many packs share is broken once."""
        if self._source is None:
            return super().breakLines(width)
        widths = tuple(width) if isinstance(width, list | tuple) else (width,)
        # The style is kept along, as its id could be given to another once it is gone.
        key = self._source, self.bulletText, id(self.style), widths
        if key in _BROKEN:
            lines, self._width_max, _style = _BROKEN[key]
            return lines
        self._break_words(min(widths))
        lines = super().breakLines(width)
        # Lines of several fonts are changed where a paragraph is split, and are of one pack alone.
        if lines.kind == 0:
            if len(_BROKEN) > _MOST_BROKEN:
                _BROKEN.clear()
            _BROKEN[key] = lines, self._width_max, self.style
        return lines

    def _break_words(self, narrowest: float) -> None:
        for frag in self.frags:
            # As it was before it was broken for another width.
            text = getattr(frag, "whole", "") or getattr(frag, "text", "")
            if not text:
                continue
            frag.whole = frag.text = text
            # No letter is wider than it is high: only then has anything to be measured.
            if max(map(len, text.split(" "))) * frag.fontSize > narrowest > frag.fontSize:
                words = (parts(word, frag.fontName, frag.fontSize, narrowest) for word in text.split(" "))
                # Two parts do not fit one line, so that the blank between them is never drawn.
                frag.text = " ".join(part for word in words for part in word)

    def split(self, availWidth: float, availHeight: float) -> list["Text"]:
        """The parts are of the same element."""
        parts: list[Text] = super().split(availWidth, availHeight)
        for part in parts:
            part.whole, part.group, part.language = self.whole, self.group, self.language
        return parts

    def draw(self) -> None:
        """Draw the words as the content of their element, a bullet as a label before it."""
        canvas = self.canv
        if self.group is None:
            element = canvas.element(self.whole, _TAGS.get(self.style.name, "P"))
            element.language = self.language
            with canvas.marked(element):
                super().draw()
            return
        item = canvas.element(self.whole, "LI", parent=canvas.element(self.group, "L"))
        item.language = self.language
        # Paragraph draws bullet and words in one go, but in a list they are two elements.
        bullet = self.bulletText
        self.bulletText = None
        if bullet:
            with canvas.marked(canvas.element(self.whole, "Lbl", parent=item)):
                canvas.setFont(self.style.bulletFontName, self.style.fontSize)
                canvas.setFillColor(self.style.textColor)
                canvas.drawString(self.style.bulletIndent, self.height - self.style.fontSize, bullet)
        with canvas.marked(canvas.element(self.whole, "LBody", parent=item)):
            super().draw()
        self.bulletText = bullet


class CellText(Text):
    """The only paragraph of a cell: its words are the content of the cell itself, which makes large tables small."""

    def draw(self) -> None:
        """Draw the words."""
        canvas = self.canv
        if canvas.here.tag not in ("TD", "TH"):
            super().draw()
            return
        if self._source != "":
            with canvas.marked(canvas.here):
                Paragraph.draw(self)


class TableMarks:
    """Tells the canvas what a table is made of while it is drawn; given to a table as its renderCB.

    rows, column: how many rows, and whether the first column, are headings. titled: the first row is a title; it stands
    before the table, not in it.
    """

    def __init__(self, rows: int = 0, column: bool = False, titled: bool = False) -> None:
        self._rows, self._column, self._titled = rows, column, titled
        self._is_going_on = False
        self._row: Element | None = None
        self._row_ends, self._ends = ExitStack(), ExitStack()

    def __call__(self, table: Any, what: str, *where: Any) -> None:
        """Called by the table when something begins or ends."""
        # ReportLab passes the name of what begins or ends (startRow, endCell, ...); not all of it is marked here.
        step = getattr(self, f"_on_{what}", None)
        if step:
            step(table, *where)

    def _on_startRow(self, table: Any, number: int) -> None:
        """A heading that is repeated on another page is no second heading."""
        canvas = table.canv
        if self._is_going_on and number < table.repeatRows:
            self._row = None
            self._row_ends.enter_context(canvas.artifact())
        elif self._titled and number == 0:
            self._row = None
        else:
            self._row = Element("TR", canvas.element(self, "Table"))

    def _on_endRow(self, _table: Any) -> None:
        self._row_ends.close()

    def _on_startCell(self, table: Any, row: int, column: int, *_more: Any) -> None:
        if self._row is None:
            return
        scope = "Column" if row < self._rows else "Row" if self._column and column == 0 else ""
        attributes = f"<</O /Table /Scope /{scope}>>" if scope else None
        cell = Element("TH" if scope else "TD", self._row, attributes)
        self._ends.enter_context(table.canv.inside(cell))

    def _on_endCell(self, _table: Any) -> None:
        self._ends.close()

    def _on_startBG(self, table: Any) -> None:
        self._ends.enter_context(table.canv.artifact())

    def _on_endBG(self, _table: Any) -> None:
        self._ends.close()

    def _on_startLines(self, table: Any) -> None:
        self._ends.enter_context(table.canv.artifact())

    def _on_endLines(self, _table: Any) -> None:
        self._ends.close()

    def _on_endTable(self, _table: Any) -> None:
        self._is_going_on = True


def grid(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    style: Any,
    heads: int = 0,
    titled: bool = False,
    **more: Any,
) -> ListTable:
    """A table whose first rows are its headings, or without any whose first column is.

    titled: the first row is one cell, the title of the whole.
    """
    marks = TableMarks(heads, column=not heads, titled=titled)
    return ListTable(rows, colWidths=widths, style=style, repeatRows=heads, renderCB=marks, **more)


class Mark(Flowable):  # type: ignore[misc]
    """The invisible start of a section: a bookmark, and its page number for contents and index."""

    def __init__(self, key: str, title: str, level: int, pages: dict[str, int], head: str = "") -> None:
        super().__init__()
        self.key, self.title, self.level, self.pages, self.head = key, title, level, pages, head
        self.width = self.height = 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room is taken."""
        return 0, 0

    def draw(self) -> None:
        """Set the bookmark on the page being drawn."""
        self.pages[self.key] = self.canv.getPageNumber()
        self.canv.section(self.level)
        if self.head:
            # Of several sections on a page its head names the first, that of the next page the last.
            if self.canv.headed != self.canv.getPageNumber():
                self.canv.head, self.canv.headed = self.head, self.canv.getPageNumber()
            self.canv.next_head = self.head
        # A little above, so that the heading itself is in view.
        self.canv.bookmarkHorizontal(self.key, 0, 20)
        if self.title:
            self.canv.addOutlineEntry(self.title, self.key, self.level, closed=self.level > 0)


class TableOfContents(Flowable):  # type: ignore[misc]
    """The table of contents; its page numbers are filled in when the last page is done."""

    STEP = 22

    def __init__(self, entries: Sequence[tuple[str, str]], width: float, tint: Any) -> None:
        super().__init__()
        self.entries, self.width, self.tint = entries, width, tint
        self.height = self.STEP * len(entries)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """One line per entry."""
        return self.width, self.height

    def draw(self) -> None:
        """A link a line: its title, and its number, which comes from a form drawn at the end."""
        canvas = self.canv
        whole = canvas.element(self, "TOC")
        for row, (key, title) in enumerate(self.entries):
            y = self.height - (row + 1) * self.STEP + 7
            link = Element("Link", Element("Reference", Element("TOCI", whole)))
            with canvas.marked(link):
                canvas.setFont(REGULAR, 11)
                canvas.setFillColor(INK)
                canvas.drawString(0, y, fitted(title, REGULAR, 11, self.width - 60) + " ")
                # A form that is defined when the last page is done: the pages need no second layout for their numbers.
                canvas.doForm(f"contents-{row}")
            with canvas.artifact():
                canvas.setStrokeColor(LINE)
                canvas.setLineWidth(0.5)
                canvas.line(0, y - 7, self.width, y - 7)
            canvas.link(link, key, title, (0, y - 6, self.width, y + 14))

    def draw_numbers(self, canvas: Any, pages: dict[str, int]) -> None:
        """Draw the forms with the page numbers, now that all are known."""
        for row, (key, _title) in enumerate(self.entries):
            canvas.beginForm(f"contents-{row}", 0, 0, self.width, self.height)
            canvas.setFont(BOLD, 11)
            canvas.setFillColor(self.tint)
            canvas.drawRightString(self.width, self.height - (row + 1) * self.STEP + 7, str(pages.get(key, "")))
            canvas.endForm()


class DirectoryCell(Flowable):  # type: ignore[misc]
    """A company in the directory: name, place, people, offers, web site; the last two are cut to the column's width.

    place: its key and the pages of keys. others: the words for people without room, such as "+ {n} elsewhere".
    """

    LEADING, LARGE, SIZE = 11, 9, 8.5

    def __init__(
        self, place: tuple[str, dict[str, int]], entry: DirectoryEntry, tint: str, group: object, others: str
    ) -> None:
        super().__init__()
        self.key, self.pages = place
        self.entry, self.tint, self.group, self.others = entry, tint, group, others

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As many lines as the text needs, plus space."""
        self.width = width
        entry, room = self.entry, width - 12
        self.names = _name_lines(entry.name, room)
        people = joined("; ", entry.people)
        lines = _people_lines(plain(entry.people), room, self.others)
        said = (
            Phrase(entry.place),
            *(Phrase(line, people.language) for line in lines),
            entry.offers,
            Phrase(entry.website),
        )
        self.lines = [one for one in said if one.text]
        self.height = 13 + self.LEADING * (len(self.lines) + len(self.names) - 1) + 8
        return width, self.height

    def draw(self) -> None:
        """A bar in the sector's colour, then the lines."""
        self.pages[self.key] = self.canv.getPageNumber()
        self.canv.bookmarkHorizontal(self.key, 0, self.height)
        with self.canv.artifact():
            self.canv.setFillColor(colour(self.tint))
            self.canv.rect(0, 6, 2.5, self.height - 8, stroke=0, fill=1)
        with self.canv.marked(item(self.canv, self.group)):
            # The width is part of the key, as it decides where texts are cut.
            self.canv.replayed((self.key, self.width), self._draw_lines)

    def _draw_lines(self) -> None:
        room = self.width - 12
        self.canv.setFillColor(INK)
        self.canv.setFont(BOLD, self.LARGE)
        y = self.height - 11 + self.LEADING
        for line in self.names:
            y -= self.LEADING
            self.canv.drawString(9, y, fitted(line, BOLD, self.LARGE, room) + " ")
        self.canv.setFillColor(QUIET)
        self.canv.setFont(REGULAR, self.SIZE)
        for said in self.lines:
            y -= self.LEADING
            with self.canv.spoken(said.language):
                self.canv.drawString(9, y, fitted(said.text, REGULAR, self.SIZE, room) + " ")


_MOST_LINES = 4
"""The most lines of a name, or of people, in the directory."""


@lru_cache(maxsize=20_000)
def _name_lines(name: str, room: float) -> list[str]:
    lines = wrapped(name, BOLD, DirectoryCell.LARGE, room)
    return [*lines[: _MOST_LINES - 1], " ".join(lines[_MOST_LINES - 1 :])] if len(lines) > _MOST_LINES else lines


@lru_cache(maxsize=20_000)
def _people_lines(people: tuple[str, ...], room: float, others: str) -> list[str]:
    """People over some lines, with a word on those there is no room for."""
    for kept in range(len(people), -1, -1):
        rest = [others.format(n=len(people) - kept)] if kept < len(people) else []
        lines = wrapped("; ".join([*people[:kept], *rest]), REGULAR, DirectoryCell.SIZE, room)
        if len(lines) <= _MOST_LINES:
            break
    return lines


class IndexLine(Flowable):  # type: ignore[misc]
    """A name in the index with the pages its entries were drawn on."""

    def __init__(self, keys: Sequence[str], name: str, pages: dict[str, int], group: object) -> None:
        super().__init__()
        self.keys, self.name, self.pages, self.group = keys, name, pages, group

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """One line."""
        self.width, self.height = width, 11.5
        return width, self.height

    def draw(self) -> None:
        """Name at the left, page at the right; both lead to the first entry."""
        link = Element("Link", item(self.canv, self.group))
        with self.canv.marked(link):
            self.canv.replayed(("index", self.name, self.width, len(self.keys)), self._draw_name)
            self.canv.setFont(REGULAR, 8.5)
            self.canv.setFillColor(QUIET)
            self.canv.drawRightString(self.width - 2, 2, self._numbers())
        first = min(self.keys, key=lambda key: self.pages.get(key, math.inf))
        self.canv.link(link, first, self.name, (0, 0, self.width, self.height))

    def _numbers(self) -> str:
        return ", ".join(str(page) for page in sorted({self.pages[key] for key in self.keys if key in self.pages}))

    def _draw_name(self) -> None:
        self.canv.setFont(REGULAR, 8.5)
        self.canv.setFillColor(INK)
        room = self.width - 24 - 12 * (len(self.keys) - 1)
        self.canv.drawString(0, 2, fitted(self.name, REGULAR, 8.5, room) + " ")


def item(canvas: Any, group: object) -> Element:
    """The body of one more item of a list."""
    return Element("LBody", Element("LI", canvas.element(group, "L")))
