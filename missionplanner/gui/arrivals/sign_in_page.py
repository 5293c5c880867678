"""Signing in: a scanner that types like a keyboard, or a typed name; who is there and who is still missing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain.people import Person
from missionplanner.domain.sign_ins import SignIn, sheet_number, typed_numbers
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label, set_placeholder
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.arrivals import signing_in
from missionplanner.jobs.arrivals.signing_in import Desk
from missionplanner.jobs.lists.printing import ShownList

_PACKS = 0
"""The value of the choice that stands for packs."""


class SignInPage(QWidget):
    """One desk: an event, a transfer or the packs."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._snapshot: Snapshot | None = None
        self.desk = ChoiceEdit()
        self.desk.setAccessibleName(_("What people sign in for"))
        self.line = QLineEdit(clearButtonEnabled=True)
        set_placeholder(self.line, _("Scan a badge, or type a name or numbers of a sheet"), _("Badge, name or numbers"))
        self.line.setAccessibleName(_("Code of the badge, name, or numbers of a sheet"))
        self.counted = Label()
        self.counted.setObjectName("figure")
        self.last = quiet_label()
        self.people: list[Person] = []
        self.signed: dict[int, SignIn] = {}
        self._place: dict[int, int] = {}
        self.main = DataTable(TableModel(self._columns(), self._rows), _("Who is expected"), kept="arrivals.sign_in")
        self._build()

    def refresh(self, snapshot: Snapshot) -> None:
        """Show who is expected at the desk and who is there."""
        self._snapshot = snapshot
        chosen, language = self.desk.value, current().language
        self.desk.blockSignals(True)
        events = sorted(snapshot.events, key=lambda one: (one.starts, one.id))
        self.desk.offer([(_PACKS, _("Packs picked up")), *((one.id, one.name(language)) for one in events)])
        self.desk.choose(chosen if chosen in {event.id for event in events} else _PACKS)
        self.desk.blockSignals(False)
        self._show()

    @property
    def shown_desk(self) -> Desk:
        """The desk that is shown."""
        events = self._snapshot.events if self._snapshot else []
        return signing_in.desk_of(next((one for one in events if one.id == self.desk.value), None))

    def shown_list(self, title: str) -> ShownList:
        """The sign-in sheet: who is expected, with a column to sign in."""
        return self.main.shown(title, f"{self.desk.currentText()} · {self.counted.text()}")

    def sign_in(self) -> None:
        """Sign in whose code or name was typed; the line is free for the next one at once."""
        text = self.line.text()
        self.line.clear()
        if not text.strip() or self._workspace.store.read_only:
            return
        if numbers := typed_numbers(text):
            ticked = signing_in.sign_in_by_numbers(self._workspace.store, self.shown_desk, numbers)
            self.last.setText(ticked.sentence)
            return
        try:
            done = signing_in.sign_in(self._workspace.store, self.shown_desk, text)
        except UserError as error:
            self.last.setText(f"{error.text} {error.hint}")
            return
        again = _("{person} had signed in already.") if done.is_again else _("{person} has signed in.")
        self.last.setText(again.format(person=done.person.full_name))

    @command(N_("Ticked on paper"), icon="check", needs=Needs.WRITING, takes=Takes.SOME)
    def tick(self) -> None:
        """Sign in everybody who is selected, as they were ticked on paper."""
        signing_in.sign_in_on_paper(self._workspace.store, self.shown_desk, self._chosen())

    @command(N_("Take back"), icon="undo-2", needs=Needs.WRITING, takes=Takes.SOME)
    def take_back(self) -> None:
        """Take back that those who are selected signed in."""
        signing_in.sign_out(self._workspace.store, self.shown_desk, self._chosen())

    def _chosen(self) -> list[int]:
        return [self.people[key].id for key in self.main.chosen_keys()]

    def _show(self) -> None:
        if self._snapshot is None:
            return
        desk = self.shown_desk
        self.signed = signing_in.signed(self._snapshot, desk)
        expected = signing_in.expected(self._snapshot, desk)
        known = {person.id for person in expected}
        more = [self._snapshot.person[key] for key in self.signed if key not in known]
        self.people = [*expected, *more]
        chosen = self.main.chosen_keys()
        self.main.rows.set_keys(list(range(len(self.people))))
        self.main.choose(chosen)
        number = current().number
        text = _("{there} of {expected} signed in")
        self.counted.setText(text.format(there=number(len(self.signed)), expected=number(len(self.people))))

    def _rows(self, keys: list[int]) -> list[Person]:
        return [self.people[key] for key in keys]

    def _columns(self) -> list[Column]:
        def of_sign_in(text: Callable[[SignIn], str]) -> Callable[[Person], str]:
            return lambda person: text(self.signed[person.id]) if person.id in self.signed else ""

        return [
            Column(_("No."), lambda person: sheet_number(person.id, person.uid), width=60),
            Column(_("Name"), lambda person: person.full_name, width=200, grows=True),
            Column(_("Company"), self._company, width=170, grows=True),
            Column(_("Signed in"), of_sign_in(lambda one: current().time(one.at.astimezone())), width=90),
            Column(_("How"), of_sign_in(lambda one: one.how.label), width=140),
        ]

    def _company(self, person: Person) -> str:
        assert self._snapshot
        home = self._snapshot.home_of(person)
        return self._snapshot.company[home].name if home else ""

    def _build(self) -> None:
        row = WrappingRow()
        for part in (self.desk, self.line):
            row.addWidget(part)
        self.line.setMinimumWidth(330)
        row.addStretch()
        row.addWidget(self.counted)
        acts = WrappingRow()
        for method in (self.tick, self.take_back):
            button = command_button(method, self._workspace.store)
            acts.addWidget(button)
            follow_rows(self.main, [button])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.last)
        layout.addWidget(self.main, 1)
        layout.addLayout(acts)
        self.line.returnPressed.connect(self.sign_in)
        self.desk.currentIndexChanged.connect(lambda _place: self._show())
        self.setFocusProxy(self.line)
        self.main.setSelectionMode(self.main.SelectionMode.ExtendedSelection)
        self.main.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
