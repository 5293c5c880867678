"""Exports: everything as a workbook, one list as csv, the calendar of a company."""

from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.domain.requests import Priority
from missionplanner.errors import UserError
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.lists import rows as list_rows
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of
from tests.unit.pack.making import printed


def test_a_workbook_is_of_everything(store: Store, tmp_path: Path) -> None:
    target = run_now(export.export(tmp_path / "all.XLSX"), store)
    book = CalamineWorkbook.from_path(str(target))
    assert book.sheet_names == [
        "Companies", "People", "Requests", "Meetings", "Events", "Requests not placed",
        "Counts – Delegation", "Counts – Counterpart",
    ]  # fmt: skip
    rows = book.get_sheet_by_name("Companies").to_python()
    assert [row[1] for row in rows] == ["Company name", "D1", "D2", "D3", "C1", "C2", "C3"]


def test_a_workbook_holds_people_without_a_company(store: Store, tmp_path: Path) -> None:
    with store.change(message("Person")) as change:
        change.insert(Person(given_name="Luis", family_name="Abad", passport="AB 12"))
    headings = []
    for sensitive in (False, True):
        target = run_now(export.export(tmp_path / "all.xlsx", sensitive=sensitive), store)
        rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_name("People").to_python()
        assert (rows[1][2:4], len(rows)) == (["Luis", "Abad"], 8)
        headings.append(rows[0])
    assert set(headings[1]) - set(headings[0]) == {label(name) for name in SENSITIVE}


def test_a_csv_holds_one_list(store: Store, tmp_path: Path) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    target = run_now(export.export(tmp_path / "requests.csv", "requests"), store)
    assert target.read_text(encoding="utf-8-sig").splitlines() == [
        "delegation,counterpart,asked_by,priority,comment,meets_at,intents",
        "D1,C1,delegation,meet,,,",
    ]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ending in “\.doc” cannot be made"):
        export.export(tmp_path / "list.doc")


def test_a_company_is_found_by_its_name(store: Store) -> None:
    with store.change(message("Names")) as change:
        for key, name in ((key_of(store, "C1"), "Grupo Alba S.A."), (key_of(store, "C2"), "Grupo Alba SAPI de CV")):
            change.update(replace(store.get(Company, key), name=name))
        change.update(replace(store.get(Company, key_of(store, "D1")), name="Boreal Robotics"))
    companies = store.all(Company)
    assert export.find_company(companies, "BOREAL ROBOTICS INC").name == "Boreal Robotics"
    with pytest.raises(UserError, match="“Grupo Alba” can be several companies") as several:
        export.find_company(companies, "Grupo Alba")
    assert several.value.hint == "Grupo Alba S.A.; Grupo Alba SAPI de CV"
    with pytest.raises(UserError, match="No company is called “Boreal Robotic”") as like:
        export.find_company(companies, "Boreal Robotic")
    assert like.value.hint == "Is it “Boreal Robotics”?"
    with pytest.raises(UserError, match="No company is called “Granite”") as none:
        export.find_company(companies, "Granite")
    assert none.value.hint == "Write the name as it is in the list."


def test_of_very_many_companies_of_a_name_five_are_named(store: Store) -> None:
    with store.change(message("Names")) as change:
        for company in store.all(Company):
            change.update(replace(company, name="Alba", operating_name=""))
    with pytest.raises(UserError, match="several companies") as several:
        export.find_company(store.all(Company), "Alba")
    assert several.value.hint == "Alba; Alba; Alba; Alba; Alba"


def test_rows_as_csv_hold_no_formulas(store: Store) -> None:
    assert export.as_csv([{"name": "=A1", "n": 3, "yes": True}]).splitlines() == ["name,n,yes", "'=A1,3,True"]
    assert export.as_csv([]) == ""


def test_sensitive_fields_leave_only_where_that_was_chosen(store: Store, tmp_path: Path) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Sensitive")) as change:
        change.update(replace(person, passport="XK1234567", dietary="nuts", emergency_contact="+15145550199"))
    snapshot = store.snapshot()
    everyone = {company.id for company in snapshot.companies}
    for name in list_rows.LISTS:
        text = str(list_rows.rows(snapshot, name, everyone))
        assert "XK1234567" not in text and "nuts" not in text, name  # noqa: PT018
    assert b"XK1234567" not in printed(store, "D1")
    plain, chosen = tmp_path / "plain.csv", tmp_path / "chosen.csv"
    run_now(export.export(plain, "delegates"), store)
    run_now(export.export(chosen, "delegates", sensitive=True), store)
    assert "XK1234567" not in plain.read_text(encoding="utf-8-sig")
    heading, *rows = chosen.read_text(encoding="utf-8-sig").splitlines()
    assert all(name in heading for name in SENSITIVE)
    assert any("XK1234567" in row and "nuts" in row for row in rows)
