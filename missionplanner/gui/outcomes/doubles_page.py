"""Deals that may be told by two: suggested, and decided by a person."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.deals import Double, Telling, doubles
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import entering
from missionplanner.jobs.relationships.registering import KnownRegister, registered


class DoublesPage(QWidget):
    """A line a suggestion, the surest first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._known: KnownRegister | None = None
        self._found: list[Double] = []
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._found[key] for key in keys]),
            _("Told twice"),
            kept="outcomes.doubles",
        )
        self.summary = quiet_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        text = _("What both sides tell is suggested here as one deal, by companies, day and value; you decide.")
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.table, 1)
        row = WrappingRow()
        acts = (
            command_button(self.same, workspace.store, primary=True),
            command_button(self.different, workspace.store),
        )
        for button in acts:
            row.addWidget(button)
        follow_rows(self.table, acts)
        row.addWidget(self.summary, 1)
        layout.addLayout(row)

    def refresh(self) -> None:
        """Show what may be told twice."""
        self._known = registered(self._workspace.store)
        self._found = sorted(doubles(self._known.register), key=lambda one: one.cost)
        self.table.rows.set_keys(list(range(len(self._found))))
        n = len(self._found)
        self.summary.setText(count("{n} deal may be told twice.", "{n} deals may be told twice.", n))

    def shown_list(self) -> ShownList:
        """The suggestions as they are listed."""
        return self.table.shown(_("Told twice"), self._workspace.mission_name)

    @command(N_("The same deal"), "Ctrl+Return", "check", needs=Needs.WRITING, takes=Takes.SOME)
    def same(self) -> None:
        """Decide that the chosen ones are one deal each, from today on."""
        self._decide(True)

    @command(N_("Different deals"), icon="x", needs=Needs.WRITING, takes=Takes.SOME)
    def different(self) -> None:
        """Decide that the chosen ones are different deals, from today on."""
        self._decide(False)

    def _decide(self, is_same: bool) -> None:
        today = date.today()  # noqa: DTZ011 (the day of this computer)
        chosen = [self._found[key] for key in self.table.chosen_keys()]
        if not chosen:
            alerts.tell(self, _("Choose a deal in the list."))
        else:
            pairs = [(one.one.key, one.other.key, today) for one in chosen]
            entering.decide(self._workspace.store, pairs, is_same)

    def _columns(self) -> list[Column]:
        def told(telling: Telling) -> str:
            newest = telling.newest
            who = self._known.name(newest.teller_id) if self._known else ""
            amount = f"{current().number(newest.value or 0)} {newest.currency}".strip()
            return _("{company}: {about}, {amount}").format(company=who, about=newest.about or "–", amount=amount)

        def days(one: Double) -> str:
            made = [t.newest.since or t.newest.told_on for t in (one.one, one.other)]
            return " / ".join(current().date(day, "short") for day in made)

        return [
            Column(_("One says"), lambda one: told(one.one), width=380, grows=True),
            Column(_("Another says"), lambda one: told(one.other), width=380, grows=True),
            Column(_("Made on"), days, width=215),
        ]
