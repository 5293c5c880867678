"""The screen of the day: its stop, its time, its type."""

from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop
from missionplanner.domain.timetable import Meeting
from missionplanner.gui import settings
from missionplanner.gui.day.screen import DayScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, moment
from tests.gui.conftest import Opener, ScreenShower
from tests.gui.typing import enter


def test_before_the_mission_it_begins_at_the_first_slot(store: Store, show_screen: ScreenShower) -> None:
    screen: DayScreen = show_screen(DayScreen)
    assert (screen.now.isChecked(), screen.at) == (False, moment(9))


def test_the_clock_shows_the_time_at_the_stop(day: DayScreen) -> None:
    assert day.clock.text() == "Mon, Feb 16, 09:10"


def test_a_stop_on_other_clocks_shows_its_own_time(day: DayScreen, store: Store) -> None:
    with store.change(message("Stop")) as change:
        tijuana = change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
    day.stop.choose(tijuana)
    assert day.at == moment(11, 10)


def test_now_is_now(day: DayScreen) -> None:
    day.now.setChecked(True)
    assert abs(day.at - datetime.now(UTC)) < timedelta(seconds=5)
    assert not day.moment.isEnabled()


def test_the_clock_runs_only_while_now_is_shown(day: DayScreen) -> None:
    running = [day._timer.isActive()]
    for shown in (day.now.setChecked, lambda _on: day.settle()):
        shown(True)
        running.append(day._timer.isActive())
    assert running == [False, True, False]


def test_large_type_is_remembered(day: DayScreen) -> None:
    small = day.board.table.verticalHeader().defaultSectionSize()
    day.toggle_large_type()
    assert day.board.table.verticalHeader().defaultSectionSize() > small * 1.5
    assert "17pt" in day.board.table.styleSheet()
    assert settings.read("large_type") in (True, "true")
    day.toggle_large_type()
    assert day.board.table.verticalHeader().defaultSectionSize() == small


def test_the_chosen_time_stays_after_a_change(day: DayScreen, store: Store) -> None:
    enter(day.moment, "10:00")
    with store.change(message("Other")) as change:
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
    assert day.at == moment(10)


def test_the_list_to_print_is_that_of_the_tab(day: DayScreen) -> None:
    titles = []
    for tab in (0, 1):
        day.tabs.setCurrentIndex(tab)
        titles.append(day.shown_list().title)
    assert titles == ["Who should be where", "Calls of the evening before"]


def test_move_by_hand_takes_that_meeting_whatever_was_held(
    open_window: Opener, store: Store, workspace: Workspace, qtbot: QtBot
) -> None:
    path = store.path
    workspace.close()
    window = open_window(path)
    first, second, _third = window.workspace.store.all(Meeting)
    window.do("show_timetable")
    timetable = window.screens["timetable"]
    timetable.dragging.take_up(first)
    before = window.workspace.store.steps.undo_label
    window.do("show_day")
    board = window.screens["day"].board
    board.shown.choose("")
    board.table.choose([second.id])
    qtbot.keyClick(board.table, "m")
    assert timetable.dragging.preview.moves.held == second
    assert window.workspace.store.steps.undo_label == before
