"""A table that is worked in like a spreadsheet: cells typed into, copied, pasted, filled and replaced in blocks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import MENU_KEY, show_row_menu
from missionplanner.gui.widgets.cell_blocks import copy_block, pasted
from missionplanner.gui.widgets.shortcuts import pressed
from missionplanner.gui.widgets.table import DataTable, Index, TableModel
from missionplanner.i18n import N_

_DISPLAY, _EDIT = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)
_EDITABLE = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsEditable
)
"""The flags of a cell that can be typed into; put together once, for they are asked for at every repaint."""
Change = tuple[int, str, str]
"""Key of a row, name of a column, the text its cell is to hold."""
TYPED, PASTED, FILLED, EMPTIED = N_("Edit a cell"), N_("Paste"), N_("Fill down"), N_("Empty cells")


class CellModel(TableModel):
    """A model whose cells can be typed into; what is typed is asked for, not kept."""

    typed = Signal(object)
    """A Change."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of columns that can be edited can be."""
        if index.isValid() and self.columns[index.column()].edits:
            return _EDITABLE
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text to be edited is the text shown."""
        return super().data(index, _DISPLAY if role == _EDIT else role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a cell to be changed."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.text(index.row(), index.column()):
            return False
        self.typed.emit((self.key(index.row()), self.columns[index.column()].edits, str(value)))
        return True


class _CellEditor(QStyledItemDelegate):
    """A line that completes from the column's choices."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """The editor of one cell."""
        model = index.model()
        assert isinstance(model, TableModel)
        editor = QLineEdit(parent)
        if choices := model.columns[index.column()].choices:
            completer = QCompleter(list(choices()), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
            if (popup := completer.popup()) is not None:
                popup.installEventFilter(_EnterGoesOn(editor))
        return editor


class _EnterGoesOn(QObject):
    """One Enter is enough while completions are shown: the chosen one, or what is typed, is taken and the cell left."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand Enter on to the editor."""
        editor = self.parent()
        enters = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enters or event.type() != QEvent.Type.KeyPress or not isinstance(editor, QLineEdit):
            return False
        assert isinstance(watched, QAbstractItemView)
        index = watched.currentIndex()
        if index.isValid():
            editor.setText(str(index.data()))
        watched.hide()
        QApplication.sendEvent(editor, QKeyEvent(event.type(), Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
        return True


class CellTable(DataTable):
    """A table whose cells are selected in blocks."""

    changes_asked = Signal(list, str)
    """Changes, and what they are called."""

    def __init__(self, model: CellModel, name: str, parent: QWidget | None = None, kept: str = "") -> None:
        super().__init__(model, name, parent, kept)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setItemDelegate(_CellEditor(self))
        model.typed.connect(lambda change: self.changes_asked.emit([change], TYPED))

    def chosen_keys(self) -> list[int]:
        """The keys of the rows of which a cell is selected, in their order."""
        rows = {row for block in self._blocks() for row in range(block.top(), block.bottom() + 1)}
        return [self.rows.key(row) for row in sorted(rows) if row < len(self.rows.keys)]

    def cells(self) -> list[tuple[int, int]]:
        """Rows and columns of the selected cells that are shown, in reading order."""
        found = {
            (row, column)
            for block in self._blocks()
            for row in range(block.top(), block.bottom() + 1)
            for column in range(block.left(), block.right() + 1)
            if not self.isColumnHidden(column)
        }
        place = self.horizontalHeader().visualIndex
        return sorted(found, key=lambda cell: (cell[0], place(cell[1])))

    def _blocks(self) -> list[QItemSelectionRange]:
        """The rectangles that are selected."""
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def current(self) -> list[Change]:
        """The selected cells that can be edited, with their texts."""
        columns = self.rows.columns
        return [(self.rows.key(r), columns[c].edits, self.rows.text(r, c)) for r, c in self.cells() if columns[c].edits]

    def choose(self, keys: Sequence[int], column: int = -1) -> None:
        """Select a cell of the rows of these keys, in the column one is in where none is named."""
        wanted = set(keys)
        places = [row for row, key in enumerate(self.rows.keys) if key in wanted]
        column = max(self.currentIndex().column(), 0) if column < 0 else column
        self.clearSelection()
        blocks = QItemSelection()
        start = 0
        for place in range(1, len(places) + 1):
            if place == len(places) or places[place] != places[place - 1] + 1:
                blocks.select(self.rows.index(places[start], column), self.rows.index(places[place - 1], column))
                start = place
        self.selectionModel().select(blocks, QItemSelectionModel.SelectionFlag.Select)
        if places:
            index = self.rows.index(places[0], column)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the commands of a spreadsheet; Enter opens the row."""
        if found := pressed(self, event):
            _command, carry_out = found
            carry_out()
        else:
            super().keyPressEvent(event)

    @command(N_("Edit the cell"), "F2", needs=Needs.WRITING)
    def edit_cell(self) -> None:
        """Begin to type into the current cell, after what is in it."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    @command(N_("Copy the selected cells"), "Ctrl+C")
    def copy(self) -> None:
        """Copy the block that holds all selected cells, as a spreadsheet takes it."""
        cells = self.cells()
        if not cells:
            return
        shown = self.shown_columns()
        places = [shown.index(column) for _row, column in cells]
        columns = shown[min(places) : max(places) + 1]
        copy_block(
            [self.rows.text(row, column) for column in columns] for row in sorted({row for row, _column in cells})
        )

    @command(N_("Cut the selected cells"), "Ctrl+X", needs=Needs.WRITING)
    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.empty()

    @command(N_("Paste cells"), "Ctrl+V", needs=Needs.WRITING)
    def paste(self) -> None:
        """Put the block on the clipboard into the cells from the current one on; one value goes into all selected."""
        block = pasted(QGuiApplication.clipboard().text())
        cells = self.cells()
        if not block or not cells:
            return
        if len(block) == 1 and len(block[0]) == 1:
            self._ask([(row, column, block[0][0]) for row, column in cells], PASTED)
            return
        top, columns = cells[0][0], self.shown_columns()
        shown = columns[min(columns.index(column) for _row, column in cells) :]
        found = [
            (top + down, column, text)
            for down, line in enumerate(block)
            if top + down < self.rows.rowCount()
            for column, text in zip(shown, line, strict=False)
        ]
        self._ask(found, PASTED)

    @command(N_("Fill down"), "Ctrl+D", needs=Needs.WRITING)
    def fill_down(self) -> None:
        """Put what the topmost selected cell of every column holds into those below it."""
        top: dict[int, str] = {}
        found = []
        for row, column in self.cells():
            if column in top:
                found.append((row, column, top[column]))
            else:
                top[column] = self.rows.text(row, column)
        self._ask(found, FILLED)

    @command(N_("Empty the selected cells"), "Del", needs=Needs.WRITING)
    def empty(self) -> None:
        """Empty the selected cells."""
        self._ask([(row, column, "") for row, column in self.cells()], EMPTIED)

    @command(N_("Select whole rows"), "Shift+Space")
    def select_rows(self) -> None:
        """Select all cells of the rows of which one is selected."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in {row for row, _column in self.cells()}:
            self.selectionModel().select(self.rows.index(row, 0), flags)

    @command(N_("What can be done with the selected rows"), MENU_KEY)
    def show_row_menu(self) -> None:
        """Show the menu of the rows, as the menu key and the right button do."""
        show_row_menu(self)

    def _ask(self, cells: list[tuple[int, int, str]], label: str) -> None:
        columns = self.rows.columns
        changes: list[Change] = [
            (self.rows.key(row), columns[column].edits or columns[column].heading, text)
            for row, column, text in cells
            if text != self.rows.text(row, column)
        ]
        if changes:
            self.changes_asked.emit(changes, label)
