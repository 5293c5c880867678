"""The commands that bring copies of a mission together: a colleague's, one a city, and what is left to settle."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from missionplanner.errors import PasswordNeeded
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count

if TYPE_CHECKING:
    from missionplanner.jobs.safety.merging import CopyComparison, Merged


class MergeCommands(QObject):
    """Copies compared and taken in beside the window. settle: stores what is typed on the screens."""

    done = Signal(str)
    """The outcome, in a sentence or two."""
    overview_asked = Signal()
    """Something is left to settle or to repair: the overview leads there."""

    def __init__(self, window: QWidget, workspace: Workspace, runner: Runner, settle: Callable[[], object]) -> None:
        super().__init__()
        self._window, self._workspace, self._runner, self._settle = window, workspace, runner, settle

    @command(N_("Merge a colleague’s copy…"), icon="users", menu="&File", needs=Needs.WRITING)
    def merge_copy(self) -> None:
        """Ask for a copy of this mission, show what it brings, and take it in."""
        start = str(self._workspace.store.path.parent)
        chosen = QFileDialog.getOpenFileName(self._window, _("Merge a colleague’s copy"), start, "*.mission")[0]
        if chosen:
            self.compare(Path(chosen), self._workspace.store.password)

    @command(N_("Settle what two people wrote…"), icon="scale", menu="&File", needs=Needs.WRITING)
    def settle_clashes(self) -> None:
        """Show what two people wrote without knowing of each other, to choose from."""
        from missionplanner.gui.safety.open_clashes import OpenClashesDialog  # slow import

        self._settle()
        _shown(OpenClashesDialog(self._workspace.store, self._window))

    @command(N_("Take a copy for a city…"), icon="copy", menu="&File")
    def take_city_copy(self) -> None:
        """Make a copy for the laptop of a city."""
        from missionplanner.gui.safety.city_copies import TakeCopyDialog  # slow import

        self._settle()
        dialog = TakeCopyDialog(self._workspace.store, self._window)
        _shown(dialog)
        if dialog.taken:
            self.done.emit(_("The copy is {path}.").format(path=dialog.taken))

    @command(N_("Bring a copy back…"), icon="undo-2", menu="&File", needs=Needs.WRITING)
    def bring_copy_back(self) -> None:
        """Choose a copy that was taken for a city, show what it brings, and take it in."""
        from missionplanner.gui.safety.city_copies import BringBackDialog  # slow import

        dialog = BringBackDialog(self._workspace.store, self._window)
        _shown(dialog)
        if dialog.chosen:
            self.compare(dialog.chosen, self._workspace.store.password, is_both=True)

    def compare(self, path: Path, password: str, is_both: bool = False) -> None:
        """Compare with a copy beside the window, then show what it brings."""
        from missionplanner.jobs.safety import merge_jobs  # slow import

        self._settle()
        job = merge_jobs.compare(path, password)
        self._runner.start(job, lambda found: self._on_compared(path, password, found, is_both))

    def _on_compared(self, path: Path, password: str, found: "CopyComparison | PasswordNeeded", is_both: bool) -> None:
        if not isinstance(found, PasswordNeeded):
            self._offer(found, is_both)
            return
        from missionplanner.gui.safety import passwords  # slow import

        # The password of this file was tried in silence.
        is_tried = bool(password) and password != self._workspace.store.password
        if typed := passwords.ask(self._window, path, found.text if is_tried else ""):
            self.compare(path, typed, is_both)

    def _offer(self, found: "CopyComparison", is_both: bool) -> None:
        """Show what a copy brings, and take it in where somebody says so."""
        from missionplanner.gui.safety.merging import MergeDialog  # slow import
        from missionplanner.jobs.safety import merge_jobs  # slow import

        dialog = MergeDialog(found, self._window, is_both)
        if _shown(dialog):
            job = merge_jobs.take_in(found, dialog.chosen, dialog.others)
            is_both = dialog.is_both
            self._runner.start(job, lambda merged: self._on_merged(found, merged[0], is_both))

    def _on_merged(self, found: "CopyComparison", merged: "Merged", is_both: bool) -> None:
        from missionplanner.jobs.safety import merge_jobs  # slow import

        text = outcome(merged)
        self.done.emit(text)
        if merged.open_clashes or merged.conflicts:
            self.overview_asked.emit()
        if is_both:
            job = merge_jobs.give(found.path, found.password)
            words = " ".join((text, _("The copy is up to date now.")))
            self._runner.start(job, lambda _nothing: self.done.emit(words))


def _shown(dialog: QDialog) -> bool:
    """Show a dialog until it is closed; return whether it was accepted."""
    is_accepted = bool(dialog.exec())
    dialog.deleteLater()
    return is_accepted


def outcome(merged: "Merged") -> str:
    """Return the outcome of a merge, in a few sentences."""
    words = [count("{n} record came in.", "{n} records came in.", merged.changed)]
    if merged.settled:
        words.append(count("{n} clash was settled.", "{n} clashes were settled.", merged.settled))
    if merged.open_clashes:
        words.append(count("{n} clash is to be settled.", "{n} clashes are to be settled.", merged.open_clashes))
    if merged.conflicts:
        words.append(
            count(
                "The timetable has {n} conflict now; the overview lists it.",
                "The timetable has {n} conflicts now; the overview lists them.",
                merged.conflicts,
            )
        )
    return " ".join(words)
