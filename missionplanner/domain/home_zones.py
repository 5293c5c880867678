"""The clocks companies live by: those of their city, else of the mission at home."""

from missionplanner.domain import cities
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Mission
from missionplanner.domain.spelling import words
from missionplanner.domain.time import is_zone
from missionplanner.i18n import country_codes

_LARGER = 10
"""How many times more people a city has than a namesake with other clocks that nobody means."""


def zone_of(company: Company, mission: Mission) -> str:
    """Return the time zone of a company; empty where nothing says it.

    It is what it says itself, else it follows from its city and country; the mission's own counts for companies of the
    delegation that do not say another country.
    """
    if company.time_zone:
        return company.time_zone
    home, said = _code(mission.home_country), bool(company.country)
    of_side = home if company.side is Side.DELEGATION else _code(mission.host_country)
    country = _code(company.country) if said else of_side
    if zone := _in_city(company, country):
        return zone
    is_from_home = company.side is Side.DELEGATION and country == home and bool(home or not said)
    if is_from_home and mission.home_zone:
        return mission.home_zone
    zones = cities.zones_of(country)
    return zones[0] if len(zones) == 1 else ""


def zone_named(text: str) -> str:
    """Return the time zone that is called so, or of the city that surely is; empty where none is.

    A province or country may stand behind a city.
    """
    name, *places = (part.strip() for part in text.split(","))
    if is_zone(text.strip()):
        return text.strip()
    found = cities.namesakes(name)
    for place in places:
        found = [city for city in found if city.country == _code(place) or words(city.region) == words(place)]
    return _likely(found)


def _in_city(company: Company, country: str) -> str:
    """Return the zone of a company's city, where namesakes in its province or country leave no doubt."""
    found = [city for city in cities.namesakes(company.city) if city.country == country]
    region = words(company.region)
    found = [city for city in found if region and region == words(city.region)] or found
    return _likely(found)


def _likely(found: list[cities.City]) -> str:
    """Return the zone of the cities somebody may mean; empty where they have several."""
    most = max((city.people for city in found), default=0)
    zones = {city.zone for city in found if city.people * _LARGER > most}
    return zones.pop() if len(zones) == 1 else ""


def _code(country: str) -> str:
    return country_codes().get(country.casefold(), "")
