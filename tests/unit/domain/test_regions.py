"""Provinces, states and countries in the language of who reads them."""

import pytest

from missionplanner.domain.regions import _NAMES, country_in, region_name
from missionplanner.exchange import places
from missionplanner.i18n import LANGUAGES


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("Quebec", ["Quebec", "Québec", "Quebec"]),
        ("British Columbia", ["British Columbia", "Colombie-Britannique", "Columbia Británica"]),
        ("Ontario", ["Ontario"] * 3),
        ("Île-de-France", ["Île-de-France"] * 3),
        ("", [""] * 3),
    ],
)
def test_a_province_has_its_name_in_each_language(region: str, expected: list[str]) -> None:
    assert [region_name(region, language) for language in LANGUAGES] == expected


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("Mexico", ["Mexico", "Mexique", "México"]),
        ("Canadá", ["Canada", "Canada", "Canadá"]),
        ("Atlantis", ["Atlantis"] * 3),
    ],
)
def test_a_country_has_its_name_in_each_language(country: str, expected: list[str]) -> None:
    assert [country_in(country, language) for language in LANGUAGES] == expected


@pytest.mark.parametrize("region", list(_NAMES))
def test_what_is_shown_is_read_again_as_what_was_stored(region: str) -> None:
    country = "Mexico" if region.endswith("México") else "Canada"
    assert {places.region(region_name(region, language), country)[0] for language in LANGUAGES} == {region}
