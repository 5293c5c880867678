"""Where days, minutes and events are in a calendar."""

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSize

from missionplanner.domain.events import Audience, Event
from missionplanner.gui.programme.calendar_layout import (
    CalendarGeometry,
    CalendarPlace,
    DayColumn,
    lanes_of,
    shown_lanes,
)
from tests.builders import DAY, moment

MEXICO, TIJUANA = "America/Mexico_City", "America/Tijuana"
COLUMNS = (
    DayColumn(1, DAY, MEXICO, "Mexico City\nMon"),
    DayColumn(2, DAY, TIJUANA, "Tijuana\nMon"),
    DayColumn(2, DAY + timedelta(1), TIJUANA, "Tijuana\nTue"),
)


def event(key: int, start: tuple[int, int], end: tuple[int, int], stop: int = 1) -> Event:
    return Event(
        id=key, stop_id=stop, name_en="x", starts=moment(*start), ends=moment(*end), audience=Audience.EVERYONE
    )


@pytest.fixture
def geometry() -> CalendarGeometry:
    """Three days, each 150 pixels wide, from six in the morning on."""
    return CalendarGeometry(498, COLUMNS)


def test_minutes_are_those_of_the_clocks_of_the_day() -> None:
    assert [column.minutes(moment(10)) for column in COLUMNS] == [600, 480, 0]
    assert COLUMNS[0].minutes(moment(10, day=DAY + timedelta(1))) == 24 * 60
    assert COLUMNS[1].moment(480) == moment(10)


def test_columns_share_the_width(geometry: CalendarGeometry) -> None:
    assert geometry.edges == [48, 198, 348, 498]
    assert [geometry.column_at(x) for x in (47, 48, 197, 198, 498)] == [-1, 0, 0, 1, 3]


def test_a_calendar_without_days_has_no_width_to_share() -> None:
    assert CalendarGeometry(348, ()).edges == [48]


@pytest.mark.parametrize(
    ("width", "abreast", "widths"),
    [
        (468, {}, [140, 140, 140]),
        (518, {1: 2}, [140, 190, 140]),
        (660, {0: 4, 1: 3}, [190, 282, 140]),
        (718, {0: 3, 1: 2}, [301, 209, 159]),
    ],
    ids=["all alike", "two at a time", "those that lack least first", "the rest to all"],
)
def test_days_with_more_events_at_a_time_are_wider(width: int, abreast: dict[int, int], widths: list[int]) -> None:
    edges = CalendarGeometry(width, COLUMNS, abreast=abreast).edges
    found = [round(right - left) for left, right in pairwise(edges)]
    assert found == widths


def test_an_hour_has_its_height_both_ways(geometry: CalendarGeometry) -> None:
    assert [geometry.y(minutes) for minutes in (360, 420, 450)] == [44, 86, 107]
    assert [geometry.minutes_at(y) for y in (44, 86, 107)] == [360, 420, 450]


def test_the_room_it_needs_grows_with_days_and_hours(geometry: CalendarGeometry) -> None:
    assert geometry.size == QSize(48 + 3 * 140, 44 + 18 * 42)
    assert CalendarGeometry(348, COLUMNS[:1], first=4, abreast={0: 5}).size == QSize(238, 44 + 20 * 42)


def test_an_area_lies_in_its_column(geometry: CalendarGeometry) -> None:
    assert geometry.area(CalendarPlace(1, 420, 480)) == QRectF(201, 86, 144, 42)


def test_a_short_area_is_high_enough_and_a_late_one_ends_at_midnight(geometry: CalendarGeometry) -> None:
    assert geometry.area(CalendarPlace(0, 420, 425)).height() == 20
    assert geometry.area(CalendarPlace(0, 23 * 60, 26 * 60)).bottom() == geometry.y(24 * 60)


def test_an_event_lies_in_the_column_of_its_stop_and_day(geometry: CalendarGeometry) -> None:
    assert geometry.place_of(event(1, (10, 0), (11, 30))) == CalendarPlace(0, 600, 690)
    assert geometry.place_of(event(1, (10, 0), (11, 30), stop=2)) == CalendarPlace(1, 480, 570)


def test_an_event_of_no_shown_day_lies_in_the_first_column(geometry: CalendarGeometry) -> None:
    assert geometry.column_of(event(1, (10, 0), (11, 0), stop=9)) == 0


def test_an_event_put_elsewhere_gets_the_stop_and_the_clocks_of_there(geometry: CalendarGeometry) -> None:
    moved = geometry.event_at(event(1, (10, 0), (11, 0)), CalendarPlace(1, 600, 660))
    assert (moved.stop_id, moved.starts, moved.ends) == (2, moment(12), moment(13))


@pytest.mark.parametrize(
    ("events", "lanes"),
    [
        ([], {}),
        ([event(1, (9, 0), (10, 0)), event(2, (10, 0), (11, 0))], {1: (0, 1), 2: (0, 1)}),
        ([event(1, (9, 0), (10, 30)), event(2, (10, 0), (11, 0))], {1: (0, 2), 2: (1, 2)}),
        (
            [event(1, (9, 0), (10, 0)), event(2, (9, 30), (11, 0)), event(3, (10, 0), (10, 30))],
            {1: (0, 2), 2: (1, 2), 3: (0, 2)},
        ),
        ([event(1, (9, 0), (10, 0)), event(2, (9, 0), (10, 0), stop=2)], {1: (0, 1), 2: (0, 1)}),
    ],
    ids=["none", "one after the other", "two at a time", "a lane is used again", "other stops"],
)
def test_events_that_overlap_share_the_width(events: list[Event], lanes: dict[int, tuple[int, int]]) -> None:
    assert lanes_of(events) == lanes


def test_a_day_has_as_many_lanes_as_can_be_read() -> None:
    days = [CalendarGeometry(48 + width, COLUMNS[:1]) for width in (60, 140, 189, 190, 290)]
    assert [day.lanes(0) for day in days] == [1, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("lanes", "shown"),
    [
        ({1: (0, 2), 2: (1, 2)}, {1: (0, 2), 2: (1, 2)}),
        ({1: (0, 3), 2: (1, 3), 3: (2, 3)}, {1: (0, 2)}),
        ({1: (0, 1), 2: (0, 4), 3: (3, 4)}, {1: (0, 1), 2: (0, 2)}),
    ],
    ids=["room for all", "one stays beside the sign", "others keep their width"],
)
def test_events_without_room_are_left_to_a_sign(
    lanes: dict[int, tuple[int, int]], shown: dict[int, tuple[int, int]]
) -> None:
    assert shown_lanes(lanes, dict.fromkeys(lanes, 2)) == shown
