"""Every command on meetings of the timetable is one step, and is refused where it cannot be."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.commands import commands_of
from missionplanner.gui.timetable.planning_dialogs import ProposalDialog
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.widgets.move_dialog import MoveDialog
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, interpreter, meet
from tests.gui.conftest import Answers


@pytest.fixture
def first(timetable: TimetableScreen, store: Store) -> Meeting:
    """The first meeting, selected."""
    timetable.grid.go_to((0, 0))
    return store.all(Meeting)[0]


def press(timetable: TimetableScreen, qtbot: QtBot, key: str | Qt.Key) -> None:
    qtbot.keyClick(timetable.grid, key)


def is_undone(store: Store, before: list[Meeting]) -> bool:
    store.undo()
    return store.all(Meeting) == before


def test_the_keys_are_these(timetable: TimetableScreen) -> None:
    found = [(command.name, command.shortcut) for command, _method in commands_of(timetable.meeting_commands)]
    assert found == [
        ("move_to", "M"),
        ("other_table", "B"),
        ("next_day", "Alt+Right"),
        ("day_before", "Alt+Left"),
        ("cancel", "C"),
        ("lock", "L"),
        ("confirm", "O"),
        ("attend", "A"),
        ("keep_attendees", "K"),
        ("interpret", "I"),
        ("next_place", "N"),
        ("move_day", "D"),
        ("take_out", "Del"),
    ]


def test_l_locks_and_unlocks(timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    press(timetable, qtbot, "l")
    assert store.get(Meeting, first.id) == replace(first, locked=True)
    press(timetable, qtbot, "l")
    assert store.get(Meeting, first.id) == first


def test_several_are_locked_where_one_is_not(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot
) -> None:
    planning.set_locked(store, [first.id], True)
    timetable.grid.selectAll()
    press(timetable, qtbot, "l")
    assert [meeting.locked for meeting in store.all(Meeting)] == [True, True]


def test_o_confirms_and_takes_that_back(timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    press(timetable, qtbot, "o")
    assert store.get(Meeting, first.id).status is MeetingStatus.CONFIRMED
    press(timetable, qtbot, "o")
    assert store.get(Meeting, first.id).status is MeetingStatus.PLANNED


def test_past_meetings_are_not_confirmed(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    meeting_edits.set_status(store, [first.id], MeetingStatus.HELD)
    press(timetable, qtbot, "o")
    assert str(shown_errors.pop()).startswith("These meetings are over.")


def test_a_names_who_attends(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot, fill_dialogs: Answers
) -> None:
    delegate = store.all(Person)[0].id
    fill_dialogs(delegation=(delegate,))
    press(timetable, qtbot, "a")
    assert timetable.snapshot.attending == {first.id: frozenset({delegate})}


def test_k_keeps_who_attends_now(timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    people = frozenset(store.where(Person, "company_id", list(first.pair)))
    press(timetable, qtbot, "k")
    assert timetable.snapshot.attending == {first.id: frozenset(person.id for person in people)}
    store.undo()
    assert timetable.snapshot.attending == {}


@pytest.mark.parametrize("key", ["a", "c", "d"])
@pytest.mark.usefixtures("cancel_dialogs")
def test_a_cancelled_question_changes_nothing(
    tuesday: date, timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot, key: str
) -> None:
    before = store.steps.undo_label
    press(timetable, qtbot, key)
    assert (store.steps.undo_label, timetable.runner.is_busy) == (before, False)


def test_i_gives_an_interpreter_and_takes_them_away(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot, fill_dialogs: Answers
) -> None:
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    fill_dialogs(who=person)
    press(timetable, qtbot, "i")
    assert store.get(Meeting, first.id).interpreter_id == person
    fill_dialogs(who=0)
    press(timetable, qtbot, "i")
    assert store.get(Meeting, first.id) == first


def test_without_interpreters_there_is_nobody_to_choose(
    timetable: TimetableScreen, first: Meeting, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    press(timetable, qtbot, "i")
    assert str(shown_errors.pop()).startswith("The mission has no interpreters yet.")


def test_n_moves_to_the_next_free_place(timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot) -> None:
    before = store.all(Meeting)
    press(timetable, qtbot, "n")
    moved = store.get(Meeting, first.id)
    assert moved.slot_id == timetable.snapshot.slots[1].id
    assert timetable.dragging.sentence.words == "Moved to Mon, Feb 16, 09:25."
    assert is_undone(store, before)


def test_a_locked_meeting_has_no_next_place(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    planning.set_locked(store, [first.id], True)
    press(timetable, qtbot, "n")
    assert str(shown_errors.pop()).startswith("This meeting is locked; unlock it first.")
    assert store.get(Meeting, first.id) == replace(first, locked=True)


def test_after_the_last_slot_there_is_no_free_place(
    timetable: TimetableScreen, store: Store, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    meet(store, "D3", "C3", 3, 0)
    timetable.grid.go_to((3, 0))
    press(timetable, qtbot, "n")
    assert str(shown_errors.pop()).startswith("There is no free place for it after this one.")


@pytest.fixture
def fresh(timetable: TimetableScreen, store: Store, tuesday: date) -> TimetableScreen:
    """The timetable with a Tuesday, the first meeting selected."""
    timetable.refresh()
    timetable.grid.go_to((0, 0))
    return timetable


def when_of(timetable: TimetableScreen, meeting: Meeting) -> tuple[date, str]:
    slot = timetable.snapshot.slot[timetable.workspace.store.get(Meeting, meeting.id).slot_id]
    return slot.day, f"{slot.starts:%H:%M}"


def test_a_key_moves_a_meeting_to_the_next_day_and_back(
    fresh: TimetableScreen, store: Store, tuesday: date, qtbot: QtBot
) -> None:
    first, before = store.all(Meeting)[0], store.all(Meeting)
    qtbot.keyClick(fresh.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert when_of(fresh, first) == (tuesday, "09:00")
    assert fresh.dragging.sentence.words == "Moved to Tue, Feb 17, 09:00."
    assert fresh.shown is not None
    assert (fresh.shown[1], [m.id for m in fresh.chosen_meetings()]) == (tuesday, [first.id])
    qtbot.keyClick(fresh.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert when_of(fresh, first) == (DAY, "09:00")
    store.undo()
    assert is_undone(store, before)


def test_no_day_that_way_is_said(fresh: TimetableScreen, qtbot: QtBot, shown_errors: list[BaseException]) -> None:
    qtbot.keyClick(fresh.grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert str(shown_errors.pop()).startswith("There is no place for it on another day that way.")


def test_m_moves_to_the_place_that_is_chosen(
    fresh: TimetableScreen, store: Store, tuesday: date, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: MoveDialog) -> int:
        dialog.line.setText("tue 9:25")
        dialog.tables.setCurrentIndex(2)
        return 1

    monkeypatch.setattr(MoveDialog, "exec", choose)
    first, before = store.all(Meeting)[0], store.all(Meeting)
    press(fresh, qtbot, "m")
    assert when_of(fresh, first) == (tuesday, "09:25")
    assert fresh.snapshot.table[store.get(Meeting, first.id).table_id].number == 2
    assert is_undone(store, before)


def test_m_changes_nothing_when_it_is_cancelled(
    fresh: TimetableScreen, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.all(Meeting)
    monkeypatch.setattr(MoveDialog, "exec", lambda _dialog: 0)
    press(fresh, qtbot, "m")
    assert store.all(Meeting) == before


@pytest.mark.parametrize("key", ["a", "n", "d", "m"])
def test_some_commands_take_a_single_meeting(
    timetable: TimetableScreen, store: Store, qtbot: QtBot, shown_errors: list[BaseException], key: str
) -> None:
    before = store.all(Meeting)
    timetable.grid.selectAll()
    press(timetable, qtbot, key)
    assert str(shown_errors.pop()).startswith("This is done with one meeting at a time.")
    assert store.all(Meeting) == before
    menu = timetable.meeting_menu()
    assert menu is not None
    allowed = {action.text().replace("&", "") for action in menu.actions()[:13] if action.isEnabled()}
    assert allowed == {
        "Lock or unlock", "Confirm, or take that back", "Interpreter…", "Keep who attends", "Cancel with a reason…",
        "Take out of the timetable",
    }  # fmt: skip


@pytest.mark.parametrize("accepted", [0, 1])
def test_d_moves_a_whole_day_after_a_look(
    tuesday: date,
    timetable: TimetableScreen,
    store: Store,
    first: Meeting,
    qtbot: QtBot,
    fill_dialogs: Answers,
    monkeypatch: pytest.MonkeyPatch,
    accepted: int,
) -> None:
    shown: list[ProposalDialog] = []
    fill_dialogs(company=first.delegation_id, day=tuesday)
    monkeypatch.setattr(ProposalDialog, "exec", lambda dialog: shown.append(dialog) or accepted)
    press(timetable, qtbot, "d")
    qtbot.waitUntil(lambda: bool(shown), timeout=60_000)
    snapshot = timetable.snapshot
    days = [snapshot.slot[m.slot_id].day for m in snapshot.meetings_of[first.delegation_id]]
    assert days == [tuesday if accepted else snapshot.slots[0].day]
    assert planning.conflicts(snapshot) == []


def test_c_cancels_with_a_reason(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot, fill_dialogs: Answers
) -> None:
    before = store.all(Meeting)
    fill_dialogs(reason="Illness")
    press(timetable, qtbot, "c")
    assert store.get(Meeting, first.id) == replace(first, status=MeetingStatus.CANCELLED, reason="Illness")
    assert is_undone(store, before)


def test_del_takes_out_what_is_not_locked(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot
) -> None:
    planning.set_locked(store, [first.id], True)
    timetable.grid.selectAll()
    press(timetable, qtbot, Qt.Key.Key_Delete)
    assert [meeting.id for meeting in store.all(Meeting)] == [first.id]
    assert timetable.dragging.sentence.words == "1 meeting was taken out."


def test_firm_meetings_are_not_taken_out(
    timetable: TimetableScreen, store: Store, first: Meeting, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    planning.set_locked(store, [m.id for m in store.all(Meeting)], True)
    press(timetable, qtbot, Qt.Key.Key_Delete)
    assert str(shown_errors.pop()).startswith("This meeting is locked; unlock it first.")
    assert store.count(Meeting) == 2
