"""What the commands of the window do with files: new, open, import, export, copy."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from missionplanner.errors import Cancelled, DamagedFile, PasswordNeeded, UserError
from missionplanner.gui.companies.duplicates import DuplicatesDialog
from missionplanner.gui.imports.wizard import FILTER, ImportWizard
from missionplanner.gui.runner import Runner
from missionplanner.gui.safety import passwords, rescue
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs.companies import duplicates as merging
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.lists import printing
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.programme import new_mission
from missionplanner.paths import safe_name

MISSION_FILTER = "*.mission"


class FileCommands:
    """The commands of the File menu."""

    def __init__(self, window: QWidget, workspace: Workspace, runner: Runner) -> None:
        self._window, self._workspace, self._runner = window, workspace, runner

    def new_mission(self, example: bool = False) -> None:
        """Ask for a mission and a place, make the file and open it."""
        dialog = NewMissionDialog(example, self._window)
        if not dialog.exec():
            return
        name = dialog.example or dialog.wanted.mission.name
        path = self.ask_path(
            _("Where the mission is kept"), Path.home() / f"{name}.mission", _("Missions"), MISSION_FILTER
        )
        if path:
            self.make_mission(path, dialog)

    def make_mission(self, path: Path, dialog: NewMissionDialog) -> None:
        """Make the file the dialog asks for and open it."""
        path = path if path.suffix == ".mission" else path.with_name(f"{path.name}.mission")
        if dialog.example:
            store = new_mission.from_example(path, dialog.example)
        else:
            store = new_mission.create(path, dialog.wanted)
        self._workspace.take(store)

    def open_mission(self) -> None:
        """Ask for a mission file and open it."""
        title = _("Missions") + f" ({MISSION_FILTER})"
        chosen, _filter = QFileDialog.getOpenFileName(self._window, _("Open a mission"), str(Path.home()), title)
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path, password: str = "") -> None:
        """Open a mission file; ask for its password, or what to do about a damaged one."""
        try:
            self._workspace.open(path, password)
        except PasswordNeeded as error:
            if typed := passwords.ask(self._window, path, error.text if password else ""):
                self.open_path(path, typed)
        except DamagedFile as error:
            if found := rescue.offer(self._window, path, error, password):
                self._workspace.open(found, password)

    def import_file(self, kind: Any = None, path: Path | None = None) -> None:
        """Ask for a file and show the wizard on it."""
        if path is None:
            title = _("Spreadsheets") + f" ({FILTER})"
            chosen, _filter = QFileDialog.getOpenFileName(
                self._window, _("Import"), str(self._workspace.store.path.parent), title
            )
            if not chosen:
                return
            path = Path(chosen)
        self._show_wizard(path, str(kind or ""), "")

    def paste_rows(self, kind: Any = None) -> None:
        """Show the wizard on the rows copied from a spreadsheet."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            raise UserError(
                _("There is nothing to paste."), _("Copy the rows with their headings in the spreadsheet first.")
            )
        self._show_wizard(Path(_("Clipboard")), str(kind or ""), text)

    def _show_wizard(self, path: Path, kind: str, pasted: str) -> None:
        wizard = ImportWizard(self._workspace, self._runner, path, kind, self._window, pasted)
        wizard.analyse()
        wizard.exec()
        wizard.deleteLater()

    def find_duplicates(self) -> None:
        """Look for companies entered twice and show them side by side."""
        self._runner.start(merging.suspected(), self._show_duplicates)

    def _show_duplicates(self, found: list[merging.Suspicion]) -> None:
        if not found:
            alerts.tell(self._window, _("No company looks as if it were entered twice."))
            return
        dialog = DuplicatesDialog(self._workspace.store, found, self._window)
        dialog.exec()
        dialog.deleteLater()

    def save_list(self, shown: ShownList | None, patterns: str) -> None:
        """Ask for a name and write the list that is shown: as PDF to be printed, or as a spreadsheet."""
        if shown is None:
            raise UserError(_("This screen has no list."), _("Go to one that has, such as Companies."))
        ending = patterns.split()[0].removeprefix("*")
        start = self._workspace.store.path.with_name(f"{safe_name(shown.title)}{ending}")
        path = self.ask_path(
            _("Print this list") if ending == ".pdf" else _("Export this list"), start, shown.title, patterns
        )
        if path:
            path = path if path.suffix else path.with_suffix(ending)
            self._runner.start(printing.save(shown, path), self._open_saved)

    def _open_saved(self, path: Path) -> None:
        if path.suffix == ".pdf":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            alerts.tell(self._window, _("Exported."), str(path))

    def export_file(self) -> None:
        """Ask for a name and write a workbook of everything, or the companies as csv."""
        start = self._workspace.store.path.with_suffix(".xlsx")
        path = self.ask_path(_("Export"), start, _("Workbook or csv"), "*.xlsx *.csv")
        if path:
            job = exports.export(path, sensitive=self._wants_sensitive())
            self._runner.start(job, lambda made: alerts.tell(self._window, _("Exported."), str(made)))

    def _wants_sensitive(self) -> bool:
        """Whether passports, dietary and access needs and emergency contacts go along; the usual answer is no."""
        text = _("Export passports, dietary and access needs and emergency contacts as well?")
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window, _("Sensitive data"), text, buttons.Yes | buttons.No | buttons.Cancel, buttons.No
        )
        if answer == buttons.Cancel:
            raise Cancelled
        return bool(answer == buttons.Yes)

    def save_copy(self) -> None:
        """Ask for a name and copy the mission file there."""
        store = self._workspace.store
        path = self.ask_path(
            _("Save a copy"), store.path.with_stem(f"{store.path.stem} copy"), _("Missions"), MISSION_FILTER
        )
        if path:
            store.backup(path)
            alerts.tell(self._window, _("A copy was saved."), str(path))

    def ask_path(self, title: str, start: Path, kind: str, pattern: str) -> Path | None:
        """A name for a file to be written, or None."""
        chosen, _filter = QFileDialog.getSaveFileName(self._window, title, str(start), f"{kind} ({pattern})")
        return Path(chosen) if chosen else None
