"""The given names columns of people are told by."""

from missionplanner.domain.spelling import words
from missionplanner.exchange.given_names import GIVEN_NAMES


def test_names_are_folded_single_words() -> None:
    assert [name for name in GIVEN_NAMES if words(name) != name or " " in name] == []
    assert {"jane", "amelie", "guadalupe"} <= GIVEN_NAMES
