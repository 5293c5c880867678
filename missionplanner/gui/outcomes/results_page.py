"""The results on a day, as an auditor counts them: sums by how far deals can be believed, and every deal."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.results import DealStanding, Result
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.evidence import show_proof
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.widgets.written_files import show_file
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import report_papers, targets
from missionplanner.jobs.relationships.registering import rates_of
from missionplanner.jobs.relationships.report import HonestReport, report_on
from missionplanner.jobs.relationships.report_papers import ReportWanted
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.paths import safe_name
from missionplanner.user import shown_name

_STANDINGS = tuple(DealStanding)
_AROUND = 34
"""Pixels around the text of a line."""


class ResultsPage(QWidget):
    """A line a standing with its sums, and below a line a deal of the chosen standing, or of all."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self._workspace, self._runner = workspace, runner
        self._report: HonestReport | None = None
        self._deals: list[Result] = []
        self.day, self.currency, self.rates = QLineEdit(), QLineEdit(), QLineEdit()
        self.sums = DataTable(
            TableModel(self._sum_columns(), lambda keys: [_STANDINGS[key] for key in keys]),
            _("Results"),
            kept="outcomes.results",
        )
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._deals[key] for key in keys]),
            _("Deals"),
            kept="outcomes.deals",
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show the results of the day that is typed."""
        try:
            day, currency, rates = self._typed()
        except UserError as error:
            self.summary.setText(f"{error.text} {error.hint}")
            return
        self._report = report_on(self._workspace.store, day, currency, rates)
        self.sums.rows.set_keys(list(range(len(_STANDINGS))))
        self._list()

    def shown_list(self) -> ShownList:
        """The deals as they are listed."""
        return self.table.shown(_("Deals"), self._workspace.mission_name)

    @command(N_("Save this report…"), icon="save")
    def save_report(self) -> None:
        """Write the report of the day: as PDF with charts, or as a workbook; beside an earlier mission on demand."""
        choices = [(False, _("With nothing")), (True, _("With an earlier mission, whose file is asked for"))]
        wanted = ask(_("Report"), [FormField("against", _("Compared"), "choice", choices)], {"against": False}, self)
        if wanted is None or self._report is None:
            return
        start = self._workspace.store.path
        earlier = (
            QFileDialog.getOpenFileName(self, _("Earlier mission"), str(start.parent), "*.mission")[0]
            if wanted["against"]
            else ""
        )
        if wanted["against"] and not earlier:
            return
        name = safe_name(_("Results of {mission}").format(mission=self._workspace.mission_name))
        kinds = "PDF, xlsx (*.pdf *.xlsx)"
        chosen = QFileDialog.getSaveFileName(self, _("Report"), str(start.with_name(f"{name}.pdf")), kinds)[0]
        if chosen:
            target = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".pdf")
            day, currency, rates = self._typed()
            order = ReportWanted(target, day, currency, rates, Path(earlier) if earlier else None)
            self._runner.start(report_papers.write(order), self._on_saved)

    @command(N_("Targets…"), icon="star", needs=Needs.WRITING)
    def set_targets(self) -> None:
        """Edit how many relationships are to be how far on which milestone."""
        store = self._workspace.store
        columns = [(0, _("Milestone")), (0, _("Counted by")), (0, _("Which")), (0, _("Stage")), (0, _("Number"))]
        hint = _("Counted by: all relationships, sector, province or state, or intent.")
        fields = [FormField("rows", _("Targets"), "rows", columns, hint=hint, lines=8)]
        dialog = RecordDialog(_("Targets"), fields, {"rows": targets.rows_of(store)}, self)
        while dialog.exec():
            if alerts.attempt(dialog, lambda: targets.enter(store, dialog.form.values()["rows"])):
                break
        dialog.deleteLater()

    @command(N_("Show the evidence…"), icon="eye", takes=Takes.SOME)
    def show_evidence(self) -> None:
        """Show what proves the chosen deal: who saw it, when and how, and the file where it is kept."""
        keys = self.table.chosen_keys()
        proof = self._deals[keys[0]].proof if keys else None
        if proof is None:
            alerts.tell(self, _("Choose a deal that is verified."))
            return
        show_proof(self, self._workspace.store, proof)

    def _on_saved(self, path: Path) -> None:
        show_file(self, self._workspace.store, path)

    def _typed(self) -> tuple[date, str, dict[str, float] | None]:
        """Return the day, the currency and the rates that are typed; raises UserError for what is none."""
        day = typed_day(self.day.text()) or date.today()  # noqa: DTZ011 (the day of this computer)
        currency = self.currency.text().strip().upper()
        return day, currency, rates_of(currency, self.rates.text().replace(";", " ").split()) if currency else None

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        row = WrappingRow()
        for line, label, example in (
            (self.day, _("Day"), _("today")),
            (self.currency, _("Sums in"), "CAD"),
            (self.rates, _("Rates"), "USD=1.37 MXN=0.075"),
        ):
            named = Label(label)
            named.setBuddy(line)
            line.setAccessibleName(label)
            line.setPlaceholderText(example)
            line.setMinimumWidth(line.fontMetrics().horizontalAdvance(example) + _AROUND)
            line.editingFinished.connect(self.refresh)
            row.addWidget(named)
            row.addWidget(line)
        layout.addLayout(row)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.sums)
        split.addWidget(self.table)
        split.setSizes([200, 300])
        layout.addWidget(split, 1)
        row = WrappingRow()
        store = self._workspace.store
        row.addWidget(command_button(self.save_report, store, primary=True, takes_keys=False))
        acts = [command_button(method, store, takes_keys=False) for method in (self.show_evidence, self.set_targets)]
        for button in acts:
            row.addWidget(button)
        follow_rows(self.table, acts)
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.sums.selectionModel().selectionChanged.connect(lambda *_what: self._list())

    def _list(self) -> None:
        if self._report is None:
            return
        wanted = {_STANDINGS[key] for key in self.sums.chosen_keys()} or set(_STANDINGS)
        self._deals = [one for one in self._report.results.deals if one.standing in wanted]
        self.table.rows.set_keys(list(range(len(self._deals))))
        self.table.share_room()
        careless = _("Every telling counted, as a careless report would: {sum}").format(
            sum=current().number(round(self._report.results.every_row))
        )
        met = sum(one.is_met for one in self._report.targets)
        if self._report.targets:
            reached = _("{n} of {m} targets reached").format(n=met, m=len(self._report.targets))
            careless = f"{reached} · {careless}"
        if not self._report.currency and len(self._report.currencies) > 1:
            mixed = _("{currencies} are added as they are written: type a currency and the rates.")
            careless = f"{mixed.format(currencies=', '.join(self._report.currencies))} {careless}"
        n = len(self._report.results.unknown)
        text = count("{n} claim has a currency without a rate.", "{n} claims have currencies without a rate.", n)
        self.summary.setText(f"{careless}. {text}" if n else careless)

    def _sum_columns(self) -> list[Column]:
        def sums(one: DealStanding) -> tuple[int, float, float]:
            return self._report.sums()[one] if self._report else (0, 0.0, 0.0)

        def amount(value: float) -> str:
            return current().number(round(value))

        good = (DealStanding.VERIFIED, DealStanding.BOTH)
        return [
            Column(
                _("Deals that are"), lambda one: one.label, width=300, grows=True,
                colour=lambda one: colours().good if one in good else colours().text,
            ),
            Column(_("Deals"), lambda one: amount(sums(one)[0]), width=90, right=True),
            Column(_("Lower telling"), lambda one: amount(sums(one)[1]), width=160, right=True),
            Column(_("Higher telling"), lambda one: amount(sums(one)[2]), width=160, right=True),
        ]  # fmt: skip

    def _columns(self) -> list[Column]:
        def names(one: Result) -> str:
            return " – ".join(self._report.known.name(key) for key in one.pair) if self._report else ""

        def tellers(one: Result) -> str:
            told = [telling.newest.teller_id for telling in one.deal.tellings]
            return ", ".join(self._report.known.name(key) for key in told) if self._report else ""

        def evidence(one: Result) -> str:
            if one.proof is None:
                return ""
            day = current().date(one.proof.verified_on, "medium")
            return ", ".join(part for part in (one.proof.reference, day, shown_name(one.proof.verified_by)) if part)

        return [
            Column(_("Companies"), names, width=180, grows=True),
            Column(_("Standing"), lambda one: one.standing.label, width=140, grows=True),
            Column(_("Lower telling"), lambda one: current().number(round(one.lower)), width=130, right=True),
            Column(_("Higher telling"), lambda one: current().number(round(one.higher)), width=130, right=True),
            Column(_("Jobs"), lambda one: str(one.jobs or ""), width=70, right=True),
            Column(_("Told by"), tellers, width=110, grows=True),
            Column(_("Evidence"), evidence, width=110, grows=True),
        ]
