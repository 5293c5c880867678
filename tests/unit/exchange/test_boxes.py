"""Boxes to tick, however their columns are headed."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.exchange import boxes, choices, columns, companies
from missionplanner.exchange.companies import ReadRow
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row
from tests.builders import DAY

SECTORS = [
    Sector(id=1, code="AG", name_en="Agriculture and processed foods", name_fr="Agroalimentaire"),
    Sector(id=2, code="MI", name_en="Mining"),
]
CONTEXT = companies.Context(Side.DELEGATION, "Canada", choices.of_sectors(SECTORS), choices.of_stops([]))


def read(*rows: list[str]) -> list[ReadRow]:
    sheet = SourceSheet("S", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)))
    return companies.read(boxes.marked(columns.choose([sheet]), CONTEXT), CONTEXT)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Agriculture and processed foods", "☒"), ("Sectors [Mining]", "Mining"), ("Sectors - Mining", "x"), ("sectors/mining", "1"), ("sectors/mining", "TRUE"),
        ("Secteurs / Agroalimentaire", "✔️"), ("Sector: Mining", "Sí"), ("Quels secteurs? » Agroalimentaire", "Oui"),
    ],
)  # fmt: skip
def test_boxes_of_sectors_are_ticked(heading: str, cell: str) -> None:
    found = read(
        ["Company", "City", "E-mail", heading], ["A Inc.", "Laval", "a@a.ca", cell], ["B Inc.", "Laval", "b@b.ca", ""]
    )
    wanted = (2,) if "ining" in heading else (1,)
    assert [row.draft.sectors for row in found if row.draft] == [wanted, ()]


def test_the_column_that_sums_up_boxes_is_not_read() -> None:
    head = ["company_name", "email", "sectors", "sectors/agriculture_and_processed_foods", "sectors/mining"]
    (row,) = read(head, ["Acme Inc.", "j@a.ca", "agriculture_and_processed_foods mining", "1", "1"])
    assert (row.draft and row.draft.sectors, row.issues) == ((1, 2), ())


@pytest.mark.parametrize("heading", ["Sectors [Aerospace]", "Q2[SQ001]. Sectors [Aerospace]"])
def test_a_box_of_no_sector_is_told_by_its_name_once(heading: str) -> None:
    rows = [[f"Firm {n} Inc.", "Laval", f"a{n}@a.ca", "Yes" if n else "No"] for n in range(3)]
    found = read(["Company", "City", "E-mail", heading], *rows)
    issues = [issue for row in found for issue in row.issues]
    assert [(issue.code, issue.row, issue.value) for issue in issues] == [("unknown_sector", 3, "Aerospace")]
    assert "2" in issues[0].text


STOPS = [
    Stop(id=1, name_en="Lisbon", name_fr="Lisbonne", starts=DAY, ends=DAY),
    Stop(id=2, name_en="Porto", starts=DAY, ends=DAY),
]
TOWNS = companies.Context(Side.DELEGATION, "France", choices.of_sectors(SECTORS), choices.of_stops(STOPS))


@pytest.mark.parametrize(
    ("heading", "stops"),
    [
        ("Présent à Lisbonne", (1,)), ("Present in Lisbon?", (1,)), ("Participe à Porto", (2,)), ("Will you attend Porto", (2,)),
        ("Hotel in Lisbon", ()), ("Present in Lisbon with a stand", ()), ("Lisbon office", ()),
    ],
)  # fmt: skip
def test_who_comes_to_a_city_is_ticked_below_its_name(heading: str, stops: tuple[int, ...]) -> None:
    sheet = SourceSheet(
        "S",
        (Row(1, ("Company", "E-mail", heading)), Row(2, ("A SA", "a@a.fr", "Oui")), Row(3, ("B SA", "b@b.fr", "Non"))),
    )
    found = companies.read(boxes.marked(columns.choose([sheet]), TOWNS), TOWNS)
    assert [row.draft.stops for row in found if row.draft] == [stops, ()]


def test_words_for_no_sector_of_the_mission_are_kept_in_the_notes() -> None:
    (row,) = read(["Company", "E-mail", "Sector"], ["A SA", "a@a.fr", "Pêche"])
    assert row.draft
    assert (row.draft.sectors, "Pêche" in str(row.draft.company["notes"])) == ((), True)
