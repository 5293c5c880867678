"""The screen of requests on a small mission, without a window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.requests import Priority, Request
from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.requests.screen import RequestsScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import ask, meet
from tests.gui.conftest import ScreenShower

Said = dict[tuple[str, str, str], Priority]
PageShower = Callable[[RequestsPage], None]


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """A mission with one request and its meeting."""
    store = workspace.store
    ask(store, ("D1", "C1", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    return store


@pytest.fixture
def requests(store: Store, show_screen: ScreenShower) -> RequestsScreen:
    screen: RequestsScreen = show_screen(RequestsScreen)
    screen.resize(1200, 800)
    screen.show()
    return screen


@pytest.fixture
def show_page(workspace: Workspace, store: Store, qtbot: QtBot) -> PageShower:
    """Shows a page without its screen: it is refreshed now and after every change."""

    def show(page: RequestsPage) -> None:
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.refresh()
        workspace.changed.connect(lambda _tables: page.refresh())

    return show


def said(store: Store) -> Said:
    """The priority of each request, by delegation company, counterpart and who asked."""
    names = {company.id: company.name for company in store.snapshot().companies}
    return {(names[r.delegation_id], names[r.counterpart_id], r.asked_by.value): r.priority for r in store.all(Request)}
