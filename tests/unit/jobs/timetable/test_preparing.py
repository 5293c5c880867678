from pathlib import Path

import pytest

from missionplanner.jobs.timetable import preparing
from missionplanner.scheduling import compiled_cache


def test_is_due_until_it_was_done_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert preparing.is_due()
    compiled_cache.mark()
    assert not preparing.is_due()


def test_start_begins_a_process_that_ends_with_the_program() -> None:
    process = preparing.start()
    assert (process.daemon, process.is_alive()) == (True, True)
    process.terminate()
    process.join()
