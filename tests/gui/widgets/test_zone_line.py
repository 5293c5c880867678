"""Time zones by the cities people know."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.gui.widgets.zone_line import ZoneReader, zone_in_words
from tests.gui.typing import enter

OCTOBER = date(2027, 10, 11)


@pytest.mark.parametrize(
    ("text", "zone", "words"),
    [
        ("Lyon", "Europe/Paris", "Paris, UTC+2 in October"),
        ("Europe/Paris", "Europe/Paris", "Paris, UTC+2 in October"),
        ("Ciudad de México", "America/Mexico_City", "Mexico City, UTC−6 in October"),
        ("Mumbai", "Asia/Kolkata", "Kolkata, UTC+5:30 in October"),
    ],
)
def test_a_city_has_its_zone(qtbot: QtBot, text: str, zone: str, words: str) -> None:
    line = TypedLine(ZoneReader(OCTOBER))
    qtbot.addWidget(line)
    enter(line, text)
    assert (line.text, line.words.text(), line.problem) == (zone, words, "")


def test_what_is_no_place_is_refused_and_namesakes_are_asked_about(qtbot: QtBot) -> None:
    line = TypedLine(ZoneReader(OCTOBER))
    qtbot.addWidget(line)
    enter(line, "Nowheretown")
    assert line.problem == "“Nowheretown” is no city or time zone that is known, such as Lyon or America/Mexico_City."
    enter(line, "Valencia")
    assert (line.value, line.problem) == (None, "Which one is meant by “Valencia”?")


def test_a_zone_is_said_in_the_language_of_the_screen() -> None:
    i18n.use("fr")
    try:
        assert zone_in_words("Europe/London", date(2027, 1, 5)) == "Londres, UTC en janvier"
    finally:
        i18n.use("en")
