"""The commands that keep a mission safe."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.gui.safety import passwords
from missionplanner.gui.safety.copies import CopiesDialog
from missionplanner.gui.safety.history import HistoryDialog
from missionplanner.gui.safety.merging import MergeDialog
from missionplanner.gui.safety.personal_data import PersonalDataDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs.safety import merging as merge_copy
from missionplanner.store.upkeep import passwords as protection


class SafetyCommands:
    """Copies, password, history, personal data, a colleague's copy. settle: stores what is typed on the screens."""

    def __init__(self, window: QWidget, workspace: Workspace, settle: Callable[[], None]) -> None:
        self._window, self._workspace, self._settle = window, workspace, settle

    def show_history(self) -> None:
        """Who changed what, when."""
        dialog = HistoryDialog(self._workspace.store, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_people(self) -> None:
        """Personal data."""
        dialog = PersonalDataDialog(self._workspace.store, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_copies(self) -> None:
        """The kept copies; one that was put back is opened."""
        store = self._workspace.store
        dialog = CopiesDialog(store, self._window)
        dialog.exec()
        if dialog.restored:
            self._settle()
            self._workspace.open(dialog.restored, store.password)
        dialog.deleteLater()

    def set_password(self) -> None:
        """Ask for a new password, encrypt the file with it and open it again."""
        self._settle()
        dialog = passwords.PasswordDialog(self._workspace.store.password, self._window)
        if dialog.exec():
            self.change_password(dialog.old.text(), dialog.new.text())
        dialog.deleteLater()

    def change_password(self, old: str, new: str) -> None:
        """Encrypt the open file with another password; with an empty one it has none any more."""
        path, present = self._workspace.store.path, self._workspace.store.password
        self._workspace.close()
        try:
            found = protection.set_password(path, old, new)
            present = new
        finally:
            self._workspace.open(path, present)
        passwords.tell(self._window, new, found)

    def merge_copy(self) -> None:
        """Ask for a copy of this mission, show what differs, and take it in."""
        start = str(self._workspace.store.path.parent)
        chosen = QFileDialog.getOpenFileName(self._window, _("Merge a colleague’s copy"), start, "*.mission")[0]
        if not chosen:
            return
        self._settle()
        store = self._workspace.store
        dialog = MergeDialog(store, merge_copy.compare(store, Path(chosen), store.password), self._window)
        dialog.exec()
        dialog.deleteLater()
