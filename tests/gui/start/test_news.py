from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.start.news import VERSION, NewsPane, is_due, points
from missionplanner.gui.start.page import StartPage


def test_points_are_the_same_in_every_language() -> None:
    counts = {language: len(points(VERSION, language)) for language in i18n.LANGUAGES}
    assert counts == dict.fromkeys(i18n.LANGUAGES, counts["en"])
    assert counts["en"] > 0
    assert points("0.0", "en") == []


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
