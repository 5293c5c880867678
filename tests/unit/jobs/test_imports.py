"""Imports end with the counts they should, twice over, and lose nothing silently."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.requests import Request
from missionplanner.errors import UserError
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.companies import ImportOptions, ImportPlan
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, small_mission

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "resources" / "examples" / EXAMPLE / "registrations"
REAL = ROOT.parent / "shared" / "data" / "real" / "ontario_suppliers.csv"

# What correct imports of the example's files end with (they come with these counts).
TRUTH = {
    "registrations_en.xlsx": {"side": "delegation", "read": 200, "new": 185, "duplicate": 12, "rejected": 3},
    "inscriptions_fr.csv": {"side": "delegation", "read": 60, "new": 60, "duplicate": 0, "rejected": 0},
    "contrapartes_es.xlsx": {"side": "counterpart", "read": 220, "new": 220, "duplicate": 0, "rejected": 0},
}


def analysed(store: Store, path: Path, side: str = "delegation", **more: object) -> ImportPlan:
    plan = run_now(import_companies.analyse(ImportOptions(path, Side(side), **more)), store)  # type: ignore[arg-type]
    assert len(plan.rows) == sum(plan.count(verdict) for verdict in RowOutcome)
    return plan


@pytest.fixture
def mission(tmp_path: Path):  # type: ignore[no-untyped-def]
    with new_mission.from_example(tmp_path / "m.mission", EXAMPLE) as found:
        yield found


@pytest.mark.parametrize("name", TRUTH)
def test_counts_equal_the_truth_and_a_second_import_changes_nothing(mission: Store, name: str) -> None:
    truth = TRUTH[name]
    plan = analysed(mission, SOURCES / name, str(truth["side"]))
    counts = {verdict.value: plan.count(verdict) for verdict in RowOutcome}
    assert (len(plan.rows), counts["new"]) == (truth["read"], truth["new"])
    assert (counts["duplicate"], counts["rejected"]) == (truth["duplicate"], truth["rejected"])
    import_companies.accept(mission, plan)
    assert mission.count(Company) == truth["new"]
    before = mission.snapshot()
    again = analysed(mission, SOURCES / name, str(truth["side"]))
    assert (again.count(RowOutcome.SAME), again.count(RowOutcome.NEW), again.count(RowOutcome.CHANGED)) == (
        truth["new"],
        0,
        0,
    )
    import_companies.accept(mission, again)
    assert mission.snapshot() == before


def test_bad_addresses_are_flagged_and_kept(mission: Store) -> None:
    plan = analysed(mission, SOURCES / "registrations_en.xlsx")
    flagged = [issue for issue in plan.issues if issue.code == "bad_email"]
    assert len(flagged) == 4
    assert all(issue.row and issue.column == "Contact - email" for issue in flagged)
    import_companies.accept(mission, plan)
    names = {company.name for company in mission.all(Company)}
    assert {"Maple Renewables", "Cascade Data Ltd.", "Maple Solar Inc.", "Kestrel Granite Machining Ltd."} <= names


def test_sectors_of_three_languages_become_one(mission: Store) -> None:
    for name, truth in TRUTH.items():
        import_companies.accept(mission, analysed(mission, SOURCES / name, str(truth["side"])))
    snapshot = mission.snapshot()
    assert all(snapshot.sectors_of.get(company.id) for company in snapshot.companies)
    codes = {
        side: Counter(snapshot.sector[snapshot.sectors_of[c.id][0]].code for c in snapshot.companies if c.side is side)
        for side in Side
    }
    assert codes[Side.DELEGATION] == {"AM": 55, "AG": 47, "CT": 49, "CI": 45, "IT": 49}
    assert codes[Side.COUNTERPART] == {"AM": 39, "AG": 54, "CT": 40, "CI": 49, "IT": 38}
    counterparts = [c for c in snapshot.companies if c.side is Side.COUNTERPART]
    phones = [delegate.phone for delegate in snapshot.delegates]
    assert all(phone.startswith("+") for phone in phones)
    assert {c.region for c in counterparts} == {"Nuevo León", "Jalisco", "Guanajuato", "Ciudad de México", "Querétaro"}


def test_requests_resolve_all_but_the_unknown_one(mission: Store) -> None:
    for name, truth in TRUTH.items():
        import_companies.accept(mission, analysed(mission, SOURCES / name, str(truth["side"])))
    plan = run_now(import_requests.analyse(SOURCES / "meeting_requests.csv"), mission)
    assert (len(plan.rows), plan.count(RowOutcome.NEW), plan.count(RowOutcome.REJECTED)) == (1420, 1419, 1)
    assert "Nowhere Widgets" in plan.issues[0].text
    import_requests.accept(mission, plan)
    assert mission.count(Request) == 1419
    again = run_now(import_requests.analyse(SOURCES / "meeting_requests.csv"), mission)
    assert again.count(RowOutcome.SAME) == 1419


@pytest.mark.skipif(not REAL.exists(), reason="the list of real suppliers is not beside this checkout")
def test_real_supplier_list_accounts_for_every_row(mission: Store) -> None:
    plan = analysed(mission, REAL)
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


def write(path: Path, *rows: list[str]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


ROWS = (
    ["Company", "City", "E-mail", "First name"],
    ["A Inc.", "X", "z@a.ca", "Zoë"],
    ["a incorporated", "Y", "l@a.ca", "Liam"],
)


@pytest.mark.parametrize(
    ("choice", "cities", "people"), [("merge", ["Y"], 2), ("skip", ["X"], 1), ("add", ["X", "Y"], 2)]
)
def test_later_rows_of_one_company_are_merged_skipped_or_added(
    tmp_path: Path, choice: str, cities: list[str], people: int
) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        plan = analysed(store, write(tmp_path / "f.csv", *ROWS), on_duplicate=choice)
        assert (plan.count(RowOutcome.NEW), plan.count(RowOutcome.DUPLICATE)) == (1, 1)
        import_companies.accept(store, plan)
        assert sorted(company.city for company in store.all(Company)) == cities
        assert store.count(Delegate) == people


def test_import_is_one_step_and_undone_as_one(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = store.snapshot()
        import_companies.accept(store, analysed(store, write(tmp_path / "f.csv", *ROWS)))
        assert store.undo() == "Import f.csv"
        assert store.snapshot() == before


def test_changed_companies_are_told_field_by_field(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        import_companies.accept(store, analysed(store, write(tmp_path / "f.csv", *ROWS[:2])))
        plan = analysed(store, write(tmp_path / "g.csv", ROWS[0], ["A INC", "Lévis", "z@a.ca", "Zoë"]))
        assert [row.verdict for row in plan.rows] == [RowOutcome.CHANGED]
        assert "City" in plan.rows[0].text


def test_rejected_rows_are_saved_with_their_reason(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        plan = analysed(store, write(tmp_path / "f.csv", ROWS[0], ["n/a", "=X", "q@a.ca", "Q"], ["B", "Y", "", ""]))
        assert import_companies.save_rejects(plan, tmp_path / "rejects.csv") == 1
    with (tmp_path / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["Row", "Company", "City", "E-mail", "First name", "Reason"],
        ["2", "n/a", "'=X", "q@a.ca", "Q", "The row has no company name."],
    ]


def test_other_company_of_a_like_name_is_told_and_taken(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        plan = analysed(
            store,
            write(
                tmp_path / "f.csv", ROWS[0], ["Stackpole Powertrain", "X", "", ""], ["Stackpole Powertain", "X", "", ""]
            ),
        )
        assert plan.count(RowOutcome.NEW) == 2
        assert [issue.code for issue in plan.issues] == ["looks_like"]


def test_ambiguous_and_unknown_names_of_requests_are_rejected_with_a_hint(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        rows = (["Company"], ["Boreal Ltd."], ["Boreal Inc."], ["Stackpole Powertrain"])
        import_companies.accept(store, analysed(store, write(tmp_path / "d.csv", ["Company", "City"], *rows[1:])))
        import_companies.accept(
            store, analysed(store, write(tmp_path / "c.csv", ["Company", "City"], ["Casa", ""]), "counterpart")
        )
        wishes = (
            ["Requested by", "Wants to meet"],
            ["Boreal", "Casa"],
            ["Stackpole Powertrian", "Casa"],
            ["BOREAL INC", "casa"],
        )
        plan = run_now(import_requests.analyse(write(tmp_path / "r.csv", *wishes)), store)
        assert [row.verdict for row in plan.rows] == [RowOutcome.REJECTED, RowOutcome.REJECTED, RowOutcome.NEW]
        assert "several companies: Boreal Ltd., Boreal Inc." in plan.issues[0].text
        assert "Is it “Stackpole Powertrain”?" in plan.issues[1].text
        import_requests.save_rejects(plan, tmp_path / "x.csv")
        assert len((tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()) == 3


def test_file_without_request_columns_is_refused(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store, pytest.raises(UserError, match="meeting requests"):
        run_now(import_requests.analyse(write(tmp_path / "r.csv", ["City", "Country"], ["X", "Y"])), store)


def test_truth_of_the_example_is_the_shared_one() -> None:
    truth = ROOT.parent / "shared" / "data" / "registrations" / "truth.json"
    if not truth.exists():
        pytest.skip("the shared data are not beside this checkout")
    shared = json.loads(truth.read_text(encoding="utf-8"))
    for part in ("en", "fr", "es"):
        mine = TRUTH[shared[part]["file"]]
        assert (mine["read"], mine["new"]) == (shared[part]["rows"], shared[part]["distinct"])
    assert shared["requests"]["resolvable"] == 1419
