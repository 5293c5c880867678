"""The size a dialog opens with: as wanted, but never larger than its screen; what needs more room is scrolled."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

_FRAME = 24, 56
"""Pixels left for the frame and title a window manager draws around a dialog, across and down."""
_LEAST = 120
"""Pixels of scrolled contents that are seen at least."""


def open_with(dialog: QDialog, width: int, height: int) -> None:
    """Have a dialog open with this size, or as large as the screen it is on lets it."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - _FRAME[0]), min(height, room.height() - _FRAME[1]))


class Scrolled(QScrollArea):
    """Contents that are scrolled where they are higher than their dialog; its buttons stay in sight below."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """All of the contents, and room for the bar that may appear beside them."""
        return self._inside.sizeHint().expandedTo(self._inside.minimumSize()) + QSize(
            self.verticalScrollBar().sizeHint().width(), 2
        )

    def minimumSizeHint(self) -> QSize:
        """As wide as the contents need it, and high enough to read a field."""
        least = self._inside.minimumSizeHint().expandedTo(self._inside.minimumSize())
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), min(least.height(), _LEAST))
