"""Suggestions of who should meet whom: a score with its parts in words, accepted one by one, many, or for everybody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.balances import LEAST, balances, limits
from missionplanner.domain.companies import Side
from missionplanner.domain.spelling import told_apart
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.requests.suggestion_settings import ask_synonyms, ask_weights
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.charts import BarChart, ChartBar
from missionplanner.gui.widgets.completing import CompletingEdit
from missionplanner.gui.widgets.dialog_size import Scrolled
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import heading_label, quiet_label, set_placeholder
from missionplanner.gui.widgets.number_line import NumberReader
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.requests.suggestions import Suggestions

_MOST = 2000
"""More suggestions are not listed: nobody reads on, and a table of all pairs takes seconds."""
_MOST_EACH = 30
"""So many requests a company can be given at most."""


class SuggestionsPage(RequestsPage):
    """Pairs nobody asked for yet, best first, of all companies or of one."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace)
        self._runner = runner
        self._found: Suggestions | None = None
        self._rows: list[tuple[int, tuple[int, int]]] = []
        self._keys: dict[str, int] = {}
        self._least_is_set = False
        self.company = CompletingEdit([])
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._rows[k] for k in keys]),
            _("Suggestions"),
            kept="requests.suggestions",
        )
        self.score, self.parts = Label(), BarChart(_("Parts of the score"))
        self.words = quiet_label()
        self.count_label = quiet_label()
        self.least = TypedLine(NumberReader())
        self._build()

    @property
    def found(self) -> Suggestions | None:
        """The suggestions that are shown, once they are worked out."""
        return self._found

    def refresh(self) -> None:
        """Work out the scores again, in another thread."""
        self.count_label.setText(_("Working out suggestions"))
        self._runner.start(suggestions.suggest(), self.show_suggestions)

    def show_suggestions(self, found: Suggestions | None) -> None:
        """Show these suggestions."""
        self._found = found
        self._offer_companies()
        self._list()

    def shown_list(self) -> ShownList:
        """The suggestions as they are listed."""
        return self.table.shown(_("Suggestions"), self.company.text().strip() or self.workspace.mission_name)

    @command(N_("Accept"), "Ctrl+Return", "check", needs=Needs.WRITING, takes=Takes.SOME)
    def accept(self) -> None:
        """Make requests of the selected suggestions."""
        self._accept([self._rows[key][1] for key in self.table.chosen_keys()])

    @command(N_("Give everyone at least"), icon="scale", needs=Needs.WRITING)
    def give_everyone(self) -> None:
        """Accept what is needed for every company to have at least so many requests."""
        if self._found is None:
            return
        least = min(max(self.least.value or LEAST, 1), _MOST_EACH)
        pairs = self._found.give_everyone(least)
        self._accept(pairs)
        short = [one for one in balances(self.workspace.snapshot()) if one.wanted < least]
        text = count("{n} request was added.", "{n} requests were added.", len(pairs))
        if short:
            rows = [[one.company.name, str(one.wanted)] for one in short]
            more = _("Companies that still have fewer than {least}: {n}.").format(least=least, n=len(short))
            alerts.report(self, f"{text} {more}", [_("Company"), _("Requests")], rows)
        else:
            alerts.tell(self, text, _("Undo takes them back."))

    @command(N_("Weights…"), icon="settings", needs=Needs.WRITING)
    def edit_weights(self) -> None:
        """Ask how much each part of the score counts."""
        ask_weights(self.workspace.store, self)

    @command(N_("Synonyms…"), icon="book-a", needs=Needs.WRITING)
    def edit_synonyms(self) -> None:
        """Ask which words mean the same."""
        ask_synonyms(self.workspace.store, self)

    def _accept(self, pairs: list[tuple[int, int]]) -> None:
        if self._found and pairs and not self.workspace.store.read_only:
            suggestions.accept(self.workspace.store, self._found, pairs, Side.DELEGATION)

    def _build(self) -> None:
        row = WrappingRow()
        set_placeholder(self.company, _("All companies; type one to see its best counterparts"), _("All companies"))
        self.company.setAccessibleName(_("Company"))
        self.company.setClearButtonEnabled(True)
        self.company.textChanged.connect(lambda _text: self._list())
        row.addWidget(self.company, 1)
        store = self.workspace.store
        self.least.set_value(LEAST)
        self.least.line.setFixedWidth(52)
        self.least.setAccessibleName(_("Give everyone at least"))
        self.least.setEnabled(not store.read_only)
        accept = command_button(self.accept, store, primary=True)
        follow_rows(self.table, [accept])
        row.addWidget(accept)
        row.addWidget(command_button(self.give_everyone, store))
        row.addWidget(self.least)
        row.addWidget(command_button(self.edit_weights, store))
        row.addWidget(command_button(self.edit_synonyms, store))
        self.layout_.addLayout(row)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(Scrolled(self._why()))
        splitter.setSizes([700, 340])
        self.layout_.addWidget(splitter, 1)
        self.layout_.addWidget(self.count_label)
        self.table.chosen.connect(self._explain)
        self.table.activated_row.connect(lambda _row: self.accept())
        self._offer_companies()

    def _why(self) -> QWidget:
        found = QWidget()
        layout = QVBoxLayout(found)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(heading_label(_("Why")))
        self.score.setWordWrap(True)
        layout.addWidget(self.score)
        layout.addWidget(self.parts)
        layout.addWidget(self.words)
        layout.addStretch()
        return found

    def _offer_companies(self) -> None:
        snapshot = self.workspace.snapshot()
        self._keys = told_apart((c.id, c.name) for side in Side for c in snapshot.participants(side))
        if not self._least_is_set:
            self._least_is_set = True
            self.least.set_value(limits(snapshot)[0])
        self.company.offer(list(self._keys))

    def _list(self) -> None:
        if self._found is None:
            self._rows = []
            self.table.rows.set_keys([])
            self.count_label.setText(_("There is nobody to suggest: a side has no company that takes part."))
            return
        name = self.company.text().strip()
        key = self._keys.get(name)
        found = self._found.open if key is None else self._found.of_company(key)
        self._rows = found[:_MOST]
        self.table.rows.set_keys(list(range(len(self._rows))))
        self.table.selectRow(0)
        text = count("{n} suggestion", "{n} suggestions", len(found))
        if len(found) > _MOST:
            text += "  ·  " + _("the best {n} are shown").format(n=_MOST)
        self.count_label.setText(text)
        self._explain()

    def _explain(self) -> None:
        keys = self.table.chosen_keys()
        if not keys or self._found is None or keys[0] >= len(self._rows):
            self.score.setText("")
            self.parts.show_bars([])
            self.words.setText("")
            return
        score, pair = self._rows[keys[0]]
        names = " – ".join(self._found.snapshot.company[key].name for key in pair)
        self.score.setText(_("{pair}: {score} of 100").format(pair=names, score=score))
        shares = self._found.explain(pair)
        self.parts.show_bars([ChartBar(share.name, round(share.points), limit=round(share.most)) for share in shares])
        lines = [f"{share.name}: {share.words}" for share in shares if share.words]
        self.words.setText("\n\n".join(lines))

    def _columns(self) -> list[Column]:
        def name(place: int, row: tuple[int, tuple[int, int]]) -> str:
            return self._found.snapshot.company[row[1][place]].name if self._found else ""

        return [
            Column(_("Score"), lambda row: str(row[0]), width=60, right=True),
            Column(_("Delegation"), lambda row: name(0, row), width=200, grows=True),
            Column(_("Counterpart"), lambda row: name(1, row), width=220, grows=True),
            Column(_("Why"), lambda row: self._found.why(row[1]) if self._found else "", width=320, grows=True),
        ]
