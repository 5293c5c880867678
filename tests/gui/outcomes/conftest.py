"""The small mission with three meetings, two of them at nine."""

import pytest

from missionplanner.domain.requests import Priority
from missionplanner.gui.workspace import Workspace
from tests.builders import ask, meet


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """D1 meets C1 and D2 meets C2 at nine, as they wish, and D3 meets C3 afterwards."""
    ask(workspace.store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET))
    meet(workspace.store, "D1", "C1", 0, 0)
    meet(workspace.store, "D2", "C2", 0, 1)
    meet(workspace.store, "D3", "C3", 1, 0)
    return workspace
