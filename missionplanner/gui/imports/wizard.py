"""The wizard that brings a file in: what it is, what its columns mean, what it would change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Side
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.imports import kinds
from missionplanner.gui.imports.analyses import Analyses
from missionplanner.gui.imports.kinds import Plan
from missionplanner.gui.imports.new_sectors import NewSectors
from missionplanner.gui.imports.pages import WizardPages
from missionplanner.gui.imports.preview import (
    ROW_OUTCOME_LABELS,
    PreviewRow,
    columns,
    filter_options,
    is_shown,
    preview_rows,
)
from missionplanner.gui.imports.row_review import RowReviewPane
from missionplanner.gui.imports.unknown_name import UnknownNamePane
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button, make_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.number_line import NumberReader
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import DataTable, TableModel
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.imports.reading import ALL_SHEETS, FilePlan, ImportOptions
from missionplanner.jobs.imports.remark_groups import RemarkGroup, grouped

FILTER = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt"
_ON_DUPLICATE = (
    ("merge", N_("Merge into one company")),
    ("skip", N_("Keep the first row")),
    ("add", N_("Add both")),
)


class ImportWizard(Dialog):
    """One window: the file and its kind above, the preview below, the columns on demand."""

    imported = Signal(object)
    """The plan that was written."""

    def __init__(
        self,
        workspace: Workspace,
        runner: Runner,
        path: Path,
        kind: str = "",
        parent: QWidget | None = None,
        pasted: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {name}").format(name=path.name))
        open_with(self, 1080, 700)
        self._workspace, self._runner, self._path, self._pasted = workspace, runner, path, pasted
        self._analyses = Analyses(runner)
        self.plan: Plan | None = None
        self._is_done = False
        self._rows: list[PreviewRow] = []
        self._chosen = ImportOptions(path, Side.DELEGATION, pasted=pasted)
        self.kind, self.sheet, self.duplicates, self.shown = ComboBox(), ComboBox(), ComboBox(), ChoiceEdit()
        self.encoding = ChoiceEdit()
        self.header = TypedLine(NumberReader())
        self.summary = Label()
        self.summary.setWordWrap(True)
        model = TableModel(columns(), lambda keys: [self._rows[key] for key in keys])
        self.table = DataTable(model, _("Preview"), kept="imports")
        self.review = RowReviewPane(workspace.store)
        self.resolve = UnknownNamePane(workspace.store)
        self.new_sectors = NewSectors(workspace.store)
        self._preview = QSplitter(Qt.Orientation.Vertical)
        self.pages = WizardPages(self._preview)
        self._build(kind)

    def read_along(self, more: Sequence[Path]) -> None:
        """Read further filled forms with the first one."""
        self._chosen = replace(self._chosen, more=tuple(more))
        self.setWindowTitle(_title_of(1 + len(more)))

    def analyse(self) -> None:
        """Work out what importing the file would do with the present choices."""
        self.accept_button.setEnabled(False)
        self.plan = None
        self.summary.setText(_("Reading {name}").format(name=self._path.name))
        options = replace(
            self._chosen,
            sheet=self._sheet(),
            on_duplicate=self.duplicates.currentData(),
            encoding=self.encoding.value or "",
            named=dict(self.resolve.answers),
            sectors=self.new_sectors.wanted,
        )
        first, whole = kinds.looks(self.kind.currentData(), options)
        self._analyses.start([*((job, self._on_first_rows) for job in first), (whole, self._on_analysed)])

    def decide(self, targets: Mapping[int, str]) -> None:
        """Import columns (by their place from 0) as these fields."""
        self._chosen = replace(self._chosen, decided={**self._chosen.decided, **targets})
        self.analyse()

    def answer(self, row: int, same: bool | None, taken: frozenset[str]) -> None:
        """Decide about a row: whether it is the company it looks like, and in which fields the file is right."""
        answers = dict(self._chosen.answers)
        if same is not None:
            answers[row] = same
        self._chosen = replace(self._chosen, answers=answers, take={**self._chosen.take, row: taken})
        self.analyse()

    @command(N_("Guess the columns anew"), needs=Needs.WRITING)
    def guess_afresh(self) -> None:
        """Guess the columns although the same form was imported before."""
        self._chosen = replace(self._chosen, afresh=True, decided={})
        self.analyse()

    @command(N_("Import"), icon="check", needs=Needs.WRITING)
    def accept(self) -> None:
        """Write the import as one step."""
        if self.plan:
            kinds.accept(self._workspace.store, self.plan)
        self.imported.emit(self.plan)
        super().accept()

    @command(N_("Save the rejected rows…"), icon="save", needs=Needs.WRITING)
    def save_rejects(self) -> None:
        """Save the rejected rows with their reasons as a file."""
        word = _("rejected")
        name = str(self._path.with_name(f"{self._path.stem} {word}.csv"))
        target, _filter = QFileDialog.getSaveFileName(self, _("Save the rejected rows"), name, "CSV (*.csv)")
        if target and self.plan:
            saved = kinds.save_rejected(self.plan, Path(target))
            text = count("{n} row was saved.", "{n} rows were saved.", saved)
            tell_written(self, self._workspace.store, text, (), Path(target))

    def reject(self) -> None:
        """Go back from the columns to the preview, as Esc does, or close without importing."""
        if self.pages.button.isChecked():
            self.pages.button.setChecked(False)
        else:
            self.leave()

    def leave(self) -> None:
        """Close without importing; what was read and decided is not thrown away without asking."""
        decided = self._chosen.decided or self._chosen.answers or self._chosen.take or self.resolve.answers
        is_read = self.plan is not None and self.accept_button.isEnabled()
        if not (decided or is_read) or _may_leave(self, self._path.name):
            super().reject()

    def done(self, result: int) -> None:
        """Close the dialog and cancel what is still being analysed."""
        self._is_done = True
        self._analyses.cancel()
        super().done(result)

    def _build(self, kind: str) -> None:
        for value, label in kinds.KINDS:
            self.kind.addItem(_(label), value)
        self.kind.setCurrentIndex(
            max(self.kind.findData(kind or kinds.guess_kind(self._path, self._workspace.store.mission)), 0)
        )
        for value, label in _ON_DUPLICATE:
            self.duplicates.addItem(_(label), value)
        _size_up(self.header, self.shown, (self.sheet, self.shown, self.encoding))
        self.encoding.offer([("", _("found"))])
        layout = QVBoxLayout(self)
        of_file = ((_("Headings in row"), self.header), (_("Encoding"), self.encoding))
        layout.addLayout(_labelled_row([(_("The file holds"), self.kind), (_("Sheet"), self.sheet), *of_file]))
        layout.addLayout(_labelled_row(((_("Rows about one company"), self.duplicates), (_("Show"), self.shown))))
        for widget in (self.summary, self.new_sectors):
            layout.addWidget(widget)
        for part in (self.table, self.review, self.resolve):
            self._preview.addWidget(part)
        self._preview.setSizes([360, 240, 150])
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._buttons())
        self._enable_choices()
        self._connect()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.sheet.activated.connect(lambda _index: self._start_over())
        self.header.left.connect(self._on_header_chosen)
        self.encoding.activated.connect(lambda _index: self.analyse())
        self.duplicates.currentIndexChanged.connect(lambda _index: self.analyse())
        self.shown.activated.connect(lambda _index: self._list())
        self.table.chosen.connect(self._on_row_chosen)
        self.pages.mapping.decided.connect(self.decide)
        # Enter on the columns leads to the preview, and imports only there.
        self.pages.button.toggled.connect(self.pages.button.setDefault)
        self.pages.button.toggled.connect(lambda on: self.accept_button.setDefault(not on))
        self.pages.button.toggled.connect(lambda on: None if on else self.accept_button.setFocus())
        self.review.answered.connect(self.answer)
        self.resolve.answered.connect(self.analyse)
        self.new_sectors.answered.connect(self.analyse)
        self._runner.failed.connect(self._on_failed)

    def _buttons(self) -> WrappingRow:
        row = WrappingRow()
        self.afresh_button = command_button(self.guess_afresh, self._workspace.store)
        self.rejects_button = command_button(self.save_rejects, self._workspace.store)
        cancel = make_button(_("Cancel"))
        self.accept_button = command_button(self.accept, self._workspace.store, primary=True)
        self.accept_button.setAutoDefault(True)
        self.accept_button.setDefault(True)
        for button in (self.pages.button, self.afresh_button, self.rejects_button):
            row.addWidget(button)
        row.addStretch()
        for button in (cancel, self.accept_button):
            row.addWidget(button)
        cancel.clicked.connect(self.leave)
        return row

    def _sheet(self) -> str:
        return self.sheet.currentData() if self.sheet.count() > 1 else ""

    def _enable_choices(self) -> None:
        """Leave out the choices that are not for the kind."""
        kind = self.kind.currentData()
        for widget in (self.pages.button, self.header, self.encoding):
            widget.setEnabled(kinds.has_columns(kind))
        self.duplicates.setEnabled(kinds.has_companies(kind))

    def _on_kind_chosen(self) -> None:
        self._enable_choices()
        self.pages.button.setChecked(False)
        self._start_over()

    def _start_over(self) -> None:
        """Read the file anew, without the decisions, which were about another table."""
        self.pages.start_over()
        self.new_sectors.start_over()
        self._chosen = replace(self._chosen, decided={}, answers={}, take={}, header=self.header.value or 0)
        self.analyse()

    def _on_header_chosen(self) -> None:
        if not self.header.problem and (self.header.value or 0) != self._chosen.header:
            self._start_over()

    def _on_failed(self, _error: BaseException) -> None:
        self._analyses.cancel()
        if not self._is_done:
            self.summary.setText(_("This file cannot be imported this way."))

    def _on_analysed(self, plan: Plan) -> None:
        if self._is_done:
            return
        self.plan = plan
        self._show(plan)
        self._show_summary(plan)

    def _on_first_rows(self, plan: Plan) -> None:
        """Show the first rows of a long file while the others are read."""
        if not self._is_done:
            self._show(plan)
            self.summary.setText(_("The first {n} rows. The others are being read…").format(n=len(plan.rows)))

    def _show(self, plan: Plan) -> None:
        self._rows = preview_rows(plan)
        _offer_sheets(self.sheet, plan)
        if isinstance(plan, FilePlan):
            _offer_encodings(self.encoding, plan)
            self.pages.show_plan(plan)
        _offer_results(self.shown, self._rows)
        chosen = self.table.currentIndex().row()
        self._list()
        if 0 <= chosen < self.table.rows.rowCount():
            self.table.selectRow(chosen)

    def _show_summary(self, plan: Plan) -> None:
        numbers = {outcome: plan.count(outcome) for outcome in RowOutcome}
        self.summary.setText(_summary(plan, self._rows))
        self.new_sectors.show_plan(plan)
        self.afresh_button.setVisible(isinstance(plan, FilePlan) and plan.remembered)
        self.rejects_button.setEnabled(numbers[RowOutcome.REJECTED] > 0)
        self.accept_button.setEnabled(numbers[RowOutcome.NEW] + numbers[RowOutcome.CHANGED] > 0)

    def _list(self) -> None:
        wanted = self.shown.value
        self.table.rows.set_keys([place for place, row in enumerate(self._rows) if is_shown(row, wanted)])
        self._on_row_chosen()

    def _on_row_chosen(self) -> None:
        keys = self.table.chosen_keys()
        row = self._rows[keys[0]] if len(keys) == 1 else None
        self.resolve.show_names(row.unknown if row else ())
        taken = self._chosen.take.get(row.number, frozenset()) if row else frozenset()
        self.review.show_row(self.plan, row.decided if row else None, taken)


def _size_up(header: TypedLine, shown: ChoiceEdit, combos: Sequence[QComboBox]) -> None:
    """Give the choices above the preview the room they need."""
    header.line.setPlaceholderText(_("found"))
    header.line.setMinimumWidth(96)
    for combo in combos:
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    shown.setMinimumContentsLength(18)


def _title_of(forms: int) -> str:
    name = count("{n} filled form", "{n} filled forms", forms)
    return _("Import {name}").format(name=name)


def _offer_sheets(combo: QComboBox, plan: Plan) -> None:
    """Offer the sheets of a file; the one of the plan is chosen."""
    combo.blockSignals(True)
    combo.clear()
    for name in plan.sheets:
        combo.addItem(_("All sheets like it") if name == ALL_SHEETS else name, name)
    combo.setCurrentIndex(combo.findData(plan.table.sheet))
    combo.blockSignals(False)


def _offer_encodings(combo: ChoiceEdit, plan: FilePlan[Any]) -> None:
    """Offer the encodings of a file, where there is a doubt."""
    chosen = combo.value
    combo.offer([("", _("found")), *((code, _ENCODINGS.get(code, code)) for code in plan.encodings)])
    combo.choose(chosen)
    combo.setEnabled(bool(plan.encodings))


def _offer_results(combo: ChoiceEdit, rows: list[PreviewRow]) -> None:
    """Offer the results there are, each with its number."""
    chosen = combo.value
    combo.offer(filter_options(rows))
    combo.choose(chosen)


def _may_leave(wizard: QWidget, name: str) -> bool:
    text = _("Close without importing {name}?").format(name=name)
    return alerts.confirm(wizard, text, _("Nothing of the file is in the mission yet."), _("Close"), _("Go on here"))


_ENCODINGS = {"cp1252": "Windows", "mac_roman": "Mac", "cp850": "DOS"}


def _labelled_row(wanted: Sequence[tuple[str, QWidget]]) -> WrappingRow:
    """Return a row of editors, each behind its label."""
    row = WrappingRow()
    for label, editor in wanted:
        caption = quiet_label(label)
        caption.setWordWrap(False)
        caption.setBuddy(editor)
        editor.setAccessibleName(label)
        row.addWidget(caption)
        row.addWidget(editor)
    return row


_MOST_FINDINGS = 4
"""Findings about the file that are listed above its rows."""


def _summary(plan: Plan, rows: Sequence[PreviewRow]) -> str:
    """Return how many rows have each outcome, and what is to be known of the columns."""
    outcomes = [*map(_, ROW_OUTCOME_LABELS.values()), _("Further person")]
    numbers = Counter(row.label for row in rows)
    said = _("{field}: {value}")
    parts = [said.format(field=label, value=current().number(numbers[label])) for label in outcomes if numbers[label]]
    text = "  ·  ".join((count("{n} row", "{n} rows", len(plan.rows)), *parts))
    if isinstance(plan, FilePlan) and plan.remembered:
        text += "\n" + _("This form was brought in before: its columns are taken as they were then.")
    if plan.findings:
        text += "\n" + "\n".join(issue.text for issue in plan.findings[:_MOST_FINDINGS])
    text += "".join(f"\n{group.text}" for group in _repeated(plan))
    if plan.not_imported:
        text += "\n" + _("Columns not imported: {columns}").format(columns=", ".join(plan.not_imported))
    return text


def _repeated(plan: Plan) -> list[RemarkGroup]:
    """Return the remarks that are on most rows."""
    found = grouped(issue for row in plan.rows for issue in row.issues)
    return sorted((one for one in found if len(one.rows) > 1), key=lambda one: -len(one.rows))[:_MOST_FINDINGS]
