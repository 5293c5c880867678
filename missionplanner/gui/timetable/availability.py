"""Availability painted: days down, quarters of an hour across; what is painted is when somebody cannot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
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

from missionplanner.domain import absences
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.domain.time import Range, local
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.editors import ChoiceEdit, CompletingEdit
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import literal, plain
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.timetable import availability
from missionplanner.jobs.timetable.availability import Edits

_FIRST, _LAST, _QUARTER = 0, 24, 15
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


class _HoursHeader(QHeaderView):
    """The hours over their quarters, which are narrower than their numbers."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The part of the hour's number that lies over a quarter."""
        width, c = self.defaultSectionSize(), colours()
        hour = QRect(rect.left() - section % _PER_HOUR * width + 2, rect.top(), _PER_HOUR * width, rect.height())
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(c.window))
        painter.setPen(QColor(c.quiet))
        painter.drawText(hour, Qt.AlignmentFlag.AlignVCenter, f"{_FIRST + section // _PER_HOUR}")
        painter.restore()


class PaintedTimes(QTableWidget):
    """A cell for every quarter of an hour. The mouse paints and wipes; Space does so with what is selected.

    The same moment on the clocks of two stops is one: painted in one row, it is painted in the other.
    """

    painted = Signal(object, bool)
    """The quarters (Ranges) that were painted (True) or wiped."""

    def __init__(self, rows: Sequence[DayRow]) -> None:
        super().__init__(len(rows), (_LAST - _FIRST) * _PER_HOUR)
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
        self.horizontalHeader().setDefaultSectionSize(11)
        self.verticalHeader().setDefaultSectionSize(34)
        for row in range(len(rows)):
            for column in range(self.columnCount()):
                self.setItem(row, column, QTableWidgetItem())

    def show_times(self, away: Sequence[tuple[Range, str]], busy: Sequence[tuple[Range, str]]) -> None:
        """Show when somebody is away, with reasons, and what they have (meetings, events) with its name."""
        self._away, self._busy = self._by_quarter(away), self._by_quarter(busy)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                self._dress(row, column)

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

    def _dress(self, row: int, column: int) -> None:
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


class AvailabilityDialog(QDialog):
    """Whose, the painted days, the reason, and what would be stranded, said while one paints.

    Everything is kept until OK, then stored as one step; Cancel stores nothing.
    """

    def __init__(
        self, workspace: Workspace, owner: Owner = Owner.COMPANY, key: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Availability"))
        self.resize(1240, 560)
        self._workspace = workspace
        self._snapshot = workspace.snapshot()
        self._edits: dict[tuple[Owner, int], Edits] = {}
        self._whose = owner, 0
        self.owner = ChoiceEdit([(one, _(label)) for one, label in absences.OWNER_LABELS.items()])
        self.name = CompletingEdit([])
        self.times = PaintedTimes(day_rows(self._snapshot))
        self.reason = QLineEdit()
        self.stranded = plain(QLabel())
        self.stranded.setWordWrap(True)
        self._keys: dict[str, int] = {}
        self._layout = QVBoxLayout(self)
        self._build()
        self.owner.choose(owner)
        self._offer(key)
        self.times.horizontalScrollBar().setValue(11 * _PER_HOUR * 6)

    @property
    def chosen(self) -> int:
        """The key of whose availability is shown, 0 for nobody's."""
        return self._whose[1]

    @property
    def ranges(self) -> list[Range]:
        """When the one who is shown is away, as it is painted."""
        return availability.painted(self._known(), self._edit())

    def done(self, result: int) -> None:
        """Store what was painted where OK was chosen."""
        if result and not self._workspace.store.read_only:
            availability.paint(self._workspace.store, self._edits)
        super().done(result)

    def _known(self) -> list[Availability]:
        return self._snapshot.unavailable.get(self._whose, []) if self.chosen else []

    def _edit(self) -> Edits:
        return self._edits.setdefault(self._whose, Edits())

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.owner)
        row.addWidget(self.name, 1)
        self._layout.addWidget(
            quiet_label(_("Paint when somebody or something cannot. Painting over it again wipes it."))
        )
        self._layout.addLayout(row)
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
        self.name.setAccessibleName(_("Whose"))
        self.owner.currentIndexChanged.connect(lambda _index: self._offer(0))
        self.name.textChanged.connect(self._on_named)
        self.times.painted.connect(self._on_painted)
        self.times.itemSelectionChanged.connect(self._on_selected)
        self.reason.textEdited.connect(self._on_reason)

    def _offer(self, key: int) -> None:
        """Offer everybody of the kind; choose one by key, the first without."""
        self._keys = told_apart(absences.owners(self._snapshot, self.owner.value))
        labels = {number: label for label, number in self._keys.items()}
        self.name.offer(list(self._keys))
        text = labels.get(key) or next(iter(self._keys), "")
        self.name.blockSignals(True)
        self.name.setText(text)
        self.name.blockSignals(False)
        self._show(self._keys.get(text, 0))

    def _on_named(self, text: str) -> None:
        if text in self._keys:
            self._show(self._keys[text])

    def _show(self, key: int) -> None:
        self._whose = self.owner.value, key
        self.times.setEnabled(bool(key))
        self.reason.setText(next((absence.reason for absence in self._known()), ""))
        self._tell()

    def _on_painted(self, quarters: list[Range], away: bool) -> None:
        edit = self._edit()
        for quarter in quarters:
            known = any(absence.span.overlaps(quarter) for absence in self._known())
            if away:
                edit.wiped.discard(quarter)
                if not known:
                    edit.added[quarter] = self.reason.text().strip()
            else:
                edit.added.pop(quarter, None)
                if known:
                    edit.wiped.add(quarter)
        self._tell()

    def _on_selected(self) -> None:
        """Show the reason of what is selected."""
        quarter = next(iter(self.times.chosen()), None)
        if quarter is None or not self.times.is_away(quarter) or self.reason.hasFocus():
            return
        edit = self._edit()
        known = next((a for a in self._known() if a.span.overlaps(quarter)), None)
        self.reason.setText(edit.reasons.get(known.id, known.reason) if known else edit.added.get(quarter, ""))

    def _on_reason(self, text: str) -> None:
        """Another reason for what is selected, or for all there is where nothing painted is."""
        edit, chosen = self._edit(), [quarter for quarter in self.times.chosen() if self.times.is_away(quarter)]
        for absence in self._known():
            if not chosen or any(absence.span.overlaps(quarter) for quarter in chosen):
                edit.reasons[absence.id] = text.strip()
        for quarter in edit.added:
            if not chosen or quarter in chosen:
                edit.added[quarter] = text.strip()
        self._tell()

    def _tell(self) -> None:
        snapshot, (owner, key), edit = self._snapshot, self._whose, self._edit()
        spans = [(range_, self._reason_of(range_, edit)) for range_ in self.ranges]
        self.times.show_times(spans, _busy(snapshot, owner, key) if key else [])
        lost = absences.stranded(snapshot, owner, key, self.ranges)
        c = colours()
        if not lost:
            self.stranded.setText(_("No meeting is concerned."))
            self.stranded.setStyleSheet(f"color: {c.quiet}")
            return
        names = "; ".join(
            f"{current().moment(snapshot.slot[m.slot_id].starts)} "
            + " – ".join(snapshot.company[k].name for k in m.pair)
            for m in lost[:_MOST_NAMED]
        )
        text = count("{n} meeting cannot stay:", "{n} meetings cannot stay:", len(lost))
        self.stranded.setText(f"{text} {names}{'…' if len(lost) > _MOST_NAMED else ''}")
        self.stranded.setStyleSheet(f"color: {c.warn}")

    def _reason_of(self, range_: Range, edit: Edits) -> str:
        known = [edit.reasons.get(a.id, a.reason) for a in self._known() if a.span.overlaps(range_)]
        new = [reason for quarter, reason in edit.added.items() if quarter.overlaps(range_)]
        return "; ".join(dict.fromkeys(text for text in (*known, *new) if text))


def _busy(snapshot: Snapshot, owner: Owner, key: int) -> list[tuple[Range, str]]:
    """The meetings and events of the owner, with their names."""
    found = []
    for meeting in absences.engagements(snapshot, owner, key):
        names = " – ".join(snapshot.company[company].name for company in meeting.pair)
        found.append((snapshot.slot[meeting.slot_id].span, names))
    if owner is Owner.COMPANY:
        found += [(e.span, e.name(current().language)) for e in snapshot.events if snapshot.attends(key, e)]
    return found
