"""The page of milestones above, and of the tasks counted from them below; templates taken and written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.programme.milestone_kinds import milestone_kind, task_kind
from missionplanner.gui.programme.record_editor import RecordEditor, RecordKind
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.i18n import N_, _
from missionplanner.jobs.milestones import calendar_file, templates
from missionplanner.store.store import Store

TABLES = frozenset(("milestones", "tasks", "missions"))
"""The tables it shows."""
Writer = Callable[[Store, Path], None]


class MilestonesPage(QWidget):
    """Milestones and tasks; each act is one step."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.milestones = RecordEditor(milestone_kind(store), store, "settings.milestones")
        self.tasks = RecordEditor(self._task_kind(), store, "settings.tasks")
        for method in (self.take_usual, self.take_file, self.save_template, self.save_calendar):
            self.tasks.add_button(command_button(method, store, takes_keys=False))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for part in (self.milestones, self.tasks):
            split.addWidget(part)
        split.setSizes([150, 350])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.refresh()

    def refresh(self) -> None:
        """Read milestones and tasks again."""
        self.milestones.show_kind(milestone_kind(self._store))
        self.tasks.show_kind(self._task_kind())

    def _task_kind(self) -> RecordKind:
        return task_kind(self._store, date.today())  # noqa: DTZ011

    @command(N_("Take the usual plan"), icon="list", needs=Needs.WRITING)
    def take_usual(self) -> None:
        """Add the tasks of the plan that comes with the program."""
        self.take(templates.USUAL)

    @command(N_("Take a template…"), icon="download", needs=Needs.WRITING)
    def take_file(self) -> None:
        """Add the tasks of a template."""
        kinds = _("Spreadsheets") + " (*.csv *.xlsx *.ods)"
        chosen = QFileDialog.getOpenFileName(self, _("Take a template"), str(Path.home()), kinds)[0]
        if chosen:
            self.take(chosen)

    def take(self, source: str) -> None:
        """Add what a template has and the mission has not, and say so."""
        try:
            alerts.tell(self, templates.take(self._store, source).sentence)
        except UserError as error:
            alerts.show_error(self, error)

    @command(N_("Save as a template…"), icon="save")
    def save_template(self) -> None:
        """Write the plan as a template."""
        self._save(_("Save as a template"), "plan.csv", templates.write)

    @command(N_("Write a calendar…"), icon="calendar-plus")
    def save_calendar(self) -> None:
        """Write milestones and open tasks as a calendar."""
        self._save(_("Write a calendar"), "plan.ics", calendar_file.write)

    def _save(self, title: str, name: str, write: Writer) -> None:
        start = str(self._store.path.with_name(name))
        chosen = QFileDialog.getSaveFileName(self, title, start, f"*{Path(name).suffix}")[0]
        if chosen:
            try:
                write(self._store, Path(chosen))
            except UserError as error:
                alerts.show_error(self, error)
