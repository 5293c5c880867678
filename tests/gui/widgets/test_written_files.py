"""The message once a file was written, and what can be done with the file from there."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from missionplanner.gui.widgets import alerts, written_files
from missionplanner.jobs.safety.in_the_open import in_the_open
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.builders import small_mission

PASSWORD = "five words for a test"
Acts = list[tuple[str, Callable[[], object]]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text, details, acts: found.append(_said(text, details, acts)))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toLocalFile()))
    return found


def _said(text: str, details: str, acts: Acts) -> str:
    return " | ".join([text, details, *(name for name, _act in acts)])


def test_a_file_is_named_with_its_place_and_what_can_be_done_with_it(tmp_path: Path, shown: list[str]) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        written_files.show_file(None, store, Path("/x.csv"))
        written_files.tell_written(None, store, "A copy was saved.", (), Path("/x.mission"))
        written_files.tell_written(None, store, "2 letters were written.", ["One", "Two"], tmp_path)
    assert shown == [
        "x.csv was written. | /x.csv | Open | Show in folder",
        "A copy was saved. | /x.mission | Show in folder",
        f"2 letters were written. | One\nTwo\n{tmp_path} | Open the folder",
    ]


def test_with_a_password_it_is_said_that_the_file_has_none(tmp_path: Path, shown: list[str]) -> None:
    small_mission(tmp_path / "m.mission").close()
    passwords.set_password(tmp_path / "m.mission", "", PASSWORD)
    with Store.open(tmp_path / "m.mission", password=PASSWORD) as store:
        written_files.show_file(None, store, Path("/x.pdf"))
    assert shown == [f"x.pdf was written. | /x.pdf  ·  {in_the_open()} | Open | Show in folder"]


def test_the_buttons_open_the_file_and_its_folder(tmp_path: Path, shown: list[str]) -> None:
    target = tmp_path / "x.pdf"
    for path in (target, tmp_path):
        for _name, act in written_files.acts_on(path):
            act()
    assert shown == [str(target), str(tmp_path), str(tmp_path)]


@pytest.mark.parametrize(
    ("system", "command"), [("win32", ["explorer", "/select,/a/x.pdf"]), ("darwin", ["open", "-R", "/a/x.pdf"])]
)
def test_a_system_that_can_selects_the_file(system: str, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(written_files.sys, "platform", system)
    monkeypatch.setattr(subprocess, "Popen", started.append)
    written_files.show_in_folder(Path("/a/x.pdf"))
    assert started == [command]
