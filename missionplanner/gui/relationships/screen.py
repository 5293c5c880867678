"""The screen of relationships: a board by stage, a list worked in like a spreadsheet, charts, and the page of each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from missionplanner.domain.relationships import Stage
from missionplanner.domain.saved_filters import RELATIONSHIPS, SavedFilter
from missionplanner.gui import settings
from missionplanner.gui.relationships import columns
from missionplanner.gui.relationships.board import BoardView
from missionplanner.gui.relationships.charts_page import ChartsPage
from missionplanner.gui.relationships.filter_bar import RelationshipFilterBar
from missionplanner.gui.relationships.page import RelationshipPage
from missionplanner.gui.relationships.relationship_commands import RelationshipCommands, today
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import add_row_actions, command_button
from missionplanner.gui.widgets.cells import CellModel
from missionplanner.gui.widgets.chosen_columns import ChosenColumnsTable
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.listed_screen import ListedScreen
from missionplanner.gui.widgets.plain_text import TabWidget
from missionplanner.gui.widgets.views_menu import ViewsMenu
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count
from missionplanner.jobs.list_views import ListOrder
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import lines, views
from missionplanner.jobs.relationships.lines import DueState, RelationshipLine
from missionplanner.jobs.relationships.registering import registered
from missionplanner.jobs.relationships.views import RelationshipView

TABS = ("board", "list", "charts")
"""The names the tabs are remembered by, in their order."""


class RelationshipsScreen(ListedScreen[RelationshipFilterBar, RelationshipPage]):
    """Board, list and charts show what passes one filter; the card or row one is at is the same on board and list."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        store = workspace.store
        self._lines: dict[int, RelationshipLine] = {}
        self._shown: list[RelationshipLine] = []
        model = CellModel(columns.columns(), lambda keys: [self._lines[key] for key in keys])
        table = ChosenColumnsTable(model, _("Relationships"), "relationship_columns", columns.AT_FIRST, columns.key)
        self.board, self.charts, self.views = BoardView(not store.read_only), ChartsPage(), TabWidget()
        self._is_boarding = False
        super().__init__(workspace, runner, _("Relationships"), RelationshipFilterBar(), table)
        self._commands = RelationshipCommands(self, store, table, lambda key: self._lines[key])
        self.kept_views = ViewsMenu(store, RELATIONSHIPS, self)
        self._build()

    @property
    def commands(self) -> RelationshipCommands:
        """The commands on selected relationships."""
        return self._commands

    @property
    def page(self) -> RelationshipPage | None:
        """The page of a relationship, while one is open."""
        return self._pane

    def refresh(self) -> None:
        """Show what passes the filter, keeping what is selected."""
        found = lines.lines(self.workspace.store, today())
        self._lines = {line.key: line for line in found}
        self.filter_bar.fill(found)
        self._list()
        if self.page and self.page.key:
            if line := self._lines.get(self.page.key):
                self.page.show_line(line)
            else:
                self._leave_gone()

    def arrive(self) -> None:
        """Go to the card or row one was at, or the first."""
        if typed := self._typed_in():
            typed.setFocus()
            return
        view = self._view()
        view.setFocus()
        if view is self.board:
            self.board.choose_first()
        elif view is self.table and not self.table.currentIndex().isValid() and self.table.rows.keys:
            self._choose(self.table.rows.keys[:1])

    def open_record(self, key: int) -> None:
        """Show a relationship in the pane, whatever the filter, and have its card be the current one."""
        super().open_record(key)
        self._show_view()

    def show_view(self, kept: SavedFilter) -> None:
        """Filter and sort as a kept view does, with its columns, in its tab."""
        view = views.view_of(self.workspace.store, kept)
        self._sort, self._descending = view.order.sort, view.order.descending
        self.filter_bar.show_filter(view.wanted)
        if view.columns:
            self.table.show_fields(view.columns)
        self._list()
        if view.tab in TABS:
            self.views.setCurrentIndex(TABS.index(view.tab))

    def shown_list(self) -> ShownList:
        """The relationships as they are listed, or the numbers of the chart."""
        if self.views.currentWidget() is self.charts:
            return self.charts.shown_list(f"{self.workspace.mission_name}  ·  {self.filter_bar.words()}")
        return super().shown_list()

    # -- building

    def _list_area(self) -> QWidget:
        for view, title in ((self.board, _("Board")), (self.table, _("List")), (self.charts, _("Charts"))):
            self.views.addTab(view, title)
        self.views.setDocumentMode(True)
        tab = settings.read("relationship_tab")
        self.views.setCurrentIndex(TABS.index(tab) if tab in TABS else 0)
        return self.views

    def _build(self) -> None:
        commands = self.commands
        self.button(_("Views"), "eye").setMenu(self.kept_views)
        self.kept_views.chosen.connect(self.show_view)
        self.kept_views.named.connect(self._save_view)
        for act in (commands.make, commands.read, commands.verify):
            self.command_button(act)
        self.command_button(commands.say, primary=True)
        moves = (commands.stage_before, commands.next_stage, commands.choose_stage, commands.edit)
        self._add_row_actions(
            self.open_current, *moves, commands.change_many, commands.replace, commands.fill_down,
            self.table.choose_columns, commands.delete,
        )  # fmt: skip
        add_row_actions(self.board, self.workspace.store, (self.open_current, *moves, commands.delete))
        self.board.stepped.connect(self._on_stepped)
        self.board.opened.connect(self._show)
        self.board.dropped.connect(self._on_dropped)
        self.board.carried_over.connect(lambda text: self.count_label.setText(text or self._count_text()))
        self.views.currentChanged.connect(lambda _index: self._on_turned())

    def _empty_state(self) -> EmptyState:
        text = _("Relationships stand here: of held meetings, of existing partners, of answers that are read.")
        button = command_button(RelationshipCommands.make, self.workspace.store, self._make, primary=True)
        return EmptyState(text, button)

    def _make(self) -> None:
        self.commands.make()

    # -- the relationships

    def _keys(self) -> Sequence[int]:
        self._shown = lines.narrowed(self._lines.values(), self.filter_bar.filter())
        return [line.key for line in lines.ordered(self._shown, self._sort, self._descending)]

    def _list(self) -> None:
        super()._list()
        self._show_view()

    def _show_view(self) -> None:
        """Show on board or chart what is listed, where one of them is seen."""
        view = self.views.currentWidget()
        if view is self.board:
            self._is_boarding = True
            self.board.show_lines(self._shown)
            chosen = self.table.chosen_keys()
            if chosen and not self._is_current(chosen[0]):
                self.board.choose(chosen[0])
            self._is_boarding = False
        elif view is self.charts:
            self.charts.show_lines(self._shown, registered(self.workspace.store).register, today())

    def _is_current(self, key: int) -> bool:
        line = self.board.current_line
        return line is not None and line.key == key

    def _is_empty(self) -> bool:
        return not self._lines

    def _count_text(self) -> str:
        shown = self._shown
        overdue = sum(line.due_state is DueState.OVERDUE for line in shown)
        selected = len(self.table.chosen_keys())
        parts = (
            count("{n} relationship", "{n} relationships", len(shown)),
            lines.amounts_shown(lines.sums(shown)),
            count("{n} next step overdue", "{n} next steps overdue", overdue) if overdue else "",
            count("{n} selected", "{n} selected", selected) if selected > 1 else "",
        )
        return "  ·  ".join(filter(None, parts))

    def _exists(self, key: int) -> bool:
        return key in self._lines

    def _make_pane(self) -> RelationshipPage:
        page = RelationshipPage(self.workspace, self.commands)
        page.company_asked.connect(self.company_asked)
        page.meeting_asked.connect(self.meeting_asked)
        return page

    def _fill_pane(self, pane: RelationshipPage, key: int) -> bool:
        if line := self._lines.get(key):
            pane.show_line(line)
        return line is not None

    def _on_closed(self) -> None:
        super()._on_closed()
        self.arrive()

    def _on_search_left(self) -> None:
        self._list()
        self.arrive()

    # -- the views

    def _save_view(self, name: str) -> None:
        order = ListOrder(self._sort, self._descending)
        view = RelationshipView(self.filter_bar.filter(), order, self.table.shown_fields(), self._tab)
        views.save(self.workspace.store, name, view)

    @property
    def _tab(self) -> str:
        """The name of the tab that is seen."""
        return TABS[self.views.currentIndex()]

    def _view(self) -> QWidget:
        """The view one works in: of the charts the table of their numbers."""
        view = self.views.currentWidget()
        return self.charts.table if view is self.charts else view

    def _on_turned(self) -> None:
        settings.write("relationship_tab", self._tab)
        self._show_view()
        if not self.views.tabBar().hasFocus():
            self.arrive()

    def _on_stepped(self) -> None:
        """Have the row of the current card selected, and its page shown where one is open."""
        line = self.board.current_line
        if self._is_boarding or line is None:
            return
        self._choose([line.key])
        if self._pane and self._pane.isVisible() and self._pane.key != line.key:
            self._show(line.key)

    def _on_dropped(self, key: int, stage: Stage) -> None:
        self.commands.move_to(key, stage)
