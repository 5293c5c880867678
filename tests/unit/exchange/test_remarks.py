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


@pytest.mark.parametrize(
    "text",
    [
        "Please note that the rows below have not confirmed yet",
        "These firms come only to Gdańsk.",
        "Les entreprises ci-dessous n’ont pas encore payé leur participation",
        "Las empresas de abajo todavía no han confirmado su llegada.",
        "We are still waiting for their signatures!",
        "rows from here on were added by Anna last week",
    ],
)
def test_a_sentence_alone_in_its_row_is_a_remark(text: str) -> None:
    assert remarks.is_sentence(Row(7, (text, "", "", "")))
    assert remarks.is_sentence(Row(7, ("12", "", text, "")))
    assert not remarks.is_sentence(Row(7, (text, "Laval", "", "")))


@pytest.mark.parametrize(
    "name",
    [
        "Association of Producers of the Region of Warmia and Masuria",
        "Société coopérative agricole des producteurs de lait de la région",
        "Asociación de productores de queso de la región de Querétaro, A.C.",
        "Fromages de l’Est et de la vallée du Nord inc.",
        "The Cheese Company of the North and the South Ltd.",
        "Nord Ost",
    ],
)
def test_a_long_name_is_no_remark(name: str) -> None:
    assert not remarks.is_sentence(Row(7, (name, "", "", "")))
