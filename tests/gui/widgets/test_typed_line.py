"""A line that reads what is typed: it speaks when it is left, asks where it is not certain, and changes nothing else."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.date_lines import DayLine, DayReader
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from tests.gui.typing import enter, keys, leave

MISSION = date(2027, 10, 11), date(2027, 10, 16)


@pytest.fixture
def line(qtbot: QtBot) -> DayLine:
    found = DayLine(DayReader(MISSION, "This is outside the mission."))
    qtbot.addWidget(found)
    found.set_value(date(2027, 10, 11))
    found.show()
    return found


def shown(line: DayLine) -> list[str]:
    """What stands below the line."""
    return [label.text() for label in (line.words, line.warning, line.question) if not label.isHidden()]


def answers(line: DayLine) -> list[QPushButton]:
    return [button for button in line.findChildren(QPushButton) if button.isVisible()]


def test_it_says_in_words_what_it_understood(line: DayLine) -> None:
    enter(line, "12 oct")
    assert (line.text, line.value, shown(line)) == ("2027-10-12", date(2027, 10, 12), ["Tuesday, October 12, 2027"])


def test_a_day_outside_the_mission_is_taken_and_told(line: DayLine) -> None:
    enter(line, "2027-11-02")
    assert shown(line) == ["Tuesday, November 2, 2027", "This is outside the mission."]
    assert (line.value, line.problem) == (date(2027, 11, 2), "")


def test_nothing_is_said_against_a_text_before_the_line_is_left(line: DayLine) -> None:
    line.line.selectAll()
    keys(line.line, "31 feb")
    assert shown(line) == []
    leave(line)
    sentence = "“31 feb” is no date, such as 2027-10-12, 12 Oct or Tue."
    assert (line.text, line.value, shown(line)) == ("31 feb", None, [sentence])
    keys(line.line, "r")
    assert shown(line) == []


def test_what_can_be_two_days_is_asked_and_the_answer_taken(line: DayLine, qtbot: QtBot) -> None:
    enter(line, "03/04/2027")
    assert (line.text, line.value) == ("03/04/2027", None)
    assert shown(line) == ["Which one is meant by “03/04/2027”?"]
    assert [one.text() for one in answers(line)] == ["Saturday, April 3, 2027", "Thursday, March 4, 2027"]
    with qtbot.waitSignal(line.edited):
        answers(line)[1].click()
    assert (line.value, answers(line)) == (date(2027, 3, 4), [])


def test_tab_goes_to_the_next_field_and_the_question_stays(qtbot: QtBot) -> None:
    both, line, after = QWidget(), DayLine(DayReader(MISSION)), QLineEdit()
    layout = QVBoxLayout(both)
    layout.addWidget(line)
    layout.addWidget(after)
    qtbot.addWidget(both)
    both.show()
    both.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.line.hasFocus)
    line.line.selectAll()
    keys(line.line, "03/04/2027")
    QTest.keyClick(line.line, Qt.Key.Key_Tab)
    assert both.focusWidget() is after
    assert shown(line) == ["Which one is meant by “03/04/2027”?"]
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert both.focusWidget() is answers(line)[-1]


def test_enter_asks_and_tab_goes_on_to_the_answers(line: DayLine, qtbot: QtBot) -> None:
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.line.hasFocus)
    line.line.selectAll()
    keys(line.line, "03/04/2027")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    QTest.keyClick(line.line, Qt.Key.Key_Tab)
    assert line.focusWidget() is answers(line)[0]


def test_up_and_down_go_to_the_next_day_and_undo_takes_it_back(line: DayLine) -> None:
    QTest.keyClick(line.line, Qt.Key.Key_Up)
    QTest.keyClick(line.line, Qt.Key.Key_Up)
    assert line.value == date(2027, 10, 13)
    QTest.keyClick(line.line, Qt.Key.Key_Down)
    assert line.value == date(2027, 10, 12)
    line.line.undo()
    assert line.value == date(2027, 10, 13)


def test_steps_leave_a_text_alone_that_is_no_day(line: DayLine) -> None:
    enter(line, "soon")
    QTest.keyClick(line.line, Qt.Key.Key_Up)
    assert line.text == "soon"
    enter(line, "")
    QTest.keyClick(line.line, Qt.Key.Key_Up)
    assert line.value == MISSION[0]


def test_screen_readers_hear_what_was_understood(line: DayLine) -> None:
    line.setAccessibleName("Starts")
    enter(line, "12 oct")
    assert line.line.accessibleName() == "Starts"
    assert line.line.accessibleDescription() == "Tuesday, October 12, 2027"


def test_enter_stops_at_a_question_and_a_dialog_does_not_take_it(qtbot: QtBot) -> None:
    dialog = RecordDialog("Stop", [FormField("day", "Day", "date", days=MISSION)], {"day": MISSION[0]})
    qtbot.addWidget(dialog)
    dialog.show()
    line = dialog.form.editors["day"]
    assert isinstance(line, DayLine)
    line.line.selectAll()
    keys(line.line, "03/04/2027")
    with qtbot.assertNotEmitted(dialog.accepted):
        QTest.keyClick(line.line, Qt.Key.Key_Return)
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    assert dialog.form.problems == ["Day: Which one is meant by “03/04/2027”?"]
    enter(line, "")
    assert dialog.form.problems == ["Day: This is needed."]
    enter(line, "tue")
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
