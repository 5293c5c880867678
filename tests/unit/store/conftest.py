"""A small mission, and one with a secret in it; the copies the program keeps are of the test alone."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.store.file import copies
from missionplanner.store.store import Store
from tests.builders import key_of, meet, small_mission

SECRET = "Zoé Côté-Ünïque"


@pytest.fixture(autouse=True)
def _own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "data_folder", lambda: tmp_path / "data")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A small mission, open."""
    with small_mission(tmp_path / "m.mission") as found:
        yield found


@pytest.fixture
def copy(store: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the small mission, open for writing as well."""
    with Store.open(Path(shutil.copy(store.path, tmp_path / "copy.mission"))) as found:
        yield found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small mission with a meeting and a company of a secret name, closed."""
    found = tmp_path / "m.mission"
    with small_mission(found) as store:
        meet(store, "D1", "C1", slot=0, table=1)
        with store.change(message("Secret")) as change:
            change.update(replace(store.get(Company, key_of(store, "D1")), name=SECRET))
    return found
