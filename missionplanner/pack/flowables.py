"""The pieces pages are made of that ReportLab does not have."""

from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from missionplanner.pack.content import Bar, DirectoryEntry
from missionplanner.pack.style import ACCENT, BOLD, INK, LINE, QUIET, REGULAR, colour, fitted


class Mark(Flowable):  # type: ignore[misc]
    """The invisible start of a section: a bookmark, and its page number for contents and index."""

    def __init__(self, key: str, title: str, level: int, pages: dict[str, int]) -> None:
        super().__init__()
        self.key, self.title, self.level, self.pages = key, title, level, pages
        self.width = self.height = 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room is taken."""
        return 0, 0

    def draw(self) -> None:
        """Set the bookmark on the page being drawn."""
        self.pages[self.key] = self.canv.getPageNumber()
        self.canv.bookmarkHorizontal(self.key, 0, 20)
        if self.title:
            self.canv.addOutlineEntry(self.title, self.key, self.level, closed=self.level > 0)


class Contents(Flowable):  # type: ignore[misc]
    """The table of contents; its page numbers are filled in when the last page is done."""

    FORM = "contents-numbers"
    STEP = 22

    def __init__(self, entries: Sequence[tuple[str, str]], width: float) -> None:
        super().__init__()
        self.entries, self.width = entries, width
        self.height = self.STEP * len(entries)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """One line per entry."""
        return self.width, self.height

    def draw(self) -> None:
        """Titles, leaders and links; the numbers come from a form drawn at the end."""
        for row, (key, title) in enumerate(self.entries):
            y = self.height - (row + 1) * self.STEP + 7
            self.canv.setFont(REGULAR, 11)
            self.canv.setFillColor(INK)
            self.canv.drawString(0, y, fitted(title, REGULAR, 11, self.width - 60))
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.5)
            self.canv.line(0, y - 7, self.width, y - 7)
            self.canv.linkRect("", key, (0, y - 6, self.width, y + 14), relative=1, thickness=0)
        self.canv.doForm(self.FORM)

    def draw_numbers(self, canvas: "object", pages: dict[str, int]) -> None:
        """Draw the form with the page numbers, now that all are known."""
        canvas.beginForm(self.FORM, 0, 0, self.width, self.height)  # type: ignore[attr-defined]
        canvas.setFont(BOLD, 11)  # type: ignore[attr-defined]
        canvas.setFillColor(ACCENT)  # type: ignore[attr-defined]
        for row, (key, _title) in enumerate(self.entries):
            y = self.height - (row + 1) * self.STEP + 7
            canvas.drawRightString(self.width, y, str(pages.get(key, "")))  # type: ignore[attr-defined]
        canvas.endForm()  # type: ignore[attr-defined]


class Entry(Flowable):  # type: ignore[misc]
    """A company in the directory: name, place, people, offers, web site, each cut to the column's width."""

    LEADING = 10.5

    def __init__(self, key: str, entry: DirectoryEntry, tint: str, pages: dict[str, int]) -> None:
        super().__init__()
        self.key, self.entry, self.tint, self.pages = key, entry, tint, pages

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As many lines as there is to say, plus air."""
        self.width = width
        entry = self.entry
        self.lines = [text for text in (entry.place, entry.people, entry.offers, entry.website) if text]
        self.height = 13 + self.LEADING * len(self.lines) + 8
        return width, self.height

    def draw(self) -> None:
        """A bar in the sector's colour, then the lines."""
        self.pages[self.key] = self.canv.getPageNumber()
        room = self.width - 12
        self.canv.setFillColor(colour(self.tint))
        self.canv.rect(0, 6, 2.5, self.height - 8, stroke=0, fill=1)
        self.canv.setFillColor(INK)
        self.canv.setFont(BOLD, 9)
        y = self.height - 11
        self.canv.drawString(9, y, fitted(self.entry.name, BOLD, 9, room))
        self.canv.setFillColor(QUIET)
        self.canv.setFont(REGULAR, 7.6)
        for line in self.lines:
            y -= self.LEADING
            self.canv.drawString(9, y, fitted(line, REGULAR, 7.6, room))


class IndexLine(Flowable):  # type: ignore[misc]
    """A name in the index with the page its entry was drawn on."""

    def __init__(self, key: str, name: str, pages: dict[str, int]) -> None:
        super().__init__()
        self.key, self.name, self.pages = key, name, pages

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """One line."""
        self.width, self.height = width, 11.5
        return width, self.height

    def draw(self) -> None:
        """Name at the left, page at the right."""
        self.canv.setFont(REGULAR, 8)
        self.canv.setFillColor(INK)
        self.canv.drawString(0, 2, fitted(self.name, REGULAR, 8, self.width - 24))
        self.canv.setFillColor(QUIET)
        self.canv.drawRightString(self.width - 2, 2, str(self.pages.get(self.key, "")))


class Chart(Flowable):  # type: ignore[misc]
    """Columns for the market figures, drawn as vectors."""

    def __init__(self, bars: Sequence[Bar], width: float, height: float = 170) -> None:
        super().__init__()
        self.bars, self.width, self.height = bars, width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it was given."""
        return self.width, self.height

    def draw(self) -> None:
        """A column per figure with its value above and its year below."""
        most = max((bar.value for bar in self.bars), default=0) or 1
        step = self.width / max(len(self.bars), 1)
        room = self.height - 44
        for number, bar in enumerate(self.bars):
            middle = step * (number + 0.5)
            high = max(room * bar.value / most, 1)
            self.canv.setFillColor(ACCENT)
            self.canv.rect(middle - 28, 22, 56, high, stroke=0, fill=1)
            self.canv.setFillColor(INK)
            self.canv.setFont(BOLD, 10)
            self.canv.drawCentredString(middle, 22 + high + 6, bar.text)
            self.canv.setFont(REGULAR, 9)
            self.canv.drawCentredString(middle, 6, bar.label)
        self.canv.setStrokeColor(LINE)
        self.canv.line(0, 22, self.width, 22)


class Ruled(Flowable):  # type: ignore[misc]
    """Lines to write on."""

    def __init__(self, lines: int, step: float = 20) -> None:
        super().__init__()
        self.lines, self.step = lines, step

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The column's width."""
        self.width, self.height = width, self.lines * self.step
        return width, self.height

    def draw(self) -> None:
        """The lines, from top to bottom."""
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.6)
        for number in range(1, self.lines + 1):
            y = self.height - number * self.step + 3
            self.canv.line(0, y, self.width, y)


class Choices(Flowable):  # type: ignore[misc]
    """Boxes to tick, each with its label, flowing over lines."""

    def __init__(self, labels: Sequence[str], size: float = 8) -> None:
        super().__init__()
        self.labels, self.size = labels, size

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As many lines as the labels need."""
        self.width = width
        self.places: list[tuple[float, int, str]] = []
        x, line = 0.0, 0
        for label in self.labels:
            need = 16 + pdfmetrics.stringWidth(label, REGULAR, self.size) + 12
            if x and x + need > width:
                x, line = 0.0, line + 1
            self.places.append((x, line, label))
            x += need
        self.height = (line + 1) * 17
        return width, self.height

    def draw(self) -> None:
        """The boxes and labels."""
        self.canv.setFont(REGULAR, self.size)
        self.canv.setLineWidth(0.7)
        for x, line, label in self.places:
            y = self.height - (line + 1) * 17 + 5
            self.canv.setStrokeColor(QUIET)
            self.canv.rect(x, y - 1, 8.5, 8.5, stroke=1, fill=0)
            self.canv.setFillColor(INK)
            self.canv.drawString(x + 13, y, label)
