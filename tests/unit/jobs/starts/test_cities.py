from datetime import date

import pytest

from missionplanner.domain.mission import Stop
from missionplanner.domain.time import offset_words
from missionplanner.jobs.programme import gazetteer
from missionplanner.jobs.starts import cities

DAYS = (date(2027, 10, 11), date(2027, 10, 15))


@pytest.mark.parametrize(
    ("typed", "names", "spellings"),
    [
        ("Geneva", ("Geneva", "Genève", "Ginebra"), ""),
        ("Kraków", ("Kraków", "Cracovie", "Cracovia"), ""),
        ("Montréal", ("Montreal", "Montréal", "Montreal"), ""),
        ("ginebra", ("Geneva", "Genève", "Ginebra"), ""),
        ("Córdoba, Veracruz", ("Córdoba", "Córdoba", "Córdoba"), ""),
        ("CDMX", ("CDMX", "", ""), "Mexico City; Mexico; Ciudad de México"),
        ("Querétaro", ("Querétaro", "", ""), "Santiago de Querétaro"),
    ],
)
def test_stop_in_is_called_as_it_was_typed(typed: str, names: tuple[str, str, str], spellings: str) -> None:
    city = gazetteer.find(typed)[0]
    stop = cities.stop_in(city, typed, DAYS)
    assert (stop.name_en, stop.name_fr, stop.name_es) == names
    assert (stop.spellings, stop.time_zone, (stop.starts, stop.ends)) == (spellings, city.zone, DAYS)


@pytest.mark.parametrize(
    ("number", "spans"),
    [(1, [(11, 15)]), (2, [(11, 12), (13, 15)]), (5, [(n, n) for n in range(11, 16)]), (6, [(11, 15)] * 6), (0, [])],
)
def test_shared_out_gives_every_city_days_of_its_own(number: int, spans: list[tuple[int, int]]) -> None:
    assert [(first.day, last.day) for first, last in cities.shared_out(number, DAYS)] == spans


@pytest.mark.parametrize(
    ("zone", "words"),
    [("America/Mexico_City", "UTC−6"), ("Europe/Paris", "UTC+2"), ("Asia/Kolkata", "UTC+5:30"), ("UTC", "UTC")],
)
def test_offset_words(zone: str, words: str) -> None:
    assert offset_words(zone, DAYS[0]) == words


def test_in_parallel_are_stops_that_share_a_day() -> None:
    one, two, three = (
        Stop(name_en=str(first), starts=date(2027, 10, first), ends=date(2027, 10, last))
        for first, last in ((11, 12), (12, 13), (13, 14))
    )
    assert cities.in_parallel([one, two, three]) == [(one, two), (two, three)]


def test_cities_are_listed_with_their_days_too() -> None:
    days = (date(2027, 9, 20), date(2027, 9, 23))
    found = cities.stops_named(["Poznań:2027-09-20..2027-09-21, Gdańsk:2027-09-22"], days)
    assert [(stop.name_en, stop.starts.day, stop.ends.day) for stop in found] == [
        ("Poznań", 20, 21),
        ("Gdańsk", 22, 22),
    ]
    listed = cities.stops_named(["Lyon, Paris:2027-09-22..2027-09-23"], days)
    assert [(stop.name_en, stop.starts.day, stop.ends.day) for stop in listed] == [("Lyon", 20, 21), ("Paris", 22, 23)]
