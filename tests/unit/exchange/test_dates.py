"""Dates and times in the order of their column and the zone they name."""

from datetime import UTC

import pytest

from missionplanner.exchange import dates


def utc(cell: str, heading: str = "", day_first: bool = False) -> str:
    found = dates.moment(cell, day_first, dates.zone_in(heading))
    return found.astimezone(UTC).isoformat()[:16] if found else ""


@pytest.mark.parametrize(
    ("cell", "heading", "moment"),
    [
        ("2025/11/03 10:22:15 PM GMT-5", "Timestamp", "2025-11-04T03:22"), ("2025/11/03 10:22:15 PM EST", "Timestamp", "2025-11-04T03:22"),
        ("2025-11-03 22:22 HNE", "Horodateur", "2025-11-04T03:22"), ("2025/11/03 2:05:22 p. m. GMT-6", "Marca temporal", "2025-11-03T20:05"),
        ("2025-11-03T22:22:00-05:00", "Date", "2025-11-04T03:22"), ("2025-11-03 22:22:00", "Timestamp (EST)", "2025-11-04T03:22"),
        ("2025-11-03 22:22", "Submitted (UTC-05:00)", "2025-11-04T03:22"), ("2025-07-03 22:22", "Time (America/Toronto)", "2025-07-04T02:22"),
        ("2025-11-03 22:22", "Heure de fin (heure de l'Est)", "2025-11-04T03:22"), ("2025-11-03 22:22", "Hora (Ciudad de México)", "2025-11-04T04:22"),
        ("11/3/2025 10:22 PM", "Completion time (Pacific)", "2025-11-04T06:22"), ("2025-11-03 22:22", "Timestamp", "2025-11-03T22:22"),
        ("2025-11-03 22:22Z", "Timestamp (EST)", "2025-11-03T22:22"), ("Nov 3, 2025 10:22 PM PST", "", "2025-11-04T06:22"),
        ("3 nov. 2025 14 h 05", "", "2025-11-03T14:05"), ("3 novembre 2025 à 9h30", "", "2025-11-03T09:30"),
    ],
)  # fmt: skip
def test_zones_named_in_the_cell_or_the_heading(cell: str, heading: str, moment: str) -> None:
    assert utc(cell, heading) == moment


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["11/3/25 14:22", "11/25/25 9:05"], False), (["3/11/25", "25/11/25"], True), (["03-11-2025", "25-11-2025"], True),
        (["1/2/2025"], True), (["11.25.25"], False), ([], True),
    ],
)  # fmt: skip
def test_one_date_without_doubt_decides_for_the_column(cells: list[str], first: bool) -> None:
    assert dates.day_comes_first(cells, otherwise=True) is first


def test_what_is_no_zone_names_none() -> None:
    assert dates.zone_in("Received on 2025") is None
    assert dates.zone_in("Date d'inscription") is None
    assert dates.zone_in("Time (Nowhere/Land)") is None
