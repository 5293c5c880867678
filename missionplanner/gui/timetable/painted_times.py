"""A table of days by quarters of an hour in which times are painted and wiped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range, local
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.i18n import _, current

_FIRST, _LAST, _QUARTER = 0, 24, 15
"""The hours of a day that can be painted, and the minutes of a cell."""
PER_HOUR = 60 // _QUARTER
QUARTER_WIDTH = 11


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day on the clocks of a zone."""

    day: date
    zone: str
    text: str
    """The day and the stops it is a day of."""

    def quarter(self, column: int) -> Range:
        """The quarter of an hour of a column."""
        start = local(self.day, time(_FIRST), self.zone) + timedelta(minutes=column * _QUARTER)
        return Range(start, start + timedelta(minutes=_QUARTER))

    @property
    def span(self) -> Range:
        """The part of the day that can be painted."""
        return Range(self.quarter(0).start, self.quarter((_LAST - _FIRST) * PER_HOUR - 1).end)


def day_rows(snapshot: Snapshot) -> list[DayRow]:
    """The days of the stops; stops that share a day and its clocks share a row."""
    found: dict[tuple[date, timedelta], tuple[str, list[str]]] = {}
    for stop in snapshot.stops:
        for number in range((stop.ends - stop.starts).days + 1):
            day = stop.starts + timedelta(number)
            offset = local(day, time(12), stop.time_zone).utcoffset() or timedelta()
            found.setdefault((day, offset), (stop.time_zone, []))[1].append(stop.name(current().language))
    return [
        DayRow(day, zone, f"{current().short_day(day)}, {' / '.join(names)}")
        for (day, _offset), (zone, names) in sorted(found.items(), key=lambda row: row[0])
    ]


class _QuarterDelegate(QStyledItemDelegate):
    """A quarter in its colour; what is selected has a frame, so that its colour is still seen."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Colour, pattern of absence, frame."""
        rect: QRect = option.rect
        brush = index.data(Qt.ItemDataRole.BackgroundRole)
        painter.fillRect(rect, brush if isinstance(brush, QBrush) else QBrush(QColor(colours().surface)))
        if index.data(_AWAY):
            painter.fillRect(rect, QBrush(QColor(colours().bad), Qt.BrushStyle.BDiagPattern))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(colours().accent), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


_AWAY = int(Qt.ItemDataRole.UserRole)


class _HoursHeader(QHeaderView):
    """The hours over their quarters, which are narrower than their numbers."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The part of the hour's number that lies over a quarter."""
        width, c = self.defaultSectionSize(), colours()
        hour = QRect(rect.left() - section % PER_HOUR * width + 2, rect.top(), PER_HOUR * width, rect.height())
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(c.window))
        painter.setPen(QColor(c.quiet))
        painter.drawText(hour, Qt.AlignmentFlag.AlignVCenter, f"{_FIRST + section // PER_HOUR}")
        painter.restore()


class PaintedTimes(QTableWidget):
    """A cell for every quarter of an hour. The mouse paints and wipes; Space does so with what is selected.

    The same time on the clocks of two stops is one: painted in one row, it is painted in the other.
    """

    painted = Signal(object, bool)
    """The quarters (Ranges) that were painted (True) or wiped."""

    def __init__(self, rows: Sequence[DayRow]) -> None:
        super().__init__(len(rows), (_LAST - _FIRST) * PER_HOUR)
        self.days = list(rows)
        self._away: dict[datetime, str] = {}
        self._busy: dict[datetime, str] = {}
        self._quarters = [[day.quarter(column) for column in range(self.columnCount())] for day in self.days]
        self._brush: bool | None = None
        self.setAccessibleName(_("Availability"))
        self.setAccessibleDescription(_("Arrows move, Shift with arrows selects, Space paints or wipes."))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_QuarterDelegate(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalHeaderLabels([row.text for row in rows])
        self.setHorizontalHeader(_HoursHeader())
        self.horizontalHeader().setMinimumSectionSize(6)
        self.horizontalHeader().setDefaultSectionSize(QUARTER_WIDTH)
        self.verticalHeader().setDefaultSectionSize(34)
        for row in range(len(rows)):
            for column in range(self.columnCount()):
                self.setItem(row, column, QTableWidgetItem())

    def show_times(self, away: Sequence[tuple[Range, str]], busy: Sequence[tuple[Range, str]]) -> None:
        """Show when somebody is away, with reasons, and what they have (meetings, events) with its name."""
        self._away, self._busy = self._by_quarter(away), self._by_quarter(busy)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self._show_quarter(row, column)

    def chosen(self) -> list[Range]:
        """The selected quarters."""
        return [self._quarters[index.row()][index.column()] for index in self.selectedIndexes()]

    def is_away(self, quarter: Range) -> bool:
        """Whether a quarter is painted."""
        return quarter.start in self._away

    def _by_quarter(self, times: Sequence[tuple[Range, str]]) -> dict[datetime, str]:
        found: dict[datetime, str] = {}
        for day, quarters in zip(self.days, self._quarters, strict=True):
            here = [(span, name) for span, name in times if day.span.overlaps(span)]
            for quarter in quarters if here else ():
                names = [name for span, name in here if quarter.overlaps(span)]
                if names:
                    found[quarter.start] = "; ".join(dict.fromkeys(names))
        return found

    def _paint(self, away: bool) -> None:
        changed = [quarter for quarter in self.chosen() if self.is_away(quarter) is not away]
        if changed:
            self.painted.emit(changed, away)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint, or to wipe where it was painted."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self.isEnabled():
            self._brush = not self.is_away(self._quarters[index.row()][index.column()])
            self._paint(self._brush)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint on, all the block between the first cell and this one."""
        super().mouseMoveEvent(event)
        if self._brush is not None:
            self._paint(self._brush)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paint no more."""
        super().mouseReleaseEvent(event)
        self._brush = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space paints the selected cells, or wipes them where all are painted."""
        if event.key() == Qt.Key.Key_Space:
            self._paint(not all(self.is_away(quarter) for quarter in self.chosen()))
            return
        super().keyPressEvent(event)

    def _show_quarter(self, row: int, column: int) -> None:
        item, quarter = self.item(row, column), self._quarters[row][column]
        if item is None:
            return
        away, busy, c = quarter.start in self._away, self._busy.get(quarter.start, ""), colours()
        if away:
            item.setBackground(QBrush(tint(c.bad, 0.7 if busy else 0.4)))
        else:
            item.setBackground(QBrush(tint(c.accent, 0.35) if busy else QColor(c.surface)))
        item.setData(_AWAY, away)
        words = _("Not available") if away else ""
        if away and self._away[quarter.start]:
            words += f" ({self._away[quarter.start]})"
        text = ", ".join(part for part in (current().times(quarter.start, quarter.end), words, busy) if part)
        item.setToolTip(literal(text))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self.days[row].text}, {text}")
