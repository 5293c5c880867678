"""The size a dialog opens with: as wanted, but never larger than its screen."""

from PySide6.QtWidgets import QDialog

_FRAME = 24, 56
"""Pixels left for the frame and title a window manager draws around a dialog, across and down."""


def open_with(dialog: QDialog, width: int, height: int) -> None:
    """Have a dialog open with this size, or as large as the screen it is on lets it."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - _FRAME[0]), min(height, room.height() - _FRAME[1]))
