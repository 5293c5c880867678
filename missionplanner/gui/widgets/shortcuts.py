"""Keys as people see them, and the commands a key pressed in a widget stands for."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from missionplanner.gui.commands import Command, command_of, commands_of, is_allowed
from missionplanner.i18n import _

if TYPE_CHECKING:
    from missionplanner.store.store import Store

_CLIPBOARD = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)
_STANDARD = {
    "Ctrl+O": QKeySequence.StandardKey.Open,
    "Ctrl+S": QKeySequence.StandardKey.Save,
    "Ctrl+Shift+S": QKeySequence.StandardKey.SaveAs,
    "Ctrl+P": QKeySequence.StandardKey.Print,
    "Ctrl+W": QKeySequence.StandardKey.Close,
    "Ctrl+Z": QKeySequence.StandardKey.Undo,
    "Ctrl+Shift+Z": QKeySequence.StandardKey.Redo,
    "Ctrl+F": QKeySequence.StandardKey.Find,
    "F1": QKeySequence.StandardKey.HelpContents,
    "F3": QKeySequence.StandardKey.FindNext,
    "Ctrl++": QKeySequence.StandardKey.ZoomIn,
    "Ctrl+-": QKeySequence.StandardKey.ZoomOut,
}
"""Acts for which systems have keys of their own, often several, by the key the program names."""
_ON_MACOS = {"Ctrl+H": "Ctrl+Y", "Del": "Backspace"}
"""Keys a Mac has for something else (it hides the program), or that its keyboards have not."""


def sequences(shortcut: str) -> list[QKeySequence]:
    """Return the keys of this system for a shortcut; the first is the one to show."""
    if sys.platform == "darwin" and shortcut in _ON_MACOS:
        return [QKeySequence(_ON_MACOS[shortcut]), *([QKeySequence(shortcut)] if shortcut == "Del" else [])]
    own = QKeySequence(shortcut)
    bindings = QKeySequence.keyBindings(_STANDARD[shortcut]) if shortcut in _STANDARD else []
    others = [one for one in bindings if one != own]
    return [own, *others] if own in bindings or not bindings else others


def keys_text(shortcut: str) -> str:
    """A shortcut as this system writes it; empty for none."""
    return sequences(shortcut)[0].toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(text: str, shortcut: str) -> str:
    """A tooltip: the text without its signs for a menu, and the shortcut behind it."""
    text = text.replace("&", "")
    return f"{text} ({keys_text(shortcut)})" if shortcut else text


def set_shortcut(method: Callable[..., Any], parent: QWidget, store: "Store") -> QShortcut:
    """Have the shortcut of a command’s method carry it out while the parent’s window is active.

    It is disabled like the buttons of commands.
    """
    command = command_of(method)
    keys = QShortcut(parent)
    keys.setKeys(sequences(command.shortcut))
    keys.setWhatsThis(_(command.text))
    keys.setEnabled(is_allowed(command, store))
    keys.activated.connect(lambda: method())
    return keys


def pressed(owner: object, event: QKeyEvent) -> tuple[Command, Callable[..., Any]] | None:
    """The command of an object whose shortcut this key is, with its bound method; None where there is none.

    For widgets that take keys only while they have the focus, such as single letters in a table.
    """
    for command, method in commands_of(owner):
        if command.shortcut and _is_pressed(command.shortcut, event):
            return command, method
    return None


def _is_pressed(shortcut: str, event: QKeyEvent) -> bool:
    sequence = QKeySequence(shortcut)
    for standard in _CLIPBOARD:  # Shift+Ins pastes as well as Ctrl+V
        if sequence in QKeySequence.keyBindings(standard):
            return event.matches(standard)
    if len(shortcut) == 1 and event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
        Qt.KeyboardModifier.ShiftModifier,
    ):
        return event.text().upper() == shortcut  # digits are typed with Shift on a French keyboard
    return QKeySequence(event.keyCombination()) in sequences(shortcut)
