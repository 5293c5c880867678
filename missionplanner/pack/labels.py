"""Sheets of labels: name badges and place cards, where their paper has them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import inch, mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from missionplanner.pack.cover import BLEED, MARKS
from missionplanner.pack.delegate_content import Shared
from missionplanner.pack.editions import Badge
from missionplanner.pack.figures import draw_code
from missionplanner.pack.flowables import item
from missionplanner.pack.phrases import Phrase, joined
from missionplanner.pack.style import BOLD, INK, LINE, QUIET, REGULAR, colour, fitted, look, one_line, wrapped
from missionplanner.pack.wording import with_year

NAME = 36
"""The largest size of the name on a badge, to be read across a table."""
LEAST = 11
"""A name is not set smaller: then it is cut."""
SMALLEST = 8.5
"""No text is set smaller."""
CODE = 46
"""The size of the code of a badge: its squares are a little above half a millimetre, as scanners need them."""
_MISSION_STEP = 10
"""From line to line of the name of the mission."""
LEADING = 1.15
"""From line to line of a name, in its size."""


@dataclass(frozen=True, slots=True)
class LabelLayout:
    """Labels on a sheet of paper, in its middle; sizes in points."""

    page: tuple[float, float]
    across: int
    down: int
    wide: float
    high: float

    def place(self, number: int) -> tuple[float, float]:
        """The lower left corner of a label on the page, counted row by row from the top."""
        left = (self.page[0] - self.across * self.wide) / 2 + number % self.across * self.wide
        top = (self.page[1] + self.down * self.high) / 2 - number // self.across * self.high
        return left, top - self.high


class LabelSheet(Flowable):  # type: ignore[misc]
    """A page of labels with faint lines to cut along where the paper has none of its own."""

    LETTER: LabelLayout
    A4: LabelLayout

    def __init__(self, badges: Sequence[Badge], shared: Shared, layout: LabelLayout) -> None:
        super().__init__()
        self.badges, self.shared, self.layout = badges, shared, layout
        self.width, self.height = layout.page

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole page."""
        return self.width, self.height

    def draw(self) -> None:
        """Each label as an item of a list."""
        layout = self.layout
        with self.canv.artifact():
            self._draw_marks()
        for number, badge in enumerate(self.badges):
            left, bottom = layout.place(number)
            with self.canv.artifact():
                self.canv.setStrokeColor(LINE)
                self.canv.setLineWidth(0.25)
                self.canv.rect(left, bottom, layout.wide, layout.high)
                self.decorate(badge, left, bottom)
            with self.canv.marked(item(self.canv, self)):
                self.write(badge, left, bottom)

    def _draw_marks(self) -> None:
        """Draw the marks to cut by, beyond the page: only the print shop's file shows them."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.25)
        layout = self.layout
        (left, top), (width, height) = layout.place(0), layout.page
        for column in range(layout.across + 1):
            x = left + column * layout.wide
            self.canv.line(x, -BLEED, x, -BLEED - MARKS)
            self.canv.line(x, height + BLEED, x, height + BLEED + MARKS)
        for row in range(layout.down + 1):
            y = top + layout.high - row * layout.high
            self.canv.line(-BLEED, y, -BLEED - MARKS, y)
            self.canv.line(width + BLEED, y, width + BLEED + MARKS, y)

    def decorate(self, badge: Badge, left: float, bottom: float) -> None:
        """Draw what is no text."""

    def write(self, badge: Badge, left: float, bottom: float) -> None:
        """Draw the text. Raises NotImplementedError: every kind of label has its own."""
        raise NotImplementedError

    def name(self, text: str, place: tuple[float, float], most: float, room: float) -> None:
        """A name around a point: as large as all of it fits into the room of two lines, cut only at the smallest."""
        size, lines = name_lines(one_line(text), most, room)
        step = size * LEADING
        self.canv.setFillColor(INK)
        self.canv.setFont(BOLD, size)
        for number, line in enumerate(lines):
            y = place[1] + step * (len(lines) - 1) / 2 - number * step
            self.canv.drawCentredString(place[0], y, fitted(line, BOLD, size, room) + " ")

    def line(self, text: str, place: tuple[float, float], font: tuple[str, float, Any], room: float) -> None:
        """A line around a point, smaller where it would not fit, cut where that were too small."""
        name, size, ink = font
        while size > max(0.6 * font[1], SMALLEST) and pdfmetrics.stringWidth(text, name, size) > room:
            size -= 0.5
        self.canv.setFillColor(ink)
        self.canv.setFont(name, size)
        self.canv.drawCentredString(*place, fitted(text, name, size, room) + " ")


def name_lines(text: str, most: float, room: float) -> tuple[float, list[str]]:
    """The size and the lines of a name: two lines of the largest size, or as many smaller ones as are as high.

    It is smaller, too, where a word of it would be broken.
    """
    size = most
    lines = wrapped(text, BOLD, size, room)
    longest = max(text.split(" "), key=len, default="")
    while size > min(most / 2, LEAST) and (
        len(lines) * size > 2 * most or pdfmetrics.stringWidth(longest, BOLD, size) > room
    ):
        size -= 1
        lines = wrapped(text, BOLD, size, room)
    kept = int(2 * most / size)
    return size, [*lines[: kept - 1], " ".join(lines[kept - 1 :])] if len(lines) > kept else lines


def mission_lines(mission: str, room: float) -> list[str]:
    """The name of a mission on a line, or on two about as long; the second is cut where both do not hold it."""
    lines = wrapped(with_year(mission), REGULAR, SMALLEST, room)
    if len(lines) < 2:
        return lines
    words = " ".join(lines).split(" ")
    pairs = [[" ".join(words[:place]), " ".join(words[place:])] for place in range(1, len(words))]
    nearest = min(pairs, key=_longer, default=lines)
    return nearest if _longer(nearest) <= room else [lines[0], " ".join(lines[1:])]


def _longer(lines: Sequence[str]) -> float:
    return float(max(pdfmetrics.stringWidth(line, REGULAR, SMALLEST) for line in lines))


class NameBadges(LabelSheet):
    """Name badges: Avery 5392 on Letter (six of 4 by 3 inches), L7418 on A4 (eight of 86.5 by 55.5 mm)."""

    LETTER = LabelLayout(LETTER, 2, 3, 4 * inch, 3 * inch)
    A4 = LabelLayout(A4, 2, 4, 86.5 * mm, 55.5 * mm)

    def decorate(self, badge: Badge, left: float, bottom: float) -> None:
        """A bar in the colour of the sector, and the code by which its bearer signs in."""
        self.canv.setFillColor(colour(badge.tint))
        self.canv.rect(left, bottom + self.layout.high - 9, self.layout.wide, 9, stroke=0, fill=1)
        if badge.code:
            self.canv.saveState()
            self.canv.translate(left + self.layout.wide - CODE - 6, bottom + self.layout.high - CODE - 14)
            draw_code(self.canv, badge.code, CODE)
            self.canv.restoreState()

    def write(self, badge: Badge, left: float, bottom: float) -> None:
        """Mission, name, position, company, then country, languages and kind of organisation below one another."""
        middle, room, top = left + self.layout.wide / 2, self.layout.wide - 24, bottom + self.layout.high
        accent = look(self.shared.colour).accent
        facts = joined(
            " · ", (*map(Phrase, filter(None, (badge.country, badge.languages, badge.kind))), *badge.details)
        )
        # The code stands at the right of the name and of the mission, which go aside for it.
        aside = CODE if badge.code else 0
        missions = mission_lines(self.shared.mission, room - aside)
        lines = (
            *(
                (Phrase(one, self.shared.named_in), REGULAR, SMALLEST, QUIET, top - 20 - number * _MISSION_STEP)
                for number, one in enumerate(missions)
            ),
            (badge.position, REGULAR, 10, QUIET, bottom + 37),
            (Phrase(badge.company), BOLD, 13, accent, bottom + 21),
            (facts, REGULAR, SMALLEST, INK, bottom + 8),
        )
        # Between the mission and the position; a line of capitals stands a little above the middle of its letters.
        lower = _MISSION_STEP * (len(missions) - 1)
        most = NAME - lower / 2
        height = (bottom + 46 + top - 22 - lower) / 2 - 0.24 * most
        self.name(badge.name, (middle - aside / 2, height), most, room - aside)
        for number, (said, font, size, ink, y) in enumerate(lines):
            if said.text:
                # The name of the mission, which comes first, stands beside the code, too.
                left_out = aside if number < len(missions) else 0
                with self.canv.spoken(said.language):
                    self.line(said.text, (middle - left_out / 2, y), (font, size, ink), room - left_out)


class PlaceCards(LabelSheet):
    """Cards that stand on a table when folded in the middle: four of 3.5 by 4 inches a page (Avery 5302)."""

    LETTER = LabelLayout(LETTER, 2, 2, 3.5 * inch, 4 * inch)
    A4 = LabelLayout(A4, 2, 2, 3.5 * inch, 4 * inch)

    def decorate(self, badge: Badge, left: float, bottom: float) -> None:
        """The fold."""
        self.canv.setDash(2, 3)
        middle = bottom + self.layout.high / 2
        self.canv.line(left, middle, left + self.layout.wide, middle)
        self.canv.setDash()

    def write(self, badge: Badge, left: float, bottom: float) -> None:
        """The name over the company, on the lower half, and upside down on the upper for those across the table."""
        self._half(badge, left, bottom)
        self.canv.saveState()
        self.canv.translate(left + self.layout.wide, bottom + self.layout.high)
        self.canv.rotate(180)
        self._half(badge, 0, 0)
        self.canv.restoreState()

    def _half(self, badge: Badge, left: float, bottom: float) -> None:
        middle, room = left + self.layout.wide / 2, self.layout.wide - 24
        quarter = bottom + self.layout.high / 4
        self.name(badge.name, (middle, quarter + 6), 20, room)
        self.line(badge.company, (middle, quarter - 24), (REGULAR, 11, QUIET), room)
