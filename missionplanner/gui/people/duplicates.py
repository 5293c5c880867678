"""The dialog of people who may have been entered twice, often with two companies: made one, field by field."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from missionplanner.domain.people import Person
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import command_button, make_button
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.side_by_side import SideBySide
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.people import duplicates
from missionplanner.jobs.people.duplicates import SamePerson
from missionplanner.store.store import Store


class SamePeopleDialog(Dialog):
    """The pairs at the left, the two people of the current one side by side at the right."""

    def __init__(self, store: Store, found: Sequence[SamePerson], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(1080, 600)
        self._store, self._found = store, list(found)
        self._pair: tuple[Person, Person] | None = None
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("People entered twice"))
        self.reason = Label()
        self.reason.setWordWrap(True)
        self.table = SideBySide(_("Stays"), _("Goes into it"))
        self.merge_button = command_button(self.merge, store, primary=True)
        self._build()
        self._show_list()

    @command(N_("Make them one"), "Alt+M", "check", needs=Needs.WRITING)
    def merge(self) -> None:
        """Make the two people shown one, who represents the organisations of both."""
        if self._pair:
            one, two = self._pair
            duplicates.merge(self._store, one.id, two.id, self.table.taken)
            self._found = [pair for pair in self._found if two.id not in (pair.one, pair.two)]
            self._show_list()

    def _build(self) -> None:
        close = make_button(_("Close"), "", "Esc")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.merge_button)
        row.addStretch()
        row.addWidget(close)
        right = QVBoxLayout()
        right.addWidget(self.reason)
        right.addWidget(self.table, 1)
        right.addLayout(row)
        middle = QHBoxLayout()
        self.list.setFixedWidth(330)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        text = _("Choose for every field which value stays. Organisations, meetings and events of both are kept.")
        layout.addWidget(quiet_label(text))
        layout.addLayout(middle)
        self.list.currentRowChanged.connect(self._show_pair)

    def _show_list(self) -> None:
        snapshot = self._store.snapshot()
        people = snapshot.person
        self._found = [pair for pair in self._found if pair.one in people and pair.two in people]
        self.list.blockSignals(True)
        self.list.clear()
        for pair in self._found:
            self.list.addItem("\n".join(snapshot.with_organisation(people[key]) for key in (pair.one, pair.two)))
        self.list.blockSignals(False)
        self.setWindowTitle(count("{n} pair to look at", "{n} pairs to look at", len(self._found)))
        self.list.setCurrentRow(0 if self._found else -1)
        self._show_pair(self.list.currentRow())

    def _show_pair(self, row: int) -> None:
        self.merge_button.setEnabled(row >= 0 and not self._store.read_only)
        if row < 0:
            self._pair = None
            self.table.setRowCount(0)
            self.reason.setText(_("Every pair has been looked at."))
            return
        pair = self._found[row]
        people = {person.id: person for person in self._store.where(Person, "id", [pair.one, pair.two])}
        one, two = people[pair.one], people[pair.two]
        self._pair = (one, two)
        self.reason.setText(f"{one.full_name} – {two.full_name}:  {pair.reason}.")
        differences = duplicates.differences(self._store, one, two)
        self.table.show_differences(differences, sorted(duplicates.usual_choice(one, two)))
