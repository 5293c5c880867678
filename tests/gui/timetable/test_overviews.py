"""The views of the whole timetable on the screen: which is shown, what is found, and where one gets from them."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.timetable.overviews import VIEWS
from missionplanner.gui.timetable.screen import TimetableScreen


def show(timetable: TimetableScreen, name: str) -> None:
    timetable.view.setCurrentIndex(timetable.view.findData(name))


def test_a_view_takes_the_place_of_the_grid_and_is_where_one_arrives(timetable: TimetableScreen) -> None:
    beside = (timetable.grid, timetable.side, timetable.legend, timetable.dragging.sentence)
    for name in VIEWS:
        show(timetable, name)
        timetable.arrive()
        assert [widget.isVisibleTo(timetable) for widget in (*beside, timetable.overviews)] == [False] * 4 + [True]
        assert timetable.focusWidget() is timetable.overviews.view is timetable.main_view
        assert timetable.days.isVisibleTo(timetable) is (name != "weeks")
    show(timetable, "tables")
    assert [widget.isVisibleTo(timetable) for widget in (*beside, timetable.overviews)] == [True] * 4 + [False]
    assert timetable.main_view is timetable.grid


def test_meetings_and_companies_of_a_view_are_opened(timetable: TimetableScreen, qtbot: QtBot) -> None:
    show(timetable, "weeks")
    with qtbot.waitSignal(timetable.company_asked, timeout=100) as asked:
        timetable.overviews.weeks.company_asked.emit(2)
    timetable.overviews.weeks.meeting_asked.emit(2)
    shown = timetable.model.cell(timetable.grid.currentIndex()).text
    assert (asked.args, timetable.view.currentData(), shown) == ([2], "tables", "D2\nC2")


def test_typing_narrows_the_weeks_and_f3_goes_from_match_to_match(timetable: TimetableScreen) -> None:
    found = {}
    timetable.text.setText("d2")
    for name in VIEWS:
        show(timetable, name)
        timetable.find_next()
        index = timetable.overviews.view.currentIndex()
        found[name] = (index.row(), index.column(), timetable.dragging.sentence.words)
    assert [week.company.name for week in timetable.overviews.weeks.model.weeks] == ["D2"]
    assert found == {
        "weeks": (0, 0, "1 of 1 here."),
        "loads": (3, 2, "1 of 1 here."),
        "room": (0, 0, "“d2” is not in this view."),
    }
    timetable.overviews.room.later()
    timetable.find_next()
    assert timetable.overviews.view.currentIndex().column() == 1


def test_a_view_is_printed_as_a_list(timetable: TimetableScreen) -> None:
    found = {}
    for name in VIEWS:
        show(timetable, name)
        shown = timetable.shown_list()
        assert shown is not None
        found[shown.title] = len(shown.rows)
    assert found == {"Weeks of companies": 3, "Load of tables": 6, "Room plan": 3}


def test_keys_go_through_the_moments(timetable: TimetableScreen, qtbot: QtBot) -> None:
    show(timetable, "room")
    timetable.activateWindow()
    timetable.overviews.view.setFocus()
    qtbot.keyClick(timetable.overviews.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert timetable.overviews.room.moment.value() == 1
