"""Days that move to a new departure: clocks stay, and what happens to days of the week is said."""

from datetime import UTC, date, datetime

import pytest

from missionplanner.domain.time import local
from missionplanner.domain.time import parse_clock as clock
from missionplanner.jobs.starts.departure import Departure, usual

SUNDAY = date(2026, 2, 15)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 3, 1), date(2027, 2, 14)),
        (date(2027, 2, 13), date(2027, 2, 14)),
        (date(2027, 2, 14), date(2028, 2, 13)),
        (date(2031, 1, 1), date(2031, 2, 9)),
    ],
)
def test_the_usual_departure_is_on_the_same_day_of_the_week_and_ahead(today: date, expected: date) -> None:
    assert usual(SUNDAY, today) == expected


def test_clocks_stay_where_summer_time_is_another() -> None:
    moved = Departure(SUNDAY, date(2026, 6, 14))
    assert moved.keeps_weekdays
    before = local(date(2026, 2, 16), clock("9:00"), "Europe/Paris")
    assert moved.moment(before, "Europe/Paris").isoformat() == "2026-06-15T09:00:00+02:00"
    assert moved.instant(datetime(2026, 1, 1, 7, tzinfo=UTC)) == datetime(2026, 4, 30, 7, tzinfo=UTC)
    assert moved.sentences([]) == ["Everything moves by 119 days and stays on its day of the week."]


@pytest.mark.parametrize(
    ("after", "nearest"),
    [
        (date(2027, 2, 16), date(2027, 2, 14)),
        (date(2027, 2, 19), date(2027, 2, 21)),
        (date(2027, 2, 13), date(2027, 2, 14)),
        (date(2027, 2, 15), date(2027, 2, 14)),
    ],
)
def test_the_nearest_departure_that_keeps_days_of_the_week_is_offered(after: date, nearest: date) -> None:
    moved = Departure(SUNDAY, after)
    assert (moved.nearest, Departure(SUNDAY, moved.nearest).keeps_weekdays) == (nearest, True)


def test_work_that_comes_to_lie_on_a_weekend_is_named() -> None:
    moved = Departure(SUNDAY, date(2027, 2, 17))
    days = [date(2026, 2, number) for number in (16, 18, 19, 18, 21)]
    first, second = moved.sentences(days)
    assert "what was on Sun, Feb 15 is on Wed, Feb 17" in first
    assert second == "Now on a weekend: Sat, Feb 20, Sun, Feb 21."
    assert len(moved.sentences([date(2026, 2, 16), date(2026, 2, 21)])) == 1
    assert Departure(SUNDAY, date(2026, 2, 8)).sentences([])[0].startswith("Everything moves by 7 days back")
