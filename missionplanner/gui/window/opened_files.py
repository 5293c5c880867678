"""Files the system asks a program that runs to open, as macOS does for a double click."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """Listens to the application for as long as its parent is there."""

    asked = Signal(str, str)
    """The file at this path is to be opened; the second text is empty, see `SingleWindow.asked`."""

    def __init__(self, application: QObject, parent: QObject) -> None:
        super().__init__(parent)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what asks for a file."""
        if isinstance(event, QFileOpenEvent):
            if event.file():
                self.asked.emit(event.file(), "")
            return True
        return super().eventFilter(watched, event)
