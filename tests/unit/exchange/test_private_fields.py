"""What sensitive columns may feed."""

import pytest

from missionplanner.exchange.private_fields import asks_gender, may_feed


@pytest.mark.parametrize(
    "heading",
    ["Gender", "Sex (M/F)", "Sexe", "Genre", "Sexo", "Género", "H/F", "Male / Female", "Gender of delegate 2"],
)
def test_a_heading_asks_for_a_gender(heading: str) -> None:
    assert asks_gender(heading)
    assert may_feed(heading, "gender")


@pytest.mark.parametrize(
    "heading",
    ["Gender identity", "Pronouns", "Sexual orientation", "Identité de genre", "Gender pronouns", "Sex at birth", "Name",
     "Trans / gender diverse", "Spouse's gender"],
)  # fmt: skip
def test_a_heading_asks_for_more_or_of_others(heading: str) -> None:
    assert not asks_gender(heading)
    assert not may_feed(heading, "gender")


def test_what_stays_with_the_organiser_may_be_fed_and_nothing_else() -> None:
    assert (may_feed("Gender", ""), may_feed("Gender", "dietary"), may_feed("Gender", "position")) == (
        True,
        True,
        False,
    )
