"""The wizard that brings a file in: what it is, what its columns mean, what it would change."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.changes import Verdict
from missionplanner.domain.companies import Side
from missionplanner.gui import alerts
from missionplanner.gui.form import ChoiceEdit
from missionplanner.gui.runner import Runner
from missionplanner.gui.screen import make_button, quiet_label
from missionplanner.gui.table import Column, Table, TableModel
from missionplanner.gui.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs import import_companies, import_requests
from missionplanner.jobs.import_companies import ImportOptions, ImportPlan
from missionplanner.jobs.import_requests import RequestPlan

FILTER = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"
VERDICT_LABELS = {
    Verdict.NEW: N_("New"),
    Verdict.CHANGED: N_("Changed"),
    Verdict.SAME: N_("Same"),
    Verdict.DUPLICATE: N_("Duplicate"),
    Verdict.REJECTED: N_("Rejected"),
}
_KINDS = (
    ("delegation", N_("Companies of the delegation")),
    ("counterpart", N_("Companies of the host country")),
    ("requests", N_("Meeting requests")),
)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the preview: companies and requests alike."""

    number: int
    verdict: Verdict
    name: str
    text: str


class ImportWizard(QDialog):
    """One window: the file and its kind above, the preview below, the columns on demand."""

    imported = Signal(object)

    def __init__(
        self, workspace: Workspace, runner: Runner, path: Path, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {name}").format(name=path.name))
        self.resize(1040, 660)
        self._workspace, self._runner, self._path = workspace, runner, path
        self.plan: ImportPlan | RequestPlan | None = None
        self._rows: list[PreviewRow] = []
        self._mapping: dict[str, str] = {}
        self.kind, self.sheet, self.duplicates, self.shown = QComboBox(), QComboBox(), QComboBox(), ChoiceEdit()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.table = Table(TableModel(_columns(), lambda keys: [self._rows[key] for key in keys]), _("Preview"))
        self.mapping = QTableWidget(0, 3)
        self._pages = QStackedWidget()
        self._build(kind)

    def analyse(self) -> None:
        """Work out what importing the file would do, as it is set now."""
        self.accept_button.setEnabled(False)
        self.plan = None
        self._runner.cancel()
        self.summary.setText(_("Reading {name}").format(name=self._path.name))
        if self.kind.currentData() == "requests":
            self._runner.start(import_requests.analyse(self._path, self._sheet()), self._on_analysed)
            return
        options = ImportOptions(
            self._path, Side(self.kind.currentData()), self._sheet(), dict(self._mapping), self.duplicates.currentData()
        )
        self._runner.start(import_companies.analyse(options), self._on_analysed)

    def accept(self) -> None:
        """Write the import as one step."""
        if isinstance(self.plan, ImportPlan):
            import_companies.accept(self._workspace.store, self.plan)
        elif self.plan:
            import_requests.accept(self._workspace.store, self.plan)
        self.imported.emit(self.plan)
        super().accept()

    def save_rejects(self) -> None:
        """Save the rejected rows with their reasons as a file."""
        word = _("rejected")
        name = str(self._path.with_name(f"{self._path.stem} {word}.csv"))
        target, _filter = QFileDialog.getSaveFileName(self, _("Save the rejected rows"), name, "CSV (*.csv)")
        if target and self.plan:
            job = import_companies if isinstance(self.plan, ImportPlan) else import_requests
            saved = job.save_rejects(self.plan, Path(target))
            alerts.tell(self, count("{n} row was saved.", "{n} rows were saved.", saved), target)

    def _build(self, kind: str) -> None:
        for value, label in _KINDS:
            self.kind.addItem(_(label), value)
        self.kind.setCurrentIndex(max(self.kind.findData(kind or _guess_kind(self._path)), 0))
        for value, label in (
            ("merge", _("Merge into one company")),
            ("skip", _("Keep the first row")),
            ("add", _("Add both")),
        ):
            self.duplicates.addItem(label, value)
        self.shown.offer([(None, _("All rows")), *((verdict, _(label)) for verdict, label in VERDICT_LABELS.items())])
        layout = QVBoxLayout(self)
        layout.addLayout(self._choices())
        layout.addWidget(self.summary)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._mapping_page())
        layout.addWidget(self._pages, 1)
        layout.addLayout(self._buttons())
        self._runner.failed.connect(self._on_failed)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for label, combo in (
            (_("The file holds"), self.kind), (_("Sheet"), self.sheet),
            (_("Rows about one company"), self.duplicates), (_("Show"), self.shown),
        ):  # fmt: skip
            caption = quiet_label(label)
            caption.setWordWrap(False)
            caption.setBuddy(combo)
            combo.setAccessibleName(label)
            row.addWidget(caption)
            row.addWidget(combo)
        row.addStretch()
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.sheet.activated.connect(lambda _index: self._on_sheet_chosen())
        self.duplicates.currentIndexChanged.connect(lambda _index: self.analyse())
        self.shown.currentIndexChanged.connect(lambda _index: self._list())
        return row

    def _mapping_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(quiet_label(_("What each column of the file means. Correct what was guessed wrongly.")))
        self.mapping.setHorizontalHeaderLabels([_("Column in the file"), _("Example"), _("Is imported as")])
        self.mapping.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.mapping.verticalHeader().setVisible(False)
        self.mapping.verticalHeader().setDefaultSectionSize(36)
        self.mapping.setAccessibleName(_("Columns"))
        layout.addWidget(self.mapping)
        return page

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.columns_button = make_button(_("Columns…"), "table-2")
        self.columns_button.setCheckable(True)
        self.rejects_button = make_button(_("Save the rejected rows…"), "save")
        cancel = make_button(_("Cancel"))
        self.accept_button = make_button(_("Import"), "check", primary=True)
        self.accept_button.setDefault(True)
        row.addWidget(self.columns_button)
        row.addWidget(self.rejects_button)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        self.columns_button.toggled.connect(lambda on: self._pages.setCurrentIndex(1 if on else 0))
        self.rejects_button.clicked.connect(self.save_rejects)
        cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        return row

    def _sheet(self) -> str:
        return self.sheet.currentText() if self.sheet.count() > 1 else ""

    def _on_kind_chosen(self) -> None:
        self._mapping = {}
        requests = self.kind.currentData() == "requests"
        self.duplicates.setEnabled(not requests)
        self.columns_button.setChecked(False)
        self.columns_button.setEnabled(not requests)
        self.analyse()

    def _on_sheet_chosen(self) -> None:
        self._mapping = {}
        self.analyse()

    def _on_failed(self, _error: BaseException) -> None:
        self.summary.setText(_("This file cannot be imported this way."))

    def _on_analysed(self, plan: ImportPlan | RequestPlan) -> None:
        self.plan = plan
        if isinstance(plan, ImportPlan):
            self._rows = [_company_row(row) for row in plan.rows]
            self._offer_sheets(plan)
            self._show_mapping(plan)
        else:
            self._rows = [
                PreviewRow(r.number, r.verdict, f"{r.asker} → {r.wanted}", " ".join(i.text for i in r.issues))
                for r in plan.rows
            ]
        self._list()
        numbers = {verdict: plan.count(verdict) for verdict in Verdict}
        parts = [f"{_(VERDICT_LABELS[verdict])}: {number}" for verdict, number in numbers.items() if number]
        text = count("{n} row", "{n} rows", len(plan.rows)) + ":  " + "  ·  ".join(parts)
        if isinstance(plan, ImportPlan) and plan.not_imported:
            text += "\n" + _("Columns not imported: {columns}").format(columns=", ".join(plan.not_imported))
        self.summary.setText(text)
        self.rejects_button.setEnabled(numbers[Verdict.REJECTED] > 0)
        self.accept_button.setEnabled(numbers[Verdict.NEW] + numbers[Verdict.CHANGED] > 0)

    def _offer_sheets(self, plan: ImportPlan) -> None:
        self.sheet.blockSignals(True)
        self.sheet.clear()
        self.sheet.addItems(list(plan.sheets))
        self.sheet.setCurrentText(plan.table.sheet)
        self.sheet.blockSignals(False)

    def _show_mapping(self, plan: ImportPlan) -> None:
        columns = [column for column in plan.table.columns if column.heading.strip()]
        self.mapping.setRowCount(len(columns))
        for row, column in enumerate(columns):
            cells = (r.cells[column.index].strip() for r in plan.table.rows if column.index < len(r.cells))
            texts = (column.heading.strip(), next((cell for cell in cells if cell), ""))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.mapping.setItem(row, place, item)
            self.mapping.setCellWidget(row, 2, self._target(column.heading.strip(), column.target))

    def _target(self, heading: str, target: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(heading)
        combo.addItem(_("(not imported)"), "")
        for name, label in import_companies.targets():
            combo.addItem(label, name)
        if target and combo.findData(target) < 0:
            combo.addItem(target, target)
        combo.setCurrentIndex(combo.findData(target))
        combo.activated.connect(lambda _index: self._on_target_chosen(heading, combo.currentData()))
        return combo

    def _on_target_chosen(self, heading: str, target: str) -> None:
        self._mapping[heading] = target
        self.analyse()

    def _list(self) -> None:
        wanted = self.shown.value
        keys = [place for place, row in enumerate(self._rows) if wanted is None or row.verdict is wanted]
        self.table.rows.set_keys(keys)


def _company_row(row: import_companies.RowResult) -> PreviewRow:
    texts = dict.fromkeys([row.text, *(issue.text for issue in row.issues)])
    return PreviewRow(row.number, row.verdict, row.name, " ".join(text for text in texts if text))


def _columns() -> list[Column]:
    def colour(row: PreviewRow) -> str:
        c = colours()
        return {Verdict.NEW: c.good, Verdict.CHANGED: c.accent, Verdict.REJECTED: c.bad, Verdict.DUPLICATE: c.warn}.get(
            row.verdict, c.quiet
        )

    return [
        Column(_("Row"), lambda row: str(row.number), width=60, right=True),
        Column(_("Result"), lambda row: _(VERDICT_LABELS[row.verdict]), width=100, colour=colour),
        Column(_("Name"), lambda row: row.name, width=330),
        Column(_("What there is to say"), lambda row: row.text, width=460),
    ]


def _guess_kind(path: Path) -> str:
    """What a file most likely holds, by its name."""
    name = path.stem.casefold()
    if any(word in name for word in ("request", "demande", "solicitud", "wish")):
        return "requests"
    if any(word in name for word in ("contraparte", "counterpart", "homologue", "host", "mexic")):
        return "counterpart"
    return "delegation"
