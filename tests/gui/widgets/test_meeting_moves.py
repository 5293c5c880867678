"""Meetings are moved and cancelled from any list of them; the timetable's tests hold the same commands to their keys."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.gui.widgets.meeting_moves import MeetingMoves
from missionplanner.gui.widgets.move_dialog import MoveDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet, moment, other_day
from tests.gui.conftest import Answers


@pytest.fixture
def tuesday(store: Store) -> date:
    meet(store, "D1", "C1", 0, 0)
    return other_day(store)


@pytest.fixture
def moves(workspace: Workspace, tuesday: date, qtbot: QtBot) -> MeetingMoves:
    window = QWidget()
    qtbot.addWidget(window)
    return MeetingMoves(workspace, lambda: workspace.store.all(Meeting)[:1], window)


def start_of(store: Store) -> tuple[date, str]:
    slot = store.snapshot().slot[store.all(Meeting)[0].slot_id]
    return slot.day, f"{slot.starts:%H:%M}"


def test_a_day_that_is_full_at_its_time_has_the_nearest(moves: MeetingMoves, store: Store, tuesday: date) -> None:
    meet(store, "D2", "C1", 4, 0)
    said: list[str] = []
    moves.reported.connect(said.append)
    moves.next_day()
    assert (start_of(store), said) == ((tuesday, "09:25"), ["Moved to Tue, Feb 17, 09:25."])
    moves.day_before()
    assert start_of(store) == (DAY, "09:25")


def test_what_else_it_means_is_said(moves: MeetingMoves, store: Store) -> None:
    printed = PackPrint(
        company_id=key_of(store, "D1"), edition=Edition.DELEGATE, language="en", fingerprint="", printed_at=moment(8)
    )
    store.record(printed)
    said: list[str] = []
    moves.reported.connect(said.append)
    moves.next_day()
    assert said == ["Moved to Tue, Feb 17, 09:00. Their packs are printed already: D1."]


def test_without_room_that_way_it_stays(moves: MeetingMoves, store: Store) -> None:
    with pytest.raises(UserError, match="There is no place for it on another day that way"):
        moves.day_before()
    assert start_of(store) == (DAY, "09:00")


def test_a_locked_meeting_stays(moves: MeetingMoves, store: Store) -> None:
    planning.set_locked(store, [store.all(Meeting)[0].id], True)
    with pytest.raises(UserError, match="This meeting is locked"):
        moves.move_to()


@pytest.mark.parametrize("tables", [False, True])
def test_the_place_that_is_chosen_is_taken(
    moves: MeetingMoves, store: Store, monkeypatch: pytest.MonkeyPatch, tables: bool
) -> None:
    def choose(dialog: MoveDialog) -> int:
        dialog.tables.setCurrentIndex(2)
        return 1

    monkeypatch.setattr(MoveDialog, "exec", choose)
    (moves.other_table if tables else moves.move_to)()
    assert (start_of(store)[1], store.all(Meeting)[0].table_id) == ("09:00" if tables else "09:25", 2)


def test_cancelling_asks_why(moves: MeetingMoves, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(reason="Illness")
    moves.cancel()
    (meeting,) = store.all(Meeting)
    assert (meeting.status, meeting.reason) == (MeetingStatus.CANCELLED, "Illness")
