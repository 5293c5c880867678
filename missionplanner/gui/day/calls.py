"""The calls of the evening before: whom, at which number, about how many meetings, and when they last reconfirmed."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain import day
from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.day import Call, meeting_days
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import in_zone
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.places import place_button
from missionplanner.gui.widgets.plain_text import CheckBox
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.wording import number_shown


class CallsPage(QWidget):
    """A line for every company with meetings on the day, in the order of their first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._snapshot: Snapshot | None = None
        self._stop = 0
        self._calls: dict[int, Call] = {}
        self.day, self.side = ChoiceEdit(), ChoiceEdit([(None, _("Both sides"))])
        self.side.offer([(None, _("Both sides")), *((side, _(label)) for side, label in SIDE_LABELS.items())])
        self.side.choose(Side.COUNTERPART)
        self.open = CheckBox(_("Only those not reconfirmed"))
        self.text = QLineEdit(clearButtonEnabled=True)
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._calls[k] for k in keys]), _("Calls"), kept="day.calls"
        )
        self.summary = quiet_label()
        self._build()

    def show_day(self, snapshot: Snapshot, stop_id: int, today: date) -> None:
        """Show whom to call at a stop; first for the next day with meetings after today."""
        options = meeting_days(snapshot, stop_id)
        if self._snapshot is None or stop_id != self._stop:
            chosen = next((one for one in options if one > today), options[-1] if options else None)
        else:
            chosen = self.day.value
        self._snapshot, self._stop = snapshot, stop_id
        self.day.blockSignals(True)
        self.day.offer([(one, current().date(one, "full")) for one in options])
        self.day.choose(chosen)
        self.day.blockSignals(False)
        self._list()

    def shown_list(self, subtitle: str) -> ShownList:
        """The calls as they are listed."""
        return self.table.shown(_("Calls of the evening before"), f"{subtitle}, {self.day.currentText()}")

    @command(N_("Reconfirmed today"), "Ctrl+Return", "phone", needs=Needs.WRITING, takes=Takes.SOME)
    def reconfirm(self) -> None:
        """Record that the selected companies said today that they come."""
        self._record(date.today())  # noqa: DTZ011 (the day on the clocks of this computer)

    @command(N_("Take that back"), icon="undo-2", needs=Needs.WRITING, takes=Takes.SOME)
    def take_back(self) -> None:
        """Record that the selected companies did not say yet that they come."""
        self._record(None)

    def _record(self, day_of_call: date | None) -> None:
        if self._workspace.store.read_only or self._snapshot is None:
            return
        for side in Side:
            calls = [self._calls[key] for key in self.table.chosen_keys() if self._snapshot.company[key].side is side]
            meetings = [meeting.id for call in calls for meeting in call.meetings]
            if meetings:
                meeting_edits.reconfirm(self._workspace.store, meetings, day_of_call, side)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        as_search(self.text, _("Company or person"))
        row = WrappingRow()
        row.addWidget(self.text, 1)
        for widget, name in ((self.day, _("Day")), (self.side, _("Side"))):
            widget.setAccessibleName(name)
            row.addWidget(widget)
        row.addWidget(self.open)
        layout.addLayout(row)
        text = _("Who is to be called the evening before stands here, once there is a timetable.")
        self._empty = EmptyTable(self.table, text, place_button("timetable"))
        layout.addWidget(self.table, 1)
        row = WrappingRow()
        store = self._workspace.store
        acts = (command_button(self.reconfirm, store, primary=True), command_button(self.take_back, store))
        for button in acts:
            row.addWidget(button)
        follow_rows(self.table, acts)
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.text.textChanged.connect(lambda _text: self._list())
        self.open.toggled.connect(lambda _on: self._list())
        for combo in (self.day, self.side):
            combo.currentIndexChanged.connect(lambda _index: self._list())

    def _list(self) -> None:
        if self._snapshot is None or self.day.value is None:
            self._calls = {}
            self._empty.narrowed(bool(self._snapshot and self._snapshot.meetings))
            self.table.rows.set_keys([])
            self.summary.setText(_("There are no sessions at this stop."))
            return
        found = day.calls(self._snapshot, self.day.value, self.side.value)
        found = [call for call in found if self._is_here(call)]
        self._empty.narrowed(bool(self._snapshot.meetings))
        chosen, place = self.table.chosen_keys(), self.table.verticalScrollBar().value()
        self._calls = {call.company_id: call for call in found}
        words = fold(self.text.text()).split()
        keys = [
            call.company_id
            for call in found
            if (not self.open.isChecked() or call.reconfirmed is None)
            and all(word in fold(f"{self._name(call)} {self._person(call)}") for word in words)
        ]
        self.table.rows.set_keys(keys)
        self.table.choose(chosen)
        self.table.verticalScrollBar().setValue(place)
        done = sum(call.reconfirmed is not None for call in found)
        text = count("{n} company to call", "{n} companies to call", len(found))
        self.summary.setText(f"{text}  ·  " + count("{n} reconfirmed", "{n} reconfirmed", done))

    def _is_here(self, call: Call) -> bool:
        assert self._snapshot is not None
        return any(self._snapshot.stop_of_slot[m.slot_id].id == self._stop for m in call.meetings)

    def _name(self, call: Call) -> str:
        assert self._snapshot is not None
        return self._snapshot.company[call.company_id].name

    def _person(self, call: Call) -> str:
        assert self._snapshot is not None
        return self._snapshot.addressed(call.person, current().language) if call.person else ""

    def _columns(self) -> list[Column]:
        def first(call: Call) -> str:
            assert self._snapshot is not None
            return current().time(in_zone(call.first, self._snapshot.stop[self._stop].time_zone))

        def when(call: Call) -> str:
            return current().date(call.reconfirmed, "medium") if call.reconfirmed else _("not yet")

        return [
            Column(_("First meeting"), first, width=110),
            Column(_("Company"), self._name, width=225, grows=True),
            Column(_("Person"), self._person, width=180, grows=True),
            Column(_("Phone"), lambda call: number_shown(call.phone), width=150),
            Column(_("Languages"), lambda call: call.person.languages if call.person else "", width=70),
            Column(_("Meetings"), lambda call: str(len(call.meetings)), width=80, right=True),
            Column(
                _("Reconfirmed"), when, width=130, colour=lambda c: colours().good if c.reconfirmed else colours().warn
            ),
        ]
