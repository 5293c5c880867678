"""Putting the timetable right: what happened is asked first, then ways are shown, the least bother first."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.domain.timetable import Owner
from missionplanner.errors import UserError
from missionplanner.gui.timetable.planning_dialogs import DifferenceTabs
from missionplanner.gui.widgets.asking import ask, reason_field
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists import export
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import availability
from missionplanner.jobs.timetable.repairing import Repair
from missionplanner.store.store import Store

HAPPENINGS = {
    "withdrawn": N_("A company withdraws…"), "ill": N_("A delegate falls ill…"), "table": N_("A table is lost…"),
    "look": N_("Look for what no longer stands"),
}  # fmt: skip


class RepairDialog(QDialog):
    """The ways there are, and what the selected one changes."""

    def __init__(
        self, snapshot: Snapshot, ways: list[Repair], parent: QWidget | None = None, happened: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Put the timetable right"))
        self.resize(920, 620)
        self._snapshot, self._ways = snapshot, ways
        self.table = DataTable(plain_model(_columns(), ways), _("Ways to put it right"))
        self.table.setMaximumHeight(170)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._place = QVBoxLayout()
        layout = QVBoxLayout(self)
        broken = max((way.broken for way in ways), default=0)
        lost = len(ways[0].lost) if ways else 0
        parts = []
        if lost:
            parts.append(
                count("{n} meeting fell away with what happened.", "{n} meetings fell away with what happened.", lost)
            )
        if broken:
            parts.append(count("{n} meeting cannot stay.", "{n} meetings cannot stay.", broken))
        layout.addWidget(QLabel(" ".join(parts) or _("Everything stands; requests can get what is free.")))
        layout.addWidget(
            quiet_label(_("The way that needs the fewest people told comes first. Locked, confirmed and printed stay."))
        )
        splitter = QSplitter(Qt.Orientation.Vertical)
        below = QWidget()
        below.setLayout(self._place)
        self._place.setContentsMargins(0, 6, 0, 0)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        layout.addWidget(splitter, 1)
        buttons, self.accept_button = accept_or_cancel(self, _("Do it this way"), "check")
        if happened:
            layout.addWidget(quiet_label(_("What happened is noted already; Undo takes it back.")))
            buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Leave the rest as it is"))
        layout.addWidget(buttons)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda _row: self.accept())
        self.table.selectRow(0)

    @property
    def chosen(self) -> Repair | None:
        """The selected way."""
        keys = self.table.chosen_keys()
        return self._ways[keys[0]] if keys else None

    def _on_chosen(self) -> None:
        while item := self._place.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.accept_button.setEnabled(self.chosen is not None)
        if self.chosen:
            self._place.addWidget(DifferenceTabs(self._snapshot, self.chosen.proposal, self.chosen.lost))


def _columns() -> list[Column]:
    def words(way: Repair) -> str:
        parts = []
        if way.proposal.dropped:
            parts.append(count("{n} falls away", "{n} fall away", way.proposal.dropped))
        if way.moved:
            parts.append(count("{n} moves", "{n} move", way.moved))
        if way.reseated:
            parts.append(count("{n} gets another table", "{n} get another table", way.reseated))
        if way.replaced:
            parts.append(count("{n} new from the requests", "{n} new from the requests", way.replaced))
        return ", ".join(parts) or _("Nothing changes")

    return [
        Column(_("Way"), words, width=420),
        Column(_("People to tell"), lambda way: str(way.told), width=120, right=True),
        Column(_("Meetings then"), lambda way: str(len(way.proposal.meetings)), width=120, right=True),
        Column(_("Without a place"), lambda way: str(len(way.proposal.unplaced)), width=120, right=True),
    ]


def ask_happening(store: Store, snapshot: Snapshot, name: str, parent: QWidget) -> bool:
    """Ask what exactly happened and note it as a step of its own; False when it is cancelled."""
    if not snapshot.slots or not snapshot.tables:
        raise UserError(_("The mission has no sessions or tables yet."), _("Add them in the programme first."))
    return {"withdrawn": _ask_withdrawn, "ill": _ask_ill, "table": _ask_table}[name](store, snapshot, parent)


def _ask_withdrawn(store: Store, snapshot: Snapshot, parent: QWidget) -> bool:
    keys = told_apart((c.id, c.name) for side in Side for c in snapshot.participants(side))
    names = [(key, label) for label, key in keys.items()]
    fields = [FormField("company", _("Company"), choices=names, check=needed), reason_field()]
    found = ask(_("A company withdraws"), fields, {}, parent)
    if not found:
        return False
    key = keys.get(found["company"]) or export.find_company(_taking_part(snapshot), found["company"]).id
    report = decisions.set_status(store, [key], Status.WITHDRAWN, found["reason"])
    if report.refused:
        raise UserError(report.refused[0].reason)
    return True


def _ask_ill(store: Store, snapshot: Snapshot, parent: QWidget) -> bool:
    people = told_apart(
        (person.id, f"{person.full_name} – {snapshot.company[person.company_id].name}")
        for person in snapshot.delegates
        if snapshot.takes_part(person.company_id)
    )
    fields = [FormField("who", _("Delegate"), choices=[(0, name) for name in people], check=needed), *_times(snapshot)]
    found = ask(_("A delegate falls ill"), [*fields, reason_field()], _now(snapshot), parent)
    if not found:
        return False
    if found["who"] not in people:
        raise UserError(
            _("No delegate is called “{name}”.").format(name=found["who"]),
            _("Choose from the list that opens while you type."),
        )
    _note_absence(store, snapshot, Owner.DELEGATE, people[found["who"]], found)
    return True


def _ask_table(store: Store, snapshot: Snapshot, parent: QWidget) -> bool:
    tables = [
        (table.id, f"{snapshot.venue[table.venue_id].name}, " + _("Table {number}").format(number=table.number))
        for table in snapshot.tables
    ]
    fields = [FormField("table", _("Table"), "choice", tables), *_times(snapshot), reason_field()]
    found = ask(_("A table is lost"), fields, _now(snapshot), parent)
    if not found:
        return False
    _note_absence(store, snapshot, Owner.TABLE, found["table"], found)
    return True


def _times(snapshot: Snapshot) -> list[FormField]:
    language = current().language
    stops = [(stop.id, stop.name(language)) for stop in snapshot.stops]
    return [
        FormField("starts", _("Not available from"), "moment"),
        FormField("ends", _("Until"), "moment"),
        FormField("stop_id", _("On the clocks of"), "choice", stops),
    ]


def _now(snapshot: Snapshot) -> dict[str, datetime]:
    first = snapshot.mission.starts
    starts = datetime(first.year, first.month, first.day, 8)
    return {"starts": starts, "ends": starts.replace(hour=20)}


def _note_absence(store: Store, snapshot: Snapshot, owner: Owner, key: int, found: dict[str, object]) -> None:
    zone = snapshot.stop[int(str(found["stop_id"]))].time_zone
    availability.add_absence(store, owner, key, (found["starts"], found["ends"]), zone, str(found["reason"]))  # type: ignore[arg-type]


def _taking_part(snapshot: Snapshot) -> list[Company]:
    return [company for company in snapshot.companies if snapshot.takes_part(company.id)]
