"""The screen of people: the filter, the list worked in like a spreadsheet, and the page of a person beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QStackedWidget

from missionplanner.domain.companies import Side
from missionplanner.gui.commands import Needs, command, command_of
from missionplanner.gui.people import columns
from missionplanner.gui.people.filter_bar import PeopleFilterBar
from missionplanner.gui.people.page import PersonPage
from missionplanner.gui.people.people_commands import PeopleCommands
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import command_action, command_button
from missionplanner.gui.widgets.cells import CellModel
from missionplanner.gui.widgets.chosen_columns import ChosenColumnsTable
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.people import listing
from missionplanner.jobs.people.listing import PeopleFilter, PersonLine


class PeopleScreen(Screen):
    """Everybody in one table; keeps what is selected, the order, and whether a page is open."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("People"))
        store = workspace.store
        self._sort, self._descending = "name", False
        self._is_listing = self._is_moving = False
        self._lines: dict[int, PersonLine] = {}
        self.filter_bar = PeopleFilterBar()
        model = CellModel(columns.columns(store), lambda keys: [self._lines[key] for key in keys])
        self.table = ChosenColumnsTable(model, _("People"), "people_columns", columns.AT_FIRST, columns.key)
        self.commands = PeopleCommands(self, store, self.table)
        self.count_label = quiet_label()
        self.page: PersonPage | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            _("Nobody yet. People come with the registrations of companies, or are entered here one by one."),
            command_button(self.new_person, store, primary=True),
        )
        self._build()

    def refresh(self) -> None:
        """List who passes the filter, keeping what is selected."""
        snapshot = self.workspace.snapshot()
        lines = listing.lines(snapshot)
        self._lines = {line.key: line for line in lines}
        self.filter_bar.fill(snapshot, lines)
        self._list()
        if self.page and self.page.key and not self.page.show_person(self.page.key, not self.page.form.is_changed):
            self._drop_page()

    @command(N_("New person"), icon="plus", needs=Needs.WRITING)
    def new_person(self) -> None:
        """An empty form for the side that is listed, or the person that was begun and not saved."""
        sides = self.filter_bar.filter().sides
        if self.settle():
            self._open_page().show_new(Side(sides[0]) if len(sides) == 1 else Side.DELEGATION)

    def open_person(self, key: int) -> None:
        """Show the card of a person, whatever the filter."""
        if key not in self.table.rows.keys:
            self.filter_bar.show_filter(PeopleFilter())
            self._list()
        self.table.choose([key])
        self._show(key)

    def find_in_list(self) -> None:
        """Put the cursor into the search, what is in it selected."""
        self.filter_bar.text.setFocus()
        self.filter_bar.text.selectAll()

    def find_replace(self) -> None:
        """Find and replace in cells."""
        self.commands.replace()

    def bulk_edit(self) -> None:
        """Give all selected people one value."""
        self.commands.change_many()

    def shown_list(self) -> ShownList:
        """The people as they are listed."""
        mission = self.workspace.store.mission.name
        return self.table.shown(_("People"), f"{mission}  ·  {self.filter_bar.words()}")

    def settle(self) -> bool:
        """Store what is typed in the fields; False where they have mistakes, and they are then kept as a draft."""
        if self.page is None or self.workspace.store.read_only or not self.page.form.is_changed:
            return True
        key = self.page.key
        if key and key not in self.workspace.snapshot().person:
            self._drop_page()  # the person was deleted or undone
            return True
        self.page.form.keep_draft()
        return self.page.form.save()

    # -- building

    def _build(self) -> None:
        self.command_button(self.commands.find_twice)
        self.command_button(self.new_person, primary=True)
        self.layout_.addWidget(self.filter_bar)
        self._splitter.addWidget(self.table)
        self._splitter.setChildrenCollapsible(False)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)
        self.filter_bar.changed.connect(self._list)
        self.table.sort_asked.connect(self._on_sort_asked)
        self.table.activated_row.connect(lambda row: self._show(self.table.rows.key(row)))
        self.table.chosen.connect(self._on_chosen)
        self.table.changes_asked.connect(self._on_changes_asked)
        commands = self.commands
        for act in (
            self.open_current, commands.change_many, commands.replace, commands.fill_down, self.table.choose_columns,
            commands.delete,
        ):  # fmt: skip
            self.table.addAction(command_action(command_of(act), act, self.table, self.workspace.store))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # -- listing

    def _list(self) -> None:
        wanted = self.filter_bar.filter()
        found = listing.narrowed(self._lines.values(), wanted)
        keys = [line.key for line in listing.ordered(found, self._sort, self._descending)]
        chosen = self.table.chosen_keys()
        self._is_listing = True  # the selection is only put back: nobody chose a person to be shown
        self.table.rows.set_keys(keys)
        if chosen:
            self.table.choose(chosen)
        self._is_listing = False
        self._pages.setCurrentIndex(1 if not self._lines and self.page is None else 0)
        self._show_count()

    def _show_count(self) -> None:
        shown = [self._lines[key] for key in self.table.rows.keys]
        parts = [count("{n} person", "{n} people", len(shown))]
        alone = sum(not line.companies for line in shown)
        several = sum(len(line.companies) > 1 for line in shown)
        if alone:
            parts.append(count("{n} without an organisation", "{n} without an organisation", alone))
        if several:
            parts.append(count("{n} represents several", "{n} represent several", several))
        selected = len(self.table.chosen_keys())
        if selected > 1:
            parts.append(count("{n} selected", "{n} selected", selected))
        self.count_label.setText("  ·  ".join(parts))

    def _on_sort_asked(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._list()

    def _on_chosen(self) -> None:
        if self._is_listing:
            return
        self._show_count()
        keys = self.table.chosen_keys()
        if self.page and self.page.isVisible() and len(keys) == 1 and keys[0] != self.page.key:
            self._show(keys[0])

    def _on_changes_asked(self, changes: list[tuple[int, str, str]], label: str) -> None:
        if not self.workspace.store.read_only and self.settle():
            here = self.table.currentIndex()
            QTimer.singleShot(0, self.table, lambda: self._change(changes, label, here.row(), here.column()))

    def _change(self, changes: list[tuple[int, str, str]], label: str, row: int, column: int) -> None:
        """Change cells once the editor is closed, and stay where one was."""
        self.commands.change_cells(changes, label)
        index = self.table.rows.index(min(row, self.table.rows.rowCount() - 1), column)
        if index.isValid():
            self.table.selectionModel().setCurrentIndex(index, self.table.selectionModel().SelectionFlag.ClearAndSelect)

    # -- the page of a person

    @command(N_("Open"))
    def open_current(self) -> None:
        """Show the person of the current row."""
        if self.table.currentIndex().isValid():
            self._show(self.table.rows.key(self.table.currentIndex().row()))

    def _open_page(self) -> PersonPage:
        if self.page is None:
            self.page = PersonPage(self.workspace)
            set_shortcut(self.page.turn, self.page, self.workspace.store)
            self.page.form.saved.connect(self._on_saved)
            self.page.closed.connect(self._on_closed)
            self.page.card.company_asked.connect(self.company_asked)
            self.page.card.meeting_asked.connect(self.meeting_asked)
            self._splitter.addWidget(self.page)
            self._splitter.setSizes([self.width() * 46 // 100, self.width() * 54 // 100])
        self._pages.setCurrentIndex(0)
        self.page.show()
        return self.page

    def _on_saved(self, key: int) -> None:
        if self.page:
            self.page.show_person(key, False)
        if not self._is_moving:
            self.table.choose([key])

    def _show(self, key: int) -> None:
        self._is_moving = True  # the selection stays with the person one goes to
        settled = self.page is None or self.page.key == key or self.settle()
        self._is_moving = False
        if self.page and not settled:
            self._is_listing = True
            self.table.choose([self.page.key])
            self._is_listing = False
            return
        page = self._open_page()
        if page.key != key:
            page.show_part(0)
        if not page.show_person(key):
            self._drop_page()

    def _drop_page(self) -> None:
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None

    def _on_closed(self) -> None:
        if self.page and (self.settle() or not self.page.form.record.person.full_name):
            self._drop_page()
            self.table.setFocus()
            self._list()
