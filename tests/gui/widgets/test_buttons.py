"""Buttons: what stands on a command’s method is on its button, and pressing it carries the command out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.commands import Needs, command, command_of
from missionplanner.gui.widgets.buttons import (
    accept_or_cancel,
    command_action,
    command_button,
    command_tool_button,
    make_button,
    press_with_enter,
    tool_button,
)
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store


class Lamp(QWidget):
    """A widget with commands."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[object] = []

    @command("Switch &on", "Ctrl+Shift+O", "sun")
    def switch_on(self, brightness: int = 100) -> None:
        self.done.append(brightness)

    @command("Switch off")
    def switch_off(self) -> None:
        self.done.append("off")

    @command("Screw in", "Ctrl+I", "plus", needs=Needs.WRITING)
    def screw_in(self) -> None:
        self.done.append("in")

    def plain(self) -> None:
        """No command."""


@pytest.fixture
def lamp(qtbot: QtBot) -> Lamp:
    """A lamp that does nothing yet."""
    found = Lamp()
    qtbot.addWidget(found)
    return found


def test_button_has_the_text_shortcut_and_icon_of_its_command(lamp: Lamp, store: Store) -> None:
    button = command_button(lamp.switch_on, store)
    keys = button.findChild(QShortcut)
    assert (button.text(), button.toolTip(), button.icon().isNull()) == (
        "Switch &on",
        "Switch on (Ctrl+Shift+O)",
        False,
    )
    assert keys is not None
    assert (keys.key().toString(), keys.whatsThis()) == ("Ctrl+Shift+O", "Switch &on")


def test_button_of_a_plain_command_has_no_shortcut_and_no_icon(lamp: Lamp, store: Store) -> None:
    button = command_button(lamp.switch_off, store, primary=True)
    assert (button.findChild(QShortcut), button.icon().isNull(), button.objectName()) == (None, True, "primary")


def test_pressed_button_calls_the_method_with_its_own_defaults(lamp: Lamp, qtbot: QtBot, store: Store) -> None:
    button = command_button(lamp.switch_on, store)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert lamp.done == [100]


def test_shortcut_of_a_button_presses_it(lamp: Lamp, qtbot: QtBot, store: Store) -> None:
    button = command_button(lamp.switch_on, store)
    keys = button.findChild(QShortcut)
    assert keys is not None
    keys.activated.emit()
    button.setEnabled(False)
    keys.activated.emit()
    assert lamp.done == [100]


def test_button_may_carry_the_command_out_in_another_way(lamp: Lamp, qtbot: QtBot, store: Store) -> None:
    qtbot.mouseClick(command_button(lamp.switch_on, store, lambda: lamp.switch_on(5)), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(command_tool_button(lamp.switch_on, store), Qt.MouseButton.LeftButton)
    assert lamp.done == [5, 100]


def test_a_method_without_a_command_has_no_button(lamp: Lamp, store: Store) -> None:
    with pytest.raises(KeyError):
        command_button(lamp.plain, store)


def test_entry_of_a_menu_shows_the_shortcut_and_carries_out(lamp: Lamp, store: Store) -> None:
    action = command_action(command_of(lamp.switch_on), lambda: lamp.switch_on(7), lamp, store)
    action.trigger()
    assert (action.text(), action.shortcut().toString(), action.icon().isNull()) == (
        "Switch &on",
        "Ctrl+Shift+O",
        False,
    )
    assert action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
    assert lamp.done == [7]


def test_entry_of_a_command_without_shortcut_or_icon_has_neither(lamp: Lamp, store: Store) -> None:
    action = command_action(command_of(lamp.switch_off), lamp.switch_off, lamp, store)
    assert (action.shortcut().toString(), action.icon().isNull()) == ("", True)


def test_tool_button_says_its_name_and_keys(lamp: Lamp, store: Store) -> None:
    button = tool_button("Next day", "chevron-right", "Ctrl+PgDown")
    assert (button.accessibleName(), button.toolTip()) == ("Next day", "Next day (Ctrl+PgDown)")
    assert (button.shortcut().toString(), button.focusPolicy()) == ("Ctrl+PgDown", Qt.FocusPolicy.TabFocus)
    assert tool_button("Close", "x").toolTip() == "Close"
    assert command_tool_button(lamp.switch_on, store).toolTip() == "Switch on (Ctrl+Shift+O)"


def test_enter_presses_the_button_that_accepts(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    buttons, accept = accept_or_cancel(dialog, "Make it", "check")
    assert [one.isDefault() for one in (accept, buttons.button(QDialogButtonBox.StandardButton.Cancel))] == [
        True,
        False,
    ]
    with qtbot.waitSignal(dialog.accepted):
        accept.click()
    with qtbot.waitSignal(dialog.rejected):
        buttons.button(QDialogButtonBox.StandardButton.Cancel).click()


def test_one_button_of_several_is_the_default() -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close)
    mine = make_button("Mine")
    buttons.addButton(mine, QDialogButtonBox.ButtonRole.ActionRole)
    press_with_enter(mine, buttons)
    default = [one.text().replace("&", "") for one in buttons.buttons() if one.isDefault() and one.autoDefault()]
    assert default == ["Mine"]


def test_enter_presses_the_button_that_does_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    line = QLineEdit()
    layout = QVBoxLayout(dialog)
    layout.addWidget(line)
    layout.addWidget(accept_or_cancel(dialog, "Do it", "check")[0])
    dialog.show()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def can_be_used(lamp: Lamp, store: Store) -> list[bool]:
    """Whether what reads and what writes is enabled, as a button, a button with an icon, an entry of a menu."""
    reads, writes = lamp.switch_on, lamp.screw_in
    found = [
        *(command_button(method, store) for method in (reads, writes)),
        *(command_tool_button(method, store) for method in (reads, writes)),
        *(command_action(command_of(method), method, lamp, store) for method in (reads, writes)),
    ]
    return [one.isEnabled() for one in found]


def test_what_writes_is_disabled_in_a_mission_for_reading_only(lamp: Lamp, read_only_workspace: Workspace) -> None:
    assert can_be_used(lamp, read_only_workspace.store) == [True, False] * 3


def test_what_writes_is_enabled_in_a_mission_that_can_be_written(lamp: Lamp, store: Store) -> None:
    assert can_be_used(lamp, store) == [True, True] * 3
