"""The clocks of the places journeys lead between: airports by their codes, stops by their names, other cities."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from missionplanner.domain.mission import Stop
from missionplanner.domain.spelling import fold
from missionplanner.jobs.programme import gazetteer
from missionplanner.paths import resources


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport of the world."""

    code: str
    country: str
    """Its ISO code of two letters."""
    zone: str
    city: str


@cache
def airports() -> dict[str, Airport]:
    """Return the airports of the world by their codes of three letters."""
    lines = (resources() / "places" / "airports.tsv").read_text(encoding="utf-8").splitlines()
    return {code: Airport(code, *rest) for code, *rest in (line.split("\t") for line in lines)}


def located(place: str, stops: Iterable[Stop]) -> tuple[str, str]:
    """Return the country and the time zone of a place; empty where nobody knows it."""
    if known := airports().get(place.strip().upper()):
        return known.country, known.zone
    wanted = fold(place)
    if not wanted:
        return "", ""
    for stop in stops:
        if wanted in map(fold, filter(None, (stop.name_en, stop.name_fr, stop.name_es, *stop.spellings.split(";")))):
            return stop.country, stop.time_zone
    found = gazetteer.find(place)
    return (found[0].country, found[0].zone) if len(found) == 1 else ("", "")
