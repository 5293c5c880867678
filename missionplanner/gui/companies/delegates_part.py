"""The part of a registration with its people: the table, and the commands that add to it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.people import Person
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.companies.delegates import DelegatesTable
from missionplanner.gui.companies.known_person import ask_known_person
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.i18n import N_
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
        if person := ask_known_person(self._store.snapshot(), self):
            self.table.add_person(person)

    def restore(self, rows: list[list[str]]) -> None:
        """Show the rows of a draft."""
        self.table.restore(rows, self._store.where(Person, "id", self.table.keys_of(rows)))
