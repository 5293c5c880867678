"""The plan of a room: tables, moments, who sits where."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting
from missionplanner.gui.timetable.room_pane import RoomPane, across
from missionplanner.gui.workspace import Workspace
from tests.builders import DAY, moment
from tests.gui.timetable.overview_plans import plan_of


@pytest.fixture
def pane(workspace: Workspace, qtbot: QtBot) -> RoomPane:
    found = RoomPane(workspace)
    qtbot.addWidget(found)
    found.resize(900, 400)
    found.show()
    found.show_plan(plan_of(), 1, DAY)
    return found


def texts(pane: RoomPane) -> list[str]:
    return [pane.model.text(seat) for seat in pane.model.seats]


def test_the_model_is_sound(pane: RoomPane, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(pane.model)


def test_tables_say_who_sits_at_them(pane: RoomPane) -> None:
    assert texts(pane) == ["1\nD1\nC1", "2\nD2\nC2"]
    assert pane.words.text() == "2 of 2 tables are taken."


def test_one_goes_through_the_day_with_commands_and_the_slider(pane: RoomPane) -> None:
    pane.later()
    second = texts(pane)
    pane.moment.setValue(2)
    third = (pane.time.text(), texts(pane))
    pane.later()
    pane.earlier()
    assert (second, third) == (["1\nfree", "2\nNot available"], ("Mon, Feb 16, 09:50", ["1\nD1\nC2", "2\nfree"]))
    assert pane.shown_at == moment(9, 25)


def test_the_time_stays_when_the_plan_changes(pane: RoomPane) -> None:
    pane.moment.setValue(2)
    pane.show_plan(plan_of(), 1, DAY)
    assert pane.shown_at == moment(9, 50)


def test_another_venue_has_its_own_tables(pane: RoomPane) -> None:
    pane.venue.choose(2)
    assert texts(pane) == ["1\nfree"]


def test_enter_and_the_mouse_open_the_meeting_at_a_table(pane: RoomPane, qtbot: QtBot) -> None:
    found: list[int] = []
    pane.meeting_asked.connect(found.append)
    pane.view.setCurrentIndex(pane.model.place_of(1))
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    pane.view.doubleClicked.emit(pane.model.place_of(0))
    pane.later()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert found == [4, 1]


def test_companies_are_found_at_their_tables(pane: RoomPane) -> None:
    assert [(i.row(), i.column()) for i in pane.places_with(["c2"])] == [(0, 1)]
    assert pane.places_with(["nobody"]) == []


def test_screen_readers_say_each_table(pane: RoomPane) -> None:
    pane.later()
    said = [pane.model.place_of(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in (0, 1)]
    assert said == ["Table 1: free", "Table 2: Not available"]


def test_visits_of_the_moment_stand_below(pane: RoomPane) -> None:
    before = pane.visits.isVisibleTo(pane)
    visit = Meeting(id=9, delegation_id=2, counterpart_id=3, slot_id=2, table_id=None)
    pane.show_plan(plan_of(visit), 1, DAY)
    pane.later()
    assert (before, pane.visits.text()) == (False, "At offices: D2 – C1")


def test_the_list_is_of_the_moment(pane: RoomPane) -> None:
    pane.moment.setValue(2)
    shown = pane.shown_list()
    assert shown is not None
    assert shown.subtitle == "Hall, Mon, Feb 16, 09:50"
    assert [list(row) for row in shown.rows] == [["1", "D1", "C2"], ["2", "", ""]]


def test_tables_stand_in_rows_of_as_many_as_there_is_room_for() -> None:
    assert [across(45, width) for width in (100, 300, 700, 1400)] == [1, 2, 5, 10]


def test_behind_the_last_table_nothing_can_be_chosen(pane: RoomPane) -> None:
    pane.model.show_seats(plan_of(), pane.model.seats[:1] * 3, 2)
    last = pane.model.index(1, 1)
    assert (pane.model.seat(last), pane.model.flags(last), last.data()) == (None, Qt.ItemFlag.NoItemFlags, None)


def test_a_stop_without_tables_has_no_moments(pane: RoomPane) -> None:
    pane.show_plan(plan_of(), 99, DAY)
    assert (pane.shown_at, pane.shown_list()) == (None, None)
