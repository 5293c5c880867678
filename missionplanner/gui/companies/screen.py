"""The screen of companies: the filter, the list worked in like a spreadsheet, and the form beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QMenu, QPushButton

from missionplanner.domain.applications import Status, number_of_each, statuses_of
from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.saved_filters import COMPANIES, SavedFilter
from missionplanner.gui.commands import Needs, command, commands_of
from missionplanner.gui.companies.company_commands import CompanyCommands
from missionplanner.gui.companies.company_table import CompanyTable
from missionplanner.gui.companies.filter_bar import FilterBar
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.companies.page import CompanyPage
from missionplanner.gui.companies.part_commands import PartCommands
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.listed_screen import ListedScreen
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.widgets.views_menu import ViewsMenu
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.companies import registrations, saved_filters
from missionplanner.store.listing import CompanyFilter


class CompaniesScreen(ListedScreen[FilterBar, CompanyPage]):
    """Both sides in one table."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        store = workspace.store
        self._table = CompanyTable(store)
        super().__init__(workspace, runner, _("Companies"), FilterBar(store, workspace.snapshot), self._table)
        self._offered: tuple[list[Sector], list[Stop]] = ([], [])
        self._commands = CompanyCommands(self, store, self.table)
        self.views = ViewsMenu(store, COMPANIES, self)
        self._parts = PartCommands(self.show_part)
        self._build()

    @property
    def commands(self) -> CompanyCommands:
        """The commands on selected companies."""
        return self._commands

    @property
    def form(self) -> CompanyForm | None:
        """The fields of the page, while one is open."""
        return self._pane.form if self._pane else None

    @property
    def page(self) -> CompanyPage | None:
        """The page of a company, while one is open."""
        return self._pane

    def refresh(self) -> None:
        """List what passes the filter, keeping what is selected."""
        self._table.refresh_columns()
        self.filter_bar.fill()
        self._list()
        if self.page and self.page.key and not self.page.show_company(self.page.key, not self.page.is_changed):
            self._leave_gone()

    def open_company_uid(self) -> str:
        """Return the uid of the company whose page is open."""
        key = self.page.key if self.page else 0
        return next((one.uid for one in self.workspace.records(Company) if one.id == key), "") if key else ""

    @command(N_("Import…"), icon="upload", needs=Needs.WRITING)
    def import_companies(self) -> None:
        """Have a file imported."""
        self.import_asked.emit("")

    @command(N_("New company"), icon="plus", needs=Needs.WRITING)
    def new_company(self, side: Side | None = None) -> None:
        """An empty form for a side, else the one listed or asked for; or the registration begun and not saved."""
        side = side or self._side_of_new()
        if side is None:
            return
        mission = self.workspace.store.mission
        country = mission.home_country if side is Side.DELEGATION else mission.host_country
        if self.settle():
            self._open_pane().show_new(registrations.empty(side, country))

    def show_part(self, name: str) -> None:
        """Go to a part of the page of the company that is open, else of that of the current row."""
        if self.page is None or not self.page.key:
            self.open_current()
        if self.page and self.page.key:
            self.page.show_part(name)

    @command(N_("Add a person…"), "Alt+D", "user", needs=Needs.WRITING)
    def add_person(self) -> None:
        """Ask for somebody who comes for the company that is open, else for that of the current row."""
        if self.page and not self.page.key:
            self.page.form.delegates.add_delegate()  # of one that is only being entered
            return
        self.show_part("people")
        if self.page:
            self.page.people.add_person()

    def _side_of_new(self) -> Side | None:
        """Return the side that is listed, else the one that is chosen; None where nobody chooses."""
        if listed := self.filter_bar.filter().side:
            return Side(listed)
        sides = [(side, _(label)) for side, label in SIDE_LABELS.items()]
        found = ask(_("New company"), [FormField("side", _("Side"), "choice", sides)], {}, self)
        return found["side"] if found else None

    def show_view(self, view: SavedFilter) -> None:
        """Filter and sort as a saved view does."""
        self._sort, self._descending = view.sort, view.descending
        self.filter_bar.show_filter(saved_filters.filter_of(view))
        self._list()

    def _save_view(self, name: str) -> None:
        wanted = self.filter_bar.filter()
        saved_filters.save(self.workspace.store, name, wanted, self._sort, self._descending)

    # -- building

    def _build(self) -> None:
        commands = self.commands
        self._accept = self.command_button(commands.accept)
        follow_rows(self.table, [self._accept, self.command_button(commands.decline)])
        status = self.button(_("Status"))
        status.setMenu(self._status_menu(status))
        status.setEnabled(not self.workspace.store.read_only)
        self.button(_("Views"), "eye").setMenu(self.views)
        self.command_button(self.import_companies)
        self.command_button(self.new_company, primary=True)
        self.views.chosen.connect(self.show_view)
        self.views.named.connect(self._save_view)
        for _command, method in commands_of(self._parts):
            set_shortcut(method, self, self.workspace.store)
        set_shortcut(self.add_person, self, self.workspace.store)
        self._add_row_actions(
            self.open_current, self.add_person, commands.assign_reviewer, commands.approve_again, commands.change_many,
            commands.replace, commands.fill_down, self.table.choose_columns, commands.delete,
        )  # fmt: skip

    def _status_menu(self, parent: QPushButton) -> QMenu:
        menu = Menu(parent)
        menu.aboutToShow.connect(lambda: self._offer_statuses(menu))
        self._offer_statuses(menu)
        return menu

    def _offer_statuses(self, menu: Menu) -> None:
        """Offer the statuses in the words of the sides that are selected."""
        menu.clear()
        sides = self._sides()
        for status in statuses_of(*sides):
            action = menu.entry(status.label(*sides))
            action.triggered.connect(lambda _checked=False, s=status: self.commands.set_status(s))

    def _sides(self) -> tuple[Side, ...]:
        """The sides of the selected companies, or else of those that are listed."""
        chosen = registrations.number_of_sides(self.workspace.store, self.table.chosen_keys())
        listed = self.filter_bar.filter().side
        return tuple(side for side in Side if side in chosen) or tuple(side for side in Side if side == listed)

    def _empty_state(self) -> EmptyState:
        text = _("No companies yet. Bring in the registrations as they came by e-mail, or type the first one.")
        return EmptyState(text, command_button(self.import_companies, self.workspace.store, primary=True))

    # -- the companies

    def _keys(self) -> Sequence[int]:
        return self.workspace.store.companies.ids(self.filter_bar.listed(), self._sort, self._descending)

    def _is_empty(self) -> bool:
        return not self.table.rows.keys and self.filter_bar.filter() == CompanyFilter()

    def _count_text(self) -> str:
        counts = self.workspace.store.companies.counts(self.filter_bar.listed())
        chosen = registrations.number_of_sides(self.workspace.store, self.table.chosen_keys())
        invites = self._sides() == (Side.COUNTERPART,)
        self._accept.setText(Status.ACCEPTED.label(Side.COUNTERPART) if invites else _("Accept"))
        free = self.filter_bar.free_words()
        return "  ·  ".join([*([free] if free else []), _count_text(counts, chosen)])

    def _exists(self, key: int) -> bool:
        return bool(self.workspace.store.where(Company, "id", [key]))

    def _make_pane(self) -> CompanyPage:
        page = CompanyPage(self.workspace)
        page.company_asked.connect(self.company_asked)
        page.meeting_asked.connect(self.meeting_asked)
        page.person_asked.connect(self.person_asked)
        return page

    def _open_pane(self) -> CompanyPage:
        store = self.workspace.store
        offered = (store.all(Sector), store.all(Stop))
        if offered != self._offered:
            self._drop_pane()  # it offers sectors or stops that are no longer so
            self._offered = offered
        return super()._open_pane()

    def _fill_pane(self, pane: CompanyPage, key: int) -> bool:
        return pane.show_company(key)


def _count_text(counts: dict[tuple[str, str], int], chosen: Mapping[Side, int]) -> str:
    """Return the number of companies of each side, by status, and of those selected; counts: by side and status."""
    parts = []
    for side in Side:
        numbers = {status: counts.get((side.value, status.value), 0) for status in Status}
        if n := sum(numbers.values()):
            words: Counter[str] = Counter()
            for status, number in numbers.items():
                words[status.label(side)] += number
            each = ", ".join(f"{word} {current().number(number)}" for word, number in words.items() if number)
            parts.append(f"{number_of_each({side: n})} ({each})")
    if sum(chosen.values()) > 1:
        parts.append(_("Selected: {companies}").format(companies=number_of_each(chosen)))
    return "  ·  ".join(parts) or count("{n} company", "{n} companies", 0)
