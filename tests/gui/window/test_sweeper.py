"""The search for cyclic garbage is Python's again once no window is open."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from missionplanner.gui.window.sweeper import Sweeper


@pytest.fixture
def sweeping() -> Iterator[None]:
    """The search is the window's alone, as in the program."""
    gc.unfreeze()
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    """A sweeper that has not begun."""
    parent = QObject()
    found = Sweeper(parent)
    yield found
    found.stop()
    parent.deleteLater()


def leave(application: QApplication) -> None:
    """Go on to another program."""
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)


def test_python_does_not_search_until_the_window_ends(sweeper: Sweeper) -> None:
    sweeper.start()
    timers = sweeper.findChildren(QTimer)
    assert (gc.isenabled(), [(one.isActive(), one.interval()) for one in timers]) == (False, [(True, 1000)])
    sweeper.stop()
    assert (gc.isenabled(), [one.isActive() for one in timers], gc.get_freeze_count()) == (True, [False], 0)


def test_what_survives_is_left_alone(sweeper: Sweeper) -> None:
    sweeper.start()
    sweeper.sweep()
    assert gc.get_freeze_count() > 0


def test_everything_is_searched_when_the_window_is_left(sweeper: Sweeper, qapp: QApplication) -> None:
    sweeper.start()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert gc.get_freeze_count() == 0
    leave(qapp)
    assert gc.get_freeze_count() > 0


def test_nothing_is_searched_once_it_has_ended(sweeper: Sweeper, qapp: QApplication) -> None:
    sweeper.start()
    sweeper.stop()
    leave(qapp)
    assert gc.get_freeze_count() == 0
