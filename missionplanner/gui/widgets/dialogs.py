"""The dialog every other is made of: it stays open at Enter in a list, and opens where and as large as it was left."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog

from missionplanner.gui import settings

_MOST = 80
"""Dialogs whose places are remembered; the one used last comes first."""


class Dialog(QDialog):
    """A dialog that remembers its place."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a list is of the list: it presses no button."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(self.focusWidget(), QAbstractItemView):
            event.accept()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Open where the dialog was left, where that is on a screen."""
        if not event.spontaneous() and (place := _places().get(self._key)):
            room = self.screen().availableGeometry()
            self.resize(place.size().boundedTo(room.size()))
            if room.contains(place):
                # The frame is not known before it is shown: moved by its frame, a dialog would creep up each time.
                self.setGeometry(QRect(place.topLeft(), self.size()))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember where the dialog is left."""
        if not event.spontaneous():
            _remember(self._key, self.geometry())
        super().hideEvent(event)

    @property
    def _key(self) -> str:
        """The class of the dialog; one that is used for many things goes by its title, too."""
        name = type(self).__name__
        return f"{name} {self.windowTitle()}" if name == "RecordDialog" else name


def _places() -> dict[str, QRect]:
    """Return the remembered places; what somebody else wrote there is left out."""
    found = {}
    for text in map(str, settings.read("dialogs")):
        key, _bar, numbers = text.rpartition("|")
        parts = numbers.split()
        if len(parts) == 4 and all(part.lstrip("-").isdecimal() for part in parts):
            found[key] = QRect(*map(int, parts))
    return found


def _remember(key: str, place: QRect) -> None:
    others = {name: rect for name, rect in _places().items() if name != key}
    rows = [f"{name}|{r.x()} {r.y()} {r.width()} {r.height()}" for name, r in [(key, place), *others.items()]]
    settings.write("dialogs", rows[:_MOST])
