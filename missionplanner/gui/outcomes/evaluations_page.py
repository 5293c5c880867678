"""Evaluation forms of the packs: typed a line a form, read from a table, and summed; each act one step."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.companies import Company
from missionplanner.domain.evaluations import BOXES, FORM_STATEMENTS, Evaluation, StatementSum, summed
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import evaluations
from missionplanner.jobs.typed_dates import typed_day


class EvaluationsPage(QWidget):
    """A line a statement with its sums, a line a form, and a field into which forms are typed one after the other."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._sums: list[StatementSum] = []
        self._forms: dict[int, Evaluation] = {}
        self._names: dict[int, str] = {}
        self.form, self.day = QLineEdit(), QLineEdit()
        self.sums = DataTable(
            TableModel(_sum_columns(), lambda keys: [self._sums[key] for key in keys]),
            _("Evaluation of the mission"),
            kept="outcomes.evaluation_sums",
        )
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._forms[key] for key in keys]),
            _("Filled forms"),
            kept="outcomes.evaluations",
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show the forms as they are now, the newest first."""
        store = self._workspace.store
        found = store.all(Evaluation)
        self._names = store.column(Company, "name")
        self._forms = {one.id: one for one in found}
        self._sums = summed(found)
        self.sums.rows.set_keys(list(range(len(self._sums))))
        self.table.rows.set_keys(sorted(self._forms, reverse=True))
        self.form.setReadOnly(store.read_only)
        self.summary.setText(count("{n} form", "{n} forms", len(found)))

    def shown_list(self) -> ShownList:
        """The sums of the statements."""
        return self.sums.shown(_("Evaluation of the mission"), self._workspace.mission_name)

    @command(N_("Add the form"), "Ctrl+Return", "plus", needs=Needs.WRITING)
    def add(self) -> None:
        """Store the form that is typed, and have the next one typed."""
        store = self._workspace.store
        try:
            evaluations.enter(store, evaluations.typed(store, self.form.text(), self._day()))
        except UserError as error:
            self.summary.setText(f"{error.text} {error.hint}".strip())
            return
        self.form.clear()
        self.form.setFocus()

    @command(N_("Read a table…"), icon="upload", needs=Needs.WRITING)
    def read(self) -> None:
        """Read forms from the table of a web form; what cannot be read is said."""
        store = self._workspace.store
        chosen = QFileDialog.getOpenFileName(self, _("Evaluation forms"), str(store.path.parent))[0]
        if not chosen:
            return
        try:
            found = evaluations.read(store, Path(chosen), self._day())
        except UserError as error:
            alerts.show_error(self, error)
            return
        said = "\n".join(found.problems[:_MOST])
        if found.new:
            take = _("Take {n}").format(n=len(found.new))
            alerts.tell(self, found.sentence, said, [(take, lambda: evaluations.take(store, found))])
        else:
            alerts.tell(self, found.sentence, said)

    @command(N_("Delete forms"), icon="trash-2", needs=Needs.WRITING, takes=Takes.SOME)
    def remove(self) -> None:
        """Delete the chosen forms."""
        if keys := self.table.chosen_keys():
            evaluations.remove(self._workspace.store, keys)

    def _day(self) -> date:
        """Return the day that is typed, today without one; raises UserError for what is none."""
        return typed_day(self.day.text()) or date.today()  # noqa: DTZ011 (the day of this computer)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        store = self._workspace.store
        row = WrappingRow()
        for line, label, example in (
            (self.form, _("Filled form"), _("4 5 3 - 5 Company; comment")),
            (self.day, _("Filled on"), _("today")),
        ):
            named = Label(label)
            named.setBuddy(line)
            line.setAccessibleName(label)
            line.setPlaceholderText(example)
            row.addWidget(named)
            row.addWidget(line, int(line is self.form))
        row.addWidget(command_button(self.add, store, primary=True))
        layout.addLayout(row)
        text = _("The marks in the order of the form, a dash where nothing is ticked, then the company and a comment.")
        layout.addWidget(quiet_label(text))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.sums)
        split.addWidget(self.table)
        split.setSizes([220, 280])
        layout.addWidget(split, 1)
        text = _("Filled forms stand here, as they are typed above or read from a table.")
        self._empty = EmptyTable(self.table, text, command_button(self.read, store, takes_keys=False))
        row = WrappingRow()
        buttons = [command_button(method, store, takes_keys=False) for method in (self.read, self.remove)]
        for button in buttons:
            row.addWidget(button)
        follow_rows(self.table, buttons)
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.form.returnPressed.connect(self.add)

    def _columns(self) -> list[Column]:
        def mark(name: str) -> Column:
            return Column(_(_SHORT[name]), lambda one: str(getattr(one, name) or ""), width=100, right=True)

        return [
            Column(_("Company"), lambda one: self._names.get(one.company_id or 0, ""), width=200, grows=True),
            Column(_("Filled on"), lambda one: current().date(one.given_on, "medium"), width=130),
            *map(mark, FORM_STATEMENTS),
            Column(_("Comment"), lambda one: one.comment, width=220, grows=True),
        ]


_SHORT = {
    "meetings": N_("Meetings"), "programme": N_("Programme"), "pack": N_("Briefing pack"),
    "organisation": N_("Organisation"), "again": N_("Would take part again"),
}  # fmt: skip
"""The statements as headings of columns."""
_MOST = 20
"""So many rows that cannot be read are named."""


def _sum_columns() -> list[Column]:
    def box(number: int) -> Column:
        return Column(str(number), lambda one: str(one.by_mark[number - 1]), width=60, right=True)

    def mean(one: StatementSum) -> str:
        return "" if one.mean is None else current().number(round(one.mean, 2))

    return [
        Column(_("Statement"), lambda one: _(FORM_STATEMENTS[one.name]), width=380, grows=True),
        *map(box, BOXES),
        Column(_("Answers"), lambda one: str(one.answers), width=90, right=True),
        Column(_("Mean"), mean, width=80, right=True),
    ]
