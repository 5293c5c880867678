"""Workbooks exported here are known again, whatever was done to them."""

from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.exchange import files
from missionplanner.jobs.imports import own_workbook
from missionplanner.jobs.lists import mission_workbook
from missionplanner.store.store import Store
from tests import workbooks


@pytest.fixture
def exported(store: Store, tmp_path: Path) -> Path:
    i18n.use("fr")
    path = tmp_path / "mission.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot()))
    i18n.use("en")
    return path


def test_its_sheets_are_known_with_rows_and_fields(store: Store, exported: Path) -> None:
    assert own_workbook.is_own(exported)
    found = {sheet.mark.kind: sheet for sheet in own_workbook.read(files.load(exported), store.snapshot())}
    assert list(found) == ["companies", "people", "requests", "meetings", "events"]
    first = found["companies"].rows[0]
    assert (first.number, first.cells["name"], first.cells["side"]) == (2, "D1", "Délégation")
    assert (found["companies"].mark.language, found["companies"].unknown) == ("fr", ())


def test_columns_are_found_wherever_they_stand_and_others_are_named(store: Store, exported: Path) -> None:
    def change(sheets: workbooks.Cells) -> None:
        rows = [["", *reversed(row)] for row in sheets["Entreprises"]]
        rows[0][0] = "À faire"
        sheets.clear()
        sheets["Autre nom"] = [["Pour Ana"], [], *rows, []]

    found = own_workbook.read(files.load(workbooks.edited(exported, change)), store.snapshot())
    assert [(sheet.name, sheet.mark.kind, sheet.unknown) for sheet in found] == [
        ("Autre nom", "companies", ("À faire",))
    ]  # fmt: skip
    assert [(row.number, row.cells["name"]) for row in found[0].rows][:2] == [(4, "D1"), (5, "D2")]


def test_headings_of_another_language_are_known(store: Store, exported: Path) -> None:
    def change(sheets: workbooks.Cells) -> None:
        rows = sheets["Entreprises"]
        rows[0][rows[0].index("Ville")] = "City"

    found = own_workbook.read(files.load(workbooks.edited(exported, change)), store.snapshot())
    assert "city" in found[0].rows[0].cells


def test_a_sheet_saved_as_csv_is_known(store: Store, exported: Path) -> None:
    lines = (",".join(f'"{cell}"' for cell in row) for row in workbooks.cells(exported)["Entreprises"])
    path = exported.with_suffix(".csv")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert own_workbook.is_own(path)
    assert [row.cells["name"] for row in own_workbook.read(files.load(path), store.snapshot())[0].rows][:1] == ["D1"]


def test_other_files_are_not_its_own(tmp_path: Path) -> None:
    path = tmp_path / "firms.csv"
    path.write_text("Company,City\nD1,Laval\n")
    assert [own_workbook.is_own(one) for one in (path, tmp_path / "none.xlsx", tmp_path)] == [False] * 3
