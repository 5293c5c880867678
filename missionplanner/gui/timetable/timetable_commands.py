"""The large acts on a timetable: make it, put it right, keep versions, paint availability, clear it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable import repairs
from missionplanner.gui.timetable.availability import AvailabilityDialog
from missionplanner.gui.timetable.planning_dialogs import PlanDialog, ProgressDialog, ProposalDialog
from missionplanner.gui.timetable.versions import VersionsDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count
from missionplanner.jobs.timetable import planning, repairing

_MOST_PREFILLED = 20


class TimetableCommands(QObject):
    """Asks, runs the job, shows the difference, and writes it when it is accepted."""

    def __init__(
        self,
        workspace: Workspace,
        runner: Runner,
        window: QWidget,
        chosen: Callable[[], list[Meeting]],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._workspace, self._runner, self._window = workspace, runner, window
        self._chosen, self._say = chosen, say

    def make(self) -> None:
        """Ask how, make a timetable, show what it would change, and accept it if the user does."""
        snapshot = self._workspace.snapshot()
        dialog = PlanDialog(snapshot, self._window, _companies(self._chosen()))
        if not dialog.exec():
            return
        seconds = dialog.seconds.value
        job = planning.plan(seconds, dialog.keep.value, dialog.scope)
        found: list[planning.Proposal] = []
        self._runner.start(job, found.append)
        ProgressDialog(self._runner, job, seconds, self._window).exec()
        if found:
            self.propose(snapshot, found[0])

    def propose(self, snapshot: Snapshot, proposal: planning.Proposal) -> None:
        """Show what the proposal would change; write it when it is accepted."""
        if ProposalDialog(snapshot, proposal, self._window).exec():
            planning.accept(self._workspace.store, proposal)

    def repair(self, happening: str) -> None:
        """Ask what happened, look for ways to put the timetable right, and offer them."""
        store, snapshot = self._workspace.store, self._workspace.snapshot()
        if happening == "look" or repairs.ask_happening(store, snapshot, happening, self._window):
            job = repairing.options(past=snapshot)
            self._runner.start(job, lambda ways: self.offer_ways(ways, happening != "look"))

    def offer_ways(self, ways: list[repairing.Repair], happened: bool = False) -> None:
        """Show the ways to put the timetable right, if there are any. happened: something was noted just now."""
        if not any(way.broken or way.replaced or way.moved or way.lost for way in ways):
            self._say(_("Everything stands, and no request fits into what is free."))
            return
        dialog = repairs.RepairDialog(self._workspace.snapshot(), ways, self._window, happened)
        if dialog.exec() and dialog.chosen:
            label = _("Put the timetable right ({summary})")
            planning.accept(self._workspace.store, dialog.chosen.proposal, label)
        dialog.deleteLater()

    def show_versions(self) -> None:
        """Show the versions of the timetable."""
        dialog = VersionsDialog(self._workspace, self._window)
        dialog.exec()
        dialog.deleteLater()

    def paint_availability(self) -> None:
        """Show the availability of the selected meeting's company, or of the first one."""
        meetings = self._chosen()
        dialog = AvailabilityDialog(
            self._workspace, key=meetings[0].delegation_id if meetings else 0, parent=self._window
        )
        dialog.exec()
        dialog.deleteLater()

    def clear(self) -> None:
        """Remove every meeting that is planned and not locked."""
        removed = planning.clear(self._workspace.store)
        text = count("{n} meeting was removed.", "{n} meetings were removed.", removed)
        self._say(" ".join([text, _("Undo brings them back. Locked meetings stayed.")]))


def _companies(meetings: Sequence[Meeting]) -> list[int]:
    """The companies of several selected meetings; none where so many are selected that everything is meant."""
    if not 1 < len(meetings) <= _MOST_PREFILLED:
        return []
    return sorted({key for meeting in meetings for key in meeting.pair})
