"""Names of people written into one cell."""

import pytest

from missionplanner.exchange import names
from missionplanner.exchange.names import PersonName


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jane Doe, P.Eng.", ("", "Jane", "Doe", "", "", "P.Eng.")), ("John Smith, MBA, CPA", ("", "John", "Smith", "", "", "MBA; CPA")),
        ("Jane Doe Ph.D.", ("", "Jane", "Doe", "", "", "Ph.D.")), ("Luc Roy, ing.", ("", "Luc", "Roy", "", "", "ing.")),
        ("John Smith Jr.", ("", "John", "Smith", "", "", "Jr.")), ("John Smith III", ("", "John", "Smith", "", "", "III")),
        ("Doe, Jane", ("", "Jane", "Doe", "", "", "")), ("Côté, Amélie, ing.", ("", "Amélie", "Côté", "", "", "ing.")),
        ("CÔTÉ Amélie", ("", "Amélie", "CÔTÉ", "", "", "")), ("Amélie CÔTÉ", ("", "Amélie", "CÔTÉ", "", "", "")),
        ("Jane Doe (CEO)", ("", "Jane", "Doe", "", "CEO", "")), ("Jane Doe - Sales Director", ("", "Jane", "Doe", "", "Sales Director", "")),
        ("Jane Doe, Export Manager", ("", "Jane", "Doe", "", "Export Manager", "")), ("Luc Roy | Directeur général", ("", "Luc", "Roy", "", "Directeur général", "")),
        ("Ana Ruiz – Gerente de ventas", ("", "Ana", "Ruiz", "", "Gerente de ventas", "")), ("CEO: Jane Doe", ("", "Jane", "Doe", "", "CEO", "")),
        ("Jane Doe (she/her)", ("", "Jane", "Doe", "", "", "")), ("Zoé Roy (elle)", ("", "Zoé", "Roy", "", "", "")),
        ("Dr. Wei Zhang", ("Dr.", "Wei", "Zhang", "", "", "")), ("Mme Anne-Marie Roy", ("Mme", "Anne-Marie", "Roy", "", "", "")),
        ("Jan van der Berg", ("", "Jan", "van der Berg", "", "", "")), ("Matthias van de Meent", ("", "Matthias", "van de Meent", "", "", "")),
        ("Jean de La Fontaine", ("", "Jean", "de La Fontaine", "", "", "")), ("J. R. Smith", ("", "J. R.", "Smith", "", "", "")),
        ("Kevin So", ("", "Kevin", "So", "", "", "")), ("Al Smith", ("", "Al", "Smith", "", "", "")), ("Madonna", ("", "Madonna", "", "", "", "")),
    ],
)  # fmt: skip
def test_parts_of_a_name(text: str, parts: tuple[str, ...]) -> None:
    assert names.parse(text) == PersonName(*parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dra. Ana de la Torre y Gómez", ("Dra.", "Ana", "de la Torre", "y Gómez")), ("Sr. Ing. Luis Soto Paz", ("Sr. Ing.", "Luis", "Soto", "Paz")),
        ("Lic. María del Carmen López Díaz", ("Lic.", "María del Carmen", "López", "Díaz")), ("Ana Ruiz", ("", "Ana", "Ruiz", "")),
        ("José Luis Pérez de León", ("", "José Luis", "Pérez", "de León")),
    ],
)  # fmt: skip
def test_two_family_names_in_mexico(text: str, parts: tuple[str, ...]) -> None:
    found = names.parse(text, two_family_names=True)
    assert (found.title, found.given, found.family, found.second_family) == parts


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Jane Doe\nJohn Roe", ["Jane Doe", "John Roe"]), ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Luc Roy et Zoé Roy", ["Luc Roy", "Zoé Roy"]), ("Ana Ruiz y Luis Soto", ["Ana Ruiz", "Luis Soto"]),
        ("Jane Doe (CEO) / John Roe (CFO)", ["Jane Doe (CEO)", "John Roe (CFO)"]), ("Jane Doe; John Roe; Kim Lee", ["Jane Doe", "John Roe", "Kim Lee"]),
        ("Jane & John Doe", ["Jane Doe", "John Doe"]), ("Dra. Ana de la Torre y Gómez", ["Dra. Ana de la Torre y Gómez"]),
        ("Jane Doe\nCEO", ["Jane Doe CEO"]), ("Jane Doe - Sales and Marketing", ["Jane Doe - Sales and Marketing"]),
        ("Ortega y Gasset", ["Ortega y Gasset"]), ("Jane Doe", ["Jane Doe"]),
    ],
)  # fmt: skip
def test_people_in_one_cell(cell: str, found: list[str]) -> None:
    assert names.people(cell) == found


def test_posts_and_titles_are_known_in_three_languages() -> None:
    assert all(map(names.is_post, ("Directrice des ventes", "Gerente", "Export Manager", "Owner")))
    assert not any(map(names.is_post, ("Amélie", "Torre", "Smith")))
    assert all(map(names.is_courtesy, ("Mme", "Ing.", "Mr.", "Sra.")))
