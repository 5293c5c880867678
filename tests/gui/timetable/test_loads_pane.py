"""The picture of heat: what is drawn, found and opened in it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.timetable.loads_pane import LoadsPane
from tests.builders import DAY
from tests.gui.timetable.overview_plans import plan_of


@pytest.fixture
def pane(qtbot: QtBot) -> LoadsPane:
    found = LoadsPane()
    qtbot.addWidget(found)
    found.resize(900, 400)
    found.show()
    found.show_plan(plan_of(), 1, DAY)
    return found


def test_one_begins_at_the_day(pane: LoadsPane) -> None:
    assert (pane.view.currentIndex().row(), pane.view.currentIndex().column()) == (1, 0)


def test_the_words_say_how_full_the_venue_is(pane: LoadsPane) -> None:
    assert pane.words.text() == "3 of 5 in use, 60 %  ·  at most 2 at a time"


def test_another_venue_of_the_stop_is_chosen(pane: LoadsPane) -> None:
    pane.venue.choose(2)
    assert (pane.model.columnCount(), pane.words.text().split(",")[0]) == (2, "0 of 1 in use")


def test_a_stop_without_tables_shows_nothing_new(pane: LoadsPane, qtbot: QtBot) -> None:
    empty = LoadsPane()
    qtbot.addWidget(empty)
    empty.show_plan(plan_of(), 99, DAY)
    assert (empty.model.rowCount(), empty.shown_list(), empty.places_with(["d1"])) == (0, None, [])


def test_enter_and_the_mouse_open_a_meeting(pane: LoadsPane, qtbot: QtBot) -> None:
    found: list[int] = []
    pane.meeting_asked.connect(found.append)
    for place in ((2, 1), (3, 1), (1, 1)):
        pane.view.setCurrentIndex(pane.model.index(*place))
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    pane.view.doubleClicked.emit(pane.model.index(2, 2))
    assert found == [1, 4]


def test_meetings_are_found_by_their_companies(pane: LoadsPane) -> None:
    found = {words: [(i.row(), i.column()) for i in pane.places_with(words.split())] for words in ("c2", "d1 c2", "x")}
    assert found == {"c2": [(2, 2), (4, 1)], "d1 c2": [(4, 1)], "x": []}


def test_fuller_sums_are_darker_and_have_longer_bars(pane: LoadsPane) -> None:
    image = pane.view.viewport().grab().toImage()
    full, empty = (pane.view.visualRect(pane.model.index(row, 0)) for row in (2, 3))
    shades = [image.pixelColor(area.left() + 3, area.top() + 4).lightness() for area in (full, empty)]
    bars = [image.pixelColor(area.right() - 2, area.bottom() - 1) for area in (full, empty)]
    assert shades[0] < shades[1]
    assert bars[0].lightness() < bars[1].lightness()


def test_the_list_has_the_sums(pane: LoadsPane) -> None:
    shown = pane.shown_list()
    assert shown is not None
    assert [list(row) for row in shown.rows] == [
        ["All slots", "3", "5", "60"],
        ["Mon, Feb 16", "3", "5", "60"],
        ["09:00", "2", "2", "100"],
        ["09:25", "0", "1", "0"],
        ["09:50", "1", "2", "50"],
    ]
