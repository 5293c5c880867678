"""The weeks as a model: numbers, strips, and what screen readers say."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from missionplanner.domain.companies import Side
from missionplanner.domain.week_strips import slots_by_day, weeks
from missionplanner.gui.timetable.week_painting import STRIP
from missionplanner.gui.timetable.weeks_model import WeeksModel, day_at_a_glance
from tests.gui.timetable.overview_plans import MEETINGS, plan_of


@pytest.fixture
def model() -> WeeksModel:
    found, plan = WeeksModel(), plan_of()
    found.show_weeks(plan.snapshot, list(slots_by_day(plan)), weeks(plan, Side.DELEGATION))
    return found


def test_it_is_a_sound_model(model: WeeksModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_rows_are_companies_with_their_numbers(model: WeeksModel) -> None:
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert (names, rows) == (["D1", "D2"], [["3", "2", "1"], ["1", "1", "0"]])


def test_columns_are_numbers_and_days(model: WeeksModel) -> None:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert headings == ["Meetings", "Days", "Idle slots", "Mexico City\nMon, Feb 16", "Monterrey\nTue, Feb 17"]


def test_days_hold_strips(model: WeeksModel) -> None:
    strip = model.index(0, 3).data(STRIP)
    assert strip is model.strip(model.index(0, 3))
    assert list(strip.meetings.values()) == [(MEETINGS[0],), (MEETINGS[1],)]
    assert (model.strip(model.index(0, 0)), model.index(0, 3).data()) == (None, None)


def test_screen_readers_say_the_whole_day(model: WeeksModel) -> None:
    said = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (2, 3, 4)]
    assert said == [
        "D1, Idle slots: 1",
        "D1, Mexico City Mon, Feb 16: 2 meetings, 1 idle slot; 09:00, C1, Table 1; 09:50, C2, Table 1",
        "D1, Monterrey Tue, Feb 17: 1 meeting; 09:00, C1, Table 1",
    ]


def test_a_day_at_a_glance_has_its_first_and_last_meeting(model: WeeksModel) -> None:
    snapshot = model.snapshot
    assert snapshot is not None
    first, second = model.weeks
    found = [
        day_at_a_glance(snapshot, one)
        for one in (first.strips[1, model.days[0][1]], second.strips[2, model.days[1][1]], None)
    ]
    assert found == ["09:00–10:10 (2)", "–", ""]
