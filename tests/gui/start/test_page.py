"""The start page: what to begin with, and recent missions that are still there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.start.page import StartPage


@pytest.fixture
def page(qtbot: QtBot) -> StartPage:
    settings.write("recent", [])
    found = StartPage()
    qtbot.addWidget(found)
    return found


@pytest.mark.parametrize(
    ("text", "signal"),
    [("New mission…", "new_asked"), ("Try the example mission…", "example_asked"), ("Open…", "open_asked")],
)
def test_buttons_ask_for_a_mission(page: StartPage, qtbot: QtBot, text: str, signal: str) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == text)
    with qtbot.waitSignal(getattr(page, signal)):
        button.click()


def test_recent_missions_are_listed_while_they_are_there(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert page.recent.isHidden()
    path = tmp_path / "one.mission"
    path.touch()
    settings.remember_file(path)
    page.refresh()
    assert [page.recent.item(row).text() for row in range(page.recent.count())] == [f"one\n{tmp_path}"]
    assert not page.recent.isHidden()
    with qtbot.waitSignal(page.path_asked) as asked:
        page.recent.itemActivated.emit(page.recent.item(0))
    assert [Path(argument) for argument in asked.args] == [path]
    path.unlink()
    page.refresh()
    assert (page.recent.count(), page.recent.isHidden()) == (0, True)


def test_the_home_folder_is_shown_as_a_tilde(page: StartPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "missions").mkdir()
    (tmp_path / "missions" / "one.mission").touch()
    settings.remember_file(tmp_path / "missions" / "one.mission")
    page.refresh()
    assert page.recent.item(0).text() == f"one\n{Path('~') / 'missions'}"
