"""The views of the timetable that show it whole: weeks of companies, load of tables, the plan of a room."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTableView

from missionplanner.domain.plan import Plan
from missionplanner.gui.timetable.layouts import Place
from missionplanner.gui.timetable.loads_pane import LoadsPane
from missionplanner.gui.timetable.room_pane import RoomPane
from missionplanner.gui.timetable.weeks_pane import WeeksPane
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_
from missionplanner.jobs.lists.printing import ShownList

VIEWS = {"weeks": N_("Weeks of companies"), "loads": N_("Load of tables"), "room": N_("Room plan")}


class Overviews(QStackedWidget):
    """The panes of these views, one of which is shown; what is not shown is not worked out."""

    company_asked = Signal(int)
    meeting_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.weeks, self.loads, self.room = WeeksPane(), LoadsPane(), RoomPane(workspace)
        self.weeks.company_asked.connect(self.company_asked)
        for pane in (self.weeks, self.loads, self.room):
            pane.meeting_asked.connect(self.meeting_asked)
            self.addWidget(pane)

    @property
    def view(self) -> QTableView:
        """The table of the pane that is shown."""
        pane = self.currentWidget()
        assert isinstance(pane, WeeksPane | LoadsPane | RoomPane)
        return pane.view

    def show_view(self, name: str, plan: Plan, stop_id: int, day: date) -> None:
        """Show one of VIEWS, of a stop and day where it has one."""
        if name == "weeks":
            self.weeks.show_plan(plan)
            self.setCurrentWidget(self.weeks)
            return
        pane = self.loads if name == "loads" else self.room
        self.setCurrentWidget(pane)
        pane.show_plan(plan, stop_id, day)

    def search(self, words: Sequence[str]) -> None:
        """Have the weeks be those of what is searched."""
        self.weeks.search(words)

    def places_with(self, words: Sequence[str]) -> list[Place]:
        """Return the cells of the view that is shown in which the folded words are; of weeks, every line."""
        pane = self.currentWidget()
        if isinstance(pane, LoadsPane | RoomPane):
            return [(index.row(), index.column()) for index in pane.places_with(words)]
        return [(row, 0) for row in range(self.weeks.model.rowCount())]

    def shown_list(self, plan: Plan) -> ShownList | None:
        """The view as a list, to be printed or written into a file."""
        pane = self.currentWidget()
        return pane.shown_list() if isinstance(pane, LoadsPane | RoomPane) else self.weeks.shown_list(plan.snapshot)
