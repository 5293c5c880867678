"""Copies in a folder of their own, a small mission on the disk, and what is told as one text."""

from pathlib import Path

import pytest

from missionplanner.gui.widgets import alerts
from missionplanner.store.file import copies


@pytest.fixture(autouse=True)
def _own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "data_folder", lambda: tmp_path / "data")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The messages that would be shown, each with its details."""
    said: list[str] = []
    monkeypatch.setattr(
        alerts, "tell", lambda _parent, text, details="", *_acts: said.append(f"{text} {details}".strip())
    )
    return said


@pytest.fixture
def path(small_file: Path, tmp_path: Path) -> Path:
    """An own copy of the small mission that nobody has open."""
    found = tmp_path / "m.mission"
    found.write_bytes(small_file.read_bytes())
    return found
