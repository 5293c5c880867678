"""The one table of the window: columns as data, rows fetched as they are seen, copying as in a spreadsheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from missionplanner.gui.commands import command
from missionplanner.gui.widgets import kept_layout
from missionplanner.gui.widgets.cell_blocks import copy_block
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import N_
from missionplanner.jobs.lists.printing import ShownList

Index = QModelIndex | QPersistentModelIndex
_BLOCK = 64
_ROWS_SEEN = 72
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
"""Pixels of rows that are seen at least."""
_DISPLAY, _TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT, _FOREGROUND = int(Qt.ItemDataRole.TextAlignmentRole), int(Qt.ItemDataRole.ForegroundRole)
_ANSWERED = frozenset({_DISPLAY, _TOOL_TIP, _ALIGNMENT, _FOREGROUND})
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    heading: str
    text: Callable[[Any], str]
    """Returns the text of a cell from the record of its row."""
    sort: str = ""
    """The key its heading sorts by; empty when it sorts nothing."""
    width: int = 140
    right: bool = False
    """Whether it is aligned right, as numbers are."""
    colour: Callable[[Any], str] | None = None
    """Returns the colour of a cell’s text, empty for the usual one."""
    edits: str = ""
    """The name under which its cells are changed; empty when they cannot be."""
    choices: Callable[[], Sequence[str]] | None = None
    """Returns the texts a cell is completed from while it is typed into."""
    grows: bool = False
    """Whether it takes the room there is, as names and sentences do; `width` is then the least."""


class TableModel(QAbstractTableModel):
    """Rows known by key; what a row shows is fetched in blocks when it is first seen."""

    def __init__(self, columns: Sequence[Column], fetch: Callable[[list[int]], list[Any]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._fetch = fetch
        self._keys: list[int] = []
        self._rows: dict[int, Any] = {}
        self.sort_column, self.descending = -1, False

    def set_keys(self, keys: list[int]) -> None:
        """Show these rows, in this order, as they are now."""
        self.beginResetModel()
        self._keys, self._rows = keys, {}
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns, self.sort_column = tuple(columns), -1
        self.endResetModel()

    def renew(self) -> None:
        """Show the same rows as they are now; what is selected stays selected."""
        self._rows = {}
        if self._keys:
            last = self.index(len(self._keys) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def keys(self) -> list[int]:
        """The keys of all rows, in order."""
        return self._keys

    def key(self, row: int) -> int:
        """The key of a row."""
        return self._keys[row]

    def record(self, row: int) -> Any:
        """Return the record of a row; its whole block is fetched when it is not known yet.

        Raises LookupError where rows were deleted since the keys were set.
        """
        key = self._keys[row]
        if key not in self._rows:
            start = row // _BLOCK * _BLOCK
            keys = self._keys[start : start + _BLOCK]
            found = self._fetch(keys)
            if len(found) != len(keys):
                raise LookupError(key)
            self._rows.update(zip(keys, found, strict=True))
        return self._rows[key]

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell."""
        return self.columns[column].text(self.record(row))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment and colour of a cell."""
        # A repaint asks each cell for eight roles, most of which have no answer.
        if role not in _ANSWERED or not index.isValid():
            return None
        try:
            return self._answer(index, role)
        except LookupError:
            return None  # it is measured or painted before the list is read anew: Qt would end the program

    def _answer(self, index: Index, role: int) -> Any:
        column = self.columns[index.column()]
        if role == _DISPLAY:
            return column.text(self.record(index.row()))
        if role == _TOOL_TIP:
            return literal(column.text(self.record(index.row()))) or None
        if role == _ALIGNMENT:
            return _RIGHT if column.right else None
        if column.colour:
            web = column.colour(self.record(index.row()))
            return QColor(web) if web else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings; those of numbers stand right, as the numbers do."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal(column.heading)
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and column.right else None


class DataTable(QTableView):
    """A table view whose rows are chosen as a whole and copied as text.

    kept: the name under which widths, order and sort of its columns are remembered; without it they are not.
    """

    sort_asked = Signal(str, bool)
    """The sort key of a column and whether descending."""
    chosen = Signal()
    activated_row = Signal(int)

    def __init__(self, model: TableModel, name: str, parent: QWidget | None = None, kept: str = "") -> None:
        super().__init__(parent)
        self.kept = kept
        self._set_widths: set[int] = set()
        self._scale, self._is_laying_out = 1.0, False
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(32)
        self._lay_out()
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(_BLOCK)  # Qt would read a thousand rows at each step of a larger window
        header.sectionClicked.connect(self._on_header_clicked)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(lambda *_places: self._keep())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda index: self.activated_row.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns that grow."""
        super().resizeEvent(event)
        self.share_room()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the headings and two rows: with less, nobody would see a list in it."""
        least, high = super().minimumSizeHint(), self.verticalHeader().defaultSectionSize()
        rows = max(high, min(2 * high, _ROWS_SEEN))
        return QSize(least.width(), max(least.height(), self.horizontalHeader().sizeHint().height() + rows + 4))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the whole text of a cell that is cut, and of no other."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if not index.isValid() or not self.is_cut(index):
                QToolTip.hideText()
                return True
        return super().viewportEvent(event)

    def is_cut(self, index: Index) -> bool:
        """Whether a cell shows less than its text."""
        needed, place = self.sizeHintForIndex(index), self.visualRect(index)
        return needed.width() > place.width() or needed.height() > place.height()

    def setColumnWidth(self, column: int, width: int) -> None:
        """Set a width that nobody chose, which is therefore not kept."""
        before, self._is_laying_out = self._is_laying_out, True
        super().setColumnWidth(column, width)
        self._is_laying_out = before

    def share_room(self) -> None:
        """Give the columns that grow what the others leave of the width; a width somebody set stays.

        What is cut comes first: half a row may be empty beside it.
        """
        shown = self.shown_columns()
        growing = [n for n in shown if self.rows.columns[n].grows and n not in self._set_widths]
        left = self.viewport().width() - sum(self.columnWidth(n) for n in shown if n not in growing)
        least = {n: self._least(n) for n in growing}
        spare = max(left - sum(least.values()), 0)
        cut = {n: max(self.sizeHintForColumn(n) - least[n], 0) for n in growing}
        whole = min(spare / (sum(cut.values()) or 1), 1)
        for number in growing:
            least[number] += int(cut[number] * whole)
        spare -= sum(int(lacks * whole) for lacks in cut.values())
        for place, number in enumerate(growing):
            share = spare // (len(growing) - place)
            spare -= share
            self.setColumnWidth(number, least[number] + share)

    def widen(self, scale: float) -> None:
        """Make the columns wider by a factor, for larger type; a width somebody set stays."""
        self._scale = scale
        for number in range(self.rows.columnCount()):
            if number not in self._set_widths:
                self.setColumnWidth(number, self._least(number))
        self.share_room()

    def shown_columns(self) -> list[int]:
        """The columns that are not hidden, in the order they stand in."""
        header = self.horizontalHeader()
        ordered = map(header.logicalIndex, range(self.rows.columnCount()))
        return [column for column in ordered if not self.isColumnHidden(column)]

    def offer_columns(self, columns: Sequence[Column]) -> bool:
        """Have these columns; False where they are the same as before, but for what they show."""
        if [(one.heading, one.edits) for one in columns] == [(one.heading, one.edits) for one in self.rows.columns]:
            return False
        sorted_by = self.sorted_by("")[0]
        self._is_laying_out = True
        self.rows.set_columns(columns)
        self._set_widths = set()
        self._lay_out()
        self._is_laying_out = False
        # Once the rows are those there are now, too: undo takes rows and columns at once.
        QTimer.singleShot(0, self, self.share_room)
        self.rows.sort_column = next((n for n, one in enumerate(columns) if sorted_by and one.sort == sorted_by), -1)
        return True

    def sorted_by(self, at_first: str) -> tuple[str, bool]:
        """Return the key the rows are sorted by and whether descending; at_first: the key until somebody sorts."""
        place = self.rows.sort_column
        return (self.rows.columns[place].sort, self.rows.descending) if place >= 0 else (at_first, False)

    @property
    def rows(self) -> TableModel:
        """The model."""
        model = self.model()
        assert isinstance(model, TableModel)
        return model

    def chosen_keys(self) -> list[int]:
        """The keys of the selected rows, in their order."""
        return [self.rows.key(index.row()) for index in sorted(self.selectionModel().selectedRows())]

    def shown(self, title: str, subtitle: str) -> ShownList:
        """The list as it is shown: every row, the columns that are not hidden."""
        columns = self.shown_columns()
        found = [self.rows.columns[c] for c in columns]
        rows = [[" ".join(self.rows.text(row, c).split()) for c in columns] for row in range(self.rows.rowCount())]
        numbers = frozenset(place for place, column in enumerate(found) if column.right)
        return ShownList(title, subtitle, [c.heading for c in found], rows, [c.width for c in found], numbers)

    def choose(self, keys: Sequence[int]) -> None:
        """Select the rows of these keys that are shown, and scroll to the first."""
        wanted = set(keys)
        places = [row for row, key in enumerate(self.rows.keys) if key in wanted]
        self.clearSelection()
        flags = self.selectionModel().SelectionFlag
        blocks, start = QItemSelection(), 0
        for n in range(1, len(places) + 1):
            if n == len(places) or places[n] != places[n - 1] + 1:
                blocks.select(self.rows.index(places[start], 0), self.rows.index(places[n - 1], 0))
                start = n
        self.selectionModel().select(blocks, flags.Select | flags.Rows)
        if places:
            self.selectionModel().setCurrentIndex(self.rows.index(places[0], 0), flags.NoUpdate)
            self.scrollTo(self.rows.index(places[0], 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the row Tab comes to where none is: the keys of buttons and menus need one."""
        super().focusInEvent(event)
        if event.reason() in _TAB and self.rows.keys and not self.selectionModel().hasSelection():
            self.choose([self.rows.key(max(self.currentIndex().row(), 0))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected rows; Enter opens the current one; the rest is the view's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @command(N_("Copy the selected rows"), "Ctrl+C")
    def copy(self) -> None:
        """Copy the selected rows with their headings, as a spreadsheet takes them."""
        rows = [[column.heading for column in self.rows.columns]]
        chosen = [self.rows.record(index.row()) for index in sorted(self.selectionModel().selectedRows())]
        copy_block(rows + [[" ".join(one.text(record).split()) for one in self.rows.columns] for record in chosen])

    def _lay_out(self) -> None:
        """Put the columns as they were left, else as wide as their headings and the columns ask."""
        header = self.horizontalHeader()
        layout = kept_layout.kept(self.kept, self._signature()) if self.kept else None
        if layout and kept_layout.lay_out(header, layout):
            self._set_widths = set(layout.set_widths)
            self._take_sort(header)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSectionsMovable(bool(self.kept))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.ensurePolished()
        self.widen(1)
        header.setStretchLastSection(not any(column.grows for column in self.rows.columns))

    def _take_sort(self, header: QHeaderView) -> None:
        section = header.sortIndicatorSection()
        if header.isSortIndicatorShown() and 0 <= section < len(self.rows.columns) and self.rows.columns[section].sort:
            self.rows.sort_column = section
            self.rows.descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder

    def _signature(self) -> str:
        """Return a text that tells these columns from others, in every language."""
        return "|".join(f"{column.sort or column.edits}:{column.width}" for column in self.rows.columns)

    def _least(self, number: int) -> int:
        return max(
            round(self.rows.columns[number].width * self._scale), self.horizontalHeader().sectionSizeHint(number)
        )

    def _keep(self) -> None:
        if self.kept:
            header = self.horizontalHeader()
            kept_layout.keep(self.kept, kept_layout.layout_of(header, self._signature(), list(self._set_widths)))

    def _on_resized(self, section: int, before: int, now: int) -> None:
        """Remember a width somebody set; Qt tells of a column that is hidden, shown or stretched in the same way."""
        header = self.horizontalHeader()
        is_stretched = header.stretchLastSection() and section == (self.shown_columns() or [-1])[-1]
        if before and now and not self._is_laying_out and not is_stretched:
            self._set_widths.add(section)
            self._keep()

    def _on_header_clicked(self, section: int) -> None:
        model, header = self.rows, self.horizontalHeader()
        key = model.columns[section].sort
        if key:
            model.descending = not model.descending if model.sort_column == section else False
            model.sort_column = section
        order = Qt.SortOrder.DescendingOrder if model.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(model.sort_column >= 0)
        header.setSortIndicator(model.sort_column, order)
        if key:
            self._keep()
            self.sort_asked.emit(key, model.descending)


def plain_model(columns: Sequence[Column], rows: Sequence[Any]) -> TableModel:
    """A model over rows that are all known already; keys are places."""
    model = TableModel(columns, lambda keys: [rows[key] for key in keys])
    model.set_keys(list(range(len(rows))))
    return model
