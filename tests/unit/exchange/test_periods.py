"""Periods and values as tables write them."""

from datetime import date

import pytest

from missionplanner.domain.figures import Bounded
from missionplanner.exchange import periods


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("2024", "2024"), (" 2024 ", "2024"), ("2024.0", "2024"), ("Q1 2024", "2024-Q1"), ("2024 T3", "2024-Q3"),
        ("1T 2024", "2024-Q1"), ("06/2024", "2024-06"), ("2024-6", "2024-06"), ("juin 2024", "2024-06"),
        ("2024 June", "2024-06"), ("jun. 2024", "2024-06"), ("junio de 2024", "2024-06"), ("2023-24", "2023/24"),
        ("2019–2020", "2019/2020"), ("2024-06", "2024-06"), ("2024-13", None), ("13/2024", None), ("2024-23", None),
        ("20245", None), ("Total", None), ("", None), ("May be 2024", None),
    ],
)  # fmt: skip
def test_a_period(cell: str, found: str | None) -> None:
    assert periods.period(cell) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("56", (56.0, "")), ("56,4", (56.4, "")), ("1 234.5", (1234.5, "")), ("-4.5", (-4.5, "")), ("12 %", (12.0, "")),
        ("<5", (5.0, "under")), ("over 56", (56.0, "over")), ("Plus de 5", (5.0, "over")), ("más de 3", (3.0, "over")),
        ("~12", (12.0, "about")), ("$5.2", (5.2, "")), ("about", None), ("c5", None), ("overt 5", None), ("", None),
    ],
)  # fmt: skip
def test_a_value(cell: str, found: tuple[float, str] | None) -> None:
    assert periods.value(cell) == (found and (found[0], Bounded(found[1])))


def test_what_says_that_there_is_none() -> None:
    assert [periods.is_nothing(cell) for cell in ("..", "n/a", "–", "", "0", "none")] == [True] * 4 + [False] * 2


def test_a_day() -> None:
    assert [periods.day(cell) for cell in ("2025-03-04", " ", "soon")] == [date(2025, 3, 4), None, None]
