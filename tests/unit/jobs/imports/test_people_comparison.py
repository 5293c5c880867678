"""Rows of a list of people compared with the mission: known, new, alike; what stays and what is taken."""

from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.people import Membership, Person
from missionplanner.jobs.imports import people
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import key_of
from tests.unit.jobs.imports.lists_of_people import HEADINGS, bring, look, verdicts, with_names


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return with_names(tmp_path)


def test_somebody_of_the_same_name_elsewhere_is_asked_about(store: Store, tmp_path: Path) -> None:
    text = f"{HEADINGS}Zoë,Diaz,,Clerk,D3,z@d3.ca,\n"
    plan = look(store, tmp_path, text)
    (row,) = plan.rows
    said = "It looks like “Zoë Diaz” (the name is the same); it is taken as another person."
    assert (row.verdict, row.text) == (RowOutcome.NEW, said)
    same = look(store, tmp_path, text, answers={2: True})
    assert [row.verdict for row in same.rows] == [RowOutcome.CHANGED]
    assert same.targets[0].organisations == (key_of(store, "D3"),)
    other = look(store, tmp_path, text, answers={2: False})
    assert [(row.verdict, row.text) for row in other.rows] == [(RowOutcome.NEW, "")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Diaz,Zoë,,,,,", "the names are alike"),
        ("Zoé,Dias,,,D1,,", "the names are alike"),
        ("Zoé,Dias,,,D2,,", ""),
        ("Yan,Elm,,,D1,,", ""),
    ],
    ids=["the other way round", "a slip, a colleague", "a slip, elsewhere", "another colleague"],
)
def test_names_that_are_alike_are_asked_about(store: Store, tmp_path: Path, row: str, reason: str) -> None:
    (found,) = look(store, tmp_path, f"{HEADINGS}{row}\n").rows
    assert (found.like.reason if found.like else "") == reason


def test_a_value_of_the_file_is_taken_where_it_is_chosen(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, "Zoë,Diaz,,CEO,D1,zoe@d1.ca,")
    text = f"{HEADINGS}Zoë,Diaz,,Chair,D1,zoe@d1.ca,\n"
    (kept,) = look(store, tmp_path, text).rows[0].kept
    assert (kept.key, kept.ours, kept.theirs) == ("Zoë Diaz: position", "CEO", "Chair")
    plan = look(store, tmp_path, text, take={2: frozenset({kept.key})})
    assert [(row.verdict, row.text) for row in plan.rows] == [
        (RowOutcome.CHANGED, "Changes Position (“CEO” → “Chair”)."),
    ]
    people.accept(store, plan)
    assert store.all(Person)[0].position == "Chair"


def test_an_organisation_the_user_named_is_taken_and_known_the_next_time(store: Store, tmp_path: Path) -> None:
    text = f"{HEADINGS}Ana,Roy,,,The Daily Globe,ana@globe.ca,\n"
    assert look(store, tmp_path, text).rows[0].unknown == ("The Daily Globe",)
    plan = look(store, tmp_path, text, named={"The Daily Globe": key_of(store, "D2")})
    people.accept(store, plan)
    assert store.all(Person)[-1].company_id == key_of(store, "D2")
    assert look(store, tmp_path, text.replace("Ana,Roy", "Ben,Sol").replace("ana@", "b@")).rows[0].unknown == ()


def test_somebody_erased_is_taken_where_that_is_chosen(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, "Ana,Roy,,CEO,D1,ana@a.ca,")
    erasing.erase(store, [store.all(Person)[-1].id])
    text = f"{HEADINGS}Ana,Roy,,CEO,D2,other@a.ca,\n"
    (row,) = look(store, tmp_path, text).rows
    assert ([kept.key for kept in row.kept], row.verdict) == (["Ana Roy: delegates"], RowOutcome.REJECTED)
    taken = look(store, tmp_path, text, take={2: frozenset({"Ana Roy: delegates"})})
    assert [row.verdict for row in taken.rows] == [RowOutcome.NEW]


def test_languages_in_another_order_are_the_same(store: Store, tmp_path: Path) -> None:
    head = "First name,Last name,E-mail,Languages\n"
    people.accept(store, look(store, tmp_path, f'{head}Ana,Roy,a@a.ca,"English, Spanish"\n'))
    (row,) = look(store, tmp_path, f'{head}Ana,Roy,a@a.ca,"Spanish, English"\n').rows
    assert (row.verdict, row.issues) == (RowOutcome.SAME, ())


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


def test_people_of_one_name_at_other_companies_are_others(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path, "Zoë,Diaz,,,D3,,", "Zoë,Diaz,,,,zoe@d1.ca,", "Zoë,Diaz,,,D2,zoe@d1.ca,")
    assert verdicts(plan) == ["new", "changed", "changed"]


def test_what_changes_is_said_with_roles_and_organisations_by_name(store: Store, tmp_path: Path) -> None:
    (row,) = look(store, tmp_path, f"{HEADINGS}Zoë,Diaz,,,D3,,Press\n").rows
    assert row.verdict is RowOutcome.NEW
    (row,) = look(store, tmp_path, f"{HEADINGS}Zoë,Diaz,,,D1; D3,,Press\n").rows
    assert row.said == "Changes Role (new: “Press”), Organisations (new: “D3”)."
    assert [(one.field, one.old, one.new) for one in row.changes] == [
        ("role", "", "Press"),
        ("organisations", "", "D3"),
    ]


def test_of_several_of_one_name_the_one_with_the_address_is_meant(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path, "Ana,Roy,,,D1,a1@a.ca,", "Ana,Roy,,,D2,a2@a.ca,")
    second = store.all(Person)[-1].id
    plan = look(store, tmp_path, f"{HEADINGS}Ana,Roy,,Chair,,A2@a.ca,\n")
    assert [target.person.id for target in plan.targets] == [second]
