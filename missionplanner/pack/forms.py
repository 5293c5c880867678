"""Parts that are filled in by hand: lines to write on and boxes to tick."""

from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from missionplanner.pack.style import INK, LINE, QUIET, REGULAR


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
        with self.canv.artifact():
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.6)
            for number in range(1, self.lines + 1):
                y = self.height - number * self.step + 3
                self.canv.line(0, y, self.width, y)


class TickBoxes(Flowable):  # type: ignore[misc]
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
        with self.canv.marked(self.canv.element(self, "P")):
            self._draw_choices()

    def _draw_choices(self) -> None:
        self.canv.setFont(REGULAR, self.size)
        self.canv.setLineWidth(0.7)
        for x, line, label in self.places:
            y = self.height - (line + 1) * 17 + 5
            self.canv.setStrokeColor(QUIET)
            self.canv.rect(x, y - 1, 8.5, 8.5, stroke=1, fill=0)
            self.canv.setFillColor(INK)
            self.canv.drawString(x + 13, y, f"{label} ")
