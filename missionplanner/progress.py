"""The progress of long acts: how far they are, and whether they were cancelled."""

from collections.abc import Callable

from missionplanner.errors import Cancelled


class Progress:
    """An object passed to every long act; window and command line give it a listener, tests use it as it is.

    `stop()` asks for the best result so far, `cancel()` for none.
    """

    def __init__(
        self,
        listener: Callable[[float, str], None] | None = None,
        on_stage: Callable[[object], None] | None = None,
    ) -> None:
        """`on_stage`: hears how good what was found so far is, where the act shows that."""
        self._listener = listener
        self._on_stage = on_stage
        self._handlers: list[Callable[[], None]] = []
        self._reached = 0.0
        self.cancelled = False
        self.stopped = False

    def report(self, fraction: float, text: str = "") -> None:
        """Report that a fraction (0 to 1) is done; raises Cancelled when the user has cancelled.

        It never goes back: a fraction below one that was reported counts as that.
        """
        if self.cancelled:
            raise Cancelled
        if self._listener:
            self._reached = min(max(fraction, self._reached), 1.0)
            self._listener(self._reached, text)
            # the listener may have been what cancelled: a window handles its events there
            if self.cancelled:
                raise Cancelled

    @property
    def shows_stages(self) -> bool:
        """Whether anybody hears of stages: where nobody does, none need be worked out."""
        return self._on_stage is not None

    def show(self, stage: object) -> None:
        """Show how good what was found so far is."""
        if self._on_stage:
            self._on_stage(stage)

    def on_cancel(self, handler: Callable[[], None]) -> None:
        """Have the handler called at cancel or stop, in the thread of that call; at once if that was already."""
        self._handlers.append(handler)
        if self.cancelled or self.stopped:
            handler()

    def cancel(self) -> None:
        """Ask the act to end and leave nothing behind."""
        self.cancelled = True
        self._call_handlers()

    def stop(self) -> None:
        """Ask the act to end with what it has."""
        self.stopped = True
        self._call_handlers()

    def _call_handlers(self) -> None:
        for handler in list(self._handlers):
            handler()
