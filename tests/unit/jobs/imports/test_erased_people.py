"""Old forms brought in again after somebody was erased."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import Company
from missionplanner.domain.journals import FileImport
from missionplanner.domain.people import Person
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.erased_people import EVERY_ROW, NAMESAKES
from missionplanner.jobs.imports.review import differences
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import small_mission
from tests.unit.jobs.imports.bringing import bring, look, write

HEAD = ["Company", "Notes", "Delegate email", "Given name", "Family name"]
ROW = ["Boreal Robotics Inc.", "Ask Zoé Côté. Likes tea.", "z@boreal.ca", "Zoé", "Côté"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A mission in which Zoé was brought in and erased."""
    with small_mission(tmp_path / "m.mission") as found:
        bring(found, tmp_path / "form.csv", HEAD, ROW)
        erasing.erase(found, [one.id for one in found.all(Person) if one.family_name == "Côté"])
        yield found


def texts(plan: ImportPlan) -> list[str]:
    return [issue.text for issue in plan.issues if issue.code == "erased"]


def people(store: Store) -> list[str]:
    return [one.full_name for one in store.all(Person) if one.full_name and not one.full_name.startswith("Given")]


def test_the_old_form_leaves_her_out_and_says_so(store: Store, tmp_path: Path) -> None:
    plan = bring(store, tmp_path / "form.csv")
    assert texts(plan) == ["Zoé Côté was erased from this mission, and is left out."]
    assert people(store) == []
    assert "Zoé" not in str(store.all(SourceDraft))
    (company,) = [one for one in store.all(Company) if one.name.startswith("Boreal")]
    assert company.notes in ("", "Likes tea.")
    assert "Zoé".encode() not in store.path.read_bytes()


def test_a_namesake_is_asked_about_and_taken_where_it_is_chosen(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "other.csv", HEAD, ["Cedar Foods", "", "zoe@cedar.ca", "Zoé", "Côté"])
    plan = look(store, path)
    assert len(texts(plan)) == 1
    assert "Take them if it is another person" in texts(plan)[0]
    (row,) = plan.rows
    (asked,) = differences(store, row, plan.comparison)
    assert (asked.one, asked.two) == ("", "Zoé Côté")
    plan = bring(store, path, take={row.number: frozenset({asked.field})})
    assert (texts(plan), people(store)) == ([], ["Zoé Côté"])


def test_all_namesakes_are_taken_at_once_but_not_the_same_address(store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "more.csv", HEAD, ["Cedar Foods", "", "", "Zoé", "Côté"], ["Fir", "", "z@boreal.ca", "Z", "C"]
    )
    plan = bring(store, path, take={EVERY_ROW: frozenset({NAMESAKES})})
    assert people(store) == ["Zoé Côté"]
    assert texts(plan) == ["Z C was erased from this mission, and is left out."]


def test_a_later_row_of_the_same_company_is_looked_at_too(store: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "two.csv", HEAD, ["Cedar", "", "a@b.ca", "Ana", "Roy"], ["Cedar", "", "z@boreal.ca", "Zoé", "Côté"]
    )
    plan = bring(store, path)
    assert (len(texts(plan)), people(store)) == (1, ["Ana Roy"])


def test_nothing_is_asked_where_nobody_was_erased(tmp_path: Path) -> None:
    with small_mission(tmp_path / "new.mission") as store:
        assert texts(bring(store, tmp_path / "form.csv", HEAD, ROW)) == []
        assert people(store) == ["Zoé Côté"]


def test_who_signed_the_name_of_the_file_and_notes_are_looked_at_too(store: Store, tmp_path: Path) -> None:
    head = ["Company", "Notes", "Signed by", "Delegate email", "Given name", "Family name"]
    row = ["Cedar Foods", "Zoé Côté wrote this", "Zoé Côté", "ana@cedar.ca", "Ana", "Roy"]
    plan = bring(store, tmp_path / "form of Zoé Côté.csv", head, row)
    assert len(texts(plan)) == 1
    assert people(store) == ["Ana Roy"]
    assert [one.file_name for one in store.all(FileImport)][-1] == "form of ….csv"
    assert "Côté".encode() not in store.path.read_bytes()
    plan = look(store, tmp_path / "form of Zoé Côté.csv", take={2: frozenset({"Zoé Côté: delegates"})})
    assert texts(plan) == []
