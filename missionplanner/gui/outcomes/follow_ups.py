"""Follow-ups: the companies of held meetings are asked again after 30, 90, 180 and 365 days."""

from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain import outcomes
from missionplanner.domain.outcomes import DueFollowUp
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import OUTCOME_LABELS, FollowUp, Outcome
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.places import place_button
from missionplanner.gui.widgets.plain_text import CheckBox
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.outcomes import entering


class FollowUpsPage(QWidget):
    """A line a follow-up that is due, the oldest first; those that were done on demand."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._snapshot: Snapshot | None = None
        self._outcomes: dict[int, Outcome] = {}
        self._due: list[DueFollowUp] = []
        self.text = QLineEdit(clearButtonEnabled=True)
        self.until = ChoiceEdit(
            [
                (0, _("Due today")),
                (14, _("Due in two weeks")),
                (60, _("Due in two months")),
                (400, _("All to come")),
            ]
        )
        self.done_too = CheckBox(_("Those done, too"))
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._due[k] for k in keys]),
            _("Follow-ups"),
            kept="outcomes.follow_ups",
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show what is due now."""
        self._snapshot = self._workspace.snapshot()
        self._outcomes = {one.meeting_id: one for one in self._workspace.store.all(Outcome)}
        today = date.today() + timedelta(self.until.value or 0)  # noqa: DTZ011 (the day of this computer)
        self._due = outcomes.follow_ups(self._snapshot, self._workspace.store.all(FollowUp), today)
        self._list()

    def shown_list(self) -> ShownList:
        """The follow-ups as they are listed."""
        return self.table.shown(_("Follow-ups"), self._workspace.store.mission.name)

    @command(N_("Done today…"), "Ctrl+Return", "check", needs=Needs.WRITING)
    def mark_done(self) -> None:
        """Record that the selected follow-ups were done today, with a remark that is asked for."""
        if self.table.chosen_keys():
            remark = ask_text(_("Follow-up done"), _("Outcome of the meeting"), self)
            if remark is not None:
                self._record(date.today(), remark)  # noqa: DTZ011

    @command(N_("Take that back"), icon="undo-2", needs=Needs.WRITING)
    def mark_open(self) -> None:
        """Record that the selected follow-ups are still to be done."""
        if self.table.chosen_keys():
            self._record(None, "")

    def _record(self, day: date | None, remark: str) -> None:
        found = [self._due[key] for key in self.table.chosen_keys()]
        pairs = [(due.meeting.id, due.days) for due in found]
        entering.note_follow_ups(self._workspace.store, pairs, day, remark)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        as_search(self.text, _("Search in names"))
        self.until.setAccessibleName(_("Due"))
        row = WrappingRow()
        row.addWidget(self.text, 1)
        row.addWidget(self.until)
        row.addWidget(self.done_too)
        layout.addLayout(row)
        text = _("Follow-ups of meetings that were held stand here when they are due.")
        self._empty = EmptyTable(self.table, text, place_button("timetable"))
        layout.addWidget(self.table, 1)
        row = WrappingRow()
        row.addWidget(command_button(self.mark_done, self._workspace.store, primary=True))
        row.addWidget(command_button(self.mark_open, self._workspace.store))
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.text.textChanged.connect(lambda _text: self._list())
        self.done_too.toggled.connect(lambda _on: self._list())
        self.until.currentIndexChanged.connect(lambda _index: self.refresh())

    def _list(self) -> None:
        words = fold(self.text.text()).split()
        keys = [
            place
            for place, due in enumerate(self._due)
            if (self.done_too.isChecked() or due.done is None) and all(w in fold(self._pair_names(due)) for w in words)
        ]
        self._empty.narrowed(bool(self._due))
        self.table.rows.set_keys(keys)
        still = sum(due.done is None for due in self._due)
        self.summary.setText(count("{n} follow-up is due", "{n} follow-ups are due", still))

    def _pair_names(self, due: DueFollowUp) -> str:
        assert self._snapshot is not None
        return " – ".join(self._snapshot.company[key].name for key in due.meeting.pair)

    def _contact(self, due: DueFollowUp) -> str:
        assert self._snapshot is not None
        people = self._snapshot.delegates_of.get(due.meeting.delegation_id, [])
        person = next((p for p in people if p.mobile or p.phone or p.email), None)
        return (
            ", ".join(x for x in (person.full_name, person.mobile or person.phone, person.email) if x) if person else ""
        )

    def _columns(self) -> list[Column]:
        def outcome(due: DueFollowUp) -> str:
            found = self._outcomes.get(due.meeting.id)
            return ", ".join(p for p in (_(OUTCOME_LABELS.get(found.kind, "")), found.next_step) if p) if found else ""

        def done(due: DueFollowUp) -> str:
            return " ".join(p for p in (current().date(due.done, "medium"), due.note) if p) if due.done else ""

        return [
            Column(
                _("Due"),
                lambda d: current().date(d.on, "medium"),
                width=120,
                colour=lambda d: colours().good if d.done else colours().warn,
            ),
            Column(_("After"), lambda d: count("{n} day", "{n} days", d.days), width=90),
            Column(_("Meeting"), self._pair_names, width=330, grows=True),
            Column(_("Outcome so far"), outcome, width=210),
            Column(_("Contact person"), self._contact, width=260, grows=True),
            Column(_("Done"), done, width=200),
        ]
