"""The part of a registration with its people: the table, and the commands that add to it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.people import Person
from missionplanner.domain.spelling import told_apart
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.companies.delegates import DelegatesTable
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.i18n import N_, _
from missionplanner.store.store import Store


class DelegatesPart(QWidget):
    """Edits the people of a registration; what is typed is stored by the form they are part of."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.table = DelegatesTable()
        self.add = command_button(self.add_delegate, store)
        self.pick = command_button(self.add_representative, store)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.pick)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        layout.addLayout(row)
        # Tab leaves the table for its commands.
        QWidget.setTabOrder(self.table, self.add)
        QWidget.setTabOrder(self.add, self.pick)

    @command(N_("Add a delegate"), icon="user", needs=Needs.WRITING)
    def add_delegate(self) -> None:
        """Go to an empty row of the delegates."""
        self.table.add_row()

    @command(N_("Somebody who is here already…"), "Alt+Shift+D", "user-check", needs=Needs.WRITING)
    def add_representative(self) -> None:
        """Ask for a person of the mission who represents this company, too."""
        people = self._people()
        field = FormField(
            "person",
            _("Person"),
            choices=[(person.id, name) for name, person in people.items()],
            check=lambda text: "" if text in people else _("Choose somebody of the list."),
            hint=_("Their main organisation stays; here they represent this company, too."),
        )
        found = ask(_("Somebody who is here already"), [field], {}, self)
        if found and found["person"] in people:
            self.table.add_person(people[found["person"]])

    def restore(self, rows: list[list[str]]) -> None:
        """Show the rows of a draft."""
        self.table.restore(rows, self._store.where(Person, "id", self.table.keys_of(rows)))

    def _people(self) -> dict[str, Person]:
        """Everybody of the mission by the name they are chosen by: with the organisations, numbered where equal."""
        snapshot = self._store.snapshot()
        names = told_apart((person.id, snapshot.with_organisation(person)) for person in snapshot.people)
        return {name: snapshot.person[key] for name, key in names.items() if name}
