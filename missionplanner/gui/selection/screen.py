"""The screen of selection: companies ranked in their sector, marks beside them, quotas above, letters at hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter

from missionplanner.domain.applications import Status, statuses_of
from missionplanner.domain.companies import Side
from missionplanner.gui.commands import Needs, Takes, command, command_of
from missionplanner.gui.runner import Runner
from missionplanner.gui.selection import side_words
from missionplanner.gui.selection.criteria import CriteriaDialog
from missionplanner.gui.selection.letters import LettersDialog
from missionplanner.gui.selection.marks import MarksPanel
from missionplanner.gui.selection.quota_gauges import QuotaGauges
from missionplanner.gui.selection.ranking import Ranking, columns
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask_text
from missionplanner.gui.widgets.buttons import command_action, make_button
from missionplanner.gui.widgets.dialog_size import Scrolled
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.places import place_button
from missionplanner.gui.widgets.plain_text import Action, Label, Menu
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.table import DataTable, TableModel
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.selection.decisions import BulkReport


class SelectionScreen(Screen):
    """The list of candidates of a side, marks beside it, gauges above it; keeps the chosen side and sector."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Selection"))
        self._sector = 0
        self.ranking = Ranking(workspace)
        self.gauges = QuotaGauges()
        self.side = ChoiceEdit(side_words.sides())
        self.shown = ChoiceEdit(side_words.shown(Side.DELEGATION))
        self.by_median = ChoiceEdit([(False, _("By mean")), (True, _("By median"))])
        self.table = DataTable(TableModel(columns(), self.ranking.rows), _("Selection"), kept="selection")
        self.panel = MarksPanel(workspace.store)
        self.advice = Label()
        self.advice.setWordWrap(True)
        self.promote = make_button(_("Accept it"), "check")
        self.words = quiet_label()
        self._successor = 0
        text = _("Nobody to choose from yet: companies are ranked here as soon as they are entered or imported.")
        self._empty = EmptyTable(self.table, text, place_button("companies"))
        self._build()

    def refresh(self) -> None:
        """Show the candidates as they are now."""
        self.ranking.refresh(self.side.value)
        self.gauges.show_standings(self.ranking.standings, self._sector)
        self.panel.offer_reviewers(self.ranking.reviewers)
        self._list()

    def set_status(self, status: Status, reason: str = "") -> None:
        """Give the selected companies a status, of which they are not informed yet."""
        if keys := self.table.chosen_keys():
            self._report(decisions.set_status(self.workspace.store, keys, status, reason))

    @command(N_("Accept"), "Ctrl+Shift+A", "check", needs=Needs.WRITING, takes=Takes.SOME)
    def accept(self) -> None:
        """Accept the selected companies."""
        self.set_status(Status.ACCEPTED)

    @command(N_("Reserve"), "Ctrl+Shift+W", "clock", needs=Needs.WRITING, takes=Takes.SOME)
    def reserve(self) -> None:
        """Put the selected companies at the end of the reserve list."""
        self.set_status(Status.RESERVE)

    @command(N_("Decline"), "Ctrl+Shift+D", "x", needs=Needs.WRITING, takes=Takes.SOME)
    def decline(self) -> None:
        """Decline the selected companies."""
        self.set_status(Status.DECLINED)

    @command(N_("Approve again"), needs=Needs.WRITING, takes=Takes.SOME)
    def approve_again(self) -> None:
        """Let the acceptance of the selected companies stand although they were edited since."""
        if keys := self.table.chosen_keys():
            self._report(decisions.approve_again(self.workspace.store, keys))

    @command(N_("Up in the reserve list"), needs=Needs.WRITING, takes=Takes.ONE)
    def move_up(self) -> None:
        """Move the selected company a place up in the reserve list."""
        self._move_in_reserve(-1)

    @command(N_("Down in the reserve list"), needs=Needs.WRITING, takes=Takes.ONE)
    def move_down(self) -> None:
        """Move the selected company a place down in the reserve list."""
        self._move_in_reserve(1)

    @command(N_("Criteria…"), needs=Needs.WRITING)
    def edit_criteria(self) -> None:
        """Change the criteria and their weights."""
        dialog = CriteriaDialog(self.workspace.store, self)
        dialog.exec()
        dialog.deleteLater()

    def announce(self) -> None:
        """Show the letters that wait."""
        dialog = LettersDialog(self.workspace, self.runner, self, self.side.value)
        dialog.exec()
        dialog.deleteLater()

    def shown_list(self) -> ShownList:
        """The ranking as it is shown."""
        title = _("Selection")
        if self.side.value is not Side.DELEGATION:
            title += f": {self.side.currentText()}"
        return self.table.shown(title, f"{self.workspace.mission_name}  ·  {self.words.text()}")

    def _build(self) -> None:
        acts = (self.accept, self.reserve, self.decline)
        self.deciding = {status: self.command_button(act) for status, act in zip(side_words.VERBS, acts, strict=True)}
        follow_rows(self.table, self.deciding.values())
        self.more = self.button(_("More"))
        self.more.setMenu(self._menu())
        tell = self.button(_("Letters…"), "mail-question", primary=True)
        tell.clicked.connect(self.announce)
        self.layout_.addWidget(self.gauges)
        self.layout_.addLayout(self._tools())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(Scrolled(self.panel))
        splitter.setSizes([820, 300])
        splitter.setChildrenCollapsible(False)
        self.layout_.addWidget(splitter, 1)
        self.layout_.addWidget(self.words)
        self._connect()

    def _tools(self) -> WrappingRow:
        row = WrappingRow()
        for editor, name in ((self.side, _("Side")), (self.shown, _("Show")), (self.by_median, _("Order"))):
            editor.setAccessibleName(name)
            row.addWidget(editor)
        row.addWidget(self.advice, 1)
        row.addWidget(self.promote)
        return row

    def _connect(self) -> None:
        self.gauges.chosen.connect(self._on_sector)
        self.side.currentIndexChanged.connect(lambda _index: self._on_side())
        self.shown.currentIndexChanged.connect(lambda _index: self._list())
        self.by_median.currentIndexChanged.connect(lambda _index: self._list())
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda row: self.company_asked.emit(self.table.rows.key(row)))
        self.panel.given.connect(self._on_chosen)
        self.promote.clicked.connect(self._on_promote)

    def _menu(self) -> QMenu:
        menu = Menu(self)
        for status in statuses_of(self.side.value):
            action = Action(status.label(self.side.value), menu)
            action.triggered.connect(lambda _checked=False, s=status: self._ask_reason(s))
            menu.addAction(action)
        menu.addSeparator()
        for act in (self.approve_again, self.move_up, self.move_down, self.edit_criteria):
            menu.addAction(command_action(command_of(act), act, menu, self.workspace.store))
        menu.setEnabled(not self.workspace.store.read_only)
        return menu

    def _list(self) -> None:
        self.ranking.order(self._sector, bool(self.by_median.value))
        chosen = self.table.chosen_keys()
        self._empty.narrowed(bool(self.ranking.everyone))
        self.table.rows.set_keys(self.ranking.keys(self.shown.value))
        self.table.choose(chosen)
        self._advise()
        listed, waiting = self.table.rows.rowCount(), self.ranking.number_waiting
        self.words.setText(side_words.numbers(self.side.value, listed, waiting))
        self._on_chosen()

    def _advise(self) -> None:
        """Say who should move up where a place is free."""
        found = self.ranking.successor()
        self._successor = 0
        if found and (sector := found[0].sector):
            text = _("{sector} has room. First in reserve: {company}")
            self.advice.setText(text.format(sector=sector.name(current().language), company=found[1].name))
            self._successor = found[1].company_id
        self.advice.setVisible(bool(self._successor))
        self.promote.setVisible(bool(self._successor) and not self.workspace.store.read_only)

    def _move_in_reserve(self, places: int) -> None:
        keys = self.table.chosen_keys()
        if len(keys) == 1:
            decisions.move_in_reserve(self.workspace.store, keys[0], places)

    def _on_promote(self) -> None:
        self._report(decisions.set_status(self.workspace.store, [self._successor], Status.ACCEPTED))

    def _on_side(self) -> None:
        side = self.side.value
        blocked = self.shown.blockSignals(True)
        self.shown.offer(side_words.shown(side))
        self.shown.blockSignals(blocked)
        for status, text in side_words.verbs(side).items():
            self.deciding[status].setText(text)
        before = self.more.menu()
        self.more.setMenu(self._menu())
        before.deleteLater()
        self._sector = 0
        self.refresh()

    def _on_sector(self, sector: int) -> None:
        self._sector = 0 if sector == self._sector else sector
        self.refresh()

    def _on_chosen(self) -> None:
        keys = self.table.chosen_keys()
        if len(keys) == 1:
            row = self.table.rows.record(self.table.rows.keys.index(keys[0]))
            self.panel.show_company(keys[0], row.candidate.name, row.about, row.score)
        else:
            self.panel.show_company(0, "", "", None)

    def _ask_reason(self, status: Status) -> None:
        if self.table.chosen_keys():
            reason = ask_text(
                status.label(self.side.value),
                _("Reason"),
                self,
                hint=_("It is kept with the decision and can stand in the letter."),
            )
            if reason is not None:
                self.set_status(status, reason)

    def _report(self, found: BulkReport) -> None:
        if found.refused:
            text = count("{n} company was not changed.", "{n} companies were not changed.", len(found.refused))
            alerts.report(self, text, [_("Company"), _("Reason")], [(r.company, r.reason) for r in found.refused])
