"""The page of a person beside the list: who it is, their card, and all their fields."""

from PySide6.QtWidgets import QVBoxLayout

from missionplanner.domain.companies import Side
from missionplanner.gui.commands import command
from missionplanner.gui.people.card import PersonCard
from missionplanner.gui.people.form import PersonForm
from missionplanner.gui.widgets.buttons import command_tool_button
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.listed_screen import RecordPane
from missionplanner.gui.widgets.plain_text import Label, TabWidget
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.people import records


class PersonPage(RecordPane):
    """Shows one person; a new one has only fields."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.title = Label()
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        self.standing = quiet_label()
        self.card = PersonCard(workspace)
        self.form = PersonForm(workspace.store)
        self.parts = TabWidget()
        self._build()

    @property
    def key(self) -> int:
        """The key of the person shown; 0 for a new one."""
        return self.form.key

    @property
    def is_changed(self) -> bool:
        """Whether something was typed into the fields that is not saved."""
        return self.form.is_changed

    @property
    def is_nameless(self) -> bool:
        """Whether the person has no name yet."""
        return not self.form.record.person.full_name

    def save(self) -> bool:
        """Store what is typed; False when a mistake has to be corrected first."""
        return self.form.save()

    def keep_draft(self) -> None:
        """Keep what was typed as a draft until it is saved."""
        self.form.keep_draft()

    def show_person(self, key: int, with_fields: bool = True) -> bool:
        """Show a person as they are now; False when they are gone. with_fields: also what is typed is shown anew."""
        snapshot = self._workspace.snapshot()
        person = snapshot.person.get(key)
        if person is None:
            return False
        mine = [snapshot.company[one].name for one in snapshot.companies_of.get(key, ())]
        role = snapshot.role_of(person)
        statuses = dict.fromkeys(filter(None, map(snapshot.status_of, snapshot.companies_of.get(key, ()))))
        self.title.setText(snapshot.addressed(person, current().language) or person.email)
        facts = (role.label if role else "", snapshot.side_of(person).label, ", ".join(mine), ", ".join(statuses))
        self.standing.setText("  ·  ".join(filter(None, facts)))
        self.parts.setTabVisible(0, True)
        self.card.show_person(snapshot, person)
        if with_fields:
            self.form.show_record(records.records(self._workspace.store, [key])[key])
        return True

    def show_new(self, side: Side) -> None:
        """Show the fields of a new person, the cursor in the first name."""
        self.title.setText(_("New person"))
        self.standing.setText("")
        self.parts.setTabVisible(0, False)
        self.parts.setCurrentIndex(1)
        self.form.show_record(records.empty(side))
        self.form.form.focus("given_name")

    def show_part(self, place: int) -> None:
        """Go to the card (0) or the fields (1)."""
        self.parts.setCurrentIndex(place)

    @command(N_("Card or fields"), "Alt+O")
    def turn(self) -> None:
        """Go from the card to the fields, or back."""
        self.show_part(1 - self.parts.currentIndex() if self.key else 1)
        if self.parts.currentIndex():
            self.form.form.focus("given_name")
        else:
            self.card.appointments.setFocus()

    @command(N_("Close"), "Esc", "x")
    def leave(self) -> None:
        """Ask to leave the page."""
        self.closed.emit()

    def _build(self) -> None:
        row = WrappingRow()
        row.addWidget(self.title, 1)
        row.addWidget(command_tool_button(self.leave, self._workspace.store))
        self.parts.setDocumentMode(True)
        self.form.saved.connect(self.saved)
        self.parts.addTab(self.card, _("Card"))
        self.parts.addTab(self.form, _("Fields"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.standing)
        layout.addWidget(self.parts, 1)
