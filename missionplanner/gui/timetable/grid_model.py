"""The timetable as a Qt model: a grid of cells, and how good each is for the meeting that is held."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from missionplanner.domain.moves import GRADE_LABELS, Grade
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.timetable.layouts import Cell, Place, TimetableLayout
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import _

Index = QModelIndex | QPersistentModelIndex
_EMPTY = Cell()


class GridModel(QAbstractTableModel):
    """Rows and columns with headings; cells by (row, column). `grades` are filled while a meeting is held."""

    def __init__(self, card: Callable[[Meeting], str], spoken: Callable[[Meeting], str]) -> None:
        super().__init__()
        self.layout = TimetableLayout()
        self.grades: dict[Place, Grade] = {}
        self.held: Place | None = None
        self._card, self._spoken = card, spoken

    def show_layout(self, layout: TimetableLayout) -> None:
        """Show another grid; one of the same shape keeps what is selected and where one is."""
        same = (layout.view, layout.rows, layout.columns) == (self.layout.view, self.layout.rows, self.layout.columns)
        if same:
            self.layout, self.grades, self.held = layout, {}, None
            if layout.rows and layout.columns:
                last = self.index(len(layout.rows) - 1, len(layout.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.layout, self.grades, self.held = layout, {}, None
        self.endResetModel()

    @property
    def rows(self) -> list[str]:
        """The headings of the rows."""
        return self.layout.rows

    @property
    def columns(self) -> list[str]:
        """The headings of the columns."""
        return self.layout.columns

    @property
    def cells(self) -> dict[Place, Cell]:
        """The cells that hold something."""
        return self.layout.cells

    def cell(self, index: Index) -> Cell:
        """The cell at an index."""
        return self.layout.cells.get((index.row(), index.column()), _EMPTY)

    def place_of(self, meeting_id: int) -> Place | None:
        """Where a meeting is shown first, if it is."""
        return next(
            (place for place, cell in self.cells.items() if any(m.id == meeting_id for m in cell.meetings)), None
        )

    def headings(self, index: Index) -> tuple[str, str] | None:
        """The headings of the row and column of a cell; None for none."""
        return (self.rows[index.row()], self.columns[index.column()]) if index.isValid() else None

    def place_under(self, row: str, column: str) -> Place | None:
        """Where these headings cross, or the first row or column for one that is not there; None in an empty grid."""
        if not self.rows or not self.columns:
            return None
        found = [
            names.index(name) if name in names else 0 for names, name in ((self.rows, row), (self.columns, column))
        ]
        return found[0], found[1]

    def places_with(self, words: Sequence[str]) -> list[Place]:
        """The cells whose text has all these folded words, row by row; of a meeting, what screen readers say of it."""
        return [
            place for place, cell in sorted(self.cells.items(), key=lambda one: one[0]) if _has(self._text(cell), words)
        ]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.layout.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.layout.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Names in the cells; the card of the companies; for screen readers everything in a line."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal("\n\n".join(self._card(meeting) for meeting in cell.meetings)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible_text(index, cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Times, tables, companies or people."""
        names = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if section >= len(names) or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return names[section] if role == Qt.ItemDataRole.DisplayRole else literal(names[section])

    def _text(self, cell: Cell) -> str:
        return self._spoken(cell.meeting) if cell.meeting else cell.text

    def _accessible_text(self, index: Index, cell: Cell) -> str:
        where = f"{self.rows[index.row()]}, {self.columns[index.column()]}".replace("\n", " ")
        what = "; ".join(self._spoken(meeting) for meeting in cell.meetings) or cell.text or _("free")
        grade = self.grades.get((index.row(), index.column()))
        return ": ".join([where, what, *([_(GRADE_LABELS[grade])] if grade else [])])


def _has(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)
