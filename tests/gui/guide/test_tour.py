"""The tour over the screens."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.commands import commands_in
from missionplanner.gui.guide.tour import STATIONS, Tour
from missionplanner.gui.window.navigation import Navigation


@pytest.fixture
def shown() -> list[str]:
    """The commands the tour carried out."""
    return []


@pytest.fixture
def tour(qtbot: QtBot, shown: list[str]) -> Tour:
    """A tour that has begun over an empty window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    found = Tour(window, shown.append)
    found.begin()
    found.window_ = window  # type: ignore[attr-defined]
    return found


def test_tour_has_five_stations_each_on_a_screen_of_its_own() -> None:
    names = {one.name for one in commands_in(Navigation)}
    assert (len(STATIONS), {one.command for one in STATIONS} - names) == (5, set())


def test_tour_leads_from_station_to_station_and_ends(tour: Tour, shown: list[str], qtbot: QtBot) -> None:
    titles = []
    with qtbot.waitSignal(tour.ended):
        for _station in STATIONS:
            titles.append(tour.title.text())
            tour.next.click()
    assert (titles, shown) == ([one.title for one in STATIONS], [one.command for one in STATIONS])


def test_back_leads_to_the_station_before_and_not_beyond_the_first(tour: Tour, shown: list[str]) -> None:
    tour.next.click()
    tour.back.click()
    assert (shown, tour.back.isEnabled()) == (["show_companies", "show_requests", "show_companies"], False)


def test_last_station_says_that_it_is_the_last(tour: Tour) -> None:
    for _station in STATIONS[1:]:
        tour.next.click()
    assert tour.next.text() == "Finish"


def test_tour_can_be_ended_anywhere(tour: Tour, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tour.ended):
        tour.close_button.click()
    assert tour.isHidden()


def test_card_stays_inside_the_window_when_that_changes_its_size(tour: Tour) -> None:
    for size in (QSize(1600, 900), QSize(853, 480)):
        window = tour.parentWidget()
        window.show()
        window.resize(size)
        assert window.rect().contains(tour.geometry())
    assert tour.height() >= tour.layout().totalMinimumSize().height()
