"""The commands that repair the timetable: record what happened, look for ways to repair it, offer them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable import incidents
from missionplanner.gui.timetable.incidents import Where
from missionplanner.gui.timetable.repair_dialog import RepairDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.timetable import planning, repairing
from missionplanner.messages import message
from missionplanner.store.store import Store

_Question = Callable[[Store, Snapshot, Where, QWidget], bool]


class RepairCommands(QObject):
    """A command for each incident, and one for what no longer stands, in the order of their menu."""

    reported = Signal(str)
    """The outcome of a command, in a sentence."""

    def __init__(self, workspace: Workspace, runner: Runner, where: Callable[[], Where], parent: QWidget) -> None:
        super().__init__(parent)
        self._where = where
        self._workspace, self._runner, self._window = workspace, runner, parent

    @command(N_("A company withdraws…"), needs=Needs.WRITING)
    def record_withdrawal(self) -> None:
        """Ask which company withdraws, and repair the timetable."""
        self._record(incidents.ask_withdrawal)

    @command(N_("A delegate falls ill…"), needs=Needs.WRITING)
    def record_illness(self) -> None:
        """Ask which delegate falls ill, and repair the timetable."""
        self._record(incidents.ask_illness)

    @command(N_("A table is lost…"), needs=Needs.WRITING)
    def record_lost_table(self) -> None:
        """Ask which table is lost, and repair the timetable."""
        self._record(incidents.ask_lost_table)

    @command(N_("Look for what no longer stands"), needs=Needs.WRITING)
    def look(self) -> None:
        """Look for meetings that break rules and requests that fit in, and offer ways to repair the timetable."""
        self._find_ways(self._workspace.snapshot(), False)

    def offer_ways(self, ways: list[repairing.Repair], happened: bool = False) -> None:
        """Offer ways to repair the timetable, if there are any. happened: an incident was recorded just now."""
        if not any(way.broken or way.replaced or way.moved or way.lost for way in ways):
            self.reported.emit(_("Everything stands, and no request fits into what is free."))
            return
        dialog = RepairDialog(self._workspace.snapshot(), ways, self._window, happened)
        if dialog.exec() and dialog.chosen:
            proposal = dialog.chosen.proposal
            label = message("Repair the timetable ({summary})", summary=proposal.summary)
            planning.accept(self._workspace.store, proposal, label)
        dialog.deleteLater()

    def _record(self, ask: _Question) -> None:
        # the snapshot of before: a withdrawal cancels meetings at once, and the ways still have to count them as lost
        before = self._workspace.snapshot()
        incidents.refuse_without_places(before)
        if ask(self._workspace.store, before, self._where(), self._window):
            self._find_ways(before, True)

    def _find_ways(self, before: Snapshot, happened: bool) -> None:
        job = repairing.options(past=before)
        self._runner.start(job, lambda ways: self.offer_ways(ways, happened))
