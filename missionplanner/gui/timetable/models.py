"""The timetable as grids: slots against tables, or companies against slots."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.gui.theme import colours
from missionplanner.i18n import _, current

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid: its text, what is said of it on hover, the sector's colour, and the meeting in it."""

    text: str = ""
    tip: str = ""
    colour: str = ""
    meeting: Meeting | None = None
    barred: bool = False


class GridModel(QAbstractTableModel):
    """Rows and columns with headings; cells by (row, column)."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.columns: list[str] = []
        self.cells: dict[tuple[int, int], Cell] = {}

    def show_grid(self, rows: list[str], columns: list[str], cells: dict[tuple[int, int], Cell]) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.rows, self.columns, self.cells = rows, columns, cells
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        return self.cells.get((index.row(), index.column()), Cell())

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names in the cells, a tint of the sector behind them."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == Qt.ItemDataRole.BackgroundRole and (cell.colour or cell.barred):
            return _tint(cell.colour) if cell.colour else QColor(colours().window)
        if role == Qt.ItemDataRole.ForegroundRole and cell.barred:
            return QColor(colours().quiet)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Times, tables or companies."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        return names[section] if section < len(names) else None


def by_table(snapshot: Snapshot, model: GridModel, stop_id: int, day: date) -> None:
    """Slots down, tables across, both names in the cell."""
    slots = _slots(snapshot, stop_id, day)
    venues = list(dict.fromkeys(snapshot.venue_of_slot[slot.id].id for slot in slots))
    tables = [table for venue in venues for table in snapshot.tables_of.get(venue, [])]
    starts = list(dict.fromkeys(slot.starts for slot in slots))
    row_of = {slot.id: starts.index(slot.starts) for slot in slots}
    column_of = {table.id: number for number, table in enumerate(tables)}
    cells = {}
    for meeting in snapshot.meetings:
        if meeting.stands and meeting.slot_id in row_of and meeting.table_id in column_of:
            one, two = (snapshot.company[key].name for key in meeting.pair)
            place = row_of[meeting.slot_id], column_of[meeting.table_id]
            cells[place] = Cell(f"{one}\n{two}", _card(snapshot, meeting), _colour(snapshot, meeting), meeting)
    zone = snapshot.stop[stop_id].time_zone
    heads = [_("Table {number}").format(number=table.number) for table in tables]
    model.show_grid([current().time(in_zone(start, zone)) for start in starts], heads, cells)


def by_company(snapshot: Snapshot, model: GridModel, side: Side, stop_id: int, day: date) -> None:
    """Companies down, slots across, the other company's name in the cell; events and absences are barred."""
    slots = _slots(snapshot, stop_id, day)
    starts = list(dict.fromkeys(slot.starts for slot in slots))
    column_of = {slot.id: starts.index(slot.starts) for slot in slots}
    companies = [c for c in snapshot.participants(side) if stop_id in snapshot.stops_for(c.id)]
    plan = Plan(snapshot, snapshot.meetings)
    cells: dict[tuple[int, int], Cell] = {}
    for row, company in enumerate(companies):
        for slot in slots:
            if event := plan.event_during(company.id, slot):
                cells[row, column_of[slot.id]] = Cell(event.name(current().language), barred=True)
        for meeting in snapshot.meetings_of.get(company.id, []):
            if meeting.slot_id in column_of:
                other = meeting.counterpart_id if company.id == meeting.delegation_id else meeting.delegation_id
                number = snapshot.table[meeting.table_id].number
                text = "\n".join([snapshot.company[other].name, _("Table {number}").format(number=number)])
                place = row, column_of[meeting.slot_id]
                cells[place] = Cell(text, _card(snapshot, meeting), _colour(snapshot, meeting), meeting)
    zone = snapshot.stop[stop_id].time_zone
    heads = [current().time(in_zone(start, zone)) for start in starts]
    model.show_grid([company.name for company in companies], heads, cells)


def days(snapshot: Snapshot, stop_id: int) -> list[date]:
    """The days on which the stop has slots."""
    found = {slot.day for slot in snapshot.slots if snapshot.stop_of_slot[slot.id].id == stop_id}
    return sorted(found)


def _slots(snapshot: Snapshot, stop_id: int, day: date) -> list[Slot]:
    found = [s for s in snapshot.slots if s.day == day and snapshot.stop_of_slot[s.id].id == stop_id]
    return sorted(found, key=lambda slot: (slot.starts, slot.id))


def _card(snapshot: Snapshot, meeting: Meeting) -> str:
    """Who, where, when, and how it stands, for the one under the pointer."""
    slot = snapshot.slot[meeting.slot_id]
    stop = snapshot.stop_of_slot[slot.id]
    lines = [
        f"{current().time(in_zone(slot.starts, stop.time_zone))}–{current().time(in_zone(slot.ends, stop.time_zone))}"
    ]
    for key in meeting.pair:
        people = ", ".join(person.formal_name for person in snapshot.delegates_of.get(key, []))
        sectors = ", ".join(snapshot.sector[s].name(current().language) for s in snapshot.sectors_of.get(key, [])[:2])
        lines.append(f"{snapshot.company[key].name}: {people}" + (f" ({sectors})" if sectors else ""))
    wish = snapshot.wishes.get(meeting.pair)
    state = [meeting.status.label] + ([_("Locked")] if meeting.locked else [])
    return "\n".join([*lines, ", ".join(state + ([wish.priority.label] if wish else []))])


def _colour(snapshot: Snapshot, meeting: Meeting) -> str:
    mine = snapshot.sectors_of.get(meeting.delegation_id, [])
    return snapshot.sector[snapshot.main_sector(mine[0])].colour if mine else ""


def _tint(web: str) -> QColor:
    """The colour mixed into the surface, so that text on it stays readable in both themes."""
    strong, base = QColor(web), QColor(colours().surface)
    share = 0.28
    pairs = ((strong.red(), base.red()), (strong.green(), base.green()), (strong.blue(), base.blue()))
    mixed = [round(a * share + b * (1 - share)) for a, b in pairs]
    return QColor(mixed[0], mixed[1], mixed[2])


def meetings_of(snapshot: Snapshot, stop_id: int, day: date) -> list[list[str]]:
    """The standing meetings of a stop and day as texts: time, table, the two companies, status."""
    zone = snapshot.stop[stop_id].time_zone
    found = []
    for meeting in snapshot.meetings:
        slot = snapshot.slot[meeting.slot_id]
        starts, ends = in_zone(slot.starts, zone), in_zone(slot.ends, zone)
        if meeting.stands and snapshot.stop_of_slot[slot.id].id == stop_id and starts.date() == day:
            names = [snapshot.company[key].name for key in meeting.pair]
            table = snapshot.table[meeting.table_id].number
            span = f"{current().time(starts)}–{current().time(ends)}"
            found.append((starts, table, [span, str(table), *names, meeting.status.label]))
    return [row for _starts, _table, row in sorted(found, key=lambda one: one[:2])]
