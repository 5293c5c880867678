"""The command demo refuses what it cannot do; the whole of it is a journey (tests/journeys/test_demo.py)."""

from pathlib import Path

import pytest

from missionplanner.jobs.starts.example import EXAMPLE
from tests.unit.cli.running import run


def test_demo_needs_a_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    error = f"{tmp_path / 'file'} is no folder. Choose another place.\n"
    assert run(capsys, "demo", tmp_path / "file") == (3, "", error)


def test_demo_takes_the_place_of_no_mission(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "d" / f"{EXAMPLE}.mission"
    path.parent.mkdir()
    path.write_text("mine")
    code, out, error = run(capsys, "demo", path.parent)
    assert (code, out) == (3, "")
    assert error.startswith(f"There is already a file {path.name}.")
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert path.read_text() == "mine"
