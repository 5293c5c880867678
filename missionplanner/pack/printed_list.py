"""Any list of the program as a printed table: what is shown, in the order shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, TableStyle

from missionplanner.pack.column_widths import column_widths, room_of_words
from missionplanner.pack.list_tables import LongListTable
from missionplanner.pack.style import (
    CELL,
    CELL_BOLD,
    H1,
    LINE,
    PALE,
    QUIET,
    QUIET_SMALL,
    REGULAR,
    fitted,
    markup,
    register_fonts,
)

_LONGEST = 240
_POINTS = 0.65
"""Points of the sheet that a column needs for each unit of its width on the screen, so that words are not cut up."""


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list as it is shown."""

    title: str
    subtitle: str
    """The filter in words."""
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    """The texts of each row, by column."""
    widths: Sequence[float]
    """The widths of the columns on the screen; they count by their proportions."""
    locale: str = "en-CA"
    """The language tag of the PDF, by which screen readers pronounce it."""


def render(content: PrintedList, letter_size: bool) -> bytes:
    """The PDF of a list, sideways, with its headings on every page.

    A list of many columns gets a larger sheet of the same shape, which printers fit to the paper.
    """
    register_fonts()
    out = BytesIO()
    width, height = landscape(LETTER if letter_size else A4)
    larger = max(1.0, sum(content.widths) * _POINTS / (width - 28 * mm))
    size = (width * larger, height * larger)
    document = SimpleDocTemplate(
        out,
        pagesize=size,
        leftMargin=14 * mm,
        rightMargin=14 * mm,
        topMargin=14 * mm,
        bottomMargin=16 * mm,
        title=content.title,
        lang=content.locale,
        creator="Trade Mission Planner",
        invariant=1,
    )
    head = [Paragraph(markup(content.title), H1), Paragraph(markup(content.subtitle), QUIET_SMALL), Spacer(1, 4 * mm)]
    document.build([*head, _table(content, document.width)], onFirstPage=_foot(content), onLaterPages=_foot(content))
    return out.getvalue()


def _table(content: PrintedList, width: float) -> LongListTable:
    cells: list[list[Any]] = [[Paragraph(markup(text), CELL_BOLD) for text in content.headings]]
    cells += [[Paragraph(markup(_short(text)), CELL) for text in row] for row in content.rows]
    table = LongListTable(cells, colWidths=_widths(content, width), repeatRows=1, splitInRow=1)
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
                ("BACKGROUND", (0, 0), (-1, 0), PALE),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return table


def _widths(content: PrintedList, width: float) -> list[float]:
    """Return the widths of the columns as on the screen, but for what words need so as not to be cut up."""
    least = max(content.widths, default=1) / 4
    heads = [room_of_words((text,), (CELL_BOLD.fontName, CELL_BOLD.fontSize)) for text in content.headings]
    font = CELL.fontName, CELL.fontSize
    needs = [max(head, room_of_words((row[n] for row in content.rows), font)) for n, head in enumerate(heads)]
    return column_widths([max(one, least) for one in content.widths], width, needs, heads)


def _short(text: str) -> str:
    """A cell that can be printed: a row has to fit on a page."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _foot(content: PrintedList) -> Any:
    def draw(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont(REGULAR, 8.5)
        canvas.setFillColor(QUIET)
        room = document.width - 20 * mm
        canvas.drawString(
            document.leftMargin, 9 * mm, fitted(f"{content.title} – {content.subtitle}", REGULAR, 8.5, room)
        )
        canvas.drawRightString(document.leftMargin + document.width, 9 * mm, str(document.page))

    return draw
