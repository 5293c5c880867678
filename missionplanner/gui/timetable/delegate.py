"""Cells of several lines: each line is cut on its own, so that both names can be read."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.gui.theme import colours

_MARGIN = 7


class LinesDelegate(QStyledItemDelegate):
    """Paints the first line in full ink and the others quietly; the last one wraps while there is room."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background, selection, lines."""
        painter.save()
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        background = index.data(Qt.ItemDataRole.BackgroundRole)
        if selected:
            painter.fillRect(rect, QColor(colours().selection))
        elif background is not None:
            painter.fillRect(rect, background)
        painter.setFont(option.font)
        self._draw_lines(painter, rect.adjusted(_MARGIN, 4, -_MARGIN, -3), index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the lines need, the last one wrapped at the width there is."""
        *lines, last = str(index.data() or "").split("\n")
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, max(1, option.rect.width() - 2 * _MARGIN), 10_000)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, last).height()
        return QSize(option.rect.width(), len(lines) * metrics.lineSpacing() + wrapped + _MARGIN + 6)

    def _draw_lines(self, painter: QPainter, inner: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        lines = str(index.data() or "").split("\n")
        step = painter.fontMetrics().lineSpacing()
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if len(lines) == 1:
            inner = inner.adjusted(0, max(0, (inner.height() - step) // 2), 0, 0)
        for number, line in enumerate(lines):
            painter.setPen(ink if ink is not None else QColor(colours().quiet if number else colours().text))
            box = QRect(inner.left(), inner.top() + number * step, inner.width(), step)
            room = inner.bottom() - box.top()
            if number and number == len(lines) - 1 and room >= 2 * step - 2:
                box.setHeight(room)
                painter.drawText(box, Qt.TextFlag.TextWordWrap, line)
            else:
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self._cut(painter, line, box.width()))

    def _cut(self, painter: QPainter, text: str, width: int) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
