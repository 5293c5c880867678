"""Copies the program kept, listed and put back."""

from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, erasing, passwords
from tests.builders import key_of, small_mission
from tests.unit.store.damaging import spoil_middle
from tests.unit.store.upkeep.test_passwords import PASSWORD


def test_restore_replaces_even_a_damaged_file_and_keeps_every_version(tmp_path: Path) -> None:
    path, good = tmp_path / "m.mission", tmp_path / "good.mission"
    with small_mission(path) as store:
        store.backup(good)
    spoil_middle(path)
    first = backups.restore(path, good)
    second = backups.restore(path, good)
    assert first is not None
    assert second is not None
    assert first != second
    assert first.exists()
    with Store.open(path) as store:
        assert store.mission.name == "Test mission"


def test_last_change_of_a_copy_is_read_in_the_language_of_the_reader(path: Path) -> None:
    with Store.open(path) as store:
        with store.change(counted_message("Delete {n} company", "Delete {n} companies", 1)) as change:
            change.delete(Company, [key_of(store, "D3")])
        backups.keep(store)
    for language, shown in (("en", "Delete 1 company"), ("fr", "Supprimer 1 entreprise"), ("es", "Eliminar 1 empresa")):
        i18n.use(language)
        assert backups.of(path)[0].last_change == shown


def test_copies_tell_what_is_in_them_and_are_put_back_as_new_files(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        backups.keep(store)
        with store.change(message("Delete")) as change:
            change.delete(Company, [key_of(store, "D3")])
        made = backups.keep(store)
    assert made is not None
    second, first = backups.of(path)
    assert (first.rows["companies"], second.rows["companies"]) == (6, 5)
    assert (first.last_change, second.last_change) == ("Secret", "Delete")
    backups.restore_as(first.path, tmp_path / "again.mission")
    with Store.open(tmp_path / "again.mission") as store:
        assert len(store.all(Company)) == 6
    with pytest.raises(UserError, match="already a file"):
        backups.restore_as(first.path, path)
    assert backups.newest(path) == second
    second.path.write_bytes(b"SQLite format 3\0 and nothing else")
    assert backups.newest(path) == first
    assert [one.is_readable for one in backups.of(path)] == [False, True]


def test_restoring_does_not_take_a_password_away(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        plain = backups.keep(store)
    other = tmp_path / "plain.mission"
    assert plain is not None
    other.write_bytes(plain.read_bytes())
    passwords.set_password(path, "", PASSWORD)
    before = path.read_bytes()
    with pytest.raises(UserError, match="has a password"):
        backups.restore(path, other, PASSWORD)
    assert path.read_bytes() == before


def test_restoring_a_link_leaves_it_a_link(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        made = backups.keep(store)
    assert made is not None
    link = tmp_path / "link.mission"
    link.symlink_to(path)
    with Store.open(path) as store, store.change(message("Later")) as change:
        change.delete(Company, [1])
    backups.restore(link, made)
    assert link.is_symlink()
    with Store.open(path) as store:
        assert len(store.all(Company)) == 6


def test_a_refused_restore_leaves_no_copy_beside_the_file(path: Path) -> None:
    with Store.open(path) as store:
        made = backups.keep(store)
        assert made is not None
        with pytest.raises(UserError, match="open in another program"):
            backups.restore(path, made)
    assert [one.name for one in path.parent.iterdir() if one.is_file()] == ["m.mission"]


@pytest.mark.parametrize("rest", [0, 100, 5000])
def test_a_file_that_is_no_mission_any_more_is_kept_as_it_is(path: Path, tmp_path: Path, rest: int) -> None:
    good, journal = tmp_path / "good.mission", path.with_name("m.mission-journal")
    with Store.open(path) as store:
        store.backup(good)
    content = path.read_bytes()[:rest]
    path.write_bytes(content)
    journal.write_bytes(b"the journal")
    kept = backups.restore(path, good)
    assert kept is not None
    assert kept.read_bytes() == content
    # SQLite itself deletes one that is none beside what begins as a database.
    assert kept.with_name(f"{kept.name}-journal").exists() == (rest == 0)
    assert not journal.exists()
    with Store.open(path) as store:
        assert len(store.all(Company)) == 6


def test_copies_are_listed_under_every_name_the_mission_had(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        first = backups.keep(store)
    renamed = path.rename(tmp_path / "renamed.mission")
    with Store.open(renamed) as store:
        second, uid = backups.keep(store), store.mission.uid
    assert [one.path for one in backups.of(renamed)] == [one.path for one in backups.of(renamed, "", uid)]
    assert [one.path for one in backups.of(renamed)] == [second, first]
    assert backups.newest(renamed) == backups.of(renamed)[0]


def test_a_copy_put_back_brings_nobody_back_who_was_erased_since(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        kept = backups.keep(store)
        assert kept is not None
        erasing.erase(store, [person.id for person in store.all(Person)])
    backups.restore(path, kept)
    backups.restore_as(kept, tmp_path / "new.mission")
    for found in (path, tmp_path / "new.mission"):
        assert b"Given" not in found.read_bytes()
