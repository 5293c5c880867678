"""Commands on personal data: erase and purge."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from tests.builders import key_of
from tests.unit.cli.running import document, run
from tests.unit.store.upkeep import zoe


@pytest.fixture
def with_zoe(mission: Path) -> Path:
    """A mission in which Zoé is named in a note, with a kept copy."""
    with Store.open(mission) as store:
        zoe.add(store)
        zoe.note(store, "Ask Zoé.")
        backups.keep(store)
    return mission


def notes(path: Path) -> str:
    with Store.open(path, read_only=True) as store:
        return store.get(Company, key_of(store, "D1")).notes


@pytest.mark.parametrize("typed", ["zoe unal", "ZOE@unal.example"])
def test_somebody_is_erased_by_name_or_address(capsys: pytest.CaptureFixture[str], with_zoe: Path, typed: str) -> None:
    found = document(capsys, "erase", with_zoe, typed)
    assert found["people"] == 1
    assert [(one["table"], one["column"], one["words"], one["kept"]) for one in found["passages"]] == [
        ("companies", "notes", "Ask Zoé.", False)
    ]
    assert (len(found["copies"]), found["copies_deleted"]) == (1, False)
    assert "Zoé".encode() not in with_zoe.read_bytes()
    code, _out, error = run(capsys, "erase", with_zoe, typed)
    assert code == 3
    assert "Nobody here is called" in error


def test_texts_stay_and_copies_go_where_that_is_asked(capsys: pytest.CaptureFixture[str], with_zoe: Path) -> None:
    found = document(capsys, "erase", with_zoe, zoe.NAME, "--keep-texts", "--delete-copies")
    assert notes(with_zoe) == "Ask Zoé."
    assert found["copies_deleted"]
    assert not any(Path(copy).exists() for copy in found["copies"])


def test_a_dry_run_changes_nothing(capsys: pytest.CaptureFixture[str], with_zoe: Path) -> None:
    before = with_zoe.read_bytes()
    for words in (("erase", with_zoe, zoe.NAME), ("purge", with_zoe)):
        code, out, _error = run(capsys, *words, "--dry-run")
        assert (code, "Ask Zoé." in out) == (0, True)
    assert with_zoe.read_bytes() == before


def test_of_several_people_of_a_name_the_address_says_who(capsys: pytest.CaptureFixture[str], with_zoe: Path) -> None:
    with Store.open(with_zoe) as store:
        zoe.add(store, "C1", email="other@unal.example")
    code, _out, error = run(capsys, "erase", with_zoe, zoe.NAME)
    assert code == 3
    assert "other@unal.example" in error
    assert run(capsys, "erase", with_zoe, "other@unal.example")[0] == 0
    with Store.open(with_zoe, read_only=True) as store:
        assert [one.email for one in store.all(Person) if one.family_name == "Ünal"] == [zoe.MAIL]


def test_a_deleted_company_is_erased_with_its_people(capsys: pytest.CaptureFixture[str], with_zoe: Path) -> None:
    code, _out, error = run(capsys, "erase", with_zoe, "D2", "--company")
    assert (code, "delete the company first" in error) == (3, True)
    with Store.open(with_zoe) as store, store.change(message("Delete")) as change:
        change.delete(Company, [key_of(store, "D2")])
    code, out, _error = run(capsys, "erase", with_zoe, "D2", "--company")
    assert (code, out.splitlines()[0]) == (0, "2 people were made anonymous.")


def test_everybody_is_erased_with_every_note(capsys: pytest.CaptureFixture[str], with_zoe: Path) -> None:
    with Store.open(with_zoe) as store, store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, "D2")), notes="of a stranger"))
    code, out, _error = run(capsys, "purge", with_zoe, "--delete-copies")
    assert (code, out.splitlines()[0]) == (0, "7 people were made anonymous.")
    assert "1 kept copy was deleted:" in out
    content = with_zoe.read_bytes()
    assert not any(word in content for word in (b"of a stranger", "Zoé".encode(), b"Given"))


def test_notes_stay_when_everybody_goes_where_that_is_asked(capsys: pytest.CaptureFixture[str], with_zoe: Path) -> None:
    assert document(capsys, "purge", with_zoe, "--keep-texts")["people"] == 7
    assert notes(with_zoe) == "Ask Zoé."


def test_a_former_name_counts_where_nobody_has_it_now(capsys: pytest.CaptureFixture[str], with_zoe: Path) -> None:
    with Store.open(with_zoe) as store, store.change(message("Marry")) as change:
        person = next(one for one in store.all(Person) if one.family_name == "Ünal")
        change.update(replace(person, family_name="Roy"))
    assert document(capsys, "erase", with_zoe, zoe.NAME, "--dry-run")["people"] == 1
    with Store.open(with_zoe) as store:
        zoe.add(store, "C1", email="other@unal.example")
    assert document(capsys, "erase", with_zoe, zoe.NAME)["people"] == 1
    with Store.open(with_zoe, read_only=True) as store:
        assert [one.family_name for one in store.all(Person) if one.given_name == "Zoé"] == ["Roy"]
