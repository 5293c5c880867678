"""Files of registrations: counted right, brought in once, undone as one step, their columns remembered."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome, SourceDraft
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import FileImport
from missionplanner.domain.people import Gender, Person
from missionplanner.jobs.companies import cells
from missionplanner.jobs.companies.registrations import records
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports.reading import FIRST_ROWS, ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.messages import message
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import (
    EXAMPLE,
    key_of,
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


@pytest.fixture
def mission(tmp_path: Path):  # type: ignore[no-untyped-def]
    with new_mission.from_example(tmp_path / "m.mission", EXAMPLE) as found:
        yield found


@pytest.mark.parametrize("name", TRUTH)
def test_counts_equal_the_truth_and_a_second_import_changes_nothing(mission: Store, name: str) -> None:
    truth = TRUTH[name]
    plan = look(mission, SOURCES / name, str(truth["side"]))
    counts = {verdict.value: plan.count(verdict) for verdict in RowOutcome}
    assert (len(plan.rows), counts["new"]) == (truth["read"], truth["new"])
    assert (counts["duplicate"], counts["rejected"]) == (truth["duplicate"], truth["rejected"])
    import_companies.accept(mission, plan)
    assert mission.count(Company) == truth["new"]
    before, label = mission.snapshot(), mission.steps.undo_label
    again = look(mission, SOURCES / name, str(truth["side"]))
    assert (again.count(RowOutcome.SAME), again.count(RowOutcome.NEW), again.count(RowOutcome.CHANGED)) == (
        truth["new"],
        0,
        0,
    )
    import_companies.accept(mission, again)
    assert (mission.snapshot(), mission.steps.undo_label) == (before, label)


def test_bad_addresses_are_flagged_and_kept(mission: Store) -> None:
    plan = look(mission, SOURCES / "registrations_en.xlsx")
    flagged = [issue for issue in plan.issues if issue.code == "bad_email"]
    assert len(flagged) == 4
    assert all(issue.row and issue.column == "Contact - email" for issue in flagged)
    import_companies.accept(mission, plan)
    names = {company.name for company in mission.all(Company)}
    assert {"Maple Renewables", "Cascade Data Ltd.", "Maple Solar Inc.", "Kestrel Granite Machining Ltd."} <= names


def test_sectors_of_three_languages_become_one(mission: Store) -> None:
    for name, truth in TRUTH.items():
        import_companies.accept(mission, look(mission, SOURCES / name, str(truth["side"])))
    snapshot = mission.snapshot()
    assert all(snapshot.sectors_of.get(company.id) for company in snapshot.companies)
    codes = {
        side: Counter(snapshot.sector[snapshot.sectors_of[c.id][0]].code for c in snapshot.companies if c.side is side)
        for side in Side
    }
    assert codes[Side.DELEGATION] == {"AM": 55, "AG": 47, "CT": 49, "CI": 45, "IT": 49}
    assert codes[Side.COUNTERPART] == {"AM": 39, "AG": 54, "CT": 40, "CI": 49, "IT": 38}
    counterparts = [c for c in snapshot.companies if c.side is Side.COUNTERPART]
    phones = [delegate.phone for delegate in snapshot.people]
    assert all(phone.startswith("+") for phone in phones)
    assert {c.region for c in counterparts} == {"Nuevo León", "Jalisco", "Guanajuato", "Ciudad de México", "Querétaro"}


@pytest.mark.skipif(not REAL.exists(), reason="the list of real suppliers is not beside this checkout")
def test_real_supplier_list_accounts_for_every_row(mission: Store) -> None:
    plan = look(mission, REAL)
    assert len(plan.rows) == 1506
    assert plan.count(RowOutcome.REJECTED) == 0
    assert plan.count(RowOutcome.NEW) + plan.count(RowOutcome.DUPLICATE) == 1506
    assert plan.not_imported == ["AuthNo"]
    import_companies.accept(mission, plan)
    companies = mission.all(Company)
    assert len(companies) == plan.count(RowOutcome.NEW)
    assert {company.country for company in companies} == {"Canada"}
    assert {company.region for company in companies} == {"Ontario"}
    assert not any(company.city.isupper() for company in companies if len(company.city) > 3)


def test_import_is_one_step_and_undone_as_one(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = store.snapshot()
        import_companies.accept(store, look(store, write(tmp_path / "f.csv", *SHORT)))
        assert store.undo() == "Import f.csv"
        assert store.snapshot() == before


def test_truth_of_the_example_is_the_shared_one() -> None:
    truth = ROOT.parent / "shared" / "data" / "registrations" / "truth.json"
    if not truth.exists():
        pytest.skip("the shared data are not beside this checkout")
    shared = json.loads(truth.read_text(encoding="utf-8"))
    for part in ("en", "fr", "es"):
        mine = TRUTH[shared[part]["file"]]
        assert (mine["read"], mine["new"]) == (shared[part]["rows"], shared[part]["distinct"])
    assert shared["requests"]["resolvable"] == 1419


def test_repeated_headings_are_remembered_by_their_place(store: Store, tmp_path: Path) -> None:
    head = ["Company", "First name", "Last name", "Email", "First name", "Last name", "Email"]
    bring(store, tmp_path / "a.csv", head, ["Acme", "A", "B", "a@x.ca", "C", "D", "c@x.ca"])
    plan = bring(store, tmp_path / "b.csv", head, ["Beta", "A", "B", "a@y.ca", "C", "D", "c@y.ca"])
    assert plan.remembered
    assert len(store.where(Person, "company_id", [key_of(store, "Beta")])) == 2


def test_odd_languages_and_bulk_rows_do_not_break_the_filter(store: Store, tmp_path: Path) -> None:
    person = store.where(Person, "company_id", [1])[0]
    with store.change(message("Odd")) as change:
        change.update(replace(person, languages='Mi"kmaq\\,en'))
    assert store.companies.facets(CompanyFilter(), "languages")["en"] == 1
    bring(store, tmp_path / "f.csv", ["Company", "City"], ["Acme", "Laval"])
    assert len(store.companies.ids(CompanyFilter(since=datetime.now(UTC).date().isoformat()))) == store.count(Company)


def test_undoing_an_import_forgets_what_the_source_said(empty: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "form.csv", *FORM)
    bring(empty, path)
    assert empty.count(SourceDraft) == 2
    empty.undo()
    assert empty.count(SourceDraft) == empty.count(Company) == 0
    assert empty.count(FileImport) == 1
    assert look(empty, path).count(RowOutcome.NEW) == 2


def test_whole_applications_are_read(empty: Store, tmp_path: Path) -> None:
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
    bring(empty, write(tmp_path / "f.csv", *rows))
    (record,) = records(empty).values()
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


def test_translations_of_posts_and_offers_are_read_where_a_file_has_them(empty: Store, tmp_path: Path) -> None:
    headings = ["Company", "Contact", "Job title", "Job title (French)", "Products and services"]
    headings += ["Products and services (French)", "Offers in Spanish", "Looking for (English)"]
    row = ["Nord inc.", "Zoë Roy", "CEO", "Présidente", "Glue; wood", "Colle; bois", "Cola\nmadera", "Honey"]
    bring(empty, write(tmp_path / "f.csv", headings, row))
    (record,) = records(empty).values()
    company, person = record.company, record.delegates[0]
    assert (record.offers, company.offers_fr, company.offers_es) == (("Glue", "wood"), "Colle; bois", "Cola; madera")
    assert (company.offers_en, company.seeks_en, record.seeks) == ("", "Honey", ())
    assert (person.position, person.position_fr, person.position_en) == ("CEO", "Présidente", "")


def test_the_journal_of_imports_counts_every_row_once(empty: Store, tmp_path: Path) -> None:
    bring(empty, tmp_path / "first.csv", *FORM)
    rows = [
        *FORM,
        ["Boreal Robotics", "Laval", "", "", "", ""],
        ["n/a", "", "", "", "", ""],
        ["New Ltd.", "X"] + [""] * 4,
    ]
    cells.edit(empty, [cells.Edit(key_of(empty, "Cedar Foods"), "city", "Hull")], message("Edit"))
    rows[2] = ["Cedar Foods", "Ottawa", "m@cedar.ca", "Max", "Roy", "CEO"]
    bring(empty, tmp_path / "second.csv", *rows)
    first, second = empty.all(FileImport)
    assert (first.read, first.new, first.changed, first.same, first.duplicates, first.rejected) == (2, 2, 0, 0, 0, 0)
    assert (second.read, second.new, second.changed, second.same, second.duplicates, second.rejected) == (
        5, 1, 1, 1, 1, 1,
    )  # fmt: skip
    assert (second.file_name, second.kind) == ("second.csv", "companies:delegation")
    assert first.source == second.source != ""
    assert (first.imported_by != "", len(first.digest), first.digest != second.digest) == (True, 64, True)
    assert json.loads(first.reading)


def test_long_files_are_looked_at_by_their_first_rows(empty: Store, tmp_path: Path) -> None:
    rows = [["Company", "City"], *([f"Firm {n}", "Laval" * 60] for n in range(1200))]
    path = write(tmp_path / "long.csv", *rows)
    options = ImportOptions(path, Side.DELEGATION)
    (first,) = import_companies.first_look(options)
    assert len(run_now(first, empty).rows) == FIRST_ROWS - 1
    assert import_companies.first_look(replace(options, source=write(tmp_path / "short.csv", *rows[:9]))) == []
    assert import_companies.first_look(replace(options, source=tmp_path / "nowhere.csv")) == []


def test_people_are_addressed_as_the_form_says(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    head = ["Company", "Civilité", "First name", "Last name", "E-mail", "Sexe"]
    rows = [
        ["Nord", "Dr", "Ana", "Roy", "ana@nord.ca", "Femme"],
        ["Sud", "M.", "Luc", "Roy", "luc@sud.ca", ""],
    ]
    plan = bring(store, path, head, *rows)
    assert [(one.field, one.asked) for one in plan.table.columns][1::4] == [("title", ""), ("gender", "")]
    ana, luc = store.all(Person)[-2:]
    assert [(one.title, one.gender) for one in (ana, luc)] == [("Dr", Gender.FEMALE), ("M.", Gender.UNKNOWN)]
    snapshot = store.snapshot()
    assert [snapshot.salutation(one, "es") for one in (ana, luc)] == ["Estimada Dra. Roy:", "Estimado Sr. Roy:"]
    rows[0][-1] = "Homme"
    again = bring(store, path, head, *rows)
    assert [row.verdict for row in again.rows] == [RowOutcome.CHANGED, RowOutcome.SAME]
    assert again.rows[0].text == "Changes Ana Roy: Gender (“Female” → “Male”)."
    assert store.get(Person, ana.id).gender is Gender.MALE
