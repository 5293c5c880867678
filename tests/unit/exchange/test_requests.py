"""Lists of meeting requests: lists in a cell, choices, companies across the top, from either side."""

import pytest

from missionplanner.domain.requests import Priority
from missionplanner.errors import UserError
from missionplanner.exchange import requests
from missionplanner.exchange.files import Row, SourceSheet
from missionplanner.exchange.requests import RequestTable

KNOWN = {"maple foods", "bois", "alfa", "beta", "alimentos, bebidas y más", "ruiz y hijos", "a & b"}


def read(*rows: list[str]) -> RequestTable:
    sheet = SourceSheet("S", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)))
    return requests.read([sheet], is_company=lambda name: name.strip().casefold() in KNOWN)


def pairs(*rows: list[str]) -> list[tuple[str, str]]:
    return [(row.asker, row.wanted) for row in read(*rows).rows]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("1. Alfa\n2. Beta", ["Alfa", "Beta"]), ("1) Alfa\n2) Beta", ["Alfa", "Beta"]), ("- Alfa\n- Beta", ["Alfa", "Beta"]), ("• Alfa\n• Beta", ["Alfa", "Beta"]),
        ("1. Alfa 2. Beta", ["Alfa", "Beta"]), ("a) Alfa\nb) Beta", ["Alfa", "Beta"]), ("Alfa, Beta", ["Alfa", "Beta"]), ("Alfa and Beta", ["Alfa", "Beta"]),
        ("Alfa et Beta", ["Alfa", "Beta"]), ("Alfa y Beta", ["Alfa", "Beta"]), ("Alfa / Beta", ["Alfa", "Beta"]), ("Alfa; Beta", ["Alfa", "Beta"]),
        ("Alimentos, Bebidas y Más, Beta", ["Alimentos, Bebidas y Más", "Beta"]), ("Ruiz y Hijos", ["Ruiz y Hijos"]), ("A & B, Alfa", ["A & B", "Alfa"]),
        ("Alfa, Unknown Foods, Inc.", ["Alfa", "Unknown Foods, Inc."]), ("Unknown Foods, Inc.", ["Unknown Foods, Inc."]), ("N/A", []), ("-", []),
    ],
)  # fmt: skip
def test_lists_of_companies_in_a_cell(cell: str, wanted: list[str]) -> None:
    assert pairs(["Company", "Companies you wish to meet"], ["Maple Foods", cell]) == [
        ("Maple Foods", one) for one in wanted
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ["Company", "1st choice", "2nd choice"], ["Company", "Choice 1", "Choice 2"], ["Entreprise", "Premier choix", "Deuxième choix"],
        ["Entreprise", "Choix n° 1", "Choix n° 2"], ["Empresa", "Primera opción", "Segunda opción"], ["Empresa", "Opción 1", "Opción 2"],
        ["Your company", "First company", "Second company"], ["E-mail", "Whom would you like to meet?", "Anybody else you want to meet?"],
        ["Votre entreprise", "Entreprise souhaitée 1", "Entreprise souhaitée 2"], ["Requested by", "Wants to meet", "Wants to meet"],
    ],
)  # fmt: skip
def test_choices_in_columns_of_their_own(headings: list[str]) -> None:
    assert pairs(headings, ["Maple Foods", "Alfa", "Beta"]) == [("Maple Foods", "Alfa"), ("Maple Foods", "Beta")]


@pytest.mark.parametrize(
    "headings",
    [
        ["Empresa mexicana", "Empresa canadiense que desea conocer", "Prioridad"], ["Counterpart", "Wants to meet (Canadian company)", "Priority"],
        ["Entreprise mexicaine", "Entreprise canadienne souhaitée", "Priorité"], ["Canadian company", "Mexican company", "Rank"],
        ["Solicitante", "Empresa solicitada", "Prioridad"], ["Demandeur", "Entreprise demandée", "Priorité"], ["From", "Target company", "Importance"],
    ],
)  # fmt: skip
def test_headings_of_either_side(headings: list[str]) -> None:
    (row,) = read(headings, ["Alfa", "Bois", "Alta"]).rows
    assert (row.asker, row.wanted, row.priority) == ("Alfa", "Bois", Priority.MUST_MEET)


def test_companies_across_the_top() -> None:
    found = read(["Requested by", "Alfa", "Beta"], ["Maple Foods", "X", "High"], ["Bois", "", "No"], ["Total", "1", ""])
    assert [(row.asker, row.wanted, row.priority) for row in found.rows][:3] == [
        ("Maple Foods", "Alfa", Priority.MEET),
        ("Maple Foods", "Beta", Priority.MUST_MEET),
        ("Bois", "Beta", Priority.NO_THANKS),
    ]


def test_a_grid_of_a_form() -> None:
    heading = "Which companies do you want to meet? [{}]"
    found = read(
        ["Timestamp", "Company", heading.format("Alfa"), heading.format("Beta")], ["x", "Bois", "Must meet", ""]
    )
    assert [(row.asker, row.wanted, row.priority) for row in found.rows] == [("Bois", "Alfa", Priority.MUST_MEET)]


def test_the_direction_of_an_own_export() -> None:
    head = ["delegation", "counterpart", "asked_by", "priority", "comment"]
    assert pairs(head, ["Bois", "Alfa", "counterpart", "meet", ""], ["Bois", "Beta", "delegation", "meet", ""]) == [
        ("Alfa", "Bois"),
        ("Bois", "Beta"),
    ]


def test_a_comment_in_french_is_none() -> None:
    found = read(["Entreprise", "Souhaite rencontrer", "Comment nous avez-vous connus ?"], ["Bois", "Alfa", "radio"])
    assert found.rows[0].comment == ""


def test_a_table_without_both_companies_is_refused() -> None:
    with pytest.raises(UserError):
        read(["City", "Date"], ["x", "y"])
