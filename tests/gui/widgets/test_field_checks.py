"""What is wrong with texts typed into fields."""

from collections.abc import Callable

import pytest

from missionplanner.gui.widgets.field_checks import (
    languages_problem,
    needed,
    number_problem,
    room_problem,
    zone_problem,
)

NEEDED, NO_NUMBER = "This is needed.", "This is no number."
NO_ZONE = "This is no time zone, such as America/Mexico_City."


@pytest.mark.parametrize(
    ("check", "text", "problem"),
    [
        (needed, "x", ""),
        (needed, "  ", NEEDED),
        (zone_problem, "America/Toronto", ""),
        (zone_problem, "Toronto", NO_ZONE),
        (number_problem, "0", ""),
        (number_problem, "999", ""),
        (number_problem, "1000", NO_NUMBER),
        (number_problem, "", NO_NUMBER),
        (number_problem, "-1", NO_NUMBER),
        (room_problem, "", ""),
        (room_problem, "999999", ""),
        (room_problem, "1000000", NO_NUMBER),
        (room_problem, "many", NO_NUMBER),
    ],
)
def test_texts_are_checked(check: Callable[[str], str], text: str, problem: str) -> None:
    assert check(text) == problem


def test_languages_of_an_interpreter_are_codes_that_exist() -> None:
    assert languages_problem("en, ES") == languages_problem("Spanish; anglais") == ""
    assert all(languages_problem(text) for text in ("en", "en,eh", "English, Klingonish", ""))
