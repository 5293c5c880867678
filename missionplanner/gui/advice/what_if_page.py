"""The page of scenarios: numbers of companies, tables, slots, days, interpreters, and the figures with each."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.scenarios import Outlook
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.charts import BarChart, ChartBar
from missionplanner.gui.widgets.dialog_size import Scrolled
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.advice import what_if
from missionplanner.jobs.lists.printing import ShownList

CHARTS: dict[str, tuple[str, Callable[[Outlook], int], Callable[[Outlook], int]]] = {
    "meetings": (N_("Meetings"), lambda one: one.meetings, lambda one: one.meetings_bound),
    "per_company": (N_("Meetings of a company, on average"), lambda one: round(one.per_company), lambda _one: 0),
    "least": (N_("Meetings of the company with the fewest"), lambda one: one.least, lambda _one: 0),
    "must": (N_("Must-meets left"), lambda one: one.must_unplaced, lambda one: one.must_unplaced_bound),
    "days": (N_("Company-days"), lambda one: one.company_days, lambda one: one.company_days_bound),
    "peak": (N_("Tables in use at a time"), lambda one: one.peak_tables, lambda one: one.peak_tables_bound),
}
"""The figures that can be drawn: its name, its value, its bound (0 for none)."""


class WhatIfPage(QWidget):
    """A line of numbers to type, the table of what they lead to, and a chart of one figure."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self._workspace, self._runner = workspace, runner
        self._found: list[Outlook] = []
        self.numbers = {name: QLineEdit(clearButtonEnabled=True) for name in what_if.LABELS}
        self.try_button = make_button(_("Try them"), "play", primary=True)
        self.figure = ChoiceEdit([(name, _(label)) for name, (label, _value, _bound) in CHARTS.items()])
        self.chart = BarChart(_("Chart"))
        self.words = quiet_label()
        self._rows = QSplitter(Qt.Orientation.Vertical)
        self.table = self._table([])
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Say what this page answers, as long as nothing was tried."""
        if not self._found:
            self.words.setText(
                _("How many companies can be taken? Type 40, 60, 80 or 40-80/10; what is left empty stays as it is.")
            )

    def run(self) -> None:
        """Try every combination of the typed numbers."""
        alerts.attempt(self, self._start)

    def show_outlooks(self, found: list[Outlook]) -> None:
        """Show what was found."""
        self._found = found
        self.words.setText(what_if.answer(found))
        old, self.table = self.table, self._table(found)
        self._rows.replaceWidget(0, self.table)
        old.deleteLater()
        self._draw()
        # The table has what its lines need, at most half; the chart has the rest.
        lines = self.table.verticalHeader().defaultSectionSize() * (len(found) + 2)
        whole = sum(self._rows.sizes())
        high = min(lines + self.table.horizontalHeader().height(), whole // 2)
        self._rows.setSizes([high, whole - high])

    def shown_list(self) -> ShownList | None:
        """The table as it is shown."""
        if not self._found:
            return None
        listed = self.table.shown(_("What if"), self._workspace.mission_name)
        return replace(listed, headings=[" ".join(heading.split()) for heading in listed.headings])

    def _start(self) -> None:
        numbers = {name: what_if.numbers_in(line.text()) for name, line in self.numbers.items()}
        self._runner.start(what_if.try_scenarios(numbers), self.show_outlooks)

    def _build(self) -> None:
        row = WrappingRow()
        for name, line in self.numbers.items():
            line.returnPressed.connect(self.run)
            row.addWidget(_labelled(_(what_if.LABELS[name]), line, 160 if name == "companies" else 90))
        row.addWidget(self.try_button)
        self.figure.setAccessibleName(_("What is drawn"))
        drawn = QWidget()
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.figure)
        column.addWidget(Scrolled(self.chart), 1)
        self._rows.addWidget(self.table)
        self._rows.addWidget(drawn)
        self._rows.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.words)
        layout.addWidget(self._rows, 1)
        self.try_button.clicked.connect(self.run)
        self.figure.currentIndexChanged.connect(lambda _index: self._draw())

    def _table(self, found: Sequence[Outlook]) -> DataTable:
        headings = list(what_if.figures(found[0])) if found else [_("Meetings")]
        columns = [
            Column(_("Scenario"), lambda one: what_if.in_words(one.scenario), width=120, grows=True),
            Column(_("Companies"), lambda one: current().number(one.companies), width=90, right=True),
            *(_column(heading) for heading in headings),
        ]
        table = DataTable(plain_model(columns, found), _("What if"))
        if not found:
            text = _("Every combination of the numbers above becomes a line here, with the meetings it would have.")
            again = make_button(_("Try them"), "play")
            again.clicked.connect(self.run)
            EmptyTable(table, text, again)
        return table

    def _draw(self) -> None:
        _label, value, bound = CHARTS[self.figure.value]
        bars = [
            ChartBar(what_if.in_words(one.scenario), value(one), limit=bound(one) if bound(one) != value(one) else 0)
            for one in self._found
        ]
        self.chart.show_bars(bars)


def _labelled(text: str, line: QLineEdit, width: int) -> QWidget:
    """Return a line with its label, which stay together where the row wraps."""
    label = Label(text)
    label.setBuddy(line)
    line.setAccessibleName(text)
    line.setFixedWidth(width)
    found = QWidget()
    row = QHBoxLayout(found)
    row.setContentsMargins(0, 0, 8, 0)
    row.addWidget(label)
    row.addWidget(line)
    return found


def _column(heading: str) -> Column:
    """Return the column of a figure; its heading has a word a line at first, so that all stand side by side."""
    return Column(heading.replace(" ", "\n", 1), lambda one: what_if.figures(one)[heading], width=76, right=True)
