"""The list of letters of a moment."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication

from missionplanner.domain.moments import Moment
from missionplanner.gui.letters.screen import LettersScreen


def test_the_timetable_is_shown_first_with_everybody_it_concerns(screen: LettersScreen) -> None:
    assert (screen.list.moment, [one.company for one in screen.list.letters]) == (Moment.TIMETABLE, ["C1", "D1"])
    assert screen.list.table.rows.text(0, 1) == "To be written"
    assert screen.list.words.text() == "2 letters to be written  ·  2 without an address, on paper"
    screen.list.table.choose([1])
    assert "- Mon, Feb 16, 09:00, C1, Hall, table 1" in screen.list.preview.toPlainText()


def test_the_letter_that_was_shown_stays(screen: LettersScreen) -> None:
    shown, asked = screen.list, list[int]()
    shown.company_asked.connect(asked.append)
    shown.table.choose([1])
    shown.refresh()
    assert (shown.current.company if shown.current else "", len(shown.chosen)) == ("D1", 2)
    shown.table.activated_row.emit(1)
    assert asked == [shown.letters[1].company_id]


def test_what_is_selected_stays_and_is_counted(screen: LettersScreen) -> None:
    shown = screen.list
    shown.table.choose([0, 1])
    shown.refresh()
    assert shown.table.chosen_keys() == [0, 1]
    assert shown.words.text() == "2 selected  ·  2 letters to be written  ·  2 without an address, on paper"
    shown.table.choose([1])
    assert shown.words.text() == "2 letters to be written  ·  2 without an address, on paper"


def test_moments_are_in_one_line_where_there_is_little_room(screen: LettersScreen) -> None:
    shown = screen.list
    for width, is_narrow in ((760, True), (1200, False)):
        QApplication.sendEvent(shown, QResizeEvent(QSize(width, 400), shown.size()))
        assert (shown.moments.isHidden(), shown._short.isHidden()) == (is_narrow, not is_narrow)
    assert shown._short.currentText() == "Your timetable"
    shown._short.setCurrentIndex(shown._short.findText("Thanks"))
    assert (shown.moment, shown.moments.currentItem().text()) == (Moment.THANKS, "Thanks")
    shown.moments.setCurrentRow(0)
    assert shown._short.currentText() == "Registration received"
