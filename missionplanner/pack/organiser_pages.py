"""The organiser edition: the papers of the days as plain lists under their headings, and the name badges."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from missionplanner.domain.legal_forms import form_whole
from missionplanner.pack.column_widths import column_widths, room_of_words
from missionplanner.pack.day_sheet_pages import on_one_page
from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.delegate_pages import FEWEST, GRID, Book, Story
from missionplanner.pack.editions import Badge, Cell, DayPaper, GroupedPaper, Papers, PaperSheet, Section
from missionplanner.pack.flowables import CellText, Mark, Text, grid
from missionplanner.pack.labels import LabelSheet, NameBadges, PlaceCards
from missionplanner.pack.repeated_heading import repeated
from missionplanner.pack.style import (
    BODY,
    CELL,
    CELL_BOLD,
    H2,
    LINE,
    PALE,
    markup,
)
from missionplanner.pack.wording import with_year

_HEADING = ParagraphStyle("sheet heading", parent=H2, keepWithNext=0, spaceBefore=0, spaceAfter=0)
"""Of the first row of a list, which is repeated on every page."""


_HEAD, _NOTE = 14 * mm, 12 * mm
"""Room for the heading of a section on its first page, and for the note above a list."""
_AFTER = 4 * mm
"""Between two lists on a page."""
LEAST = 34 * mm
"""The room below which no list begins."""
_MOST_TOGETHER = 10
"""Rows that are kept on one page."""
_LONGEST = 400
"""The most characters of a cell that are printed, so that a row is never longer than a page."""


def list_of(sheet: PaperSheet, width: float) -> Flowable:
    """The table of a sheet, as wide as this in points; its heading stands over it on every page."""
    titled = bool(sheet.heading)
    heading = [repeated(with_year(sheet.heading[:_LONGEST]), _HEADING, sheet.headed_in)]
    heading += [repeated(sheet.note[:_LONGEST], CELL)] if sheet.note else []
    rows: list[list[Any]] = [[heading]] if titled else []
    rows[:1] = [[*row, *[""] * (len(sheet.headings) - 1)] for row in rows[:1]]
    first = len(rows)
    rows.append([CellText(markup(text), CELL_BOLD) for text in sheet.headings])
    rows += [[_cell(cell) for cell in row] for row in sheet.rows]
    style = [*GRID, ("BACKGROUND", (0, first), (-1, first), PALE), ("LINEBELOW", (0, first), (-1, -1), 0.4, LINE)]
    if titled:
        style += [("SPAN", (0, 0), (-1, 0)), ("LEFTPADDING", (0, 0), (-1, 0), 0), ("BOTTOMPADDING", (0, 0), (-1, 0), 6)]
    if sheet.is_close:
        style += [("TOPPADDING", (0, first), (-1, -1), 1.5), ("BOTTOMPADDING", (0, first), (-1, -1), 2.5)]
    if isinstance(sheet, GroupedPaper):
        style += _groups(sheet, first + 1)
    if sheet.height:
        padding = round(sheet.height * mm - CELL.leading - 3, 1)
        style.append(("BOTTOMPADDING", (0, first + 1), (-1, -1), padding))
    # Places of few digits make long lists a good deal smaller.
    heads = [room_of_words((text,), (CELL_BOLD.fontName, CELL_BOLD.fontSize)) for text in sheet.headings]
    font = CELL.fontName, CELL.fontSize
    cells = [
        max(head, room_of_words((_words(row[place]) for row in sheet.rows), font)) for place, head in enumerate(heads)
    ]
    widths = column_widths(sheet.widths, width, cells, heads)
    return grid(rows, widths, style, heads=first + 1, titled=titled, splitInRow=0)


def _groups(sheet: PaperSheet, start: int) -> list[tuple[Any, ...]]:
    """The rows that stay together; a group of more goes on where it may."""
    begins = [place for place, row in enumerate(sheet.rows) if row[0]] + [len(sheet.rows)]
    ranges = ((one + start, other + start - 1) for one, other in pairwise(begins) if 1 < other - one <= _MOST_TOGETHER)
    return [("NOSPLIT", (0, first), (-1, last)) for first, last in ranges]


def _words(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "\n".join(one.text for one in cell)


def _cell(cell: Cell) -> Any:
    """The content of a cell, its parts one below the other, each with its language."""
    if isinstance(cell, str):
        return CellText(markup(form_whole(cell[:_LONGEST])), CELL)
    return [Text(markup(one.text[:_LONGEST]), CELL, language=one.language) for one in cell if one.text]


def lists_of(book: Book, section: Section) -> Story:
    """The heading of a section and its lists."""
    found: Story = [book.h1(section.title)]
    for number, sheet in enumerate(section.sheets):
        if sheet.new_page and number:
            found.append(PageBreak())
        found.append(CondPageBreak(LEAST))
        if sheet.in_contents:
            found.append(Mark(f"{section.key}-{number}", sheet.heading, 1, book.pages))
        if sheet.note and not sheet.heading:
            found.append(Text(markup(sheet.note[:_LONGEST]), BODY))
        table = list_of(sheet, book.width)
        room = book.width, book.height - (0 if number else _HEAD) - _NOTE
        pieces = on_one_page(table, sheet, room) if isinstance(sheet, DayPaper) else [table]
        # Room after a list, not a piece of its own, which would stand alone on a page below a full one.
        pieces[-1].spaceAfter = _AFTER
        found += pieces
    return found if section.sheets else [*found, Text(markup(section.empty), BODY)]


class OrganiserBook(Book):
    """The organiser edition in order: each kind of list, then the badges and place cards."""

    TEMPLATES: Mapping[str, str] = {"badges": "sheet", "cards": "sheet"}

    def __init__(self, shared: Shared, own: Own, papers: Papers, size: tuple[float, float]) -> None:
        self._papers = papers
        super().__init__(shared, own, size)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        for section in self._papers.sections:
            if section.sheets:
                yield section.key, section.title, lists_of(self, section)
        for key, title, kind in (
            ("badges", self.t("Name badges"), NameBadges),
            ("cards", self.t("Place cards"), PlaceCards),
        ):
            if labels := self._papers.labels.get(key):
                yield key, title, self._sheets(labels, kind)
        is_needed = not self._papers.is_usual or not self._filled
        if self._empty and not self.has_contents and is_needed:
            # Nothing to stand below: all of them on one page; no page for what nobody asked for.
            said = [piece for one in self._empty for piece in (self.h1(one.title), Text(markup(one.empty), BODY))]
            yield self._empty[0].key, self._empty[0].title, said

    @property
    def has_contents(self) -> bool:
        """Whether there are papers enough for a page of contents."""
        return self._filled >= FEWEST

    @property
    def _filled(self) -> int:
        """How many papers there is something for."""
        papers = self._papers
        return len(papers.sections) - len(self._empty) + sum(map(bool, papers.labels.values()))

    @property
    def _empty(self) -> list[Section]:
        """The papers there is nothing for, which have no page of their own."""
        return [one for one in self._papers.sections if not one.sheets]

    def _below_contents(self) -> Story:
        said = [piece for one in self._empty for piece in (Text(markup(one.title), H2), Text(markup(one.empty), BODY))]
        return [Spacer(0, _AFTER), *said] if said else []

    def _sheets(self, badges: Sequence[Badge], kind: type[LabelSheet]) -> Story:
        """Labels in the order of their list, as many on a page as the paper has."""
        layout = kind.LETTER if self.shared.letter_size else kind.A4
        each = layout.across * layout.down
        found: Story = []
        for start in range(0, len(badges), each):
            found += [*([PageBreak()] if start else []), kind(badges[start : start + each], self.shared, layout)]
        return found
