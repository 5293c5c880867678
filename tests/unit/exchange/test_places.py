"""Cities, provinces, countries and postal codes under the spellings people type."""

import pytest

from missionplanner.exchange import places


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("VAL-D'OR", "Val-d'Or"), ("VAL-D’OR", "Val-d’Or"), ("ST-JEAN-SUR-RICHELIEU", "St-Jean-sur-Richelieu"), ("L'ASSOMPTION", "L'Assomption"),
        ("NOTRE-DAME-DE-L'ÎLE-PERROT", "Notre-Dame-de-l'Île-Perrot"), ("SAINTE-ANNE-DES-PLAINES", "Sainte-Anne-des-Plaines"), ("LA TUQUE", "La Tuque"),
        ("CDMX", "CDMX"), ("cdmx", "CDMX"), ("SAN LUIS POTOSÍ", "San Luis Potosí"), ("MEXICO D.F.", "Mexico D.F."), ("TROIS-RIVIÈRES", "Trois-Rivières"),
        ("ST. JOHN'S", "St. John's"), ("toronto", "Toronto"), ("los mochis", "Los Mochis"), ("Ville de Québec", "Ville de Québec"), ("O'LEARY", "O'Leary"),
        ("San Pedro Garza García", "San Pedro Garza García"), ("SAULT STE. MARIE", "Sault Ste. Marie"), ("CAP-AUX-MEULES", "Cap-aux-Meules"),
        ("NIAGARA-ON-THE-LAKE", "Niagara-on-the-Lake"), ("100 MILE HOUSE", "100 Mile House"),
    ],
)  # fmt: skip
def test_cities_typed_in_capitals(typed: str, city: str) -> None:
    assert places.city(typed, "Canada")[0] == city


@pytest.mark.parametrize(
    ("typed", "country", "found"),
    [
        ("MONTREAL, QC", "Canada", ("Montreal", "Quebec", "")), ("Toronto, ON, Canada", "Canada", ("Toronto", "Ontario", "")), ("Ottawa (ON)", "Canada", ("Ottawa", "Ontario", "")),
        ("Québec (Québec)", "Canada", ("Québec", "Quebec", "")), ("Puebla, Pue., México", "Mexico", ("Puebla", "Puebla", "")),
        ("Monterrey, N.L.", "Mexico", ("Monterrey", "Nuevo León", "")), ("Lévis - Québec", "Canada", ("Lévis", "Quebec", "")), ("Paris, France", "Canada", ("Paris", "", "France")),
        ("Toronto, Scarborough", "Canada", ("Toronto, Scarborough", "", "")), ("St-Jean-sur-Richelieu", "Canada", ("St-Jean-sur-Richelieu", "", "")),
        ("Guadalajara, Jalisco", "Canada", ("Guadalajara", "Jalisco", "Mexico")), ("Toronto ON", "Canada", ("Toronto", "Ontario", "")),
        ("Laval QC", "Canada", ("Laval", "Quebec", "")), ("Salina CRUZ", "Mexico", ("Salina CRUZ", "", "")), ("Villa NL", "Mexico", ("Villa", "Nuevo León", "")),
    ],
)  # fmt: skip
def test_what_stands_behind_a_city(typed: str, country: str, found: tuple[str, str, str]) -> None:
    assert places.city(typed, country) == found


@pytest.mark.parametrize(
    ("typed", "country", "code"),
    [
        ("6600.0", "MX", "06600"), ("6600", "MX", "06600"), ('="01730"', "MX", "01730"), ("1730.0", "MX", "01730"), ("H2X 1Y4", "CA", "H2X 1Y4"), ("'01730", "MX", "01730"), ("C.P. 06600", "MX", "06600"),
        ("2139", "US", "02139"), ("64000", "MX", "64000"), ("6600", "CA", "6600"),
    ],
)  # fmt: skip
def test_postal_codes_that_became_numbers(typed: str, country: str, code: str) -> None:
    assert places.postal_code(typed, country) == code


def test_a_place_is_a_country_or_a_region_and_nothing_else() -> None:
    assert [places.is_place(text) for text in ("Jalisco", "Gto.", "QC", "Canada", "Foods (Jalisco)", "Export")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip


def test_a_country_is_known_by_what_its_own_people_call_it() -> None:
    assert [places.country_code(text) for text in ("Nederland", "Österreich", "Chili", "Ruritania")] == [
        "NL",
        "AT",
        "CL",
        "",
    ]
