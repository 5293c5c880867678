"""The week at a glance."""

from dataclasses import replace
from datetime import date, timedelta

from missionplanner.i18n import translator
from missionplanner.pack.delegate_content import ProgrammeDay, ProgrammeItem
from missionplanner.pack.style import look
from missionplanner.pack.week import Week, empty_hours, in_lanes, week_days, weeks
from missionplanner.store.store import Store
from tests.unit.pack.making import parts


def item(starts: int, ends: int) -> ProgrammeItem:
    return ProgrammeItem("", f"{starts}", "", "", False, starts=starts, ends=ends)


def day(number: int, stop: str, *items: ProgrammeItem) -> ProgrammeDay:
    return ProgrammeDay("", stop, items, day=date(2026, 2, 1) + timedelta(number))


def test_every_day_from_the_first_to_the_last_has_a_column() -> None:
    found = week_days([day(0, "A", item(540, 600)), day(2, "B", item(900, 960)), day(2, "A", item(480, 500))])
    assert [(one.day.day, one.city, len(one.items)) for one in found] == [(1, "A", 1), (2, "", 0), (3, "A", 2)]
    assert week_days([]) == []


def test_two_weeks_are_two_pages(store: Store) -> None:
    _shared, own = parts(store)
    fortnight = tuple(day(number, "A", item(540, 600)) for number in range(14))
    assert [len(page) for page in weeks(replace(own, programme=fortnight))] == [7, 7]


def test_what_is_at_the_same_time_stands_side_by_side() -> None:
    found = {one.title: (lane, lanes) for one, lane, lanes in in_lanes([item(0, 60), item(30, 90), item(90, 100)])}
    assert found == {"0": (0, 2), "30": (1, 2), "90": (0, 1)}


def test_hours_without_anything_on_any_day_are_left_out_where_two_follow_one_another() -> None:
    items = [item(480, 540), item(600, 610), item(900, 1000)]
    assert empty_hours(items, 480, 1020) == {660, 720, 780, 840}
    assert empty_hours([item(0, 1440)], 0, 1440) == frozenset()
    week = Week(week_days([day(0, "A", *items)]), (0, 0), look(""), translator("en"))
    week.wrap(500, 400)
    # Nine hours of room are shared by five, as the four empty ones are narrow.
    heights = [week._y(hour) - week._y(hour + 60) for hour in range(480, 1020, 60)]
    assert sorted({round(high, 3) for high in heights}) == [5.0, round((400 - 74 - 20) / 5, 3)]
    assert round(week._y(1020), 3) == 22


def test_in_a_week_of_few_hours_none_is_left_out() -> None:
    few = Week(week_days([day(0, "A", item(600, 625), item(1080, 1140))]), (0, 0), look(""), translator("en"))
    assert (few.first, few.last, few.empty) == (600, 1140, frozenset())
    morning = Week(week_days([day(0, "A", item(600, 625))]), (0, 0), look(""), translator("en"))
    assert (morning.first, morning.last, morning.empty) == (600, 840, frozenset())


def test_the_hours_at_both_ends_of_empty_ones_are_not_printed_over_each_other() -> None:
    near = Week(week_days([day(0, "A", item(480, 540), item(660, 960))]), (0, 0), look(""), translator("en"))
    near.wrap(500, 400)
    assert near.empty == {540, 600}
    assert [hour for hour in range(480, 961, 60) if near.is_named(hour)] == [480, *range(660, 961, 60)]
    far = Week(week_days([day(0, "A", item(480, 540), item(780, 1020))]), (0, 0), look(""), translator("en"))
    far.wrap(500, 400)
    assert [hour for hour in range(480, 1021, 60) if far.is_named(hour)] == [480, 540, *range(780, 1021, 60)]
