"""The small missions that jobs are tested with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three companies a side, four slots, two tables; everybody is accepted."""
    with small_mission(tmp_path / "m.mission") as found:
        yield found


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A mission without companies."""
    with small_mission(tmp_path / "empty.mission", 0, 0) as found:
        yield found
