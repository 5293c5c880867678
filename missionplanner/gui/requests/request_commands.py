"""The commands on the requests selected in the list; each reports what it could not do."""

from collections.abc import Sequence

from missionplanner.gui.widgets.cell_commands import CellCommands
from missionplanner.i18n import _, count
from missionplanner.jobs.cell_edits import Edit, EditReport
from missionplanner.jobs.requests import cells, entering
from missionplanner.messages import Message


class RequestCommands(CellCommands):
    """Carries commands out on the selected rows of the table of requests."""

    def _title(self, number: int) -> str:
        return count("Change {n} request", "Change {n} requests at once", number)

    def _named(self) -> str:
        return _("Request")

    def _edit(self, edits: Sequence[Edit], label: Message) -> EditReport:
        return cells.edit(self._store, edits, label)

    def _remove(self, keys: Sequence[int]) -> None:
        entering.remove(self._store, keys)
