"""Names of people written into one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        ("H.E. Mary Ng", ("H.E.", "Mary", "Ng", "", "", "")), ("S. E. M. Jean Roy", ("S. E. M.", "Jean", "Roy", "", "", "")),
        ("The Hon. Mary Ng", ("The Hon.", "Mary", "Ng", "", "", "")), ("He Wei", ("", "He", "Wei", "", "", "")),
        ("Dr. Wei Zhang", ("Dr.", "Wei", "Zhang", "", "", "")), ("Mme Anne-Marie Roy", ("Mme", "Anne-Marie", "Roy", "", "", "")),
        ("Jan van der Berg", ("", "Jan", "van der Berg", "", "", "")), ("Matthias van de Meent", ("", "Matthias", "van de Meent", "", "", "")),
        ("Jean de La Fontaine", ("", "Jean", "de La Fontaine", "", "", "")), ("J. R. Smith", ("", "J. R.", "Smith", "", "", "")),
        ("Marc-André Roy ing., M.Sc.A.", ("", "Marc-André", "Roy", "", "", "ing.; M.Sc.A.")), ("Luc Roy, B.A.A.", ("", "Luc", "Roy", "", "", "B.A.A.")),
        ("Roy, J.P.", ("", "J.P.", "Roy", "", "", "")), ("Lise Roy, DESS", ("", "Lise", "Roy", "", "", "DESS")), ("DOE ROY, JANE", ("", "JANE", "DOE ROY", "", "", "")),
        ("Smith Jr., John", ("", "John", "Smith", "", "", "Jr.")), ("Kim Campbell CM, KC", ("", "Kim", "Campbell", "", "", "CM; KC")),
        ("Jane Doe, Welder", ("", "Jane", "Doe", "", "Welder", "")), ("García Luna, Iker", ("", "Iker", "García Luna", "", "", "")),
        ("Lévesque; Anne", ("", "Anne", "Lévesque", "", "", "")), ("Jane Doe, CEO", ("", "Jane", "Doe", "", "CEO", "")),
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
        ("Jane Doe\nCEO", ["Jane Doe, CEO"]), ("Jane Doe - Sales and Marketing", ["Jane Doe - Sales and Marketing"]),
        ("Ortega y Gasset", ["Ortega y Gasset"]), ("Jane Doe", ["Jane Doe"]),
    ],
)  # fmt: skip
def test_people_in_one_cell(cell: str, found: list[str]) -> None:
    assert names.people(cell) == found


def test_posts_and_titles_are_known_in_three_languages() -> None:
    assert all(map(names.is_post, ("Directrice des ventes", "Gerente", "Export Manager", "Owner")))
    assert not any(map(names.is_post, ("Amélie", "Torre", "Smith")))
    assert all(map(names.is_courtesy, ("Mme", "Ing.", "Mr.", "Sra.")))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("1. Jane Doe\n2. John Roe", ["Jane Doe", "John Roe"]), ("- Jane Doe, CEO\n- John Roe, CFO", ["Jane Doe, CEO", "John Roe, CFO"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]), ("Jane Doe (CEO, owner), John Roe (CFO)", ["Jane Doe (CEO, owner)", "John Roe (CFO)"]),
        ("Jane Doe, CEO, John Roe, CFO", ["Jane Doe, CEO", "John Roe, CFO"]), ("Ana Ruiz\nDirectora Comercial", ["Ana Ruiz, Directora Comercial"]),
        ("Ana Ruiz\nMBA", ["Ana Ruiz, MBA"]), ("1) Ana Ruiz, Directora 2) Luis Soto", ["Ana Ruiz, Directora", "Luis Soto"]), ("Martin Roy, Jean Luc", ["Martin Roy, Jean Luc"]), ("García Luna, Ana María", ["García Luna, Ana María"]),
        ("John Head\nMary Principal", ["John Head", "Mary Principal"]), ("Jane Doe, Vice President, Sales", ["Jane Doe, Vice President, Sales"]),
    ],
)  # fmt: skip
def test_lists_of_people_and_posts_below_names(cell: str, found: list[str]) -> None:
    assert names.people(cell) == found


def test_as_many_addresses_as_names_tell_people_apart() -> None:
    assert names.people("Martin Roy, Jean Luc", addresses=2) == ["Martin Roy", "Jean Luc"]


WHOLE = ["Jane Doe", "Luc Roy", "Ana Ruiz", "María López Paz", "Jean-Guy Côté", "Wei Zhang"]
BEHIND = ["", ", P.Eng.", ", MBA", " (CEO)", ", Directora", ", ing., M.Sc."]


@given(
    st.lists(st.sampled_from(WHOLE), min_size=1, max_size=5, unique=True),
    st.sampled_from(["\n", "; ", " / ", " & "]),
    st.sampled_from(["", "{}. ", "{}) ", "- "]),
    st.data(),
)
def test_everybody_in_a_cell_is_found_with_what_stands_behind_the_name(
    wanted: list[str], between: str, marker: str, data: st.DataObject
) -> None:
    lines = [f"{marker.format(n)}{name}{data.draw(st.sampled_from(BEHIND))}" for n, name in enumerate(wanted, 1)]
    found = [names.parse(one) for one in names.people(between.join(lines))]
    assert [f"{one.given} {one.family}" for one in found] == wanted
