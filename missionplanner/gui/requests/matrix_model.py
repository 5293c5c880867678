"""The matrix of requests as a Qt model: the delegation down, counterparts across."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from missionplanner.domain.companies import Company
from missionplanner.domain.requests import Priority
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.i18n import _
from missionplanner.jobs.requests.entering import NOTHING, SIGNS

Index = QModelIndex | QPersistentModelIndex
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PairWish:
    """The priorities of both sides of a pair, and whether it meets."""

    ours: Priority | None = None
    """The priority of the delegation company."""
    theirs: Priority | None = None
    """The priority of the counterpart."""
    meets: bool = False


class MatrixModel(QAbstractTableModel):
    """A cell for every pair; only the pairs of which something is known are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Company] = []
        self.columns: list[Company] = []
        self.wishes: dict[Pair, PairWish] = {}

    def show_matrix(self, rows: list[Company], columns: list[Company], known: dict[Pair, PairWish]) -> None:
        """Show other companies, or other wishes of the same ones."""
        if ([c.id for c in rows], [c.id for c in columns]) == ([c.id for c in self.rows], [c.id for c in self.columns]):
            self.rows, self.columns, self.wishes = rows, columns, known
            if rows and columns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self.rows, self.columns, self.wishes = rows, columns, known
        self.endResetModel()

    def pair(self, index: Index) -> Pair:
        """The companies of a cell."""
        return self.rows[index.row()].id, self.columns[index.column()].id

    def wish(self, index: Index) -> PairWish:
        """Return the wishes of a cell."""
        return self.wishes.get(self.pair(index), PairWish())

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of delegation companies."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """The number of counterparts."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Signs of both sides, a colour, and a sentence."""
        wish = self.wish(index)
        if role == Qt.ItemDataRole.DisplayRole:
            said = "".join(SIGNS[one] if one else NOTHING for one in (wish.ours, wish.theirs))
            return "" if said == NOTHING * 2 else said
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.BackgroundRole:
            return _background(wish)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal(self.sentence(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names."""
        names = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if section >= len(names) or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return names[section].name if role == Qt.ItemDataRole.DisplayRole else literal(names[section].name)

    def sentence(self, index: Index) -> str:
        """Return a cell in words."""
        wish, one, other = self.wish(index), self.rows[index.row()].name, self.columns[index.column()].name
        parts = [f"{one} – {other}"]
        for name, priority in ((one, wish.ours), (other, wish.theirs)):
            if priority:
                parts.append(_("{company} says: {priority}").format(company=name, priority=priority.label))
        parts.append(_("they meet") if wish.meets else _("no meeting"))
        return "; ".join(parts)


def _background(wish: PairWish) -> QColor | None:
    c = colours()
    if Priority.NO_THANKS in (wish.ours, wish.theirs):
        return tint(c.bad, 0.25)
    if wish.meets:
        return tint(c.good, 0.3)
    if wish.ours and wish.theirs:
        return tint(c.accent, 0.35)
    return tint(c.warn, 0.2) if wish.ours or wish.theirs else None
