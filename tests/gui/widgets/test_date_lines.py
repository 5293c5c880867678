"""Lines for days and times: their calendar, their steps, and what short texts are understood by."""

from datetime import date, datetime, time, timedelta, timezone

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.date_lines import ClockReader, DayLine, DayReader, InstantReader, MomentReader
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.typed_line import TypedLine
from tests.gui.typing import enter

MISSION = date(2027, 10, 11), date(2027, 10, 16)
NINE = datetime(2027, 10, 11, 9)


def made(qtbot: QtBot, line: TypedLine) -> TypedLine:
    qtbot.addWidget(line)
    return line


def test_a_day_alone_keeps_the_time_and_a_time_alone_the_day(qtbot: QtBot) -> None:
    line = made(qtbot, DayLine(MomentReader(MISSION)))
    line.set_value(NINE)
    enter(line, "tue")
    assert (line.value, line.words.text()) == (datetime(2027, 10, 12, 9), "Tuesday, October 12, 2027, 09:00")
    enter(line, "2 pm")
    assert (line.value, line.text) == (datetime(2027, 10, 12, 14), "2027-10-12 14:00")
    enter(line, "+1 8h30")
    assert line.value == datetime(2027, 10, 13, 8, 30)


def test_steps_move_the_day_or_the_time_the_caret_is_in(qtbot: QtBot) -> None:
    line = made(qtbot, DayLine(MomentReader(MISSION)))
    line.set_value(NINE)
    for place, expected in ((3, NINE + timedelta(1)), (13, NINE + timedelta(1, minutes=5))):
        line.line.setCursorPosition(place)
        QTest.keyClick(line.line, Qt.Key.Key_Up)
        assert (line.value, line.line.cursorPosition()) == (expected, place)


def test_alt_down_opens_a_calendar_whose_day_is_taken(qtbot: QtBot) -> None:
    line = DayLine(MomentReader(MISSION))
    made(qtbot, line).set_value(NINE)
    line.show()
    QTest.keyClick(line.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line.calendar is not None
    month = line.calendar.month
    assert month.selectedDate() == QDate(2027, 10, 11)
    with qtbot.waitSignals([line.edited, line.left]):
        month.activated.emit(QDate(2027, 10, 14))
    assert line.value == datetime(2027, 10, 14, 9)


def test_the_end_counts_from_the_start(qtbot: QtBot) -> None:
    form = Form([FormField("starts", "Starts", "date", days=MISSION), FormField("ends", "Ends", "date", days=MISSION)])
    qtbot.addWidget(form)
    form.set_values({"starts": date(2027, 10, 12), "ends": date(2027, 10, 11)})
    enter(form.editors["ends"], "+3")
    assert form.values() == {"starts": date(2027, 10, 12), "ends": date(2027, 10, 15)}
    enter(form.editors["starts"], "+1")
    assert form.value("starts") == date(2027, 10, 13)


def test_without_a_mission_short_days_lie_after_the_one_there_was(qtbot: QtBot) -> None:
    line = made(qtbot, DayLine(DayReader()))
    line.set_value(date(2031, 5, 1))
    enter(line, "12 oct")
    assert line.value == date(2031, 10, 12)


def test_an_instant_keeps_its_offset_until_another_is_typed(qtbot: QtBot) -> None:
    line = made(qtbot, DayLine(InstantReader(MISSION)))
    line.set_text("2027-09-28T23:59-08:00")
    enter(line, "30 sept 18h00")
    assert (line.text, line.words.text()) == (
        "2027-09-30 18:00-08:00",
        "Thursday, September 30, 2027, 18:00 (UTC−8)",
    )
    for text in ("2027-09-30 18:00+02:00", "30 sep 2027 18:00 UTC+2"):
        enter(line, text)
        assert line.value == datetime(2027, 9, 30, 18, tzinfo=timezone(timedelta(hours=2)))
    enter(line, "2027-09-30 18:00z")
    assert line.value.utcoffset() == timedelta()
    enter(line, "2027-09-30 18:00+19:00")
    assert line.value is None


def test_an_instant_without_any_offset_is_on_the_clocks_of_this_computer(qtbot: QtBot) -> None:
    line = made(qtbot, DayLine(InstantReader(MISSION)))
    enter(line, "2027-09-30 18:00")
    assert line.value == datetime(2027, 9, 30, 18).astimezone()


def test_a_time_of_day(qtbot: QtBot) -> None:
    line = made(qtbot, TypedLine(ClockReader()))
    enter(line, "9h")
    assert (line.text, line.value) == ("09:00", time(9))
    QTest.keyClick(line.line, Qt.Key.Key_Up)
    assert line.text == "09:05"
    enter(line, "23:58")
    QTest.keyClick(line.line, Qt.Key.Key_Up)
    assert line.text == "23:58"
    enter(line, "late")
    assert line.question.text() == "“late” is no time, such as 14:00, 9h30 or 2 pm."
