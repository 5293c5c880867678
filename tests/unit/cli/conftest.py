"""What tests of commands work on."""

from pathlib import Path

import pytest

from tests.unit.cli.running import make_mission


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    """The file of a small mission in which everybody of the delegation asks for every counterpart."""
    return make_mission(tmp_path / "m.mission")
