"""The chart of a timetable while it is made."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.plan_stages import PlanStage
from missionplanner.gui.timetable.progress_chart import ProgressChart, curves
from missionplanner.gui.widgets.theme import colours

STAGE = PlanStage(seconds=0.5, placed=2, value=40, most=50, days=12, days_bound=0, idle=9, idle_bound=0)
LATER = replace(STAGE, seconds=2.0, value=50, days=10, days_bound=8, idle=4, idle_bound=1)


@pytest.fixture
def chart(qtbot: QtBot) -> ProgressChart:
    found = ProgressChart(10)
    qtbot.addWidget(found)
    found.resize(500, found.sizeHint().height())
    return found


def test_figures_have_their_values_and_bounds_of_now() -> None:
    assert [(one.label, one.text, one.points, one.bound) for one in curves([STAGE, LATER])] == [
        ("Value of the meetings", "2 meetings, 100 % of the bound", ((0.5, 40), (2.0, 50)), 50),
        ("Company-days", "10, at least 8", ((0.5, 12), (2.0, 10)), 8),
        ("Idle slots", "4, at least 1", ((0.5, 9), (2.0, 4)), 1),
    ]


def test_a_bound_that_is_not_known_yet_is_not_said() -> None:
    assert [one.text for one in curves([STAGE])][1:] == ["12", "9"]


def test_days_that_do_not_count_are_left_out() -> None:
    assert [one.label for one in curves([replace(STAGE, days=None)])] == ["Value of the meetings", "Idle slots"]


def test_screen_readers_hear_of_now(chart: ProgressChart) -> None:
    chart.add(STAGE)
    chart.add(LATER)
    assert chart.accessibleDescription() == (
        "Value of the meetings: 2 meetings, 100 % of the bound; Company-days: 10, at least 8; Idle slots: 4, at least 1"
    )


def test_lines_are_drawn_once_there_is_a_stage(chart: ProgressChart) -> None:
    def inked() -> int:
        image = chart.grab().toImage()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).name() == colours().accent for x, y in places)

    before = inked()
    chart.add(STAGE)
    first = inked()
    chart.add(LATER)
    assert before == 0 < first < inked()
