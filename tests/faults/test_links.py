"""Symbolic links are followed to the file they mean, by every act alike; those that lead nowhere are a sentence."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.gui import settings
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.messages import message
from missionplanner.store.file import copies
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, passwords
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import small_mission

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
PASSWORD = "five words for a test"


def write(path: Path) -> None:
    with Store.open(path) as store, store.change(message("Write")) as change:
        change.delete(Company, [1])


def save_as(path: Path, good: Path) -> None:
    with Store.open(good) as store:
        store.backup(path)


def make_and_lock(path: Path) -> None:
    with Store.open(path) as store:
        assert not store.read_only
        with Store.open(path.resolve()) as second:
            assert second.read_only


def export_to(path: Path, good: Path) -> None:
    with Store.open(good) as store:
        run_now(export.export(path.with_suffix(".xlsx")), store)


ACTS: dict[str, Callable[[Path, Path], object]] = {
    "change": lambda path, _good: write(path),
    "password": lambda path, _good: passwords.set_password(path, "", PASSWORD),
    "restore": backups.restore,
    "save as": save_as,
    "lock": lambda path, _good: make_and_lock(path),
    "recent files": lambda path, _good: settings.remember_file(path),
    "export": export_to,
}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A mission to take copies of, away from the others."""
    (tmp_path / "good").mkdir()
    small_mission(tmp_path / "good" / "good.mission").close()
    return tmp_path / "good" / "good.mission"


@pytest.mark.parametrize("act", ACTS)
def test_a_link_stays_one_and_its_file_is_meant(tmp_path: Path, good: Path, act: str) -> None:
    real, linked = tmp_path / "real", tmp_path / "linked"
    real.mkdir()
    linked.mkdir()
    small_mission(real / "m.mission").close()
    (real / "m.xlsx").touch()
    for ending in (".mission", ".xlsx"):
        (linked / f"l{ending}").symlink_to(linked / f"second{ending}")
        (linked / f"second{ending}").symlink_to(real / f"m{ending}")
    ACTS[act](linked / "l.mission", good)
    assert sorted(one.name for one in linked.iterdir()) == ["l.mission", "l.xlsx", "second.mission", "second.xlsx"]
    assert all(one.is_symlink() for one in linked.iterdir())
    assert ((real / "m.xlsx").stat().st_size > 0) == (act == "export")
    assert passwords.has_password(real / "m.mission") == (act == "password")
    assert len(copies.before_restoring(real)) == (act == "restore")
    if act == "recent files":
        assert settings.recent_files()[0] == real / "m.mission"


def test_copies_of_a_link_are_those_of_its_file(tmp_path: Path) -> None:
    path, link = tmp_path / "m.mission", tmp_path / "link.mission"
    small_mission(path).close()
    link.symlink_to(path)
    with Store.open(link) as store:
        made = backups.keep(store)
    assert [one.path for one in backups.of(path)] == [one.path for one in backups.of(link)] == [made]


OTHERS: dict[str, Callable[[Path, Path], object]] = {
    "open": lambda path, _good: Store.open(path),
    "new": lambda path, _good: small_mission(path),
    "put back as a new file": lambda path, good: backups.restore_as(good, path),
    "rescue": lambda path, good: salvage(good, path),
    **{name: act for name, act in ACTS.items() if name not in ("change", "lock")},
}


@pytest.mark.parametrize("kind", ["nowhere", "circle"])
@pytest.mark.parametrize("act", OTHERS)
def test_a_link_that_leads_nowhere_or_in_a_circle_is_a_sentence_and_stays(
    tmp_path: Path, good: Path, act: str, kind: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for ending in (".mission", ".xlsx"):
        link = folder / f"l{ending}"
        link.symlink_to(folder / "gone" if kind == "nowhere" else link)
    with pytest.raises(UserError, match="is a link that") as caught:
        OTHERS[act](folder / "l.mission", good)
    assert caught.value.hint
    assert sorted(one.name for one in folder.iterdir()) == ["l.mission", "l.xlsx"]
