"""Lists on paper without a cover, such as those of a signing."""

from collections.abc import Iterator
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.delegate_pages import Book, Story
from missionplanner.pack.editions import ListPapers, ValueChart
from missionplanner.pack.figures import figure
from missionplanner.pack.flowables import Mark, Text
from missionplanner.pack.list_tables import ListTable
from missionplanner.pack.organiser_pages import LEAST, lists_of
from missionplanner.pack.style import INK, LABEL, REGULAR, fitted, look, markup

_ROOM = 30 * mm
"""The room of the heading of a section below another, and around its chart."""
_APART = 8 * mm
"""Between two sections on a page."""
_STEP = 17
"""The height of a bar with its gap."""


class ListsBook(Book):
    """Sections of lists, one after the other; above them the name of the mission, and of what they are."""

    has_cover = False

    def __init__(self, shared: Shared, own: Own, papers: ListPapers, size: tuple[float, float]) -> None:
        self._papers = papers
        super().__init__(shared, own, size)

    def story(self) -> Story:
        """Every section; one begins on the page of the one before where there is room for its chart and some rows."""
        shared, title = self.shared, self.own.company
        # A title that names the mission, such as that of a report, says all.
        named = [title] if shared.mission in title else [shared.mission]
        found: Story = [Text(markup(line), LABEL) for line in named]
        charts = dict(self._papers.charts)
        for number, (key, section, body) in enumerate(self._bodies):
            mark = Mark(key, section, 0, self.pages, section)
            if number:
                chart = _STEP * len(charts[key].bars) if key in charts else 0
                found.append(CondPageBreak(min(_ROOM + chart + max(self._beginning(body), LEAST), self.height)))
                mark.spaceBefore = _APART
            found += [mark, *body]
        return found

    def _beginning(self, body: Story) -> float:
        """The height of the headings and first rows of the first list of a section."""
        table = next((piece for piece in body if isinstance(piece, ListTable)), None)
        if table is None:
            return 0
        table.wrap(self.width, self.height)
        return float(sum(table._rowHeights[: table.repeatRows + 2]))

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        charts = dict(self._papers.charts)
        for section in self._papers.sections:
            head, *lists = lists_of(self, section)
            chart = charts.get(section.key)
            drawn = [WideBars(chart, self.width, look(self.shared.colour).band), Spacer(0, 4 * mm)] if chart else []
            yield section.key, section.title, [head, *drawn, *lists]


class WideBars(Flowable):  # type: ignore[misc]
    """Bars beside their labels, described in words."""

    def __init__(self, chart: ValueChart, width: float, tint: Any) -> None:
        super().__init__()
        self.chart, self.tint, self.width = chart, tint, width
        self.height = _STEP * len(chart.bars)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return a line a bar."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw label, bar and value."""
        words = f"{self.chart.title}: " + "; ".join(f"{label}: {text}" for label, _value, text in self.chart.bars)
        with figure(self.canv, self, words, (self.width, self.height)):
            self._draw_bars()

    def _draw_bars(self) -> None:
        most = max((value for _label, value, _text in self.chart.bars), default=0) or 1
        right, longest = 70, max(stringWidth(label, REGULAR, 9) for label, _value, _text in self.chart.bars)
        left = min(max(longest + 9, self.width * 0.2), self.width * 0.5)
        for place, (label, value, text) in enumerate(self.chart.bars):
            y = self.height - (place + 1) * _STEP + 5
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, 9)
            self.canv.drawString(0, y, fitted(label, REGULAR, 9, left - 8))
            wide = max((self.width - left - right) * value / most, 0.8)
            self.canv.setFillColor(self.tint)
            self.canv.rect(left, y - 1, wide, 9, stroke=0, fill=1)
            self.canv.setFillColor(INK)
            self.canv.drawString(left + wide + 5, y, fitted(text, REGULAR, 9, right - 6))
