"""A list of records whose order an organiser decides: by dragging a row, or by keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent

from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.programme.record_editor import RecordEditor, RecordKind
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.i18n import N_
from missionplanner.store.store import Store


class OrderedEditor(RecordEditor):
    """The list of one kind of record, in an order that is stored.

    put_in_order: stores the order of the keys, as one step.
    """

    def __init__(self, kind: RecordKind, store: Store, kept: str, put_in_order: Callable[[list[int]], None]) -> None:
        super().__init__(kind, store, kept)
        self._put_in_order = put_in_order
        self._dragged = -1
        acts = {method: command_button(method, store, takes_keys=False) for method in (self.move_up, self.move_down)}
        for method, button in acts.items():
            set_shortcut(method, self, store)
            self.add_button(button)
        follow_rows(self.table, acts.values())
        if self._writable:
            self.table.viewport().installEventFilter(self)

    @command(N_("Move up"), "Alt+Up", needs=Needs.WRITING, takes=Takes.SOME)
    def move_up(self) -> None:
        """Put the selected record one place higher."""
        self._move_chosen(-1)

    @command(N_("Move down"), "Alt+Down", needs=Needs.WRITING, takes=Takes.SOME)
    def move_down(self) -> None:
        """Put the selected record one place lower."""
        self._move_chosen(1)

    def put(self, row: int, to: int) -> None:
        """Put the record of a row at the place of another, and store the order."""
        keys = list(self.table.rows.keys)
        if not (0 <= row < len(keys) and 0 <= to < len(keys) and row != to):
            return
        key = keys.pop(row)
        keys.insert(to, key)
        self._put_in_order(keys)
        self.refresh()
        self.table.choose([key])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a row that is dragged to the place of another."""
        if isinstance(event, QMouseEvent):
            row = self.table.rowAt(event.position().toPoint().y())
            if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._dragged = row
            elif event.type() == QEvent.Type.MouseMove and self._is_dragging(event):
                self.table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                return True
            elif event.type() == QEvent.Type.MouseButtonRelease and self._dragged >= 0:
                self.table.viewport().unsetCursor()
                dragged, self._dragged = self._dragged, -1
                last = len(self.table.rows.keys) - 1
                if row != dragged:
                    self.put(dragged, last if row < 0 else row)
                    return True
        return super().eventFilter(watched, event)

    def _is_dragging(self, event: QMouseEvent) -> bool:
        return self._dragged >= 0 and bool(event.buttons() & Qt.MouseButton.LeftButton)

    def _move_chosen(self, step: int) -> None:
        keys = self.table.chosen_keys()
        if keys and self._writable:
            row = self.table.rows.keys.index(keys[0])
            self.put(row, row + step)
