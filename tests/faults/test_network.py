"""A network drive (SFTP): work as on a disk, two people told of each other, and a connection that is cut loses nothing."""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.packs import printing
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from tests.builders import Figures, damage_of, small_mission

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounted as on Linux")
SERVER = Path("/usr/lib/openssh/sftp-server")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Drive:
    """A folder of a server, as the server has it and as it is mounted here."""

    there: Path
    here: Path
    server: subprocess.Popen[bytes]

    def cut(self) -> None:
        """End the connection as a pulled cable does."""
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()


@contextmanager
def network_drive(folder: Path) -> Iterator[Drive]:
    """A folder mounted through SFTP, whose server can be killed."""
    if not (shutil.which("sshfs") and SERVER.exists() and os.access("/dev/fuse", os.W_OK)):
        pytest.skip("no sshfs here")
    there, here = folder / "there", folder / "here"
    there.mkdir(parents=True)
    here.mkdir()
    ours, theirs = socket.socketpair()
    with ours, theirs, subprocess.Popen([SERVER], stdin=ours, stdout=ours) as server:
        command = ["sshfs", f"server:{there}", here, "-f", "-o", "passive,dcache_timeout=1"]
        with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL) as client:
            ours.close()
            theirs.close()
            while not here.is_mount():
                assert client.poll() is None, "sshfs ended"
                time.sleep(0.02)
            try:
                yield Drive(there, here, server)
            finally:
                subprocess.run(["umount", "-l", here], check=False, stderr=subprocess.DEVNULL)
                server.kill()


def see_how_it_looks_to_another(path: Path) -> str:
    code = (
        "import sys; from pathlib import Path; from missionplanner.store.store import Store\n"
        "from missionplanner.domain.companies import Company\n"
        "with Store.open(Path(sys.argv[1])) as s: print(s.read_only, bool(s.holder), len(s.snapshot().companies))"
    )
    command = [sys.executable, "-c", code, str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_a_mission_on_a_network_drive_is_worked_on_as_on_a_disk(tmp_path: Path) -> None:
    with network_drive(tmp_path / "net") as drive:
        path = drive.here / "m.mission"
        with small_mission(path) as store:
            for city in ("Lévis", "Laval", "Sorel"):
                with store.change(message("Move")) as change:
                    change.update(replace(store.get(Company, 1), city=city))
                time.sleep(1.1)  # what is known of the names in the folder is forgotten meanwhile
            assert store.undo() == "Move"
            assert see_how_it_looks_to_another(path) == "True True 6"
            assert backups.keep(store) is not None
            store.backup(drive.here / "copy.mission")
            run_now(export.export(drive.here / "all.xlsx"), store)
            assert run_now(printing.make(printing.PackOptions(drive.here / "packs")), store).files
            assert sorted(one.name for one in drive.there.glob("m.mission*")) == ["m.mission", "m.mission.lock"]
        with Store.open(drive.there / "m.mission") as store:
            assert store.get(Company, 1).city == "Laval"
        Store.open(drive.there / "copy.mission").close()


def test_a_lost_connection_is_told_and_what_was_stored_is_there(tmp_path: Path) -> None:
    with network_drive(tmp_path / "net") as drive:
        store = small_mission(drive.here / "m.mission")
        with store.change(message("Before")) as change:
            change.update(replace(store.get(Company, 1), city="Lévis"))
        drive.cut()
        for _ in range(2):
            with pytest.raises(UserError) as caught, store.change(message("After")) as change:
                change.update(replace(Company(id=1, side=store.get(Company, 1).side), name="x" * 100_000))
            assert caught.value.hint
        with pytest.raises(UserError):
            store.backup(drive.here / "copy.mission")
        store.close()
        shutil.copytree(drive.there, tmp_path / "later")
    with Store.open(tmp_path / "later" / "m.mission") as store:
        assert store.get(Company, 1).city == "Lévis"
        assert damage_of(store.path) == []


def cut_while_it_works(folder: Path, pause: float) -> None:
    """Have a process change the mission on the drive, cut the connection, and look at the file on the server."""
    with network_drive(folder) as drive:
        path = drive.here / "m.mission"
        small_mission(path).close()
        command = [sys.executable, "-m", "tests.faults.killing", str(path), "edit"]
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline()]
            time.sleep(pause)
            drive.cut()
            lines += process.stdout.read().splitlines(keepends=True)
        last = [line for line in lines if line.endswith("\n")][-1]
        shutil.copytree(drive.there, folder / "later")
    with Store.open(folder / "later" / "m.mission") as store:
        assert damage_of(store.path) == []
        notes = {company.notes for company in store.all(Company)}
        assert len(notes) == 1, "half of a step was stored"
        assert int(notes.pop().split()[1]) >= int(last.split()[1])


def cut_often(folder: Path, times: int, figures: Figures) -> None:
    chance = random.Random(7)
    for number in range(times):
        cut_while_it_works(folder / str(number), chance.uniform(0, 0.5))
    figures(f"network drive: {times} of {times} cut connections survived")


def test_a_connection_cut_in_the_middle_of_a_change_loses_nothing(tmp_path: Path, figures: Figures) -> None:
    cut_often(tmp_path, 3, figures)


@pytest.mark.soak
def test_fifty_cut_connections_lose_nothing(tmp_path: Path, figures: Figures) -> None:
    cut_often(tmp_path, 50, figures)
