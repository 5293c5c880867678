"""The page of meeting hours: venues by city, hours that stay on their days."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop
from missionplanner.gui.start import hours_page
from missionplanner.gui.start.hours_page import HoursPage
from missionplanner.gui.widgets.day_blocks import DrawnHours


def stop(name: str, first: int, last: int) -> Stop:
    return Stop(name_en=name, time_zone="America/Lima", starts=date(2027, 3, first), ends=date(2027, 3, last))


@pytest.fixture
def cities() -> list[Stop]:
    return [stop("Lima", 1, 2), stop("Arequipa", 3, 3)]


@pytest.fixture
def page(qtbot: QtBot, cities: list[Stop]) -> HoursPage:
    found = HoursPage(lambda: cities)
    qtbot.addWidget(found)
    found.begin()
    return found


def test_hours_that_are_drawn_are_those_of_their_venue(page: HoursPage) -> None:
    assert (page.is_empty, page.planned()) == (True, ())
    page.picture.drawn.emit(DrawnHours(2, 540, 600, 30, 0))
    page.rows[0].name.setText("Plaza")
    first, second = page.planned()
    assert (first.name, first.hours, second.name, second.stop) == ("Plaza", (), "Venue in Arequipa", 1)
    (hours,) = second.hours
    assert (hours.day, hours.starts.hour, hours.ends.hour, hours.slot_minutes) == (date(2027, 3, 3), 9, 10, 30)
    assert page.summary == "2 venues, 2 slots"


def test_hours_stay_on_their_days_when_cities_change(page: HoursPage, cities: list[Stop]) -> None:
    page.draw_usual()
    page.rows[1].tables.setText("4")
    cities[0] = stop("Lima", 2, 2)
    page.begin()
    assert [(block.column, block.starts) for block in page.picture.blocks] == [(0, 540), (0, 840), (1, 540), (1, 840)]
    assert page.rows[1].tables.text() == "4"
    page.clear.click()
    assert page.is_empty


def test_hours_are_edited_moved_and_removed(page: HoursPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.picture.drawn.emit(DrawnHours(0, 540, 600))
    monkeypatch.setattr(hours_page, "ask_hours", lambda _page, _block: DrawnHours(0, 600, 660))
    page.picture.opened.emit(page.picture.blocks[0])
    (block,) = page.picture.blocks
    assert (block.starts, block.ends) == (600, 660)
    page.picture.changed.emit(block, DrawnHours(1, 600, 660))
    page.picture.removed.emit(page.picture.blocks[0])
    assert page.picture.blocks == ()


def test_tables_that_are_no_number_are_told(page: HoursPage) -> None:
    page.rows[0].tables.setText("many")
    assert (page.show_problems(), page.problem.isHidden()) == (True, False)
    page.rows[0].tables.setText("3")
    assert not page.show_problems()
