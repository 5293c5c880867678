"""The model of the board: a column a stage, a card a relationship, those due first at the top."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from missionplanner.domain.relationships import Stage
from missionplanner.gui.relationships.columns import due_shown, urgency_shown
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.widgets.table import Index
from missionplanner.i18n import _, current
from missionplanner.jobs.relationships import lines
from missionplanner.jobs.relationships.lines import RelationshipLine

STAGES = tuple(Stage)


class BoardModel(QAbstractTableModel):
    """Cells below the last card of a stage are empty."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[list[RelationshipLine]] = [[] for _stage in STAGES]
        self._places: dict[int, tuple[int, int]] = {}
        self.held = 0
        """The key of the card that is carried; 0 for none."""
        self.target = -1
        """The column it is carried over; -1 for none."""

    def set_lines(self, found: Sequence[RelationshipLine]) -> None:
        """Show these relationships."""
        self.beginResetModel()
        self._cards = [sorted((one for one in found if one.stage is stage), key=lines.urgency) for stage in STAGES]
        self._places = {
            line.key: (row, column) for column, cards in enumerate(self._cards) for row, line in enumerate(cards)
        }
        self.held, self.target = 0, -1
        self.endResetModel()

    def line(self, index: Index) -> RelationshipLine | None:
        """Return the relationship of a cell; None where it is empty."""
        if not index.isValid():
            return None
        cards = self._cards[index.column()]
        return cards[index.row()] if index.row() < len(cards) else None

    def index_of(self, key: int) -> QModelIndex:
        """Return the cell of a relationship; an invalid one where it is not shown."""
        place = self._places.get(key)
        return self.index(*place) if place else QModelIndex()

    def number(self, column: int) -> int:
        """Return how many cards a stage has."""
        return len(self._cards[column])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of cards of the fullest stage."""
        return 0 if parent is not None and parent.isValid() else max(map(len, self._cards))

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of stages."""
        return 0 if parent is not None and parent.isValid() else len(STAGES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Empty cells cannot be chosen."""
        return super().flags(index) if self.line(index) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of a card, and all it says in words for tooltips and screen readers."""
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join((*line.names, line.value, step_shown(line)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words(line)
        return literal(words(line)) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The stage with the number of its cards, and the sum of their values below."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        cards = self._cards[section]
        first = f"{STAGES[section].label}  {current().number(len(cards))}"
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join((first, *_two_sums(cards)))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = "\n".join(filter(None, (first, lines.amounts_shown(lines.sums(cards), len(cards)))))
            return literal(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None


def _two_sums(cards: Sequence[RelationshipLine]) -> tuple[str, str]:
    """Return the sum in the first currency and in all others, a line each: headings are equally high."""
    found = lines.sums(cards)
    return lines.amounts_shown(found[:1]), lines.amounts_shown(found[1:], 1)


def step_shown(line: RelationshipLine) -> str:
    """Return the next step with its day, the day first: a card may have no room for more."""
    return "  ·  ".join(filter(None, (due_shown(line), line.next_step)))


def words(line: RelationshipLine) -> str:
    """Return everything a card says in words."""
    owner = _("Owner: {name}").format(name=line.relationship.owner) if line.relationship.owner else ""
    step = _("Next step: {text}").format(text=step_shown(line)) if step_shown(line) else ""
    third = ", ".join(line.third)
    return "\n".join(filter(None, (line.pair, third, line.stage.label, line.value, owner, step, urgency_shown(line))))
