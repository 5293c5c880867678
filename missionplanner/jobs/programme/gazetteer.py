"""Cities of the world found by what people type."""

import re
from collections.abc import Collection

from missionplanner.domain.cities import City, by_people, namesakes, zones_of
from missionplanner.domain.spelling import words
from missionplanner.exchange import places
from missionplanner.i18n import country_name

_KNOWN_ANYWHERE = 100
"""Thousands of people from which a namesake of a larger city is asked about, too."""
_SOME_SIZE = 50
"""Thousands of people from which it is said that there is a namesake, too."""
_LARGER, _FAR_LARGER = 10, 22
"""How many times more people a city has than a smaller namesake, or one that is known anywhere, that nobody means."""


def find(text: str, countries: Collection[str] = ()) -> list[City]:
    """Return the cities that may be meant: none is known, one is sure, several are to be asked about.

    A province or country behind the name (after a comma or in brackets) decides; otherwise a namesake in one of the
    `countries` (ISO codes; those the mission visits already) is taken before any other. Most people come first.
    """
    name, place = _parted(text)
    found = namesakes(name)
    if place:
        return _largest_of_each([city for city in found if _is_in(city, place)])
    near = [city for city in found if city.country in countries]
    return _likely(_largest_of_each(near or found), name)


def passed_over(text: str, taken: City) -> list[City]:
    """Return the namesakes of some size that are not asked about where a text surely means a city."""
    name, place = _parted(text)
    if place:
        return []
    return [city for city in _largest_of_each(namesakes(name)) if city != taken and city.people >= _SOME_SIZE]


def split(text: str) -> list[str]:
    """Return the cities listed in a text: separated by lines, semicolons or commas, or in the words "and", "et", "y".

    What stands behind a comma stays with its city where it is the province or country of it (London, Ontario).
    """
    found = []
    for entry in re.split(r"[\n;]", text):
        parts = [part.strip() for part in entry.split(",") if part.strip()]
        while parts:
            name = parts.pop(0)
            if parts and _is_place_of(parts[0], name):
                name = f"{name}, {parts.pop(0)}"
            found += [name] if namesakes(_parted(name)[0]) else re.split(r"\s+(?:and|et|y|&)\s+", name)
    return found


def code_of(country: str) -> str:
    """Return the ISO code of a country by its name in any of the three languages; empty for none."""
    return places.country_code(country) or ""


def zone_of(country: str) -> str:
    """Return the time zone most people of a country (by its ISO code) live in; empty for one that is not known."""
    return next(iter(zones_of(country)), "")


def _parted(text: str) -> tuple[str, str]:
    """Return the name, and the province or country behind it ("Guadalajara (Jalisco)", "Córdoba España")."""
    name, _comma, place = text.strip().rstrip(")").replace("(", ",").partition(",")
    name, place = name.strip(), place.strip(" ,")
    before, _blank, last = name.rpartition(" ")
    if before and not place and not namesakes(name) and _is_place_of(last, before):
        return before, last
    return name, place


def _is_place_of(place: str, name: str) -> bool:
    """Whether the place is a province or country that has a city of this name, rather than a city itself."""
    return any(_is_in(city, place) for city in namesakes(name))


def _is_in(city: City, place: str) -> bool:
    """Whether a city is in this province or country, or in both ("Ontario, Canada")."""
    return all(_is_in_one(city, part) for part in place.split(",") if part.strip())


def _is_in_one(city: City, place: str) -> bool:
    plain = words(place)
    if plain and plain in (words(city.region), city.region_code.casefold()):
        return True
    if code_of(place) == city.country:
        return True
    region, _country = places.region(place, country_name(city.country))
    return words(region) == words(city.region)


def _largest_of_each(cities: list[City]) -> list[City]:
    """Return the largest city of each province, those with most people first."""
    found: dict[tuple[str, str], City] = {}
    for city in sorted(cities, key=by_people):
        found.setdefault((city.country, city.region), city)
    return list(found.values())


def _likely(cities: list[City], name: str) -> list[City]:
    """Return the largest city and the namesakes somebody may mean beside it."""
    if not cities:
        return []
    largest, plain = cities[0], words(name)
    enough = min(max(_KNOWN_ANYWHERE, largest.people // _FAR_LARGER), largest.people // _LARGER)
    # who types Valence may mean the French city rather than the Spanish one, which is called so in French only
    foreign = words(largest.name_en) != plain and largest.people < 1000
    return [city for city in cities if city.people >= enough or (foreign and words(city.name_en) == plain)]
