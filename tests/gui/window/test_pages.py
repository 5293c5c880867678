"""Pages within screens and settings, found by their names."""

import pytest
from PySide6.QtWidgets import QDialog

from missionplanner.gui.commands import Needs
from missionplanner.gui.outcomes import screen as outcomes
from missionplanner.gui.programme import screen as programme
from missionplanner.gui.programme import settings_dialog
from missionplanner.gui.window.finder import Finder
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.pages import pages


def test_every_list_of_the_programme_page_of_the_outcomes_and_of_the_settings_is_found(window: MainWindow) -> None:
    commands = window.session.commands
    found = pages(commands.navigation, commands.on_screens, commands.mission)
    assert [one.text for one in found] == [
        *(f"Programme: {title}" for title in programme.TITLES),
        *(f"Outcomes: {title}" for title in outcomes.PAGES),
        *(f"Mission settings: {title}" for title in settings_dialog.PAGES.values()),
    ]
    assert {one.text for one in found if one.needs is Needs.WRITING} == {
        f"Mission settings: {title}" for title in settings_dialog.PAGES.values()
    }


def test_a_page_is_gone_to_from_the_finder(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    typed = ["intents", "evaluation forms", "settings sectors"]

    def answer(dialog: QDialog) -> int:
        if isinstance(dialog, Finder):
            dialog.line.setText(typed.pop(0))
            dialog._take()
        elif isinstance(dialog, settings_dialog.MissionSettings):
            shown.append(dialog.tabs.tabText(dialog.tabs.currentIndex()))
        return 0

    monkeypatch.setattr(QDialog, "exec", answer)
    for _time in range(3):
        window.do("find")
    tabs = [window.screens[name].tabs for name in ("programme", "outcomes")]
    assert [one.tabText(one.currentIndex()) for one in tabs] == ["Intents (9)", "Evaluation forms"]
    assert shown == ["Sectors"]


def test_without_a_mission_no_page_is_found(window: MainWindow) -> None:
    window.workspace.close()
    assert list(window.session.commands._pages(window.menus)) == []


def test_of_a_mission_open_for_reading_the_settings_are_not_found(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.workspace.store), "read_only", True)
    texts = [text for text, _lead in window.session.commands._pages(window.menus)]
    assert ("Programme: Intents" in texts, "Mission settings: Sectors" in texts) == (True, False)
