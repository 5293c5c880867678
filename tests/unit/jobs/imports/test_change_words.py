"""The changes an import makes, told field by field, and those it leaves to somebody."""

from pathlib import Path

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.jobs.imports import change_words, review
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.jobs.imports.bringing import FORM, HEAD, bring, look, write

SITES = (
    ["Entreprise", "Ville", "Province", "Site web", "Prénom", "Courriel"],
    ["Bois inc.", "Québec", "QC", "bois.ca", "Luc", "luc@bois.ca"],
    ["Bois inc.", "Moncton", "NB", "bois.ca", "Eve", "eve@bois.ca"],
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("a", "b", "City (“a” → “b”)"), ("", "b", "City (new: “b”)"), ("a", "", "City (no longer “a”)")],
)
def test_of_a_field_that_was_or_becomes_empty_the_other_value_is_said(old: str, new: str, said: str) -> None:
    assert change_words.in_words("City", old, new) == said


def test_a_second_site_is_reported_and_can_be_taken(empty: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "f.csv", *SITES)
    plan = look(empty, path)
    assert [(issue.code, issue.row, issue.value) for issue in plan.issues] == [
        ("says_otherwise", 3, "Moncton"),
        ("says_otherwise", 3, "New Brunswick"),
    ]
    assert "Québec" in plan.issues[0].text
    assert [one.field for one in review.differences(empty, plan.rows[1], plan.comparison)] == ["city", "region"]
    bring(empty, path, take={3: frozenset({"city", "region"})})
    assert empty.get(Company, key_of(empty, "Bois inc.")).city == "Moncton"
    assert [person.given_name for person in empty.all(Person)] == ["Luc", "Eve"]


def test_a_later_row_that_corrects_another_field_is_reported(empty: Store, tmp_path: Path) -> None:
    plan = look(empty, write(tmp_path / "f.csv", ["Company", "City", "Employees"], ["A", "X", "5"], ["A", "X", "8"]))
    assert [(issue.code, issue.row) for issue in plan.issues] == [("replaces", 3)]
    assert "5" in plan.issues[0].text


def test_what_an_update_changes_is_named_with_old_and_new(empty: Store, tmp_path: Path) -> None:
    bring(empty, tmp_path / "f.csv", *FORM)
    plan = look(
        empty, write(tmp_path / "g.csv", HEAD, ["Boreal Robotics", "Laval", "z@boreal.ca", "Zoë", "Roy", "CEO"])
    )
    (row,) = plan.rows
    assert [(one.key, one.old, one.new) for one in row.changes] == [
        ("city", "Lévis", "Laval"),
        ("Zoë Côté: family_name", "Côté", "Roy"),
    ]
    assert "“Lévis” → “Laval”" in row.text


def test_the_language_of_a_later_form_does_not_change_a_company(empty: Store, tmp_path: Path) -> None:
    bring(empty, tmp_path / "f.csv", ["Entreprise", "Ville", "Prénom", "Courriel"], ["Bois", "Lévis", "Luc", "l@b.ca"])
    bring(empty, tmp_path / "g.csv", ["Company", "City", "First name", "E-mail"], ["Bois", "Lévis", "Luc", "l@b.ca"])
    assert empty.get(Company, key_of(empty, "Bois")).language == "fr"


@pytest.mark.parametrize(
    ("heading", "said", "withdrawn"),
    [
        ("Registration status", "Cancelled", True), ("Statut de l'inscription", "Annulée", True),
        ("Estado de la solicitud", "Retirada", True), ("Status", "Confirmed", False), ("Status", "Not cancelled", False),
        ("Marital status", "Cancelled", False),
    ],
)  # fmt: skip
def test_a_cancelled_registration_is_withdrawn_and_reported(
    empty: Store, tmp_path: Path, heading: str, said: str, withdrawn: bool
) -> None:
    plan = bring(empty, tmp_path / "f.csv", ["Company", "City", heading], ["Acme", "Laval", said])
    assert [issue.code for issue in plan.issues] == ["cancelled"] * withdrawn
    snapshot = empty.snapshot()
    status = snapshot.application[key_of(empty, "Acme")].status
    assert status is (Status.WITHDRAWN if withdrawn else Status.APPLIED)
    again = look(empty, tmp_path / "f.csv")
    assert (again.rows[0].verdict, again.issues) == (RowOutcome.SAME, [])


def test_a_person_who_is_not_named_any_more_stays_and_is_reported(empty: Store, tmp_path: Path) -> None:
    bring(empty, tmp_path / "f.csv", *FORM)
    plan = bring(empty, tmp_path / "f.csv", HEAD, ["Cedar Foods", "Ottawa", "ann@cedar.ca", "Ann", "Lee", ""])
    assert [(issue.code, issue.text.split(" is ")[0]) for issue in plan.issues] == [("not_named", "Max Roy")]
    assert empty.count(Person) == 3


def test_a_place_of_another_form_is_not_said_to_be_typed(empty: Store, tmp_path: Path) -> None:
    bring(empty, tmp_path / "f.csv", *FORM)
    path = write(tmp_path / "g.csv", ["Organization", "Contact", "Town"], ["Cedar Foods", "Max Roy", "Calgary"])
    plan = look(empty, path)
    assert [(issue.code, issue.text) for issue in plan.issues] == [
        ("edited_since", "City stays “Ottawa”, as another form says; the file says “Calgary”.")
    ]
