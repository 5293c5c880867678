"""Bar charts drawn by hand: calm, sharp, readable in grey."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from missionplanner.gui.widgets.theme import colours

_STEP = 30


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A bar of a chart."""

    label: str
    value: int
    colour: str = ""
    """As #rrggbb; the accent when empty."""
    limit: int = 0
    """The value at which a fine line is drawn; 0 for none."""


class BarChart(QWidget):
    """Horizontal bars with their labels and numbers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: list[ChartBar] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: list[ChartBar]) -> None:
        """Draw these bars, also as a sentence for screen readers."""
        self._bars = bars
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.value}" for bar in bars))
        self.setFixedHeight(max(len(bars), 1) * _STEP)
        self.update()

    def sizeHint(self) -> QSize:
        """A line per bar."""
        return QSize(320, max(len(self._bars), 1) * _STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Label, bar, number; a fine line where the limit is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = colours()
        most = max((max(bar.value, bar.limit) for bar in self._bars), default=0) or 1
        widest = max((painter.fontMetrics().horizontalAdvance(bar.label) for bar in self._bars), default=0)
        left = min(widest + 16.0, self.width() * 0.58)
        room = self.width() - left - 56
        for number, bar in enumerate(self._bars):
            y = number * _STEP
            text = QRectF(0, y, left - 12, _STEP)
            label = painter.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, int(text.width()))
            painter.setPen(QColor(c.text))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
            wide = room * bar.value / most
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(bar.colour or c.accent))
            if bar.value:
                painter.drawRoundedRect(QRectF(left, y + 7, max(wide, 2), _STEP - 14), 3, 3)
            painter.setPen(QColor(c.quiet))
            number_box = QRectF(left + max(wide, 2) + 8, y, 56, _STEP)
            painter.drawText(number_box, Qt.AlignmentFlag.AlignVCenter, str(bar.value))
            if bar.limit:
                x = left + room * bar.limit / most
                painter.drawLine(int(x), int(y + 4), int(x), int(y + _STEP - 4))
        painter.end()
