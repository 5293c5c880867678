"""The commands on the people selected in the list; each reports what it could not do."""

from collections.abc import Sequence

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.people.duplicates import SamePeopleDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.cell_commands import CellCommands
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.cell_edits import Edit, EditReport
from missionplanner.jobs.people import cells, duplicates, records
from missionplanner.messages import Message


class PeopleCommands(CellCommands):
    """Carries commands out on the selected rows of the people's table."""

    @command(N_("People entered twice…"), icon="users", needs=Needs.WRITING)
    def find_twice(self) -> None:
        """Show people who seem to be one side by side, to be made one."""
        found = duplicates.suspected(self._store)
        if not found:
            alerts.tell(self._parent, _("Nobody looks as if they were entered twice."))
            return
        dialog = SamePeopleDialog(self._store, found, self._parent)
        dialog.exec()
        dialog.deleteLater()

    def _title(self, number: int) -> str:
        return count("Change {n} person", "Change {n} people at once", number)

    def _named(self) -> str:
        return _("Name")

    def _edit(self, edits: Sequence[Edit], label: Message) -> EditReport:
        return cells.edit(self._store, edits, label)

    def _remove(self, keys: Sequence[int]) -> None:
        meetings = records.chosen_for(self._store, keys)
        records.remove(self._store, keys)
        if meetings:
            one = _("They were chosen for {n} meeting: its company’s rule says now who attends it.")
            many = _("They were chosen for {n} meetings: the rules of the companies say now who attends them.")
            alerts.tell(self._parent, (one if meetings == 1 else many).format(n=meetings))
