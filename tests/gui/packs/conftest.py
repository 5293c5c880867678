"""The screen of packs over the small mission, in which D1 has two meetings."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import MissionText
from missionplanner.gui.packs.screen import PacksScreen
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from tests.builders import meet
from tests.gui.conftest import ScreenShower

Settler = Callable[[], None]
"""What the fixture `settle` is."""


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """D1 meets C1 at nine and C2 at ten to ten; there is a text of welcome."""
    meet(workspace.store, "D1", "C1", slot=0, table=1)
    meet(workspace.store, "D1", "C2", slot=2, table=0)
    with workspace.store.change(message("Texts")) as change:
        change.insert(MissionText(kind="welcome", language="en", title="Welcome", body="One.\n\nTwo."))
    return workspace


@pytest.fixture
def packs(show_screen: ScreenShower) -> PacksScreen:
    found = show_screen(PacksScreen)
    assert isinstance(found, PacksScreen)
    found._pause.stop()
    return found


@pytest.fixture
def settle(packs: PacksScreen, runner: Runner, qtbot: QtBot) -> Settler:
    """Waits until the states are known, the preview is drawn and jobs have ended."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not runner.is_busy, timeout=30_000)
        packs._slices.finish()
        packs._pause.stop()
        packs.follow()
        qtbot.waitUntil(lambda: not runner.is_busy, timeout=30_000)

    return wait
