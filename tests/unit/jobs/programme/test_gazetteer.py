import pytest

from missionplanner.i18n import use
from missionplanner.jobs.programme import gazetteer


def _described(text: str, *countries: str) -> list[str]:
    return [city.described for city in gazetteer.find(text, countries)]


@pytest.mark.parametrize(
    ("text", "city", "zone"),
    [
        ("Paris", "Paris, Île-de-France, France", "Europe/Paris"),
        ("mexico", "Mexico City, Mexico", "America/Mexico_City"),
        ("Ciudad de México", "Mexico City, Mexico", "America/Mexico_City"),
        ("CDMX", "Mexico City, Mexico", "America/Mexico_City"),
        ("Londres", "London, England, United Kingdom", "Europe/London"),
        ("Ginebra", "Geneva, Switzerland", "Europe/Zurich"),
        ("MÜNCHEN", "Munich, Bavaria, Germany", "Europe/Berlin"),
        ("Querétaro", "Santiago de Querétaro, Querétaro, Mexico", "America/Mexico_City"),
        ("Guadalajara", "Guadalajara, Jalisco, Mexico", "America/Mexico_City"),
        ("London, Ontario", "London, Ontario, Canada", "America/Toronto"),
        ("London (Canada)", "London, Ontario, Canada", "America/Toronto"),
        ("London, ON, Canada", "London, Ontario, Canada", "America/Toronto"),
        ("Austin, TX", "Austin, Texas, United States", "America/Chicago"),
        ("Córdoba España", "Córdoba, Andalusia, Spain", "Europe/Madrid"),
        ("Québec, QC", "Quebec City, Canada", "America/Toronto"),
    ],
)
def test_find_is_sure(text: str, city: str, zone: str) -> None:
    found = gazetteer.find(text)

    assert [(one.described, one.zone) for one in found] == [(city, zone)]


def test_find_asks_about_namesakes() -> None:
    assert _described("London") == ["London, England, United Kingdom", "London, Ontario, Canada"]
    assert [city.country for city in gazetteer.find("Córdoba")] == ["AR", "ES", "MX"]
    assert [city.country for city in gazetteer.find("Valencia")] == ["VE", "ES", "US"]


def test_find_asks_where_only_a_translation_is_the_larger_city() -> None:
    assert _described("Valence") == ["Valencia, Spain", "Valence, Auvergne-Rhône-Alpes, France"]


def test_find_prefers_the_countries_of_the_mission() -> None:
    assert _described("Córdoba", "MX") == ["Córdoba, Veracruz, Mexico"]
    assert _described("London", "MX") == _described("London")


def test_find_knows_nothing_of_other_texts() -> None:
    for text in ("", "Xyzzy", "London, Mexico", "?"):
        assert gazetteer.find(text) == []


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("Lyon, Paris", ["Lyon", "Paris"]),
        ("Lyon; Paris\nNice", ["Lyon", "Paris", "Nice"]),
        ("Guadalajara, Jalisco, Monterrey", ["Guadalajara, Jalisco", "Monterrey"]),
        ("London, Ontario; Toronto", ["London, Ontario", "Toronto"]),
        ("Lyon et Paris", ["Lyon", "Paris"]),
        ("Mexico City, Guadalajara y Monterrey", ["Mexico City", "Guadalajara", "Monterrey"]),
        ("", []),
    ],
)
def test_split(text: str, cities: list[str]) -> None:
    assert gazetteer.split(text) == cities


def test_names_are_in_the_language_of_the_screen() -> None:
    use("fr")

    assert _described("London")[0] == "Londres, England, Royaume-Uni"
    assert gazetteer.find("Geneva")[0].name("es") == "Ginebra"


def test_a_large_city_is_not_asked_about_and_its_namesake_stays_within_reach() -> None:
    (madrid,) = gazetteer.find("Madrid")
    assert madrid.country == "ES"
    (other,) = gazetteer.passed_over("Madrid", madrid)
    assert other.described == "Madrid, Cundinamarca, Colombia"
    assert gazetteer.find(other.described) == [other]
    assert gazetteer.passed_over("Madrid, Spain", madrid) == []
    assert [city.country for city in gazetteer.find("London")] == ["GB", "CA"]
