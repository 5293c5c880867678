"""Lists of people imported: new, known, in several organisations, in none."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import FileImport
from missionplanner.domain.people import Membership, Person, Role
from missionplanner.jobs.imports import people
from missionplanner.jobs.imports.people import PeopleOptions, PeoplePlan
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import key_of, small_mission

HEADINGS = "First name,Last name,Title,Position,Organization,E-mail,Category\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = small_mission(tmp_path / "m.mission")
    with found.change(message("Name")) as change:
        for person, (given, family) in zip(found.all(Person), (("Zoë", "Diaz"), ("Max", "Elm")), strict=False):
            change.update(replace(person, given_name=given, family_name=family))
    return found


def bring(store: Store, tmp_path: Path, *lines: str) -> PeoplePlan:
    """Import lines of a list of people."""
    path = tmp_path / "people.csv"
    path.write_text(HEADINGS + "\n".join(lines) + "\n", encoding="utf-8")
    plan = run_now(people.analyse(PeopleOptions(path, Side.COUNTERPART)), store)
    people.accept(store, plan)
    return plan


def verdicts(plan: PeoplePlan) -> list[str]:
    return [row.verdict.value for row in plan.rows]


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


def test_known_people_get_what_is_missing_and_keep_what_they_have(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, "Zoë,Diaz,,CEO,D1; D3,zoe@d1.ca,", "Max,Elm,,,D2,,")
    assert verdicts(plan) == ["changed", "same"]
    person = store.all(Person)[0]
    assert (person.position, person.email) == ("CEO", "zoe@d1.ca")
    assert [row.company_id for row in store.all(Membership)] == [key_of(store, "D3")]
    again = bring(store, tmp_path, "Zoë,Diaz,,Clerk,D1,zoe@d1.ca,")
    assert (verdicts(again), store.all(Person)[0].position) == (["same"], "CEO")
    assert [issue.text for issue in again.issues] == ["Zoë Diaz: Position stays “CEO”; the file says “Clerk”."]


def test_two_rows_of_one_person_are_one_with_both_organisations(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, "Ana,Roy,,,D1,ana@a.ca,", "Ana,Roy,,,D2,ana@a.ca,")
    assert verdicts(plan) == ["new", "duplicate"]
    assert len(store.all(Person)) == 7
    assert [row.company_id for row in store.all(Membership)] == [key_of(store, "D2")]


def test_an_unknown_organisation_is_told_and_kept_with_the_position(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, "Ana,Roy,,Editor,The Daily Globe,ana@globe.ca,Press")
    assert [issue.code for issue in plan.issues] == ["unknown_company"]
    assert store.all(Person)[-1].position == "Editor, The Daily Globe"


def test_a_row_of_nobody_is_rejected_with_its_reason(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, ",,,,D1,,", "Ana,Roy,,,,ana@a.ca,")
    assert (verdicts(plan), [row.text for row in plan.rejected]) == (["rejected", "new"], ["The row names nobody."])


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


def test_people_of_one_name_at_other_companies_are_others(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, "Zoë,Diaz,,,D3,,", "Zoë,Diaz,,,,zoe@d1.ca,", "Zoë,Diaz,,,D2,zoe@d1.ca,")
    assert verdicts(plan) == ["new", "changed", "changed"]


def test_rows_above_the_headings_are_told(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(f"Ada,Lovelace\n{HEADINGS}Ana,Roy,,,,ana@a.ca,\n", encoding="utf-8")
    plan = run_now(people.analyse(PeopleOptions(path, Side.DELEGATION)), store)
    assert [issue.text for issue in plan.findings] == ["Rows above the headings in row 2 are not read: 1."]
