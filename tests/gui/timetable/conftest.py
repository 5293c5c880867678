"""The screen of the timetable on a small mission, without a window."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Session, slots_of
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, meet, moment
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
    day = DAY + timedelta(1)
    venue = store.all(Venue)[0].id
    session = Session(venue_id=venue, starts=moment(9, day=day), ends=moment(9, 50, day))
    with store.change(message("Tuesday")) as change:
        change.insert_all(slots_of(session, change.insert(session)))
        change.update(replace(store.all(Stop)[0], ends=day))
    return day
