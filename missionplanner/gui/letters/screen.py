"""The screen of letters."""

from missionplanner.domain.companies import Side
from missionplanner.domain.people import OrganisationKind, in_order
from missionplanner.gui.commands import command, command_of
from missionplanner.gui.letters.letter_commands import LetterCommands
from missionplanner.gui.letters.letter_list import LetterList
from missionplanner.gui.letters.own_moment_commands import OwnMomentCommands
from missionplanner.gui.letters.paper_menu import PaperMenu
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import command_action
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import LANGUAGES, N_, OWN_NAMES, _
from missionplanner.jobs.lists.printing import ShownList


class LettersScreen(Screen):
    """The moments with their letters, and what is done with them."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Letters"))
        self.list = LetterList(workspace)
        self.main_view = self.list.table
        self.commands = LetterCommands(self.list, workspace, runner)
        self.moments = OwnMomentCommands(self.list, workspace)
        self._build()

    def refresh(self) -> None:
        """Compose the letters of the moment that is shown."""
        self.list.refresh()

    def shown_list(self) -> ShownList:
        """The letters of the moment, as they are listed."""
        return self.list.shown_list()

    @command(N_("Decisions…"), icon="mail-question")
    def show_decisions(self) -> None:
        """Show the letters about decisions."""
        self.command_asked.emit("announce")

    def _build(self) -> None:
        commands, store = self.commands, self.workspace.store
        more = (
            commands.write_mailbox,
            commands.write_table,
            commands.attach_files,
            commands.attach_packs,
            commands.invite,
            commands.attach_nothing,
            commands.try_out,
        )
        own = (self.moments.add_moment, self.moments.edit_moment, self.moments.delete_moment)
        for title, acts in ((_("Mark as"), commands.notes), (_("Moments"), own), (_("More"), more)):
            button = self.button(title)
            menu = Menu(button)
            menu.addActions([command_action(command_of(act), act, menu, store) for act in acts])
            button.setMenu(menu)
        self.command_button(self.show_decisions)
        wording = self.button(_("Change the wording"), "settings")
        self._wordings = Menu(wording)
        self._wordings.aboutToShow.connect(self._offer_wordings)
        wording.setMenu(self._wordings)
        wording.setEnabled(not store.read_only)
        paper = self.button(_("Paper"))
        self.papers = PaperMenu(self.list, store)
        paper.setMenu(self.papers)
        self.command_button(commands.write_drafts, primary=True)
        self.layout_.addWidget(self.list, 1)
        self.list.company_asked.connect(self.company_asked)

    def _offer_wordings(self) -> None:
        """Offer the wordings of the moment: by language for all, for a side, for kinds of organisations."""
        self._wordings.clear()
        kinds = in_order(self.workspace.store.all(OrganisationKind))
        for language in LANGUAGES:
            self._offer_wording(self._wordings, OWN_NAMES[language], (language, "", ""))
        for side in Side:
            menu = self._wordings.submenu(side.label)
            for language in LANGUAGES:
                self._offer_wording(menu, OWN_NAMES[language], (language, side.value, ""))
        for kind in kinds:
            menu = self._wordings.submenu(kind.label)
            for language in LANGUAGES:
                self._offer_wording(menu, OWN_NAMES[language], (language, "", kind.uid))

    def _offer_wording(self, menu: Menu, text: str, which: tuple[str, str, str]) -> None:
        menu.entry(text).triggered.connect(lambda _checked=False: self.commands.edit_wording(*which))
