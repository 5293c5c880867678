"""A timetable drawn as charts."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from missionplanner.domain.plan_figures import NO_FIGURES
from missionplanner.gui.timetable.plan_figures_pane import PlanFiguresPane


def test_every_figure_is_a_chart_with_its_numbers(qtbot: QtBot) -> None:
    pane = PlanFiguresPane(replace(NO_FIGURES, days={1: 3, 2: 1}, shares={2: 4}))
    qtbot.addWidget(pane)
    told = {chart.accessibleName(): chart.accessibleDescription() for chart in pane.charts}
    assert told == {
        "Companies by days they come": "1: 3; 2: 1",
        "Company-days by meetings": "",
        "Company-days by idle slots": "",
        "Runs by meetings without a break": "",
        "Companies by meetings": "2: 4",
    }
