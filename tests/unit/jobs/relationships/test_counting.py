"""Relationships are counted for charts: on days as the register read then, and by group."""

from datetime import date, timedelta

import pytest

from missionplanner.domain.relationships import Stage
from missionplanner.jobs.relationships import counting, lines
from missionplanner.jobs.relationships.counting import ChartGroup
from missionplanner.jobs.relationships.registering import registered
from missionplanner.jobs.relationships.report import report_on
from missionplanner.store.store import Store
from tests.unit.jobs.relationships.told import ON, related, say

TODAY = ON + timedelta(days=10)


@pytest.mark.parametrize(
    ("first", "days"),
    [
        (TODAY, [0]),
        (TODAY - timedelta(days=2), [-2, -1, 0]),
        (TODAY - timedelta(days=15), [-15, -14, -7, 0]),
        (TODAY - timedelta(days=100), [-100, -98, -84, -70, -56, -42, -28, -14, 0]),
    ],
)
def test_days_stand_at_even_distances_back_to_the_first(first: date, days: list[int]) -> None:
    assert [(day - TODAY).days for day in counting.days_between(first, TODAY)] == days


@pytest.mark.parametrize("span", [11, 12, 77, 365, 3650, 36500])
def test_a_chart_never_has_too_many_days(span: int) -> None:
    found = counting.days_between(TODAY - timedelta(days=span), TODAY)
    assert (found[-1], len(found) <= 49) == (TODAY, True)


def test_every_day_reads_as_the_report_of_that_day_does(store: Store) -> None:
    one, other = related(store, "D1", "C1"), related(store, "D2", "C2")
    say(store, one, Stage.HELD)
    say(store, one, Stage.TRADING, told_on=ON + timedelta(days=4))
    say(store, other, Stage.QUOTATION, told_on=ON + timedelta(days=2))
    rows = counting.over_time(registered(store).register, {one.id, other.id}, TODAY)
    days = counting.days_between(ON, TODAY)
    assert len(rows) == len(days) == 11
    for row, day in zip(rows, days, strict=True):
        reported = {stage: n for stage, n in report_on(store, day).stages().items() if n}
        if day < ON + timedelta(days=2):
            reported[Stage.INTRODUCED] = 1  # there already, and nothing was said of it yet
        assert row.by_stage == reported
    assert [row.total for row in rows] == [2] * 11


def test_only_what_is_listed_is_counted(store: Store) -> None:
    one, _other = related(store, "D1", "C1"), related(store, "D2", "C2")
    rows = counting.counted(
        [line for line in lines.lines(store, TODAY) if line.key == one.id], registered(store).register,
        ChartGroup.TIME, TODAY,
    )  # fmt: skip
    assert {row.total for row in rows} == {1}


def test_groups_stand_by_number_and_what_is_in_several_counts_in_each(store: Store) -> None:
    related(store, "D1", "C1", intents="sell; research")
    related(store, "D2", "C2", intents="sell")
    say(store, related(store, "D3", "C3"), Stage.ENDED, reason="Price")
    found = counting.counted(lines.lines(store, TODAY), registered(store).register, ChartGroup.INTENT, TODAY)
    assert [(row.label, row.total) for row in found] == [("Sell", 2), ("Not said", 1), ("Research", 1)]
    assert found[1].by_stage == {Stage.ENDED: 1}
    assert [row.label for row in counting.counted([], registered(store).register, ChartGroup.CITY, TODAY)] == []


def test_groups_have_names_and_headings() -> None:
    assert [(one.label, one.heading) for one in ChartGroup] == [
        ("Stages over time", "Day"), ("By sector", "Sector"), ("By city of the counterpart", "City"),
        ("By intent", "Intent"),
    ]  # fmt: skip
