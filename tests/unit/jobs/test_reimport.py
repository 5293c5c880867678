"""The same form every week: nothing twice, nothing overwritten, columns remembered, look-alikes asked about."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome, SourceDraft
from missionplanner.domain.companies import Alias, Company, Distinction, Side
from missionplanner.domain.journals import FileImport
from missionplanner.errors import UserError
from missionplanner.jobs.companies import cells
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import review as import_review
from missionplanner.jobs.imports.companies import ImportOptions, ImportPlan
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, FILES, key_of, small_mission

HEAD = ["Company", "City", "E-mail", "First name", "Last name", "Job title"]
ROWS = [
    HEAD,
    ["Boreal Robotics Inc.", "Lévis", "z@boreal.ca", "Zoë", "Côté", "CEO"],
    ["Cedar Foods", "Ottawa", "m@cedar.ca", "Max", "Roy", ""],
]


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with small_mission(tmp_path / "m.mission", 0, 0) as found:
        yield found


def write(path: Path, *rows: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def look(store: Store, path: Path, **more: object) -> ImportPlan:
    return run_now(import_companies.analyse(ImportOptions(path, Side.DELEGATION, **more)), store)  # type: ignore[arg-type]


def bring(store: Store, path: Path, **more: object) -> ImportPlan:
    plan = look(store, path, **more)
    import_companies.accept(store, plan)
    return plan


@pytest.mark.parametrize(("name", "side"), FILES)
def test_importing_a_second_time_changes_nothing(tmp_path: Path, name: str, side: str) -> None:
    folder = new_mission.example_folder(EXAMPLE) / "registrations"
    with new_mission.from_example(tmp_path / "e.mission", EXAMPLE) as store:
        first = run_now(import_companies.analyse(ImportOptions(folder / name, Side(side))), store)
        import_companies.accept(store, first)
        before, label = store.snapshot(), store.undo_label
        again = run_now(import_companies.analyse(ImportOptions(folder / name, Side(side))), store)
        assert again.count(RowOutcome.SAME) == first.count(RowOutcome.NEW)
        assert again.count(RowOutcome.CHANGED) == again.count(RowOutcome.NEW) == 0
        import_companies.accept(store, again)
        assert store.snapshot() == before
        assert store.undo_label == label


def test_what_an_organiser_typed_since_is_kept_and_told(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "form.csv", *ROWS)
    bring(store, path)
    key = key_of(store, "Boreal Robotics Inc.")
    cells.edit(store, [cells.Edit(key, "city", "Québec")], "Edit")
    again = look(store, path)
    assert again.count(RowOutcome.SAME) == 2
    assert [(issue.code, issue.row) for issue in again.issues] == [("edited_since", 2)]
    assert "Québec" in again.issues[0].text
    assert "Lévis" in again.issues[0].text
    weekly = write(
        tmp_path / "next.csv", HEAD, ["Boreal Robotics Inc.", "Gatineau", "z@boreal.ca", "Zoë", "Côté", "President"]
    )
    plan = look(store, weekly)
    assert plan.rows[0].verdict is RowOutcome.CHANGED
    (difference,) = import_review.differences(store, plan.rows[0], plan.comparison)
    assert (difference.field, difference.one, difference.two) == ("city", "Québec", "Gatineau")
    import_companies.accept(store, plan)
    assert store.get(Company, key).city == "Québec"
    assert [d.position for d in store.snapshot().delegates_of[key]] == ["President"]
    taken = look(store, weekly, take={2: frozenset({"city"})})
    import_companies.accept(store, taken)
    assert store.get(Company, key).city == "Gatineau"


def test_columns_are_read_as_the_last_time(store: Store, tmp_path: Path) -> None:
    rows = [["Company", "Where", "Comments"], ["A Foods", "Lévis", "likes cheese"]]
    bring(store, write(tmp_path / "week1.csv", *rows), mapping={"Where": "city", "Comments": ""})
    title = [["Export of 2026-01-09", "", ""], rows[0], ["B Foods", "Laval", "x"]]
    plan = look(store, write(tmp_path / "week2.csv", *title))
    assert plan.remembered
    assert {c.heading: c.field for c in plan.table.columns} == {"Company": "name", "Where": "city", "Comments": ""}
    assert not look(store, tmp_path / "week2.csv", afresh=True).remembered
    assert look(store, tmp_path / "week2.csv", mapping={"Comments": "notes"}).table.columns[2].field == "notes"
    other = look(store, write(tmp_path / "other.csv", ["Company", "City"], ["C", "x"]))
    assert not other.remembered


def test_the_heading_row_and_encoding_can_be_chosen(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes("x;y\nEntreprise;Ville\nÉpicerie;Québec\n".encode("cp1252"))
    assert look(store, path, header=2).table.header == 2
    with pytest.raises(UserError, match="holds no headings"):
        look(store, path, header=9)
    plan = look(store, path)
    assert plan.encodings[0] == "cp1252"
    assert plan.rows[0].name == "Épicerie"
    assert look(store, path, encoding="cp850").rows[0].name != "Épicerie"
    assert look(store, write(tmp_path / "sure.csv", *ROWS)).encodings == ()


def test_rows_are_pasted_from_a_spreadsheet(store: Store) -> None:
    block = 'Company\tCity\tDescription\nÉlan inc.\tLaval\t"two\nlines; a\tb"\n'
    plan = bring(store, Path("Clipboard"), pasted=block)
    company = store.all(Company)[0]
    assert (company.name, company.city, company.description) == ("Élan inc.", "Laval", "two\nlines; a b")
    assert store.undo_label == "Import Clipboard"
    assert plan.options.source.name == "Clipboard"


TWIN = [HEAD, ["Boreal Robotic Inc.", "Lévis", "info@boreal.ca", "Ana", "Roy", ""]]


def test_a_look_alike_is_asked_about_and_the_answer_remembered(store: Store, tmp_path: Path) -> None:
    bring(store, write(tmp_path / "form.csv", *ROWS))
    path = write(tmp_path / "twin.csv", *TWIN)
    plan = look(store, path)
    assert plan.rows[0].verdict is RowOutcome.NEW
    assert plan.rows[0].like is not None
    assert plan.rows[0].like.score >= 92
    assert "domain is the same" in plan.rows[0].like.reason
    assert import_review.other_name(plan.rows[0], plan.comparison) == "Boreal Robotics Inc."
    assert {d.field for d in import_review.differences(store, plan.rows[0], plan.comparison)} == {"name", "delegates"}
    same = bring(store, path, answers={2: True})
    assert same.rows[0].verdict is RowOutcome.CHANGED
    assert [alias.name for alias in store.all(Alias)] == ["Boreal Robotic Inc."]
    assert store.count(Company) == 2
    assert look(store, path).rows[0].verdict is RowOutcome.SAME


def test_different_companies_are_remembered_as_such(store: Store, tmp_path: Path) -> None:
    bring(store, write(tmp_path / "form.csv", *ROWS))
    bring(store, write(tmp_path / "twin.csv", *TWIN), answers={2: False})
    (pair,) = store.all(Distinction)
    assert {store.get(Company, pair.company_id).name, store.get(Company, pair.other_id).name} == {
        "Boreal Robotics Inc.",
        "Boreal Robotic Inc.",
    }
    assert look(store, tmp_path / "twin.csv").rows[0].verdict is RowOutcome.SAME


def test_look_alikes_within_a_file_can_be_one(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "both.csv", *ROWS[:2], *TWIN[1:])
    assert look(store, path).count(RowOutcome.NEW) == 2
    plan = bring(store, path, answers={3: True})
    assert [row.verdict for row in plan.rows] == [RowOutcome.NEW, RowOutcome.DUPLICATE]
    assert store.count(Company) == 1


def test_companies_whose_names_contain_one_another_stay_apart(store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "f.csv",
        HEAD,
        ["Boreal Robotics", "A", "", "", "", ""],
        ["Cedar Boreal Robotics Inc.", "B", "", "", "", ""],
    )
    bring(store, path)
    again = look(store, path)
    assert [row.verdict for row in again.rows] == [RowOutcome.SAME, RowOutcome.SAME]
    assert store.count(Company) == 2


def test_undoing_an_import_forgets_what_the_source_said(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "form.csv", *ROWS)
    bring(store, path)
    assert store.count(SourceDraft) == 2
    store.undo()
    assert store.count(SourceDraft) == store.count(Company) == 0
    assert store.count(FileImport) == 1
    assert look(store, path).count(RowOutcome.NEW) == 2


def test_whole_applications_are_read(store: Store, tmp_path: Path) -> None:
    rows = [
        ["", "Delegate 1", "", "Delegate 2", "", "", "", "", "", "", ""],
        [
            "Company",
            "First name",
            "E-mail",
            "First name",
            "E-mail",
            "Export markets",
            "Existing partners in Mexico",
            "Companies you would like to meet",
            "Signature",
            "Date signed",
            "Description (French)",
        ],
        [
            "Nord inc.",
            "Zoë",
            "z@nord.ca",
            "Max",
            "m@nord.ca",
            "United States (60 %); Mexique: 10 %",
            "Grupo Alba, distributor, Monterrey; Beta SA",
            "Cemex",
            "Zoë Roy",
            "3 nov. 2025",
            "Fonderie",
        ],
    ]
    bring(store, write(tmp_path / "f.csv", *rows))
    (record,) = import_companies.import_comparison.records(store).values()
    assert [p.given_name for p in record.delegates] == ["Zoë", "Max"]
    assert [(m.country, m.share) for m in record.markets] == [("United States", "60 %"), ("Mexico", "10 %")]
    assert [(p.name, p.relationship, p.place) for p in record.partners] == [
        ("Grupo Alba", "distributor", "Monterrey"),
        ("Beta SA", "", ""),
    ]
    assert (record.company.wishes, record.company.description_fr) == ("Cemex", "Fonderie")
    assert (record.application.signed_by, str(record.application.signed_on)) == ("Zoë Roy", "2025-11-03")
    after = replace(record, markets=())
    assert after != record
