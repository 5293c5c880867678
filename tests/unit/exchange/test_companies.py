"""Rows to drafts: boxes to tick, places, numbers, and answers that are not understood."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Sector
from missionplanner.exchange import boxes, choices, columns, companies
from missionplanner.exchange.companies import ReadRow
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row

SECTORS = [
    Sector(id=1, code="AG", name_en="Agriculture and processed foods", name_fr="Agroalimentaire"),
    Sector(id=2, code="MI", name_en="Mining"),
]
CONTEXT = companies.Context(Side.DELEGATION, "Canada", choices.of_sectors(SECTORS), choices.of_stops([]))


def read(*rows: list[str]) -> list[ReadRow]:
    sheet = SourceSheet("S", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)))
    return companies.read(boxes.marked(columns.choose([sheet]), CONTEXT), CONTEXT)


def test_a_box_that_is_not_understood_is_reported_once_with_its_rows() -> None:
    rows = [[f"Firm {n} Inc.", "Laval", f"a{n}@a.ca", "perhaps" if n % 2 else "x"] for n in range(6)]
    found = read(["Company", "City", "E-mail", "Mining"], *rows)
    issues = [issue for row in found for issue in row.issues]
    assert [(issue.code, issue.row, issue.value) for issue in issues] == [("unclear_answer", 3, "perhaps")]
    assert "3" in issues[0].text


def test_a_consent_that_is_not_understood_is_left_open_and_reported() -> None:
    (row,) = read(["Company", "City", "E-mail", "Consent to share data"], ["A Inc.", "Laval", "a@a.ca", "On hold"])
    assert row.draft is not None
    assert "consent" not in row.draft.company
    assert [issue.code for issue in row.issues] == ["unclear_answer"]


@pytest.mark.parametrize(
    ("cells", "country"),
    [(["A Inc.", "Windhoek", "NA"], "Namibia"), (["A Inc.", "NA", "NA"], None), (["A Inc.", "Laval", "N/A"], None)],
)
def test_the_country_na_is_namibia_where_nothing_else_is_na(cells: list[str], country: str | None) -> None:
    (row,) = read(["Company", "City", "Country"], cells)
    assert row.draft is not None
    assert row.draft.company.get("country") == country


@pytest.mark.parametrize("name", ["+++", "!!!", "$1.00"])
def test_names_of_signs_are_names(name: str) -> None:
    others = [[f"Firm {n} Inc.", "Laval", f"b{n}@b.ca"] for n in range(4)]
    row = read(["Company", "City", "E-mail"], *others, [name, "Laval", "a@a.ca"])[-1]
    assert row.draft is not None
    assert row.draft.name == name


def test_the_zone_of_a_heading_counts_for_its_cells() -> None:
    (row,) = read(["Timestamp (EST)", "Company", "City", "E-mail"], ["2025-11-03 22:22", "A Inc.", "Laval", "a@a.ca"])
    assert row.draft is not None
    assert row.draft.received is not None
    assert row.draft.received.isoformat() == "2025-11-03T22:22:00-05:00"


def test_each_column_of_dates_settles_its_own_order() -> None:
    head = ["Company", "City", "E-mail", "Submitted on", "Consent given on"]
    rows = [
        ["A Inc.", "Laval", "a@a.ca", "11/3/25", "3/12/2025"],
        ["B Inc.", "Laval", "b@b.ca", "11/25/25", "25/11/2025"],
    ]
    first = read(head, *rows)[0].draft
    assert first is not None
    assert first.received is not None
    assert (str(first.received.date()), str(first.company["consent_on"])) == ("2025-11-03", "2025-12-03")
    # A column in doubt follows the other.
    rows = [["A Inc.", "Laval", "a@a.ca", "11/25/25", "3/12/2025"]]
    second = read(head, *rows)[0].draft
    assert second is not None
    assert str(second.company["consent_on"]) == "2025-03-12"


@pytest.mark.parametrize(("spoken", "language"), [("French", None), ("English, French", "en"), ("", "en")])
def test_the_language_of_a_form_is_that_of_a_company_unless_its_first_delegate_speaks_others(
    spoken: str, language: str | None
) -> None:
    headings = ["Company name", "City", "First name", "Last name", "Email", "Job title", "Languages"]
    (row,) = read(headings, ["A Inc.", "Laval", "Luc", "Roy", "a@a.ca", "Buyer", spoken])
    assert row.draft is not None
    assert row.draft.assumed.get("language") == language
