"""Work between events: in slices, to its end or stopped."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.idle_work import IdleWork


def counting(done: list[int], upto: int) -> Iterator[int]:
    """Count, a step at a time."""
    for number in range(upto):
        done.append(number)
        yield number


def test_work_is_done_between_events_to_its_end(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    work = IdleWork(parent)
    with qtbot.waitSignal(work.finished):
        work.start(counting(done, 3))
        assert (work.is_busy, done) == (True, [])
    assert (work.is_busy, done) == (False, [0, 1, 2])


def test_all_that_is_left_is_done_at_once(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    work = IdleWork(parent)
    work.start(counting(done, 3))
    with qtbot.waitSignal(work.finished):
        work.finish()
    assert done == [0, 1, 2]
    with qtbot.assertNotEmitted(work.finished):
        work.finish()


def test_stopped_work_is_left_undone(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    work = IdleWork(parent)
    work.start(counting(done, 3))
    work.stop()
    work.finish()
    assert (work.is_busy, done) == (False, [])


def test_new_work_takes_the_place_of_the_one_before(qtbot: QtBot) -> None:
    parent, one, other = QObject(), list[int](), list[int]()
    work = IdleWork(parent)
    work.start(counting(one, 3))
    work.start(counting(other, 2))
    work.finish()
    assert (one, other) == ([], [0, 1])
