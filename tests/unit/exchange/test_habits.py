"""Habits of forms and spreadsheets that once were read wrongly, each as it came."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.exchange import boxes, columns, companies, dates, phones, values
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row
from missionplanner.matching.names import NameIndex
from tests.builders import DAY

CONTEXT = companies.Context(
    Side.DELEGATION, "Canada",
    companies.choices.of_sectors([Sector(id=1, code="AM", name_en="Advanced manufacturing", spellings="Manufacturing"),
                                  Sector(id=2, code="AG", name_en="Agriculture")]),
    companies.choices.of_stops([Stop(id=5, name_en="Mexico City", spellings="CDMX", starts=DAY, ends=DAY)]),
)  # fmt: skip


def table(*rows: list[str]) -> SourceTable:
    sheet = SourceSheet("S", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, start=1)))
    return boxes.marked(columns.choose([sheet]), CONTEXT)


def fields(*headings: str) -> list[str]:
    """What each heading means alone."""
    return [columns.guess([heading])[0].target for heading in headings]


def test_parts_of_words_do_not_count() -> None:
    assert fields("Position", "Job position", "Sitio web", "Website") == ["position", "position", "website", "website"]


def test_the_name_in_brackets_is_of_what_stands_before_them() -> None:
    assert fields("Représentant [Nom]", "Contact [Name]", "Second delegate [First name]") == [
        "full_name",
        "full_name",
        "given_name#2",
    ]


def test_capitals_part_words() -> None:
    assert fields("FirstName", "LastName", "CompanyCity", "submitdate") == [
        "given_name",
        "family_name",
        "city",
        "received",
    ]
    assert columns.guess(["BillingCity"])[0].asked == "city"


def test_the_account_that_answered_is_no_delegate() -> None:
    found = table(
        [
            "Completion time",
            "Email",
            "Name",
            "Company name",
            "First name",
            "Last name",
            "Email2",
            "First name2",
            "Email3",
        ],
        ["2025-11-03", "anonymous", "", "Boreal", "Zoë", "Côté", "z@boreal.ca", "Max", "m@boreal.ca"],
    )
    (row,) = companies.read(found, CONTEXT)
    assert row.draft is not None
    assert row.draft.delegates == (
        {"given_name": "Zoë", "family_name": "Côté", "email": "z@boreal.ca"},
        {"given_name": "Max", "email": "m@boreal.ca"},
    )


@pytest.mark.parametrize(
    ("cell", "country", "number"),
    [
        ("902-555-0220 (cell)", "CA", "+19025550220"),
        ("416-555-0120 main", "CA", "+14165550120"),
        ("514 555-0199 (bureau)", "CA", "+15145550199"),
        ("81 8345 6789 (WhatsApp)", "MX", "+528183456789"),
        ("call the office", "CA", None),
    ],
)
def test_what_kind_of_number_it_is_does_not_belong_to_it(cell: str, country: str, number: str | None) -> None:
    assert phones.phone(cell, country) == number


HEAD = ["Company", "City", "Province", "E-mail", "First name", "Employees", "Year founded"]


def test_totals_sections_and_notes_are_no_companies() -> None:
    found = table(
        HEAD,
        ["SECTEUR : FABRICATION DE POINTE", "", "", "", "", "", ""],
        ["Boreal", "Lévis", "QC", "z@b.ca", "Zoë", "12", "1999"],
        ["Agriculture (4)", "", "", "", "", "", ""],
        ["Manufacturing", "", "", "", "", "", ""],
        ["Industries créatives – 2 entreprises", "", "", "", "", "", ""],
        ["Cedar", "Laval", "QC", "c@b.ca", "Max", "10", "2001"],
        ["Total", "2", "2", "2", "2", "22", "2"],
        ["Légende : en gras = confirmé", "", "", "", "", "", ""],
        ["Nombre d'entreprises :", "14", "", "", "", "", ""],
    )
    assert [row.cells[0] for row in found.rows] == ["Boreal", "Cedar"]


def test_boxes_below_a_group_are_ticked() -> None:
    found = table(
        ["Company", "City", "Sectors", "", "Cities"],
        ["", "", "Manufacturing", "Agriculture", "CDMX"],
        ["Boreal", "Lévis", "X", "", "✓"],
        ["Cedar", "Laval", "", "✔", ""],
    )
    drafts = [row.draft for row in companies.read(found, CONTEXT)]
    assert [(draft.sectors, draft.stops) for draft in drafts if draft] == [((1,), (5,)), ((2,), ())]


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2025/11/03 10:05:22 AM EST", "2025-11-03T10:05:22"),
        ("2025/11/03 2:05:22 p. m. GMT-6", "2025-11-03T14:05:22"),
        ("2025/11/03", "2025-11-03T00:00:00"),
        ("3/11/25", "2025-11-03T00:00:00"),
        ("3-Nov-25", "2025-11-03T00:00:00"),
        ("3 nov 2025 10:05", "2025-11-03T10:05:00"),
        ("Nov 3, 2025 10:00 AM", "2025-11-03T10:00:00"),
        ("3 de noviembre de 2025", "2025-11-03T00:00:00"),
        ("1er février 2026", "2026-02-01T00:00:00"),
        ("45964", "2025-11-03T00:00:00"),
        ("2025-11-03 à 10:05", "2025-11-03T10:05:00"),
        ("31/02/2025", None),
        ("soon", None),
    ],
)
def test_dates_of_every_habit(cell: str, moment: str | None) -> None:
    found = dates.moment(cell, day_first=True)
    assert (found.isoformat()[:19] if found else None) == moment


def test_what_a_spreadsheet_took_for_something_else() -> None:
    assert values.integer("2025-10-01") is None
    mexican = companies.Context(Side.COUNTERPART, "Mexico", CONTEXT.sectors, CONTEXT.stops)
    found = table(["Empresa", "Ciudad", "Código postal"], ["Alfa", "CDMX", "6500"])
    (row,) = companies.read(found, mexican)
    assert row.draft is not None
    assert row.draft.company["postal_code"] == "06500"


def test_an_unreadable_date_is_told() -> None:
    found = table(["Company", "City", "Date signed"], ["Boreal", "Lévis", "soon"])
    assert [issue.code for issue in companies.read(found, CONTEXT)[0].issues] == ["bad_date"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Prairie Pulse Foods Co-op", "Prairie Pulse Foods Cooperative"),
        ("Autopartes del Norte SA de CV", "Autopartes del Norte, S.A. de C. V."),
    ],
)
def test_more_legal_forms(one: str, two: str) -> None:
    assert NameIndex({1: [one]}).same(two) == [1]


def test_lines_of_an_address_and_parts_of_an_emergency_contact_are_one_text() -> None:
    head = [
        "Company",
        "Address line 1",
        "Address line 2",
        "First name",
        "Emergency contact name",
        "Emergency contact phone",
    ]
    found = table(head, ["Boreal", "12 rue A", "bureau 4", "Zoë", "Max Roy", "514 555 0199"])
    (row,) = companies.read(found, CONTEXT)
    assert row.draft is not None
    assert row.draft.company["address"] == "12 rue A, bureau 4"
    assert row.draft.delegates[0]["emergency_contact"] == "Max Roy, 514 555 0199"
