"""The card of a person: how to reach them, whom they represent, and where they are when."""

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.domain import links
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Part
from missionplanner.domain.people import POST, Person, Post, Role, in_order
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command, command_of
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import command_action, command_button, make_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.labels import heading_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.widgets.wordings import offer_wordings
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.people import attendance, cards, memberships
from missionplanner.jobs.people.cards import Appointment, Represented
from missionplanner.jobs.wording import number_shown, value_shown

_FACTS = ("languages", "badge_name", "precedence", "meets", "biography")
"""The fields shown with their labels; role, side and organisations stand above them."""


class PersonCard(QWidget):
    """Shows a person; acts on their organisations and events."""

    company_asked = Signal(int)
    meeting_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._key = 0
        self._represented: list[Represented] = []
        self._appointments: list[Appointment] = []
        self.facts = QFormLayout()
        self.email, self.phone = make_button("", "send"), make_button("", "phone")
        self.organisations = DataTable(
            TableModel(_organisation_columns(), lambda keys: [self._represented[key] for key in keys]),
            _("Organisations"),
            kept="people.organisations",
        )
        self.appointments = DataTable(
            TableModel(_appointment_columns(), lambda keys: [self._appointments[key] for key in keys]),
            _("Where and when"),
            kept="people.appointments",
        )
        self._build()

    def show_person(self, snapshot: Snapshot, person: Person) -> None:
        """Show a person as they are now."""
        self._key = person.id
        found = cards.card(snapshot, person)
        self._represented, self._appointments = list(found.organisations), list(found.appointments)
        self.organisations.rows.set_keys(list(range(len(self._represented))))
        self.organisations.setFixedHeight(48 + 32 * max(1, len(self._represented)))
        self.appointments.rows.set_keys(list(range(len(self._appointments))))
        number = number_shown(person.mobile or person.phone)
        for button, text in ((self.email, person.email), (self.phone, number)):
            button.setText(text)
            button.setVisible(bool(text))
        self._show_facts(person)

    # -- organisations

    @command(N_("Add…"), "Insert", "plus", needs=Needs.WRITING)
    def add_organisation(self) -> None:
        """Ask for another organisation the person represents, with role and post."""
        self._ask_organisation(_("Add an organisation"), {})

    @command(N_("Role and post…"), needs=Needs.WRITING, takes=Takes.SOME)
    def edit_organisation(self) -> None:
        """Ask for role and post in the organisation chosen."""
        if (chosen := self._chosen_organisation()) is None:
            return
        snapshot = self._workspace.snapshot()
        role = snapshot.role_of(snapshot.person[self._key], chosen.company_id)
        values = {"organisation": chosen.name, "role_id": role.id if role else None, **chosen.post}
        self._ask_organisation(_("Role and post"), values, chosen)

    @command(N_("Main one"), icon="star", needs=Needs.WRITING, takes=Takes.SOME)
    def make_main(self) -> None:
        """Make the organisation chosen the main one."""
        if chosen := self._chosen_organisation():
            memberships.make_main(self._workspace.store, self._key, chosen.company_id)

    @command(N_("Leaves"), "Del", "x", needs=Needs.WRITING, takes=Takes.SOME)
    def leave_organisation(self) -> None:
        """Have the person no longer represent the organisation chosen."""
        if chosen := self._chosen_organisation():
            memberships.leave(self._workspace.store, self._key, chosen.company_id)

    @command(N_("Open"), takes=Takes.SOME)
    def open_organisation(self) -> None:
        """Go to the organisation chosen."""
        if chosen := self._chosen_organisation():
            self.company_asked.emit(chosen.company_id)

    # -- events

    @command(N_("Attends…"), icon="user-check", needs=Needs.WRITING, takes=Takes.SOME)
    def attend(self) -> None:
        """Ask for an event the person attends although nobody expects them there."""
        snapshot = self._workspace.snapshot()
        events = cards.other_events(snapshot, snapshot.person[self._key])
        language = current().language
        choices = [(e.id, f"{current().short_moment(e.starts)}  {e.name(language)}") for e in events]
        fields = [FormField("event", _("Event"), "choice", choices)]
        found = ask(_("Attends an event"), fields, {}, self) if events else None
        if found and found["event"]:
            attendance.set_part(self._workspace.store, found["event"], [self._key], Part.IN)

    @command(N_("Does not attend"), icon="user-x", needs=Needs.WRITING, takes=Takes.SOME)
    def stay_away(self) -> None:
        """Record that the person does not attend the event chosen."""
        self._set_part(Part.OUT)

    @command(N_("As expected"), icon="undo-2", needs=Needs.WRITING, takes=Takes.SOME)
    def attend_as_usual(self) -> None:
        """Drop what was entered by hand of the event chosen."""
        self._set_part(None)

    def _set_part(self, part: Part | None) -> None:
        row = self.appointments.currentIndex().row()
        if 0 <= row < len(self._appointments) and (event := self._appointments[row].event_id):
            attendance.set_part(self._workspace.store, event, [self._key], part)

    def _chosen_organisation(self) -> Represented | None:
        """The organisation chosen in the list; the only one where there is no other."""
        row = self.organisations.currentIndex().row()
        if len(self._represented) == 1:
            row = 0
        return self._represented[row] if 0 <= row < len(self._represented) else None

    def _ask_organisation(self, title: str, values: dict[str, Any], known: Represented | None = None) -> None:
        store = self._workspace.store
        roles = [(None, _("Not said")), *((role.id, role.label) for role in in_order(store.all(Role)))]
        companies = store.all(Company)
        first = FormField(
            "organisation",
            _("Organisation"),
            choices=[(0, name) for name in sorted((c.name for c in companies), key=str.casefold)],
            check=_checker(companies),
        )
        others = [FormField("role_id", _("Role"), "choice", roles), *(FormField(name, label(name)) for name in POST)]
        found = ask(title, others if known else [first, *others], values, self, lambda form: offer_wordings(form, POST))
        if found:
            key = known.company_id if known else find_company(companies, found["organisation"]).id
            post = cast(Post, {name: found[name] for name in POST})
            memberships.represent(store, self._key, key, found["role_id"], **post)

    # -- building

    def _show_facts(self, person: Person) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        names = ("phone", *_FACTS) if person.mobile else _FACTS  # where there is no mobile the button has the phone
        for name in names:
            value = getattr(person, name)
            if text := number_shown(value) if name == "phone" else value_shown("people", name, value):
                shown = Label(text)
                shown.setWordWrap(True)
                self.facts.addRow(Label(label(name)), shown)

    def _acts(self, table: DataTable, acts: Sequence[Callable[[], None]]) -> QHBoxLayout:
        """Return the row of buttons of a table, whose menu has the same acts."""
        store = self._workspace.store
        buttons = [command_button(act, store, takes_keys=False) for act in acts]
        for act in acts:
            table.addAction(command_action(command_of(act), act, table, store))
        follow_rows(table, buttons)
        return _row(*buttons)

    def _build(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 8, 12, 4)
        layout.addLayout(_row(self.phone, self.email))
        layout.addLayout(self.facts)
        layout.addWidget(heading_label(_("Organisations")))
        layout.addWidget(self.organisations)
        acts: tuple[Callable[[], None], ...] = (
            self.add_organisation, self.edit_organisation, self.make_main, self.leave_organisation,
        )  # fmt: skip
        layout.addLayout(self._acts(self.organisations, acts))
        layout.addWidget(heading_label(_("Where and when")))
        layout.addWidget(self.appointments, 1)
        self.appointments.setMinimumHeight(34 + 32 * 5)
        on_events = (self.attend, self.stay_away, self.attend_as_usual)
        layout.addLayout(self._acts(self.appointments, on_events))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._connect()

    def _connect(self) -> None:
        self.organisations.activated_row.connect(lambda _row: self.open_organisation())
        self.appointments.activated_row.connect(self._on_appointment)
        self.email.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(links.mail(self.email.text()))))
        self.phone.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(links.call(self.phone.text()))))

    def _on_appointment(self, row: int) -> None:
        if key := self._appointments[row].meeting_id:
            self.meeting_asked.emit(key)


def _checker(companies: list[Company]) -> Callable[[str], str]:
    def check(text: str) -> str:
        try:
            find_company(companies, text)
        except UserError as error:
            return error.text
        return ""

    return check


def _organisation_columns() -> list[Column]:
    return [
        Column(_("Organisation"), lambda one: one.name, width=150, grows=True),
        Column(_("Role"), lambda one: one.role, width=110),
        Column(_("Position"), lambda one: one.post["position"], width=120),
        Column(_("Main"), lambda one: _("yes") if one.is_main else "", width=60),
    ]


def _appointment_columns() -> list[Column]:
    return [
        Column(_("Time"), _when, width=200, colour=_colour),
        Column(_("What"), lambda one: one.what, width=140, grows=True, colour=_colour),
        Column(_("Place"), lambda one: one.place, width=120, colour=_colour),
        Column(_("Kind"), lambda one: one.part or one.kind, width=95, colour=_colour),
    ]


def _colour(one: Appointment) -> str:
    return "" if one.comes else colours().quiet


def _when(one: Appointment) -> str:
    starts, ends = (in_zone(moment, one.zone) if one.zone else moment for moment in (one.starts, one.ends))
    if starts.date() != ends.date():
        return current().span(starts, ends)
    return f"{current().short_day(starts.date())}, {current().times(starts, ends)}"


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
