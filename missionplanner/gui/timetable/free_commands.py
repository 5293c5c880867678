"""Who is free at the time of a cell of the timetable: the list beside it follows the grid, and puts meetings there."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeyEvent

from missionplanner.domain.moves import MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.gui.commands import command, command_of
from missionplanner.gui.timetable.day_tabs import DayTabs
from missionplanner.gui.timetable.free_pane import FreePane
from missionplanner.gui.timetable.grid import GridView
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.unplaced_and_conflicts import UnplacedAndConflicts
from missionplanner.gui.widgets.buttons import command_action
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.gui.widgets.shortcuts import pressed
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import who_is_free
from missionplanner.jobs.timetable.who_is_free import MeetingTime


class FreeCommands(QObject):
    """Joins grid, days and the list of who is free."""

    def __init__(
        self,
        workspace: Workspace,
        grid: GridView,
        days: DayTabs,
        side: UnplacedAndConflicts,
        show: Callable[[int], None],
    ) -> None:
        super().__init__(side)
        self._workspace, self._grid, self._days, self._side, self._show = workspace, grid, days, side, show
        self._plan: Plan | None = None
        self.pane = FreePane(workspace)
        side.add_page(self.pane, _("Free"))
        grid.stepped.connect(self.follow)
        self.pane.put_asked.connect(self._put)

    def work_on(self, plan: Plan) -> None:
        """Work on this plan from now on."""
        self._plan = plan
        self.pane.show_plan(plan)
        self.follow()

    @command(N_("Who is free then"), "F", "users")
    def show_here(self) -> None:
        """Show who is free at the time of the current cell, and go to them."""
        self._side.tabs.setCurrentWidget(self.pane)
        self.follow()
        self.pane.companies.setFocus()

    def ask(self) -> None:
        """Show who is free at a time that is typed."""
        self._side.tabs.setCurrentWidget(self.pane)
        if self.pane.time is None and (shown := self._times_shown()):
            self.pane.show_time(shown[0])
        self.pane.type_time()

    def take_key(self, event: QKeyEvent) -> bool:
        """Show who is free with a key; return whether it was one for that."""
        found = pressed(self, event)
        if found:
            found[1]()
        return found is not None

    def action(self, menu: Menu) -> QAction:
        """Return the entry of a menu on a cell."""
        return command_action(command_of(self.show_here), self.show_here, menu, self._workspace.store)

    def time_here(self) -> MeetingTime | None:
        """Return the time of the current cell; None without one."""
        index, shown = self._grid.currentIndex(), self._times_shown()
        model = self._grid.model()
        assert isinstance(model, GridModel)
        place = index.row() if model.layout.view == "tables" else index.column()
        return shown[place] if index.isValid() and place < len(shown) else None

    def follow(self) -> None:
        """Have the time of the current cell be that of which it is shown who is free."""
        if here := self.time_here():
            self.pane.show_time(here)

    def _times_shown(self) -> list[MeetingTime]:
        """The times of the stop and day that are shown, in their order."""
        found = who_is_free.times(self._plan.snapshot) if self._plan else []
        return [one for one in found if (one.stop_id, one.day) == self._days.shown]

    def _put(self, verdict: MoveVerdict) -> None:
        """Make a meeting of a request at the time at which its companies are free, and go there."""
        self._show(meeting_edits.drop(self._workspace.store, verdict)[0])
