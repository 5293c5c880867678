"""How full the tables of a venue are as a Qt model: slots down, tables across, with sums of each and of every day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.table_loads import Loads, Share
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.gui.timetable import meeting_cards
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import _, current

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole)
"""The role of the `HeatCell` of a cell."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell of the picture: a sum with its share, or a table in a slot."""

    share: Share | None = None
    meetings: tuple[Meeting, ...] = ()
    is_away: bool = False


class LoadsModel(QAbstractTableModel):
    """The first row and column are sums, and so is the row before the slots of each day."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: Loads | None = None
        self.rows: list[date | Slot] = []
        """A day is the sum of its slots; the first row, the sum of all, is in front of them."""
        self._snapshot: Snapshot | None = None
        self._cells: dict[tuple[int, int], HeatCell] = {}
        """By row and column: painting asks for each very often."""

    def show_loads(self, snapshot: Snapshot, found: Loads) -> None:
        """Show another venue."""
        self.beginResetModel()
        self._snapshot, self.loads, self.rows = snapshot, found, []
        for slot in found.slots:
            if not self.rows or _day(self.rows[-1]) != slot.day:
                self.rows.append(slot.day)
            self.rows.append(slot)
        places = ((row, column) for row in range(len(self.rows) + 1) for column in range(len(found.tables) + 1))
        self._cells = {place: self._made(*place) for place in places}
        self.endResetModel()

    def row_of(self, day: date) -> int:
        """The row of the sum of a day; the first for one without slots."""
        return self.rows.index(day) + 1 if day in self.rows else 0

    def cell(self, index: Index) -> HeatCell:
        """The cell at an index."""
        return self._cells[index.row(), index.column()]

    def _made(self, place: int, column: int) -> HeatCell:
        assert self.loads is not None
        row = self.rows[place - 1] if place else None
        if column == 0:
            return HeatCell(self._sum(row))
        table = self.loads.tables[column - 1]
        if row is None:
            return HeatCell(self.loads.by_table[table.id])
        if isinstance(row, date):
            return HeatCell(self.loads.of_table_on(table.id, row))
        key = (row.id, table.id)
        return HeatCell(None, self.loads.meetings.get(key, ()), key in self.loads.away)

    def rowCount(self, parent: Index | None = None) -> int:
        """The sum of all, then days and their slots."""
        return 0 if (parent is not None and parent.isValid()) or not self.loads else len(self.rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        """The sum of the slot, then its tables."""
        return 0 if (parent is not None and parent.isValid()) or not self.loads else len(self.loads.tables) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Sums as numbers; the card of a meeting; for screen readers everything in a line."""
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole and cell.share:
            return current().number(cell.share.used)
        if role == Qt.ItemDataRole.ToolTipRole:
            assert self._snapshot is not None
            cards = [meeting_cards.meeting_card(self._snapshot, meeting) for meeting in cell.meetings]
            return literal("\n\n".join(cards) or self.spoken(index))
        return self.spoken(index) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Times and days, numbers of tables."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or self.loads is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            text = str(self.loads.tables[section - 1].number) if section else _("In use")
        else:
            text = self.row_name(section)
        return text if role == Qt.ItemDataRole.DisplayRole else literal(self._name(section, orientation))

    def row_name(self, row: int) -> str:
        """All slots, a day, or the time of a slot."""
        assert self._snapshot is not None
        if not row:
            return _("All slots")
        found = self.rows[row - 1]
        if isinstance(found, date):
            return current().short_day(found)
        return current().time(in_zone(found.starts, self._snapshot.stop_of_slot[found.id].time_zone))

    def spoken(self, index: Index) -> str:
        """A cell in a line."""
        assert self._snapshot is not None
        cell = self.cell(index)
        names = (
            self._name(index.row(), Qt.Orientation.Vertical),
            self._name(index.column(), Qt.Orientation.Horizontal),
        )
        where = ", ".join(filter(None, names))
        if cell.share:
            return f"{where}: {share_in_words(cell.share)}"
        what = "; ".join(meeting_cards.spoken(self._snapshot, meeting) for meeting in cell.meetings)
        return ": ".join((where, what or (_("Not available") if cell.is_away else _("free"))))

    def _name(self, section: int, orientation: Qt.Orientation) -> str:
        """The whole name of a row or column."""
        assert self.loads is not None
        if orientation == Qt.Orientation.Horizontal:
            return _("Table {number}").format(number=self.loads.tables[section - 1].number) if section else ""
        found = self.rows[section - 1] if section else None
        text = self.row_name(section)
        return f"{current().short_day(found.day)} {text}" if isinstance(found, Slot) else text

    def _sum(self, row: date | Slot | None) -> Share:
        assert self.loads is not None
        if isinstance(row, Slot):
            return self.loads.by_slot[row.id]
        return self.loads.by_day[row] if row else self.loads.whole


def share_in_words(share: Share) -> str:
    """Return a share in words: 12 of 45 in use, 27 %."""
    number = current().number
    text = _("{n} of {all} in use, {part} %")
    return text.format(n=number(share.used), all=number(share.there), part=number(round(100 * share.part)))


def _day(row: date | Slot) -> date:
    return row.day if isinstance(row, Slot) else row
