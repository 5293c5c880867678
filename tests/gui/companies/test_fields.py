"""How a registration becomes the texts of a form and the texts a registration."""

from datetime import date

import pytest

from missionplanner import i18n
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Market, Partner, Side
from missionplanner.domain.mission import Sector
from missionplanner.gui.companies import fields
from missionplanner.jobs.companies import registrations
from missionplanner.store.store import Store

SECTORS = {4: Sector(id=4, code="AM", name_en="Manufacturing"), 9: Sector(id=9, code="SP", name_en="Space")}


def filled() -> Registration:
    record = registrations.empty(Side.DELEGATION, "Canada")
    typed = fields.values(record, SECTORS) | {
        "name": "Nord inc.", "country": "Canada", "region": "QC", "website": "nord.example", "phone": "604 324 6083",
        "employees": "1 200", "year_founded": "1999", "consent": True, "consent_on": " 2026-02-15 ",
        "signed_on": "2026-02-16", "offers": "Ice; ; Snow;Ice", "seeks": "", "stops": (3, 1),
        "markets": [("Mexique", "10 %")], "partners": [("Grupo Alba", "distributor", "Monterrey")],
    }  # fmt: skip
    return fields.record(record, typed, (9, 4))


def test_what_is_typed_is_brought_into_its_form() -> None:
    found = filled()
    company = found.company
    assert (company.name, company.region, company.website) == ("Nord inc.", "Quebec", "https://nord.example")
    assert (company.phone, company.employees, company.year_founded) == ("+16043246083", 1200, 1999)
    assert (company.consent, company.consent_on) == (True, date(2026, 2, 15))
    assert found.application.signed_on == date(2026, 2, 16)
    assert (found.offers, found.seeks, found.stops, found.sectors) == (("Ice", "Snow"), (), (1, 3), (9, 4))
    assert found.markets == (Market(country="Mexico", share="10 %", position=0),)
    assert found.partners == (Partner(name="Grupo Alba", relationship="distributor", place="Monterrey", position=0),)


def test_a_registration_comes_back_from_its_own_texts() -> None:
    record = filled()
    numbers = {"employees": "1200", "year_founded": "1999"}  # the form's lines hold texts
    assert fields.record(record, fields.values(record, SECTORS) | numbers, record.sectors) == record


def test_texts_of_a_registration() -> None:
    shown = fields.values(filled(), SECTORS)
    names = ("sectors", "offers", "consent_on", "signed_on", "markets")
    assert [shown[name] for name in names] == [
        "Space; Manufacturing", "Ice; Snow", "2026-02-15", "2026-02-16", [("Mexico", "10 %")],
    ]  # fmt: skip


def test_countries_and_provinces_are_shown_in_the_language_of_the_screen_and_stored_in_english() -> None:
    record = filled()
    i18n.use("fr")
    shown = fields.values(record, SECTORS) | {"employees": "", "year_founded": ""}
    assert (shown["country"], shown["region"], shown["markets"]) == ("Canada", "Québec", [("Mexique", "10 %")])
    found = fields.record(record, shown | {"country": "Mexique", "region": ""}, ())
    assert (found.company.country, found.markets) == ("Mexico", record.markets)


def test_clocks_are_those_of_a_zone_that_is_known() -> None:
    record = filled()
    for text, zone in (("Asia/Tokyo", "Asia/Tokyo"), ("soon", "")):
        typed = fields.values(record, SECTORS) | {"time_zone": text, "employees": "", "year_founded": ""}
        assert fields.record(record, typed, ()).company.time_zone == zone


def test_a_number_that_is_none_is_empty() -> None:
    record = filled()
    typed = fields.values(record, SECTORS) | {"employees": "many", "year_founded": ""}
    found = fields.record(record, typed, ()).company
    assert (found.employees, found.year_founded) == (None, None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", ""), (" ", ""), ("2026-02-15", ""), ("tomorrow", "This is no date, such as 2026-02-15.")],
)
def test_a_day_is_checked(text: str, problem: str) -> None:
    assert fields.day_problem(text) == problem


def test_the_form_has_every_field_that_must_be_right(store: Store) -> None:
    found = fields.fields(store, lambda _kind: lambda _text: "", lambda _text: "", ["Ana"])
    names = [field.name for field in found]
    assert len(set(names)) == len(names)
    assert set(fields.MUST_BE_RIGHT) <= set(names)
    reviewer = next(field for field in found if field.name == "reviewer")
    assert list(reviewer.choices) == [(0, "Ana")]
