"""The report on what a mission led to: measures with their usual ranges, outcomes by kind as bars, every meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

from missionplanner.pack.list_tables import LongListTable
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
    QUIET_SMALL,
    REGULAR,
    fitted,
    markup,
    register_fonts,
)

_MARGIN, _PADDING = 18 * mm, 6.0


@dataclass(frozen=True, slots=True)
class ReportShare:
    """A measure as a share, beside the range in which missions usually are."""

    label: str
    percent: float | None
    """None where there is nothing to measure."""
    least: int
    """The lower end of the usual range, in percent."""
    most: int
    """The upper end of the usual range, in percent."""
    words: str
    """The share in words."""


@dataclass(frozen=True, slots=True)
class Report:
    """The content of the report; all texts are in its language."""

    title: str
    subtitle: str
    shares: Sequence[ReportShare]
    kinds_title: str
    kinds: Sequence[tuple[str, int]]
    """Label and number of each kind of outcome."""
    values_title: str
    values: Sequence[str]
    meetings_title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    locale: str


class ShareBar(Flowable):  # type: ignore[misc]
    """A share as a bar over the range in which missions usually are."""

    def __init__(self, share: ReportShare) -> None:
        super().__init__()
        self.share = share

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Label, bar and words below one another."""
        self.width, self.height = width, 48
        return width, self.height

    def draw(self) -> None:
        """The label with the number, the bar, the words."""
        share, canvas = self.share, self.canv
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 10)
        canvas.drawString(0, 36, fitted(share.label, BOLD, 10, self.width - 60))
        number = "–" if share.percent is None else f"{round(share.percent)} %"
        canvas.drawRightString(self.width, 36, number)
        scale = self.width / 100
        canvas.setFillColor(PALE)
        canvas.rect(0, 20, self.width, 8, stroke=0, fill=1)
        canvas.setFillColor(LINE)
        canvas.rect(share.least * scale, 18, (share.most - share.least) * scale, 12, stroke=0, fill=1)
        if share.percent is not None:
            canvas.setFillColor(ACCENT)
            canvas.rect(0, 21, max(share.percent * scale, 1), 6, stroke=0, fill=1)
        canvas.setFillColor(QUIET)
        canvas.setFont(REGULAR, 8.5)
        canvas.drawString(0, 7, fitted(share.words, REGULAR, 8.5, self.width))


class Bars(Flowable):  # type: ignore[misc]
    """Bars beside their labels, with their numbers."""

    STEP = 17

    def __init__(self, bars: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self.bars = bars

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """A line a bar."""
        self.width, self.height = width, self.STEP * len(self.bars)
        return width, self.height

    def draw(self) -> None:
        """Label, bar, number."""
        most = max((number for _label, number in self.bars), default=0) or 1
        left = self.width * 0.36
        for place, (label, number) in enumerate(self.bars):
            y = self.height - (place + 1) * self.STEP + 5
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, 9)
            self.canv.drawString(0, y, fitted(label, REGULAR, 9, left - 8))
            wide = max((self.width - left - 34) * number / most, 0.8)
            self.canv.setFillColor(ACCENT)
            self.canv.rect(left, y - 1, wide, 9, stroke=0, fill=1)
            self.canv.setFillColor(QUIET)
            self.canv.drawString(left + wide + 5, y, str(number))


def render(content: Report, letter_size: bool) -> bytes:
    """The PDF of a report."""
    register_fonts()
    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=LETTER if letter_size else A4,
        leftMargin=_MARGIN - _PADDING,
        rightMargin=_MARGIN - _PADDING,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title=content.title,
        lang=content.locale,
        creator="Trade Mission Planner",
        invariant=1,
    )
    story: list[Flowable] = [
        Paragraph(markup(content.title), H1),
        Paragraph(markup(content.subtitle), QUIET_SMALL),
        Spacer(1, 5 * mm),
        *(ShareBar(share) for share in content.shares),
        Paragraph(markup(content.kinds_title), H2),
        Bars(content.kinds),
        Paragraph(markup(content.values_title), H2),
        *(Paragraph(markup(line), BODY) for line in content.values),
    ]
    if content.rows:
        # As wide as the texts, which have the padding of ReportLab's frames beside them.
        table = _table(content, document.width - 2 * _PADDING)
        story += [Paragraph(markup(content.meetings_title), H2), table]
    document.build(story)
    return out.getvalue()


def _table(content: Report, width: float) -> LongListTable:
    shares = (0.14, 0.23, 0.23, 0.16, 0.12, 0.12)
    cells = [[Paragraph(markup(text), CELL_BOLD) for text in content.headings]]
    cells += [[Paragraph(markup(text[:240]), CELL) for text in row] for row in content.rows]
    table = LongListTable(cells, colWidths=[width * share for share in shares], repeatRows=1, splitInRow=1)
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
                ("BACKGROUND", (0, 0), (-1, 0), PALE),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return table
