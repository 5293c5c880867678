"""The loaded window: the open mission, its screens and commands, and the connections between them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from missionplanner import unfinished
from missionplanner.domain.companies import Side
from missionplanner.errors import UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.sharing.follower import Follower
from missionplanner.gui.start import news
from missionplanner.gui.start.page import StartPage
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.window.dropped_files import INVITATION, MISSION, dropped_file
from missionplanner.gui.window.menus import Menus
from missionplanner.gui.window.navigation_list import NavigationList
from missionplanner.gui.window.preparation import Preparation
from missionplanner.gui.window.screen_stack import ScreenStack
from missionplanner.gui.window.status_line import Act, StatusLine
from missionplanner.gui.window.sweeper import Sweeper
from missionplanner.gui.window.window_commands import WindowCommands
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, current
from missionplanner.jobs.safety.in_the_open import unfinished_text
from missionplanner.store.tables import OUTSIDE_UNDO
from missionplanner.store.upkeep import erasing


class WindowSession(QObject):
    """From the first picture to the end of the window."""

    opened = Signal(str, str)
    """The name of the mission that is shown, and what there is to know about its file."""
    closed = Signal()

    def __init__(self, window: QWidget, menus: Menus, navigation: NavigationList, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._menus, self._navigation, self._status = window, menus, navigation, status
        self._said = ""
        """The last act, in a sentence, while nothing was changed since."""
        self._acts: tuple[Act, ...] = ()
        self.workspace = Workspace()
        self.runner = Runner(self.workspace)
        self.sweeper = Sweeper(self)
        self.preparation = Preparation(self)
        self.stack = ScreenStack(self.workspace, self.runner)
        self.commands = WindowCommands(window, self.workspace, self.runner, self.stack, menus)
        about = self.stack.open_company_uid
        self.follower = Follower(self.workspace, self.runner, status.show_shared, self._say, about)
        self.start_page = self._new_start_page()
        self._listen()

    def begin(self) -> None:
        """Fill the menus and show the start page."""
        self.sweeper.start()
        self.preparation.start()
        self._fill()
        self._on_closed()
        if left := [str(path) for path in unfinished.sweep() if path.exists()]:
            alerts.tell(self._window, unfinished_text(), "\n".join(left))

    def open_file(self, path: Path) -> None:
        """Open a file as a mission, whatever its name ends in; by an invitation one joins a mission."""
        if path.suffix.lower() == INVITATION:
            self.commands.sharing.join_by(path)
        else:
            self.commands.opening.open_path(path)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a mission file that was dropped; import a spreadsheet into the mission that is open.

        Raises UserError for several files, for one of another kind, and where there is no mission to import into, or
        one that is open for reading only.
        """
        path = dropped_file(paths)
        if path.suffix.lower() in (MISSION, INVITATION):
            self.open_file(path)
            return
        if not self.workspace.is_open:
            text = _("There is no mission to import {name} into.").format(name=path.name)
            raise UserError(text, _("Open a mission or make a new one first."))
        if warning := self._warning():
            raise UserError(warning)
        self.commands.importing.import_path(path)

    def tell_news(self) -> None:
        """After an update say once that there are news, where the start page does not show them."""
        if self.workspace.is_open and news.is_due():
            news.mark_seen()
            text = _("This is version {version}.").format(version=news.VERSION)
            self.say(text, [(_("What’s new"), lambda: self._menus.carry_out(self.commands.help.whats_new))])

    def end(self) -> None:
        """End what is under way and close the file."""
        self.stack.settle()
        self.follower.stop()
        self.runner.wait()
        self.follower.hang_up()
        self.workspace.close()
        self.sweeper.stop()
        self.preparation.stop()

    def _listen(self) -> None:
        """Connect what this holds; the screens are connected when they are made."""
        # The stack connected itself to `changed` when it was made: the screen that is shown is refreshed before this.
        workspace, runner, status, view = self.workspace, self.runner, self._status, self.commands.view
        workspace.opened.connect(self._on_opened)
        workspace.closed.connect(self._on_closed)
        workspace.changed.connect(self._on_changed)
        runner.started.connect(lambda title: status.begin(title) if title else None)
        runner.progressed.connect(status.show_progress)
        runner.finished.connect(self._on_finished)
        runner.failed.connect(lambda error: alerts.show_error(self._window, error))
        status.cancelled.connect(lambda: runner.cancel())
        self.commands.undoing.done.connect(self._say)
        self.commands.merging.done.connect(self._say)
        self.commands.sharing.done.connect(self._say)
        self.commands.sharing.changed.connect(self.follower.begin)
        self.commands.sharing.synchronising_asked.connect(self.follower.synchronise)
        self.commands.importing.done.connect(self._on_imported)
        self.commands.closing.settled.connect(self._on_settled)
        self.commands.merging.overview_asked.connect(self.commands.navigation.show_overview)
        view.changed.connect(self._rebuild)
        view.named.connect(lambda: status.ask_name(view.name_yourself))
        self._menus.language_chosen.connect(view.use_language)
        self._menus.recent_chosen.connect(self._open)
        self._navigation.chosen.connect(self._menus.carry_out)
        self.stack.made.connect(self._connect)
        self.stack.shown.connect(self._navigation.mark)
        self.stack.currentChanged.connect(lambda _place: self._on_arrived())

    def _on_arrived(self) -> None:
        """Put the focus into a screen one came to by a command; who chose it in the list goes on there."""
        screen = self.stack.currentWidget()
        if isinstance(screen, Screen) and not self._navigation.is_leading:
            screen.arrive()

    def _on_finished(self) -> None:
        self._status.end("")
        self._status.say(self._said or self._path_text(), self._acts)

    def _connect(self, screen: Screen) -> None:
        """Lead from a screen to where it asks to."""
        on_screens, importing, run = self.commands.on_screens, self.commands.importing, self._menus.carry_out
        screen.company_asked.connect(lambda key: run(lambda: on_screens.open_company(key)))
        screen.person_asked.connect(lambda key: run(lambda: on_screens.open_person(key)))
        screen.meeting_asked.connect(lambda key: run(lambda: on_screens.carry_meeting(key)))
        screen.meeting_place_asked.connect(lambda key: run(lambda: on_screens.open_meeting(key)))
        screen.import_asked.connect(lambda kind: self._menus.carry_out_allowed(importing.import_file, kind))
        screen.paste_asked.connect(lambda kind: self._menus.carry_out_allowed(importing.paste_rows, kind))
        companies, settings = self.commands.navigation.show_companies, self.commands.mission.mission_settings
        screen.new_company_asked.connect(lambda side: run(lambda: companies().new_company(Side(side))))
        screen.command_asked.connect(lambda name: self._menus.actions[name].trigger())
        screen.companies_asked.connect(lambda: run(self.commands.navigation.show_companies))
        screen.timetable_asked.connect(lambda: run(self.commands.navigation.show_timetable))
        screen.programme_asked.connect(lambda title: run(lambda: on_screens.show_programme_list(title)))
        screen.settings_asked.connect(lambda page: self._menus.carry_out_allowed(settings, page))
        screen.personal_data_asked.connect(lambda: run(self.commands.privacy.personal_data))
        screen.help_asked.connect(lambda name: run(lambda: self.commands.help.show_chapter(name)))
        screen.clashes_asked.connect(lambda: self._menus.carry_out_allowed(self.commands.merging.settle_clashes))

    def _new_start_page(self) -> StartPage:
        opening, run = self.commands.opening, self._menus.carry_out
        page = StartPage()
        page.new_asked.connect(lambda: run(opening.new_mission))
        page.example_asked.connect(lambda: run(opening.try_example))
        page.start_asked.connect(lambda name: run(lambda: opening.begin_mission(name)))
        page.open_asked.connect(lambda: run(opening.open_mission))
        page.path_asked.connect(self._open)
        self.stack.set_start(page)
        return page

    def _open(self, path: str) -> None:
        self._menus.carry_out(lambda: self.open_file(Path(path)))

    def _fill(self) -> None:
        """Fill what shows texts and icons, in the language and theme there are now."""
        self._menus.show_titles()
        self._menus.fill(self.commands.in_order())
        self._navigation.fill(self.commands.navigation)

    def _rebuild(self) -> None:
        """Make everything anew in the theme and language chosen, on the same screen."""
        self.commands.help.renew()
        self.stack.settle()  # what is typed goes with the screens, which `_on_opened` clears
        self._fill()  # before `_on_opened`, which enables the entries made here
        self._status.ask_name(self.commands.view.name_yourself)
        self._status.dress()
        self.start_page = self._new_start_page()
        if self.workspace.is_open:
            self._on_opened()
        else:
            self._on_closed()

    def _on_opened(self) -> None:
        store, last = self.workspace.store, self.stack.last
        self.stack.clear()
        self._said, self._acts = "", ()
        self._update_menus()
        self.opened.emit(store.mission.called(current().language), self._warning())
        self._status.show_text(self._path_text())
        if store.read_only:
            self._status.show_saved(_("Open for reading only"), self._path_text())
        else:
            self._status.show_saved(_("All changes saved"), self._path_text(), "✓")
        if last is None:
            self.commands.navigation.show_overview()
        else:
            self.stack.show_screen(last)
        if self.workspace.erased_again:
            self._say(erasing.erased_again_words(self.workspace.erased_again))
        self.sweeper.sweep()

    def _on_closed(self) -> None:
        self.stack.clear()
        self.stack.last = None
        self._update_menus()
        self.closed.emit()
        self._status.show_text("")
        self._status.show_saved("", "")
        self.start_page.refresh()
        self.stack.setCurrentWidget(self.start_page)

    def say(self, text: str, acts: Sequence[Act] = ()) -> None:
        """Show the outcome of an act, with what can be done about it, until something else is done."""
        self._said, self._acts = text, tuple(acts)
        self._status.say(text, acts)

    def _say(self, text: str) -> None:
        self.say(text)

    def _on_changed(self, tables: frozenset[str]) -> None:
        """Say which step was stored, and offer to undo it; entries of journals are none."""
        if tables and tables <= OUTSIDE_UNDO:
            return
        label = self.workspace.store.steps.undo_label
        said = _("Done: {step}.").format(step=label.removesuffix(".")) if label else ""
        self._said, self._acts = said, (self._undo(),) if label else ()
        if not self.runner.is_busy:
            self._status.say(self._said or self._path_text(), self._acts)
        self._update_menus()

    def _undo(self) -> Act:
        return _("Undo"), lambda: self._menus.carry_out_allowed(self.commands.undoing.undo)

    def _on_imported(self, text: str, screen: str) -> None:
        """Say what was imported, with the ways to take it back and to see it."""
        show = getattr(self.commands.navigation, f"show_{screen}")
        self.say(text, [self._undo(), (_("Show"), lambda: self._menus.carry_out(show))])

    def _on_settled(self) -> None:
        """Say that everything is stored: there is nothing that Ctrl+S would have to do but that."""
        self.say(_("All changes are saved in {name}.").format(name=self.workspace.store.path.name))

    def _update_menus(self) -> None:
        is_writable = self._is_writable()
        self._menus.allow(self.workspace.is_open, is_writable)
        self._menus.name_step("undo", self.workspace.store.steps.undo_label if is_writable else "")
        self._menus.name_step("redo", self.workspace.store.steps.redo_label if is_writable else "")

    def _is_writable(self) -> bool:
        return self.workspace.is_open and not self.workspace.store.read_only

    def _path_text(self) -> str:
        """Where the mission that is open is kept."""
        return str(self.workspace.store.path) if self.workspace.is_open else ""

    def _warning(self) -> str:
        """Why the mission is open for reading only; empty when it is not."""
        store = self.workspace.store
        if not store.read_only:
            return ""
        text = _("{name} is open for reading only: {holder} has it. To work on it, close it there, or save a copy.")
        if not store.holder:
            text = _(
                "{name} or its folder cannot be written, so it is open for reading only. To work on it, save a copy."
            )
        return text.format(name=store.path.name, holder=store.holder)
