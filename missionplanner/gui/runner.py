"""Runs jobs beside the window: the only thread, and the only place that catches every error of theirs."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import isValid

from missionplanner.errors import Cancelled
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.job import Job
from missionplanner.progress import Progress
from missionplanner.store.store import Store


class _Worker(QThread):
    """Runs the middle part of a job."""

    def __init__(self, job: Job[Any, Any], data: Any, progress: Progress, parent: QObject) -> None:
        super().__init__(parent)
        self.job, self.data, self.progress = job, data, progress
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Work; an error is kept for the window's thread."""
        try:
            self.result = self.job.work(self.data, self.progress)
        except Exception as error:  # noqa: BLE001 (the one place: the window decides how to show it)
            self.error = error


def _is_there(done: Callable[[Any], None]) -> bool:
    """Whether the listener still exists: a screen is deleted when the theme or language changes."""
    listener = getattr(done, "__self__", None)
    return not isinstance(listener, QObject) or isValid(listener)


class Runner(QObject):
    """Runs one job at a time: read and write in the window's thread, work in another."""

    started = Signal(str)
    progressed = Signal(float, str)
    staged = Signal(object)
    """How good what the job found so far is, as it says itself."""
    finished = Signal()
    ended = Signal(object)
    """The job that ended: finished, failed or cancelled."""
    failed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._worker: _Worker | None = None
        self._done: Callable[[Any], None] | None = None
        self._store: Store | None = None
        self._waiting: list[tuple[Job[Any, Any], Callable[[Any], None] | None]] = []

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._worker is not None

    def start(self, job: Job[Any, Any], done: Callable[[Any], None] | None = None) -> None:
        """Start a job, after the one that is running; `done` is called with its result."""
        if self.is_busy:
            self._waiting.append((job, done))
            return
        self._store = self._workspace.store
        self._begin(job, job.read(self._store), done)

    def start_apart(self, job: Job[None, Any], done: Callable[[Any], None]) -> bool:
        """Start a job that needs no mission to be open; return False while another one is running."""
        if self.is_busy:
            return False
        self._store = None
        self._begin(job, None, done)
        return True

    def _begin(self, job: Job[Any, Any], data: Any, done: Callable[[Any], None] | None) -> None:
        progress = Progress(self.progressed.emit, self.staged.emit)
        self._done = done
        self._worker = _Worker(job, data, progress, self)
        self._worker.finished.connect(self._on_worked)
        self.started.emit(job.title)
        self._worker.start()

    def cancel(self, job: Job[Any, Any] | None = None) -> None:
        """Cancel a job, or the one that is running; one that waits ends at once."""
        waiting = [one for one, _done in self._waiting if one is job]
        if waiting:
            self._waiting = [(one, done) for one, done in self._waiting if one is not job]
            self.ended.emit(job)
        elif self._worker and job in (None, self._worker.job):
            self._worker.progress.cancel()

    def stop(self, job: Job[Any, Any] | None = None) -> None:
        """Have a job, or the one that is running, end with the best result so far."""
        if self._worker and job in (None, self._worker.job):
            self._worker.progress.stop()

    def is_running(self, job: Job[Any, Any]) -> bool:
        """Whether this job is the one that is running."""
        return self._worker is not None and self._worker.job is job

    def wait(self) -> None:
        """Cancel and wait until the thread has ended, before the program ends."""
        if self._worker:
            self.cancel()
            self._worker.finished.disconnect(self._on_worked)
            self._worker.wait()
            self._worker = self._done = None
        self._waiting.clear()

    def _write(self, worker: _Worker) -> BaseException | None:
        """Have the job store its result; return the error of its work or of storing it, if any."""
        if self._store is None:
            return worker.error
        if not self._workspace.is_open or self._workspace.store is not self._store:
            return Cancelled()  # the mission it was for is no longer open
        if worker.error:
            return worker.error
        try:
            worker.job.write(self._workspace.store, worker.result)
        except Exception as problem:  # noqa: BLE001 (see above)
            return problem
        return None

    def _on_worked(self) -> None:
        worker, done = self._worker, self._done
        if worker is None:
            return  # it ended just before the window closed: the signal was on its way when `wait` let go of it
        worker.wait()
        worker.deleteLater()
        self._worker = self._done = None
        error = self._write(worker)
        self.finished.emit()
        self.ended.emit(worker.job)
        if error is None:
            if done and _is_there(done):
                done(worker.result)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)
        if self._waiting and not self.is_busy and self._workspace.is_open:
            self.start(*self._waiting.pop(0))
