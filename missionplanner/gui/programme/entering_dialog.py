"""Who is at a bilateral call and in which order they enter: rows that are dragged, or moved with keys."""

from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from missionplanner.domain.events import Event
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import entering
from missionplanner.gui.programme.ordered_editor import OrderedEditor
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, current
from missionplanner.jobs.people import call_order


class EnteringDialog(Dialog):
    """The people of one call, the first to enter above."""

    def __init__(self, workspace: Workspace, call: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Who enters: {event}").format(event=call.name(current().language)))
        open_with(self, 760, 520)
        self._workspace, self._call = workspace, call
        store = workspace.store
        self.editor = OrderedEditor(
            self._kind(), store, "programme.entering", lambda keys: call_order.put_in_order(store, call.id, keys)
        )
        layout = QVBoxLayout(self)
        layout.addWidget(self.editor)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.editor.refresh()

    def _kind(self) -> RecordKind:
        hint = _("The first to enter stands above. Drag a row, or press Alt+Up and Alt+Down.")
        columns, name = self._columns(), _("Who enters")
        return RecordKind(name, columns, self._people, self._fields, lambda _one: {}, self._add, self._remove, hint)

    def _people(self) -> list[Person]:
        snapshot = self._workspace.snapshot()
        call = next((one for one in snapshot.events if one.id == self._call.id), None)
        return entering(snapshot, call) if call else []

    def _fields(self) -> list[FormField]:
        snapshot, t = self._workspace.snapshot(), current()
        there = {person.id for person in self._people()}
        others = [(one.id, snapshot.with_organisation(one)) for one in snapshot.people if one.id not in there]
        return [FormField("person_id", _("Person"), "choice", sorted(others, key=lambda one: t.sort_key(one[1])))]

    def _add(self, record: Person | None, values: dict[str, Any]) -> None:
        call_order.add(self._workspace.store, self._call.id, values["person_id"], record.id if record else None)
        self.editor.refresh()

    def _remove(self, keys: list[int]) -> None:
        call_order.take_out(self._workspace.store, self._call.id, keys)
        self.editor.refresh()

    def _columns(self) -> list[Column]:
        def place(person: Person) -> str:
            return str(self._people().index(person) + 1)

        def company(person: Person) -> str:
            snapshot = self._workspace.snapshot()
            home = snapshot.home_of(person)
            return snapshot.company[home].name if home else ""

        return [
            Column(_("Enters"), place, width=70, right=True),
            Column(_("Name"), lambda one: one.full_name, width=220, grows=True),
            Column(_("Position"), lambda one: one.position, width=170, grows=True),
            Column(_("Company"), company, width=170, grows=True),
        ]
