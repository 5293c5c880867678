"""What the commands of the window do with files: new, open, import, export, copy."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.gui import alerts
from missionplanner.gui.imports.wizard import FILTER, ImportWizard
from missionplanner.gui.runner import Runner
from missionplanner.gui.start.dialog import NewMissionDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs import export as exports
from missionplanner.jobs import new_mission

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
            self._workspace.open(Path(chosen))

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
        wizard = ImportWizard(self._workspace, self._runner, path, str(kind or ""), self._window)
        wizard.analyse()
        wizard.exec()
        wizard.deleteLater()

    def export_file(self) -> None:
        """Ask for a name and write a workbook of everything, or the companies as csv."""
        start = self._workspace.store.path.with_suffix(".xlsx")
        path = self.ask_path(_("Export"), start, _("Workbook or csv"), "*.xlsx *.csv")
        if path:
            self._runner.start(exports.export(path), lambda made: alerts.tell(self._window, _("Exported."), str(made)))

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
