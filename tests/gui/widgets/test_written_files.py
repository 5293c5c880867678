"""What is shown once a file was written."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from missionplanner.gui.widgets import alerts, written_files
from missionplanner.jobs.safety.in_the_open import in_the_open
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.builders import small_mission

PASSWORD = "five words for a test"


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text, details="": found.append(f"{text} {details}"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.fileName()))
    return found


def test_a_file_is_shown_by_its_place_and_a_pdf_is_opened(tmp_path: Path, shown: list[str]) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        written_files.show_file(None, store, Path("/x.csv"))
        written_files.show_file(None, store, Path("/x.pdf"))
    assert shown == ["Exported. /x.csv", "x.pdf"]


def test_with_a_password_it_is_said_that_the_file_has_none(tmp_path: Path, shown: list[str]) -> None:
    small_mission(tmp_path / "m.mission").close()
    passwords.set_password(tmp_path / "m.mission", "", PASSWORD)
    with Store.open(tmp_path / "m.mission", password=PASSWORD) as store:
        written_files.show_file(None, store, Path("/x.pdf"))
        written_files.tell_written(None, store, "1 letter was written.", ["One", "Two"])
    assert shown == [f"Exported. /x.pdf\n{in_the_open()}", "x.pdf", f"1 letter was written. One\nTwo\n{in_the_open()}"]
