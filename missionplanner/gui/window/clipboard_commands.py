"""Cut, copy, paste and select all, for whatever the cursor is in."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from missionplanner.gui.commands import Needs, command
from missionplanner.i18n import N_


class ClipboardCommands(QObject):
    """Gives the keys of the act to the widget the cursor was in before the menu opened: it knows what they do."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._widget: QWidget | None = application.focusWidget()
        application.focusChanged.connect(self._on_focus_changed)

    @command(N_("Cut"), menu="&Edit", needs=Needs.NOTHING)
    def cut(self) -> None:
        """Take what is selected to the clipboard."""
        self._press(Qt.Key.Key_X)

    @command(N_("Copy"), menu="&Edit", needs=Needs.NOTHING)
    def copy(self) -> None:
        """Copy what is selected to the clipboard."""
        self._press(Qt.Key.Key_C)

    @command(N_("Paste"), menu="&Edit", needs=Needs.NOTHING)
    def paste(self) -> None:
        """Put what is on the clipboard where the cursor is."""
        self._press(Qt.Key.Key_V)

    @command(N_("Select all"), menu="&Edit", needs=Needs.NOTHING)
    def select_all(self) -> None:
        """Select everything there is where the cursor is."""
        self._press(Qt.Key.Key_A)

    def _press(self, key: Qt.Key) -> None:
        if self._widget is None or not isValid(self._widget):
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self._widget, QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier))

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not isinstance(now, QMenu | QMenuBar):
            self._widget = now
