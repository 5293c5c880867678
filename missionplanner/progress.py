"""A plain object through which long acts tell how far they are and learn that they are cancelled."""

from collections.abc import Callable

from missionplanner.errors import Cancelled


class Progress:
    """Passed to every long act; the faces give it a listener, tests use it as it is.

    `stop()` means "that is enough, keep the best so far"; `cancel()` means "forget it".
    """

    def __init__(self, listener: Callable[[float, str], None] | None = None) -> None:
        self._listener = listener
        self._handlers: list[Callable[[], None]] = []
        self.cancelled = False
        self.stopped = False

    def report(self, fraction: float, text: str = "") -> None:
        """Tell that `fraction` (0 to 1) is done; raises Cancelled when the user has cancelled."""
        if self.cancelled:
            raise Cancelled
        if self._listener:
            self._listener(min(max(fraction, 0.0), 1.0), text)
            if self.cancelled:
                raise Cancelled

    def on_cancel(self, handler: Callable[[], None]) -> None:
        """Have `handler` called (from the caller's thread) at cancel or stop."""
        self._handlers.append(handler)
        if self.cancelled or self.stopped:
            handler()

    def cancel(self) -> None:
        """Ask the act to end and leave nothing behind."""
        self.cancelled = True
        self._call()

    def stop(self) -> None:
        """Ask the act to end with what it has."""
        self.stopped = True
        self._call()

    def _call(self) -> None:
        for handler in list(self._handlers):
            handler()
