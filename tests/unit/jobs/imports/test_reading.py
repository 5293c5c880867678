"""The reading of files: by a remembered form, with chosen headings and encodings, from the clipboard; rejected rows."""

import csv
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.exchange import choices
from missionplanner.jobs.imports.reading import SourceForms, save_rejects
from missionplanner.store.store import Store
from tests.builders import (
    EXAMPLE,
    small_mission,
)
from tests.unit.jobs.imports.bringing import FORM, SHORT, bring, look, write

ROOT = Path(__file__).resolve().parents[4]
SOURCES = ROOT / "resources" / "examples" / EXAMPLE / "registrations"
REAL = ROOT.parent / "shared" / "data" / "real" / "ontario_suppliers.csv"
TRUTH = {
    "registrations_en.xlsx": {"side": "delegation", "read": 200, "new": 185, "duplicate": 12, "rejected": 3},
    "inscriptions_fr.csv": {"side": "delegation", "read": 60, "new": 60, "duplicate": 0, "rejected": 0},
    "contrapartes_es.xlsx": {"side": "counterpart", "read": 220, "new": 220, "duplicate": 0, "rejected": 0},
}


def test_rejected_rows_are_saved_with_their_reason(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        plan = look(store, write(tmp_path / "f.csv", SHORT[0], ["n/a", "=X", "q@a.ca", "Q"], ["B", "Y", "", ""]))
        assert save_rejects(plan, tmp_path / "rejects.csv") == 1
    with (tmp_path / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["Row", "Company", "City", "E-mail", "First name", "Reason"],
        ["2", "n/a", "'=X", "q@a.ca", "Q", "The row has no company name."],
    ]


def test_columns_are_read_as_the_last_time(empty: Store, tmp_path: Path) -> None:
    rows = [["Company", "Where", "Comments"], ["A Foods", "Lévis", "likes cheese"]]
    bring(empty, write(tmp_path / "week1.csv", *rows), mapping={"Where": "city", "Comments": ""})
    title = [["Export of 2026-01-09", "", ""], rows[0], ["B Foods", "Laval", "x"]]
    plan = look(empty, write(tmp_path / "week2.csv", *title))
    assert plan.remembered
    assert {c.heading: c.field for c in plan.table.columns} == {"Company": "name", "Where": "city", "Comments": ""}
    assert not look(empty, tmp_path / "week2.csv", afresh=True).remembered
    assert look(empty, tmp_path / "week2.csv", mapping={"Comments": "notes"}).table.columns[2].field == "notes"
    other = look(empty, write(tmp_path / "other.csv", ["Company", "City"], ["C", "x"]))
    assert not other.remembered


def test_the_heading_row_and_encoding_can_be_chosen(empty: Store, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes("x;y\nEntreprise;Ville\nÉpicerie;Québec\n".encode("cp1252"))
    assert look(empty, path, header=2).table.header == 2
    with pytest.raises(UserError, match="holds no headings"):
        look(empty, path, header=9)
    plan = look(empty, path)
    assert plan.encodings[0] == "cp1252"
    assert plan.rows[0].name == "Épicerie"
    assert look(empty, path, encoding="cp850").rows[0].name != "Épicerie"
    assert look(empty, write(tmp_path / "sure.csv", *FORM)).encodings == ()


def test_rows_are_pasted_from_a_spreadsheet(empty: Store) -> None:
    block = 'Company\tCity\tDescription\nÉlan inc.\tLaval\t"two\nlines; a\tb"\n'
    plan = bring(empty, Path("Clipboard"), pasted=block)
    company = empty.all(Company)[0]
    assert (company.name, company.city, company.description) == ("Élan inc.", "Laval", "two\nlines; a b")
    assert empty.steps.undo_label == "Import Clipboard"
    assert plan.options.source.name == "Clipboard"


def test_forms_of_companies_and_of_people_are_told_apart() -> None:
    nothing = choices.MissionChoices(choices.of_sectors([]), choices.of_stops([]))
    one, two = (SourceForms(kind, (), {}, nothing) for kind in ("delegation", "people"))
    assert one.identity(["Name", "E-mail"]) == one.identity(["name ", "", "E-Mail"])
    assert one.identity(["Name"]) != two.identity(["Name"])


def test_remarks_between_the_rows_are_reported_and_no_companies(tmp_path: Path) -> None:
    text = "These firms come only to the second city."
    rows = (["Company", "City", "E-mail"], ["A Inc.", "X", "a@a.ca"], [text, "", ""], ["B Inc.", "Y", "b@b.ca"])
    with small_mission(tmp_path / "m.mission") as store:
        plan = look(store, write(tmp_path / "f.csv", *rows))
    assert [row.name for row in plan.rows] == ["A Inc.", "B Inc."]
    assert [(issue.code, issue.row, issue.text) for issue in plan.findings] == [
        ("remark", 3, f"Row 3 is a remark and is not imported: “{text}”"),
    ]  # fmt: skip
