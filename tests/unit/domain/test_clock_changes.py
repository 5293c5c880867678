"""Nights in which clocks are changed, found and said."""

from datetime import date

import pytest

from missionplanner.domain.clock_changes import clock_changes
from missionplanner.domain.mission import Stop
from missionplanner.i18n import translator


def found(zone: str, first: date, last: date, language: str = "en") -> list[str]:
    stop = Stop(id=1, name_en="City", time_zone=zone, starts=first, ends=last)
    return [change.sentence(translator(language)) for change in clock_changes([stop])]


@pytest.mark.parametrize(
    ("zone", "day", "words"),
    [
        ("Europe/Madrid", date(2027, 3, 28), "forward on Sunday, March 28, 2027: 02:00 becomes 03:00."),
        ("Atlantic/Canary", date(2027, 10, 31), "back on Sunday, October 31, 2027: 02:00 becomes 01:00."),
        ("Australia/Lord_Howe", date(2027, 4, 4), "back on Sunday, April 4, 2027: 02:00 becomes 01:30."),
        ("America/Toronto", date(2027, 3, 14), "forward on Sunday, March 14, 2027: 02:00 becomes 03:00."),
    ],
)
def test_a_change_is_said_with_what_clocks_show_before_and_after(zone: str, day: date, words: str) -> None:
    assert found(zone, day, day) == [f"In City clocks go {words}"]


def test_a_change_on_no_day_of_the_stop_is_none() -> None:
    assert found("Europe/Madrid", date(2027, 3, 29), date(2027, 4, 5)) == []
    assert found("Europe/Madrid", date(2027, 3, 20), date(2027, 3, 27)) == []
    assert found("America/Mexico_City", date(2027, 3, 1), date(2027, 4, 29)) == []
