"""The day itself: who should be where now, the outcome of each meeting, and whom to call the evening before."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QTimer

from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone, local
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.day.board import BoardPage
from missionplanner.gui.day.calls import CallsPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.date_lines import DayLine, MomentReader
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox, Label, TabWidget
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.lists.printing import ShownList

_EVERY = 20_000
"""Milliseconds between two readings of the clock."""


class DayScreen(Screen):
    """A stop and a time: now, or any other, for a rehearsal."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("On the day"))
        self._snapshot: Snapshot | None = None
        self.stop = ChoiceEdit()
        self.now = CheckBox(_("Now"))
        self.moment = DayLine(MomentReader())
        self.moment.says_words = False  # the clock does
        self._shown = datetime.now().replace(second=0, microsecond=0)  # noqa: DTZ005 (as it is typed)
        self.large = CheckBox(_("Large type"))
        self.clock = Label()
        self.board = BoardPage(workspace, runner)
        self.calls = CallsPage(workspace)
        self.tabs = TabWidget()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._on_tick)
        self._build()

    @property
    def at(self) -> datetime:
        """The time the day is shown for."""
        if self.now.isChecked():
            return datetime.now(UTC)
        moment = self.moment.value or self._shown
        return local(moment.date(), moment.time(), self._zone())

    def refresh(self) -> None:
        """Show the day as it is now."""
        first = self._snapshot is None
        self._snapshot = snapshot = self.workspace.snapshot()
        chosen, language = self.stop.value, current().language
        self.stop.blockSignals(True)
        self.stop.offer([(stop.id, stop.name(language)) for stop in snapshot.stops])
        self.stop.choose(chosen)
        self.stop.blockSignals(False)
        if first:
            self._begin(snapshot)
        self._show()

    def settle(self) -> bool:
        """Stop the clock: the screen goes."""
        self._timer.stop()
        return True

    def shown_list(self) -> ShownList:
        """The list of the tab that is shown."""
        return (self.calls if self.tabs.currentIndex() else self.board).shown_list(self.stop.currentText())

    @command(N_("Walk-in meeting…"), "Ctrl+Shift+M", "footprints", needs=Needs.WRITING)
    def walk_in(self) -> None:
        """Enter a meeting that was agreed on the spot."""
        self.board.walk_in()

    @command(N_("Large type"), "Ctrl+Alt+L")
    def toggle_large_type(self) -> None:
        """Write the board in large type, or in the usual one again."""
        self.large.toggle()

    def _begin(self, snapshot: Snapshot) -> None:
        """Now while the mission is under way; before and after it the first slot of the first day."""
        starts = [slot.starts for slot in snapshot.slots]
        moment = datetime.now(UTC)
        inside = bool(starts) and min(starts) - timedelta(days=1) < moment < max(starts) + timedelta(days=1)
        self.now.setChecked(inside or not starts)
        if starts:
            first = in_zone(min(starts), self._zone())
            self._shown = first.replace(tzinfo=None)
        self.moment.days.near = (snapshot.mission.starts, snapshot.mission.ends)
        self.moment.set_value(self._shown)

    def _zone(self) -> str:
        return self._snapshot.stop[self.stop.value].time_zone if self._snapshot and self.stop.value else "UTC"

    def _build(self) -> None:
        self.command_button(self.walk_in, primary=True)
        row = WrappingRow()
        self.clock.setObjectName("figure")
        self.stop.setAccessibleName(_("Stop"))
        self.moment.setAccessibleName(_("Another moment"))
        self.clock.setAccessibleName(_("Clock"))
        for part in (self.stop, self.now, self.moment, self.large):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.clock)
        self.layout_.addLayout(row)
        self.layout_.addWidget(quiet_label(_("Times are those of the stop’s clocks.")))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.board, _("Who should be where"))
        self.tabs.addTab(self.calls, _("Calls of the evening before"))
        self.layout_.addWidget(self.tabs, 1)
        self._connect()

    def _connect(self) -> None:
        self.large.setChecked(settings.read("large_type") in (True, "true"))
        self.board.use_large_type(self.large.isChecked())
        self.stop.currentIndexChanged.connect(lambda _index: self._show())
        self.now.toggled.connect(self._on_now)
        self.moment.left.connect(self._on_moment)
        self.large.toggled.connect(self._on_large)
        self.board.company_asked.connect(self.company_asked.emit)
        self.board.meeting_asked.connect(self.meeting_asked.emit)
        self.tabs.currentChanged.connect(lambda _index: self._show())
        set_shortcut(self.toggle_large_type, self, self.workspace.store)

    def _on_now(self, on: bool) -> None:
        self.moment.setEnabled(not on)
        self._show()

    def _on_moment(self) -> None:
        """Show the day at the time that was typed; one that cannot be read changes nothing."""
        if self.moment.value is not None:
            self._shown = self.moment.value
            self._show()

    def _on_large(self, on: bool) -> None:
        settings.write("large_type", on)
        self.board.use_large_type(on)

    def _on_tick(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Show the board or the calls at the time."""
        if self._snapshot is None or not self.stop.value:
            return
        if self.now.isChecked():
            self._timer.start()
        else:
            self._timer.stop()
        moment = self.at
        here = in_zone(moment, self._zone())
        self.clock.setText(current().short_moment(here))
        if self.tabs.currentIndex() == 0:
            self.board.show_day(Plan(self._snapshot, self._snapshot.meetings), self.stop.value, moment)
        else:
            self.calls.show_day(self._snapshot, self.stop.value, here.date())
