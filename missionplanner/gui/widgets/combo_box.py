"""Lists to choose from that the wheel of the mouse leaves alone: who scrolls past one has chosen nothing."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ComboBox(QComboBox):
    """A list that is opened to choose from; the wheel scrolls what it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
