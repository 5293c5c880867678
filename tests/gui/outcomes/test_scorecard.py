"""The scorecard: measures in words, values by currency, outcomes by kind."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from missionplanner.domain.outcomes import MEASURES, ScorecardLine
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.outcomes.scorecard import ScorecardPage, ShareGauge, words
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.outcomes import entering
from missionplanner.messages import message
from missionplanner.store.store import Store


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> ScorecardPage:
    found = ScorecardPage(workspace)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.refresh()
    return found


def test_without_outcomes_there_is_little_to_say(page: ScorecardPage) -> None:
    assert page.values.text() == "No values entered yet."
    assert page._numbers["accepted"].text() == "100 %"
    assert [label.text() for label in page._numbers.values()].count("–") == len(MEASURES) - 1


def test_outcomes_and_their_values_are_counted(page: ScorecardPage, store: Store) -> None:
    one, two, _three = store.all(Meeting)
    typed = [(one.id, "kind", "6"), (one.id, "value", "25000"), (one.id, "currency", "MXN"), (two.id, "kind", "1")]
    entering.save_cells(store, typed, message("Edit a cell"))
    assert page.gauges["accepted"].accessibleDescription() == "2 of 2; 40 to 60 % is usual."
    assert page.values.text() == "25,000 MXN"
    rows = [list(row) for row in page.shown_list().rows]
    assert [row for row in rows if row[0] in ("Contract or sale", "MXN")] == [
        ["Contract or sale", "1", ""],
        ["MXN", "25,000", ""],
    ]
    assert [row[0] for row in rows[: len(MEASURES)]] == list(MEASURES.values())


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 0, "Nothing to measure yet; 40 to 60 % is usual."), (1, 3, "1 of 3; 40 to 60 % is usual.")],
)
def test_a_measure_in_words(part: int, whole: int, expected: str) -> None:
    assert words(ScorecardLine("accepted", part, whole, 40, 60)) == expected


@pytest.mark.parametrize(("part", "colour"), [(5, "good"), (2, "warn")])
def test_a_share_below_what_is_usual_is_drawn_as_a_warning(qtbot: QtBot, part: int, colour: str) -> None:
    gauge = ShareGauge()
    qtbot.addWidget(gauge)
    gauge.resize(200, 30)
    gauge.show_measure(ScorecardLine("accepted", part, 10, 40, 60))
    drawn = gauge.grab().toImage().pixelColor(QPoint(20, 15)).name()
    assert drawn == getattr(colours(), colour).lower()


def test_a_gauge_of_nothing_is_an_empty_line(qtbot: QtBot) -> None:
    gauge = ShareGauge()
    qtbot.addWidget(gauge)
    gauge.resize(200, 30)
    assert gauge.grab().toImage().pixelColor(QPoint(20, 15)).name() == colours().line.lower()
