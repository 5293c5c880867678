"""The commands that begin, open, fill and close a mission."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from missionplanner.errors import DamagedFile, PasswordNeeded, UserError
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.window.save_dialog import MISSION_FILTER
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _

if TYPE_CHECKING:
    from missionplanner.gui.start.new_mission import NewMissionDialog
    from missionplanner.jobs.imports.read_back import ReadBack


class OpenCommands:
    """New missions and those there are. settle: stores what is typed on the screens, or returns False."""

    def __init__(self, window: QWidget, workspace: Workspace, runner: Runner, settle: Callable[[], bool]) -> None:
        self._window, self._workspace, self._runner, self._settle = window, workspace, runner, settle

    @command(N_("Try the full example"), icon="play", menu="&File", needs=Needs.NOTHING)
    def try_example(self) -> None:
        """Make a copy of the filled example and open it. Raises UserError while something else is being done."""
        from missionplanner.jobs.starts import example  # slow import

        if not self._runner.start_apart(example.making(), self.open_path):
            raise UserError(_("Something else is being done."), _("Try again when it has ended."))

    @command(N_("New mission…"), "Ctrl+Shift+N", "file-plus", "&File", Needs.NOTHING)
    def new_mission(self) -> None:
        """Ask for a mission on a few pages, from nothing or from another one, make its file and open it."""
        self.begin_mission()

    def begin_mission(self, start: str = "") -> None:
        """Ask for a new mission; start: what it begins with, where that was chosen already."""
        from missionplanner.gui.safety import passwords  # slow import
        from missionplanner.gui.start.new_mission import NewMissionDialog  # slow import

        dialog = NewMissionDialog(self._window, passwords.ask)
        if start:
            dialog.begin_with(start)
        if dialog.exec():
            self._settle()  # what cannot be stored stays a draft in the mission that was open
            if dialog.fills:
                self._make_filled(dialog)
            else:
                self._workspace.take(dialog.make())
            dialog.taking.close_earlier()
        dialog.deleteLater()

    def _make_filled(self, dialog: "NewMissionDialog") -> None:
        """Make a start of the gallery with its companies and open it."""
        from missionplanner.jobs.starts import gallery  # slow import

        today = date.today()  # noqa: DTZ011
        job = gallery.making(dialog.path, dialog.taking.start, dialog.taking.wanted, today)
        if not self._runner.start_apart(job, self.open_path):
            raise UserError(_("Something else is being done."), _("Try again when it has ended."))

    @command(N_("Open…"), "Ctrl+O", "folder-open", "&File", Needs.NOTHING)
    def open_mission(self) -> None:
        """Ask for a mission file and open it."""
        title = _("Missions") + f" ({MISSION_FILTER})"
        chosen, _filter = QFileDialog.getOpenFileName(self._window, _("Open a mission"), str(Path.home()), title)
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Open a mission file, once what is typed in the one that is open is stored or may stay a draft."""
        if not self._workspace.has_open(path) and self._may_leave(path):
            self._open(path)

    def _may_leave(self, path: Path) -> bool:
        """Store what is typed; where it cannot be stored as it is, ask."""
        text = _("What is typed cannot be stored as it is.")
        details = _("It is kept as a draft in the mission that is open, and shown again where you typed it.")
        act = _("Open {name}").format(name=path.stem)
        return self._settle() or alerts.confirm(self._window, text, details, act, _("Stay here"))

    def _open(self, path: Path, password: str = "") -> None:
        """Open it; ask for its password, or what to do about a damaged one."""
        from missionplanner.gui.safety import passwords, rescue  # slow import

        try:
            self._workspace.open(path, password)
            passwords.tell_uncovered(self._window, self._workspace.uncovered)
        except PasswordNeeded as error:
            if typed := passwords.ask(self._window, path, error.text if password else ""):
                self._open(path, typed)
        except DamagedFile as error:
            if found := rescue.offer(self._window, path, error, password):
                self._workspace.open(found, password)

    def ask_password(self, path: Path, problem: str) -> str:
        """Return the password somebody types to open a file; empty when nobody does."""
        from missionplanner.gui.safety import passwords  # slow import

        return passwords.ask(self._window, path, problem)

    @command(N_("Check a file…"), icon="search", menu="&File", needs=Needs.NOTHING)
    def check_file(self) -> None:
        """Ask for a mission file and show what is unsound in it."""
        title = _("Missions") + f" ({MISSION_FILTER})"
        chosen, _filter = QFileDialog.getOpenFileName(self._window, _("Check a file"), str(Path.home()), title)
        if chosen:
            self.check_path(Path(chosen))

    def check_path(self, path: Path, password: str = "") -> None:
        """Show what is unsound in a mission file; a repaired copy that is saved is opened."""
        from missionplanner.gui.safety import passwords, rescue  # slow import

        try:
            saved = rescue.show_faults(self._window, path, password)
        except PasswordNeeded as error:
            if typed := passwords.ask(self._window, path, error.text if password else ""):
                self.check_path(path, typed)
            return
        if saved:
            self._workspace.open(saved, password)


class ImportCommands(QObject):
    """Registrations and requests from spreadsheets."""

    done = Signal(str, str)
    """The sentence that says how much was imported, and the screen that shows it."""

    def __init__(self, window: QWidget, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self._window, self._workspace, self._runner = window, workspace, runner

    @command(N_("Import…"), "Ctrl+I", "upload", "&File", Needs.WRITING)
    def import_file(self, kind: str = "") -> None:
        """Ask for a file, or for filled forms, and show the wizard on them.

        kind: what the file holds, "" when that is not known.
        """
        from missionplanner.gui.imports.wizard import FILTER  # slow import

        folder = settings.read("import_folder") or str(self._workspace.store.path.parent)
        title = _("Spreadsheets") + f" ({FILTER})"
        chosen, _filter = QFileDialog.getOpenFileNames(self._window, _("Import"), folder, title)
        if chosen:
            first, *more = map(Path, chosen)
            settings.write("import_folder", str(first.parent))
            self.import_path(first, kind, more=more)

    @command(N_("Import from the clipboard…"), "Ctrl+Shift+V", "copy", "&File", Needs.WRITING)
    def paste_rows(self, kind: str = "") -> None:
        """Show the wizard on the rows copied from a spreadsheet. Raises UserError when there are none."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            raise UserError(
                _("There is nothing to paste."), _("Copy the rows with their headings in the spreadsheet first.")
            )
        self.import_path(Path(_("Clipboard")), kind, text)

    def import_path(self, path: Path, kind: str = "", pasted: str = "", more: Sequence[Path] = ()) -> None:
        """Show the wizard on a file or on rows that were pasted, or what was changed in a workbook exported here.

        more: filled forms that are read with the first one.
        """
        from missionplanner.gui.imports.kinds import in_words  # slow import
        from missionplanner.gui.imports.wizard import ImportWizard  # slow import
        from missionplanner.jobs.imports import own_workbook, read_back  # slow import

        if not pasted and not more and own_workbook.is_own(path):
            self._runner.start(read_back.analyse(path), self._show_changes)
            return
        wizard = ImportWizard(self._workspace, self._runner, path, kind, self._window, pasted)
        if more:
            wizard.read_along(more)
        wizard.imported.connect(lambda plan: self.done.emit(*in_words(plan)))
        wizard.analyse()
        wizard.exec()
        wizard.deleteLater()

    def _show_changes(self, found: "ReadBack") -> None:
        """Show what a workbook that comes back would change."""
        from missionplanner.gui.imports.read_back import ReadBackDialog  # slow import

        dialog = ReadBackDialog(self._workspace.store, found, self._window)
        dialog.imported.connect(self.done)
        dialog.exec()
        dialog.deleteLater()


class ClosingCommands(QObject):
    """The end of work. settle: stores what is typed on the screens; end: closes the window."""

    settled = Signal()
    """Everything that was typed is stored."""

    def __init__(self, workspace: Workspace, settle: Callable[[], bool], end: Callable[[], object]) -> None:
        super().__init__()
        self._workspace, self._settle, self._end = workspace, settle, end

    @command(N_("Save"), "Ctrl+S", "save", "&File", Needs.WRITING)
    def save(self) -> None:
        """Store what is being typed, and say that everything is stored.

        Raises UserError where something cannot be stored.
        """
        if (typed := QApplication.focusWidget()) is not None:
            typed.clearFocus()
            typed.setFocus()
        if self._settle():
            self.settled.emit()
            return
        text = _("What is typed cannot be stored as it is.")
        raise UserError(text, _("It stays as it is until you correct it, and is kept if the program ends."))

    @command(N_("Close the mission"), "Ctrl+W", "x", "&File")
    def close_mission(self) -> None:
        """Close the file and show the start page."""
        self._settle()
        self._workspace.close()

    @command(N_("Quit"), "Ctrl+Q", menu="&File", needs=Needs.NOTHING)
    def quit(self) -> None:
        """Close the window."""
        self._end()
