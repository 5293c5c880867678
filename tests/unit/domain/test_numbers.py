"""Whole numbers as people type them."""

import pytest

from missionplanner.domain.numbers import whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("20", 20), (" 020 ", 20), ("1,200", 1200), ("1 200", 1200), ("1\u202f200", 1200), ("1.200.000", 1200000), ("1'200", 1200),
        ("20 min", 20), ("5 minutes", 5), ("5min.", 5), ("0", 0),
        ("", None), ("-5", None), ("1,5", None), ("10-49", None), ("2.5k", None), ("twenty", None), ("1,20", None), ("1,200.5", None),
        ("1.200,000", None), ("²", 2), ("9" * 30, None), ("min", None),
    ],
)  # fmt: skip
def test_whole_numbers(text: str, number: int | None) -> None:
    assert whole(text) == number
