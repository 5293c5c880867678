"""The commands that keep a mission safe and its people’s data accounted for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.safety import taken_copies
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_
from missionplanner.jobs.sharing import links


class CopyCommands:
    """Kept copies, the password. settle: stores what is typed on the screens."""

    def __init__(self, window: QWidget, workspace: Workspace, settle: Callable[[], object]) -> None:
        self._window, self._workspace, self._settle = window, workspace, settle

    @command(N_("Kept copies…"), icon="history", menu="&File")
    def show_copies(self) -> None:
        """Show the kept copies; one that was put back is opened."""
        from missionplanner.gui.safety.copies import CopiesDialog  # slow import

        store = self._workspace.store
        dialog = CopiesDialog(store, self._window)
        dialog.exec()
        if dialog.restored:
            self._settle()
            self._workspace.open(dialog.restored, store.password)
        dialog.deleteLater()

    @command(N_("Password…"), icon="lock", menu="&File", needs=Needs.WRITING)
    def set_password(self) -> None:
        """Ask for a new password, encrypt the file with it and open it again. Raises UserError where it is shared."""
        from missionplanner.gui.safety.passwords import PasswordDialog  # slow import

        links.need_unshared(self._workspace.store.path)
        self._settle()
        dialog = PasswordDialog(self._workspace.store.password, self._window)
        if dialog.exec():
            self.change_password(dialog.old.text(), dialog.new.text())
        dialog.deleteLater()

    def change_password(self, old: str, new: str) -> None:
        """Encrypt the open file with another password; with an empty one it has none any more."""
        from missionplanner.gui.safety import passwords as password_dialogs  # slow import
        from missionplanner.store.upkeep import passwords  # slow import

        path, present = self._workspace.store.follow(), self._workspace.store.password
        taken = [Path(one.path) for one in taken_copies.of(self._workspace.store.mission.uid)]
        # The file is replaced by one with the new password: nobody may have it open meanwhile.
        self._workspace.close()
        try:
            found = passwords.set_password(path, old, new, taken)
            present = new
            views = settings.forget_views()
        finally:
            # Whatever happened: with the new password only where that was set.
            self._workspace.open(path, present)
        password_dialogs.tell(self._window, new, found, views)


class PrivacyCommands:
    """Who changed what, and which data of people are kept."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        self._window, self._workspace = window, workspace

    @command(N_("Personal data…"), icon="user", menu="&Edit")
    def personal_data(self) -> None:
        """Show whose data the mission holds, to give them out or erase them."""
        from missionplanner.gui.safety.personal_data import PersonalDataDialog  # slow import

        dialog = PersonalDataDialog(self._workspace.store, self._window)
        dialog.exec()
        dialog.deleteLater()

    @command(N_("History…"), "Ctrl+H", "history", "&View")
    def show_history(self) -> None:
        """Show who changed what, when."""
        self._show_history("")

    @command(N_("What changed since yesterday…"), "Ctrl+Shift+H", "history", "&View")
    def show_changes(self) -> None:
        """Show who changed what since yesterday."""
        self._show_history("yesterday")

    def _show_history(self, span: str) -> None:
        from missionplanner.gui.safety.history import HistoryDialog  # slow import

        dialog = HistoryDialog(self._workspace.store, self._window)
        dialog.show_span(span)
        dialog.exec()
        dialog.deleteLater()
