"""The list of cities: by their names in three languages, with zones this computer knows."""

from zoneinfo import available_timezones

from missionplanner.domain import cities
from missionplanner.i18n import country_name


def test_namesakes_are_found_by_any_name() -> None:
    assert [city.name_en for city in cities.namesakes("Genève")] == ["Geneva"]
    assert {city.country for city in cities.namesakes("london")} >= {"GB", "CA"}
    assert cities.namesakes("Nowhere at all") == []


def test_zones_of_a_country_are_in_the_order_of_people() -> None:
    assert cities.zones_of("CA")[0] == "America/Toronto"
    assert (cities.zones_of("FI"), cities.zones_of("XX")) == (("Europe/Helsinki",), ())


def test_every_city_has_a_zone_and_a_country_this_computer_knows() -> None:
    zones = available_timezones()
    known = [city for namesakes in cities._lists().named.values() for city in namesakes]
    assert {city.zone for city in known} <= zones
    assert {city.country for city in known if country_name(city.country) == city.country} == set()
    assert all(-90 <= city.latitude <= 90 and -180 <= city.longitude <= 180 for city in known)
