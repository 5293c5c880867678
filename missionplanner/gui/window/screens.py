"""Makes the screens of the window, each loaded when it is first shown."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from missionplanner.gui.runner import Runner
    from missionplanner.gui.widgets.screen import Screen
    from missionplanner.gui.workspace import Workspace


def make_screen(name: str, workspace: "Workspace", runner: "Runner") -> "Screen":
    """The screen of this name (one of actions.SCREENS)."""
    module = import_module(f"missionplanner.gui.{name}.screen")
    kind = getattr(module, f"{name.capitalize()}Screen")
    return kind(workspace, runner)  # type: ignore[no-any-return]
