"""Cities of the world with their country, province, time zone and place on the map."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from missionplanner.domain.spelling import words
from missionplanner.i18n import country_name, current
from missionplanner.paths import resources


@dataclass(frozen=True, slots=True)
class City:
    """A city of the list."""

    name_en: str
    name_fr: str
    name_es: str
    country: str
    """Its ISO code of two letters."""
    region: str
    """The name of the province or state; empty where the country has none."""
    region_code: str
    """The letters of the province in addresses, where the list has them."""
    zone: str
    """An IANA time zone."""
    latitude: float
    longitude: float
    people: int
    """In thousands."""

    def name(self, language: str) -> str:
        """The city's name in `language`."""
        return {"fr": self.name_fr, "es": self.name_es}.get(language, self.name_en)

    @property
    def described(self) -> str:
        """The city with its province and country, in the language of the screen, to tell it from namesakes."""
        language = current().language
        country = country_name(self.country, language)
        region = "" if self.region in (self.name_en, self.name_fr, self.name_es, country) else self.region
        return ", ".join(part for part in (self.name(language), region, country) if part)


def namesakes(name: str) -> list[City]:
    """Return the cities that are called so in any language, or are spelled so elsewhere."""
    plain = words(name)
    return _lists().named.get(plain) or _lists().spelled.get(plain) or []


@lru_cache
def zones_of(country: str) -> tuple[str, ...]:
    """Return the time zones of a country (by its ISO code), that most people live in first; none for one not known."""
    people: Counter[str] = Counter()
    for cities in _lists().named.values():
        for city in cities:
            if city.country == country:
                people[city.zone] += city.people
    return tuple(zone for zone, _number in people.most_common())


def by_people(city: City) -> tuple[int, str]:
    """Return the key by which the largest city comes first."""
    return -city.people, city.name_en


@dataclass(frozen=True, slots=True)
class _Lists:
    """The cities by their names in the three languages and by other spellings, as they are compared."""

    named: dict[str, list[City]]
    spelled: dict[str, list[City]]


@lru_cache
def _lists() -> _Lists:
    named: dict[str, list[City]] = defaultdict(list)
    spelled: dict[str, list[City]] = defaultdict(list)
    country = region = code = zone = ""
    for line in (resources() / "places" / "cities.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            country, region, code, zone = line[1:].split("\t")
            continue
        english, french, spanish, latitude, longitude, people, *spellings = line.split("\t")
        french, spanish = french or english, spanish or english
        where = (float(latitude), float(longitude))
        city = City(english, french, spanish, country, region, code, zone, *where, people=int(people))
        names = {words(english), words(french), words(spanish)}
        for name in names:
            named[name].append(city)
        whole = {word for name in names for word in name.split()}
        for name in filter(None, ";".join(spellings).split(";")):
            # León is how everybody calls León de los Aldama
            (named if whole.issuperset(name.split()) else spelled)[name].append(city)
    return _Lists(dict(named), dict(spelled))
