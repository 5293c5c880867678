"""The program runs as a module."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.running import make_mission

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    return make_mission(tmp_path / "m.mission")


def test_module_runs_as_a_program(mission: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "missionplanner", "info", mission], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Test mission\n")
    assert done.stderr == ""
