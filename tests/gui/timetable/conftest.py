"""The screen of the timetable on a small mission, without a window."""

from datetime import date

import pytest

from missionplanner.domain.mission import Table, Venue
from missionplanner.domain.requests import Priority
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, meet, other_day
from tests.gui.conftest import ScreenShower


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """A mission of four slots and three tables with two meetings and one open request."""
    store = workspace.store
    with store.change(message("Table")) as change:
        change.insert(Table(venue_id=store.all(Venue)[0].id, number=3))
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET), ("D3", "C3", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    return store


@pytest.fixture
def timetable(store: Store, show_screen: ScreenShower) -> TimetableScreen:
    """The screen, seen, with all reasons found."""
    screen: TimetableScreen = show_screen(TimetableScreen)
    screen.resize(1280, 800)
    screen.show()
    screen.side.finish()
    return screen


@pytest.fixture
def tuesday(store: Store) -> date:
    """The day after the first, with two slots of its own."""
    return other_day(store)
