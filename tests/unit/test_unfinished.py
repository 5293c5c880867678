"""What a killed program was writing is found, and deleted or named."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from missionplanner import unfinished
from missionplanner.paths import data_folder

ROOT = Path(__file__).resolve().parents[2]
KILLED = """
import sys, os, signal
from pathlib import Path
from missionplanner import unfinished
path = Path(sys.argv[1])
with unfinished.noted(path):
    if path.suffix == ".part":
        path.write_text("half of a mission")
        path.with_name(path.name + "-journal").write_text("the other half")
    else:
        path.mkdir()
        (path / "pack.pdf").write_text("a pack")
    if sys.argv[2] == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
"""
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")


def leave(path: Path, how: str = "kill") -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), how], cwd=ROOT, check=False)
    assert done.returncode == (-signal.SIGKILL if how == "kill" else 0)


def notes() -> list[Path]:
    return list((data_folder() / "unfinished").iterdir())


@POSIX
@pytest.mark.parametrize("name", [f".{'0a' * 8}.part", ".packs-ab_1", "missionplanner-x1"])
def test_what_a_killed_program_left_is_deleted(tmp_path: Path, name: str) -> None:
    (tmp_path / "there").touch()
    leave(tmp_path / name)
    assert (tmp_path / name).exists()
    assert unfinished.sweep() == []
    assert sorted(one.name for one in tmp_path.iterdir()) == ["there"]
    assert notes() == []


@POSIX
def test_what_was_not_deleted_at_the_end_is_deleted_later(tmp_path: Path) -> None:
    leave(tmp_path / ".packs-a", "end")
    assert unfinished.sweep() == []
    assert not (tmp_path / ".packs-a").exists()


@POSIX
def test_what_is_on_a_disk_that_is_away_is_named_and_deleted_once_it_is_back(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    left = tmp_path / "stick" / f".{'0a' * 8}.part"
    leave(left)
    (tmp_path / "stick").rename(tmp_path / "away")
    assert unfinished.sweep() == unfinished.sweep() == [left]
    (tmp_path / "away").rename(tmp_path / "stick")
    assert unfinished.sweep() == []
    assert list((tmp_path / "stick").iterdir()) == []


@POSIX
def test_files_in_a_temporary_folder_go_with_it_whichever_note_comes_first(tmp_path: Path) -> None:
    for number in range(8):
        folder = tmp_path / f".packs-{number}"
        leave(folder)
        leave(folder / f".{'0a' * 8}.part")
    assert unfinished.sweep() == []
    assert (list(tmp_path.iterdir()), notes()) == ([], [])


def test_what_a_program_is_writing_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / unfinished.temporary_name()
    with unfinished.noted(path):
        path.touch()
        assert unfinished.sweep() == []
        assert path.exists()
        path.unlink()
    assert notes() == []


def test_what_another_computer_left_in_a_folder_is_deleted_after_an_hour(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in (f".{'0a' * 8}.part", f".{'0b' * 8}.part", "m.mission"))
    folder = tmp_path / ".packs-0a"
    folder.mkdir()
    for one in (old, new, other, folder / "pack.pdf"):
        one.touch()
    for one in (old, other, folder):
        os.utime(one, (time.time() - unfinished.LONG - 5,) * 2)
    assert unfinished.sweep() == []
    assert old.exists()
    assert unfinished.sweep(tmp_path) == []
    assert sorted(tmp_path.iterdir()) == sorted([new, other])
    assert unfinished.sweep(tmp_path / "gone") == []


@pytest.mark.parametrize("name", ["m.mission", ".part", "..part", "missionplanner", ".x.part"])
def test_nothing_of_others_is_deleted_whatever_a_note_says(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    (data_folder() / "unfinished").mkdir()
    (data_folder() / "unfinished" / "a.note").write_bytes(b"\0" + os.fsencode(tmp_path / name))
    (data_folder() / "unfinished" / "b.note").write_bytes(b"\0relative/.0a0a0a0a0a0a0a0a.part")
    assert unfinished.sweep() == []
    assert (tmp_path / name).exists()
    assert notes() == []


def test_a_note_that_cannot_be_made_does_not_stop_the_work(tmp_path: Path) -> None:
    data_folder().joinpath("unfinished").touch()
    with unfinished.noted(tmp_path / unfinished.temporary_name()):
        assert unfinished.sweep() == []


def test_a_temporary_folder_is_gone_at_its_end_with_its_note(tmp_path: Path) -> None:
    with unfinished.temporary_folder(".packs-", tmp_path) as folder:
        (folder / "pack.pdf").touch()
        assert (folder.parent, len(notes()), stat.S_IMODE(folder.stat().st_mode) & 0o077) == (tmp_path, 1, 0)
        assert folder.name.startswith(".packs-")
    assert not folder.exists()
    assert notes() == []
    with unfinished.temporary_folder() as folder:
        assert folder.name.startswith("missionplanner-")


def test_names_of_temporary_files_are_never_the_same() -> None:
    assert len({unfinished.temporary_name() for _ in range(5)}) == 5
