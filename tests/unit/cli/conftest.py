"""What tests of commands work on."""

import shutil
from pathlib import Path

import pytest

from tests.unit.cli.running import make_mission


@pytest.fixture(scope="session")
def mission_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small mission in which everybody of the delegation asks for every counterpart."""
    return make_mission(tmp_path_factory.mktemp("mission") / "m.mission")


@pytest.fixture
def mission(mission_file: Path, tmp_path: Path) -> Path:
    """An own copy of that mission."""
    return Path(shutil.copy(mission_file, tmp_path / "m.mission"))
