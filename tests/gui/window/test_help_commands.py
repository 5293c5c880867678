"""The guide, the tour, the list of shortcuts, what program this is."""

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from missionplanner import __version__, i18n
from missionplanner.gui.commands import command_of, commands_in
from missionplanner.gui.guide.guide_window import GuideWindow
from missionplanner.gui.guide.tour import Tour
from missionplanner.gui.window.about import AboutDialog
from missionplanner.gui.window.help_commands import HelpCommands
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import Navigation
from missionplanner.gui.window.shortcut_list import ShortcutList


@pytest.fixture
def helping(qtbot: QtBot) -> HelpCommands:
    """The commands of the Help menu, on the screen of people."""
    parent = QWidget()
    qtbot.addWidget(parent)
    found = HelpCommands(parent, lambda: [command_of(HelpCommands.user_guide)], lambda: "people", lambda _name: None)
    found.parent = parent  # type: ignore[attr-defined]
    return found


def guides(helping: HelpCommands) -> list[GuideWindow]:
    """The windows of the guide there are."""
    return helping.parent.findChildren(GuideWindow)  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_guide_is_shown_at_the_chapter_of_the_screen(helping: HelpCommands, language: str) -> None:
    i18n.use(language)
    helping.user_guide()
    (guide,) = guides(helping)
    wanted = next(one for one in guide.chapters if "people" in one.names)
    assert (guide.windowTitle(), guide.page.toPlainText().splitlines()[0], guide.isModal()) == (
        i18n.translator(language)("User guide"),
        wanted.title,
        False,
    )


def test_guide_that_is_open_turns_to_another_chapter(helping: HelpCommands) -> None:
    helping.user_guide()
    helping.show_chapter("day")
    (guide,) = guides(helping)
    assert guide.contents.currentItem().text(0) == next(one.title for one in guide.chapters if "day" in one.names)


def test_guide_and_tour_go_when_the_language_changes(helping: HelpCommands, qtbot: QtBot) -> None:
    helping.user_guide()
    helping.take_tour()
    helping.renew()
    qtbot.waitUntil(lambda: not guides(helping))
    assert helping.parent.findChildren(Tour) == []  # type: ignore[attr-defined]


def test_second_tour_takes_the_place_of_the_first(helping: HelpCommands, qtbot: QtBot) -> None:
    helping.take_tour()
    helping.take_tour()
    qtbot.waitUntil(lambda: len(helping.parent.findChildren(Tour)) == 1)  # type: ignore[attr-defined]


def test_every_screen_has_a_sign_that_leads_to_its_chapter(window: MainWindow) -> None:
    names = []
    for command in ("show_companies", "show_day"):
        window.do(command)
        screen = window.session.stack.currentWidget()
        screen.help_button.click()  # type: ignore[attr-defined]
        guide = window.findChild(GuideWindow)
        assert guide is not None
        names.append(guide.chapters[guide.contents.currentItem().data(0, 256)].names)
    assert names == [("companies",), ("day",)]


def test_every_screen_has_a_chapter(window: MainWindow) -> None:
    for one in commands_in(Navigation):
        window.do(one.name)
    guide = GuideWindow(window)
    known = {name for one in guide.chapters for name in one.names}
    assert set(window.screens) - known == set()


def test_shortcuts_can_be_searched(helping: HelpCommands, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def look(dialog: QDialog) -> int:
        found = dialog.findChild(ShortcutList)
        assert found is not None
        shown.extend([dialog.windowTitle(), *(found.table.rows.text(0, column) for column in range(3))])
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    helping.show_shortcuts()
    assert shown == ["Keyboard shortcuts", "Help", "F1", "User guide"]


def test_version_is_shown(helping: HelpCommands, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(AboutDialog, "exec", lambda dialog: shown.append(dialog.version.text()))
    helping.about()
    assert shown == [f"Trade Mission Planner {__version__}"]


def test_news_and_the_report_of_a_problem_are_shown(helping: HelpCommands, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()) or 0)
    helping.whats_new()
    helping.report_problem()
    helping.offer_report(["Fatal Python error: Aborted"])
    assert shown == ["What’s new", "Report of a problem", "Report of a problem"]
