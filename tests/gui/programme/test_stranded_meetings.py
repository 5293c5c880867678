"""Meetings that would lose their place are shown before anything is changed."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting, Session
from missionplanner.gui.programme.sessions import Sessions
from missionplanner.gui.programme.stranded_meetings import StrandedMeetingsDialog, ask_stranded
from missionplanner.gui.widgets.table import DataTable
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import meet


@pytest.fixture
def stranded(store: Store) -> StrandedError:
    """What deleting the only session would strand: a locked meeting."""
    planning.set_locked(store, [store.all(Meeting)[0].id], True)
    with pytest.raises(StrandedError) as found:
        Sessions(store).kind.remove([store.all(Session)[0].id])
    return found.value


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_each_meeting_is_listed(stranded: StrandedError, store: Store, qtbot: QtBot) -> None:
    dialog = StrandedMeetingsDialog(stranded, store.snapshot())
    qtbot.addWidget(dialog)
    table = dialog.findChildren(DataTable)[0]
    assert [table.rows.text(0, n) for n in range(5)] == ["Mon, Feb 16, 09:00", "1", "D1", "C1", "Planned, Locked"]


@pytest.mark.parametrize(("result", "sessions", "meetings"), [(0, 1, 1), (1, 0, 0)])
def test_it_is_done_all_the_same_where_that_is_wanted(
    stranded: StrandedError,
    store: Store,
    parent: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    result: int,
    sessions: int,
    meetings: int,
) -> None:
    monkeypatch.setattr(StrandedMeetingsDialog, "exec", lambda _dialog: result)
    assert ask_stranded(stranded, store, parent) is bool(result)
    assert (store.count(Session), store.count(Meeting)) == (sessions, meetings)


def test_what_cannot_be_done_at_all_is_an_error(
    stranded: StrandedError, store: Store, parent: QWidget, shown_errors: list[BaseException]
) -> None:
    stranded.go_on = None
    assert not ask_stranded(stranded, store, parent)
    assert shown_errors.pop() is stranded


def test_they_are_in_the_order_of_time(store: Store, qtbot: QtBot) -> None:
    late = meet(store, "D2", "C2", 3, 0)
    early = meet(store, "D2", "C1", 1, 0)
    meetings = [store.get(Meeting, key) for key in (late, early)]
    dialog = StrandedMeetingsDialog(StrandedError(meetings, "", None), store.snapshot())
    qtbot.addWidget(dialog)
    table = dialog.findChildren(DataTable)[0]
    assert [table.rows.text(row, 3) for row in range(2)] == ["C1", "C2"]
