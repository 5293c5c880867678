"""The screen of advice: its pages, and where one comes from the keyboard."""

import pytest

from missionplanner.domain.advice import Advice, Findings
from missionplanner.gui.advice.screen import AdviceScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.advice.advising import Advised
from missionplanner.store.store import Store
from tests.gui.advice.test_what_if_page import outlook
from tests.gui.conftest import ScreenShower


@pytest.fixture
def screen(store: Store, show_screen: ScreenShower) -> AdviceScreen:
    found = show_screen(AdviceScreen)
    assert isinstance(found, AdviceScreen)
    found.show()
    return found


def test_one_arrives_where_the_next_thing_is_done(screen: AdviceScreen) -> None:
    screen.arrive()
    assert screen.focusWidget() is screen.advice.look
    screen.ask_what_if()
    assert screen.focusWidget() is screen.what_if.numbers["companies"]
    screen.advice.look.setFocus()
    screen.arrive()
    assert screen.focusWidget() is screen.what_if.numbers["companies"]


def test_the_list_is_that_of_the_page_shown(screen: AdviceScreen, workspace: Workspace, advice: Advice) -> None:
    screen.advice.show_advice(Advised(workspace.snapshot(), Findings((advice,), 3, 0, 1)))
    screen.what_if.show_outlooks([outlook(1)])
    titles = []
    for page in (screen.advice, screen.what_if):
        screen.tabs.setCurrentWidget(page)
        listed = screen.shown_list()
        titles.append(listed.title if listed else "")
    assert titles == ["Advice", "What if"]


def test_what_pages_ask_for_the_window_does(screen: AdviceScreen) -> None:
    asked: list[str] = []
    screen.command_asked.connect(asked.append)
    screen.advice.command_asked.emit("make_timetable")
    assert asked == ["make_timetable"]
