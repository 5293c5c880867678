"""Fair shares: the requests and meetings of every company against the least and the most it should have."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from missionplanner.domain.balances import STATES, Balance, balances, limits
from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.spelling import fold
from missionplanner.gui.commands import Takes, command
from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.lists.printing import ShownList


class FairSharesPage(RequestsPage):
    """A line a company; those with too few come first."""

    suggested = Signal(int)
    """The key of a company suggestions are wanted for."""
    opened = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._rows: dict[int, Balance] = {}
        self.text = QLineEdit(clearButtonEnabled=True)
        self.side, self.state = ComboBox(), ComboBox()
        self.table = DataTable(
            TableModel(_columns(), lambda keys: [self._rows[k] for k in keys]),
            _("Fair shares"),
            kept="requests.fair_shares",
        )
        self._sort, self._descending = self.table.sorted_by("state")
        self.count_label = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Count again."""
        self._rows = {one.company.id: one for one in balances(self.workspace.snapshot())}
        self._list()

    def shown_list(self) -> ShownList:
        """The companies as they are listed."""
        shown = f"{self.workspace.mission_name}  ·  {self.side.currentText()}"
        return self.table.shown(_("Fair shares"), shown)

    def _build(self) -> None:
        as_search(self.text, _("Search in names"))
        for side, label in SIDE_LABELS.items():
            self.side.addItem(_(label), side.value)
        self.state.addItem(_("Every state"), "")
        for state, label in STATES.items():
            self.state.addItem(_(label), state)
        suggest = command_button(self.suggest, self.workspace.store)
        follow_rows(self.table, [suggest])
        row = WrappingRow()
        row.addWidget(self.text, 1)
        for combo, name in ((self.side, _("Side")), (self.state, _("State"))):
            combo.setAccessibleName(name)
            combo.currentIndexChanged.connect(lambda _index: self._list())
            row.addWidget(combo)
        row.addWidget(suggest)
        self.layout_.addLayout(row)
        self.layout_.addWidget(self.table, 1)
        self.layout_.addWidget(self.count_label)
        self.text.textChanged.connect(lambda _text: self._list())
        self.table.sort_asked.connect(self._on_sort_asked)
        self.table.activated_row.connect(lambda row: self.opened.emit(self.table.rows.key(row)))

    @command(N_("Suggestions for it"), icon="sparkles", takes=Takes.SOME)
    def suggest(self) -> None:
        """Ask for suggestions for the first selected company."""
        if keys := self.table.chosen_keys():
            self.suggested.emit(keys[0])

    def _on_sort_asked(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._list()

    def _list(self) -> None:
        words = fold(self.text.text()).split()
        rows = [
            one
            for one in self._rows.values()
            if self.side.currentData() == one.company.side.value
            and self.state.currentData() in ("", one.state)
            and all(word in fold(one.company.name) for word in words)
        ]
        rows.sort(key=lambda one: _sort_key(one, self._sort), reverse=self._descending)
        self.table.rows.set_keys([one.company.id for one in rows])
        numbers = Counter(one.state for one in rows)
        least, most = limits(self.workspace.snapshot())
        parts = [count("{n} company", "{n} companies", len(rows)), self.side.currentText()]
        parts += [f"{_(label)}: {numbers[state]}" for state, label in STATES.items() if numbers[state]]
        parts.append(_("Each should have {least} to {most} (mission settings).").format(least=least, most=most))
        self.count_label.setText("  ·  ".join(parts))


def _sort_key(one: Balance, key: str) -> tuple[object, ...]:
    if key == "state":
        return list(STATES).index(one.state), one.wanted, fold(one.company.name)
    if key in ("name", "side"):
        return fold(one.company.name if key == "name" else one.company.side.value), fold(one.company.name)
    return getattr(one, key), fold(one.company.name)


def _columns() -> list[Column]:
    def colour(one: Balance) -> str:
        c = colours()
        return {"few": c.bad, "unmet": c.warn, "many": c.warn, "good": c.good}[one.state]

    def number(heading: str, name: str, width: int = 82) -> Column:
        return Column(heading, lambda one: str(getattr(one, name)), name, width, right=True)

    return [
        Column(_("Company"), lambda one: one.company.name, "name", 180, grows=True),
        Column(_("Side"), lambda one: _(SIDE_LABELS[Side(one.company.side)]), "side", 100),
        number(_("Asks for"), "asks"),
        number(_("Asked for by"), "asked", 105),
        number(_("Together"), "wanted"),
        number(_("No thanks"), "vetoes"),
        number(_("Meetings"), "meetings"),
        number(_("Not placed"), "open", 96),
        Column(_("State"), lambda one: _(STATES[one.state]), "state", 160, colour=colour),
    ]
