"""The objects that carry out the commands of the window, in the order of its menus."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from missionplanner.gui.commands import Needs
from missionplanner.gui.runner import Runner
from missionplanner.gui.safety.merge_commands import MergeCommands
from missionplanner.gui.safety.safety_commands import CopyCommands, PrivacyCommands
from missionplanner.gui.sharing.sharing_commands import SharingCommands
from missionplanner.gui.window.clipboard_commands import ClipboardCommands
from missionplanner.gui.window.edit_commands import DuplicateCommands, FindCommands, MissionCommands, UndoCommands
from missionplanner.gui.window.export_commands import ExportCommands
from missionplanner.gui.window.help_commands import HelpCommands
from missionplanner.gui.window.menus import Menus
from missionplanner.gui.window.navigation import CompanyListCommands, Navigation, ScreenCommands
from missionplanner.gui.window.open_commands import ClosingCommands, ImportCommands, OpenCommands
from missionplanner.gui.window.screen_stack import ScreenStack
from missionplanner.gui.window.view_commands import ViewCommands
from missionplanner.gui.workspace import Workspace


class WindowCommands:
    """One object per concern."""

    def __init__(self, window: QWidget, workspace: Workspace, runner: Runner, stack: ScreenStack, menus: Menus) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.navigation = Navigation(stack)
        self.on_screens = ScreenCommands(self.navigation)
        self.opening = OpenCommands(window, workspace, runner, stack.settle)
        self.importing = ImportCommands(window, workspace, runner)
        self.exporting = ExportCommands(window, workspace, runner, stack)
        self.copies = CopyCommands(window, workspace, stack.settle)
        self.merging = MergeCommands(window, workspace, runner, stack.settle)
        self.sharing = SharingCommands(window, workspace, runner, stack.settle, self.opening)
        self.closing = ClosingCommands(workspace, stack.settle, window.close)
        self.undoing = UndoCommands(window, workspace)
        self.clipboard = ClipboardCommands(application)
        self.mission = MissionCommands(window, workspace)
        self.finding = FindCommands(window, workspace, menus.entries, self._opening(menus), partial(self._pages, menus))
        self.on_companies = CompanyListCommands(self.navigation)
        self.duplicates = DuplicateCommands(window, workspace, runner)
        self.view = ViewCommands(application)
        self.privacy = PrivacyCommands(window, workspace)
        self.help = HelpCommands(window, menus.in_order, stack.shown_name, lambda name: menus.actions[name].trigger())

    def in_order(self) -> tuple[object, ...]:
        """All of them, in the order in which their commands stand in the menus."""
        return (
            self.opening,
            self.importing,
            self.exporting,
            self.sharing,
            self.merging,
            self.copies,
            self.closing,
            self.undoing,
            self.clipboard,
            self.navigation,
            self.on_screens,
            self.finding,
            self.on_companies,
            self.duplicates,
            self.view,
            self.privacy,
            self.mission,
            self.help,
        )

    def _pages(self, menus: Menus) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield the pages that can be gone to with the mission that is open, each in words with what goes there."""
        from missionplanner.gui.window.pages import pages  # slow import

        workspace = self.mission.workspace
        for one in pages(self.navigation, self.on_screens, self.mission) if workspace.is_open else ():
            if one.needs is not Needs.WRITING or not workspace.store.read_only:
                yield one.text, partial(menus.carry_out, one.lead)

    def _opening(self, menus: Menus) -> Callable[[str, int], None]:
        return lambda screen, key: menus.carry_out(lambda: self.on_screens.open_record(screen, key))
