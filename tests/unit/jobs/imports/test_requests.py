"""Lists of requests: names resolved, asked about once and remembered."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.errors import UserError
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, key_of, small_mission
from tests.unit.jobs.imports.bringing import look, write


def analyse(store: Store, text: str, answers: dict[str, int] | None = None) -> import_requests.RequestPlan:
    return run_now(import_requests.analyse(Path("Clipboard"), pasted=text, answers=answers), store)


def test_pasted_names_nobody_has_are_said_once_and_remembered(store: Store) -> None:
    text = "Requested by\tWants to meet\tPriority\nD1\tThe Monterrey people\tmust\nD2\tThe Monterrey people\tmeet\n"
    plan = analyse(store, text)
    assert [row.verdict for row in plan.rows] == [RowOutcome.REJECTED] * 2
    assert plan.rows[0].unknown == ("The Monterrey people",)
    plan = analyse(store, text, {"The Monterrey people": key_of(store, "C2")})
    assert [row.verdict for row in plan.rows] == [RowOutcome.NEW] * 2
    import_requests.accept(store, plan)
    assert {r.counterpart_id for r in store.all(Request)} == {key_of(store, "C2")}
    assert [alias.name for alias in store.all(Alias)] == ["The Monterrey people"]
    later = analyse(store, "Requested by\tWants to meet\nD3\tTHE MONTERREY PEOPLE\n")
    assert [row.verdict for row in later.rows] == [RowOutcome.NEW]
    import_requests.accept(store, later)
    assert store.count(Alias) == 1


def test_an_ambiguous_name_is_decided_and_stays_decided(store: Store) -> None:
    with store.change(message("Two of a name")) as change:
        one = change.insert(Company(side=Side.COUNTERPART, name="Grupo Alba S.A. de C.V."))
        two = change.insert(Company(side=Side.COUNTERPART, name="Grupo Alba SAPI de CV"))
    text = "Requested by\tWants to meet\nD1\tGrupo Alba\n"
    plan = analyse(store, text)
    assert plan.rows[0].verdict is RowOutcome.REJECTED
    assert [company.id for company in import_requests.candidates(store, "Grupo Alba")] == [one, two]
    import_requests.accept(store, analyse(store, text, {"Grupo Alba": two}))
    assert [r.counterpart_id for r in store.all(Request)] == [two]
    assert analyse(store, text).rows[0].verdict is RowOutcome.SAME


ROOT = Path(__file__).resolve().parents[4]
SOURCES = ROOT / "resources" / "examples" / EXAMPLE / "registrations"


TRUTH = {
    "registrations_en.xlsx": {"side": "delegation", "read": 200, "new": 185, "duplicate": 12, "rejected": 3},
    "inscriptions_fr.csv": {"side": "delegation", "read": 60, "new": 60, "duplicate": 0, "rejected": 0},
    "contrapartes_es.xlsx": {"side": "counterpart", "read": 220, "new": 220, "duplicate": 0, "rejected": 0},
}


@pytest.fixture
def mission(tmp_path: Path):  # type: ignore[no-untyped-def]
    with new_mission.from_example(tmp_path / "m.mission", EXAMPLE) as found:
        yield found


def test_requests_resolve_all_but_the_unknown_one(mission: Store) -> None:
    for name, truth in TRUTH.items():
        import_companies.accept(mission, look(mission, SOURCES / name, str(truth["side"])))
    plan = run_now(import_requests.analyse(SOURCES / "meeting_requests.csv"), mission)
    assert (len(plan.rows), plan.count(RowOutcome.NEW), plan.count(RowOutcome.REJECTED)) == (1420, 1419, 1)
    assert "Nowhere Widgets" in plan.issues[0].text
    import_requests.accept(mission, plan)
    assert mission.count(Request) == 1419
    again = run_now(import_requests.analyse(SOURCES / "meeting_requests.csv"), mission)
    assert again.count(RowOutcome.SAME) == 1419


def test_ambiguous_and_unknown_names_of_requests_are_rejected_with_a_hint(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        rows = (["Company"], ["Boreal Ltd."], ["Boreal Inc."], ["Stackpole Powertrain"])
        import_companies.accept(store, look(store, write(tmp_path / "d.csv", ["Company", "City"], *rows[1:])))
        import_companies.accept(
            store, look(store, write(tmp_path / "c.csv", ["Company", "City"], ["Casa", ""]), "counterpart")
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


@pytest.mark.parametrize(
    ("asker", "wanted"),
    [
        ("d1@e.ca", "C2"), ("D1 (Toronto)", "C2 (Puebla)"), ("D1 – Given D1", "C2 - somebody"), ("Given D1", "C2"),
        ("C2", "D1"), ("D1 [Toronto]", "C2: Ventas"), ("D1", "2) C2"), ("sales@e.ca", "https://www.c2.mx/es"),
    ],
)  # fmt: skip
def test_companies_are_known_by_people_addresses_and_behind_a_city(store: Store, asker: str, wanted: str) -> None:
    with store.change(message("An address")) as change:
        person = next(one for one in store.all(Person) if one.given_name == "Given" and one.family_name == "D1")
        change.update(replace(person, email="d1@e.ca"))
        change.update(replace(store.get(Company, key_of(store, "C2")), website="https://c2.mx"))
    plan = analyse(store, f"Requested by\tWants to meet\n{asker}\t{wanted}\n")
    (row,) = plan.rows
    assert row.request is not None, row.issues
    assert row.request.pair == (key_of(store, "D1"), key_of(store, "C2"))
    assert row.request.asked_by is (Side.COUNTERPART if asker == "C2" else Side.DELEGATION)


def test_a_matrix_of_companies_is_read(store: Store) -> None:
    plan = analyse(store, "\tC1\tC2\nD1\tx\t\nD2\t\tHigh\n")
    wanted = [row.request.pair for row in plan.rows if row.request]
    assert wanted == [(key_of(store, "D1"), key_of(store, "C1")), (key_of(store, "D2"), key_of(store, "C2"))]


def test_a_priority_nobody_knows_is_told_once(store: Store) -> None:
    plan = analyse(store, "Requested by\tWants to meet\tPriority\nD1\tC1\tblah\nD2\tC1\tblah\nD3\tC1\thigh\n")
    assert [(issue.code, issue.row, issue.value) for issue in plan.issues] == [("unclear_priority", 2, "blah")]
    assert [row.verdict for row in plan.rows] == [RowOutcome.NEW] * 3


def test_what_is_wrong_with_the_file_is_told_first(store: Store) -> None:
    text = 'Requested by,Wants to meet,Priority\nD1,"C1,1\nD2,C1,1\nD3,C1,\nD4, Inc.,C1,1\n'
    plan = analyse(store, text)
    assert [(issue.code, issue.row) for issue in plan.issues] == [("stray_quote", 2), ("ragged_row", 5)]
    assert [row.verdict for row in plan.rows] == [RowOutcome.NEW] * 3 + [RowOutcome.REJECTED]
    assert plan.sheets == ("Clipboard",)


def test_a_company_of_the_own_side_is_said_to_be_of_it(store: Store) -> None:
    plan = analyse(store, "Requested by\tWants to meet\nD1\tD2\n")
    assert [issue.text for issue in plan.issues] == ["“D2” is on the same side as who asks."]


def test_the_place_of_a_meeting_is_read_and_one_that_is_none_is_said_once(store: Store) -> None:
    rows = (
        "D1\tC1\tat our office",
        "D2\tC2\tEn una mesa",
        "D3\tC3\tin the clouds",
        "D3\tC1\tin the clouds",
        "D2\tC1\t",
    )
    plan = analyse(store, "\n".join(["Requested by\tWants to meet\tPlace of meeting", *rows]))
    places = [row.request.meets_at for row in plan.rows if row.request]
    assert places == [MeetsAt.OFFICE, MeetsAt.TABLE, MeetsAt.UNSAID, MeetsAt.UNSAID, MeetsAt.UNSAID]
    assert [(issue.row, issue.text) for issue in plan.issues] == [(4, "“in the clouds” is no place of meetings.")]
    import_requests.accept(store, plan)
    later = analyse(store, "Requested by\tWants to meet\tPlace of meeting\nD1\tC1\t\nD2\tC2\toffice\n")
    assert [row.verdict for row in later.rows] == [RowOutcome.SAME, RowOutcome.CHANGED]
    import_requests.accept(store, later)
    assert [one.meets_at for one in store.all(Request)][:2] == [MeetsAt.OFFICE, MeetsAt.OFFICE]
