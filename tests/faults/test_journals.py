"""What a killed change leaves beside a file: rolled back, never played into another file, never a way in."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import DamagedFile, UserError
from missionplanner.messages import message
from missionplanner.store.file import engine
from missionplanner.store.store import Store
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import damage_of, small_mission
from tests.faults.test_places import small_disk


def interrupted(path: Path, target: Path, mode: str = "DELETE") -> None:
    """A mission as a program leaves it that is killed while it writes: half of a change in it, its journal beside."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(f"PRAGMA journal_mode = {mode}")
    raw.execute("PRAGMA cache_size = 1")
    raw.execute("BEGIN")
    raw.execute("UPDATE companies SET notes = ?", ("half " * 4000,))
    if mode == "WAL":
        raw.execute("COMMIT")
    for ending in ("", *engine.JOURNALS[:2]):
        if (beside := path.with_name(path.name + ending)).exists():
            shutil.copy(beside, target.with_name(target.name + ending))
    if mode != "WAL":
        raw.execute("ROLLBACK")
    raw.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "one").mkdir()
    found = tmp_path / "one" / "m.mission"
    small_mission(found).close()
    return found


def notes(path: Path) -> set[str]:
    with Store.open(path) as store:
        assert damage_of(store.path) == []
        return {company.notes for company in store.all(Company)}


def test_the_file_alone_is_whole_while_it_is_open(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        with store.change(message("Delete")) as change:
            change.delete(Company, [1])
        shutil.copy(path, tmp_path / "copied.mission")
        assert sorted(one.name for one in path.parent.iterdir()) == ["m.mission", "m.mission.lock"]
    with Store.open(tmp_path / "copied.mission") as copied:
        assert len(copied.all(Company)) == 5


@pytest.mark.parametrize(("mode", "found"), [("DELETE", {""}), ("WAL", {"half " * 4000})])
def test_an_unfinished_change_is_rolled_back_and_a_finished_one_kept(
    path: Path, tmp_path: Path, mode: str, found: set[str]
) -> None:
    left = tmp_path / "left.mission"
    interrupted(path, left, mode)
    assert engine.leftover(left)
    assert salvage(left, tmp_path / "s.mission").rows["companies"] == 6
    assert notes(tmp_path / "s.mission") == found
    assert notes(left) == found
    assert not engine.leftover(left)
    assert left.read_bytes()[18:20] == b"\1\1", "still a file that needs others beside it"


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("is_there", [True, False])
def test_journals_are_not_played_into_a_file_that_takes_the_place(
    path: Path, tmp_path: Path, mode: str, is_there: bool
) -> None:
    left = tmp_path / "left.mission"
    interrupted(path, left, mode)
    if not is_there:
        left.unlink()
    other = tmp_path / "other.mission"
    with small_mission(other, delegation=40, counterparts=40) as store:
        before = store.snapshot()
        store.backup(left)
    with Store.open(left) as store:
        assert store.snapshot() == before


def test_a_journal_that_names_other_files_is_refused_and_they_stay(path: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("no-such-child-journal\0")
    name = str(precious).encode()
    tail = (2**31 - 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big")
    left = tmp_path / "left.mission"
    interrupted(path, left)
    journal = left.with_name(f"{left.name}-journal")
    journal.write_bytes(journal.read_bytes() + tail + bytes.fromhex("d9d505f920a163d7"))
    before = left.read_bytes()
    for read_only in (True, False):
        with pytest.raises(DamagedFile, match="act on its own"):
            Store.open(left, read_only=read_only)
    salvage(left, tmp_path / "s.mission")
    assert precious.exists()
    assert left.read_bytes() == before


def test_an_unfinished_change_on_a_disk_that_cannot_be_written_is_not_taken_for_the_whole(
    path: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        interrupted(path, disk / "m.mission")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(UserError, match="not closed properly") as caught:
            Store.open(disk / "m.mission")
        assert "m.mission-journal" in caught.value.hint
        for name in ("m.mission", "m.mission-journal"):
            shutil.copy(disk / name, tmp_path / name)
    assert notes(tmp_path / "m.mission") == {""}


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links as POSIX has them")
@pytest.mark.parametrize("ending", engine.JOURNALS)
@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_lies_in_the_place_of_a_journal_is_not_followed_or_waited_for(
    path: Path, tmp_path: Path, ending: str, kind: str
) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("precious " * 1000)
    beside = path.with_name(path.name + ending)
    {"pipe": os.mkfifo, "link": lambda place: place.symlink_to(precious), "folder": Path.mkdir}[kind](beside)
    for read_only in (True, False):
        with pytest.raises(DamagedFile):
            Store.open(path, read_only=read_only)
    assert precious.read_text() == "precious " * 1000


@pytest.mark.skipif(sys.platform == "win32", reason="pipes as POSIX has them")
def test_a_pipe_in_the_place_of_the_lock_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path.with_name(f"{path.name}.lock"))
    with Store.open(path) as store:
        assert store.read_only
