"""The commands on the whole timetable: make it, show its versions, paint availability, clear it."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.domain.timetable import Meeting
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable.availability import AvailabilityDialog
from missionplanner.gui.timetable.planning_dialogs import PlanDialog, ProgressDialog, ProposalDialog
from missionplanner.gui.timetable.versions import VersionsDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.sharing import planners
from missionplanner.jobs.timetable import planning

_MOST_PREFILLED = 20
"""From so many selected meetings on no companies are filled in: everything is meant."""


class TimetableCommands(QObject):
    """Commands on the whole timetable, in the order of their menu."""

    reported = Signal(str)
    """The outcome of a command, in a sentence."""

    def __init__(
        self, workspace: Workspace, runner: Runner, chosen: Callable[[], list[Meeting]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace, self._runner, self._window = workspace, runner, parent
        self._chosen = chosen
        """Returns the selected meetings."""

    def make(self) -> None:
        """Ask how, make a timetable, show what it would change, and write it when it is accepted."""
        if not self._goes_ahead():
            return
        snapshot = self._workspace.snapshot()
        dialog = PlanDialog(snapshot, self._window, _companies_of(self._chosen()))
        if not dialog.exec():
            return
        seconds = dialog.seconds.value
        job = planners.announced(planning.plan(seconds, dialog.keep.value, dialog.scope, goal=dialog.goal.value))
        found: list[planning.Proposal] = []
        self._runner.start(job, found.append)
        ProgressDialog(self._runner, job, seconds, self._window).exec()
        if found and ProposalDialog(snapshot, found[0], self._window).exec():
            planning.accept(self._workspace.store, found[0])

    def _goes_ahead(self) -> bool:
        """Whether a timetable is to be made although a colleague makes one; asked only where one does."""
        elsewhere = planners.planning(self._workspace.colleagues, datetime.now(UTC))
        text = _("Make a timetable all the same?")
        return not elsewhere or alerts.confirm(self._window, text, elsewhere, _("Make one"), _("Wait"))

    @command(N_("Versions of the timetable…"), needs=Needs.WRITING)
    def show_versions(self) -> None:
        """Show the versions of the timetable."""
        dialog = VersionsDialog(self._workspace, self._window)
        dialog.exec()
        dialog.deleteLater()

    @command(N_("Paint availability…"), needs=Needs.WRITING)
    def paint_availability(self) -> None:
        """Show the availability of the selected meeting's company, or of the first one."""
        meetings = self._chosen()
        dialog = AvailabilityDialog(
            self._workspace, key=meetings[0].delegation_id if meetings else 0, parent=self._window
        )
        dialog.exec()
        dialog.deleteLater()

    @command(N_("Clear the timetable"), needs=Needs.WRITING)
    def clear(self) -> None:
        """Remove every meeting that is planned and not locked."""
        removed = planning.clear(self._workspace.store)
        text = count("{n} meeting was removed.", "{n} meetings were removed.", removed)
        self.reported.emit(" ".join([text, _("Undo brings them back. Locked meetings stayed.")]))


def _companies_of(meetings: Sequence[Meeting]) -> list[int]:
    """The companies of several selected meetings; none where so many are selected that everything is meant."""
    if not 1 < len(meetings) <= _MOST_PREFILLED:
        return []
    return sorted({key for meeting in meetings for key in meeting.pair})
