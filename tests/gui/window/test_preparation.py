from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from missionplanner.gui.window.preparation import Preparation
from missionplanner.scheduling import compiled_cache


@pytest.fixture
def preparation(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preparation:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return Preparation(qapp)


def test_it_ends_with_the_window(preparation: Preparation) -> None:
    preparation.begin()
    process = preparation.process
    assert process is not None
    preparation.stop()
    assert (process.is_alive(), preparation.process) == (False, None)


def test_it_is_done_once_on_a_computer(preparation: Preparation) -> None:
    compiled_cache.mark()
    preparation.begin()
    assert preparation.process is None


def test_it_begins_in_a_while(preparation: Preparation) -> None:
    preparation.start()
    assert (preparation._timer.isActive(), preparation.process) == (True, None)
    preparation.stop()
    assert not preparation._timer.isActive()
