"""Availability painted: days down, quarters of an hour across; what is painted is when somebody cannot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range, local
from missionplanner.domain.timetable import Owner
from missionplanner.gui.editors import ChoiceEdit, CompletingEdit
from missionplanner.gui.screen import accept_or_cancel, quiet_label
from missionplanner.gui.theme import colours
from missionplanner.gui.timetable.delegate import tint
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs import availability

_FIRST, _LAST, _QUARTER = 7, 22, 15
_PER_HOUR = 60 // _QUARTER
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day on the clocks of a zone, and the stops it is a day of."""

    day: date
    zone: str
    text: str

    def quarter(self, column: int) -> Range:
        """The quarter of an hour of a column."""
        start = local(self.day, time(_FIRST), self.zone) + timedelta(minutes=column * _QUARTER)
        return Range(start, start + timedelta(minutes=_QUARTER))

    @property
    def span(self) -> Range:
        """All that can be painted of the day."""
        return Range(self.quarter(0).start, self.quarter((_LAST - _FIRST) * _PER_HOUR - 1).end)


def day_rows(snapshot: Snapshot) -> list[DayRow]:
    """The days of the stops; stops that share a day and its clocks share a row."""
    found: dict[tuple[date, timedelta], tuple[str, list[str]]] = {}
    for stop in snapshot.stops:
        for number in range((stop.ends - stop.starts).days + 1):
            day = stop.starts + timedelta(number)
            offset = local(day, time(12), stop.time_zone).utcoffset() or timedelta()
            found.setdefault((day, offset), (stop.time_zone, []))[1].append(stop.name(current().language))
    return [
        DayRow(day, zone, f"{current().date(day, 'MMMEd')}, {' / '.join(names)}")
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


class PaintedTimes(QTableWidget):
    """A cell for every quarter of an hour. The mouse paints and wipes; Space does so with what is selected."""

    painted = Signal()

    def __init__(self, rows: Sequence[DayRow]) -> None:
        super().__init__(len(rows), (_LAST - _FIRST) * _PER_HOUR)
        self.days = list(rows)
        self.away: set[tuple[int, int]] = set()
        self._busy: dict[tuple[int, int], str] = {}
        self._brush: bool | None = None
        self.setAccessibleName(_("Availability"))
        self.setAccessibleDescription(_("Arrows move, Shift with arrows selects, Space paints or wipes."))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_QuarterDelegate(self))
        self.setVerticalHeaderLabels([row.text for row in rows])
        self.setHorizontalHeaderLabels(
            [f"{_FIRST + n // _PER_HOUR}" if n % _PER_HOUR == 0 else "" for n in range(self.columnCount())]
        )
        self.horizontalHeader().setMinimumSectionSize(6)
        self.horizontalHeader().setDefaultSectionSize(14)
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 4px 0; border-right: none; }")
        self.verticalHeader().setDefaultSectionSize(34)
        for row in range(len(rows)):
            for column in range(self.columnCount()):
                self.setItem(row, column, QTableWidgetItem())

    def show_times(self, away: Sequence[Range], busy: Sequence[tuple[Range, str]]) -> None:
        """Show when somebody is away, and what they have (meetings, events) with its name."""
        self.away, self._busy = set(), {}
        for row, day in enumerate(self.days):
            if not any(day.span.overlaps(r) for r in (*away, *(span for span, _name in busy))):
                continue
            for column in range(self.columnCount()):
                quarter = day.quarter(column)
                if any(quarter.overlaps(range_) for range_ in away):
                    self.away.add((row, column))
                names = [name for span, name in busy if quarter.overlaps(span)]
                if names:
                    self._busy[row, column] = "; ".join(names)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self._dress(row, column)

    def ranges(self) -> list[Range]:
        """What is painted, in the order of time; quarters that touch are one."""
        return availability.joined(self.days[row].quarter(column) for row, column in sorted(self.away))

    def paint(self, cells: Sequence[tuple[int, int]], away: bool) -> None:
        """Paint or wipe cells."""
        for cell in cells:
            if away:
                self.away.add(cell)
            else:
                self.away.discard(cell)
            self._dress(*cell)
        self.painted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint, or to wipe where it was painted."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self.isEnabled():
            self._brush = (index.row(), index.column()) not in self.away
            self.paint([(index.row(), index.column())], self._brush)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint on, all the block between the first cell and this one."""
        super().mouseMoveEvent(event)
        if self._brush is not None:
            self.paint(list(self._selected()), self._brush)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paint no more."""
        super().mouseReleaseEvent(event)
        self._brush = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space paints the selected cells, or wipes them where all are painted."""
        if event.key() == Qt.Key.Key_Space:
            cells = list(self._selected())
            self.paint(cells, not all(cell in self.away for cell in cells))
            return
        super().keyPressEvent(event)

    def _selected(self) -> Iterator[tuple[int, int]]:
        for index in self.selectedIndexes():
            yield index.row(), index.column()

    def _dress(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is None:
            return
        away, busy, c = (row, column) in self.away, self._busy.get((row, column), ""), colours()
        if away:
            item.setBackground(QBrush(tint(c.bad, 0.7 if busy else 0.4)))
        else:
            item.setBackground(QBrush(tint(c.accent, 0.35) if busy else QColor(c.surface)))
        item.setData(_AWAY, away)
        quarter = self.days[row].quarter(column)
        times = f"{quarter.start:%H:%M}–{quarter.end:%H:%M}"
        text = ", ".join(part for part in (times, _("Not available") if away else "", busy) if part)
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{self.days[row].text}, {text}")


class AvailabilityDialog(QDialog):
    """Whose, the painted days, the reason, and what would be stranded, said while one paints."""

    def __init__(
        self, workspace: Workspace, owner: Owner = Owner.COMPANY, key: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Availability"))
        self.resize(1100, 560)
        self._workspace = workspace
        self._snapshot = workspace.snapshot()
        self.owner = ChoiceEdit([(one, _(label)) for one, label in availability.OWNER_LABELS.items()])
        self.times = PaintedTimes(day_rows(self._snapshot))
        self.reason = QLineEdit()
        self.stranded = QLabel()
        self.stranded.setWordWrap(True)
        self._keys: dict[str, int] = {}
        self._owner, self._key = owner, 0
        self.name = QWidget()
        self._layout = QVBoxLayout(self)
        self._build()
        self.owner.choose(owner)
        self._offer(key)

    @property
    def chosen(self) -> int:
        """The key of whose availability is shown, 0 for nobody's."""
        return self._key

    def save(self) -> None:
        """Store what is painted, as one step; nothing where it is as it was."""
        if self._key and not self._workspace.store.read_only:
            within = [row.span for row in self.times.days]
            reason = self.reason.text().strip()
            availability.paint(self._workspace.store, self._owner, self._key, within, self.times.ranges(), reason)
            self._snapshot = self._workspace.snapshot()

    def done(self, result: int) -> None:
        """Keep what is painted where OK was chosen."""
        if result:
            self.save()
        super().done(result)

    def _build(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self.owner)
        self._row.addStretch()
        self._layout.addWidget(
            quiet_label(_("Paint when somebody or something cannot. Painting over it again wipes it."))
        )
        self._layout.addLayout(self._row)
        self._layout.addWidget(self.times, 1)
        row = QHBoxLayout()
        label = QLabel(_("Reason"))
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(_("Reason"))
        row.addWidget(label)
        row.addWidget(self.reason, 1)
        self._layout.addLayout(row)
        self._layout.addWidget(self.stranded)
        buttons, save = accept_or_cancel(self, _("Save"), "check")
        save.setEnabled(not self._workspace.store.read_only)
        self._layout.addWidget(buttons)
        self.owner.setAccessibleName(_("Whose"))
        self.owner.currentIndexChanged.connect(lambda _index: self._offer(0))
        self.times.painted.connect(self._tell)

    def _offer(self, key: int) -> None:
        """Offer everybody of the kind; choose one by key, the first without."""
        self.save()
        found = availability.owners(self._snapshot, self.owner.value)
        self._keys = {name: number for number, name in found}
        names = dict(found)
        self._row.removeWidget(self.name)
        self.name.deleteLater()
        edit = CompletingEdit(list(self._keys))
        edit.setAccessibleName(_("Whose"))
        edit.setMinimumWidth(420)
        edit.setText(names.get(key) or next(iter(self._keys), ""))
        edit.textChanged.connect(self._on_named)
        self.name = edit
        self._row.insertWidget(1, edit, 1)
        self._show(self._keys.get(edit.text(), 0))

    def _on_named(self, text: str) -> None:
        if text in self._keys:
            self.save()
            self._show(self._keys[text])

    def _show(self, key: int) -> None:
        self._owner, self._key = self.owner.value, key
        snapshot, owner = self._snapshot, self._owner
        away = list(snapshot.unavailable.get((owner, key), [])) if key else []
        self.times.setEnabled(bool(key))
        self.times.show_times([row.span for row in away], _busy(snapshot, owner, key) if key else [])
        self.reason.setText(away[0].reason if away else "")
        self._tell()

    def _tell(self) -> None:
        lost = availability.stranded(self._snapshot, self._owner, self._key, self.times.ranges())
        c = colours()
        if not lost:
            self.stranded.setText(_("No meeting is concerned."))
            self.stranded.setStyleSheet(f"color: {c.quiet}")
            return
        names = "; ".join(
            f"{self._snapshot.slot[m.slot_id].starts:%m-%d %H:%M} "
            + " – ".join(self._snapshot.company[key].name for key in m.pair)
            for m in lost[:_MOST_NAMED]
        )
        text = count("{n} meeting cannot stay:", "{n} meetings cannot stay:", len(lost))
        self.stranded.setText(f"{text} {names}{'…' if len(lost) > _MOST_NAMED else ''}")
        self.stranded.setStyleSheet(f"color: {c.warn}")


def _busy(snapshot: Snapshot, owner: Owner, key: int) -> list[tuple[Range, str]]:
    """The meetings and events of the owner, with their names."""
    found = []
    for meeting in availability.engagements(snapshot, owner, key):
        names = " – ".join(snapshot.company[company].name for company in meeting.pair)
        found.append((snapshot.slot[meeting.slot_id].span, names))
    if owner is Owner.COMPANY:
        found += [(e.span, e.name(current().language)) for e in snapshot.events if snapshot.attends(key, e)]
    return found
