"""Lists of meeting requests: lists in a cell, choices, companies across the top, from either side."""

import pytest

from missionplanner.domain.limits import TEXT
from missionplanner.domain.requests import Priority
from missionplanner.errors import UserError
from missionplanner.exchange import requests, sheets
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.request_names import Directory
from missionplanner.exchange.requests import RequestTable
from missionplanner.exchange.source_rows import Row

NAMES = ("maple foods", "bois", "alfa", "beta", "alimentos, bebidas y más", "ruiz y hijos", "a & b")
KNOWN = {name: frozenset({key}) for key, name in enumerate(NAMES)}
DIRECTORY = Directory(lambda name: KNOWN.get(name.strip().casefold(), frozenset()))


def read(*rows: list[str]) -> RequestTable:
    sheet = SourceSheet("S", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)))
    return requests.read([sheet], known=DIRECTORY)


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


def test_a_matrix_of_those_that_ask_across_the_top() -> None:
    assert pairs(["Company to meet", "Alfa", "Beta"], ["Maple Foods", "x", ""], ["Bois", "", "x"]) == [
        ("Alfa", "Maple Foods"),
        ("Beta", "Bois"),
    ]


def test_both_sides_may_have_asked() -> None:
    head = ["Delegation company", "Counterpart company", "Requested by"]
    assert pairs(head, ["Bois", "Alfa", "both"], ["Bois", "Beta", "Counterpart"]) == [
        ("Bois", "Alfa"),
        ("Alfa", "Bois"),
        ("Beta", "Bois"),
    ]


def test_who_asks_is_known_by_the_next_column_where_the_first_is_empty() -> None:
    assert pairs(["Requested by", "Requested by (e-mail)", "Wants to meet"], ["", "Bois", "Alfa"]) == [("Bois", "Alfa")]


def test_a_company_and_its_address_are_one_wish() -> None:
    head = ["Company", "Wants to meet", "Wants to meet (e-mail)"]
    assert pairs(head, ["Bois", "Alfa", "Alfa"]) == [("Bois", "Alfa")]


def sheet(name: str, *rows: list[str], hidden: bool = False) -> SourceSheet:
    below = tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1))
    return SourceSheet(name, below, workbook=True, hidden=hidden)


HEAD = ["Requested by", "Wants to meet", "Priority"]
SHEETS = [
    sheet("Monday", HEAD, ["Bois", "Alfa", "1"]),
    sheet("Tuesday", ["Day two"], HEAD, ["Bois", "Beta", ""], ["Maple Foods", "Alfa", ""]),
    sheet("Grid", ["", "Alfa", "Beta"], ["Maple Foods", "", "x"]),
    sheet("Old", HEAD, ["Bois", "Beta", ""], hidden=True),
    sheet("Notes", ["hello"]),
]


def test_all_sheets_that_hold_requests_are_read_together() -> None:
    found = requests.read(SHEETS, sheets.ALL, DIRECTORY)
    assert [(row.row.number, row.asker, row.wanted) for row in found.rows] == [
        (2, "Bois", "Alfa"),
        (5, "Bois", "Beta"),
        (6, "Maple Foods", "Alfa"),
        (8, "Maple Foods", "Beta"),
    ]
    assert [issue.code for issue in found.findings] == ["counted_on", "counted_on", "hidden_sheets"]
    assert found.sheets == ("Monday", "Tuesday", "Grid")


def test_other_sheets_are_told() -> None:
    found = requests.read(SHEETS, "", DIRECTORY)
    assert (found.sheet, len(found.rows)) == ("Monday", 1)
    assert [issue.code for issue in found.findings] == ["other_sheets", "hidden_sheets"]
    assert requests.read(SHEETS, "Old", DIRECTORY).rows[0].wanted == "Beta"
    with pytest.raises(UserError, match="no sheet"):
        requests.read(SHEETS, "Friday", DIRECTORY)


def test_a_row_with_too_many_cells_is_not_read() -> None:
    found = read(HEAD, ["Bois", "Alfa", "1"], ["Smith", " Jones", "Alfa", "1"], ["Bois", "Beta", "1"])
    assert [(row.asker, bool(row.fault)) for row in found.rows] == [("Bois", False), ("Smith", True), ("Bois", False)]


def test_hints_below_the_headings_are_no_requests() -> None:
    assert pairs(HEAD, ["(required)", "(required)", "(optional)"], ["Bois", "Alfa", ""]) == [("Bois", "Alfa")]


def test_a_company_across_the_top_that_nobody_knows_is_named() -> None:
    found = read(["Company", "Alfa", "Nobody Inc.", "Beta", "Size"], ["Bois", "x", "x", "", "12 people"])
    assert [(row.asker, row.wanted) for row in found.rows] == [("Bois", "Alfa"), ("Bois", "Nobody Inc.")]
    assert found.not_imported == ("Size",)
    grid = "Whom? [{}]"
    head = ["Timestamp", "Company", *(grid.format(name) for name in ("Alfa", "Beta", "Nobody"))]
    assert pairs(head, ["x", "Bois", "", "Yes", "Yes"]) == [("Bois", "Beta"), ("Bois", "Nobody")]


def test_columns_that_are_not_read_are_told() -> None:
    found = read([*HEAD, "City", "Empty"], ["Bois", "Alfa", "1", "Laval", ""])
    assert found.not_imported == ("City",)


def test_a_comment_that_is_too_long_keeps_its_row_out() -> None:
    found = read([*HEAD, "Comment"], ["Bois", "Alfa", "1", "c" * (TEXT + 1)], ["Bois", "Beta", "1", "soon"])
    fault = found.rows[0].fault
    assert fault is not None
    assert (fault.text, fault.row, len(fault.value)) == ("This is longer than 100,000 characters.", 2, 60)
    assert (found.rows[1].fault, found.rows[1].comment) == (None, "soon")
