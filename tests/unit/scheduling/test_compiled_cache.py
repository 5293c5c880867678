from pathlib import Path

import pytest

from missionplanner.scheduling import compiled_cache, compiled_library


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


def test_a_library_made_from_these_modules_makes_the_cache_needless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(compiled_cache, "__file__", str(tmp_path / "compiled_cache.py"))
    assert compiled_cache.library() is None
    (tmp_path / compiled_library.name("of other modules")).touch()
    assert compiled_cache.library() is None
    made = tmp_path / compiled_library.name(compiled_cache.digest())
    made.touch()
    assert compiled_cache.library() == made
    assert compiled_cache.is_filled()
    compiled_cache.mark()
    assert not (tmp_path / "cache").exists()
