"""The screen of advice, and of what the mission would be like with other numbers."""

from missionplanner.gui.advice.advice_page import AdvicePage
from missionplanner.gui.advice.what_if_page import WhatIfPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.plain_text import TabWidget
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs.lists.printing import ShownList


class AdviceScreen(Screen):
    """Two pages; each works only when it is asked to."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Advice"))
        self.advice, self.what_if = AdvicePage(workspace, runner), WhatIfPage(workspace, runner)
        self.tabs = TabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.advice, _("Advice"))
        self.tabs.addTab(self.what_if, _("What if"))
        self.layout_.addWidget(self.tabs, 1)
        self.advice.command_asked.connect(self.command_asked)
        self.advice.company_asked.connect(self.company_asked)

    def refresh(self) -> None:
        """Say of what was found before whether it is of the mission as it is now."""
        self.advice.refresh()
        self.what_if.refresh()

    def ask_what_if(self) -> None:
        """Go to where the numbers are typed."""
        self.tabs.setCurrentWidget(self.what_if)
        self.what_if.numbers["companies"].setFocus()

    def arrive(self) -> None:
        """Go to what is done next on the page that is shown."""
        page = self.tabs.currentWidget()
        (self.advice.look if page is self.advice else self.what_if.numbers["companies"]).setFocus()

    def shown_list(self) -> ShownList | None:
        """The list of the page that is shown."""
        return self.advice.shown_list() if self.tabs.currentWidget() is self.advice else self.what_if.shown_list()
