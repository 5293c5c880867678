"""Coordinates are read as maps give them, and say about how long a car takes."""

import pytest

from missionplanner.domain.coordinates import minutes_between, point


@pytest.mark.parametrize(
    "text",
    ["19.4326, -99.1332", "19.4326,-99.1332", " 19.4326  -99.1332 ", "19,4326; -99,1332", "19.4326; -99.1332"],
)
def test_coordinates_are_read_however_they_are_separated(text: str) -> None:
    assert point(text) == (19.4326, -99.1332)


@pytest.mark.parametrize("text", ["", "19.4326", "Polanco", "19.4, north", "91, 0", "0, 181", "1, 2, 3", "19,4326"])
def test_anything_else_is_no_point(text: str) -> None:
    assert point(text) is None


def test_the_way_is_longer_than_the_straight_line_and_rounded_up() -> None:
    # 0.1 degrees of latitude are 11.1 km: 15.6 km of streets at 20 km an hour, and 5 minutes.
    assert minutes_between((19.4, -99.1), (19.5, -99.1)) == 55
    assert minutes_between((19.4, -99.1), (19.4, -99.1)) == 0
