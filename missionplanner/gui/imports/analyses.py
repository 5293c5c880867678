"""The analyses of the wizard's file: of its first rows, where it is long, then of all of it."""

from collections.abc import Callable, Sequence
from typing import Any

from missionplanner.gui.runner import Runner
from missionplanner.jobs.job import Job

Analysis = tuple[Job[Any, Any], Callable[[Any], None]]
"""A job, and the listener of its outcome."""


class Analyses:
    """Runs the analyses one after the other, in place of those of earlier choices."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._jobs: list[Job[Any, Any]] = []

    def start(self, wanted: Sequence[Analysis]) -> None:
        """Start analyses, and cancel those that still run or wait."""
        self.cancel()
        self._jobs = [job for job, _done in wanted]
        for job, done in wanted:
            self._runner.start(job, done)

    def cancel(self) -> None:
        """Cancel what runs or waits."""
        # The last one first, or it would start as soon as the one before it ends.
        for job in reversed(self._jobs):
            self._runner.cancel(job)
        self._jobs = []
