"""The screen of letters over the small mission, in which D1 meets C1."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.letters.screen import LettersScreen
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import meet
from tests.gui.conftest import ScreenShower

Settler = Callable[[], None]
"""What the fixture `settle` is."""


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """D1 meets C1 at nine."""
    meet(workspace.store, "D1", "C1", slot=0, table=0)
    return workspace


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """The mission that is open."""
    return workspace.store


@pytest.fixture
def screen(show_screen: ScreenShower) -> LettersScreen:
    found = show_screen(LettersScreen)
    assert isinstance(found, LettersScreen)
    return found


@pytest.fixture
def settle(runner: Runner, qtbot: QtBot) -> Settler:
    """Waits until jobs have ended."""
    return lambda: qtbot.waitUntil(lambda: not runner.is_busy, timeout=30_000)
