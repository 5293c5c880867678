"""Listens to a database that says by itself that a colleague did something."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from missionplanner.errors import UserError

if TYPE_CHECKING:
    from missionplanner.jobs.sharing.sharing_jobs import HintLine


class Listener(QObject):
    """A line that is listened to; where it is cut, one has to look."""

    came = Signal()
    """Something came, or may have: the line was cut."""

    def __init__(self) -> None:
        super().__init__()
        self._hints: HintLine | None = None
        self._notifier: QSocketNotifier | None = None

    @property
    def is_listening(self) -> bool:
        """Whether there is a line."""
        return self._hints is not None

    def follow(self, hints: "HintLine") -> None:
        """Listen to a line in place of the one before."""
        self.stop()
        self._hints = hints
        self._notifier = QSocketNotifier(hints.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._on_activated()  # what was said meanwhile makes no noise any more

    def stop(self) -> None:
        """Listen no more."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        if self._hints is not None:
            self._hints.close()
        self._hints = self._notifier = None

    def _on_activated(self) -> None:
        try:
            came = self._hints is not None and self._hints.came()
        except UserError:
            self.stop()
            came = True
        if came:
            self.came.emit()
