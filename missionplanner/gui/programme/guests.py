"""The guests of an event: by its audience, by hand, or waiting for a place."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.attendance import guests, people_of
from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.events import Event, Part
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.gui.commands import Needs, Takes, command, commands_of
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.programme import attendance


@dataclass(frozen=True, slots=True)
class Guest:
    """A company and whether it attends an event."""

    company: Company
    people: int
    sectors: str
    """The names of its main sectors."""
    status: str
    part: Part
    by_hand: bool
    """Whether somebody decided it; the audience of the event does otherwise."""
    place: int = 0
    """Its place in the waiting list, from 1; 0 where it does not wait."""


class GuestsDialog(Dialog):
    """Every company of the mission that takes part, and whether it attends."""

    def __init__(self, workspace: Workspace, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Who attends: {event}").format(event=event.name(current().language)))
        open_with(self, 980, 640)
        self._workspace, self._event = workspace, event
        self._guests: dict[int, Guest] = {}
        self.table = DataTable(
            TableModel(_columns(), lambda keys: [self._guests[k] for k in keys]),
            _("Companies"),
            kept="programme.guests",
        )
        self.text, self.shown, self.sector = QLineEdit(clearButtonEnabled=True), ComboBox(), ComboBox()
        self.summary, self.outcome = Label(), quiet_label()
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read the guests again."""
        snapshot = self._workspace.snapshot()
        event = next((one for one in snapshot.events if one.id == self._event.id), None)
        if event is None:
            self.reject()
            return
        self._event = event
        found = guests(snapshot, event)
        waiting = {key: place for place, key in enumerate(found.waiting, start=1)}
        companies = {company.id: company for side in Side for company in snapshot.participants(side)}
        companies |= {key: snapshot.company[key] for key in (*found.coming, *found.waiting)}
        self._guests = {c.id: _guest(snapshot, event, c, waiting) for c in companies.values()}
        text = count("{n} person attends", "{n} people attend", found.people)
        if event.capacity is not None:
            text += " · " + _("room for {n}").format(n=event.capacity)
        if found.waiting:
            text += " · " + count("{n} company waits", "{n} companies wait", len(found.waiting))
        over = found.left is not None and found.left < 0
        self.summary.setText(text)
        self.summary.setStyleSheet(f"font-weight: 600; color: {colours().bad if over else colours().text}")
        self.buttons["keep_to_capacity"].setEnabled(over and not self._workspace.store.read_only)
        self._list()

    @command(N_("Attends"), icon="user-check", needs=Needs.WRITING, takes=Takes.SOME)
    def invite(self) -> None:
        """Have the selected companies attend as long as there is room."""
        found = attendance.invite(self._workspace.store, self._event.id, self.table.chosen_keys())
        text = count("{n} company attends.", "{n} companies attend.", len(found.coming))
        if found.waiting:
            waits = count("{n} company waits for a place.", "{n} companies wait for a place.", len(found.waiting))
            text = f"{text} {waits}"
        self._show_outcome(text)

    @command(N_("Does not attend"), icon="user-x", needs=Needs.WRITING, takes=Takes.SOME)
    def excuse(self) -> None:
        """Have the selected companies not attend; whoever waits moves up."""
        up = attendance.excuse(self._workspace.store, self._event.id, self.table.chosen_keys())
        self._show_moved_up(up)

    def _show_moved_up(self, up: tuple[int, ...]) -> None:
        names = ", ".join(self._guests[key].company.name for key in up if key in self._guests)
        self._show_outcome(_("Moved up: {companies}.").format(companies=names) if names else "")

    @command(N_("As the event says"), icon="undo-2", needs=Needs.WRITING, takes=Takes.SOME)
    def forget(self) -> None:
        """Let the audience of the event decide about the selected companies again."""
        up = attendance.forget(self._workspace.store, self._event.id, self.table.chosen_keys())
        self._show_moved_up(up)

    @command(N_("Keep to the room there is"), icon="scale", needs=Needs.WRITING)
    def keep_to_capacity(self) -> None:
        """Put those for whom there is no room on the waiting list."""
        moved = attendance.keep_to_capacity(self._workspace.store, self._event.id)
        self._show_outcome(count("{n} company waits now.", "{n} companies wait now.", len(moved)))

    def _show_outcome(self, text: str) -> None:
        chosen = self.table.chosen_keys()
        self.refresh()
        self.table.choose(chosen)
        self.outcome.setText(text)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addLayout(self._filters())
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for found, method in commands_of(self):
            button = command_button(method, self._workspace.store)
            self.buttons[found.name] = button
            row.addWidget(button)
        follow_rows(self.table, self.buttons.values())
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(self.outcome)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _filters(self) -> QHBoxLayout:
        as_search(self.text, _("Search in names"))
        self.shown.addItem(_("All companies"), "")
        for part in Part:
            self.shown.addItem(part.label, part.value)
        self.sector.addItem(_("Every sector"), "")
        language = current().language
        for sector in self._workspace.snapshot().sectors:
            if sector.parent_id is None:
                self.sector.addItem(sector.name(language), sector.name(language))
        self.shown.setAccessibleName(_("Show"))
        self.sector.setAccessibleName(_("Sector"))
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        for combo in (self.shown, self.sector):
            combo.currentIndexChanged.connect(lambda _index: self._list())
            row.addWidget(combo)
        self.text.textChanged.connect(lambda _text: self._list())
        return row

    def _list(self) -> None:
        words, sector = fold(self.text.text()).split(), self.sector.currentData()
        found = [
            guest
            for guest in self._guests.values()
            if self.shown.currentData() in ("", guest.part.value)
            and (not sector or sector in guest.sectors)
            and all(word in fold(guest.company.name) for word in words)
        ]
        found.sort(key=lambda guest: (list(Part).index(guest.part) == 1, guest.place, fold(guest.company.name)))
        self.table.rows.set_keys([guest.company.id for guest in found])


def _guest(snapshot: Snapshot, event: Event, company: Company, waiting: dict[int, int]) -> Guest:
    said = snapshot.part(company.id, event)
    part = said or (Part.IN if snapshot.attends(company.id, event) else Part.OUT)
    language = current().language
    mains = dict.fromkeys(snapshot.main_sector(key) for key in snapshot.sectors_of.get(company.id, []))
    return Guest(
        company,
        people_of(snapshot, company.id),
        ", ".join(snapshot.sector[key].name(language) for key in mains),
        snapshot.status_of(company.id),
        part,
        said is not None,
        waiting.get(company.id, 0),
    )


def _columns() -> list[Column]:
    def colour(guest: Guest) -> str:
        c = colours()
        return {Part.IN: c.good, Part.OUT: c.quiet, Part.WAITING: c.warn}[guest.part]

    def part(guest: Guest) -> str:
        text = guest.part.label + (f" ({guest.place})" if guest.place else "")
        return text + (" – " + _("by hand") if guest.by_hand and guest.part is not Part.WAITING else "")

    return [
        Column(_("Company"), lambda g: g.company.name, width=280, grows=True),
        Column(_("Side"), lambda g: _(SIDE_LABELS[g.company.side]), width=100),
        Column(_("People"), lambda g: str(g.people), width=70, right=True),
        Column(_("Attendance"), part, width=200, colour=colour),
        Column(_("Sectors"), lambda g: g.sectors, width=200),
        Column(_("Status"), lambda g: g.status, width=110),
    ]
