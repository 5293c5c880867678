"""Keys: how they are written, and which command of a widget a key stands for."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.shortcuts import keys_text, pressed, sequences, set_shortcut, with_keys
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store

K, M = Qt.Key, Qt.KeyboardModifier


class Lamp(QWidget):
    """A widget with commands."""

    on = 0

    @command("Paste", "Ctrl+V")
    def paste(self) -> None:
        """Standard keys."""

    @command("Late", "T")
    def late(self) -> None:
        """A letter."""

    @command("Must meet", "1", needs=Needs.WRITING)
    def must(self) -> None:
        """A digit."""

    @command("Switch on", "Shift+Space")
    def switch_on(self, times: int = 1) -> None:
        self.on += times


CASES = [
    (K.Key_V, M.ControlModifier, "\x16", "paste"),
    (K.Key_Insert, M.ShiftModifier, "", "paste"),
    (K.Key_T, M.NoModifier, "t", "late"),
    (K.Key_T, M.ShiftModifier, "T", "late"),
    (K.Key_T, M.ControlModifier, "\x14", ""),
    (K.Key_T, M.AltModifier, "t", ""),
    (K.Key_1, M.KeypadModifier, "1", "must"),
    (K.Key_Ampersand, M.ShiftModifier, "1", "must"),
    (K.Key_Space, M.ShiftModifier, " ", "switch_on"),
    (K.Key_Space, M.NoModifier, " ", ""),
]


@pytest.mark.parametrize(("key", "modifiers", "text", "name"), CASES)
def test_a_pressed_key_is_a_command(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, name: str
) -> None:
    lamp = Lamp()
    qtbot.addWidget(lamp)
    found = pressed(lamp, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
    assert (found[0].name if found else "") == name
    if found:
        assert found[1] == getattr(lamp, name)


def test_shortcut_of_a_method_carries_it_out(qtbot: QtBot, store: Store) -> None:
    lamp = Lamp()
    qtbot.addWidget(lamp)
    keys = set_shortcut(lamp.switch_on, lamp, store)
    keys.activated.emit()
    assert (lamp.on, keys.key().toString(), keys.whatsThis()) == (1, "Shift+Space", "Switch on")
    assert lamp.findChild(QShortcut) is keys


def test_shortcut_of_what_writes_is_disabled_in_a_mission_for_reading_only(
    qtbot: QtBot, read_only_workspace: Workspace
) -> None:
    lamp = Lamp()
    qtbot.addWidget(lamp)
    store = read_only_workspace.store
    assert [set_shortcut(method, lamp, store).isEnabled() for method in (lamp.late, lamp.must)] == [True, False]


def test_keys_stand_behind_the_text() -> None:
    assert [with_keys("&Save", "Ctrl+S"), with_keys("&Save", ""), keys_text("")] == ["Save (Ctrl+S)", "Save", ""]


@pytest.mark.parametrize(
    ("shortcut", "bindings", "expected"),
    [
        ("Ctrl+Shift+Z", ["Ctrl+Y", "Ctrl+Shift+Z"], ["Ctrl+Shift+Z", "Ctrl+Y"]),
        ("Ctrl+Shift+Z", ["Ctrl+Y"], ["Ctrl+Y"]),
        ("F1", ["Ctrl+?"], ["Ctrl+?"]),
        ("Ctrl+P", [], ["Ctrl+P"]),
        ("Ctrl+K", ["Ctrl+J"], ["Ctrl+K"]),
        ("", ["Ctrl+J"], [""]),
    ],
)
def test_keys_are_those_of_the_system_where_it_has_some(
    monkeypatch: pytest.MonkeyPatch, shortcut: str, bindings: list[str], expected: list[str]
) -> None:
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _key: [QKeySequence(one) for one in bindings])
    assert [one.toString() for one in sequences(shortcut)] == expected
    assert keys_text(shortcut) == expected[0]


def test_a_mac_keeps_its_own_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    found = {key: [one.toString() for one in sequences(key)] for key in ("Ctrl+H", "Del", "Ctrl+K")}
    assert found == {"Ctrl+H": ["Ctrl+Y"], "Del": ["Backspace", "Del"], "Ctrl+K": ["Ctrl+K"]}


def test_all_keys_of_a_system_press_a_command(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Redoing(QWidget):
        @command("Redo", "Ctrl+Shift+Z")
        def redo(self) -> None:
            """Done again."""

    widget = Redoing()
    qtbot.addWidget(widget)
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _key: [QKeySequence("Ctrl+Y")])
    shortcut = set_shortcut(widget.redo, widget, store)
    taken = shortcut.keys()
    assert [one.toString() for one in taken] == ["Ctrl+Y"]
    found = pressed(widget, QKeyEvent(QEvent.Type.KeyPress, K.Key_Y, M.ControlModifier, "\x19"))
    assert found is not None
    assert found[0].name == "redo"
