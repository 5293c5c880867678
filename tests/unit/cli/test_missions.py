"""Commands on a file as a whole: new, info, history, backup, restore."""

from pathlib import Path

import pytest

from tests.builders import EXAMPLE
from tests.unit.cli.running import document, run


def test_new_from_the_example_and_info(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "e.mission"
    assert document(capsys, "new", path, "--example", EXAMPLE)["name"] == "Canada Trade Mission to Mexico 2026"
    info = document(capsys, "info", path)
    assert [stop["name"] for stop in info["stops"]] == ["Mexico City", "Guadalajara", "Monterrey"]
    assert [sector["code"] for sector in info["sectors"]] == ["AM", "AG", "CT", "CI", "IT"]
    assert info["companies"] == {"delegation": {}, "counterpart": {}}
    assert info["format"] == 1
    code, _out, error = run(capsys, "new", path)
    assert code == 3
    assert "already a file" in error


def test_new_empty_mission_has_a_name_and_dates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "new", tmp_path / "Peru 2027.mission")[0] == 0
    assert "Peru 2027" in run(capsys, "info", tmp_path / "Peru 2027.mission")[1]


def test_backup_restore_and_history(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    copy = document(capsys, "backup", mission, tmp_path / "copy.mission")["path"]
    run(capsys, "set-status", mission, "declined", "--side", "delegation")
    assert "Set status to Declined" in run(capsys, "history", mission)[1]
    kept = document(capsys, "restore", mission, copy)["kept"]
    assert {row["status"] for row in document(capsys, "list", mission, "companies")} == {"accepted"}
    assert "declined" in run(capsys, "info", kept)[1]
