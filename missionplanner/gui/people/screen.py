"""The screen of people: the filter, the list worked in like a spreadsheet, and the page of a person beside it."""

from collections import Counter
from collections.abc import Sequence

from missionplanner.domain.companies import Side, number_on_each_side
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.people import columns
from missionplanner.gui.people.filter_bar import PeopleFilterBar
from missionplanner.gui.people.page import PersonPage
from missionplanner.gui.people.people_commands import PeopleCommands
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.cells import CellModel
from missionplanner.gui.widgets.chosen_columns import ChosenColumnsTable
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.listed_screen import ListedScreen
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.people import listing
from missionplanner.jobs.people.listing import PersonLine


class PeopleScreen(ListedScreen[PeopleFilterBar, PersonPage]):
    """Everybody in one table."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        store = workspace.store
        self._lines: dict[int, PersonLine] = {}
        model = CellModel(columns.columns(store), lambda keys: [self._lines[key] for key in keys])
        table = ChosenColumnsTable(model, _("People"), "people_columns", columns.AT_FIRST, columns.key)
        super().__init__(workspace, runner, _("People"), PeopleFilterBar(), table)
        self._commands = PeopleCommands(self, store, table)
        self._build()

    @property
    def commands(self) -> PeopleCommands:
        """The commands on selected people."""
        return self._commands

    @property
    def page(self) -> PersonPage | None:
        """The page of a person, while one is open."""
        return self._pane

    def refresh(self) -> None:
        """List who passes the filter, keeping what is selected."""
        snapshot = self.workspace.snapshot()
        self.table.offer_columns(columns.columns(self.workspace.store))
        lines = listing.lines(snapshot)
        self._lines = {line.key: line for line in lines}
        self.filter_bar.fill(snapshot, lines)
        self._list()
        if self.page and self.page.key and not self.page.show_person(self.page.key, not self.page.is_changed):
            self._leave_gone()

    @command(N_("Import…"), icon="upload", needs=Needs.WRITING)
    def import_people(self) -> None:
        """Have a list of people imported."""
        self.import_asked.emit("people")

    @command(N_("New person"), icon="plus", needs=Needs.WRITING)
    def new_person(self) -> None:
        """An empty form for the side that is listed, or the person that was begun and not saved."""
        sides = self.filter_bar.filter().sides
        if self.settle():
            self._open_pane().show_new(Side(sides[0]) if len(sides) == 1 else Side.DELEGATION)

    def _build(self) -> None:
        commands = self.commands
        self.command_button(commands.find_twice)
        self.command_button(self.import_people)
        self.command_button(self.new_person, primary=True)
        self._add_row_actions(
            self.open_current, commands.change_many, commands.replace, commands.fill_down, self.table.choose_columns,
            commands.delete,
        )  # fmt: skip

    def _empty_state(self) -> EmptyState:
        text = _("Nobody yet. People come with the registrations of companies, or are entered here one by one.")
        return EmptyState(text, command_button(self.new_person, self.workspace.store, primary=True))

    # -- the people

    def _keys(self) -> Sequence[int]:
        found = listing.narrowed(self._lines.values(), self.filter_bar.filter())
        return [line.key for line in listing.ordered(found, self._sort, self._descending)]

    def _is_empty(self) -> bool:
        return not self._lines

    def _count_text(self) -> str:
        shown = [self._lines[key] for key in self.table.rows.keys]
        each = number_on_each_side(Counter(line.side for line in shown))
        parts = [count("{n} person", "{n} people", len(shown)) + (f" ({each})" if each else "")]
        alone = sum(not line.companies for line in shown)
        several = sum(len(line.companies) > 1 for line in shown)
        if alone:
            parts.append(count("{n} without an organisation", "{n} without an organisation", alone))
        if several:
            parts.append(count("{n} represents several", "{n} represent several", several))
        selected = len(self.table.chosen_keys())
        if selected > 1:
            parts.append(count("{n} selected", "{n} selected", selected))
        return "  ·  ".join(parts)

    def _exists(self, key: int) -> bool:
        return key in self.workspace.snapshot().person

    def _make_pane(self) -> PersonPage:
        page = PersonPage(self.workspace)
        set_shortcut(page.turn, page, self.workspace.store)
        page.card.company_asked.connect(self.company_asked)
        page.card.meeting_asked.connect(self.meeting_asked)
        return page

    def _on_saved(self, key: int) -> None:
        if self.page:
            self.page.show_person(key, False)
        super()._on_saved(key)

    def _fill_pane(self, pane: PersonPage, key: int) -> bool:
        if pane.key != key:
            pane.show_part(0)
        return pane.show_person(key)
