"""The screen of the programme: events, sessions, venues, absences."""

from PySide6.QtWidgets import QTabWidget

from missionplanner.gui.programme import kinds
from missionplanner.gui.programme.editor import RecordEditor
from missionplanner.gui.programme.happenings import Events, Sessions
from missionplanner.gui.runner import Runner
from missionplanner.gui.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs.printing import ShownList


class ProgrammeScreen(Screen):
    """A tab for each kind of thing that happens or stands somewhere."""

    TOUCHED_BY = frozenset({"events", "sessions", "slots", "venues", "tables", "availabilities", "stops", "sectors",
                            "companies"})  # fmt: skip

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(_("Programme"), workspace, runner)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.layout_.addWidget(self.tabs, 1)
        self.editors: list[RecordEditor] = []

    def shown_list(self) -> ShownList:
        """The list of the tab that is shown."""
        editor = self.editors[self.tabs.currentIndex()]
        return editor.table.shown(self.tabs.tabText(self.tabs.currentIndex()), self.workspace.store.mission.name)

    def refresh(self) -> None:
        """Read everything anew, staying on the tab."""
        store, chosen = self.workspace.store, self.tabs.currentIndex()
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page:
                page.deleteLater()
        self.editors = []
        editings = (Events(store).editing, Sessions(store).editing, kinds.places(store), kinds.absences(store))
        for editing in editings:
            editor = RecordEditor(editing, store.read_only)
            editor.refresh()
            self.editors.append(editor)
            self.tabs.addTab(editor, f"{editing.name} ({len(editing.rows())})")
        self.tabs.setCurrentIndex(max(chosen, 0))
