"""Lists of people imported: new, known, in several organisations, in none."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import FileImport
from missionplanner.domain.people import Gender, Membership, Person, Role
from missionplanner.errors import UserError
from missionplanner.jobs.imports import people
from missionplanner.jobs.imports.column_reports import reports
from missionplanner.jobs.imports.reading import FIRST_ROWS, ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import key_of
from tests.unit.jobs.imports.lists_of_people import HEADINGS, bring, look, verdicts, with_names


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return with_names(tmp_path)


def test_somebody_without_an_organisation_is_of_the_side_that_was_said(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, "Ana,Roy,Hon.,Minister of Trade,,ana@gov.ca,Minister")
    person = store.all(Person)[-1]
    role = next(role for role in store.all(Role) if role.name_en == "Minister")
    assert (verdicts(plan), person.company_id, person.side, person.role_id) == (
        ["new"],
        None,
        Side.COUNTERPART,
        role.id,
    )
    assert (person.title, person.position) == ("Hon.", "Minister of Trade")
    assert store.all(FileImport)[-1].kind == "people"


def test_somebody_of_two_organisations_represents_both(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, "Ana,Roy,,Consultant,D1; D2,ana@a.ca,")
    person = store.all(Person)[-1]
    assert person.company_id == key_of(store, "D1")
    assert [(row.person_id, row.company_id) for row in store.all(Membership)] == [(person.id, key_of(store, "D2"))]


def test_an_unknown_organisation_is_told_and_kept_with_the_position(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, "Ana,Roy,,Editor,The Daily Globe,ana@globe.ca,Press")
    assert [issue.code for issue in plan.issues] == ["unknown_company"]
    assert store.all(Person)[-1].position == "Editor, The Daily Globe"


def test_a_row_of_nobody_is_rejected_with_its_reason(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, ",,,,D1,,", "Ana,Roy,,,,ana@a.ca,")
    assert (verdicts(plan), plan.rows[0].text) == (["rejected", "new"], "The row names nobody.")


def test_an_import_is_one_step(store: Store, tmp_path: Path) -> None:
    before = store.all(Person)
    bring(store, tmp_path, "Ana,Roy,,,D1; D2,ana@a.ca,", "Zoë,Diaz,,CEO,D1,,")
    assert store.undo() == "Import people.csv"
    assert (store.all(Person), store.all(Membership)) == (before, [])


def test_who_was_erased_is_left_out_and_said(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, "Ana,Roy,,CEO,D1,ana@a.ca,")
    erasing.erase(store, [store.all(Person)[-1].id])
    plan = bring(store, tmp_path, "Ana,Roy,,CEO,D1,ana@a.ca,", "Ana,Roy,,,D2,other@a.ca,")
    assert verdicts(plan) == ["rejected", "rejected"]
    assert [issue.code for issue in plan.issues] == ["erased", "erased"]
    assert "Ana" not in [person.given_name for person in store.all(Person)]


def test_rows_above_the_headings_that_surely_are_people_are_read(store: Store, tmp_path: Path) -> None:
    plan = look(store, tmp_path, f"List,Version 3\nAna,Lovelace,,,,,\n{HEADINGS}Xu,Ng,,,,x@a.ca,\n")
    assert [issue.text for issue in plan.findings] == ["Rows above the headings in row 3 are not read: 1."]
    assert [(row.number, row.name) for row in plan.rows] == [(2, "Ana Lovelace"), (4, "Xu Ng")]


def test_columns_are_corrected_and_read_the_same_way_the_next_time(store: Store, tmp_path: Path) -> None:
    text = "First name,Last name,E-mail,Group\nAna,Roy,a@a.ca,Minister of Trade\n"
    plan = look(store, tmp_path, text, mapping={"Group": "position"})
    people.accept(store, plan)
    assert (store.all(Person)[-1].position, plan.remembered) == ("Minister of Trade", False)
    again = look(store, tmp_path, text.replace("Ana,Roy", "Ben,Sol"))
    assert (again.remembered, again.table.columns[3].target) == (True, "position")
    afresh = look(store, tmp_path, text, afresh=True)
    assert (afresh.remembered, afresh.table.columns[3].target) == (False, "")


def test_a_column_can_be_said_to_be_the_role(store: Store, tmp_path: Path) -> None:
    text = "First name,Last name,E-mail,Here as\nAna,Roy,a@a.ca,Press\n"
    plan = look(store, tmp_path, text, decided={3: "role"})
    press = next(role.id for role in store.all(Role) if role.name_en == "Press")
    assert [target.person.role_id for target in plan.targets] == [press]
    with pytest.raises(UserError, match="no field “city”"):
        look(store, tmp_path, text, mapping={"Here as": "city"})


def test_the_report_says_that_a_column_is_the_role(store: Store, tmp_path: Path) -> None:
    plan = look(store, tmp_path, f"{HEADINGS}Ana,Roy,,,,a@a.ca,Press\n")
    assert reports(plan.table)[6].reason == "Its cells are choices of “Role”. 100 % of the cells are roles of people."


def test_of_a_long_list_the_first_rows_are_looked_at_first(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(HEADINGS + "".join(f"Ana,Roy{n},,{'Clerk' * 30},,a{n}@a.ca,\n" for n in range(2000)))
    options = ImportOptions(path, Side.DELEGATION)
    (first,) = people.first_look(options)
    assert len(run_now(first, store).rows) == FIRST_ROWS - 1
    assert people.first_look(replace(options, pasted="short")) == []


def test_a_gender_that_is_stated_is_taken_and_one_nobody_states_stays(store: Store, tmp_path: Path) -> None:
    text = "First name,Last name,E-mail,Sexo\nAna,Roy,ana@a.ca,M\nLuc,Sol,luc@a.ca,H\nZoë,Diaz,,\n"
    people.accept(store, look(store, tmp_path, text))
    assert [person.gender for person in store.all(Person)[-2:]] == [Gender.FEMALE, Gender.MALE]
    assert {row.verdict.value for row in look(store, tmp_path, text).rows} == {"same"}


def test_an_export_of_people_says_of_which_side_each_is(store: Store, tmp_path: Path) -> None:
    text = "given_name,family_name,side,email\nAna,Roy,counterpart,a@a.ca\nBen,Sol,delegation,b@a.ca\n"
    assert [one.person.side for one in look(store, tmp_path, text).targets] == [Side.COUNTERPART, Side.DELEGATION]
