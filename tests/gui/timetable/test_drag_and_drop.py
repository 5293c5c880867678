"""Meetings and requests are taken up, judged and put down, by mouse and by keyboard."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain import rules
from missionplanner.domain.moves import Grade
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable.layouts import VIEWS
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask_all, key_of, meet, moment
from tests.gui.timetable.mouse import at, drag


def test_dragging_moves_a_meeting_and_undo_brings_it_back(timetable: TimetableScreen) -> None:
    store = timetable.workspace.store
    before = store.all(Meeting)
    drag(timetable, at(timetable, 0, 0), at(timetable, 3, 2))
    moved = store.all(Meeting)[0]
    assert store.steps.undo_label == "Move a meeting"
    slot, table = timetable.snapshot.slots[3], timetable.snapshot.tables[2]
    assert (moved.slot_id, moved.table_id) == (slot.id, table.id)
    assert timetable.model.cells[3, 2].meeting == moved
    assert "table 3" in timetable.dragging.sentence.words
    store.undo()
    assert store.all(Meeting) == before
    assert (0, 0) in timetable.model.cells
    store.redo()
    assert store.all(Meeting)[0] == moved


def test_dragging_onto_another_meeting_swaps_the_two(timetable: TimetableScreen) -> None:
    store = timetable.workspace.store
    one, two = store.all(Meeting)
    drag(timetable, at(timetable, 0, 0), at(timetable, 1, 1))
    swapped = store.all(Meeting)
    assert store.steps.undo_label == "Swap two meetings"
    assert [(m.slot_id, m.table_id) for m in swapped] == [(two.slot_id, two.table_id), (one.slot_id, one.table_id)]


def test_a_refused_place_says_why_and_changes_nothing(timetable: TimetableScreen) -> None:
    store = timetable.workspace.store
    meet(store, "D1", "C3", 2, 0)
    before = store.all(Meeting)
    drag(timetable, at(timetable, 0, 0), at(timetable, 2, 2))
    assert store.all(Meeting) == before
    assert timetable.dragging.sentence.grade is Grade.REFUSED
    assert timetable.dragging.sentence.words.startswith("D1 has two meetings on February 16 at 09:50")
    assert not timetable.dragging.preview.is_holding


def test_a_request_is_dragged_from_the_list_into_the_timetable(timetable: TimetableScreen, qtbot: QtBot) -> None:
    store = timetable.workspace.store
    rows = timetable.side.unplaced
    assert rows.rows.text(0, 0).startswith("D3\nC3\nMeet. ")
    start = rows.visualRect(rows.rows.index(0, 0)).center()
    drag(timetable, start, at(timetable, 2, 0), rows)
    assert store.steps.undo_label == "Place a meeting"
    assert [m.pair for m in store.all(Meeting)][-1] == (key_of(store, "D3"), key_of(store, "C3"))
    timetable.side.finish()
    assert timetable.side.unplaced.rows.rowCount() == 0


def test_the_current_meeting_shows_whom_to_call_until_the_timetable_changes(timetable: TimetableScreen) -> None:
    store = timetable.workspace.store
    with store.change(message("Phone")) as change:
        change.update(replace(store.all(Person)[0], mobile="+15145550000"))
    timetable.grid.go_to((0, 0))
    assert timetable.dragging.sentence.words == "D1 (Given D1, +1 514-555-0000) – C1 (Given C1)"
    timetable.say("Moved.")
    store.undo()
    assert timetable.dragging.sentence.words == "D1 (Given D1) – C1 (Given C1)"


def test_the_keyboard_alone_carries_a_meeting(timetable: TimetableScreen, qtbot: QtBot) -> None:
    grid, store = timetable.grid, timetable.workspace.store
    grid.setFocus()
    grid.go_to((0, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    timetable.dragging.preview.finish()
    assert timetable.model.grades[3, 2] is Grade.FREE
    assert len(timetable.model.grades) == 12
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key)
    assert timetable.dragging.sentence.words.startswith("Free: February 16 at 09:25, table 3")
    said = timetable.model.data(grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "09:25, Table 3: free: possible"
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert not timetable.model.grades
    assert store.steps.undo_label != "Move a meeting"
    grid.go_to((0, 0))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(grid, key)
    assert store.steps.undo_label == "Move a meeting"
    assert timetable.model.cells[1, 2].meeting is not None


def test_what_is_held_stays_held_on_another_day(tuesday: date, timetable: TimetableScreen, qtbot: QtBot) -> None:
    meeting = timetable.workspace.store.all(Meeting)[0]
    timetable.grid.go_to((0, 0))
    timetable.dragging.use()
    qtbot.keyClick(timetable, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert timetable.days.currentIndex() == 1
    assert timetable.dragging.preview.is_holding
    timetable.dragging.preview.finish()
    assert set(timetable.model.grades.values()) == {Grade.FREE}
    assert timetable.dragging.put((1, 2))
    moved = timetable.workspace.store.get(Meeting, meeting.id)
    slot = timetable.snapshot.slot[moved.slot_id]
    assert (slot.day, slot.starts) == (tuesday, moment(9, 25, tuesday))


def test_a_meeting_let_go_on_a_day_stays_held_and_that_day_is_shown(
    tuesday: date, timetable: TimetableScreen, qtbot: QtBot
) -> None:
    store, days = timetable.workspace.store, timetable.days
    before = store.steps.undo_label
    tab = days.mapToGlobal(days.tabRect(1).center())
    drag(timetable, at(timetable, 0, 0), timetable.grid.viewport().mapFromGlobal(tab))
    assert (days.currentIndex(), timetable.dragging.preview.is_holding) == (1, True)
    assert (
        timetable.dragging.sentence.words == "It is still held: choose a cell and press Space, or Esc to put it back."
    )
    assert store.steps.undo_label == before
    timetable.grid.go_to((1, 2))
    timetable.dragging.use()
    assert timetable.snapshot.slot[store.all(Meeting)[0].slot_id].starts == moment(9, 25, tuesday)


def test_cut_and_put_move_a_meeting_to_the_same_time_of_another_day(
    tuesday: date, timetable: TimetableScreen, qtbot: QtBot
) -> None:
    store, control = timetable.workspace.store, Qt.KeyboardModifier.ControlModifier
    key = store.all(Meeting)[0].id
    timetable.grid.go_to((0, 0))
    qtbot.keyClick(timetable.grid, Qt.Key.Key_V, control)
    assert not timetable.dragging.preview.is_holding
    for pressed in (Qt.Key.Key_X, Qt.Key.Key_PageDown, Qt.Key.Key_V):
        qtbot.keyClick(timetable.grid, pressed, control)
    slot = timetable.snapshot.slot[store.get(Meeting, key).slot_id]
    assert slot.starts == moment(9, day=tuesday)
    qtbot.keyClick(timetable.grid, Qt.Key.Key_X, control)
    timetable.grid.go_to((1, 1))
    qtbot.keyClick(timetable.grid, Qt.Key.Key_X, control)
    assert not timetable.dragging.preview.is_holding


@pytest.mark.parametrize("seed", range(4))
def test_colours_and_sentences_agree_with_check_after_random_moves(timetable: TimetableScreen, seed: int) -> None:
    """A move goes where it is green or amber and leaves no new conflict; where it is red it says what check would."""
    chance, store = Random(seed), timetable.workspace.store
    ask_all(store)
    with store.change(message("Away")) as change:
        for n in range(3):
            start = moment(9) + timedelta(minutes=25 * chance.randrange(4))
            owner, key = chance.choice([(Owner.COMPANY, key_of(store, f"D{n + 1}")), (Owner.TABLE, n + 1)])
            change.insert(Availability(owner=owner, owner_id=key, starts=start, ends=start + timedelta(minutes=10)))
    for view in chance.choices(["tables", "tables", "delegation", "counterpart", "delegates"], k=24):
        timetable.view.setCurrentIndex(list(VIEWS).index(view))
        cells = [cell.meeting for cell in timetable.model.cells.values() if cell.meeting]
        requests = planning.open_requests(timetable.snapshot)
        if chance.random() < 0.4 and requests:
            timetable.dragging.take_up_request(chance.choice(requests))
        else:
            timetable.dragging.take_up(chance.choice(cells))
        timetable.dragging.preview.finish()
        place = (chance.randrange(timetable.model.rowCount()), chance.randrange(timetable.model.columnCount()))
        before = {issue.text for issue in rules.check(Plan(timetable.snapshot, timetable.snapshot.meetings))}
        grade = timetable.model.grades.get(place)
        verdict = timetable.dragging.point_at(place)
        assert (verdict.grade if verdict else None) == grade
        put = timetable.dragging.put(place)
        after = rules.check(Plan(timetable.snapshot, timetable.snapshot.meetings))
        assert put is (grade in (Grade.FREE, Grade.WARY) and bool(verdict and verdict.meetings))
        assert {issue.text for issue in after} <= before
        timetable.dragging.put_back()


def test_firm_meetings_are_not_taken_up(timetable: TimetableScreen) -> None:
    store = timetable.workspace.store
    planning.set_locked(store, [m.id for m in store.all(Meeting)], True)
    timetable.grid.go_to((0, 0))
    timetable.dragging.use()
    assert timetable.dragging.sentence.words == "This meeting is locked; unlock it first."
    assert not timetable.dragging.preview.is_holding


def test_space_takes_up_and_puts_down_in_the_same_place(timetable: TimetableScreen, qtbot: QtBot) -> None:
    before = timetable.workspace.store.steps.undo_label
    timetable.grid.go_to((0, 0))
    qtbot.keyClick(timetable.grid, Qt.Key.Key_Space)
    assert timetable.dragging.sentence.words == "D1 – C1 is held. Carry it to another cell."
    qtbot.keyClick(timetable.grid, Qt.Key.Key_Space)
    assert timetable.workspace.store.steps.undo_label == before


def test_a_request_taken_up_with_space_goes_where_enter_is_pressed(timetable: TimetableScreen, qtbot: QtBot) -> None:
    store, rows = timetable.workspace.store, timetable.side.unplaced
    rows.setCurrentIndex(rows.rows.index(0, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert timetable.dragging.preview.is_holding
    timetable.grid.go_to((2, 1))
    qtbot.keyClick(timetable.grid, Qt.Key.Key_Return)
    made = store.all(Meeting)[-1]
    assert (made.slot_id, made.table_id) == (timetable.snapshot.slots[2].id, timetable.snapshot.tables[1].id)


def test_outside_the_cells_it_says_how_to_put_back(timetable: TimetableScreen) -> None:
    timetable.grid.go_to((0, 0))
    timetable.dragging.use()
    assert timetable.dragging.point_at(None) is None
    assert timetable.dragging.sentence.words == "Esc puts it back."


def test_a_row_of_another_company_is_no_place(timetable: TimetableScreen) -> None:
    timetable.view.setCurrentIndex(1)
    timetable.grid.go_to((0, 0))
    timetable.dragging.use()
    assert not timetable.dragging.put((1, 2))
    assert timetable.dragging.sentence.words == "Put it into a row or column of one of its two companies."


def test_letting_go_beside_the_grid_puts_it_back(timetable: TimetableScreen) -> None:
    before = timetable.workspace.store.all(Meeting)
    drag(timetable, at(timetable, 0, 0), QPoint(-300, -300))
    assert not timetable.dragging.preview.is_holding
    assert timetable.workspace.store.all(Meeting) == before


def test_resting_over_another_day_shows_it(tuesday: date, timetable: TimetableScreen, qtbot: QtBot) -> None:
    timetable.grid.go_to((0, 0))
    timetable.dragging.use()
    timetable.grid.gesture.carried.emit(timetable.days.mapToGlobal(timetable.days.tabRect(1).center()))
    qtbot.waitUntil(lambda: timetable.days.currentIndex() == 1, timeout=3000)
    assert timetable.dragging.preview.is_holding


def test_a_reader_of_the_file_takes_nothing_up(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    screen = TimetableScreen(workspace, Runner(workspace))
    qtbot.addWidget(screen)
    screen.refresh()
    assert not screen.dragging.take_up(store.all(Meeting)[0])
    screen.dragging.take_up_request(planning.open_requests(screen.snapshot)[0])
    assert not screen.dragging.preview.is_holding
    screen.settle()
    workspace.close()
