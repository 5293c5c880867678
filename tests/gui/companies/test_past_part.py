"""The part of earlier missions in the page of a company."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.companies.past_part import PastPartPane
from tests.builders import small_mission


def test_a_company_is_looked_up_in_a_folder_that_is_remembered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "past").mkdir()
    small_mission(tmp_path / "past" / "old.mission").close()
    with small_mission(tmp_path / "now.mission") as store:
        pane = PastPartPane(store)
        qtbot.addWidget(pane)
        pane.show_company(1)
        assert (pane.look.isEnabled(), pane.table.model().rowCount()) == (False, 0)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "past"))
        pane.choose.click()
        assert pane.table.model().rowCount() == 1
        assert pane.summary.text() == "1 mission, 0 meetings held, 0 no-shows"
        pane.show_company(2)
        assert (pane.look.isEnabled(), pane.table.model().rowCount()) == (True, 0)
        pane.look.click()
        assert pane.table.model().rowCount() == 1
        settings.write("missions_folder", str(tmp_path / "gone"))
        pane.look.click()
        assert pane.summary.text().startswith("There is no folder")
