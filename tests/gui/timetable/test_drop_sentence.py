"""The sentence below the timetable: a sign and colour for a grade, plain text."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.moves import Grade
from missionplanner.gui.timetable.drop_sentence import DropSentence
from missionplanner.gui.widgets.theme import colours


@pytest.fixture
def line(qtbot: QtBot) -> DropSentence:
    found = DropSentence()
    qtbot.addWidget(found)
    return found


@pytest.mark.parametrize(
    ("grade", "text"),
    [(Grade.FREE, "✓  Free."), (Grade.WARY, "!  Free."), (Grade.REFUSED, "✕  Free."), (None, "Free.")],
)
def test_a_grade_has_its_sign(line: DropSentence, grade: Grade | None, text: str) -> None:
    line.say(grade, "Free.")
    assert (line.text(), line.grade, line.words) == (text, grade, "Free.")


def test_a_grade_has_its_colour(line: DropSentence) -> None:
    line.say(Grade.REFUSED, "No.")
    assert line.styleSheet().startswith(f"color: {colours().bad};")
    line.say(None, "Nothing.")
    assert line.styleSheet().startswith(f"color: {colours().quiet};")


def test_names_that_look_like_markup_are_shown_as_they_are(line: DropSentence) -> None:
    line.say(None, "<b>Acme</b>")
    assert (line.textFormat(), line.text()) == (Qt.TextFormat.PlainText, "<b>Acme</b>")
