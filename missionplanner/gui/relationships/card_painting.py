"""The painting of the cards of the board: both names, value, owner, next step; overdue by sign and colour."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.gui.relationships.board_model import BoardModel, step_shown
from missionplanner.gui.relationships.columns import urgency_shown
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.jobs.relationships.lines import DueState, RelationshipLine

_GAP, _PADDING, _SIGN, _STRIP = 4, 9, 14, 4
LINES = 5
"""The lines of a card."""
_SIGNS = {DueState.OVERDUE: "circle-alert", DueState.SOON: "alarm-clock"}


def card_height(line_height: int) -> int:
    """Return the height of a card with its gap, by that of a line."""
    return LINES * line_height + 2 * (_PADDING + _GAP) - 4


class CardDelegate(QStyledItemDelegate):
    """Paints a card in its cell, and the stage a card is carried to."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Target, card, lines, focus."""
        model, c = index.model(), colours()
        assert isinstance(model, BoardModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, tint(c.accent, 0.16) if index.column() == model.target else QColor(c.window))
        if line := model.line(index):
            self._card(painter, option, line, model.held == line.key)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the cell, as high as its lines."""
        return QSize(option.rect.width(), card_height(option.fontMetrics.lineSpacing()))

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, line: RelationshipLine, is_held: bool) -> None:
        c, rect = colours(), option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge = QPen(QColor(c.accent if is_chosen or is_held else c.edge), 2 if has_focus or is_held else 1)
        if is_held:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(QColor(c.selection if is_chosen else c.surface))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if line.due_state is DueState.OVERDUE:
            painter.fillRect(QRect(rect.left() + 1, rect.top() + 5, _STRIP, rect.height() - 10), QColor(c.bad))
        self._lines(painter, option.font, rect.adjusted(_PADDING, _PADDING - 3, -_PADDING, -_PADDING + 3), line)

    def _lines(self, painter: QPainter, font: QFont, inner: QRect, line: RelationshipLine) -> None:
        c, high = colours(), inner.height() // LINES
        places = [QRect(inner.left(), inner.top() + n * high, inner.width(), high) for n in range(LINES)]
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        draw(painter, places[0], line.names[0], c.text)
        painter.setFont(font)
        draw(painter, places[1], ", ".join((line.names[1], *line.third)), c.text)
        draw(painter, places[2], "  ·  ".join(filter(None, (line.value, line.relationship.owner))), c.quiet)
        draw(painter, places[3], step_shown(line), c.text)
        if urgency := urgency_shown(line):
            colour = c.bad if line.due_state is DueState.OVERDUE else c.warn
            sign = QRect(places[4].left(), places[4].center().y() - _SIGN // 2, _SIGN, _SIGN)
            painter.drawPixmap(sign, _pixmap(_SIGNS[line.due_state], colour))
            draw(painter, places[4].adjusted(_SIGN + 5, 0, 0, 0), urgency, colour)


def draw(painter: QPainter, place: QRect, text: str, colour: str) -> None:
    """Draw a line of text, cut to the room there is."""
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


@lru_cache(maxsize=16)
def _pixmap(name: str, colour: str) -> QPixmap:
    return icon(name, colour).pixmap(_SIGN * 2, _SIGN * 2)
