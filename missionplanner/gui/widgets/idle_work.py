"""Work that would hold the window up, done a few milliseconds at a time between its events."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE = 0.008
"""Seconds of work at a time: the window paints 60 pictures a second."""


class IdleWork(QObject):
    """Goes through an iterator a few milliseconds at a time; what it does is in the iterator."""

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[object] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there is work left."""
        return self._timer.isActive()

    def start(self, work: Iterator[object]) -> None:
        """Begin with this work, in place of what is left of the one before."""
        self._work = work
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        self._work = iter(())

    def finish(self) -> None:
        """Do all that is left at once."""
        if self.is_busy:
            for _step in self._work:
                pass
            self._end()

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE
        for _step in self._work:
            if time.monotonic() > until:
                return
        self._end()

    def _end(self) -> None:
        self.stop()
        self.finished.emit()
