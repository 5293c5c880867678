"""Disks that are full, folders that cannot be written, files that go: a sentence, the work kept, a way out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.errors import UserError
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.packs import printing
from missionplanner.messages import message
from missionplanner.store.file import copies
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from tests.builders import Figures, damage_of, small_mission
from tests.faults.killing import SOURCE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tmpfs and rights as Linux has them")
ODD = "Ñandú & Œuvre – été 100% 'x' \"y\" 日本"


@pytest.fixture(autouse=True)
def _own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "data_folder", lambda: tmp_path / "data")


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system of its own with so much room."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no right to mount a small file system here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(folder: Path) -> None:
    """Leave no room on a disk."""
    with suppress(OSError), (folder / "filler").open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


def change_much(store: Store) -> None:
    with store.change(message("Much")) as change:
        for company in store.all(Company):
            change.update(replace(company, notes="x" * 200_000))


def import_much(store: Store) -> None:
    options = ImportOptions(SOURCE, Side.DELEGATION)
    companies.accept(store, run_now(companies.analyse(options), store))


ACTS: dict[str, Callable[[Store, Path], object]] = {
    "change": lambda store, _folder: change_much(store),
    "import": lambda store, _folder: import_much(store),
    "copy": lambda store, folder: store.backup(folder / "copy.mission"),
    "workbook": lambda store, folder: run_now(export.export(folder / "all.xlsx"), store),
    "packs": lambda store, folder: run_now(printing.make(printing.PackOptions(folder / "packs")), store),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, act: str, figures: Figures) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        path = disk / "m.mission"
        with small_mission(path) as store:
            before = store.snapshot()
            fill(disk)
            with pytest.raises(UserError) as caught:
                ACTS[act](store, disk)
            assert caught.value.hint
            assert store.snapshot() == before
            store.backup(tmp_path / "elsewhere.mission")
            (disk / "filler").unlink()
            with store.change(message("Go on")) as change:
                change.update(replace(store.get(Company, 1), city="Lévis"))
        assert not [one.name for one in disk.rglob("*") if one.suffix == ".part" or one.name.startswith(".")]
        with Store.open(path) as store:
            assert store.get(Company, 1).city == "Lévis"
            assert damage_of(store.path) == []
    with Store.open(tmp_path / "elsewhere.mission") as saved:
        assert saved.snapshot() == before
    figures(f"full disk, {act}: told, nothing lost, saved elsewhere")


@pytest.mark.parametrize("name", ["all.xlsx", "all.csv"])
def test_an_exported_file_is_replaced_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk, small_mission(tmp_path / "m.mission") as store:
        (disk / name).write_text("the list of yesterday")
        fill(disk)
        with pytest.raises(UserError):
            run_now(export.export(disk / name), store)
        assert (disk / name).read_text() == "the list of yesterday"
        assert sorted(one.name for one in disk.iterdir()) == sorted(["filler", name])


@pytest.mark.parametrize("name", [f"{ODD}.mission", f"{'l' * 120}.mission", "a b.mission"])
def test_odd_and_long_names_and_folders_work(tmp_path: Path, name: str) -> None:
    folder = tmp_path / ODD / ("d" * 100) / ("e" * 100)
    folder.mkdir(parents=True)
    with small_mission(folder / name) as store:
        assert backups.keep(store) is not None
        store.backup(folder / "copy.mission")
        run_now(export.export(folder / f"{ODD}.xlsx"), store)
        result = run_now(printing.make(printing.PackOptions(folder / ODD)), store)
        assert all(file.path.exists() for file in result.files)
    with Store.open(folder / name) as store:
        assert len(store.all(Company)) == 6


@pytest.mark.parametrize("name", ["l" * 300, "/".join(["d" * 100] * 6)])
def test_a_path_that_is_too_long_is_told(tmp_path: Path, name: str) -> None:
    for act in (small_mission, Store.open):
        with pytest.raises(UserError, match="too long"):
            act(tmp_path / f"{name}.mission")


def test_a_disk_that_cannot_be_written_is_read_and_told(tmp_path: Path, figures: Figures) -> None:
    with small_disk(tmp_path / "disk", "8m") as disk:
        path = disk / "m.mission"
        small_mission(path).close()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with Store.open(path) as store:
            assert store.read_only
            assert len(store.all(Company)) == 6
            with pytest.raises(UserError, match="save a copy elsewhere"):
                change_much(store)
            for act in ("copy", "workbook", "packs"):
                with pytest.raises(UserError) as caught:
                    ACTS[act](store, disk)
                assert caught.value.hint
                figures(f"read-only disk, {act}: told, saved elsewhere")
            store.backup(tmp_path / "elsewhere.mission")
        with pytest.raises(UserError):
            small_mission(disk / "new.mission")
    Store.open(tmp_path / "elsewhere.mission").close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder every user may go into."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def somebody_else() -> Iterator[None]:
    """Be a user without rights meanwhile, where the tests run as root."""
    if os.geteuid():
        yield
        return
    os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_file_nobody_may_read_is_told(open_folder: Path) -> None:
    path = open_folder / "m.mission"
    small_mission(path).close()
    path.chmod(0o000)
    with somebody_else(), pytest.raises(UserError, match="cannot be read"):
        Store.open(path)


def test_a_folder_that_cannot_be_written_is_read_and_told(open_folder: Path, tmp_path: Path) -> None:
    path = open_folder / "m.mission"
    small_mission(path).close()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with somebody_else(), Store.open(path) as store:
        assert store.read_only
        with pytest.raises(UserError, match="save a copy elsewhere"):
            change_much(store)
        for act in ("copy", "workbook", "packs"):
            with pytest.raises(UserError) as caught:
                ACTS[act](store, open_folder)
            assert caught.value.hint
        with TemporaryDirectory() as other:
            store.backup(Path(other) / "elsewhere.mission")
            Store.open(Path(other) / "elsewhere.mission").close()
    assert [one.name for one in open_folder.iterdir()] == ["m.mission"]


def test_a_file_that_is_taken_away_keeps_its_work_in_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        with store.change(message("Before")) as change:
            change.update(replace(store.get(Company, 1), city="Lévis"))
        path.unlink()
        with pytest.raises(UserError, match="taken away"):
            change_much(store)
        assert store.get(Company, 1).city == "Lévis"
        store.backup(tmp_path / "saved.mission")
    with Store.open(tmp_path / "saved.mission") as saved:
        assert saved.get(Company, 1).city == "Lévis"


def test_a_file_that_is_replaced_under_the_program_is_told_and_left(tmp_path: Path) -> None:
    path, other = tmp_path / "m.mission", tmp_path / "other.mission"
    small_mission(other, delegation=1).close()
    replacement = other.read_bytes()
    with small_mission(path) as store:
        shutil.copy(other, tmp_path / "x")
        (tmp_path / "x").replace(path)
        with pytest.raises(UserError, match="was replaced"), store.change(message("After")) as change:
            change.update(replace(store.get(Company, 1), city="Lévis"))
        store.backup(tmp_path / "saved.mission")
    assert path.read_bytes() == replacement
    with Store.open(tmp_path / "saved.mission") as saved:
        assert len(saved.all(Company)) == 6
