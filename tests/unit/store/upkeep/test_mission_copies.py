"""Copies of a mission are found by its uid, whatever name or place it had."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.store.file import copies
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, mission_copies, passwords
from tests.builders import small_mission
from tests.unit.store.upkeep.test_passwords import PASSWORD


def write(store: Store, key: int = 1) -> None:
    with store.change(message("Write")) as change:
        change.delete(Company, [key])


def kept(store: Store) -> Path:
    found = backups.keep(store)
    assert found is not None
    return found


def found(path: Path, uid: str, *known: str) -> set[tuple[Path, str | None]]:
    return {(copy.path, copy.password) for copy in mission_copies.find(path, uid, known)}


def test_copies_of_an_earlier_name_and_place_are_found_and_no_others(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        uid, first = store.mission.uid, kept(store)
        backups.restore(tmp_path / "b.mission", first)
    (tmp_path / "moved").mkdir()
    moved = path.rename(tmp_path / "moved" / "renamed.mission")
    with Store.open(moved) as store:
        second = kept(store)
    with small_mission(tmp_path / "other.mission") as other:
        kept(other)
    assert found(moved, uid) == {(first, ""), (second, "")}
    assert [copy.path for copy in mission_copies.find(moved, uid)] == [second, first]


def test_files_of_before_restoring_are_found_after_the_mission_was_renamed_or_moved(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        write(store)
        uid, made = store.mission.uid, kept(store)
    before = backups.restore(path, made)
    assert before is not None
    path.rename(tmp_path / "renamed.mission")
    assert found(tmp_path / "renamed.mission", uid) == {(made, ""), (before, "")}
    (tmp_path / "moved").mkdir()
    moved = (tmp_path / "renamed.mission").rename(tmp_path / "moved" / "n.mission")
    assert found(moved, uid) == {(made, ""), (before, "")}


def test_an_encrypted_copy_is_known_by_the_password_that_opens_it(path: Path) -> None:
    with Store.open(path) as store:
        uid, first = store.mission.uid, kept(store)
    passwords.set_password(path, "", PASSWORD)
    with Store.open(path, password=PASSWORD) as store:
        second = kept(store)
    elsewhere = first.parent.rename(first.parent.with_name("of another name"))
    assert found(path, uid, PASSWORD) == {(elsewhere / first.name, PASSWORD), (elsewhere / second.name, PASSWORD)}
    assert found(path, uid, "not it") == set()


def test_an_encrypted_copy_nobody_can_open_is_known_by_where_its_mission_was(path: Path, tmp_path: Path) -> None:
    passwords.set_password(path, "", PASSWORD)
    with Store.open(path, password=PASSWORD) as store:
        write(store)
        uid, made = store.mission.uid, kept(store)
    moved = path.rename(tmp_path / "moved.mission")
    assert found(moved, uid, "not it") == {(made, None)}
    assert [copy.is_plain for copy in mission_copies.find(moved, uid)] == [False]


def test_a_damaged_copy_counts_where_it_lies_among_copies_of_the_mission(path: Path) -> None:
    with Store.open(path) as store:
        uid, first, second = store.mission.uid, kept(store), kept(store)
    first.write_bytes(b"SQLite format 3\0 and nothing else")
    folder = first.parent.rename(first.parent.with_name("of another name"))
    assert found(path, uid) == {(folder / first.name, None), (folder / second.name, "")}
    (folder / second.name).unlink()
    assert found(path, uid) == set()
    folder.rename(copies.folder_of(path))
    assert found(path, uid) == {(first, None)}


def test_a_copy_has_its_journals(tmp_path: Path) -> None:
    copy, journal = tmp_path / "m.mission", tmp_path / "m.mission-journal"
    for one in (copy, journal, tmp_path / "m.mission-more"):
        one.touch()
    assert mission_copies.files_of(copy) == [copy, journal]


def test_other_files_of_the_mission_that_were_worked_on_are_named(path: Path, tmp_path: Path) -> None:
    (tmp_path / "city").mkdir()
    city = tmp_path / "city" / "city.mission"
    with Store.open(path) as store:
        write(store)
        uid = store.mission.uid
        store.backup(city)
    assert mission_copies.elsewhere(path, uid) == []
    with Store.open(city) as store:
        write(store, 2)
    assert [copy.path for copy in mission_copies.elsewhere(path, uid)] == [city]
    assert [copy.path for copy in mission_copies.elsewhere(city, uid)] == [path]
    city.unlink()
    assert mission_copies.elsewhere(path, uid) == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 8192])
def test_what_is_no_mission_has_no_uid(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "m.mission").write_bytes(content)
    assert mission_copies.uid_of(tmp_path / "m.mission", [PASSWORD]) is None
    assert mission_copies.uid_of(tmp_path / "gone.mission") is None


def test_copies_somebody_made_beside_the_mission_are_named(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        uid = store.mission.uid
        store.backup(path.with_name("mine.mission"))
    small_mission(path.with_name("other.mission")).close()
    assert [copy.path.name for copy in mission_copies.elsewhere(path, uid)] == ["mine.mission"]
