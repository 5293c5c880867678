"""The menus show the commands of the objects they were filled with."""

import logging
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.window.menus import Menus
from tests.gui.conftest import Opener


class Acts:
    """Commands as the window has them."""

    def __init__(self) -> None:
        self.done: list[str] = []

    @command("Import…", "Ctrl+I", "upload", "&File", Needs.WRITING)
    def import_file(self) -> None:
        self.done.append("import")

    @command("Undo", "Ctrl+Z", "", "&Edit", Needs.WRITING)
    def undo(self) -> None:
        self.done.append("undo")

    @command("Overview", "", "", "&Go")
    def show_overview(self) -> None:
        self.done.append("overview")

    @command("As the system", menu="&View", needs=Needs.NOTHING)
    def theme_system(self) -> None:
        self.done.append("system")

    @command("Light", menu="&View", needs=Needs.NOTHING)
    def theme_light(self) -> None:
        self.done.append("light")

    @command("Dark", menu="&View", needs=Needs.NOTHING)
    def theme_dark(self) -> None:
        self.done.append("dark")

    @command("On its screen alone")
    def hidden(self) -> None:
        """In no menu."""


@pytest.fixture
def acts() -> Acts:
    """Nothing is done yet."""
    return Acts()


@pytest.fixture
def menus(qtbot: QtBot, acts: Acts) -> Menus:
    """The menus of a window, filled."""
    window = QMainWindow()
    qtbot.addWidget(window)
    settings.write("theme", "light")
    found = Menus(window, lambda method: method())
    found.setProperty("window", window)
    found.fill([acts])
    return found


def entries(menus: Menus, title: str) -> list[str]:
    """The texts of a menu."""
    return [action.text().replace("&", "") for action in menus._menus[title].actions() if not action.isSeparator()]


def test_titles_are_there_at_once(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, lambda method: method())
    assert [action.text() for action in window.menuBar().actions()] == ["&File", "&Edit", "&Go", "&View", "&Help"]
    assert menus.actions == {}


def test_titles_are_in_the_language_of_the_screen_and_stand_once(menus: Menus) -> None:
    i18n.use("fr")
    menus.show_titles()
    bar = menus.property("window").menuBar()
    assert bar.actions()[0].text() == i18n.translator("fr")("&File")
    assert len(bar.actions()) == 5


def test_commands_stand_in_their_menus_and_nowhere_else(menus: Menus) -> None:
    assert entries(menus, "&File") == ["Recent missions", "Import…"]
    assert entries(menus, "&Edit") == ["Undo"]
    assert entries(menus, "&View") == ["As the system", "Light", "Dark", "Language"]
    assert entries(menus, "&Help") == []
    assert "hidden" not in menus.actions


def test_an_entry_carries_its_command_out(menus: Menus, acts: Acts) -> None:
    menus.actions["import_file"].trigger()
    assert (acts.done, menus.actions["import_file"].shortcut().toString()) == (["import"], "Ctrl+I")


@pytest.mark.parametrize(
    ("is_open", "is_writable", "allowed"),
    [
        (False, False, ["theme_system", "theme_light", "theme_dark"]),
        (True, False, ["show_overview", "theme_system", "theme_light", "theme_dark"]),
        (True, True, ["import_file", "undo", "show_overview", "theme_system", "theme_light", "theme_dark"]),
    ],
)
def test_only_what_can_be_carried_out_is_enabled(
    menus: Menus, is_open: bool, is_writable: bool, allowed: list[str]
) -> None:
    menus.allow(is_open, is_writable)
    assert [name for name, action in menus.actions.items() if action.isEnabled()] == allowed
    assert [one.name for one, _lead in menus.entries()] == allowed


def test_entries_lead_to_their_commands(menus: Menus, acts: Acts) -> None:
    for _one, lead in menus.entries():
        lead()
    assert acts.done == ["import", "undo", "overview", "system", "light", "dark"]


def test_a_step_is_named_beside_undo(menus: Menus) -> None:
    menus.name_step("undo", "Set status")
    assert (menus.actions["undo"].text(), menus.actions["undo"].isEnabled()) == ("&Undo: Set status", True)
    menus.name_step("undo", "")
    assert (menus.actions["undo"].text(), menus.actions["undo"].isEnabled()) == ("&Undo", False)


def test_theme_and_language_in_use_are_ticked(menus: Menus, qtbot: QtBot) -> None:
    ticked = [name for name, action in menus.actions.items() if action.isChecked()]
    languages = menus._menus["&View"].actions()[-1].menu()
    assert (ticked, [one.text() for one in languages.actions() if one.isChecked()]) == (["theme_light"], ["English"])
    with qtbot.waitSignal(menus.language_chosen) as chosen:
        languages.actions()[1].trigger()
    assert chosen.args == ["fr"]


def test_recent_missions_are_those_that_are_still_there(menus: Menus, qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "there.mission"
    there.write_text("x")
    settings.write("recent", [str(tmp_path / "gone.mission"), str(there)])
    recent = next(found for action in menus._menus["&File"].actions() if (found := action.menu()))
    recent.aboutToShow.emit()
    recent.aboutToShow.emit()
    assert [(action.text(), action.toolTip()) for action in recent.actions()] == [("&1  there", str(there))]
    with qtbot.waitSignal(menus.recent_chosen) as chosen:
        recent.actions()[0].trigger()
    assert chosen.args == [str(there)]


def test_groups_are_parted_by_lines_and_entries_have_letters(menus: Menus) -> None:
    shown = [action.text() or "-" for action in menus._menus["&File"].actions()]
    assert shown == ["&Recent missions", "-", "&Import…"]
    assert [action.text() for action in menus._menus["&View"].actions()] == [
        "&As the system", "&Light", "&Dark", "La&nguage",
    ]  # fmt: skip


def test_menus_have_all_keys_of_the_system_and_no_key_stands_twice(open_window: Opener) -> None:
    actions = open_window(None).menus.actions
    keys = {name: [one.toString() for one in action.shortcuts()] for name, action in actions.items()}
    assert keys["redo"][0] == "Ctrl+Shift+Z"
    assert "Ctrl+Y" in keys["redo"]
    every = [key for found in keys.values() for key in found]
    assert sorted(every) == sorted(set(every))


def test_a_mac_shows_two_commands_in_the_menu_of_the_program(open_window: Opener) -> None:
    roles = {name: action.menuRole() for name, action in open_window(None).menus.actions.items()}
    assert {name: role for name, role in roles.items() if role != QAction.MenuRole.NoRole} == {
        "about": QAction.MenuRole.AboutRole,
        "quit": QAction.MenuRole.QuitRole,
    }


def test_commands_that_are_carried_out_are_named_in_the_log(menus: Menus, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "missionplanner"):
        menus.actions["undo"].trigger()
    assert [record.getMessage() for record in caplog.records] == ["command undo"]
