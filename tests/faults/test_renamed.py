"""Two processes, and a file that is renamed while one has it open: the lock goes by the file, nothing is lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, passwords
from tests.builders import damage_of, small_mission

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows renames no file that is open")
ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from dataclasses import replace
from pathlib import Path
from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store

with Store.open(Path(sys.argv[1])) as store:
    print(store.read_only, flush=True)
    for line in sys.stdin:
        try:
            with store.change(message("Write")) as change:
                change.update(replace(store.get(Company, 1), city=line.strip()))
            print(store.path, flush=True)
        except UserError as error:
            print(error, flush=True)
"""


class Holder:
    """Another process that has a mission open, and writes when it is told to."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def write(self, city: str) -> str:
        """Have it write a city; its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{city}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


@contextmanager
def holding(path: Path) -> Iterator[Holder]:
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "False"
        try:
            yield Holder(process)
        finally:
            process.kill()


def try_to_write(store: Store) -> None:
    with store.change(message("Write")) as change:
        change.delete(Company, [1])


def test_a_renamed_file_is_locked_written_on_and_free_after_a_kill(tmp_path: Path) -> None:
    path, new = tmp_path / "m.mission", tmp_path / "renamed.mission"
    small_mission(path).close()
    with holding(path) as holder:
        assert holder.write("Lévis") == str(path)
        path.rename(new)
        with Store.open(new) as second:
            assert second.read_only
            assert second.holder
            with pytest.raises(UserError, match="reading only") as caught:
                try_to_write(second)
            assert second.holder in caught.value.hint
        with pytest.raises(UserError, match="open in another program"):
            passwords.set_password(new, "", "five words for a test")
        assert holder.write("Québec") == str(new)
        with Store.open(new, read_only=True) as second:
            assert second.get(Company, 1).city == "Québec"
        os.kill(holder.process.pid, signal.SIGKILL)
        holder.process.wait()
        with Store.open(new) as mine:
            assert not mine.read_only
            assert mine.get(Company, 1).city == "Québec"
            try_to_write(mine)
    assert damage_of(new) == []
    assert not path.exists()


def test_a_file_moved_to_another_folder_is_locked_there_and_its_holder_told(tmp_path: Path) -> None:
    path, new = tmp_path / "m.mission", tmp_path / "folder" / "m.mission"
    new.parent.mkdir()
    small_mission(path).close()
    with holding(path) as holder:
        path.rename(new)
        with Store.open(new) as second:
            assert second.read_only
        assert "m.mission was taken away" in holder.write("Lévis")
    with Store.open(new) as mine:
        assert not mine.read_only


def test_nothing_is_put_in_the_place_of_a_renamed_file_that_is_open(tmp_path: Path) -> None:
    path, new = tmp_path / "m.mission", tmp_path / "renamed.mission"
    with small_mission(path) as store:
        made = backups.keep(store)
    assert made is not None
    with holding(path) as holder:
        path.rename(new)
        for act in (lambda: backups.restore(new, made), lambda: backups.restore(path.with_name("link.mission"), made)):
            path.with_name("link.mission").unlink(missing_ok=True)
            path.with_name("link.mission").symlink_to(new)
            with pytest.raises(UserError, match="open in another program"):
                act()
        assert holder.write("Lévis") == str(new)
