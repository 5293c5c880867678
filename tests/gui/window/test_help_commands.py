"""The guide, the list of shortcuts, what program this is."""

import pytest
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from missionplanner import __version__, i18n
from missionplanner.gui.commands import command_of
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.window.help_commands import HelpCommands


@pytest.fixture
def helping(qtbot: QtBot) -> HelpCommands:
    """The commands of the Help menu."""
    parent = QWidget()
    qtbot.addWidget(parent)
    found = HelpCommands(parent, lambda: [command_of(HelpCommands.user_guide)])
    found.parent = parent  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_guide_is_shown(helping: HelpCommands, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    shown: list[str] = []

    def look(dialog: QDialog) -> int:
        browser = dialog.findChild(QTextBrowser)
        assert browser is not None
        shown.extend([dialog.windowTitle(), browser.toPlainText()])
        return 0

    i18n.use(language)
    monkeypatch.setattr(QDialog, "exec", look)
    helping.user_guide()
    assert (shown[0], len(shown[1]) > 5000) == (i18n.translator(language)("User guide"), True)


def test_shortcuts_begin_with_those_of_the_menus(helping: HelpCommands, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def look(dialog: QDialog) -> int:
        table = dialog.findChild(DataTable)
        assert table is not None
        shown.extend([dialog.windowTitle(), table.rows.text(0, 0), table.rows.text(0, 1)])
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    helping.show_shortcuts()
    assert shown == ["Keyboard shortcuts", "F1", "User guide"]


def test_version_is_told(helping: HelpCommands, told: list[tuple[str, str]]) -> None:
    helping.about()
    assert told == [
        (f"Trade Mission Planner {__version__}", "Plans trade missions in one local file. Apache-2.0 licence.")
    ]
