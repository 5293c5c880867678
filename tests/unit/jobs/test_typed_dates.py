"""Dates typed into cells and on the command line."""

from datetime import date

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.typed_dates import typed_day

MISSION = date(2027, 10, 11), date(2027, 10, 16)


def test_a_day_is_read_as_in_a_form() -> None:
    assert (
        typed_day("2027-10-12") == typed_day("tue", MISSION) == typed_day("12 octobre", MISSION) == date(2027, 10, 12)
    )
    assert typed_day(" ") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("soon", "“soon” is no date."),
        ("03/04/2099", "“03/04/2099” can be March 4, 2099 or April 3, 2099."),
    ],
)
def test_what_is_no_day_or_two_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        typed_day(text)
    assert (refused.value.text, refused.value.hint) == (sentence, "Write it as 2026-02-16.")
