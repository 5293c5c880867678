"""A list of records with add, edit and delete: one widget for everything an organiser sets up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.programme.stranded_meetings import ask_stranded
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import _
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class RecordKind:
    """What is edited. values turns a record (None: a new one) into a form's values; save stores a form's values."""

    name: str
    columns: Sequence[Column]
    rows: Callable[[], list[Any]]
    fields: Callable[[], Sequence[FormField]]
    values: Callable[[Any | None], dict[str, Any]]
    save: Callable[[Any | None, dict[str, Any]], None]
    remove: Callable[[list[int]], None]
    empty: str = ""


class RecordEditor(QWidget):
    """The list of one kind of record."""

    def __init__(self, kind: RecordKind, store: Store) -> None:
        super().__init__()
        read_only = store.read_only
        self._kind, self._store = kind, store
        self._rows: dict[int, Any] = {}
        self.table = DataTable(TableModel(kind.columns, lambda keys: [self._rows[key] for key in keys]), kind.name)
        self._hint = quiet_label(kind.empty)
        add = make_button(_("Add"), "plus")
        edit = make_button(_("Edit"))
        remove = make_button(_("Delete"), "trash-2")
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        for button, act in ((add, self.add), (edit, self.edit), (remove, self.remove)):
            button.clicked.connect(act)
            button.setEnabled(not read_only)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.table)
        delete = QAction(_("Delete"), self.table)
        delete.setShortcut("Del")
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self.remove)
        self.table.addAction(delete)
        if not read_only:
            self.table.activated_row.connect(lambda _row: self.edit())
        self._writable = not read_only

    def show_kind(self, kind: RecordKind) -> None:
        """Edit the same kind with what is there to choose from now."""
        self._kind = kind
        self.table.rows.columns = tuple(kind.columns)
        self.refresh()

    def refresh(self) -> None:
        """Read the records anew."""
        rows = self._kind.rows()
        self._rows = {record.id: record for record in rows}
        self.table.rows.set_keys([record.id for record in rows])

    def add(self) -> None:
        """Ask for a new record."""
        self._ask(None, _("Add"))

    def edit(self) -> None:
        """Ask for the selected record's values."""
        keys = self.table.chosen_keys()
        if keys:
            self._ask(self._rows[keys[0]], _("Edit"))

    def remove(self) -> None:
        """Delete the selected records; undo brings them back."""
        keys = self.table.chosen_keys()
        if keys and self._writable:
            try:
                self._kind.remove(keys)
            except StrandedError as error:
                ask_stranded(error, self._store, self)
            except UserError as error:
                alerts.show_error(self, error)

    def _ask(self, record: Any | None, verb: str) -> None:
        title = f"{verb} – {self._kind.name}"
        dialog = RecordDialog(title, self._kind.fields(), self._kind.values(record), self)
        while dialog.exec():
            try:
                self._kind.save(record, dialog.form.values())
                return
            except StrandedError as error:
                if ask_stranded(error, self._store, dialog):
                    return
            except UserError as error:
                alerts.show_error(dialog, error)
