"""Rows that are no registrations: what services and templates write below the headings."""

import pytest

from missionplanner.exchange import remarks
from missionplanner.exchange.source_rows import Row


@pytest.mark.parametrize(
    "cells",
    [
        ["(required)", "(required)", "", "(optional)"], ["Obligatoire", "Obligatoire", "Facultatif", ""], ["obligatorio", "opcional", "obligatorio", "x"],
        ["e.g. Acme Inc.", "e.g. Toronto", "e.g. Jane", "e.g. jane@acme.example.com"], ["ex. : Bois inc.", "ex. : Lévis", "Jean", "jean@bois.example.ca"],
        ["p. ej. Alfa S.A.", "Puebla", "Ana", "ana@alfa.example.mx"], ["Example: Acme Inc.", "Toronto", "Jane", "jane@acme.example.com"],
        ['{"ImportId":"startDate"}', '{"ImportId":"QID1_TEXT"}', '{"ImportId":"QID2"}', ""], ["Open-Ended Response", "Open-Ended Response", "Response", ""],
        ["text", "text", "email", "date"], ["Example Company Inc.", "Toronto", "John Sample", "john@example.com"],
        ["Empresa de ejemplo", "Puebla", "Ana", "ana@ejemplo.com"], ["Max 100 characters", "", "First and last", "valid e-mail"],
        ["Veuillez inscrire le nom légal", "Choisir", "Prénom et nom", "Veuillez valider"],
    ],
)  # fmt: skip
def test_rows_that_explain_the_columns_are_no_registrations(cells: list[str]) -> None:
    assert remarks.is_remark(Row(2, tuple(cells)), 4, {0, 1, 2, 3})


@pytest.mark.parametrize(
    "cells",
    [
        ["Example Foods Inc.", "Toronto", "Jane", "jane@example.ca"], ["Texto Libre S.A.", "Puebla", "Ana", "ana@t.mx"], ["Exemple inc.", "Lévis", "Luc", "l@e.ca"],
        ["Response Marketing Ltd.", "Ottawa", "Kim", "kim@r.ca"], ["Required Reading Inc.", "Ottawa", "Kim", "kim@r.ca"], ["Ex Libris", "Paris", "Luc", "l@x.fr"],
        ["Sample Supply Ltd.", "Ottawa", "Kim", "kim@samplesupply.ca"], ["Max 100 Foods", "Laval", "Luc", "l@max.ca"],
    ],
)  # fmt: skip
def test_companies_with_such_names_are_registrations(cells: list[str]) -> None:
    assert not remarks.is_remark(Row(2, tuple(cells)), 4, {0, 1, 2, 3})
