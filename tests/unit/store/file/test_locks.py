"""One program at a time has a mission file for writing, and says who it is."""

import sys
from pathlib import Path

import pytest

from missionplanner.errors import UserError
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
    monkeypatch.setattr("socket.gethostname", lambda: "lap-12")
    assert locks.holder(path) == ""
    guard = locks.lock(path)
    assert guard is not None
    assert locks.holder(path) == "ana on lap-12"
    locks.unlock(guard)


@pytest.mark.parametrize("content", [b"", b"\0not json", b'\0["one"]', b"\0\xff"])
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
