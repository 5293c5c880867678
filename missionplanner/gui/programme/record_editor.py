"""A list of records with add, edit and delete: one widget for everything an organiser sets up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command, command_of
from missionplanner.gui.programme.stranded_meetings import ask_stranded
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_action, command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.form import Form, RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import N_, _
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record an organiser sets up: how it is listed, asked for and stored."""

    name: str
    """The heading of its list."""
    columns: Sequence[Column]
    rows: Callable[[], list[Any]]
    """Returns all records of the kind, in the order of the list."""
    fields: Callable[[], Sequence[FormField]]
    values: Callable[[Any | None], dict[str, Any]]
    """Turns a record into the values of its form; without a record, into those of a new one."""
    save: Callable[[Any | None, dict[str, Any]], None]
    """Stores the values of a form in a record, or in a new one without it; raises UserError for what cannot be."""
    remove: Callable[[list[int]], None]
    hint: str = ""
    """The purpose of the list, shown above it."""
    prepare: Callable[[Form], object] = lambda _form: None
    """Connects the fields of a form that follow from others."""
    picture: Callable[[Store], "RecordPicture"] | None = None
    """Makes the picture above its list."""


class RecordPicture(QWidget):
    """A picture of all records of a kind."""

    def refresh(self) -> None:
        """Show the records as they are now."""


class RecordEditor(QWidget):
    """The list of one kind of record.

    kept: the name under which the columns of the list and what is typed are remembered.
    """

    def __init__(self, kind: RecordKind, store: Store, kept: str = "") -> None:
        super().__init__()
        read_only = store.read_only
        self._kind, self._store, self._kept = kind, store, kept or kind.name
        self._rows: dict[int, Any] = {}
        model = TableModel(kind.columns, lambda keys: [self._rows[key] for key in keys])
        self.table = DataTable(model, kind.name, kept=kept)
        self._hint = quiet_label(kind.hint)
        self.buttons = row = WrappingRow()
        row.addWidget(self._hint, 1)
        acts = [command_button(method, store, takes_keys=False) for method in (self.add, self.edit, self.remove)]
        for button in acts:
            row.addWidget(button)
        self._last = acts[-1]
        follow_rows(self.table, acts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        text = _("Nothing is here yet: {name}. {purpose}").format(name=kind.name, purpose=kind.hint)
        self._begin = command_button(self.add, store, primary=True, takes_keys=False)
        self.empty = EmptyState(text.strip(), self._begin)
        self._pages = QStackedWidget()
        for page in (self.table, self.empty):
            self._pages.addWidget(page)
        self.picture = kind.picture(store) if kind.picture else None
        if self.picture:
            split = QSplitter(Qt.Orientation.Vertical)
            split.addWidget(self.picture)
            split.addWidget(self._pages)
            split.setSizes([320, 240])
            split.setChildrenCollapsible(False)
            layout.addWidget(split, 1)
        else:
            layout.addWidget(self._pages)
        self.table.addAction(command_action(command_of(self.remove), self.remove, self.table, store))
        if not read_only:
            self.table.activated_row.connect(lambda _row: self.edit())
        self._writable = not read_only

    def add_button(self, button: QPushButton) -> None:
        """Put a button behind the others, also for Tab, which would come to it after the list."""
        self.buttons.addWidget(button)
        self.setTabOrder(self._last, button)
        self._last = button

    def show_kind(self, kind: RecordKind) -> None:
        """Edit the same kind with its present choices."""
        self._kind = kind
        self.table.rows.columns = tuple(kind.columns)
        self.refresh()

    def refresh(self) -> None:
        """Read the records again; what is selected stays selected."""
        chosen = self.table.chosen_keys()
        if self.picture:
            self.picture.refresh()
        rows, chosen = self._kind.rows(), self.table.chosen_keys()
        self._rows = {record.id: record for record in rows}
        self.table.rows.set_keys([record.id for record in rows])
        if chosen:
            self.table.choose(chosen)
        self._pages.setCurrentWidget(self.table if rows else self.empty)

    def arrive(self) -> None:
        """Go into the list, to the button that begins it where it is empty."""
        (self.table if self._rows else self._begin).setFocus()

    @command(N_("Add"), icon="plus", needs=Needs.WRITING)
    def add(self) -> None:
        """Ask for a new record."""
        self._ask(None, _("Add"))

    @command(N_("Edit"), needs=Needs.WRITING, takes=Takes.SOME)
    def edit(self) -> None:
        """Ask for the selected record's values."""
        keys = self.table.chosen_keys()
        if keys:
            self._ask(self._rows[keys[0]], _("Edit"))

    @command(N_("Delete"), "Del", "trash-2", needs=Needs.WRITING, takes=Takes.SOME)
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

    def _place(self, record: Any | None) -> DraftPlace:
        return DraftPlace.of(self._store, self._kept, record)

    def _ask(self, record: Any | None, verb: str) -> None:
        title = f"{verb} – {self._kind.name}"
        dialog = RecordDialog(title, self._kind.fields(), self._kind.values(record), self, self._place(record))
        self._kind.prepare(dialog.form)
        # Asked again until it is stored or cancelled: a mistake must not lose what was typed.
        while dialog.exec():
            try:
                self._kind.save(record, dialog.form.values())
                return
            except StrandedError as error:
                if ask_stranded(error, self._store, dialog):
                    return
            except UserError as error:
                alerts.show_error(dialog, error)
