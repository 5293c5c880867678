"""What fingers do to fields: type into one, leave it."""

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def leave(editor: QWidget) -> None:
    """Leave a field, as Tab does."""
    keys = editor.focusProxy() or editor
    QApplication.sendEvent(keys, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


def enter(editor: Any, text: str) -> None:
    """Type a text into a field in the place of what is there, and leave it."""
    editor.setText(text)
    leave(editor)


def keys(line: QWidget, text: str) -> None:
    """Press a key for each character, accents too, which QTest has no keys for."""
    for character in text:
        QApplication.sendEvent(
            line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        )
