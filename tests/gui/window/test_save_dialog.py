"""The name of a file to be written is asked for."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from missionplanner.gui.window.save_dialog import MISSION_FILTER, ask_path


@pytest.mark.parametrize(("chosen", "path"), [("/b/mine.mission", Path("/b/mine.mission")), ("", None)])
def test_the_chosen_name_is_the_answer(monkeypatch: pytest.MonkeyPatch, chosen: str, path: Path | None) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: asked.append(words) or (chosen, ""))
    start = Path("/a/copy.mission")
    assert ask_path(None, "Save a copy", start, "Missions", MISSION_FILTER) == path  # type: ignore[arg-type]
    assert asked == [(None, "Save a copy", str(start), "Missions (*.mission)")]
