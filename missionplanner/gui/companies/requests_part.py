"""The requests of a company and for it: whom it meets when, whom it does not meet, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.companies import SIDE_LABELS
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _
from missionplanner.jobs.companies import engagements
from missionplanner.jobs.companies.engagements import AskedMeeting


class RequestsPart(QWidget):
    """A row a request; Enter opens the partner, the reason stands below in full."""

    company_asked = Signal(int)
    """The partner is to be opened."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[AskedMeeting] = []
        self.table = DataTable(
            TableModel(_columns(), lambda keys: [self._rows[key] for key in keys]),
            _("Requests"),
            kept="companies.requests",
        )
        self.reason = quiet_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.reason)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda row: self.company_asked.emit(self._rows[row].partner_id))

    def show_company(self, snapshot: Snapshot, company_id: int) -> None:
        """Show the requests of a company as they stand now."""
        self._rows = engagements.asked_meetings(Plan(snapshot, snapshot.meetings), company_id)
        self.table.rows.set_keys(list(range(len(self._rows))))
        if self._rows:
            self.table.selectRow(0)
        self._on_chosen()

    def _on_chosen(self) -> None:
        keys = self.table.chosen_keys()
        empty = _("Nobody asked to meet it, and it asked for nobody.")
        self.reason.setText((self._rows[keys[0]].reason if keys else "") if self._rows else empty)


def _columns() -> list[Column]:
    return [
        Column(_("Company"), lambda one: one.partner, width=150, colour=_colour, grows=True),
        Column(_("Asked by"), lambda one: _(SIDE_LABELS[one.request.asked_by]), width=100, colour=_colour),
        Column(_("Priority"), lambda one: one.request.priority.label, width=90, colour=_colour),
        Column(_("Status"), lambda one: one.state, width=180, colour=_colour),
        Column(_("Reason"), lambda one: one.reason, width=90, colour=_colour, grows=True),
    ]


def _colour(one: AskedMeeting) -> str:
    return "" if one.meeting_id or not one.reason else colours().warn
