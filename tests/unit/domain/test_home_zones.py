"""The clocks of companies: of their city where that is sure, else of the mission at home."""

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.home_zones import zone_named, zone_of
from missionplanner.domain.mission import Mission
from tests.builders import DAY

MISSION = Mission(home_country="Canada", host_country="Mexico", home_zone="America/Toronto", starts=DAY, ends=DAY)


@pytest.mark.parametrize(
    ("city", "region", "country", "zone"),
    [
        ("Vancouver", "", "Canada", "America/Vancouver"),
        ("Vancouver", "", "", "America/Vancouver"),
        ("Ottawa", "Ontario", "Canada", "America/Toronto"),
        ("Québec", "", "Canada", "America/Toronto"),
        ("Halifax", "Nova Scotia", "Canada", "America/Halifax"),
        ("", "", "Canada", "America/Toronto"),
        ("Nowhere", "", "", "America/Toronto"),
        ("Munich", "", "Germany", "Europe/Berlin"),
        ("Nowhere", "", "Finland", "Europe/Helsinki"),
        ("Portland", "", "United States", ""),
        ("Portland", "Maine", "United States", "America/New_York"),
        ("Nowhere", "", "Atlantis", ""),
    ],
)
def test_a_company_of_the_delegation_lives_by_its_city(city: str, region: str, country: str, zone: str) -> None:
    company = Company(side=Side.DELEGATION, name="D", city=city, region=region, country=country)
    assert zone_of(company, MISSION) == zone


def test_what_a_company_says_itself_counts_first() -> None:
    company = Company(side=Side.DELEGATION, name="D", city="Vancouver", country="Canada", time_zone="Asia/Tokyo")
    assert zone_of(company, MISSION) == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("text", "zone"),
    [("Asia/Tokyo", "Asia/Tokyo"), ("Guadalajara, Jalisco", "America/Mexico_City"), ("Portland", ""), ("", "")],
)
def test_a_zone_is_known_by_its_name_or_its_city(text: str, zone: str) -> None:
    assert zone_named(text) == zone


@pytest.mark.parametrize(
    ("city", "country", "zone"),
    [("Tijuana", "", "America/Tijuana"), ("", "", ""), ("", "Guatemala", "America/Guatemala"), ("", "Canada", "")],
)
def test_the_zone_at_home_is_not_that_of_hosts(city: str, country: str, zone: str) -> None:
    assert zone_of(Company(side=Side.COUNTERPART, name="C", city=city, country=country), MISSION) == zone
