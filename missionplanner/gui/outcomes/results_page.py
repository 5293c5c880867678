"""The results on a day, as an auditor counts them: sums by how far deals can be believed, and every deal."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.results import DealStanding, Result
from missionplanner.errors import UserError
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships.registering import rates_of
from missionplanner.jobs.relationships.report import HonestReport, report_on
from missionplanner.jobs.typed_dates import typed_day

_STANDINGS = tuple(DealStanding)


class ResultsPage(QWidget):
    """A line a standing with its sums, and below a line a deal of the chosen standing, or of all."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
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
            day = typed_day(self.day.text()) or date.today()  # noqa: DTZ011 (the day of this computer)
            currency = self.currency.text().strip().upper()
            rates = rates_of(currency, self.rates.text().replace(";", " ").split()) if currency else None
        except UserError as error:
            self.summary.setText(f"{error.text} {error.hint}")
            return
        self._report = report_on(self._workspace.store, day, currency, rates)
        self.sums.rows.set_keys(list(range(len(_STANDINGS))))
        self._list()

    def shown_list(self) -> ShownList:
        """The deals as they are listed."""
        return self.table.shown(_("Deals"), self._workspace.store.mission.name)

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
        layout.addWidget(self.summary)
        self.sums.selectionModel().selectionChanged.connect(lambda *_what: self._list())

    def _list(self) -> None:
        if self._report is None:
            return
        wanted = {_STANDINGS[key] for key in self.sums.chosen_keys()} or set(_STANDINGS)
        self._deals = [one for one in self._report.results.deals if one.standing in wanted]
        self.table.rows.set_keys(list(range(len(self._deals))))
        careless = _("Every telling counted, as a careless report would: {sum}").format(
            sum=current().number(round(self._report.results.every_row))
        )
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
            return ", ".join(part for part in (one.proof.reference, day, one.proof.verified_by) if part)

        return [
            Column(_("Companies"), names, width=300, grows=True),
            Column(_("Standing"), lambda one: one.standing.label, width=230),
            Column(_("Lower telling"), lambda one: current().number(round(one.lower)), width=130, right=True),
            Column(_("Higher telling"), lambda one: current().number(round(one.higher)), width=130, right=True),
            Column(_("Jobs"), lambda one: str(one.jobs or ""), width=70, right=True),
            Column(_("Told by"), tellers, width=240, grows=True),
            Column(_("Evidence"), evidence, width=260, grows=True),
        ]
