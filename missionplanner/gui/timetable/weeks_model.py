"""The weeks of companies as a Qt model: three numbers and a strip for every day."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from missionplanner.domain import meeting_places
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.domain.week_strips import CompanyWeek, StopDay, Strip
from missionplanner.gui.timetable.week_painting import STRIP
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import N_, _, count, current

Index = QModelIndex | QPersistentModelIndex
COUNTS = (N_("Meetings"), N_("Days"), N_("Idle slots"))
"""The columns before the days."""


class WeeksModel(QAbstractTableModel):
    """A row for each company: three numbers, then a strip for every day of a stop."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks: list[CompanyWeek] = []
        self.days: list[StopDay] = []
        self.snapshot: Snapshot | None = None

    def show_weeks(self, snapshot: Snapshot, days: Sequence[StopDay], found: Sequence[CompanyWeek]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.snapshot, self.days, self.weeks = snapshot, list(days), list(found)
        self.endResetModel()

    def strip(self, index: Index) -> Strip | None:
        """The day of a company at an index; None where it has none."""
        place = index.column() - len(COUNTS)
        return self.weeks[index.row()].strips.get(self.days[place]) if index.isValid() and place >= 0 else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many companies there are."""
        return 0 if parent is not None and parent.isValid() else len(self.weeks)

    def columnCount(self, parent: Index | None = None) -> int:
        """The numbers and the days."""
        return 0 if parent is not None and parent.isValid() else len(COUNTS) + len(self.days)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Numbers and strips; for screen readers everything of the day in a line."""
        week = self.weeks[index.row()]
        if role == STRIP:
            return self.strip(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(week, index)
        if index.column() < len(COUNTS):
            if role == Qt.ItemDataRole.DisplayRole:
                return current().number((week.meetings, week.days, week.idle)[index.column()])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Companies, numbers, days with their stops."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            text = self.weeks[section].company.name
        else:
            text = _(COUNTS[section]) if section < len(COUNTS) else self.day_name(self.days[section - len(COUNTS)])
        return text if role == Qt.ItemDataRole.DisplayRole else literal(text)

    def day_name(self, day: StopDay) -> str:
        """The stop and day of a column."""
        assert self.snapshot is not None
        return f"{self.snapshot.stop[day[0]].name(current().language)}\n{current().short_day(day[1])}"

    def line(self, meeting: Meeting, company_id: int) -> str:
        """A meeting of a company in a line: its time, the other side, where."""
        assert self.snapshot is not None
        slot = self.snapshot.slot[meeting.slot_id]
        starts = in_zone(slot.starts, self.snapshot.stop_of_slot[slot.id].time_zone)
        other = next(key for key in meeting.pair if key != company_id)
        where = meeting_places.spot(self.snapshot, meeting)
        return f"{current().time(starts)}, {self.snapshot.company[other].name}, {where}"

    def _spoken(self, week: CompanyWeek, index: Index) -> str:
        strip, heading = self.strip(index), self.headerData(index.column(), Qt.Orientation.Horizontal)
        where = f"{week.company.name}, {heading}".replace("\n", " ")
        if index.column() < len(COUNTS):
            return f"{where}: {index.data()}"
        if strip is None:
            return ": ".join((where, _("not there")))
        lines = [self.line(m, week.company.id) for found in strip.meetings.values() for m in found]
        return f"{where}: {'; '.join([day_in_words(strip), *lines])}"


def day_in_words(strip: Strip) -> str:
    """Return how many meetings and idle slots a company has on a day."""
    meetings = count("{n} meeting", "{n} meetings", strip.many)
    return ", ".join([meetings, *([count("{n} idle slot", "{n} idle slots", strip.idle)] if strip.idle else [])])


def day_at_a_glance(snapshot: Snapshot, strip: Strip | None) -> str:
    """Return the first and last meeting of a day with their number: 09:00–11:20 (3); a dash for a day without."""
    if strip is None:
        return ""
    slots = [snapshot.slot[meeting.slot_id] for found in strip.meetings.values() for meeting in found]
    if not slots:
        return "–"
    zone = snapshot.stop_of_slot[slots[0].id].time_zone
    first, last = min(slot.starts for slot in slots), max(slot.ends for slot in slots)
    return f"{current().times(in_zone(first, zone), in_zone(last, zone))} ({current().number(len(slots))})"
