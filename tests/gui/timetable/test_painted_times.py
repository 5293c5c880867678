"""Quarters of an hour are painted and wiped, by mouse and by Space."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop
from missionplanner.domain.time import Range
from missionplanner.gui.timetable.painted_times import PaintedTimes, day_rows
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, moment

NINE = 9 * 4
LEFT, NO = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def times(tuesday: date, store: Store, qtbot: QtBot) -> PaintedTimes:
    """Two days of one stop."""
    found = PaintedTimes(day_rows(store.snapshot()))
    qtbot.addWidget(found)
    found.resize(1240, 300)
    found.show()
    return found


def painted(times: PaintedTimes) -> list[tuple[list[Range], bool]]:
    found: list[tuple[list[Range], bool]] = []
    times.painted.connect(lambda quarters, away: found.append((quarters, away)))
    return found


def press(times: PaintedTimes, column: int) -> None:
    QTest.mousePress(times.viewport(), LEFT, NO, times.visualItemRect(times.item(0, column)).center())


def test_a_row_is_a_day_with_its_stops(tuesday: date, store: Store) -> None:
    with store.change(message("Stop")) as change:
        change.insert(Stop(name_en="Puebla", time_zone="America/Mexico_City", starts=DAY, ends=DAY))
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
    assert [row.text for row in day_rows(store.snapshot())] == [
        "Mon, Feb 16, Tijuana",
        "Mon, Feb 16, Mexico City / Puebla",
        "Tue, Feb 17, Mexico City",
    ]


def test_a_cell_is_a_quarter_of_an_hour(times: PaintedTimes) -> None:
    assert (times.rowCount(), times.columnCount()) == (2, 96)
    assert times.days[0].quarter(NINE + 1) == Range(moment(9, 15), moment(9, 30))
    assert times.days[0].span == Range(moment(0), moment(0) + timedelta(days=1))


def test_the_mouse_paints_what_is_free_and_wipes_what_is_painted(times: PaintedTimes) -> None:
    found = painted(times)
    press(times, NINE)
    times.show_times([(Range(moment(10), moment(10, 15)), "visa")], [])
    press(times, NINE + 4)
    QTest.mouseRelease(times.viewport(), LEFT)
    assert found == [
        ([Range(moment(9), moment(9, 15))], True),
        ([Range(moment(10), moment(10, 15))], False),
    ]


def test_dragging_paints_the_block(times: PaintedTimes) -> None:
    found = painted(times)
    press(times, NINE)
    end = times.visualItemRect(times.item(1, NINE + 1)).center()
    QTest.mouseMove(times.viewport(), end)
    QTest.mouseRelease(times.viewport(), LEFT, NO, end)
    QTest.mouseMove(times.viewport(), times.visualItemRect(times.item(1, NINE + 3)).center())
    assert {(quarter.start.day, quarter.start.minute) for quarter in found[-1][0]} == {
        (16, 0),
        (16, 15),
        (17, 0),
        (17, 15),
    }


def test_space_paints_where_not_all_is_painted(times: PaintedTimes, qtbot: QtBot) -> None:
    found = painted(times)
    times.show_times([(Range(moment(9), moment(9, 15)), "")], [])
    times.setCurrentCell(0, NINE)
    qtbot.keyClick(times, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(times, Qt.Key.Key_Space)
    assert found == [([Range(moment(9, 15), moment(9, 30))], True)]


def test_space_wipes_where_all_is_painted(times: PaintedTimes, qtbot: QtBot) -> None:
    found = painted(times)
    times.show_times([(Range(moment(9), moment(9, 15)), "")], [])
    times.setCurrentCell(0, NINE)
    qtbot.keyClick(times, Qt.Key.Key_Space)
    assert found == [([Range(moment(9), moment(9, 15))], False)]


def test_a_cell_says_its_time_absence_and_meetings(times: PaintedTimes) -> None:
    times.show_times(
        [(Range(moment(9), moment(9, 30)), "visa")],
        [(Range(moment(9, 15), moment(9, 40)), "D1 – C1"), (Range(moment(9, 20), moment(9, 25)), "Talk")],
    )
    assert [times.item(0, NINE + n).toolTip() for n in range(4)] == [
        "09:00–09:15, Not available (visa)",
        "09:15–09:30, Not available (visa), D1 – C1; Talk",
        "09:30–09:45, D1 – C1",
        "09:45–10:00",
    ]
    said = times.item(0, NINE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Mon, Feb 16, Mexico City, 09:00–09:15, Not available (visa)"
    assert times.is_away(times.days[0].quarter(NINE))


def test_hours_head_their_quarters(times: PaintedTimes) -> None:
    assert not times.grab().isNull()
    assert times.horizontalHeader().defaultSectionSize() * 4 == 44
