"""The people of a company as cards: a labelled value is changed where it is clicked, a number is called."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.companies.delegates import delegate_heading
from missionplanner.gui.companies.known_person import ask_known_person
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.labels import card, heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label, PushButton, literal
from missionplanner.gui.widgets.record_header import Contact, contact_button
from missionplanner.gui.widgets.shortcuts import with_keys
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, current
from missionplanner.jobs.companies import entry
from missionplanner.jobs.people import cells, memberships, quick_entry, records
from missionplanner.jobs.wording import number_shown, value_shown

_SHOWN = ("position", "email", "phone", "mobile", "languages")
"""The values on a card; empty ones are offered to be filled in."""
_KINDS = {"email": "mailto", "phone": "tel", "mobile": "tel"}
"""The values by which somebody is reached, with how."""


class PeoplePart(QWidget):
    """A card a person."""

    person_asked = Signal(int)
    """A person's own page is to be opened."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._company = workspace, 0
        self._inside = QWidget()
        self._cards = QVBoxLayout(self._inside)
        self._cards.setContentsMargins(0, 0, 8, 0)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button = make_button(_("Add a person…"), "user")
        self.add_button.setToolTip(literal(with_keys(_("Add a person…"), "Alt+D")))
        self.add_button.setEnabled(not workspace.store.read_only)
        self.add_button.clicked.connect(self.add_person)
        self.known_button = make_button(_("Somebody who is here already…"), "user-check", "Alt+Shift+D")
        self.known_button.setEnabled(not workspace.store.read_only)
        self.known_button.clicked.connect(self.add_known_person)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.known_button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(row)

    def show_company(self, snapshot: Snapshot, company_id: int) -> None:
        """Show the people of a company as they are now."""
        self._company = company_id
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        people = snapshot.delegates_of.get(company_id, [])
        for person in people:
            self._cards.addWidget(self._card(snapshot, person))
        if not people:
            self._cards.addWidget(quiet_label(_("Nobody yet: add who comes for it.")))
        self._cards.addStretch()

    def add_person(self) -> None:
        """Ask for somebody in one line, and enter them."""
        hint = _("Name, post, e-mail and telephone, separated by commas.")
        found = ask(_("Add a person"), [FormField("who", hint, check=self._unclear)], {}, self)
        if found:
            alerts.attempt(self, lambda: quick_entry.add(self._workspace.store, self._company, str(found["who"])))

    def add_known_person(self) -> None:
        """Ask for somebody of the mission who represents this company, too."""
        store = self._workspace.store
        person = ask_known_person(self._workspace.snapshot(), self)
        if person and self._company not in self._workspace.snapshot().companies_of.get(person.id, ()):
            alerts.attempt(self, lambda: memberships.represent(store, person.id, self._company))

    def change(self, person: Person, name: str) -> None:
        """Ask for one value of a person, and store it as one step; the post is that in this company."""
        kind = {"email": "email", "phone": "phone", "mobile": "phone"}.get(name, "")
        check = (lambda text: entry.checked(kind, text, self._country)[1]) if kind else None
        field = FormField(name, delegate_heading(name), check=check, stored=((Person, name),))
        before = self._text(self._workspace.snapshot(), person, name)
        found = ask(person.full_name or person.email, [field], {name: before}, self)
        if found and found[name] != before:
            alerts.attempt(self, lambda: self._store(person, name, str(found[name])))

    def _store(self, person: Person, name: str, text: str) -> None:
        store = self._workspace.store
        if name == "position" and person.company_id != self._company:
            role = self._workspace.snapshot().role_of(person, self._company)
            memberships.represent(store, person.id, self._company, role.id if role else None, position=text)
            return
        cells.enter_texts(store, records.records(store, [person.id])[person.id], {name: text})

    def _text(self, snapshot: Snapshot, person: Person, name: str) -> str:
        """Return a value as people read it, and type it."""
        if name == "position":
            return snapshot.position_of(person, self._company)
        if name in ("phone", "mobile"):
            return number_shown(getattr(person, name))
        return value_shown("people", name, getattr(person, name))

    # -- inside

    @property
    def _country(self) -> str:
        company = self._workspace.snapshot().company.get(self._company)
        return quick_entry.country_of(self._workspace.store, company) if company else ""

    def _unclear(self, text: str) -> str:
        return quick_entry.problem(quick_entry.understood(text, self._country), self._country)

    def _card(self, snapshot: Snapshot, person: Person) -> QFrame:
        frame, layout = card()
        role = snapshot.role_of(person, self._company)
        top = QHBoxLayout()
        called = snapshot.addressed(person, current().language) or person.email
        name = heading_label(" – ".join(filter(None, (called, role.label if role else ""))))
        name.setWordWrap(True)
        top.addWidget(name, 1)
        opening = make_button(_("Open"))
        opening.setAccessibleName(_("Open {name}").format(name=person.full_name))
        opening.clicked.connect(partial(self.person_asked.emit, person.id))
        top.addWidget(opening)
        layout.addLayout(top)
        if person.company_id != self._company and (main := snapshot.company.get(person.company_id or 0)):
            layout.addWidget(quiet_label(_("Main organisation: {company}").format(company=main.name)))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, value in enumerate(_SHOWN):
            self._add_value(grid, row, snapshot, person, value)
        layout.addLayout(grid)
        return frame

    def _add_value(self, grid: QGridLayout, row: int, snapshot: Snapshot, person: Person, name: str) -> None:
        text = self._text(snapshot, person, name)
        label = Label(delegate_heading(name))
        label.setObjectName("quiet")
        grid.addWidget(label, row, 0)
        value = PushButton(text or "–")
        value.setObjectName("value")
        value.setAccessibleName(": ".join([delegate_heading(name), text or "–"]))
        value.setToolTip(literal(_("Click to change it")))
        value.setEnabled(not self._workspace.store.read_only)
        value.clicked.connect(lambda: self.change(person, name))
        grid.addWidget(value, row, 1)
        if text and name in _KINDS:
            reach = contact_button(Contact(_KINDS[name], str(getattr(person, name)), person.full_name))
            reach.setText("")  # type: ignore[attr-defined]
            grid.addWidget(reach, row, 2)
