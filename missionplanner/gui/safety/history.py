"""The dialog of the history: who changed what when; values and records are put back from it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts, places
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.date_lines import DayReader
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.gui.widgets.written_files import show_file
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.safety import history as file_history
from missionplanner.jobs.safety.history import Value
from missionplanner.jobs.safety.history_span import SPANS, Span, between, named
from missionplanner.jobs.wording import Words
from missionplanner.store.history import Step
from missionplanner.store.store import Store
from missionplanner.user import shown_name, user_name

_FROM_TO = "from_to"
"""The choice of two days in place of a span with a name."""


class HistoryDialog(Dialog):
    """Steps above, what the selected one changed below."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History"))
        open_with(self, 1060, 680)
        self._store = store
        self._steps: dict[int, Step] = {}
        self._named: dict[int, str] = {}
        self._values: list[Value] = []
        self.search = QLineEdit()
        as_search(self.search, _("A company, a person, a change or who made it"))
        self.span = ChoiceEdit([*((name, _(text)) for name, text in SPANS.items()), (_FROM_TO, _("From … to …"))])
        self.span.setAccessibleName(_("Time"))
        self.first, self.last = TypedLine(DayReader()), TypedLine(DayReader())
        self._words = Words(store)
        self.steps = DataTable(
            TableModel(_step_columns(self._whom), lambda keys: [self._steps[key] for key in keys]),
            _("Changes"),
            kept="history.steps",
        )
        self.values = DataTable(
            TableModel(_value_columns(), lambda keys: [self._values[key] for key in keys]),
            _("Values"),
            kept="history.values",
        )
        self.number, self.elsewhere = quiet_label(), quiet_label()
        self._value = command_button(self.put_value_back, store)
        self._record = command_button(self.put_record_back, store)
        self._go = command_button(self.go_to_record, store)
        self._build()
        self.search.textChanged.connect(self.refresh)
        self.span.currentIndexChanged.connect(lambda _index: self.refresh())
        for line in (self.first, self.last):
            line.edited.connect(self.refresh)
        self.steps.chosen.connect(self._on_step)
        self.values.chosen.connect(self._on_value)
        self.values.activated_row.connect(lambda _row: self.go_to_record())
        self.refresh()

    def _build(self) -> None:
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
        layout.addLayout(self._conditions())
        layout.addWidget(self.number)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.elsewhere)
        layout.addLayout(self._buttons())

    def _conditions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.span)
        row.addWidget(command_button(self.since_yesterday, self._store))
        for line, name in ((self.first, _("From")), (self.last, _("To"))):
            line.line.setAccessibleName(name)
            line.line.setPlaceholderText(name)
            row.addWidget(line)
        return row

    def show_span(self, name: str) -> None:
        """Show the changes of a span of SPANS."""
        self.span.choose(name)

    @command(N_("Since yesterday"), "F5", "clock")
    def since_yesterday(self) -> None:
        """Show the changes since yesterday."""
        self.show_span("yesterday")

    def _wanted_span(self) -> Span:
        now = datetime.now().astimezone()
        if self.span.value == _FROM_TO:
            return between(self.first.value, self.last.value, now)
        return named(self.span.value, self._store.steps.history(2000), shown_name(user_name()), now)

    def _whom(self, step: Step) -> str:
        """The names of those a step is about, read when it is shown."""
        if step.id not in self._named:
            self._named[step.id] = file_history.whom_in_words(self._store, step, self._words)
        return self._named[step.id]

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self._value, self._record, self._go, command_button(self.export_csv, self._store)):
            row.addWidget(button)
        row.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        return row

    def refresh(self) -> None:
        """List the steps that are searched for."""
        for line in (self.first, self.last):
            line.setVisible(self.span.value == _FROM_TO)
        self._words, self._named = Words(self._store), {}
        found = file_history.steps(self._store, self.search.text(), span=self._wanted_span())
        self.number.setText(count("{n} change", "{n} changes", len(found)))
        self._steps = {step.id: step for step in found}
        self.steps.rows.set_keys([step.id for step in found])
        self.steps.choose([step.id for step in found[:1]])
        self._on_step()

    @command(N_("Put this value back"), icon="undo-2", needs=Needs.WRITING, takes=Takes.ONE)
    def put_value_back(self) -> None:
        """Put the selected value back as it was before the step."""
        self._put_back(whole=False)

    @command(N_("Put the whole record back"), icon="undo-2", needs=Needs.WRITING, takes=Takes.ONE)
    def put_record_back(self) -> None:
        """Put the record of the selected value back as it was before the step."""
        self._put_back(whole=True)

    @command(N_("Go to the record"), icon="eye", takes=Takes.ONE)
    def go_to_record(self) -> None:
        """Show the page of the record of the selected value, or of the one it belongs to."""
        keys = self.values.chosen_keys()
        if keys and (page := file_history.page_of(self._store, self._values[keys[0]])):
            places.go_to(self, *page)

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
        self._go.setEnabled(value is not None and file_history.page_of(self._store, value) is not None)

    @command(N_("Export as csv…"), icon="download")
    def export_csv(self) -> None:
        """Ask for a file and write the listed steps into it."""
        word = _("History").lower()
        start = str(self._store.path.with_name(f"{self._store.path.stem} {word}.csv"))
        found = QFileDialog.getSaveFileName(self, _("Export as csv…"), start, "*.csv")[0]
        if found:
            target = Path(found).with_suffix(".csv")
            self.save_csv(target)
            show_file(self, self._store, target)


def _step_columns(whom: Callable[[Step], str]) -> list[Column]:
    t = current()

    def when(step: Step) -> str:
        at = step.at.astimezone()
        return t.stamp(at)

    return [
        Column(_("When"), when, width=170),
        Column(_("Who"), lambda s: s.user, width=110),
        Column(_("What"), lambda s: s.label, width=330, grows=True),
        Column(_("Of whom"), whom, width=260, grows=True),
        Column(_("Records"), lambda s: t.number(sum(s.changes.values())), width=90, right=True),
    ]


def _value_columns() -> list[Column]:
    return [
        Column(_("Record"), lambda v: v.record, width=140),
        Column(_("About"), lambda v: v.about, width=230, grows=True),
        Column(_("Field"), lambda v: v.field, width=150),
        Column(_("Before"), lambda v: v.before, width=230, grows=True),
        Column(_("After"), lambda v: v.after, width=230, grows=True),
    ]
