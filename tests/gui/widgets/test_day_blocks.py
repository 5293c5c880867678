"""Blocks of meeting hours: how many slots they have, and what they are in words."""

from missionplanner.gui.widgets.day_blocks import FIRST, HOUR, TOP, DrawnHours, clock, y_of


def test_a_block_says_its_times_and_slots() -> None:
    assert (DrawnHours(0, 0, 20).slots, DrawnHours(0, 0, 19).slots, DrawnHours(0, 540, 600, 30, 0).slots) == (1, 0, 2)
    assert DrawnHours(0, 540, 600, meetings=3).words == "09:00–10:00 · 2 slots · 3 meetings"


def test_times_of_day_have_their_places() -> None:
    assert (clock(545), clock(0)) == ("09:05", "00:00")
    assert (y_of(FIRST * 60), y_of(FIRST * 60 + 60)) == (TOP, TOP + HOUR)
