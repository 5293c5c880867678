"""Follow-up forms as PDF: a block of fields for each company somebody met, filled in on the screen and sent back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from missionplanner.pack.form_fields import FormCanvas, PdfField
from missionplanner.pack.style import BOLD, INK, LINE, QUIET, REGULAR, fitted, register_fonts, wrapped
from missionplanner.pack.tags import Element

_MARGIN, _HIGH, _GAP = 16 * mm, 15, 6
"""The margin, the height of a field, and the gap between fields."""
_LINE = 28
"""The height of a line of fields with their labels."""
_TITLES = (15.0, 13.0, 11.5)
"""The sizes of the title."""
_ROWS: tuple[tuple[tuple[str, float], ...], ...] = (
    (("stage", 0.23), ("since", 0.13), ("value", 0.16), ("currency", 0.11), ("jobs", 0.1), ("began_before", 0.27)),
    (("about", 0.34), ("third", 0.18), ("next_step", 0.26), ("evidence", 0.22)),
)
"""The fields of a block with their shares of the width."""


@dataclass(frozen=True, slots=True)
class FollowUpPaper:
    """A form in its language."""

    title: str
    company: str
    intro: str
    locale: str
    known: Mapping[str, str]
    """The values by which the form is known when it comes back."""
    head: Sequence[tuple[str, str]]
    """The fields above the blocks, with their labels."""
    labels: Mapping[str, str]
    """The labels of the fields of a block; "with" is that of the company."""
    choices: Mapping[str, Sequence[str]]
    blocks: Sequence[tuple[str, str, str]]
    """Uid, name and what is known of each company; free ones have no uid and no name."""


def render(content: FollowUpPaper, letter_size: bool) -> bytes:
    """Return the form as PDF."""
    register_fonts()
    out = BytesIO()
    size = LETTER if letter_size else A4
    canvas = FormCanvas(out, pagesize=size, lang=content.locale, invariant=1)
    canvas.setTitle(content.title)
    canvas.setCreator("Trade Mission Planner")
    _Page(canvas, content, size).draw()
    canvas.save()
    return out.getvalue()


class _Page:
    """Draws a form from the top down, and begins a page where one is full."""

    def __init__(self, canvas: FormCanvas, content: FollowUpPaper, size: tuple[float, float]) -> None:
        self._canvas, self._content = canvas, content
        self._width, self._top = size[0] - 2 * _MARGIN, size[1] - _MARGIN
        self._y = self._top

    def draw(self) -> None:
        """The head, then a block a company."""
        for name, value in self._content.known.items():
            self._canvas.keep(name, value)
        self._write_title(self._content.title)
        self._write(self._content.company, BOLD, 11, 16)
        self._write(self._content.intro, REGULAR, 9, 14)
        share = 1 / len(self._content.head)
        self._fields([(name, share, label, ()) for name, label in self._content.head], self._content.company)
        is_free = False
        for number, (uid, name, so_far) in enumerate(self._content.blocks, start=1):
            # One free block is enough where further ones would begin a page.
            if is_free and not uid and self._is_full(uid):
                return
            self._block(number, uid, name, so_far)
            is_free = not uid

    def _is_full(self, uid: str) -> bool:
        """Whether a block begins a page."""
        high = (len(_ROWS) + (not uid)) * _LINE + 34
        return bool(self._y - high < _MARGIN)

    def _block(self, number: int, uid: str, name: str, so_far: str) -> None:
        content = self._content
        if self._is_full(uid):
            self._canvas.showPage()
            self._y = self._top
        with self._canvas.artifact():
            self._canvas.setStrokeColor(LINE)
            self._canvas.line(_MARGIN, self._y, _MARGIN + self._width, self._y)
        self._canvas.keep(f"{number}|uid", uid)
        if uid:
            self._canvas.keep(f"{number}|with", name)
            self._write(f"{number}. {name}", BOLD, 10.5, 16, "H2")
            self._write(so_far, REGULAR, 9, 12)
        else:
            self._y -= 4
            self._fields([(f"{number}|with", 1.0, content.labels["with"], ())], str(number))
        for row in _ROWS:
            fields = [
                (f"{number}|{key}", share, content.labels[key], content.choices.get(key, ())) for key, share in row
            ]
            self._fields(fields, name or str(number))
        self._y -= 8

    def _write_title(self, title: str) -> None:
        """As large as one line of it can be; at the smallest over as many lines as it takes, none of it cut."""
        size = next((one for one in _TITLES if stringWidth(title, BOLD, one) <= self._width), _TITLES[-1])
        element = Element("H1", self._canvas.here)
        for line in wrapped(title, BOLD, size, self._width):
            self._y -= size * 4 / 3
            with self._canvas.marked(element):
                self._canvas.setFillColor(INK)
                self._canvas.setFont(BOLD, size)
                self._canvas.drawString(_MARGIN, self._y + 3, f"{line} ")

    def _write(self, text: str, font: str, size: float, step: float, tag: str = "P") -> None:
        if not text:
            return
        self._y -= step
        with self._canvas.marked(Element(tag, self._canvas.here)):
            self._canvas.setFillColor(INK if font == BOLD else QUIET)
            self._canvas.setFont(font, size)
            self._canvas.drawString(_MARGIN, self._y + 3, fitted(text, font, size, self._width))

    def _fields(self, fields: Sequence[tuple[str, float, str, Sequence[str]]], of: str) -> None:
        """Put fields beside one another (name, share, label, choices), each with its label above."""
        x = _MARGIN
        for name, share, label, choices in fields:
            wide = self._width * share - _GAP
            with self._canvas.marked(Element("P", self._canvas.here)):
                self._canvas.setFillColor(QUIET)
                self._canvas.setFont(REGULAR, 8.5)
                self._canvas.drawString(x, self._y - 10, fitted(label, REGULAR, 8.5, wide))
            with self._canvas.artifact():
                self._canvas.setStrokeColor(LINE)
                self._canvas.rect(x, self._y - 13 - _HIGH, wide, _HIGH, stroke=1, fill=0)
            field = PdfField(name, f"{of}: {label}", choices)
            self._canvas.field(field, (x + 0.5, self._y - 12.5 - _HIGH, x + wide - 0.5, self._y - 13.5))
            x += wide + _GAP
        self._y -= _LINE + 4
