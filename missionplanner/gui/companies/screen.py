"""The screen of companies: the filter, the list worked in like a spreadsheet, and the form beside it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QPushButton, QSplitter, QStackedWidget

from missionplanner.domain.applications import STATUS_LABELS, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.gui.commands import Needs, command, command_of
from missionplanner.gui.companies.company_commands import CompanyCommands
from missionplanner.gui.companies.company_table import CompanyTable
from missionplanner.gui.companies.filter_bar import FilterBar
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.companies.views_menu import ViewsMenu
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import command_action, command_button
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.companies import registrations, saved_filters
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.store.listing import CompanyFilter


class CompaniesScreen(Screen):
    """Both sides in one table; keeps what is selected, the order, and whether the form is open."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Companies"))
        store = workspace.store
        self._sort, self._descending = "name", False
        self._is_listing = self._is_moving = False
        self._offered: tuple[list[Sector], list[Stop]] = ([], [])
        self.filter_bar = FilterBar(store)
        self.table = CompanyTable(store)
        self.commands = CompanyCommands(self, store, self.table)
        self.views = ViewsMenu(store, self)
        self.count_label = quiet_label()
        self.form: CompanyForm | None = None
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            _("No companies yet. Bring in the registrations as they came by e-mail, or type the first one."),
            command_button(self.import_companies, store, primary=True),
        )
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._count_timer = QTimer(self, singleShot=True, interval=60)
        self._build()

    def refresh(self) -> None:
        """List what passes the filter, keeping what is selected."""
        self.table.refresh_columns()
        self.filter_bar.fill()
        self._list()
        if self.form and self._form_key() and not self.form.is_changed:
            self._show_in_form(self._form_key())

    @command(N_("Import…"), icon="upload", needs=Needs.WRITING)
    def import_companies(self) -> None:
        """Have a file imported."""
        self.import_asked.emit("")

    @command(N_("New company"), icon="plus", needs=Needs.WRITING)
    def new_company(self) -> None:
        """An empty form for the side that is listed, or the registration that was begun and not saved."""
        side = Side(self.filter_bar.filter().side or Side.DELEGATION)
        mission = self.workspace.store.mission
        country = mission.home_country if side is Side.DELEGATION else mission.host_country
        if not self.settle():
            return
        self._open_form().show_record(registrations.empty(side, country))
        self._open_form().form.focus()

    def open_company(self, key: int) -> None:
        """Show a company in the form, whatever the filter."""
        if key not in self.table.rows.keys:
            self.filter_bar.show_filter(CompanyFilter())
            self._list()
        self._is_listing = True  # or the form would be filled twice
        self.table.choose([key])
        self._is_listing = False
        self._show_in_form(key)

    def find_in_list(self) -> None:
        """Put the cursor into the search, what is in it selected."""
        self.filter_bar.text.setFocus()
        self.filter_bar.text.selectAll()

    def find_replace(self) -> None:
        """Find and replace in cells."""
        self.commands.replace()

    def bulk_edit(self) -> None:
        """Give all selected companies one value."""
        self.commands.change_many()

    def shown_list(self) -> ShownList:
        """The companies as they are listed."""
        mission = self.workspace.store.mission.name
        return self.table.shown(_("Companies"), f"{mission}  ·  {self.filter_bar.words()}")

    # -- building

    def _build(self) -> None:
        self.command_button(self.commands.accept)
        self.command_button(self.commands.decline)
        status = self.button(_("Status"))
        status.setMenu(self._status_menu(status))
        status.setEnabled(not self.workspace.store.read_only)
        self.button(_("Views"), "eye").setMenu(self.views)
        self.command_button(self.import_companies)
        self.command_button(self.new_company, primary=True)
        self._arrange()
        self._connect()
        self._add_row_actions()

    def _status_menu(self, parent: QPushButton) -> QMenu:
        menu = Menu(parent)
        for status in STATUS_LABELS:
            action = menu.entry(status.label)
            action.triggered.connect(lambda _checked=False, s=status: self.commands.set_status(s))
        return menu

    def _arrange(self) -> None:
        self.layout_.addWidget(self.filter_bar)
        self._splitter.addWidget(self.table)
        self._splitter.setChildrenCollapsible(False)
        self._pages.addWidget(self._splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._list)
        self._count_timer.timeout.connect(self._show_count)
        self.table.sort_asked.connect(self._on_sort_asked)
        self.views.chosen.connect(self.show_view)
        self.views.save_asked.connect(lambda: self.views.save(self.filter_bar.filter(), self._sort, self._descending))
        self.table.activated_row.connect(lambda row: self._show_in_form(self.table.rows.key(row)))
        self.table.chosen.connect(self._on_chosen)
        self.table.changes_asked.connect(self._on_changes_asked)

    def _add_row_actions(self) -> None:
        """The context menu of the table; the shortcuts in it work while the table has the focus."""
        commands = self.commands
        for act in (
            self.open_current, commands.assign_reviewer, commands.approve_again, commands.change_many,
            commands.replace, commands.fill_down, self.table.choose_columns, commands.delete,
        ):  # fmt: skip
            self.table.addAction(command_action(command_of(act), act, self.table, self.workspace.store))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # -- views

    def show_view(self, view: SavedFilter) -> None:
        """Filter and sort as a saved view does."""
        self._sort, self._descending = view.sort, view.descending
        self.filter_bar.show_filter(saved_filters.filter_of(view))
        self._list()

    # -- listing

    def _list(self) -> None:
        store = self.workspace.store
        wanted = self.filter_bar.filter()
        chosen = self.table.chosen_keys()
        keys = store.companies.ids(wanted, self._sort, self._descending)
        self._is_listing = True  # the selection is only put back: nobody chose a company to be shown in the form
        self.table.rows.set_keys(keys)
        if chosen:
            self.table.choose(chosen)
        self._is_listing = False
        self._pages.setCurrentIndex(1 if not keys and wanted == CompanyFilter() and self.form is None else 0)
        self._count_timer.start()

    def _show_count(self) -> None:
        counts = self.workspace.store.companies.counts(self.filter_bar.filter())
        self.count_label.setText(_count_text(counts, len(self.table.chosen_keys())))

    def _on_sort_asked(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._list()

    def _on_chosen(self) -> None:
        self._count_timer.start()
        if self._is_listing:
            return
        keys = self.table.chosen_keys()
        if self.form and self.form.isVisible() and len(keys) == 1 and keys[0] != self._form_key():
            self._show_in_form(keys[0])

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

    # -- the form

    @command(N_("Open"))
    def open_current(self) -> None:
        """Show the company of the current row in the form."""
        if self.table.currentIndex().isValid():
            self._show_in_form(self.table.rows.key(self.table.currentIndex().row()))

    def _form_key(self) -> int:
        return self.form.key if self.form else 0

    def _open_form(self) -> CompanyForm:
        store = self.workspace.store
        offered = (store.all(Sector), store.all(Stop))
        if self.form is not None and offered != self._offered:
            self._drop_form()  # it offers sectors or stops that are no longer so
        if self.form is None:
            self._offered = offered
            self.form = CompanyForm(store)
            self.form.saved.connect(self._on_saved)
            self.form.closed.connect(self._on_form_closed)
            self._splitter.addWidget(self.form)
            self._splitter.setSizes([self.width() * 46 // 100, self.width() * 54 // 100])
        self._pages.setCurrentIndex(0)
        self.form.show()
        return self.form

    def _on_saved(self, key: int) -> None:
        if not self._is_moving:
            self.table.choose([key])

    def _show_in_form(self, key: int) -> None:
        self._is_moving = True  # the selection stays with the company one goes to
        settled = self._form_key() == key or self.settle()
        self._is_moving = False
        if not settled:
            self._is_listing = True
            self.table.choose([self._form_key()])
            self._is_listing = False
            return
        form = self._open_form()
        found = registrations.records(self.workspace.store, [key])
        if key in found:
            form.show_record(found[key])
        else:
            self._on_form_closed()

    def settle(self) -> bool:
        """Store what is typed in the form; False where it has mistakes, and it is then kept as a draft."""
        if self.form is None or self.workspace.store.read_only or not self.form.is_changed:
            return True
        key = self._form_key()
        if key and not self.workspace.store.where(Company, "id", [key]):
            self._drop_form()  # its company was deleted or undone
            return True
        self.form.keep_draft()
        return self.form.save()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _on_form_closed(self) -> None:
        if self.form and (self.settle() or not self.form.form.value("name")):
            self._drop_form()
            self.table.setFocus()
            self._list()


def _count_text(counts: dict[tuple[str, str], int], selected: int) -> str:
    """Return the number of companies, by status, and of those selected; counts: by side and status."""
    parts = [count("{n} company", "{n} companies", sum(counts.values()))]
    for status in Status:
        if n := sum(number for (_side, value), number in counts.items() if value == status.value):
            parts.append(f"{status.label}: {current().number(n)}")
    if selected > 1:
        parts.append(count("{n} selected", "{n} selected", selected))
    return "  ·  ".join(parts)
