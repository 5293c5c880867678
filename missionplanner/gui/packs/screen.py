"""The screen of packs: those of an edition and which are out of date, pages and texts beside the preview."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from missionplanner.gui import settings
from missionplanner.gui.commands import command_of
from missionplanner.gui.packs import page_records
from missionplanner.gui.packs.language_choice import LanguageChoice
from missionplanner.gui.packs.pack_commands import PackCommands
from missionplanner.gui.packs.pack_list import EDITION_CHOICES, EditionChoice, PackList
from missionplanner.gui.packs.pages import PagesPane
from missionplanner.gui.packs.preview import Preview
from missionplanner.gui.packs.print_journal import PrintJournal
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import command_action, make_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Menu, TabWidget
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.table import DataTable, TableModel
from missionplanner.gui.widgets.texts_pane import TextsPane
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.packs import drafts, on_paper, previews, printing, unprintable
from missionplanner.jobs.packs.drafts import Material
from missionplanner.jobs.paper import PaperPages

_PAUSE = 350
"""Milliseconds after the last key before the preview follows."""


class PacksScreen(Screen):
    """Packs of one edition and language on the left, the chosen one's pages on the right."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Packs"))
        self.edition, self.language = ComboBox(), LanguageChoice()
        self.rows = PackList()
        self.table = DataTable(TableModel(self.rows.columns(), lambda keys: keys), _("Packs"), kept="packs")
        self.changes = quiet_label()
        self.pages = PagesPane(workspace.store)
        self.texts = TextsPane(workspace.store)
        self.commands = PackCommands(self.texts, workspace, runner, self.table, self.rows)
        self.prints = PrintJournal()
        self.preview = Preview(workspace.store)
        self.count_label = quiet_label()
        self.tabs = TabWidget()
        self._material: Material | None = None
        self._pictures: dict[str, bytes] = {}
        self._sections: dict[str, int] = {}
        self._wanted_section = ""
        self._sort = self.table.sorted_by("")
        self._of_companies: list[QAction] = []  # what only packs of companies can do
        self._slices = IdleWork(self)
        self._slices.finished.connect(self._on_found)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.follow)
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            _("Packs are printed for the delegation's companies that are accepted. Accept some first."),
            make_button(_("Go to the companies"), "building-2", primary=True),
        )
        self._build()

    def shown_list(self) -> ShownList:
        """The packs and their states as they are listed."""
        return self.table.shown(_("Packs"), self.workspace.mission_name)

    def shown_pages(self) -> Job[Material, PaperPages] | None:
        """The job that lays out the selected packs, in the order they are listed, with what is being typed."""
        keys = self.table.chosen_keys()
        if self._material is None or not keys:
            return None
        rows, papers = self.rows, self.pages.papers
        return on_paper.make(self._typed(), lambda material: [rows.draft(material, key, papers) for key in keys])

    def refresh(self) -> None:
        """List the packs, and find out between events which are out of date."""
        store, snapshot = self.workspace.store, self.workspace.snapshot()
        # Pictures are known by their digest and never change: none is read twice.
        self._pictures = drafts.pictures(store, snapshot, self._pictures)
        self._material = Material(snapshot, drafts.prints(store), self._pictures)
        chosen = self.table.chosen_keys()
        keys = self.rows.begin(self._material, self._choice, self.language.currentData(), self.pages.papers)
        self.table.rows.set_keys(self._sorted(keys))
        self._stack.setCurrentIndex(0 if keys else 1)
        kept = [key for key in chosen if key in set(keys)]
        self.table.choose(kept or keys[:1])
        self.texts.show_stored()
        self.pages.show_edition(self._choice.edition)
        self.prints.show_prints(self._material.prints, snapshot)
        self._slices.start(self._finding_states())
        self._pause.start()

    def settle(self) -> bool:
        """Store what is typed and check no further: the screen goes."""
        self.texts.save()
        self._slices.stop()
        self._pause.stop()
        return True

    def choose_edition(self, choice: EditionChoice) -> None:
        """Show the packs of an edition."""
        self.edition.setCurrentIndex(list(EDITION_CHOICES).index(choice))

    def follow(self) -> None:
        """Draw the chosen pack for the preview as it is now, with what is being typed."""
        keys = self.table.chosen_keys()
        if self._material is None or len(keys) != 1:
            return
        # One job runs at a time: tried again when that may have ended.
        if self.runner.is_busy:
            self._pause.start()
            return
        typed = self._typed()
        key, rows, papers = keys[0], self.rows, self.pages.papers
        job = printing.previewing(typed, lambda material: rows.draft(material, key, papers))
        self.runner.start(job, self._on_preview)

    # -- inside

    def _typed(self) -> Material:
        """The mission with the text that is being typed."""
        assert self._material is not None
        return Material(self.texts.applied(self._material.snapshot), self._material.prints, self._pictures)

    @property
    def _choice(self) -> EditionChoice:
        return list(EDITION_CHOICES)[self.edition.currentIndex()]

    def _finding_states(self) -> Iterator[None]:
        for _draft in self.rows.find_states():
            yield

    def _on_found(self) -> None:
        self.count_label.setText(self.rows.words())
        if self._sort[0] == "state":
            self._on_sort_asked(*self._sort)
        self.table.viewport().update()
        self._show_changes()

    def _on_preview(self, made: printing.Preview) -> None:
        content, sections, letters = made
        self.preview.warn(unprintable.sentences(self.workspace.snapshot(), letters))
        # With the same sections only words were edited, and the place in the pages stays.
        is_same = dict(sections).keys() == self._sections.keys()
        self._sections = dict(sections)
        self.preview.may_spread = self._choice.edition.is_folded
        self.preview.show_bytes(content, None if is_same else 0)
        if self.tabs.currentWidget() is self.texts and self._wanted_section != self.texts.shown[0]:
            self._go_to_text()

    def _go_to_text(self) -> None:
        """Show the page of the text that is edited, once it is another."""
        self._wanted_section = self.texts.shown[0]
        if self._wanted_section in self._sections:
            self.preview.go_to(self._sections[self._wanted_section] - 1, QPointF())

    def _go_to_record(self, pages: list[int]) -> None:
        """Show the record the shown pages come from."""
        assert self._material is not None
        chosen = self.table.chosen_keys()
        owner = self.rows.company(chosen[0]) if chosen and self._choice.edition.is_of_companies else 0
        source = previews.source_of(self._sections, pages)
        page_records.go_to(source, self, self._material.snapshot, self._show_text, owner)

    def _show_text(self, kind: str) -> None:
        self.tabs.setCurrentWidget(self.texts)
        self.texts.kind.setCurrentIndex(self.texts.kind.findData(kind))

    def _show_changes(self) -> None:
        keys = self.table.chosen_keys()
        found = self.rows.changes(keys[0]) if len(keys) == 1 else ()
        lines = [f"• {line}" for line in found[:7]]
        if len(found) > len(lines):
            lines.append(_("and {n} more").format(n=len(found) - len(lines)))
        self.changes.setText("\n".join([_("Since it was printed:"), *lines]) if found else "")
        self.changes.setVisible(bool(found))

    def _on_chosen(self) -> None:
        self._show_changes()
        self._pause.start()

    def _sorted(self, keys: list[int]) -> list[int]:
        return self.rows.sorted(keys, *self._sort) if self._sort[0] else keys

    def _on_sort_asked(self, sort: str, descending: bool) -> None:
        self._sort = sort, descending
        chosen = self.table.chosen_keys()
        self.table.rows.set_keys(self._sorted(list(self.table.rows.keys)))
        self.table.choose(chosen)

    def _on_edition_chosen(self) -> None:
        for action in self._of_companies:
            action.setEnabled(self._choice.edition.is_of_companies)
        self.language.offer_for(self._choice.edition)
        self.refresh()

    def _on_language_chosen(self) -> None:
        if language := self.language.currentData():
            settings.write("pack_language", language)
            self.texts.language.setCurrentIndex(self.language.currentIndex())
        self.refresh()

    def _on_text_language_chosen(self, place: int) -> None:
        """Preview in the language of the text that is edited."""
        if self.tabs.currentWidget() is self.texts:
            self.language.setCurrentIndex(place)

    def _build(self) -> None:
        self.edition.addItems([_(label) for label in EDITION_CHOICES.values()])
        self.edition.setAccessibleName(_("Edition"))
        for combo in (self.edition, self.language):
            self.stand(combo)
        more = self.button(_("More"))
        menu = Menu(more)
        commands = self.commands
        of_packs = commands.print_slips, commands.print_single, commands.print_with_bleed, commands.write_run_list
        for act in (*of_packs, commands.write_calendars):
            self._of_companies.append(command_action(command_of(act), act, menu, self.workspace.store))
        menu.addActions(self._of_companies)
        more.setMenu(menu)
        follow_rows(self.table, [self.command_button(self.commands.print_selected)])
        self.command_button(self.commands.print_outdated, primary=True)
        self.edition.currentIndexChanged.connect(self._on_edition_chosen)
        self.language.currentIndexChanged.connect(self._on_language_chosen)
        self.table.chosen.connect(self._on_chosen)
        self.table.sort_asked.connect(self._on_sort_asked)
        self.texts.edited.connect(self._pause.start)
        self.texts.language.currentIndexChanged.connect(self._on_text_language_chosen)
        self.pages.papers_chosen.connect(self.refresh)
        self.tabs.currentChanged.connect(self._on_tab)
        self.preview.print_asked.connect(lambda: self.command_asked.emit("print_shown"))
        self.preview.record_asked.connect(self._go_to_record)
        self._arrange()

    def _on_tab(self) -> None:
        self.texts.save()
        self._wanted_section = ""
        if self.tabs.currentWidget() is self.texts and self.language.currentData():
            self.texts.language.setCurrentIndex(self.language.currentIndex())
        self._pause.start()

    def _arrange(self) -> None:
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.changes)
        self.tabs.setDocumentMode(True)
        for widget, title in (
            (listing, _("Packs")),
            (self.pages, _("Pages")),
            (self.texts, _("Texts")),
            (self.prints, _("Printed")),
        ):
            self.tabs.addTab(widget, title)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.tabs)
        splitter.addWidget(self.preview)
        splitter.setSizes([540, 540])
        self._stack.addWidget(splitter)
        self._stack.addWidget(self._empty)
        self.layout_.addWidget(self._stack, 1)
        self.layout_.addWidget(self.count_label)
        self._empty.button.clicked.connect(lambda: self.companies_asked.emit())
