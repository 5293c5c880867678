"""The list of letters of a moment."""

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
