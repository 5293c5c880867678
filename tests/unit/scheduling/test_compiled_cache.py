from pathlib import Path

import pytest

from missionplanner.scheduling import compiled_cache


def test_is_filled_once_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert not compiled_cache.is_filled()
    compiled_cache.mark()
    assert compiled_cache.is_filled()
    assert compiled_cache.folder().is_relative_to(tmp_path)


def test_mark_does_without_a_disk_that_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    compiled_cache.mark()
    assert not compiled_cache.is_filled()
