"""One program at a time has a mission file for writing, and says who it is."""

import json
import sys
from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.paths import data_folder
from missionplanner.store.file import locks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "m.mission"
    found.touch()
    return found


def test_a_file_is_locked_once_and_free_again(path: Path) -> None:
    guard = locks.lock(path)
    assert guard is not None
    assert locks.lock(path) is None
    locks.unlock(guard)
    again = locks.lock(path)
    assert again is not None
    locks.unlock(again)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows leaves the lock file")
def test_the_lock_file_goes_with_the_lock(path: Path) -> None:
    guard = locks.lock(path)
    assert path.with_name("m.mission.lock").exists()
    assert guard is not None
    locks.unlock(guard)
    assert [one.name for one in path.parent.iterdir()] == ["m.mission"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_leads_to_the_lock_of_its_file(path: Path) -> None:
    link = path.with_name("link.mission")
    link.symlink_to(path)
    guard = locks.lock(link)
    assert guard is not None
    assert locks.lock(path) is None
    locks.unlock(guard)


def test_the_holder_is_named_by_user_and_computer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "user_name", lambda: "ana")
    monkeypatch.setattr("platform.node", lambda: "lap-12")
    assert locks.holder(path) == ""
    guard = locks.lock(path)
    assert guard is not None
    assert locks.holder(path) == "ana on lap-12"
    locks.unlock(guard)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows renames no file that is open")
@pytest.mark.parametrize("new", ["renamed.mission", "another folder/m.mission"])
def test_a_renamed_file_stays_locked_and_its_holder_is_named(
    path: Path, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "user_name", lambda: "ana")
    monkeypatch.setattr("platform.node", lambda: "lap-12")
    guard = locks.lock(path)
    assert guard is not None
    (path.parent / new).parent.mkdir(exist_ok=True)
    moved = path.rename(path.parent / new)
    assert locks.lock(moved) is None
    assert locks.holder(moved) == "ana on lap-12"
    assert not list(moved.parent.glob("renamed.mission.lock"))
    locks.unlock(guard)
    again = locks.lock(moved)
    assert again is not None
    locks.unlock(again)
    assert not list(path.parent.rglob("*.lock"))
    assert not list((data_folder() / "locks").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_another_computer_finds_the_lock_of_an_older_name_in_the_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guard = locks.lock(path)
    monkeypatch.setattr(locks, "data_folder", lambda: tmp_path / "of another computer")
    (tmp_path / "of another computer").mkdir()
    second = path.with_name("second name.mission")
    second.hardlink_to(path)
    assert locks.lock(second) is None
    assert locks.holder(second) == locks.holder(path) != ""
    assert guard is not None
    locks.unlock(guard)


def test_the_lock_of_an_older_name_a_killed_program_left_is_deleted(path: Path) -> None:
    left = path.with_name("older.mission.lock")
    left.write_bytes(b"\0" + json.dumps(["bob", "lap-13", str(path.stat().st_ino)]).encode())
    guard = locks.lock(path)
    assert guard is not None
    assert not left.exists()
    locks.unlock(guard)


def test_locks_of_files_a_killed_program_left_on_this_computer_are_deleted(path: Path) -> None:
    folder = data_folder() / "locks"
    folder.mkdir()
    (folder / "1-2.lock").touch()
    held = locks.lock(path)
    assert held is not None
    other = path.with_name("other.mission")
    other.touch()
    guard = locks.lock(other)
    assert guard is not None
    assert len(list(folder.iterdir())) == 2
    locks.unlock(guard)
    locks.unlock(held)
    assert list(folder.iterdir()) == []


def test_a_lock_goes_on_under_a_new_name(path: Path) -> None:
    guard = locks.lock(path)
    assert guard is not None
    moved = path.rename(path.with_name("n.mission"))
    new = locks.renamed(guard, moved)
    assert new is not None
    assert not path.with_name("m.mission.lock").exists()
    assert locks.lock(moved) is None
    path.touch()
    other = locks.lock(path)
    assert other is not None
    assert locks.renamed(new, path) is None
    locks.unlock(other)
    locks.unlock(new)


def test_a_file_is_locked_by_its_name_alone_where_this_computer_can_note_nothing(path: Path) -> None:
    (data_folder() / "locks").write_text("no folder")
    guard = locks.lock(path)
    assert guard is not None
    assert guard.by_file is None
    assert locks.lock(path) is None
    locks.unlock(guard)


@pytest.mark.parametrize("content", [b"\0" + b"[" * 200_000, b"\0" + b"9" * 30_000_000], ids=["deep", "long"])
def test_an_absurd_lock_file_names_nobody(path: Path, content: bytes) -> None:
    path.with_name("m.mission.lock").write_bytes(content)
    assert locks.holder(path) == ""
    guard = locks.lock(path)
    assert guard is not None
    assert path.with_name("m.mission.lock").stat().st_size < 1000
    locks.unlock(guard)


@pytest.mark.parametrize(
    "content", [b"", b"\0not json", b'\0["one"]', b"\0\xff", b'\0["a", "b", "c"]', b"\0[1, [2], {}]"]
)
def test_a_lock_file_nobody_can_be_read_from_names_nobody(path: Path, content: bytes) -> None:
    path.with_name("m.mission.lock").write_bytes(content)
    assert locks.holder(path) == ""


def test_something_else_in_the_place_of_the_lock_file_gives_no_lock(path: Path) -> None:
    path.with_name("m.mission.lock").mkdir()
    assert locks.lock(path) is None
    assert locks.holder(path) == ""


def test_a_file_is_replaced_by_who_has_its_lock(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.mission"
    with pytest.raises(UserError, match="open mission itself"):
        locks.for_replacing(path, path)
    assert locks.for_replacing(tmp_path / "new.mission", own) is None
    guard = locks.for_replacing(path, own)
    assert guard is not None
    with pytest.raises(UserError, match=r"m\.mission is open in another program"):
        locks.for_replacing(path, own)
    locks.unlock(guard)


def test_a_lock_file_that_cannot_be_written_is_not_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(locks, "user_name", full)
    assert locks.lock(path) is None
    assert [one.name for one in path.parent.iterdir()] == ["m.mission"]
