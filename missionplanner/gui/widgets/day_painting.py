"""The painting of a picture of days: hours, days, blocks of meeting hours."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from missionplanner.gui.widgets.day_blocks import FIRST, HOUR, LAST, LEFT, DrawnHours, PictureDay, y_of
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.i18n import current

MOST_OF_PLACE = 124
"""Pixels of the name of a city or venue that are shown before it is cut."""
_APART = " · "
"""Between the times of a block and what it holds."""


def narrowest_day(days: Sequence[PictureDay], blocks: Iterable[DrawnHours], metrics: QFontMetrics) -> int:
    """Return how wide a day is at least: no day and no time is cut, and no place before its MOST_OF_PLACE pixels."""
    texts = [current().short_day(day.day) for day in days]
    places = [min(metrics.horizontalAdvance(day.text), MOST_OF_PLACE) for day in days]
    times = [metrics.horizontalAdvance(block.words.split(_APART)[0]) + 6 for block in blocks]
    return max([*map(metrics.horizontalAdvance, texts), *places, *times], default=0) + 12


def paint_days(painter: QPainter, days: Sequence[PictureDay], width: float, height: float) -> None:
    """Paint the hours as lines and the days with their places."""
    c, wide = colours(), (width - LEFT) / max(len(days), 1)
    painter.fillRect(QRectF(0, 0, width, height), QColor(c.surface))
    for hour in range(FIRST, LAST + 1):
        y = y_of(hour * 60)
        painter.setPen(QColor(c.line))
        painter.drawLine(QPointF(LEFT, y), QPointF(width, y))
        painter.setPen(QColor(c.quiet))
        box = QRectF(0, y - 9, LEFT - 6, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{hour}:00")
    step = painter.fontMetrics().lineSpacing()
    for place, day in enumerate(days):
        left = LEFT + place * wide
        painter.setPen(QColor(c.line))
        painter.drawLine(QPointF(left, 0), QPointF(left, height))
        painter.setPen(QColor(c.text))
        for number, line in enumerate((current().short_day(day.day), day.text)):
            box = QRectF(left + 6, 2 + number * step, wide - 10, step)
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)
            painter.setPen(QColor(c.quiet))


def paint_block(painter: QPainter, block: DrawnHours, area: QRectF, is_current: bool) -> None:
    """Paint hours with their slots and what they are in words."""
    c = colours()
    painter.setPen(QPen(QColor(c.accent), 2 if is_current else 1))
    painter.setBrush(tint(c.accent, 0.16))
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(tint(c.accent, 0.45))
    for number in range(1, block.slots):
        y = y_of(block.starts + number * (block.slot + block.buffer)) - block.buffer * HOUR / 120
        painter.drawLine(QPointF(area.left() + 2, y), QPointF(area.right() - 2, y))
    painter.setPen(QColor(c.text))
    step = painter.fontMetrics().lineSpacing()
    for number, line in enumerate(block.words.split(_APART)):
        box = QRectF(area.left() + 6, area.top() + 3 + number * step, area.width() - 10, step)
        if box.bottom() <= area.bottom():
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)
