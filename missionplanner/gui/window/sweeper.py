"""Searches for cyclic garbage when nobody waits: a full search takes a tenth of a second with a large mission."""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY = 1_000
"""Milliseconds between two looks at young objects, which take a few milliseconds."""


class Sweeper(QObject):
    """Takes the search for cycles over from Python for as long as a window is open.

    Young objects are searched every second; all when a mission was opened or closed and when the window is left, and
    what survives that is not searched again.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(lambda: gc.collect(1))
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state)

    def start(self) -> None:
        """Begin; Python no longer searches on its own."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give the search back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def sweep(self) -> None:
        """Look through everything, and leave what is left alone from now on."""
        gc.collect()
        gc.freeze()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if self._timer.isActive() and state != Qt.ApplicationState.ApplicationActive:
            self.sweep()
