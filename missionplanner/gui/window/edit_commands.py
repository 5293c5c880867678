"""The commands that edit the mission as a whole: undo and redo, companies entered twice, settings."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner.gui.commands import Command, Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _

if TYPE_CHECKING:
    from missionplanner.jobs.companies.duplicates import Suspicion


class UndoCommands(QObject):
    """Undo and redo."""

    done = Signal(str)
    """The step that was taken back or done again, and the values that stayed, in a sentence or two."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__()
        self._window, self._workspace = window, workspace

    @command(N_("Undo"), "Ctrl+Z", "undo-2", "&Edit", Needs.WRITING)
    def undo(self) -> None:
        """Take the last step back, and say which that was."""
        if label := self._workspace.store.undo():
            self._tell(_("Undone: {step}.").format(step=label.removesuffix(".")))

    @command(N_("Redo"), "Ctrl+Shift+Z", "redo-2", "&Edit", Needs.WRITING)
    def redo(self) -> None:
        """Do again what was undone last, and say what that was."""
        if label := self._workspace.store.redo():
            self._tell(_("Done again: {step}.").format(step=label.removesuffix(".")))

    def _tell(self, text: str) -> None:
        """Show which step that was, and the values that stayed as others wrote them since."""
        if not self._workspace.store.steps.left:
            self.done.emit(text)
            return
        from missionplanner.jobs.safety import undone_words  # slow import

        found = undone_words.left_in_words(self._workspace.store)
        words = f"{text} {undone_words.sentence(found)}"
        self.done.emit(words)
        if len(found) > 1:
            headings = [_("Record"), _("About"), _("Field"), _("Who wrote it since")]
            alerts.report(self._window, words, headings, [(v.record, v.about, v.fields, v.who) for v in found])


class FindCommands:
    """Ctrl+K. entries: the commands that can be carried out now; open_record: shows one of a screen and key.

    pages: the pages that can be gone to now, each in words with what goes there.
    """

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        entries: Callable[[], Iterable[tuple[Command, Callable[[], None]]]],
        open_record: Callable[[str, int], None],
        pages: Callable[[], Iterable[tuple[str, Callable[[], None]]]],
    ) -> None:
        self._window, self._workspace = window, workspace
        self._entries, self._open_record, self._pages = entries, open_record, pages

    @command(N_("Find anything…"), "Ctrl+K", "search", "&Edit")
    def find(self) -> None:
        """Ask for a few characters of a company, a person, a relationship or a command, and go there."""
        from missionplanner.gui.window.finder import Finder  # slow import

        others = [(one, lead) for one, lead in self._entries() if one.name != "find"]
        dialog = Finder(self._workspace, others, self._open_record, self._pages(), self._window)
        dialog.exec()
        dialog.deleteLater()


class DuplicateCommands:
    """Companies entered twice."""

    def __init__(self, window: QWidget, workspace: Workspace, runner: Runner) -> None:
        self._window, self._workspace, self._runner = window, workspace, runner

    @command(N_("Companies entered twice…"), "Ctrl+Shift+U", "users", "&Edit", Needs.WRITING)
    def find_duplicates(self) -> None:
        """Look for companies entered twice and show them side by side."""
        from missionplanner.jobs.companies import duplicates  # slow import

        self._runner.start(duplicates.suspected(), self._show_duplicates)

    def _show_duplicates(self, found: "list[Suspicion]") -> None:
        from missionplanner.gui.companies.duplicates import DuplicatesDialog  # slow import

        if not found:
            alerts.tell(self._window, _("No company looks as if it were entered twice."))
            return
        dialog = DuplicatesDialog(self._workspace.store, found, self._window)
        dialog.exec()
        dialog.deleteLater()


class MissionCommands:
    """The settings of the mission."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        self._window, self.workspace = window, workspace

    @command(N_("Mission settings…"), "Ctrl+,", "settings", "&Edit", Needs.WRITING)
    def mission_settings(self, page: str = "") -> None:
        """Show the settings of the mission, at a page by its name."""
        self._show_settings(page)

    @command(N_("Figures of the market…"), "", "trending-up", "&Edit", Needs.WRITING)
    def market_figures(self) -> None:
        """Show the figures of the market, with where they are from."""
        self._show_settings("market")

    @command(N_("Briefing of sectors and cities…"), "", "book-open", "&Edit", Needs.WRITING)
    def market_briefings(self) -> None:
        """Show what the market briefing says of sectors and cities."""
        self._show_settings("briefings")

    @command(N_("Milestones and tasks…"), "", "calendar-check", "&Edit", Needs.WRITING)
    def milestones_and_tasks(self) -> None:
        """Show the dates the mission turns on, and the tasks counted from them."""
        self._show_settings("milestones")

    def _show_settings(self, page: str = "") -> None:
        from missionplanner.gui.programme.settings_dialog import MissionSettings  # slow import

        dialog = MissionSettings(self.workspace, self._window)
        if page:
            dialog.show_page(page)
        dialog.exec()
        dialog.deleteLater()
