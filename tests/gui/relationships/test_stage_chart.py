"""The chart of stages: bars as long as their numbers, readable in both themes, and said in words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from missionplanner.domain.relationships import Stage
from missionplanner.gui.relationships import stage_chart
from missionplanner.gui.relationships.stage_chart import StageChart, described, fill_of, ink_on, stacked
from missionplanner.gui.widgets import theme
from missionplanner.jobs.relationships.counting import StageCount

ROW = StageCount("Puebla", {Stage.TRADING: 1, Stage.HELD: 3, Stage.ENDED: 2})


@pytest.fixture(params=[theme.LIGHT, theme.DARK])
def themed(request: pytest.FixtureRequest) -> Iterator[None]:
    before = theme.colours()
    theme._current = request.param
    yield
    theme._current = before


def test_it_is_said_in_words(qtbot: QtBot) -> None:
    chart = StageChart("Chart")
    qtbot.addWidget(chart)
    chart.show_rows([ROW, StageCount("León", {Stage.HELD: 1})], stands=False)
    assert (chart.accessibleName(), chart.accessibleDescription()) == (
        "Chart", "Puebla: Meeting held 3, Trading 1, Ended 2; León: Meeting held 1",
    )  # fmt: skip
    assert described(StageCount("x", {})) == ""


def test_parts_follow_one_another_in_the_order_of_stages() -> None:
    parts = stacked(ROW, 10.0, lambda start, long: QRect(start, 0, long, 5))
    assert [(one.stage, one.number, one.place.left(), one.place.width()) for one in parts] == [
        (Stage.HELD, 3, 0, 30), (Stage.TRADING, 1, 30, 10), (Stage.ENDED, 2, 40, 20),
    ]  # fmt: skip


@pytest.mark.usefixtures("themed")
def test_numbers_are_readable_on_every_stage_but_the_hatched_one() -> None:
    for stage in Stage:
        if stage is Stage.ENDED:
            assert ink_on(stage) == ""
        else:
            assert stage_chart._contrast(QColor(ink_on(stage)), fill_of(stage)) >= 4.5


@pytest.mark.usefixtures("themed")
def test_stages_have_fills_of_their_own() -> None:
    assert len({fill_of(stage).name() for stage in Stage}) == len(Stage)


@pytest.mark.parametrize("stands", [False, True])
def test_bars_are_as_long_as_their_numbers(qtbot: QtBot, stands: bool) -> None:
    chart = StageChart("Chart")
    qtbot.addWidget(chart)
    chart.show_rows([StageCount("A", {Stage.TRADING: 4}), StageCount("B", {Stage.TRADING: 2})], stands)
    chart.resize(600, chart.heightForWidth(600))
    image = chart.grab().toImage()
    legend = chart._legend(600)[1]
    wanted = fill_of(Stage.TRADING).rgb()
    places = [
        (x, y) for x in range(image.width()) for y in range(legend, image.height()) if image.pixel(x, y) == wanted
    ]
    halves = [x for x, _y in places] if stands else [y for _x, y in places]
    cut = image.width() // 2 if stands else legend + (image.height() - legend) // 2
    first, second = sum(one < cut for one in halves), sum(one >= cut for one in halves)
    assert first > 500
    assert abs(first - 2 * second) < first * 0.12


def test_the_legend_takes_more_lines_where_it_is_narrow(qtbot: QtBot) -> None:
    chart = StageChart("Chart")
    qtbot.addWidget(chart)
    chart.show_rows([StageCount("A", dict.fromkeys(Stage, 1))], stands=False)
    assert chart.heightForWidth(330) > chart.heightForWidth(2000)
    assert chart.sizeHint().height() >= chart.heightForWidth(2000)
    chart.show_rows([], stands=True)
    assert chart._legend(500) == ([], 0)
    chart.grab()


def test_of_many_days_some_are_named_and_the_last_is(qtbot: QtBot) -> None:
    chart = StageChart("Chart")
    qtbot.addWidget(chart)
    chart.show_rows([StageCount(f"September {n}, 2026", {Stage.HELD: 1}) for n in range(40)], stands=True)
    chart.resize(600, 400)
    image = chart.grab()
    painter = QPainter(image)
    named = [n for n in range(40) if chart._is_named(painter, n, 15)]
    painter.end()
    assert named[-1] == 39
    assert 2 <= len(named) <= 6
