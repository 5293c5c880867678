"""The screen of requests and matching: the list, the matrix, suggestions, and what each company asks for and gets."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from missionplanner.domain.companies import Company
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.requests.fair_shares import FairSharesPage
from missionplanner.gui.requests.matrix import MatrixPage
from missionplanner.gui.requests.request_form import ask_request
from missionplanner.gui.requests.request_list import RequestListPage
from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.requests.suggestions import SuggestionsPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import wishes
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.plain_text import TabWidget, literal
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.requests import from_wishes


class RequestsScreen(Screen):
    """Four pages over the same wishes; only the one that is shown is kept up to date."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Requests"))
        self.list = RequestListPage(workspace)
        self.matrix = MatrixPage(workspace)
        self.suggestions = SuggestionsPage(workspace, runner)
        self.balance = FairSharesPage(workspace)
        self.tabs = TabWidget()
        self._stale: set[QWidget] = set()
        self._pages = QStackedWidget()
        self._wishes = command_button(self.take_wishes, workspace.store)
        self._empty = EmptyState(
            _("No requests yet. Bring in a list of who wants to meet whom, or enter them by hand."),
            command_button(self.import_requests, workspace.store, primary=True),
            self._wishes,
            command_button(self.fill_matrix, workspace.store),
            command_button(self.show_suggestions, workspace.store),
        )
        self._build()

    @property
    def pages(self) -> Sequence[RequestsPage]:
        """The four pages, in the order of their tabs."""
        return self.list, self.matrix, self.suggestions, self.balance

    def shown_list(self) -> ShownList:
        """The list of the page that is shown."""
        return self._page.shown_list()

    def refresh(self) -> None:
        """Show the wishes as they are now."""
        self._stale = set(self.pages)
        has_any = bool(self.workspace.snapshot().requests)
        self._pages.setCurrentIndex(1 if not has_any and self._page is self.list else 0)
        self._refresh_shown()
        wished = 0 if has_any else len(from_wishes.found(self.workspace.store).requests)
        self._wishes.setText(_("From the registrations ({n})").format(n=wished))
        self._wishes.setVisible(wished > 0)

    def settle(self) -> bool:
        """Stop looking for reasons: the screen goes."""
        self.list.stop()
        return True

    @command(N_("Paste…"), icon="copy", needs=Needs.WRITING)
    def paste_requests(self) -> None:
        """Have the rows on the clipboard imported."""
        self.paste_asked.emit("requests")

    @command(N_("Import…"), icon="upload", needs=Needs.WRITING)
    def import_requests(self) -> None:
        """Have a file imported."""
        self.import_asked.emit("requests")

    @command(N_("From the registrations"), icon="handshake", needs=Needs.WRITING)
    def take_wishes(self) -> None:
        """Make requests of the companies that registrations wish to meet."""
        wishes.take(self.workspace.store, self)

    @command(N_("Add a request"), "Ctrl+Shift+R", "plus", needs=Needs.WRITING)
    def add_request(self) -> None:
        """Ask for two companies and a priority, and store the request."""
        ask_request(self.workspace, None, self)

    @command(N_("Fill in the matrix"), icon="table-2")
    def fill_matrix(self) -> None:
        """Show both sides against each other, to type the requests into."""
        self.tabs.setCurrentWidget(self.matrix)
        self.refresh()
        self.matrix.view.setFocus()
        self.matrix.view.setCurrentIndex(self.matrix.model.index(0, 0))

    @command(N_("See suggestions"), icon="sparkles")
    def show_suggestions(self) -> None:
        """Show which companies suit one another."""
        self.tabs.setCurrentWidget(self.suggestions)
        self.refresh()

    def suggest_for(self, company_id: int) -> None:
        """Show the suggestions for a company."""
        name = self.workspace.store.get(Company, company_id).name
        self.tabs.setCurrentWidget(self.suggestions)
        self.suggestions.company.setText(name)

    @property
    def _page(self) -> RequestsPage:
        return self.pages[self.tabs.currentIndex()]

    def _build(self) -> None:
        paste = self.command_button(self.paste_requests)
        self.command_button(self.import_requests)
        self.command_button(self.add_request, primary=True)
        paste.setToolTip(literal(_("Rows copied in a spreadsheet, with their headings")))
        self.tabs.setDocumentMode(True)
        for page, title in zip(self.pages, (_("List"), _("Matrix"), _("Suggestions"), _("Fair shares")), strict=True):
            self.tabs.addTab(page, title)
        self._pages.addWidget(self.tabs)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(lambda _index: self._refresh_shown())
        self.balance.suggested.connect(self.suggest_for)
        self.balance.opened.connect(lambda key: self.company_asked.emit(key))

    def _refresh_shown(self) -> None:
        if self._page in self._stale:
            self._stale.discard(self._page)
            self._page.refresh()
