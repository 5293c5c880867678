"""The command past."""

from pathlib import Path

import pytest

from tests.builders import small_mission
from tests.unit.cli.running import document, run


def test_what_a_company_did_is_printed(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    folder = tmp_path / "past"
    folder.mkdir()
    small_mission(folder / "old.mission").close()
    _code, out, _error = run(capsys, "past", mission, "d1", "--folder", folder)
    assert out.splitlines()[-1] == "1 mission, 0 meetings held, 0 no-shows"
    found = document(capsys, "past", mission, "D1", "--folder", folder)
    assert found["unread"] == []
    assert [(row["mission"], row["file"], row["status"], row["meetings"]) for row in found["parts"]] == [
        ("Test mission", "old.mission", "Accepted", 0)
    ]
    code, _out, error = run(capsys, "past", mission, "Nobody", "--folder", folder)
    assert (code, error.startswith("There is no company “Nobody”.")) == (3, True)
