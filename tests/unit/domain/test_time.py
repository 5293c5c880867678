"""Times of cities in different zones, ranges of time, and blocks cut into slots."""

from datetime import date, datetime, time, timedelta

import pytest

from missionplanner.domain.time import Range, cut, days, in_zone, is_zone, local, parse_clock
from tests.builders import DAY, moment


def test_slots_leave_the_buffer_between_and_none_after_the_last() -> None:
    spans = list(cut(Range(moment(9), moment(10, 10)), 20, 5))
    assert [(s.start.strftime("%H:%M"), s.end.strftime("%H:%M")) for s in spans] == [
        ("09:00", "09:20"),
        ("09:25", "09:45"),
        ("09:50", "10:10"),
    ]
    with pytest.raises(ValueError, match="minute"):
        list(cut(Range(moment(9), moment(10)), 0, 5))


def test_zones_are_kept_apart() -> None:
    mexico = local(DAY, datetime(2026, 1, 1, 9).time(), "America/Mexico_City")
    assert in_zone(mexico, "America/Toronto").hour == 10
    assert mexico.utcoffset() == timedelta(hours=-6)


def test_a_slot_that_just_fits_is_made_and_a_minute_more_is_not() -> None:
    assert [len(list(cut(Range(moment(9), moment(9, minutes)), 20, 0))) for minutes in (19, 20, 39, 40)] == [0, 1, 1, 2]
    assert list(cut(Range(moment(9), moment(9, 2)), 1, 0)) == [
        Range(moment(9), moment(9, 1)),
        Range(moment(9, 1), moment(9, 2)),
    ]
    for minutes, buffer in ((0, 0), (1, -1)):
        with pytest.raises(ValueError, match="minute"):
            list(cut(Range(moment(9), moment(10)), minutes, buffer))


def test_ranges_that_touch_do_not_overlap() -> None:
    nine = Range(moment(9), moment(10))
    later = [Range(moment(hour), moment(hour + 1)) for hour in (8, 9, 10)]
    assert [nine.overlaps(one) for one in later] == [False, True, False]
    assert [one.overlaps(nine) for one in later] == [False, True, False]
    assert nine.overlaps(Range(moment(9, 30), moment(9, 40)))
    assert nine.overlaps(Range(moment(9, 59), moment(12)))


def test_only_zones_of_the_time_zone_database_are_zones() -> None:
    assert (is_zone("America/Mexico_City"), is_zone("Mexico")) == (True, False)


def test_clocks_are_read_with_and_without_minutes() -> None:
    assert [parse_clock(text) for text in ("9:05", " 09:30 ", "14")] == [time(9, 5), time(9, 30), time(14)]
    for text in ("", "9:60", "noon"):
        with pytest.raises(ValueError, match=r"."):
            parse_clock(text)


def test_days_include_the_first_and_the_last() -> None:
    assert days(date(2026, 2, 27), date(2026, 3, 1)) == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]
    assert days(DAY, DAY) == [DAY]
    assert days(DAY, DAY - timedelta(1)) == []
