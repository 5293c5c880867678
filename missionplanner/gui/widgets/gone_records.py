"""A record that somebody deleted while one was typing into its page: it may be brought back."""

from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets import alerts
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs.safety import history


class GoneRecords:
    """Asks whether a record that is gone comes back. table: that of the records."""

    def __init__(self, parent: QWidget, workspace: Workspace, table: str) -> None:
        self._parent, self._workspace, self._table = parent, workspace, table
        self._is_asking = False

    def stays(self, key: int) -> bool:
        """Ask whether a record that was deleted comes back, and bring it back; True, too, while that is being asked."""
        deletion = history.deletion_of(self._workspace.store, self._table, key)
        if self._is_asking or deletion is None:
            return self._is_asking
        self._is_asking = True
        try:
            return self._brings_back(deletion)
        finally:
            self._is_asking = False

    def _brings_back(self, deletion: history.Value) -> bool:
        store = self._workspace.store
        step = next((one.label for one in store.steps.history() if one.id == deletion.change.step), "")
        text = _("“{name}” was deleted while you were typing.").format(name=deletion.about)
        if alerts.confirm(self._parent, text, step, _("Let it go"), _("Bring it back")):
            return False
        return alerts.attempt(self._parent, lambda: history.put_back(store, deletion, whole=True))
