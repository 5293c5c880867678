"""One long act at a time, and whatever becomes of it."""

from threading import Event
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.errors import Cancelled, UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.job import Job
from missionplanner.progress import Progress
from missionplanner.store.store import Store


def counting(title: str = "Count", written: list[Any] | None = None) -> Job[int, int]:
    """A job that adds one to the number of companies, and writes that down."""
    kept: list[Any] = [] if written is None else written
    return Job(title, _companies, lambda number, _progress: number + 1, lambda _store, result: kept.append(result))


def _companies(store: Store) -> int:
    return len(store.snapshot().companies)


def held(go_on: Event) -> Job[None, int]:
    """A job that goes on when it may, or ends when it is cancelled."""

    def work(_data: None, progress: Progress) -> int:
        while not go_on.wait(0.01):
            progress.report(0)
        return 1

    return Job("Held", lambda _store: None, work)


def test_a_job_reads_works_and_writes_and_its_result_is_handed_on(runner: Runner, qtbot: QtBot) -> None:
    written, done, started = [], [], []
    runner.started.connect(started.append)
    job = counting(written=written)
    with qtbot.waitSignals([runner.finished, runner.ended]):
        runner.start(job, done.append)
        assert (runner.is_busy, runner.is_running(job)) == (True, True)
    assert (started, written, done, runner.is_busy) == (["Count"], [7], [7], False)


def test_jobs_wait_for_one_another(runner: Runner, qtbot: QtBot) -> None:
    ended: list[str] = []
    runner.ended.connect(lambda job: ended.append(job.title))
    for title in ("One", "Two", "Three"):
        runner.start(counting(title))
    qtbot.waitUntil(lambda: len(ended) == 3)
    assert ended == ["One", "Two", "Three"]


def test_a_cancelled_job_leaves_nothing_behind(runner: Runner, qtbot: QtBot, shown_errors: list[Any]) -> None:
    done: list[object] = []
    job = held(Event())
    with qtbot.waitSignal(runner.ended):
        runner.start(job, done.append)
        runner.cancel(counting())
        assert runner.is_running(job)
        runner.cancel(job)
    assert (done, shown_errors, runner.is_busy) == ([], [], False)


def test_a_job_that_waits_is_forgotten(runner: Runner, qtbot: QtBot) -> None:
    go_on, waiting, written, ended = Event(), counting("Waits"), list[int](), list[str]()
    runner.ended.connect(lambda job: ended.append(job.title))
    runner.start(held(go_on))
    runner.start(waiting, written.append)
    runner.cancel(waiting)
    go_on.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert (ended, written) == (["Waits", "Held"], [])


def test_a_known_problem_and_a_bug_are_handed_on(runner: Runner, qtbot: QtBot) -> None:
    failed: list[BaseException] = []
    runner.failed.disconnect()
    runner.failed.connect(failed.append)

    def fail(error: Exception) -> Job[None, None]:
        def work(_data: None, _progress: Progress) -> None:
            raise error

        return Job("Fail", lambda _store: None, work)

    def refuse(_store: Store, _result: int) -> None:
        raise UserError("Not now.")

    jobs = [fail(UserError("No.")), fail(Cancelled()), Job("Write", _companies, lambda n, _progress: n, refuse)]
    for job in jobs:
        with qtbot.waitSignal(runner.ended):
            runner.start(job)
    assert [str(error) for error in failed] == ["No.", "Not now."]


def test_nothing_is_written_into_another_mission(runner: Runner, workspace: Workspace, qtbot: QtBot) -> None:
    go_on, written = Event(), list[int]()
    job = held(go_on)
    with qtbot.waitSignal(runner.ended):
        runner.start(Job(job.title, job.read, job.work, lambda _store, result: written.append(result)))
        workspace.close()
        go_on.set()
    assert written == []


def test_a_listener_that_is_gone_is_not_told(runner: Runner, qtbot: QtBot) -> None:
    told: list[int] = []

    class Listener(QObject):
        def on_done(self, result: int) -> None:
            told.append(result)

    go_on, listener = Event(), Listener()
    with qtbot.waitSignal(runner.ended):
        runner.start(held(go_on), listener.on_done)
        shiboken6.delete(listener)
        go_on.set()
    assert told == []


def test_a_stopped_job_ends_with_what_it_has(runner: Runner, qtbot: QtBot) -> None:
    stopped, done = Event(), list[str]()

    def work(_data: None, progress: Progress) -> str:
        progress.on_cancel(stopped.set)
        stopped.wait(10)
        return "half"

    job = Job("Plan", lambda _store: None, work)
    with qtbot.waitSignal(runner.ended):
        runner.start(job, done.append)
        runner.stop(job)
    assert done == ["half"]


@pytest.mark.usefixtures("workspace")
def test_a_job_that_ended_just_before_the_window_closed_is_not_waited_for_twice(
    runner: Runner, shown_errors: list[BaseException]
) -> None:
    done: list[object] = []
    runner.start(Job("Quick", lambda _store: None, lambda _data, _progress: 1), done.append)
    assert runner._worker
    assert runner._worker.wait(5000)  # its signal is on the way now
    runner.wait()
    QApplication.processEvents()
    assert (done, shown_errors, runner.is_busy) == ([], [], False)
