"""The dialog of the history: who changed what when; values and records are put back from it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.safety import history as file_history
from missionplanner.jobs.safety.history import Value
from missionplanner.store.history import Step
from missionplanner.store.store import Store


class HistoryDialog(QDialog):
    """Steps above, what the selected one changed below."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History"))
        open_with(self, 1060, 680)
        self._store = store
        self._steps: dict[int, Step] = {}
        self._values: list[Value] = []
        self.search = QLineEdit()
        as_search(self.search, _("A company, a person, a change or who made it"))
        self.steps = DataTable(
            TableModel(_step_columns(), lambda keys: [self._steps[key] for key in keys]), _("Changes")
        )
        self.values = DataTable(
            TableModel(_value_columns(), lambda keys: [self._values[key] for key in keys]), _("Values")
        )
        self.elsewhere = quiet_label()
        self._value = command_button(self.put_value_back, store)
        self._record = command_button(self.put_record_back, store)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.steps)
        splitter.addWidget(self.values)
        splitter.setSizes([330, 250])
        layout = QVBoxLayout(self)
        text = _(
            "Every change of this mission, newest first, also what others did and a merge brought. "
            "What you put back is a change of its own."
        )
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.search)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.elsewhere)
        layout.addLayout(self._buttons())
        self.search.textChanged.connect(self.refresh)
        self.steps.chosen.connect(self._on_step)
        self.values.chosen.connect(self._on_value)
        self.refresh()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self._value, self._record, command_button(self.export_csv, self._store)):
            row.addWidget(button)
        row.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        return row

    def refresh(self) -> None:
        """List the steps that are searched for."""
        found = file_history.steps(self._store, self.search.text())
        self._steps = {step.id: step for step in found}
        self.steps.rows.set_keys([step.id for step in found])
        self.steps.choose([step.id for step in found[:1]])
        self._on_step()

    @command(N_("Put this value back"), icon="undo-2", needs=Needs.WRITING, one=True)
    def put_value_back(self) -> None:
        """Put the selected value back as it was before the step."""
        self._put_back(whole=False)

    @command(N_("Put the whole record back"), icon="undo-2", needs=Needs.WRITING, one=True)
    def put_record_back(self) -> None:
        """Put the record of the selected value back as it was before the step."""
        self._put_back(whole=True)

    def _put_back(self, whole: bool) -> None:
        keys = self.values.chosen_keys()
        if not keys:
            return
        left_out: list[str] = []
        value = self._values[keys[0]]
        if alerts.attempt(self, lambda: left_out.append(file_history.put_back(self._store, value, whole))):
            self.refresh()
            if left_out[0]:
                alerts.tell(self, _("Put back"), left_out[0])

    def save_csv(self, target: Path) -> None:
        """Write the listed steps with the values they changed that are searched for."""
        file_history.save_csv(
            self._store, [self._steps[key] for key in self.steps.rows.keys], target, self.search.text()
        )

    def _on_step(self) -> None:
        keys = self.steps.chosen_keys()
        found = file_history.values(self._store, keys[0]) if keys else []
        self._values = file_history.wanted(found, self.search.text())
        step = self._steps.get(keys[0]) if keys else None
        self.elsewhere.setText(file_history.elsewhere(step) if step and not found else "")
        self.values.rows.set_keys(list(range(len(self._values))))
        self.values.choose([0] if self._values else [])
        self._on_value()

    def _on_value(self) -> None:
        keys = self.values.chosen_keys()
        value = self._values[keys[0]] if keys else None
        can = value is not None and value.change.before is not None and not self._store.read_only
        # A line about a whole record has no column, and no single value to put back.
        self._value.setEnabled(bool(can and value and value.column))
        self._record.setEnabled(bool(can))

    @command(N_("Export as csv…"), icon="download")
    def export_csv(self) -> None:
        """Ask for a file and write the listed steps into it."""
        word = _("History").lower()
        start = str(self._store.path.with_name(f"{self._store.path.stem} {word}.csv"))
        found = QFileDialog.getSaveFileName(self, _("Export as csv…"), start, "*.csv")[0]
        if found:
            self.save_csv(Path(found).with_suffix(".csv"))


def _step_columns() -> list[Column]:
    t = current()

    def when(step: Step) -> str:
        at = step.at.astimezone()
        return t.stamp(at)

    return [
        Column(_("When"), when, width=170),
        Column(_("Who"), lambda s: s.user, width=110),
        Column(_("What"), lambda s: s.label, width=420),
        Column(_("Records"), lambda s: t.number(sum(s.changes.values())), width=90, right=True),
    ]


def _value_columns() -> list[Column]:
    return [
        Column(_("Record"), lambda v: v.record, width=140),
        Column(_("About"), lambda v: v.about, width=230),
        Column(_("Field"), lambda v: v.field, width=150),
        Column(_("Before"), lambda v: v.before, width=230),
        Column(_("After"), lambda v: v.after, width=230),
    ]
