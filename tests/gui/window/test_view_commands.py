"""Theme and language change at once, on the same screen."""

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.commands import commands_in
from missionplanner.gui.widgets import theme
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import Navigation
from missionplanner.user import user_name
from tests.builders import small_mission

SCREENS = [one.name.removeprefix("show_") for one in commands_in(Navigation)]


def screen(window: MainWindow, name: str) -> Any:
    window.do(f"show_{name}")
    return window.screens[name]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_language_changes_at_once(window: MainWindow, language: str) -> None:
    window.session.commands.view.use_language(language)
    names = [window.navigation.item(row).text() for row in range(6)]
    assert names[1] == {"fr": "Entreprises", "es": "Empresas"}[language]
    for name in SCREENS:
        screen(window, name)
    window.session.commands.view.use_language("en")
    assert window.navigation.item(1).text() == "Companies"


@pytest.mark.parametrize("name", ["dark", "light", "system"])
def test_theme_changes_at_once(window: MainWindow, name: str) -> None:
    window.do(f"theme_{name}")
    assert settings.read("theme") == name
    assert (theme.colours() is theme.DARK) is (name == "dark")
    screen(window, "companies")


def test_a_name_is_asked_for_once_where_the_login_is_nobodys(
    open_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fill_dialogs: Callable[..., None]
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "root")
    small_mission(tmp_path / "m.mission").close()
    window = open_window(tmp_path / "m.mission")
    button = window.status.findChild(QPushButton)
    assert (button.text(), button.isVisibleTo(window)) == ("What is your name?", True)
    window.session.commands.view.use_language("fr")
    assert button.text() == i18n.translator("fr")("What is your name?") != "What is your name?"
    window.session.commands.view.use_language("en")
    fill_dialogs(text="Zoë Côté")
    button.click()
    assert (user_name(), button.isVisibleTo(window)) == ("Zoë Côté", False)
