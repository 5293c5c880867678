"""The page of milestones and tasks."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.gui.programme.milestones_page import MilestonesPage
from missionplanner.store.store import Store


def test_plans_are_taken_and_written(
    store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException]
) -> None:
    page = MilestonesPage(store)
    qtbot.addWidget(page)
    page.take_usual()
    page.refresh()
    assert (page.milestones.table.rows.rowCount(), page.tasks.table.rows.rowCount()) == (3, 18)
    for save, name in ((page.save_template, "p.csv"), (page.save_calendar, "p.ics")):
        target = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, target=target: (str(target), ""))
        save()
        assert target.stat().st_size > 500
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / "wrong.csv"), ""))
    (tmp_path / "wrong.csv").write_text("a,b\nc,d\n")
    page.take_file()
    assert [getattr(error, "text", "") for error in shown_errors] == ["wrong.csv is no template of a plan."]
