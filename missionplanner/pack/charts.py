"""Charts of the market as vectors, each described in words: columns, a line, shares of a whole."""

from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from missionplanner.pack.delegate_content import MarketBar, MarketChart
from missionplanner.pack.figures import figure
from missionplanner.pack.style import BOLD, INK, LINE, REGULAR, fitted, wrapped

_WIDEST = 56
"""The most points a column is wide."""
_SMALLEST = 8.5
"""The size of values that have no room in a larger one."""
_SHARE = 20
"""The height of a share."""
_LABEL = 62
"""The width of the period beside a share, and of its value."""


class Chart(Flowable):  # type: ignore[misc]
    """A series of figures, described in words by its title and the figures; as high as it is told, shares as needed."""

    def __init__(self, chart: MarketChart, width: float, tint: Any, height: float = 170) -> None:
        super().__init__()
        self.chart, self.tint, self.width = chart, tint, width
        self.height = _SHARE * len(chart.bars) if chart.kind == "share" else height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it was given."""
        return self.width, self.height

    def draw(self) -> None:
        """The figures with their values and periods."""
        words = f"{self.chart.title}: " + "; ".join(f"{bar.label}: {bar.text}" for bar in self.chart.bars)
        drawers: dict[str, Callable[[], None]] = {"line": self._draw_line, "share": self._draw_shares}
        with figure(self.canv, self, words, (self.width, self.height)):
            drawers.get(self.chart.kind, self._draw_columns)()

    def _draw_columns(self) -> None:
        step = self.width / max(len(self.chart.bars), 1)
        wide = min(_WIDEST, step * 0.7)
        for number, bar in enumerate(self.chart.bars):
            middle, end = step * (number + 0.5), self._height_of(bar.value)
            zero = self._height_of(0)
            self.canv.setFillColor(self.tint)
            self.canv.rect(middle - wide / 2, min(zero, end), wide, max(abs(end - zero), 1), stroke=0, fill=1)
            self._write(bar.text, BOLD, middle, max(zero, end) + 6, step)
            self._write(bar.label, REGULAR, middle, 6, step)
        self._draw_base()

    def _draw_line(self) -> None:
        """The points joined; the first, the last, the highest and the lowest have their values."""
        bars = self.chart.bars
        step = (self.width - _WIDEST) / max(len(bars) - 1, 1)
        points = [(_WIDEST / 2 + step * number, self._height_of(bar.value)) for number, bar in enumerate(bars)]
        self.canv.setStrokeColor(self.tint)
        self.canv.setLineWidth(2)
        path = self.canv.beginPath()
        for place, point in enumerate(points):
            (path.lineTo if place else path.moveTo)(*point)
        self.canv.drawPath(path)
        self.canv.setFillColor(self.tint)
        for x, y in points:
            self.canv.circle(x, y, 2.5, stroke=0, fill=1)
        for place in sorted(self._named(bars)):
            self._write(bars[place].text, BOLD, points[place][0], points[place][1] + 7, _WIDEST)
            self._write(bars[place].label, REGULAR, points[place][0], 6, _WIDEST)
        self._draw_base()

    def _named(self, bars: tuple[MarketBar, ...]) -> set[int]:
        """The places of the figures that are written: all where there is room, else those that say most."""
        if len(bars) * _WIDEST <= self.width + _WIDEST:
            return set(range(len(bars)))
        kept: list[int] = []
        for place in (len(bars) - 1, 0, *sorted(range(len(bars)), key=lambda place: -bars[place].value)[:1]):
            step = (self.width - _WIDEST) / (len(bars) - 1)
            if all(abs(place - other) * step >= _WIDEST for other in kept):
                kept.append(place)
        return set(kept)

    def _draw_shares(self) -> None:
        room = self.width - 2 * _LABEL
        for number, bar in enumerate(self.chart.bars):
            bottom = self.height - (number + 1) * _SHARE + 4
            self.canv.setFillColor(LINE)
            self.canv.rect(_LABEL, bottom, room, _SHARE - 8, stroke=0, fill=1)
            self.canv.setFillColor(self.tint)
            self.canv.rect(_LABEL, bottom, room * min(max(bar.value, 0), 100) / 100, _SHARE - 8, stroke=0, fill=1)
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, 9)
            self.canv.drawString(0, bottom + 2, fitted(bar.label, REGULAR, 9, _LABEL - 6))
            self.canv.setFont(BOLD, 9)
            percent = "%" if self.canv.language.startswith("en") else "\u00a0%"
            self.canv.drawString(_LABEL + room + 6, bottom + 2, fitted(f"{bar.text}{percent}", BOLD, 9, _LABEL - 6))

    def _height_of(self, value: float) -> float:
        """How high a value stands: between the periods below and the values above."""
        values = [bar.value for bar in self.chart.bars]
        least, most = min(0.0, *values), max(0.0, *values)
        return 22 + (self.height - 44) * (value - least) / ((most - least) or 1)

    def _write(self, text: str, font: str, middle: float, y: float, room: float) -> None:
        """Write around a point, smaller where there is no room, then on two lines."""
        size: float = 9 if font == REGULAR else 10
        if stringWidth(text, font, size) > room - 2:
            size = _SMALLEST
        *above, last = wrapped(text, font, size, room - 2) or [""]
        self.canv.setFillColor(INK)
        self.canv.setFont(font, size)
        if above:
            self.canv.drawCentredString(middle, y + size * 1.2, fitted(" ".join(above), font, size, room - 2) + " ")
        self.canv.drawCentredString(middle, y, fitted(last, font, size, room - 2))

    def _draw_base(self) -> None:
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.8)
        self.canv.line(0, self._height_of(0), self.width, self._height_of(0))
