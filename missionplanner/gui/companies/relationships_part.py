"""The relationships of a company: with whom, how far they got, and what is to be done next."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui.widgets import places
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _, current
from missionplanner.jobs.relationships import lines
from missionplanner.jobs.relationships.lines import DueState, RelationshipLine
from missionplanner.store.store import Store


class RelationshipsPart(QWidget):
    """A row a relationship; Enter opens its page."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store, self._key = store, 0
        self._rows: list[RelationshipLine] = []
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._rows[key] for key in keys]),
            _("Relationships"),
            kept="companies.relationships",
        )
        self.nothing = quiet_label(_("It has no relationships yet."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.nothing)
        self.table.activated_row.connect(lambda row: places.go_to(self, "relationships", self._rows[row].key))

    def show_company(self, company_id: int) -> None:
        """Show the relationships of a company as they are now, and stay in the row one was in."""
        chosen = self.table.chosen_keys()[:1] if company_id == self._key else []
        self._key = company_id
        today = date.today()  # noqa: DTZ011
        self._rows = [one for one in lines.lines(self._store, today) if company_id in one.relationship.pair]
        self.table.rows.set_keys(list(range(len(self._rows))))
        self.table.choose(chosen or [0])
        self.nothing.setVisible(not self._rows)

    def _partner(self, line: RelationshipLine) -> str:
        return line.names[line.relationship.pair[0] == self._key]

    def _columns(self) -> list[Column]:
        return [
            Column(_("Company"), self._partner, width=110, grows=True),
            Column(_("Stage"), lambda line: line.said_stage.label if line.said_stage else "", width=110),
            Column(_("Due"), _due, width=106, colour=_colour),
            Column(_("Value"), lambda line: line.value, width=96, right=True),
            Column(_("Next step"), lambda line: line.next_step, width=90, grows=True),
            Column(_("Owner"), lambda line: line.relationship.owner, width=70),
        ]


def _due(line: RelationshipLine) -> str:
    return current().date(line.relationship.due, "medium") if line.relationship.due else ""


def _colour(line: RelationshipLine) -> str:
    return colours().bad if line.due_state is DueState.OVERDUE else ""
