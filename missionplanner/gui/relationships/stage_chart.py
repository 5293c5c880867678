"""A chart of stages: a bar a row, or a column a day, each made of the numbers at each stage; readable in grey."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from missionplanner.domain.relationships import ORDER, Stage
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.i18n import current
from missionplanner.jobs.relationships.counting import StageCount

_ROW, _BAR, _LEGEND, _SWATCH, _HIGH, _PAD = 30, 18, 24, 12, 140, 6
_SHARES = (0.08, 0.17, 0.26, 0.36, 0.46, 0.84, 0.92, 1.0)
"""How much of the accent is in each stage: those of deals stand apart, and numbers are readable on all of them."""
_LEAST = 4.5
"""The least contrast of a number on its bar."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A rectangle of a stage, with its number."""

    stage: Stage
    number: int
    place: QRect


class StageChart(QWidget):
    """Stages from the first, palest, to the last, strongest; what ended is hatched. A table beside it says the same."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: Sequence[StageCount] = ()
        self._stands = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[StageCount], stands: bool) -> None:
        """Draw these rows, standing side by side or lying one below the other; also in words for screen readers."""
        self._rows, self._stands = rows, stands
        self.setAccessibleDescription("; ".join(f"{row.label}: {described(row)}" for row in rows))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that the legend takes more lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the least height of the legend and the bars; columns become as high as there is room."""
        return self._legend(width)[1] + _PAD + (_HIGH if self._stands else max(len(self._rows), 1) * _ROW)

    def sizeHint(self) -> QSize:
        """Return the size at the width it has."""
        return QSize(420, self.heightForWidth(max(self.width(), 420)))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which numbers can be read."""
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Legend, bars, labels, numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        places, top = self._legend(self.width())
        for stage, place in places:
            paint_stage(painter, stage, QRect(place.left(), place.center().y() - _SWATCH // 2, _SWATCH, _SWATCH))
            painter.setPen(QColor(colours().text))
            painter.drawText(place.adjusted(_SWATCH + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, stage.label)
        draw = self._standing if self._stands else self._lying
        draw(painter, QRect(0, top + _PAD, self.width(), self.height() - top - _PAD))
        painter.end()

    def _legend(self, width: int) -> tuple[list[tuple[Stage, QRect]], int]:
        """Return where the stages that occur are named, and where that ends."""
        found, x, y = [], 0, 0
        for stage in (one for one in Stage if any(row.by_stage.get(one) for row in self._rows)):
            wide = self.fontMetrics().horizontalAdvance(stage.label) + _SWATCH + 24
            if x and x + wide > width:
                x, y = 0, y + _LEGEND
            found.append((stage, QRect(x, y, wide, _LEGEND)))
            x += wide
        return found, y + _LEGEND if found else 0

    def _lying(self, painter: QPainter, area: QRect) -> None:
        metrics, most = painter.fontMetrics(), max((row.total for row in self._rows), default=0) or 1
        widest = max((metrics.horizontalAdvance(row.label) for row in self._rows), default=0)
        left = min(widest + 12, area.width() * 2 // 5)
        room = area.width() - left - metrics.horizontalAdvance("0000") - 8
        for place, row in enumerate(self._rows):
            line = QRect(area.left(), area.top() + place * _ROW, left - 8, _ROW)
            self._text(painter, line, row.label, Qt.AlignmentFlag.AlignRight)
            y = line.center().y() - _BAR // 2
            parts = stacked(row, room / most, lambda start, long, y=y: QRect(left + start, y, long, _BAR))  # type: ignore[misc]
            self._parts(painter, parts)
            end = QRect(left + round(row.total * room / most) + 6, line.top(), area.width(), _ROW)
            self._text(painter, end, current().number(row.total), Qt.AlignmentFlag.AlignLeft)

    def _standing(self, painter: QPainter, area: QRect) -> None:
        high = painter.fontMetrics().lineSpacing() + 4
        most = max((row.total for row in self._rows), default=0) or 1
        wide, room = area.width() // max(len(self._rows), 1), area.height() - 2 * high
        bottom = area.bottom() - high
        for place, row in enumerate(self._rows):
            x = area.left() + place * wide
            bar = max(wide * 3 // 4, 6)
            column = x + (wide - bar) // 2
            parts = stacked(
                row, room / most,
                lambda start, long, c=column, b=bar: QRect(c, bottom - start - long, b, long),  # type: ignore[misc]
            )  # fmt: skip
            self._parts(painter, parts)
            top = QRect(x, bottom - round(row.total * room / most) - high, wide, high)
            self._text(painter, top, current().number(row.total), Qt.AlignmentFlag.AlignHCenter)
            if self._is_named(painter, place, wide):
                self._text(
                    painter, QRect(x - wide, bottom + 2, wide * 3, high), row.label, Qt.AlignmentFlag.AlignHCenter
                )

    def _is_named(self, painter: QPainter, place: int, wide: int) -> bool:
        """Whether there is room for the label of a column: of many every second or third is named, the last always."""
        longest = max(painter.fontMetrics().horizontalAdvance(row.label) for row in self._rows) + 10
        every = -(-longest // max(wide, 1))
        return (len(self._rows) - 1 - place) % every == 0

    def _parts(self, painter: QPainter, parts: Sequence[_Part]) -> None:
        for part in parts:
            paint_stage(painter, part.stage, part.place)
            text = current().number(part.number)
            needed = painter.fontMetrics().size(0, text)
            ink = ink_on(part.stage)
            if ink and needed.width() + 4 <= part.place.width() and needed.height() <= part.place.height():
                painter.setPen(QColor(ink))
                painter.drawText(part.place, Qt.AlignmentFlag.AlignCenter, text)

    @staticmethod
    def _text(painter: QPainter, place: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        painter.setPen(QColor(colours().text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)


def described(row: StageCount) -> str:
    """Return the numbers of a row in words."""
    return ", ".join(f"{stage.label} {current().number(n)}" for stage in Stage if (n := row.by_stage.get(stage)))


def stacked(row: StageCount, scale: float, place: Callable[[int, int], QRect]) -> list[_Part]:
    """Return the parts of a bar one behind the other; place: returns the rectangle from its start and length."""
    found, done = [], 0
    for stage in Stage:
        if number := row.by_stage.get(stage, 0):
            start, end = round(done * scale), round((done + number) * scale)
            found.append(_Part(stage, number, place(start, max(end - start, 1))))
            done += number
    return found


def fill_of(stage: Stage) -> QColor:
    """Return the colour of a stage: the further, the stronger."""
    if stage is Stage.ENDED:
        return QColor(colours().surface)
    return tint(colours().accent, _SHARES[ORDER[stage]])


def ink_on(stage: Stage) -> str:
    """Return the colour numbers on a stage are readable in; empty where none is, or where it is hatched."""
    if stage is Stage.ENDED:
        return ""
    inks = (colours().text, colours().on_accent)
    best = max(inks, key=lambda ink: _contrast(QColor(ink), fill_of(stage)))
    return best if _contrast(QColor(best), fill_of(stage)) >= _LEAST else ""


def paint_stage(painter: QPainter, stage: Stage, place: QRect) -> None:
    """Fill a rectangle as a stage is shown, with an edge that tells it from its neighbour."""
    painter.fillRect(place, fill_of(stage))
    if stage is Stage.ENDED:
        painter.fillRect(place, QBrush(QColor(colours().edge), Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(QColor(colours().edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0, 0, -1, -1))


def _contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours (WCAG 2.1), from 1 to 21."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
