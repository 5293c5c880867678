"""Mission files with a password are opened by commands."""

import shutil
from pathlib import Path

import pytest

from missionplanner import unfinished
from missionplanner.jobs.safety.in_the_open import unfinished_text
from missionplanner.store.schema import FORMAT
from missionplanner.store.upkeep import passwords
from tests.unit.cli.running import document, run


def test_a_file_with_a_password_is_opened_by_the_variable(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    passwords.set_password(mission, "", "a password of words")
    code, _out, error = run(capsys, "info", mission)
    assert (code, "MISSIONPLANNER_PASSWORD" in error) == (3, True)
    monkeypatch.setenv("MISSIONPLANNER_PASSWORD", "a wrong password")
    assert run(capsys, "info", mission)[0] == 3
    monkeypatch.setenv("MISSIONPLANNER_PASSWORD", "a password of words")
    assert document(capsys, "info", mission)["format"] == FORMAT
    assert run(capsys, "backup", mission, tmp_path / "copy.mission")[0] == 0
    assert not (tmp_path / "copy.mission").read_bytes().startswith(b"SQLite")
    assert run(capsys, "restore", mission, tmp_path / "copy.mission")[0] == 0
    assert document(capsys, "check", mission) == []


def test_files_of_a_killed_program_that_cannot_be_deleted_are_named(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(unfinished, "sweep", lambda: [tmp_path, tmp_path / "on a stick"])
    assert run(capsys, "info", mission)[2] == f"{unfinished_text()}\n{tmp_path}\n"


def test_who_was_erased_in_a_newer_copy_is_erased_and_that_is_said(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    old = Path(shutil.copy(mission, tmp_path / "old.mission"))
    assert run(capsys, "erase", mission, "Given D1")[0] == 0
    code, _out, error = run(capsys, "set-status", old, "accepted")
    assert code == 0
    assert "1 person who was erased from this mission was still in this copy" in error
    assert run(capsys, "set-status", old, "accepted")[2] == ""
