import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.start.news import VERSION, NewsList, NewsPane, is_due, points, versions
from missionplanner.gui.start.page import StartPage


def test_points_are_the_same_in_every_language() -> None:
    counts = {language: len(points(VERSION, language)) for language in i18n.LANGUAGES}
    assert counts == dict.fromkeys(i18n.LANGUAGES, counts["en"])
    assert counts["en"] > 0
    assert points("0.0", "en") == []


def test_every_version_of_the_changes_has_news_in_every_language() -> None:
    text = (Path(__file__).resolve().parents[3] / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## (\d+\.\d+)", text, re.MULTILINE)
    for language in i18n.LANGUAGES:
        assert versions(language) == list(dict.fromkeys([VERSION, *released]))
        assert [one for one in released if not points(one, language)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_help_lists_the_news_of_all_versions(qtbot: QtBot, language: str) -> None:
    i18n.use(language)
    found = NewsList()
    qtbot.addWidget(found)
    texts = [label.text() for label in found.findChildren(QLabel)]
    wanted = [f"•  {name}{rest}" for version in versions(language) for name, rest in points(version, language)]
    assert [text for text in texts if text.startswith("•")] == wanted


def test_a_first_start_has_no_news(qtbot: QtBot) -> None:
    settings.write("recent", [])
    assert [is_due(), is_due()] == [False, False]


@pytest.mark.parametrize("seen", ["", "0.1"])
def test_news_are_shown_after_an_update_until_they_are_put_away(qtbot: QtBot, tmp_path: Path, seen: str) -> None:
    (tmp_path / "one.mission").touch()
    settings.remember_file(tmp_path / "one.mission")
    settings.write("news_seen", seen)
    page = StartPage()
    qtbot.addWidget(page)
    page.show()
    assert page.news.isVisible()
    page.news.hide_button.click()
    assert not page.news.isVisible()
    again = NewsPane()
    qtbot.addWidget(again)
    assert (again.isHidden(), is_due()) == (True, False)


def test_news_are_no_window_of_their_own_before_they_stand_on_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "one.mission").touch()
    settings.remember_file(tmp_path / "one.mission")
    settings.write("news_seen", "0.1")
    pane = NewsPane()
    qtbot.addWidget(pane)
    assert (is_due(), pane.isVisible()) == (True, False)
