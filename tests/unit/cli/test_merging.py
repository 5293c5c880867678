"""Commands on a colleague's copy: merged, listed and settled."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.cli.running import document, run


@pytest.fixture
def copy(mission: Path, tmp_path: Path) -> Path:
    """A copy in which D1 moved to Laval and C1 has a telephone; at home D1 moved to Lévis meanwhile."""
    found = Path(shutil.copy(mission, tmp_path / "theirs.mission"))
    edit(found, "D1", city="Laval")
    edit(found, "C1", phone="+525555550100")
    edit(mission, "D1", city="Lévis")
    return found


def edit(path: Path, name: str, **values: str) -> None:
    with Store.open(path) as store, store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, name)), **values))


def value(path: Path, name: str, column: str) -> str:
    with Store.open(path, read_only=True) as store:
        return str(getattr(store.get(Company, key_of(store, name)), column))


def test_a_dry_run_says_what_would_come_in_and_changes_nothing(
    capsys: pytest.CaptureFixture[str], mission: Path, copy: Path
) -> None:
    before = mission.read_bytes()
    found = document(capsys, "merge", mission, copy, "--dry-run")
    assert [found[name] for name in ("steps", "new", "changed", "deleted")] == [2, 0, 1, 0]
    assert [(one["kind"], one["about"], one["fields"]) for one in found["clashes"]] == [("value", "D1", ["city"])]
    assert "settled" not in found
    assert mission.read_bytes() == before


@pytest.mark.parametrize(("take", "city"), [("mine", "Lévis"), ("theirs", "Laval"), ("newest", "Lévis")])
def test_a_merge_settles_as_asked(
    capsys: pytest.CaptureFixture[str], mission: Path, copy: Path, take: str, city: str
) -> None:
    found = document(capsys, "merge", mission, copy, "--take", take)
    assert (found["settled"], found["clashes"], found["conflicts"]) == (1, [], 0)
    assert (value(mission, "D1", "city"), value(mission, "C1", "phone")) == (city, "+525555550100")


def test_what_is_left_is_listed_and_settled_later(
    capsys: pytest.CaptureFixture[str], mission: Path, copy: Path
) -> None:
    code, out, _error = run(capsys, "merge", mission, copy)
    assert code == 1
    assert "1 clash is to be settled." in out
    code, out, _error = run(capsys, "clashes", mission)
    assert (code, out.splitlines()[1]) == (1, "Company: D1: City")
    assert sorted(line.split(" (")[0].strip(" *") for line in out.splitlines()[2:]) == ["Laval", "Lévis"]
    found = document(capsys, "clashes", mission, "--take", "theirs")
    assert (found["settled"], found["clashes"]) == (1, [])
    assert value(mission, "D1", "city") == "Laval"
    assert document(capsys, "clashes", mission)["settled"] == 0


def test_both_files_are_brought_to_the_same(capsys: pytest.CaptureFixture[str], mission: Path, copy: Path) -> None:
    assert run(capsys, "merge", mission, copy, "--both", "--take", "mine")[0] == 0
    assert (value(copy, "D1", "city"), value(copy, "C1", "phone")) == ("Lévis", "+525555550100")
    assert run(capsys, "clashes", copy)[0] == 0


def test_namesakes_of_the_erased_are_asked_about_before_anything_is_taken_in(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    theirs = Path(shutil.copy(mission, tmp_path / "theirs.mission"))
    with Store.open(theirs) as store, store.change(message("Add")) as change:
        change.insert(Person(company_id=key_of(store, "C1"), given_name="Given", family_name="D1"))
    assert run(capsys, "erase", mission, "Given D1")[0] == 0
    before = mission.read_bytes()
    code, out, _error = run(capsys, "merge", mission, theirs)
    assert (code, mission.read_bytes()) == (1, before)
    assert "Given D1 (D1) was erased from this mission, and is left out." in out
    assert "Given D1 (C1) is called as somebody who was erased" in out
    found = document(capsys, "merge", mission, theirs, "--namesakes", "another")
    assert [(one["company"], one["sure"]) for one in found["left_out"]] == [("D1", True), ("C1", False)]
    with Store.open(mission, read_only=True) as store:
        assert [one.company_id for one in store.all(Person) if one.family_name == "D1"] == [key_of(store, "C1")]
    assert run(capsys, "merge", mission, theirs)[0] == 0
