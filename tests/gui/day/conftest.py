"""The screen of the day on a small mission, without a window."""

from collections.abc import Callable

import pytest

from missionplanner.domain.requests import Priority
from missionplanner.gui.day.screen import DayScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import DAY, ask, meet
from tests.gui.conftest import ScreenShower
from tests.gui.typing import enter

Rows = Callable[[int], list[str]]


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """A mission with two meetings at nine and one at twenty-five past."""
    store = workspace.store
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    meet(store, "D3", "C3", 1, 0)
    return store


@pytest.fixture
def day(store: Store, show_screen: ScreenShower) -> DayScreen:
    """The screen, at ten past nine."""
    screen: DayScreen = show_screen(DayScreen)
    enter(screen.moment, f"{DAY} 9:10")
    return screen


@pytest.fixture
def column(day: DayScreen) -> Rows:
    """The texts of a column of the board."""
    rows = day.board.table.rows
    return lambda number: [rows.text(n, number) for n in range(rows.rowCount())]
