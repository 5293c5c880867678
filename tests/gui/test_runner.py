"""One long act at a time, and whatever becomes of it."""

from PySide6.QtWidgets import QApplication

from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.job import Job


def test_a_job_that_ended_just_before_the_window_closed_is_not_waited_for_twice(
    window: MainWindow, shown_errors: list[BaseException]
) -> None:
    runner = window.runner
    done: list[object] = []
    runner.start(Job("Quick", lambda _store: None, lambda _data, _progress: 1), done.append)
    assert runner._worker
    assert runner._worker.wait(5000)  # its signal is on the way now
    runner.wait()
    QApplication.processEvents()
    assert (done, shown_errors, runner.is_busy) == ([], [], False)
