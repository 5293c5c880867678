"""A screen of records: the filter, the list worked in like a spreadsheet, and the pane of one record beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QWidget

from missionplanner.gui.commands import command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import add_row_actions
from missionplanner.gui.widgets.cell_commands import CellCommands
from missionplanner.gui.widgets.cells import Change
from missionplanner.gui.widgets.chosen_columns import ChosenColumnsTable
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.gone_records import GoneRecords
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_
from missionplanner.jobs.lists.printing import ShownList


class _SearchLine(QLineEdit):
    """A line from which Down and Enter lead into the list."""

    left_for_list = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list, or edit the line."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left_for_list.emit()
        else:
            super().keyPressEvent(event)


class ListFilter(QWidget):
    """The conditions records have to meet to be listed."""

    changed = Signal()
    """Other records are to be listed; emitted once for all that is changed at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.text = _SearchLine(clearButtonEnabled=True)
        self._timer = QTimer(self, singleShot=True, interval=0)  # what is set at once lists the records once
        self._timer.timeout.connect(self.changed.emit)
        self.text.textChanged.connect(lambda _text: self._timer.start())

    def reset(self) -> None:
        """Show all. Raises NotImplementedError: every filter has its own."""
        raise NotImplementedError

    def words(self) -> str:
        """Return the filter in words. Raises NotImplementedError: every filter has its own."""
        raise NotImplementedError


class RecordPane(QWidget):
    """Shows and edits one record; nothing of it is written before it is saved, but it is kept as a draft."""

    saved = Signal(int)
    """The key of the record that was stored."""
    closed = Signal()
    """The pane is to be left."""

    @property
    def key(self) -> int:
        """The key of the record shown, 0 for a new one. Raises NotImplementedError: every pane has its own."""
        raise NotImplementedError

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not saved. Raises NotImplementedError: every pane has its own."""
        raise NotImplementedError

    @property
    def is_nameless(self) -> bool:
        """Whether what is typed is not worth asking about. Raises NotImplementedError: every pane has its own."""
        raise NotImplementedError

    def save(self) -> bool:
        """Store the record; False where it has mistakes. Raises NotImplementedError: every pane has its own."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Keep what was typed until it is saved. Raises NotImplementedError: every pane has its own."""
        raise NotImplementedError


P = TypeVar("P", bound=RecordPane)
F = TypeVar("F", bound=ListFilter)


class ListedScreen(Screen, Generic[F, P]):
    """Keeps what is selected, the order, and whether the pane is open. A screen fills in what its records are."""

    def __init__(
        self, workspace: Workspace, runner: Runner, title: str, filter_bar: F, table: ChosenColumnsTable
    ) -> None:
        super().__init__(workspace, runner, title)
        self._title = title
        self._sort, self._descending = table.sorted_by("name")
        self._is_listing = self._is_moving = False
        self.filter_bar, self.table = filter_bar, table
        self.count_label = quiet_label()
        self._pane: P | None = None
        self._gone = GoneRecords(self, workspace, self.name())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._pages = QStackedWidget()
        self._empty = self._empty_state()
        self._count_timer = QTimer(self, singleShot=True, interval=60)
        self._arrange()
        self._connect()

    # -- what a screen fills in

    @property
    def commands(self) -> CellCommands:
        """The commands on selected rows. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    def _empty_state(self) -> EmptyState:
        """The sentence and button in place of an empty list. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    def _keys(self) -> Sequence[int]:
        """The keys of what is listed, in order. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    def _is_empty(self) -> bool:
        """Whether there are no records at all. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    def _count_text(self) -> str:
        """The text of the line below the list. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    def _make_pane(self) -> P:
        """Return a new pane. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    def _exists(self, key: int) -> bool:
        """Whether a record is still there. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    def _fill_pane(self, pane: P, key: int) -> bool:
        """Show a record; False when it is gone. Raises NotImplementedError: every screen has its own."""
        raise NotImplementedError

    # -- commands

    def find_in_list(self) -> None:
        """Put the cursor into the search, what is in it selected."""
        self.filter_bar.text.setFocus()
        self.filter_bar.text.selectAll()

    def find_replace(self) -> None:
        """Find and replace in cells."""
        self.commands.replace()

    def bulk_edit(self) -> None:
        """Give all selected records one value."""
        self.commands.change_many()

    @command(N_("Open"))
    def open_current(self) -> None:
        """Show the record of the current row in the pane."""
        if self.table.currentIndex().isValid():
            self._show(self.table.rows.key(self.table.currentIndex().row()))

    def arrive(self) -> None:
        """Go to the list, in the row one was in or the first; what is being typed keeps the focus."""
        if typed := self._typed_in():
            typed.setFocus()
            return
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.table.rows.keys:
            self._choose(self.table.rows.keys[:1])

    def open_record(self, key: int) -> None:
        """Show a record in the pane, whatever the filter."""
        if key not in self.table.rows.keys:
            self.filter_bar.reset()
            self._list()
        self._choose([key])
        self._show(key)

    def shown_list(self) -> ShownList:
        """The records as they are listed; a workbook of them is read back."""
        mission = self.workspace.mission_name
        shown = self.table.shown(self._title, f"{mission}  ·  {self.filter_bar.words()}")
        return replace(shown, kind=self.name(), keys=tuple(self.table.rows.keys), fields=self.table.shown_fields())

    def settle(self) -> bool:
        """Store what is typed in the pane; False where it has mistakes, and it is then kept as a draft."""
        if self._pane is None or self.workspace.store.read_only or not self._pane.is_changed:
            return True
        if not self._stays():
            return True
        self._pane.keep_draft()
        return self._pane.save()

    def _arrange(self) -> None:
        self.layout_.addWidget(self.filter_bar)
        self._splitter.addWidget(self._list_area())
        self._splitter.setChildrenCollapsible(False)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)

    def _list_area(self) -> QWidget:
        """Return what stands beside the pane: the list, or what it is one part of."""
        return self.table

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._list)
        self.filter_bar.text.left_for_list.connect(self._on_search_left)
        self._count_timer.timeout.connect(self._show_count)
        self.table.sort_asked.connect(self._on_sort_asked)
        self.table.activated_row.connect(lambda row: self._show(self.table.rows.key(row)))
        self.table.chosen.connect(self._on_chosen)
        self.table.changes_asked.connect(self._on_changes_asked)

    def _show_count(self) -> None:
        if self.workspace.is_open:  # it may have been closed while the timer ran
            self.count_label.setText(self._count_text())

    def _add_row_actions(self, *acts: Callable[..., Any]) -> None:
        """The context menu of the table."""
        add_row_actions(self.table, self.workspace.store, acts)

    def _list(self) -> None:
        chosen, column = self.table.chosen_keys(), self.table.currentIndex().column()
        self._is_listing = True  # the selection is only put back: nobody chose a record to be shown
        self.table.rows.set_keys(list(self._keys()))
        if chosen:
            self.table.choose(chosen, column)
        self._is_listing = False
        self._pages.setCurrentIndex(1 if self._pane is None and self._is_empty() else 0)
        self._count_timer.start()
        self._show_the_only()

    def _show_the_only(self) -> None:
        """Show the one record a search found, the cursor still in the search."""
        keys = self.table.rows.keys
        is_searched = self.window().focusWidget() is self.filter_bar.text and self.filter_bar.text.text() != ""
        if len(keys) == 1 and is_searched and (self._pane is None or self._pane.key != keys[0]):
            self._choose(keys)
            self._show(keys[0])

    def _on_search_left(self) -> None:
        """Go from the search to the first row it found."""
        self._list()
        if self.table.rows.keys:
            self.table.setFocus()
            self.table.choose(self.table.rows.keys[:1])

    def _choose(self, keys: Sequence[int]) -> None:
        """Select rows without showing them in the pane."""
        self._is_listing = True
        self.table.choose(keys)
        self._is_listing = False

    def _on_sort_asked(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._list()

    def _on_chosen(self) -> None:
        self._count_timer.start()
        if self._is_listing:
            return
        keys = self.table.chosen_keys()
        if self._pane and self._pane.isVisible() and len(keys) == 1 and keys[0] != self._pane.key:
            self._show(keys[0])

    def _on_changes_asked(self, changes: list[Change], label: str) -> None:
        if not self.workspace.store.read_only and self.settle():
            here = self.table.currentIndex()
            QTimer.singleShot(0, self.table, lambda: self._change(changes, label, here.row(), here.column()))

    def _change(self, changes: list[Change], label: str, row: int, column: int) -> None:
        """Change cells once the editor is closed, and stay where one was."""
        self.commands.change_cells(changes, label)
        index = self.table.rows.index(min(row, self.table.rows.rowCount() - 1), column)
        if index.isValid():
            self.table.selectionModel().setCurrentIndex(index, self.table.selectionModel().SelectionFlag.ClearAndSelect)

    # -- the pane

    def _open_pane(self) -> P:
        if self._pane is None:
            self._pane = self._make_pane()
            self._pane.saved.connect(self._on_saved)
            self._pane.closed.connect(self._on_closed)
            self._splitter.addWidget(self._pane)
            self._splitter.setSizes([self.width() * 40 // 100, self.width() * 60 // 100])
        self._pages.setCurrentIndex(0)
        self._pane.show()
        return self._pane

    def _on_saved(self, key: int) -> None:
        if not self._is_moving:
            self.table.choose([key])

    def _show(self, key: int) -> None:
        self._is_moving = True  # the selection stays with the record one goes to
        settled = self._pane is None or self._pane.key == key or self.settle()
        self._is_moving = False
        if self._pane and not settled:
            self._choose([self._pane.key])
        elif not self._fill_pane(self._open_pane(), key):
            self._on_closed()

    def _leave_gone(self) -> None:
        """Leave the page of a record that is gone; who types in it is asked, once what shows the change has ended."""
        QTimer.singleShot(0, self, self._stays) if self._pane and self._pane.is_changed else self._drop_pane()

    def _stays(self) -> bool:
        """Whether the record of the page is there, or comes back as somebody types in it; else leave the page."""
        key = self._pane.key if self._pane else 0
        if not key or self._exists(key) or (self._pane and self._pane.is_changed and self._gone.stays(key)):
            return True
        self._drop_pane()
        return False

    def _drop_pane(self) -> None:
        if self._pane is not None:
            was_in_it = self._pane.isAncestorOf(self.window().focusWidget() or self)
            self._pane.hide()
            self._pane.deleteLater()
            self._pane = None
            if was_in_it:
                self.arrive()  # letters would be typed into the navigation

    def _on_closed(self) -> None:
        if self._pane and (self.settle() or self._pane.is_nameless):
            self._drop_pane()
            self.table.setFocus()
            self._list()
