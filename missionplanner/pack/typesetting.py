"""Lines of text on the grid of delegate packs: measured once, drawn and tagged without the cost of paragraphs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from missionplanner.domain.links import calls_in, lead
from missionplanner.i18n import Translator, translator
from missionplanner.pack.phrases import Phrase, split
from missionplanner.pack.style import BOLD, INK, LABEL, LINE, QUIET, REGULAR, fitted, wrapped
from missionplanner.pack.tags import Element
from missionplanner.typography import capital

GUTTER = 4 * mm
"""Between two of the six columns."""
HOURS = 70
"""The width of the column of hours, the same on all pages."""


@dataclass(frozen=True, slots=True)
class Face:
    """A size and weight of type."""

    font: str
    size: float
    leading: float
    quiet: bool = False

    @property
    def tint(self) -> Any:
        """The colour it is set in."""
        return QUIET if self.quiet else INK


TITLE, HEAD = Face(BOLD, 24, 30), Face(BOLD, 14, 18)
TEXT, STRONG = Face(REGULAR, 10.5, 14), Face(BOLD, 10.5, 14)
SMALL, SMALL_BOLD = Face(REGULAR, 9, 11.5), Face(BOLD, 9, 11.5)
NOTE, NOTE_BOLD = Face(REGULAR, 8.5, 11, quiet=True), Face(BOLD, 8.5, 11, quiet=True)


def style_of(face: Face, **more: Any) -> ParagraphStyle:
    """The style of paragraphs in a face."""
    return ParagraphStyle(
        "plain", parent=LABEL, fontName=face.font, fontSize=face.size, leading=face.leading, textColor=face.tint,
        **{"spaceBefore": 0, "spaceAfter": 0, "bulletFontSize": face.size, **more},
    )  # fmt: skip


def columns(width: float, number: int) -> float:
    """The width of so many of the six columns."""
    return float((width - 5 * GUTTER) / 6 * number + (number - 1) * GUTTER)


@lru_cache(maxsize=20_000)
def lines_of(text: str, face: Face, width: float, most: int = 99) -> tuple[str, ...]:
    """The text in lines of this width, the last of `most` cut where there are more."""
    # No more letters than the narrowest make so many lines: a text may be very long.
    text = text[: int((most + 1) * width / face.size * 5)]
    found = [line for part in text.splitlines() for line in wrapped(part, face.font, face.size, width)]
    if len(found) > most:
        found[most - 1 :] = [fitted(f"{found[most - 1]} {found[most]} …", face.font, face.size, width)]
    return tuple(line for line in found if line.strip())


def day_name(day: date, t: Translator) -> str:
    """A day of the mission as a heading: with its weekday, without the year, beginning with a capital."""
    return _day_name(day, t.language)


@lru_cache
def _day_name(day: date, language: str) -> str:
    return capital(translator(language).weekday(day))


def text_width(text: str, face: Face) -> float:
    """The width of a text on one line."""
    return float(pdfmetrics.stringWidth(text, face.font, face.size))


def set_lines(canvas: Any, lines: tuple[str, ...], face: Face, place: tuple[float, float], tint: Any = None) -> float:
    """Draw lines below a place and return where the next begins; inside a mark."""
    x, y = place
    canvas.setFont(face.font, face.size)
    canvas.setFillColor(tint or face.tint)
    for line in lines:
        canvas.drawString(x, y - (face.leading + 0.7 * face.size) / 2, f"{line} ")
        y -= face.leading
    return y


def set_said(
    canvas: Any, lines: Sequence[str], said: Sequence[Phrase], face: Face, place: tuple[float, float]
) -> float:
    """Draw the lines of what is said, its parts in other languages tagged; return where the next begins."""
    if not any(one.language for one in said):
        return set_lines(canvas, tuple(lines), face, place)
    x, y = place
    for row in split(lines, said):
        left = x
        for part in row:
            with canvas.spoken(part.language):
                set_lines(canvas, (part.text,), face, (left, y))
            left += text_width(part.text, face)
        y -= face.leading
    return y


class Rows:
    """Tags a table that is drawn by hand; the same identity goes on with the same table on the next page."""

    def __init__(self, canvas: Any, identity: object) -> None:
        self._canvas = canvas
        self._table = canvas.element(identity, "Table")

    @contextmanager
    def row(self) -> Iterator[Element]:
        """A row, to whose cells `cell` adds."""
        yield Element("TR", self._table)

    @contextmanager
    def cell(self, row: Element, scope: str = "") -> Iterator[Element]:
        """Everything drawn meanwhile is a cell; scope: Row or Column for a heading."""
        attributes = f"<</O /Table /Scope /{scope}>>" if scope else None
        found = Element("P", Element("TH" if scope else "TD", row, attributes))
        with self._canvas.marked(found):
            yield found

    @contextmanager
    def linked(self, row: Element, key: str, words: str, area: tuple[float, float, float, float]) -> Iterator[Element]:
        """Everything drawn meanwhile is a cell whose words lead to a bookmark, as does all of the area."""
        link = Element("Link", Element("TD", row))
        with self._canvas.marked(link):
            yield link
        self._canvas.link(link, key, words, area)

    def beside(self, one: Element) -> Element:
        """Another paragraph of a cell."""
        return Element("P", one.parent)


class Lined(Flowable):  # type: ignore[misc]
    """A text of few lines in one face, a paragraph or heading of the structure."""

    def __init__(self, text: str, face: Face, tag: str = "P", tint: Any = None, before: float = 0, most: int = 99):
        super().__init__()
        self.text, self.face, self.tag, self.tint, self.before, self.most = text, face, tag, tint, before, most
        self.after, self.language, self.link = 0.0, "", ""
        self.said: Sequence[Phrase] = ()
        """Its parts, where some of them are in another language."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As many lines as the width needs."""
        self.lines = lines_of(self.text, self.face, width, self.most)
        self.width, self.height = width, self.before + self.face.leading * len(self.lines) + self.after
        return width, self.height

    def draw(self) -> None:
        """The lines as one element, which may lead out of the file."""
        if not self.lines:
            return
        element = self.canv.element(self, self.tag)
        element.language = self.language
        drawn = Element("Link", element) if self.link else element
        with self.canv.marked(drawn):
            place = 0, self.height - self.before
            if any(one.language for one in self.said):
                bottom = set_said(self.canv, self.lines, self.said, self.face, place)
            else:
                bottom = set_lines(self.canv, self.lines, self.face, place, self.tint)
        if self.link:
            wide = max(text_width(line, self.face) for line in self.lines)
            self.canv.link(drawn, self.link, " ".join(self.lines), (0, bottom, wide, self.height - self.before))


def leading_to(link: str, lined: Lined) -> Lined:
    """Have a text lead out of the file."""
    lined.link = link
    return lined


def spoken(lined: Lined, language: str) -> Lined:
    """Tag a text that is in another language than the pack."""
    lined.language = language
    return lined


def set_contacts(
    canvas: Any, cell: Element, lines: Sequence[str], text: str, place: tuple[float, float], face: Face = SMALL
) -> float:
    """Draw lines of contacts or sites in a cell, each of which leads where it says; return where the next begins."""
    x, y = place
    for line in lines:
        target = lead(line, text)
        drawn = Element("Link" if target else "P", cell)
        with canvas.marked(drawn):
            below = set_lines(canvas, (line,), face, (x, y))
        if target:
            canvas.link(drawn, target, line, (x, below, x + text_width(line, face), y))
        y = below
    return y


def set_calls(
    canvas: Any,
    whole: Element,
    told: tuple[Sequence[str], Sequence[Phrase]],
    face: Face,
    place: tuple[float, float],
) -> float:
    """Draw the lines of what is said as an element, numbers in which are called; return where the next begins."""
    x, y = place
    # The beginning of a number that goes on with the next line calls somebody else.
    known = {target for _words, target in calls_in("".join(one.text for one in told[1]))}
    for row in split(*told):
        left = x
        for words, target, language in ((*run, part.language) for part in row for run in calls_in(part.text)):
            drawn = Element("Link" if target and target in known else "Span", whole)
            drawn.language = language
            wide = text_width(words, face)
            with canvas.marked(drawn):
                set_lines(canvas, (words,), face, (left, y))
            if drawn.tag == "Link":
                canvas.link(drawn, target, words, (left, y - face.leading, left + wide, y))
            left += wide
        y -= face.leading
    return y


class RuledNotes(Flowable):  # type: ignore[misc]
    """A heading and lines to write on, down to the foot of the room."""

    STEP = 22

    def __init__(self, heading: str, height: float) -> None:
        super().__init__()
        self.heading, self.height = heading, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it was given."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """The heading, and lines as far as they go."""
        with self.canv.marked(self.canv.element(self, "P")):
            set_lines(self.canv, (self.heading,), NOTE_BOLD, (0, self.height))
        rule(self.canv, self.width, (self.height - 18 - self.STEP, 0), self.STEP)


def rule(canvas: Any, width: float, span: tuple[float, float], step: float, left: float = 0) -> None:
    """Lines to write on, from a height down to another."""
    with canvas.artifact():
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        y = span[0]
        while y >= span[1] - 0.01:
            canvas.line(left, y, left + width, y)
            y -= step
