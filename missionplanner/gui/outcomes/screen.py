"""After the meetings: outcomes from the paper forms, follow-ups that are due, and how the mission did."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from missionplanner.gui.commands import command
from missionplanner.gui.outcomes.agreements_page import AgreementsPage
from missionplanner.gui.outcomes.doubles_page import DoublesPage
from missionplanner.gui.outcomes.entry_page import EntryPage
from missionplanner.gui.outcomes.evaluations_page import EvaluationsPage
from missionplanner.gui.outcomes.follow_ups import FollowUpsPage
from missionplanner.gui.outcomes.objectives_page import ObjectivesPage
from missionplanner.gui.outcomes.results_page import ResultsPage
from missionplanner.gui.outcomes.scorecard import ScorecardPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import written_files
from missionplanner.gui.widgets.plain_text import TabWidget
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.outcomes import report as outcome_report
from missionplanner.paths import safe_name

PAGES = (
    N_("Enter outcomes"), N_("Follow-ups"), N_("Scorecard"), N_("Told twice"), N_("Results"), N_("Agreements"),
    N_("Objectives"), N_("Evaluation forms"),
)  # fmt: skip
"""The titles of the pages, in their order."""


class OutcomesScreen(Screen):
    """Pages of which only the one that is shown is read."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Outcomes"))
        self.entry, self.follow_ups = EntryPage(workspace), FollowUpsPage(workspace, runner)
        self.scorecard = ScorecardPage(workspace)
        self.doubles = DoublesPage(workspace)
        self.results, self.agreements = ResultsPage(workspace, runner), AgreementsPage(workspace, runner)
        self.objectives, self.evaluations = ObjectivesPage(workspace), EvaluationsPage(workspace)
        self._pages = (
            self.entry, self.follow_ups, self.scorecard, self.doubles, self.results, self.agreements, self.objectives,
            self.evaluations,
        )  # fmt: skip
        self.tabs = TabWidget()
        self.tabs.setDocumentMode(True)
        self._stale: set[int] = set()
        for page, title in zip(self._pages, PAGES, strict=True):
            self.tabs.addTab(page, _(title))
        self.command_button(self.save_report, primary=True)
        self.layout_.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _index: self._refresh_shown())

    def refresh(self) -> None:
        """Show the page as it is now, and the others once they are shown."""
        self._stale = set(range(len(self._pages)))
        self._refresh_shown()

    def shown_list(self) -> ShownList:
        """The list of the page that is shown."""
        return self._pages[self.tabs.currentIndex()].shown_list()

    def show_list(self, title: str) -> None:
        """Show the page of this English title."""
        if title in PAGES:
            self.tabs.setCurrentIndex(PAGES.index(title))

    @command(N_("Report…"), icon="download")
    def save_report(self) -> None:
        """Ask for a name and write the report: as PDF, or as a workbook."""
        name = safe_name(_("Outcomes of {mission}").format(mission=self.workspace.mission_name))
        start = self.workspace.store.path.with_name(f"{name}.pdf")
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Report"), str(start), "PDF, xlsx (*.pdf *.xlsx)")
        if chosen:
            path = Path(chosen)
            self.runner.start(outcome_report.report(path if path.suffix else path.with_suffix(".pdf")), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        written_files.show_file(self, self.workspace.store, path)

    def _refresh_shown(self) -> None:
        # Forms are typed in one after the other: one arrives in their line.
        self.main_view = self.evaluations.form if self.tabs.currentWidget() is self.evaluations else None
        place = self.tabs.currentIndex()
        if place in self._stale:
            self._stale.discard(place)
            self._pages[place].refresh()
