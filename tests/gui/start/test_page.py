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
    [("New mission…", "new_asked"), ("Try the full example", "example_asked"), ("Open…", "open_asked")],
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
    assert not page.recent.isHidden()
    with qtbot.waitSignal(page.path_asked) as asked:
        page.recent.itemActivated.emit(page.recent.item(0))
    assert [Path(argument) for argument in asked.args] == [path]
    path.unlink()
    page.refresh()
    assert (page.recent.count(), page.recent.isHidden()) == (0, True)


@pytest.mark.parametrize(("width", "direction"), [(1200, "LeftToRight"), (700, "TopToBottom")])
def test_columns_stand_below_one_another_where_they_would_be_narrow(
    page: StartPage, width: int, direction: str
) -> None:
    page.resize(width, 600)
    page.show()
    assert page._columns.direction().name == direction
