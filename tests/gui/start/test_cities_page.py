from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.start.cities_page import CitiesPage

DAYS = (date(2027, 10, 12), date(2027, 10, 15))


@pytest.fixture
def page(qtbot: QtBot) -> CitiesPage:
    found = CitiesPage(lambda: DAYS)
    qtbot.addWidget(found)
    found.begin()
    return found


def _enter(page: CitiesPage, text: str, row: int = 0) -> None:
    page.rows[row].city.setText(text)
    page.rows[row].city.settle()


def _made(page: CitiesPage) -> list[tuple[str, str, int, int]]:
    return [(s.name_en, s.time_zone, s.starts.day, s.ends.day) for s in page.stops()]


def test_several_cities_of_a_line_get_rows_of_their_own(page: CitiesPage) -> None:
    _enter(page, "Lyon, Paris")
    assert _made(page) == [("Lyon", "Europe/Paris", 12, 13), ("Paris", "Europe/Paris", 14, 15)]
    assert page.summary == "Lyon (October 12–13, 2027), Paris (October 14–15, 2027)"


def test_days_that_were_typed_stay(page: CitiesPage) -> None:
    _enter(page, "Lyon")
    page.rows[0].ends.setText("2027-10-12")
    page.more.click()
    _enter(page, "Paris", 1)
    assert _made(page) == [("Lyon", "Europe/Paris", 12, 12), ("Paris", "Europe/Paris", 12, 15)]
    assert page.summary.endswith("Lyon and Paris share days: nobody can be at both then.")


def test_a_namesake_is_asked_about_and_the_country_of_the_rows_before_decides(page: CitiesPage) -> None:
    _enter(page, "Córdoba")
    assert page.show_problems()
    page.rows[0].city.choose(page.rows[0].city.values[1])
    assert page.rows[0].city.text == "Córdoba, Andalusia, Spain"
    assert not page.show_problems()
    page.more.click()
    _enter(page, "Valencia", 1)
    assert [(s.name_en, s.country) for s in page.stops()] == [("Córdoba", "Spain"), ("Valencia", "Spain")]


def test_a_city_that_is_not_in_the_list_has_country_and_zone_typed(page: CitiesPage) -> None:
    _enter(page, "Davos")
    row = page.rows[0]
    assert (page.show_problems(), row._unknown.isHidden()) == (True, False)
    row.country.setText("Suisse")
    row.country.editingFinished.emit()
    assert row.zone.text() == "Europe/Zurich"
    assert not page.show_problems()
    assert [(s.name_en, s.country, s.time_zone) for s in page.stops()] == [("Davos", "Switzerland", "Europe/Zurich")]


@pytest.mark.parametrize(("starts", "ends"), [("2027-10-14", "2027-10-13"), ("2027-10-14", ""), ("soon", "2027-10-14")])
def test_days_that_make_no_stop_are_told(page: CitiesPage, starts: str, ends: str) -> None:
    _enter(page, "Lyon")
    page.rows[0].starts.setText(starts)
    page.rows[0].ends.setText(ends)
    assert page.show_problems()
    assert page.problem.text()
    assert page.stops() == ()


def test_rows_are_taken_away(page: CitiesPage) -> None:
    _enter(page, "Lyon, Paris")
    page.rows[0].remove.click()
    assert _made(page) == [("Paris", "Europe/Paris", 12, 15)]
    page.rows[0].remove.click()
    assert (len(page.rows), page.is_empty) == (1, True)
