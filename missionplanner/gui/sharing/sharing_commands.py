"""The commands of working together."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.errors import PasswordNeeded, UserError
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _


class MissionOpening(Protocol):
    """All that joining needs of the commands that open missions."""

    def open_path(self, path: Path) -> None:
        """Open a mission file."""

    def ask_password(self, path: Path, problem: str) -> str:
        """Return the password somebody types to open a file; empty when nobody does."""


class SharingCommands(QObject):
    """A mission is shared, joined and left.

    settle: stores what is typed. opening: opens missions, and asks for passwords.
    """

    changed = Signal()
    """The mission is shared now, or not any more."""
    done = Signal(str)
    """The outcome, in a sentence."""
    synchronising_asked = Signal()

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        runner: Runner,
        settle: Callable[[], object],
        opening: MissionOpening,
    ) -> None:
        super().__init__()
        self._window, self._workspace, self._runner = window, workspace, runner
        self._settle, self._opening = settle, opening

    @command(N_("Work together…"), icon="users", menu="&File", needs=Needs.WRITING)
    def work_together(self) -> None:
        """Show who shares the mission, or how it can be shared."""
        from missionplanner.gui.sharing.dialog import WorkTogetherDialog  # slow import

        self._settle()
        dialog = WorkTogetherDialog(self._workspace.store, self._window)
        dialog.changed.connect(self.changed)
        dialog.synchronising_asked.connect(self.synchronising_asked)
        dialog.exec()
        dialog.deleteLater()

    @command(N_("Join a mission…"), icon="users", menu="&File", needs=Needs.NOTHING)
    def join_mission(self) -> None:
        """Ask for an invitation, and work on that mission."""
        title = _("Invitations") + " (*.invitation)"
        chosen, _filter = QFileDialog.getOpenFileName(self._window, _("Join a mission"), str(Path.home()), title)
        if chosen:
            self.join_by(Path(chosen))

    def join_by(self, invitation: Path) -> None:
        """Join by an invitation: ask where the file is to be kept, and open it."""
        from missionplanner.gui.sharing import database_password_dialog  # slow import
        from missionplanner.jobs.sharing import invitations  # slow import
        from missionplanner.paths import safe_name  # slow import

        found = invitations.read(invitation)
        if found.place.startswith(invitations.ADDRESS) and not database_password_dialog.asked(
            found.place, self._window
        ):
            return
        start = Path.home() / f"{safe_name(found.name, 'mission')}.mission"
        text = _("Where is your copy to be kept?")
        chosen, _filter = QFileDialog.getSaveFileName(self._window, text, str(start), "*.mission")
        if chosen:
            self.join_as(invitation, Path(chosen).with_suffix(".mission"))

    def join_as(self, invitation: Path, target: Path, password: str = "") -> None:
        """Join by an invitation with a file at this path. Raises UserError while something else is being done."""
        from missionplanner.jobs.sharing import sharing  # slow import

        if self._runner.is_busy:
            raise UserError(_("Something else is being done."), _("Try again when it has ended."))
        if target.exists() and self._workspace.has_open(target):
            self._workspace.close()
        try:
            sharing.join(invitation, target, password)
        except PasswordNeeded as error:
            if typed := self._opening.ask_password(target, error.text if password else ""):
                self.join_as(invitation, target, typed)
            return
        self._opening.open_path(target)
        self.done.emit(_("You work together on this mission now."))
