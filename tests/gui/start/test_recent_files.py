from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.start.recent_files import RecentFiles
from tests.builders import small_mission


@pytest.fixture
def recent(qtbot: QtBot) -> RecentFiles:
    found = RecentFiles()
    qtbot.addWidget(found)
    return found


def _texts(recent: RecentFiles) -> list[str]:
    return [recent.item(row).text() for row in range(recent.count())]


def test_a_mission_has_its_days_and_counts(recent: RecentFiles, tmp_path: Path) -> None:
    path = tmp_path / "one.mission"
    small_mission(path).close()
    settings.remember_file(path)
    recent.refresh()
    recent.finish()
    assert _texts(recent) == [f"Test mission  ·  February 16, 2026\n6 companies, 0 meetings  ·  {path}"]


def test_a_file_that_cannot_be_read_has_its_name(recent: RecentFiles, tmp_path: Path) -> None:
    path = tmp_path / "locked.mission"
    path.write_bytes(b"?")
    settings.remember_file(path)
    recent.refresh()
    recent.finish()
    assert _texts(recent) == [f"locked\n{tmp_path}"]


def test_the_home_folder_is_shown_as_a_tilde(
    recent: RecentFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "missions").mkdir()
    (tmp_path / "missions" / "one.mission").touch()
    settings.remember_file(tmp_path / "missions" / "one.mission")
    recent.refresh()
    recent.stop()
    assert _texts(recent) == [f"one\n{Path('~') / 'missions'}"]
