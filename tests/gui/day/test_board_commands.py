"""Single letters and buttons record what happens to meetings on the day, each as one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.commands import commands_of
from missionplanner.gui.day.screen import DayScreen
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.gui.conftest import Answers
from tests.gui.day.conftest import Rows
from tests.gui.typing import enter


@pytest.fixture
def first(day: DayScreen, store: Store) -> Meeting:
    """The first meeting, selected."""
    meeting = store.all(Meeting)[0]
    day.board.table.choose([meeting.id])
    return meeting


def press(day: DayScreen, qtbot: QtBot, letter: str) -> None:
    qtbot.keyClick(day.board.table, letter)


def test_the_letters_are_these(day: DayScreen) -> None:
    found = [(command.name, command.shortcut) for command, _method in commands_of(day.board.commands)]
    assert found == [
        ("held", "H"),
        ("late", "T"),
        ("no_show", "N"),
        ("rebook", "R"),
        ("move_by_hand", "M"),
        ("cancel", "C"),
        ("as_planned", "P"),
    ]


def test_buttons_name_their_letters_and_do_the_same(day: DayScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    assert {name: button.toolTip() for name, button in day.board.buttons.items()} == {
        "held": "Held (H)",
        "late": "Late… (T)",
        "no_show": "No-show… (N)",
        "rebook": "Rebook (R)",
        "move_by_hand": "Move by hand (M)",
        "cancel": "Cancel… (C)",
        "as_planned": "As planned (P)",
    }
    qtbot.mouseClick(day.board.buttons["held"], Qt.MouseButton.LeftButton)
    assert store.get(Meeting, first.id) == replace(first, status=MeetingStatus.HELD)


def test_h_records_that_it_was_held_in_one_step(day: DayScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    press(day, qtbot, "h")
    assert store.get(Meeting, first.id) == replace(first, status=MeetingStatus.HELD)
    store.undo()
    assert store.get(Meeting, first.id) == first


def test_p_forgets_what_was_recorded(day: DayScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    press(day, qtbot, "h")
    press(day, qtbot, "p")
    assert store.get(Meeting, first.id) == first


def test_t_records_who_is_late(
    day: DayScreen, store: Store, first: Meeting, qtbot: QtBot, fill_dialogs: Answers, column: Rows
) -> None:
    fill_dialogs(side=Side.COUNTERPART, minutes=20)
    press(day, qtbot, "t")
    assert store.get(Meeting, first.id) == replace(first, late_side="counterpart", late_minutes=20)
    assert column(5)[0] == "20 min late: C1"


def test_only_meetings_ahead_can_be_late(day: DayScreen, store: Store, qtbot: QtBot, fill_dialogs: Answers) -> None:
    meetings = store.all(Meeting)
    day.board.table.choose([meetings[1].id])
    press(day, qtbot, "h")
    day.board.table.choose([meeting.id for meeting in meetings])
    fill_dialogs(side=Side.DELEGATION, minutes=5)
    press(day, qtbot, "t")
    assert [meeting.late_minutes for meeting in store.all(Meeting)] == [5, 0, 5]


def test_n_records_who_did_not_come_and_why(
    day: DayScreen, store: Store, first: Meeting, qtbot: QtBot, fill_dialogs: Answers, column: Rows
) -> None:
    fill_dialogs(side=Side.DELEGATION, reason="Illness")
    press(day, qtbot, "n")
    meeting = store.get(Meeting, first.id)
    assert (meeting.status, meeting.no_show_side, meeting.reason) == (MeetingStatus.NO_SHOW, "delegation", "Illness")
    assert column(5)[0] == "No-show, D1, Illness"


def test_several_are_recorded_in_one_step(day: DayScreen, store: Store, qtbot: QtBot, fill_dialogs: Answers) -> None:
    before = store.all(Meeting)
    fill_dialogs(side=Side.COUNTERPART, reason="Flight")
    day.board.table.choose([meeting.id for meeting in before])
    press(day, qtbot, "n")
    assert [meeting.status for meeting in store.all(Meeting)] == [MeetingStatus.NO_SHOW] * 3
    assert store.steps.undo_label == "No-show"
    store.undo()
    assert store.all(Meeting) == before


def test_r_moves_a_missed_meeting_to_the_next_free_place(
    day: DayScreen, store: Store, first: Meeting, qtbot: QtBot, fill_dialogs: Answers
) -> None:
    fill_dialogs(side=Side.DELEGATION, reason="Illness")
    press(day, qtbot, "n")
    press(day, qtbot, "r")
    second = store.all(Meeting)[2].slot_id
    moved = store.get(Meeting, first.id)
    assert moved == replace(first, slot_id=second, table_id=moved.table_id)
    assert planning.conflicts(store.snapshot()) == []
    assert day.board.summary.text() == "D1 – C1: Mon, Feb 16, 09:25, table 2."
    assert day.board.table.chosen_keys() == [first.id]


def test_r_looks_from_now_on(day: DayScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    enter(day.moment, "9:40")
    day.board.shown.choose("")
    day.board.table.choose([first.id])
    press(day, qtbot, "r")
    starts = store.snapshot().slot[store.get(Meeting, first.id).slot_id].starts
    assert (starts.hour, starts.minute) == (9, 50)


def test_a_locked_meeting_is_not_rebooked(
    day: DayScreen, store: Store, first: Meeting, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    planning.set_locked(store, [first.id], True)
    press(day, qtbot, "r")
    assert str(shown_errors.pop()).startswith("This meeting is locked")
    assert store.get(Meeting, first.id) == replace(first, locked=True)


def test_a_held_meeting_is_neither_rebooked_nor_cancelled(
    day: DayScreen,
    store: Store,
    first: Meeting,
    qtbot: QtBot,
    shown_errors: list[BaseException],
    fill_dialogs: Answers,
) -> None:
    press(day, qtbot, "h")
    fill_dialogs(reason="Illness")
    for letter, words in (("r", "This meeting was held."), ("c", "1 held meeting stays.")):
        press(day, qtbot, letter)
        assert str(shown_errors.pop()).startswith(words)
    assert store.get(Meeting, first.id) == replace(first, status=MeetingStatus.HELD)


def test_one_meeting_is_rebooked_at_a_time(
    day: DayScreen, store: Store, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    before = store.all(Meeting)
    day.board.table.choose([meeting.id for meeting in before])
    press(day, qtbot, "r")
    assert str(shown_errors.pop()).startswith("This is done with one meeting at a time.")
    assert store.all(Meeting) == before


def test_no_place_left_is_reported(
    day: DayScreen, store: Store, first: Meeting, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    enter(day.moment, "18:00")
    day.board.shown.choose("")
    day.board.table.choose([first.id])
    press(day, qtbot, "r")
    assert str(shown_errors.pop()).startswith("There is no free place left for it at this stop.")
    assert store.get(Meeting, first.id) == first


def test_c_cancels_with_a_reason(
    day: DayScreen, store: Store, first: Meeting, qtbot: QtBot, fill_dialogs: Answers
) -> None:
    fill_dialogs(reason="Illness")
    press(day, qtbot, "c")
    assert store.get(Meeting, first.id) == replace(first, status=MeetingStatus.CANCELLED, reason="Illness")


@pytest.mark.usefixtures("cancel_dialogs")
@pytest.mark.parametrize("letter", ["t", "n", "c"])
def test_a_cancelled_question_changes_nothing(
    day: DayScreen, store: Store, first: Meeting, qtbot: QtBot, letter: str
) -> None:
    before = len(store.steps.history())
    press(day, qtbot, letter)
    assert len(store.steps.history()) == before


def test_m_has_the_meeting_carried_in_the_timetable(day: DayScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    asked: list[int] = []
    day.meeting_asked.connect(asked.append)
    before = len(store.steps.history())
    press(day, qtbot, "m")
    assert (asked, len(store.steps.history())) == ([first.id], before)


def test_without_a_selected_meeting_letters_do_nothing(day: DayScreen, store: Store, qtbot: QtBot) -> None:
    before = len(store.steps.history())
    day.board.table.clearSelection()
    for letter in "htnrmcp":
        press(day, qtbot, letter)
    assert len(store.steps.history()) == before
