"""The painting of week strips: a block for a meeting, a hatched box for an idle slot, a line for free time, a dot."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby, pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from missionplanner.domain.week_strips import Strip, StripMark
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.i18n import _

STRIP = int(Qt.ItemDataRole.UserRole)
"""The role of the strip of a cell."""
_SIDE, _GAP = 4, 1
_MARK_WIDTH, _LINE = 16, 22


def boxes(area: QRect, many: int) -> list[QRect]:
    """Return where each time of a day is drawn within a cell."""
    left, wide = area.left() + _SIDE, area.width() - 2 * _SIDE
    edges = [left + wide * place // many for place in range(many + 1)] if many else []
    top, high = area.top() + 4, area.height() - 8
    return [QRect(one, top, max(then - one - _GAP, 1), high) for one, then in pairwise(edges)]


def draw_strip(painter: QPainter, area: QRect, strip: Strip) -> None:
    """Draw the day of a company."""
    found: dict[StripMark, list[QRect]] = {mark: [] for mark in StripMark}
    places = boxes(area, len(strip.marks))
    for mark, run in groupby(range(len(places)), lambda place: strip.marks[place]):
        here = [places[place] for place in run]
        # Free time is one line, however many times it has.
        found[mark] += [here[0].united(here[-1])] if mark is StripMark.FREE else here
    for mark, several in found.items():
        if several:
            draw_marks(painter, mark, several)


def draw_marks(painter: QPainter, mark: StripMark, places: Sequence[QRect]) -> None:
    """Draw one mark in several places; each mark has a shape of its own, so that nobody has to tell colours apart."""
    c = colours()
    painter.setPen(Qt.PenStyle.NoPen)
    if mark is StripMark.MEETING:
        painter.setBrush(QColor(c.accent))
        painter.drawRects(list(places))
    elif mark is StripMark.IDLE:
        painter.setBrush(tint(c.warn, 0.2))
        painter.drawRects(list(places))
        painter.setPen(QPen(QColor(c.warn), 1))
        painter.setBrush(QBrush(QColor(c.warn), Qt.BrushStyle.BDiagPattern))
        painter.drawRects([box.adjusted(0, 0, -1, -1) for box in places])
    elif mark is StripMark.FREE:
        painter.setBrush(QColor(c.edge))
        painter.drawRects([QRect(box.left(), box.center().y(), box.width(), 2) for box in places])
    else:
        painter.setBrush(QColor(c.edge))
        painter.drawRects([QRect(box.center().x(), box.center().y(), 2, 2) for box in places])


class StripDelegate(QStyledItemDelegate):
    """Paints strips, and numbers."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background, strip, focus."""
        strip = index.data(STRIP)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours().selection))
        elif index.row() % 2:
            painter.fillRect(option.rect, QColor(colours().window))
        if isinstance(strip, Strip):
            draw_strip(painter, option.rect, strip)
        elif text := index.data():
            painter.setPen(QColor(colours().text))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(option.rect.adjusted(0, 0, -8, 0), right, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


class MarkLegend(QWidget):
    """The marks, each beside its name, in as many lines as they need."""

    def __init__(self, marks: Iterable[StripMark] = StripMark) -> None:
        super().__init__()
        self._marks = [(mark.label, partial(draw_marks, mark=mark)) for mark in marks]
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Marks"))
        self.setAccessibleDescription(", ".join(name for name, _draw in self._marks))

    def sizeHint(self) -> QSize:
        """As high as the width there is asks for."""
        return QSize(200, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """The lines the names need at a width."""
        return _LINE * (max((line for line, _left in self._places(width)), default=0) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark and name of each."""
        painter = QPainter(self)
        for (name, draw), (line, left) in zip(self._marks, self._places(self.width()), strict=True):
            draw(painter, places=[QRect(left, line * _LINE + 4, _MARK_WIDTH, _LINE - 8)])
            painter.setPen(QColor(colours().quiet))
            box = QRect(left + _MARK_WIDTH + 5, line * _LINE, self.width(), _LINE)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()

    def _places(self, width: int) -> list[tuple[int, int]]:
        """The line of each mark, and where it is in it."""
        found, line, left = [], 0, 0
        for name, _draw in self._marks:
            wide = _MARK_WIDTH + 5 + self.fontMetrics().horizontalAdvance(name)
            if left and left + wide > width:
                line, left = line + 1, 0
            found.append((line, left))
            left += wide + 18
        return found
