"""Has what the first planning needs prepared while the window is idle."""

from multiprocessing.process import BaseProcess

from PySide6.QtCore import QObject, QTimer

_AFTER = 20_000
"""Milliseconds after the window was loaded: what the user does first is not held up."""


class Preparation(QObject):
    """A process beside the window, once on a computer; it ends with the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.process: BaseProcess | None = None
        self._timer = QTimer(self, interval=_AFTER, singleShot=True)
        self._timer.timeout.connect(self.begin)

    def start(self) -> None:
        """Begin in a while."""
        self._timer.start()

    def begin(self) -> None:
        """Begin now, where it is needed."""
        from missionplanner.jobs.timetable import preparing  # slow import

        if preparing.is_due():
            self.process = preparing.start()

    def stop(self) -> None:
        """End it; it goes on the next time."""
        self._timer.stop()
        if self.process is not None:
            self.process.terminate()
            self.process.join()
            self.process = None
