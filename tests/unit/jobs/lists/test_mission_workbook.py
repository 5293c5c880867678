"""The workbook of a mission: sheets, headings and values for people, in three languages."""

from datetime import date, time
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from missionplanner import i18n
from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector
from missionplanner.domain.requests import Priority
from missionplanner.jobs.lists import mission_workbook
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet
from tests.workbooks import Cells

SHEETS = [
    "Companies",
    "People",
    "Requests",
    "Meetings",
    "Events",
    "Requests not placed",
    "Counts – Delegation",
    "Counts – Counterpart",
]


def cells(store: Store) -> Cells:
    book = CalamineWorkbook.from_filelike(BytesIO(mission_workbook.content(store.snapshot())))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_everything_is_in_it(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D1", "C2", Priority.MUST_MEET))
    meet(store, "D1", "C1", 0, 0)
    found = cells(store)
    assert list(found) == [*SHEETS, "Mexico City Feb 16 tables", "Mexico City Feb 16 companies", "Hall"]
    assert found["Meetings"][1][1:12] == [
        date(2026, 2, 16), time(9), time(9, 20), "Mexico City, UTC−06:00", "Mexico City", "Hall", 1.0, "", "D1", "C1",
        "Planned",
    ]  # fmt: skip
    assert found["Requests not placed"][0] == ["Delegation", "Counterpart", "Priority", "Reason"]
    assert [row[:3] for row in found["Requests not placed"][1:]] == [["D1", "C2", "Must meet"]]
    assert found["Hall"][1][:3] == [date(2026, 2, 16), time(9), time(9, 20)]


@pytest.mark.parametrize(
    ("language", "sheet", "heading", "value"), [("fr", "Demandes", "Priorité", "Non merci"), ("es", "Peticiones", "Prioridad", "No, gracias")]
)  # fmt: skip
def test_words_are_of_the_language(store: Store, language: str, sheet: str, heading: str, value: str) -> None:
    ask(store, ("D1", "C1", Priority.NO_THANKS))
    i18n.use(language)
    found = cells(store)
    rows = found[sheet]
    assert rows[1][rows[0].index(heading)] == value


def test_companies_are_counted_by_sector_stop_and_status(store: Store) -> None:
    with store.change(message("Sector")) as change:
        key = store.all(Sector)[0].id
        change.insert(CompanySector(company_id=key_of(store, "D1"), sector_id=key))
    rows = cells(store)["Counts – Delegation"]
    accepted = rows[0].index("Accepted")
    assert [[*row[:2], row[accepted], row[-1]] for row in rows[1:]] == [
        ["All sectors", "All stops", 3.0, 3.0],
        ["All sectors", "Mexico City", 3.0, 3.0],
        ["Advanced manufacturing", "All stops", 1.0, 1.0],
        ["Advanced manufacturing", "Mexico City", 1.0, 1.0],
        ["No sector", "All stops", 2.0, 2.0],
        ["No sector", "Mexico City", 2.0, 2.0],
    ]
    assert "Comes" in cells(store)["Counts – Counterpart"][0]
