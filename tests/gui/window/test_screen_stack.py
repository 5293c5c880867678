"""The life of the screens: made once, stale after a change, refreshed when shown."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Venue
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.screen_stack import ScreenStack
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.messages import message


class Counting(Screen):
    """Counts how often it is refreshed and settled."""

    refreshed = settled = 0

    def refresh(self) -> None:
        self.refreshed += 1

    def settle(self) -> bool:
        self.settled += 1
        return True


class One(Counting):
    """A screen without a list."""


class Other(Counting):
    """A screen with a list."""

    def shown_list(self) -> ShownList:
        return ShownList("Others", "", ["Name"], [], [100])


One.__module__, Other.__module__ = "missionplanner.gui.one.screen", "missionplanner.gui.other.screen"


@pytest.fixture
def stack(qtbot: QtBot, workspace: Workspace, runner: Runner) -> ScreenStack:
    """No screen yet."""
    found = ScreenStack(workspace, runner)
    qtbot.addWidget(found)
    return found


def change(workspace: Workspace) -> None:
    """Change something."""
    with workspace.store.change(message("Edit")) as step:
        step.insert(Venue(stop_id=1, name="Annex"))


def test_a_screen_is_made_once_and_refreshed_when_first_shown(stack: ScreenStack) -> None:
    made: list[Screen] = []
    shown: list[str] = []
    stack.made.connect(made.append)
    stack.shown.connect(shown.append)
    screen = stack.show_screen(One)
    assert stack.show_screen(One) is screen
    assert (made, shown, screen.refreshed, stack.screens) == ([screen], ["one", "one"], 1, {"one": screen})
    assert (stack.currentWidget(), stack.last) == (screen, One)


def test_what_is_shown_is_refreshed_after_a_change_the_rest_when_it_is_shown(
    stack: ScreenStack, workspace: Workspace
) -> None:
    one, other = stack.show_screen(One), stack.show_screen(Other)
    change(workspace)
    assert (one.refreshed, one.stale, other.refreshed, other.stale) == (1, True, 2, False)
    stack.show_screen(One)
    assert (one.refreshed, one.stale, other.refreshed) == (2, False, 2)


def test_list_is_that_of_the_screen_that_is_shown(stack: ScreenStack) -> None:
    assert stack.shown_list() is None
    stack.show_screen(Other)
    shown = stack.shown_list()
    assert shown is not None
    assert shown.title == "Others"
    stack.show_screen(One)
    assert stack.shown_list() is None


def test_screens_settle_before_they_go(stack: ScreenStack) -> None:
    one, other = stack.show_screen(One), stack.show_screen(Other)
    stack.settle()
    assert (one.settled, other.settled) == (1, 1)
    stack.clear()
    assert (stack.screens, stack.count()) == ({}, 0)
    assert stack.show_screen(One) is not one


def test_a_new_start_page_takes_the_place_of_the_one_before(stack: ScreenStack) -> None:
    first, second = QLabel("first"), QLabel("second")
    stack.set_start(first)
    stack.show_screen(One)
    stack.set_start(second)
    assert (stack.count(), stack.widget(0), stack.indexOf(first)) == (2, second, -1)


def test_screens_that_go_wait_for_nothing_any_more(stack: ScreenStack) -> None:
    timer = QTimer(stack.show_screen(One), interval=60_000)
    timer.start()
    stack.clear()
    assert not timer.isActive()


def test_a_screen_is_shown_while_no_other_is(stack: ScreenStack) -> None:
    assert not stack.is_shown("one")
    stack.show_screen(One)
    assert (stack.is_shown("one"), stack.is_shown("other")) == (True, False)
    stack.show_screen(Other)
    assert (stack.is_shown("one"), stack.is_shown("other")) == (False, True)


def test_it_needs_the_room_of_the_screen_that_is_shown(stack: ScreenStack) -> None:
    for kind, high in ((One, 700), (Other, 300)):
        screen = stack.show_screen(kind)
        screen.layout_.addWidget(QWidget(minimumHeight=high))
    other, one = stack.minimumSizeHint().height(), stack.show_screen(One).minimumSizeHint().height()
    assert (other > 300, one - other, stack.minimumSizeHint().height()) == (True, 400, one)


def test_no_other_screen_is_shown_while_all_go(window: MainWindow) -> None:
    for name in ("companies", "people", "overview"):
        window.do(f"show_{name}")
    stack, shown = window.session.stack, list[str]()
    stack.currentChanged.connect(lambda _place: shown.append(stack.shown_name()))
    window.workspace.close()
    assert (set(shown), stack.screens) == ({"start"}, {})
