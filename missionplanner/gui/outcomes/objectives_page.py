"""Objectives companies agreed on in advance, each with what is reached of it today; each act one step."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.companies import Company
from missionplanner.domain.intents import NO_INTENTS, IntentList
from missionplanner.domain.objectives import CountedAs, Objective, ReachedObjective
from missionplanner.domain.relationships import Stage
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.field_checks import bounded, needed
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import objectives
from missionplanner.jobs.relationships.report import report_on
from missionplanner.store.store import Store


class ObjectivesPage(QWidget):
    """A line an objective, by company."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._names: dict[int, str] = {}
        self._found: dict[int, ReachedObjective] = {}
        self._intents: IntentList = NO_INTENTS
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._found[key] for key in keys]),
            _("Objectives agreed in advance"),
            kept="outcomes.objectives",
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show the objectives with what is reached of them today."""
        chosen = self.table.chosen_keys()
        report = report_on(self._workspace.store, date.today())  # noqa: DTZ011 (the day of this computer)
        self._names = {key: company.name for key, company in report.known.companies.items()}
        self._intents = report.intents
        self._found = {one.objective.id: one for one in report.objectives}
        keys = sorted(self._found, key=lambda key: (self._company(self._found[key]).casefold(), key))
        self.table.rows.set_keys(keys)
        self.table.choose([key for key in chosen if key in self._found])
        met = sum(one.is_met for one in report.objectives)
        text = _("{n} of {m} objectives reached").format(n=met, m=len(report.objectives))
        self.summary.setText(text if report.objectives else "")

    def shown_list(self) -> ShownList:
        """The objectives as they are listed."""
        return self.table.shown(_("Objectives agreed in advance"), self._workspace.mission_name)

    @command(N_("Add an objective…"), "Ctrl+Return", "plus", needs=Needs.WRITING)
    def add(self) -> None:
        """Enter an objective of a company."""
        chosen = [self._found[key].objective.company_id for key in self.table.chosen_keys()]
        ask_objective(self, self._workspace.store, None, chosen[0] if chosen else 0)

    @command(N_("Edit the objective…"), icon="settings", needs=Needs.WRITING, takes=Takes.SOME)
    def edit(self) -> None:
        """Change the chosen objective."""
        if keys := self.table.chosen_keys():
            ask_objective(self, self._workspace.store, self._found[keys[0]].objective)

    @command(N_("Delete objectives"), icon="trash-2", needs=Needs.WRITING, takes=Takes.SOME)
    def remove(self) -> None:
        """Delete the chosen objectives."""
        if keys := self.table.chosen_keys():
            objectives.remove(self._workspace.store, keys)

    def _company(self, one: ReachedObjective) -> str:
        return self._names.get(one.objective.company_id, "")

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        store = self._workspace.store
        layout.addWidget(self.table, 1)
        text = _("What companies want to reach stands here: how many of what, and what counts for it.")
        self._empty = EmptyTable(self.table, text, command_button(self.add, store, takes_keys=False))
        row = WrappingRow()
        row.addWidget(command_button(self.add, store, primary=True))
        buttons = [command_button(method, store, takes_keys=False) for method in (self.edit, self.remove)]
        for button in buttons:
            row.addWidget(button)
        follow_rows(self.table, buttons)
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.table.activated_row.connect(lambda _row: self.edit())

    def _columns(self) -> list[Column]:
        def number(value: float | None) -> str:
            return "" if value is None else current().number(value)

        def colour(one: ReachedObjective) -> str:
            return colours().good if one.is_met else colours().text

        return [
            Column(_("Company"), self._company, width=190, grows=True),
            Column(_("Objective"), lambda one: one.objective.what, width=200, grows=True),
            Column(
                _("What counts"), lambda one: objectives.counted_words(one.objective, self._intents), width=240,
                grows=True,
            ),
            Column(_("Agreed"), lambda one: number(one.objective.number), width=100, right=True),
            Column(_("Unit"), lambda one: one.objective.unit, width=110),
            Column(_("Reached"), lambda one: number(one.reached), width=100, right=True, colour=colour),
        ]  # fmt: skip


def ask_objective(parent: QWidget, store: Store, known: Objective | None, company: int = 0) -> None:
    """Ask for an objective, a new one without `known`, and store it; company: whose a new one is."""
    companies = store.all(Company)
    values = _values(known, next((one.name for one in companies if one.id == company), ""))
    dialog = RecordDialog(known.what if known else _("New objective"), _fields(store, companies, known), values, parent)

    def keep() -> None:
        texts = {name: str(value or "") for name, value in dialog.form.values().items()}
        before = known
        if before is None:
            key = find_company(companies, texts.pop("company")).id
            before = Objective(company_id=key, what=texts["what"])
        objectives.enter(store, objectives.with_texts(store, before, texts))

    while dialog.exec():
        if alerts.attempt(dialog, keep):
            break
    dialog.deleteLater()


def _values(known: Objective | None, company: str) -> dict[str, Any]:
    shown = known or Objective(company_id=0, what="")
    values: dict[str, Any] = {name: getattr(shown, name) for name in ("what", "unit", "intent")}
    values |= {"counts": shown.counts.value, "stage": shown.stage.value, "company": company}
    values["number"] = f"{shown.number:g}"
    values["reached"] = "" if shown.reached is None else f"{shown.reached:g}"
    return values


def _fields(store: Store, companies: list[Company], known: Objective | None) -> list[FormField]:
    intents = intents_of(store)
    language = current().language
    whose = [FormField("company", _("Company"), choices=[(0, one.name) for one in companies], check=needed)]
    fields = [
        *([] if known else whose),
        FormField("what", _("Objective"), check=needed, hint=_("Such as: qualified distributors.")),
        FormField("number", _("Number"), check=needed),
        FormField("unit", _("Unit"), hint=_("Of values the currency.")),
        FormField("counts", _("What counts"), "choice", [(one.value, one.label) for one in CountedAs]),
        FormField("stage", _("From this stage on"), "choice", [(stage.value, stage.label) for stage in Stage]),
        FormField(
            "intent",
            _("With this intent"),
            "choice",
            [("", _("Any")), *((code, intents.name(code, language)) for code in intents.codes)],
        ),
        FormField("reached", _("Reached"), hint=_("Where the number is entered by hand.")),
    ]
    return bounded(Objective, fields)
