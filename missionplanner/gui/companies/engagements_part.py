"""The programme and meetings of a company, moved and cancelled from there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.commands import Takes, command
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.meeting_moves import MeetingMoves
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.companies import engagements
from missionplanner.jobs.companies.engagements import Engagement


class EngagementCommands(MeetingMoves):
    """The commands on the meetings of a company."""

    def __init__(
        self, workspace: Workspace, chosen: Callable[[], list[Meeting]], parent: QWidget, show: Callable[[int], None]
    ) -> None:
        super().__init__(workspace, chosen, parent)
        self._show = show

    @command(N_("Show in the timetable"), "S", "calendar-clock", takes=Takes.ONE)
    def show_in_timetable(self) -> None:
        """Go to the meeting in the timetable."""
        self._show(self._chosen()[0].id)


class EngagementsPart(QWidget):
    """Where a company is when: meetings, events and absences, by time."""

    meeting_asked = Signal(int)
    """A meeting is to be shown in the timetable."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._rows: list[Engagement] = []
        self.table = DataTable(
            TableModel(_columns(), lambda keys: [self._rows[key] for key in keys]),
            _("Programme and meetings"),
            kept="companies.engagements",
        )
        self.said = quiet_label()
        self.commands = EngagementCommands(workspace, self.chosen_meetings, self, self.meeting_asked.emit)
        self._build()

    def show_company(self, snapshot: Snapshot, company_id: int) -> None:
        """Show the programme of a company as it is now; the same row stays chosen."""
        before = self.table.currentIndex().row()
        meeting = self._rows[before].meeting_id if 0 <= before < len(self._rows) else 0
        self._rows = engagements.engagements(snapshot, company_id)
        self.table.rows.set_keys(list(range(len(self._rows))))
        place = next((n for n, row in enumerate(self._rows) if meeting and row.meeting_id == meeting), 0)
        if self._rows:
            self.table.selectRow(place)
        if not self._rows:
            self.said.setText(_("Its meetings and the events it attends stand here, once there are some."))
        self._on_chosen()

    def chosen_meetings(self) -> list[Meeting]:
        """The meetings of the selected rows."""
        keys = {self._rows[key].meeting_id for key in self.table.chosen_keys()}
        return [meeting for meeting in self._workspace.snapshot().meetings if meeting.id in keys]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list takes the keys of the commands."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.commands.take_key(event):
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._buttons = self.commands.buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        for names in (("move_to", "other_table", "cancel"), ("next_day", "day_before", "show_in_timetable")):
            row = QHBoxLayout()
            for name in names:
                row.addWidget(self._buttons[name])
            row.addStretch()
            layout.addLayout(row)
        self.table.installEventFilter(self)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda _row: self._on_activated())
        self.commands.reported.connect(self.said.setText)

    def _on_chosen(self) -> None:
        has_meeting, writable = bool(self.chosen_meetings()), not self._workspace.store.read_only
        for name, button in self._buttons.items():
            button.setEnabled(has_meeting and (writable or name == "show_in_timetable"))

    def _on_activated(self) -> None:
        if meetings := self.chosen_meetings():
            self.meeting_asked.emit(meetings[0].id)


def _columns() -> list[Column]:
    return [
        Column(_("Time"), _when, width=190, colour=_colour),
        Column(_("What"), lambda one: one.what, width=120, colour=_colour, grows=True),
        Column(_("Place"), lambda one: one.place, width=80, colour=_colour, grows=True),
        Column(_("Status"), lambda one: one.state or one.kind, width=85, colour=_colour),
    ]


def _colour(one: Engagement) -> str:
    return "" if one.stands else colours().quiet


def _when(one: Engagement) -> str:
    starts, ends = (in_zone(moment, one.zone) if one.zone else moment for moment in (one.starts, one.ends))
    if starts.date() != ends.date():
        return current().span(starts, ends)
    return f"{current().short_day(starts.date())}, {current().times(starts, ends)}"
