"""The screen of letters."""

from missionplanner.gui.commands import command, command_of
from missionplanner.gui.letters.letter_commands import LetterCommands
from missionplanner.gui.letters.letter_list import LetterList
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
        more = (commands.write_mailbox, commands.write_table, commands.try_out)
        for title, acts in ((_("Note"), commands.notes), (_("More"), more)):
            button = self.button(title)
            menu = Menu(button)
            menu.addActions([command_action(command_of(act), act, menu, store) for act in acts])
            button.setMenu(menu)
        self.command_button(self.show_decisions)
        wording = self.button(_("Change the wording"), "settings")
        languages = Menu(wording)
        for language in LANGUAGES:
            entry = languages.entry(OWN_NAMES[language])
            entry.triggered.connect(lambda _checked=False, code=language: commands.edit_wording(code))
        wording.setMenu(languages)
        wording.setEnabled(not store.read_only)
        self.command_button(commands.write_drafts, primary=True)
        self.layout_.addWidget(self.list, 1)
        self.list.company_asked.connect(self.company_asked)
