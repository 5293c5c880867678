"""Addresses in a line."""

import pytest

from missionplanner.domain.address_lines import in_line, town


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("Ciudad de México", "Ciudad de México", "Mexico"), "Ciudad de México, Mexico"),
        (("São Paulo", "são paulo", "Brazil"), "São Paulo, Brazil"),
        (("12 Rue\nMoulin", "", "69008 Lyon"), "12 Rue Moulin, 69008 Lyon"),
        (("Lagos", "Nigeria", "Lagos"), "Lagos, Nigeria, Lagos"),
        (("", " "), ""),
    ],
)
def test_a_place_that_repeats_the_last_one_is_said_once(parts: tuple[str, ...], line: str) -> None:
    assert in_line(parts) == line


@pytest.mark.parametrize(
    ("city", "code", "country", "found"),
    [
        ("Lyon", "69008", "France", "69008 Lyon"),
        ("Ciudad de México", "06600", "México", "06600 Ciudad de México"),
        ("Ottawa", "K1A 0B1", "Canada", "Ottawa K1A 0B1"),
        ("London", "SW1A 1AA", "Royaume-Uni", "London SW1A 1AA"),
        ("Lyon", "", "France", "Lyon"),
        ("", "69008", "", "69008"),
    ],
)
def test_a_postal_code_stands_where_the_country_writes_it(city: str, code: str, country: str, found: str) -> None:
    assert town(city, code, country) == found
