"""The kinds of bounds, each with its sentence."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from missionplanner.domain.limits import (
    ClockBound,
    CodesBound,
    ColourBound,
    DayBound,
    KeptBound,
    MomentBound,
    NumberBound,
    TextBound,
    ZoneBound,
)


@pytest.mark.parametrize(
    ("bound", "value", "text"),
    [
        (TextBound(3), "abcd", "This is longer than 3 characters."),
        (TextBound(), "x" * 1001, "This is longer than 1,000 characters."),
        (NumberBound(1, 5000), 5001, "This is no number from 1 to 5,000."),
        (NumberBound(1, 5), float("nan"), "This is no number from 1 to 5."),
        (DayBound(), date(2101, 1, 1), "This is no day from 1990 to 2100."),
        (MomentBound(), datetime(1989, 1, 1, tzinfo=UTC), "This is no day from 1990 to 2100."),
        (MomentBound(), datetime(2026, 1, 1), "This time lacks its offset from UTC, such as -06:00."),
        (CodesBound(("a", "b")), "a,b", "This is none of the values it can have."),
        (CodesBound(("a", "b"), several=True), "a,c", "This is none of the values it can have."),
        (ClockBound(), "25:00", "This is no time, such as 14:00."),
        (ClockBound(), "9:00:00", "This is no time, such as 14:00."),
        (ClockBound(), "now", "This is no time, such as 14:00."),
        (ColourBound(), "#12345", "This is no colour, such as #3d6fb4."),
        (ZoneBound(), "", "This is no time zone, such as America/Mexico_City."),
        (ZoneBound(), "Europe", "This is no time zone, such as America/Mexico_City."),
        (KeptBound([int]), "", "This is not as the program keeps it."),
    ],
)
def test_what_is_beyond_is_said(bound: Any, value: Any, text: str) -> None:
    assert bound.problem(value) == text


@pytest.mark.parametrize(
    ("bound", "value"),
    [
        (TextBound(3), "abc"), (NumberBound(1, 5), 5), (DayBound(), date(1990, 1, 1)), (MomentBound(), datetime(2100, 12, 31, tzinfo=UTC)),
        (CodesBound(("a", "b"), several=True), "b,a"), (ClockBound(), "9"), (ClockBound(), "9:30"), (ClockBound(), ""), (ColourBound(), ""),
        (ZoneBound(), "America/Mexico_City"), (KeptBound([int], may_be_empty=True), ""), (KeptBound([int]), "[1]"),
    ],
)  # fmt: skip
def test_what_is_within_is_taken(bound: Any, value: Any) -> None:
    assert bound.problem(value) == ""
