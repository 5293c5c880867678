"""The painting of the cells of the timetable and its lists: lines cut one by one, sectors, marks, grades."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from missionplanner.domain.moves import Grade
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.theme import colours, tint

_MARGIN, _STRIP, _MARK = 7, 7, 13
PATTERNS = (
    Qt.BrushStyle.NoBrush, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.HorPattern, Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.VerPattern, Qt.BrushStyle.DiagCrossPattern, Qt.BrushStyle.FDiagPattern, Qt.BrushStyle.CrossPattern,
)  # fmt: skip
"""Laid over the sectors' colours in their order, so that nobody has to tell colours apart."""
SIGNS = {Grade.FREE: "✓", Grade.WARY: "!", Grade.REFUSED: "✕"}
_MARKS = {
    MeetingStatus.CONFIRMED: "calendar-check", MeetingStatus.HELD: "check", MeetingStatus.NO_SHOW: "user-x",
}  # fmt: skip


class LinesDelegate(QStyledItemDelegate):
    """Paints the first line in full ink and the others quietly; the last one wraps while there is room."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Selection, lines."""
        painter.save()
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours().selection))
        painter.setFont(option.font)
        draw_lines(painter, rect.adjusted(_MARGIN, 4, -_MARGIN, -3), str(index.data() or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the lines need, the last one wrapped at the width there is."""
        *lines, last = str(index.data() or "").split("\n")
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, max(1, option.rect.width() - 2 * _MARGIN), 10_000)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, last).height()
        return QSize(option.rect.width(), len(lines) * metrics.lineSpacing() + wrapped + _MARGIN + 6)


class GridDelegate(QStyledItemDelegate):
    """Paints a meeting with the colour and pattern of its sector, its marks, and whether a held one may go there."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background, strip of the sector, lines, marks, grade, focus."""
        model = index.model()
        assert isinstance(model, GridModel)
        cell, rect, c = model.cell(index), option.rect, colours()
        painter.save()
        painter.setFont(option.font)
        self._fill(painter, option, index, model)
        left = _MARGIN
        if cell.meeting and cell.colour:
            draw_sector(painter, QRect(rect.left(), rect.top(), _STRIP, rect.height()), cell.colour, cell.pattern)
            left += _STRIP
        right = _MARGIN + self._draw_marks(painter, rect, cell.meeting)
        draw_lines(painter, rect.adjusted(left, 4, -right, -3), cell.text, c.quiet if cell.barred else "")
        grade = model.grades.get((index.row(), index.column()))
        if grade:
            painter.setPen(QColor(grade_colour(grade)))
            corner = rect.adjusted(0, 0, -4, -2)
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, SIGNS[grade])
        self._frame(painter, option, (index.row(), index.column()) == model.held)
        painter.restore()

    def _fill(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        model: GridModel,
    ) -> None:
        cell, c = model.cell(index), colours()
        grade = model.grades.get((index.row(), index.column()))
        if grade:
            painter.fillRect(option.rect, tint(grade_colour(grade), 0.3 if grade is not Grade.REFUSED else 0.16))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(c.selection))
        elif cell.barred:
            painter.fillRect(option.rect, QColor(c.window))
        elif cell.colour:
            painter.fillRect(option.rect, tint(cell.colour, 0.15))

    def _draw_marks(self, painter: QPainter, rect: QRect, meeting: Meeting | None) -> int:
        """Draw what is special about the meeting at the right; returns how much room that takes."""
        names = _marks(meeting) if meeting else []
        left = rect.right() - 3
        for name in names:
            left -= _MARK + 2
            painter.drawPixmap(QRect(left, rect.top() + 5, _MARK, _MARK), _pixmap(name, colours().text))
        return (_MARK + 2) * len(names)

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem, is_held: bool) -> None:
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not is_held and not has_focus:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.DashLine if is_held else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours().accent), 2, style))
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


def draw_lines(painter: QPainter, inner: QRect, text: str, ink: str = "") -> None:
    """Draw lines one below the other, each cut to the room there is; a single line stands in the middle."""
    lines, c = text.split("\n"), colours()
    step = painter.fontMetrics().lineSpacing()
    if len(lines) == 1:
        inner = inner.adjusted(0, max(0, (inner.height() - step) // 2), 0, 0)
    for number, line in enumerate(lines):
        painter.setPen(QColor(ink or (c.quiet if number else c.text)))
        box = QRect(inner.left(), inner.top() + number * step, inner.width(), step)
        room = inner.bottom() - box.top()
        if number and number == len(lines) - 1 and room >= 2 * step - 2:
            box.setHeight(room)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, line)
        elif room > step // 2:
            painter.drawText(
                box,
                Qt.AlignmentFlag.AlignLeft,
                painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, box.width()),
            )


def draw_sector(painter: QPainter, rect: QRect, colour: str, pattern: int) -> None:
    """Fill a rectangle with a sector's colour and, over it, its pattern."""
    painter.fillRect(rect, QColor(colour))
    style = PATTERNS[pattern % len(PATTERNS)]
    if style is not Qt.BrushStyle.NoBrush:
        painter.fillRect(rect, QBrush(QColor(255, 255, 255, 170), style))


def grade_colour(grade: Grade) -> str:
    """The colour of a grade in the theme."""
    c = colours()
    return {Grade.FREE: c.good, Grade.WARY: c.warn, Grade.REFUSED: c.bad}[grade]


def _marks(meeting: Meeting) -> list[str]:
    found = ["lock"] if meeting.locked else []
    if meeting.status in _MARKS:
        found.append(_MARKS[meeting.status])
    if meeting.late_minutes and meeting.is_ahead:
        found.append("alarm-clock")
    if meeting.interpreter_id:
        found.append("languages")
    return found


@lru_cache(maxsize=64)
def _pixmap(name: str, colour: str) -> QPixmap:
    return icon(name, colour).pixmap(_MARK * 2, _MARK * 2)
