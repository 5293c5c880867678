"""The organiser edition: the papers of the days as plain lists under their headings, and the name badges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer

from missionplanner.pack.content import Own, Shared
from missionplanner.pack.flowables import Mark, Text, grid, item
from missionplanner.pack.pages import GRID, Book, Story
from missionplanner.pack.style import (
    ACCENT,
    BODY,
    BOLD,
    CELL,
    CELL_BOLD,
    H1,
    H2,
    INK,
    LINE,
    PALE,
    QUIET,
    REGULAR,
    colour,
    fitted,
    markup,
)

_HEADING = ParagraphStyle("sheet heading", parent=H2, keepWithNext=0)
"""A list may be longer than a page: kept with its heading it would always begin a new one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list under its heading. widths: shares of the page; height: of a row of one line, in millimetres, where there
    is to be room to sign; new_page: whether it begins one; in_contents: whether the bookmarks lead to it.
    """

    heading: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    note: str = ""
    height: float = 0
    new_page: bool = False
    in_contents: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Lists of one kind. empty: what is said where there are none."""

    key: str
    title: str
    sheets: tuple[Sheet, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A name badge; tint is a web colour."""

    name: str
    position: str
    company: str
    tint: str


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything of the organiser edition but its cover and contents."""

    sections: tuple[Section, ...]
    badges_title: str
    badges: tuple[Badge, ...]


class OrganiserBook(Book):
    """The organiser edition in order: each kind of list, then the badges."""

    def __init__(self, shared: Shared, own: Own, papers: Papers, size: tuple[float, float]) -> None:
        self._papers = papers
        super().__init__(shared, own, *size)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        for section in self._papers.sections:
            yield section.key, section.title, self._lists(section)
        if self._papers.badges:
            yield "badges", self._papers.badges_title, self._badges()

    def _lists(self, section: Section) -> Story:
        found: Story = [Text(markup(section.title), H1)]
        for number, sheet in enumerate(section.sheets):
            if sheet.new_page and number:
                found.append(PageBreak())
            found.append(CondPageBreak(34 * mm))
            if sheet.in_contents:
                found.append(Mark(f"{section.key}-{number}", sheet.heading, 1, self.pages))
            found.append(Text(markup(sheet.heading), _HEADING))
            if sheet.note:
                found.append(Text(markup(sheet.note), BODY))
            found += [self._list(sheet), Spacer(0, 4 * mm)]
        return found if section.sheets else [*found, Text(markup(section.empty), BODY)]

    def _list(self, sheet: Sheet) -> Flowable:
        rows = [[Text(markup(text), CELL_BOLD) for text in sheet.headings]]
        rows += [[Text(markup(text), CELL) for text in row] for row in sheet.rows]
        whole = sum(sheet.widths)
        style = [*GRID, ("BACKGROUND", (0, 0), (-1, 0), PALE), ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]
        if sheet.height:
            style.append(("BOTTOMPADDING", (0, 1), (-1, -1), sheet.height * mm - CELL.leading - 3))
        widths = [self.width * width / whole for width in sheet.widths]
        return grid(rows, widths, style, heads=1, splitInRow=0)

    def _badges(self) -> Story:
        across, high = (2, 3 * 72.0) if self.shared.letter_size else (2, 55 * mm)
        size = (self.width / across, high)
        rows = int(self.height // high)
        each = across * rows
        pages = [self._papers.badges[start : start + each] for start in range(0, len(self._papers.badges), each)]
        found: Story = []
        for number, page in enumerate(pages):
            found += [*([PageBreak()] if number else []), BadgeSheet(page, self.shared.mission, across, size)]
        return found


class BadgeSheet(Flowable):  # type: ignore[misc]
    """Name badges to be cut out along their lines, side by side."""

    def __init__(self, badges: Sequence[Badge], mission: str, across: int, size: tuple[float, float]) -> None:
        super().__init__()
        self.badges, self.mission, self.across = badges, mission, across
        self.wide, self.high = size

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As many rows as there are."""
        rows = -(-len(self.badges) // self.across)
        self.width, self.height = width, rows * self.high
        return self.width, self.height

    def draw(self) -> None:
        """Frames to cut along, then each badge as an item of a list."""
        for place, badge in enumerate(self.badges):
            left = place % self.across * self.wide
            bottom = self.height - (place // self.across + 1) * self.high
            with self.canv.artifact():
                self.canv.setStrokeColor(LINE)
                self.canv.setLineWidth(0.4)
                self.canv.rect(left, bottom, self.wide, self.high)
                self.canv.setFillColor(colour(badge.tint))
                self.canv.rect(left, bottom + self.high - 8, self.wide, 8, stroke=0, fill=1)
            with self.canv.marked(item(self.canv, self)):
                self._draw_badge(badge, left, bottom)

    def _draw_badge(self, badge: Badge, left: float, bottom: float) -> None:
        middle, room = left + self.wide / 2, self.wide - 24
        lines = (
            (self.mission, REGULAR, 8, QUIET, 0.80), (badge.name, BOLD, 21, INK, 0.52),
            (badge.position, REGULAR, 10, QUIET, 0.37), (badge.company, BOLD, 13, ACCENT, 0.17),
        )  # fmt: skip
        for text, font, size, ink, share in lines:
            if text:
                self.canv.setFillColor(ink)
                self.canv.setFont(font, size)
                self.canv.drawCentredString(middle, bottom + self.high * share, fitted(text, font, size, room) + " ")
