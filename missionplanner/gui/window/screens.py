"""Makes the screens of the window, each loaded when it is first shown."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from missionplanner.gui.runner import Runner
    from missionplanner.gui.start.page import StartPage
    from missionplanner.gui.widgets.screen import Screen
    from missionplanner.gui.workspace import Workspace


def make_screen(name: str, workspace: "Workspace", runner: "Runner") -> "Screen":
    """The screen of this name (one of actions.SCREENS)."""
    module = import_module(f"missionplanner.gui.{name}.screen")
    kind = getattr(module, f"{name.capitalize()}Screen")
    return kind(workspace, runner)  # type: ignore[no-any-return]


def connect(screen: "Screen", do: Callable[..., Any]) -> None:
    """Lead from a screen to where it asks to."""
    screen.company_asked.connect(lambda key: do("open_company", key))
    screen.meeting_asked.connect(lambda key: do("carry_meeting", key))
    screen.import_asked.connect(lambda kind: do("import_file", kind))
    screen.paste_asked.connect(lambda kind: do("paste_rows", kind))
    screen.companies_asked.connect(lambda: do("show_companies"))
    screen.timetable_asked.connect(lambda: do("show_timetable"))
    screen.personal_data_asked.connect(lambda: do("personal_data"))


def connect_start_page(page: "StartPage", do: Callable[..., Any]) -> None:
    """Lead from the start page to a mission."""
    page.new_asked.connect(lambda: do("new_mission"))
    page.example_asked.connect(lambda: do("new_example"))
    page.open_asked.connect(lambda: do("open_mission"))
    page.path_asked.connect(lambda path: do("open_path", path))
