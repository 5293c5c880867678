"""Small missions for the engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three companies a side, four slots, two tables."""
    with small_mission(tmp_path / "m.mission") as found:
        yield found
