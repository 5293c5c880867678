"""The timetable by mouse and keyboard: taking up, judging, putting down, and every act on a meeting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from missionplanner.domain import rules
from missionplanner.domain.companies import Delegate
from missionplanner.domain.mission import Stop
from missionplanner.domain.moves import Grade
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Interpreter, Keep, Meeting, MeetingStatus, Owner, Version
from missionplanner.errors import UserError
from missionplanner.gui.timetable import availability, planning_dialogs, repairs
from missionplanner.gui.timetable.layouts import VIEWS
from missionplanner.gui.timetable.meeting_commands import ACTS
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.timetable.versions import VersionsDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import planning, versions
from missionplanner.store.store import Store
from tests.builders import DAY, ask, ask_all, key_of, meet, moment, small_mission

MEET = Priority.MEET
Screen = TimetableScreen


@pytest.fixture
def small(open_window: Any, tmp_path: Path) -> MainWindow:
    """A window on a mission of four slots and three tables with two meetings and one open request."""
    with small_mission(tmp_path / "m.mission", tables=3) as store:
        ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET), ("D3", "C3", MEET))
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D2", "C2", 1, 1)
    window: MainWindow = open_window(tmp_path / "m.mission")
    window.do("show_timetable")
    return window


@pytest.fixture
def timetable(small: MainWindow) -> Screen:
    screen = small.screens["timetable"]
    assert isinstance(screen, Screen)
    screen.side.finish()
    return screen


def store_of(screen: Screen) -> Store:
    return screen.workspace.store


def answer(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    """Fill the next forms with these values and press OK."""

    def accept(dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **values})
        assert not dialog.form.problems, dialog.form.problems
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)


def at(screen: Screen, row: int, column: int) -> QPoint:
    return screen.grid.visualRect(screen.model.index(row, column)).center()


def drag(screen: Screen, start: QPoint, end: QPoint, source: Any = None) -> None:
    """Press, carry in three steps, let go."""
    view = (source or screen.grid).viewport()
    target = view.mapFromGlobal(screen.grid.viewport().mapToGlobal(end))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(view, start + (target - start) * part)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target)


def test_dragging_moves_a_meeting_and_undo_brings_it_back(timetable: Screen) -> None:
    store = store_of(timetable)
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


def test_dragging_onto_another_meeting_swaps_the_two(timetable: Screen) -> None:
    store = store_of(timetable)
    one, two = store.all(Meeting)
    drag(timetable, at(timetable, 0, 0), at(timetable, 1, 1))
    swapped = store.all(Meeting)
    assert store.steps.undo_label == "Swap two meetings"
    assert [(m.slot_id, m.table_id) for m in swapped] == [(two.slot_id, two.table_id), (one.slot_id, one.table_id)]


def test_a_refused_place_says_why_and_changes_nothing(timetable: Screen) -> None:
    store = store_of(timetable)
    meet(store, "D1", "C3", 2, 0)
    before = store.all(Meeting)
    drag(timetable, at(timetable, 0, 0), at(timetable, 2, 2))
    assert store.all(Meeting) == before
    assert timetable.dragging.sentence.grade is Grade.REFUSED
    assert timetable.dragging.sentence.words.startswith("D1 has two meetings on February 16 at 09:50")
    assert not timetable.dragging.preview.is_holding


def test_a_request_is_dragged_from_the_list_into_the_timetable(timetable: Screen, qtbot: QtBot) -> None:
    store = store_of(timetable)
    rows = timetable.side.unplaced
    assert rows.rows.text(0, 0).startswith("D3\nC3\nMeet. ")
    start = rows.visualRect(rows.rows.index(0, 0)).center()
    drag(timetable, start, at(timetable, 2, 0), rows)
    assert store.steps.undo_label == "Place a meeting"
    assert [m.pair for m in store.all(Meeting)][-1] == (key_of(store, "D3"), key_of(store, "C3"))
    timetable.side.finish()
    assert timetable.side.unplaced.rows.rowCount() == 0


def test_reasons_wrap_at_the_width_there_is(timetable: Screen, qtbot: QtBot) -> None:
    ask_all(store_of(timetable))
    timetable.side.finish()
    for table in (timetable.side.unplaced, timetable.side.conflicts):
        timetable.side.tabs.setCurrentWidget(table)
        qtbot.wait(50)
        assert table.columnWidth(0) == table.viewport().width()


def test_the_current_meeting_shows_whom_to_call_until_the_timetable_changes(timetable: Screen) -> None:
    store = store_of(timetable)
    with store.change("Phone") as change:
        change.update(replace(store.all(Delegate)[0], mobile="+15145550000"))
    timetable.grid.go_to((0, 0))
    assert timetable.dragging.sentence.words == "D1 (Given D1, +15145550000) – C1 (Given C1)"
    timetable.say("Moved.")
    store.undo()
    assert timetable.dragging.sentence.words == "D1 (Given D1) – C1 (Given C1)"


def test_the_keyboard_alone_carries_a_meeting(timetable: Screen, qtbot: QtBot) -> None:
    grid, store = timetable.grid, store_of(timetable)
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


def test_what_is_held_stays_held_on_another_day(window: MainWindow, qtbot: QtBot) -> None:
    store = window.workspace.store
    planning.accept(store, run_now(planning.plan(1), store))
    window.do("show_timetable")
    timetable = window.screens["timetable"]
    assert isinstance(timetable, Screen)
    place, cell = next((p, c) for p, c in timetable.model.cells.items() if c.meeting)
    timetable.grid.go_to(place)
    timetable.dragging.use()
    qtbot.keyClick(timetable, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert timetable.days.currentIndex() == 1
    assert timetable.dragging.preview.is_holding
    timetable.dragging.preview.finish()
    assert set(timetable.model.grades.values()) >= {Grade.REFUSED}
    free = next((p for p, grade in timetable.model.grades.items() if grade is not Grade.REFUSED), None)
    assert cell.meeting is not None
    if free is not None:
        assert timetable.dragging.put(free)
        assert store.get(Meeting, cell.meeting.id).slot_id != cell.meeting.slot_id


@pytest.mark.parametrize("seed", range(4))
def test_colours_and_sentences_agree_with_check_after_random_moves(timetable: Screen, seed: int) -> None:
    """A move goes where it is green or amber and leaves no new conflict; where it is red it says what check would."""
    chance, store = Random(seed), store_of(timetable)
    ask_all(store)
    with store.change("Away") as change:
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


@pytest.mark.parametrize("name", [act.name for act in ACTS if act.name != "move_day"])
def test_every_act_on_a_meeting_is_one_step(
    timetable: Screen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, name: str
) -> None:
    store = store_of(timetable)
    with store.change("Interpreter") as change:
        person = change.insert(Interpreter(name="Ana", languages="en,es"))
    delegate = store.all(Delegate)[0].id
    answer(monkeypatch, reason="Illness", people=(delegate,), who=person)
    before = store.all(Meeting), len(store.steps.history())
    timetable.grid.setFocus()
    timetable.grid.go_to((0, 0))
    key = {"Del": Qt.Key.Key_Delete}.get(next(act.key for act in ACTS if act.name == name))
    qtbot.keyClick(timetable.grid, key or next(act.key for act in ACTS if act.name == name))
    assert len(store.steps.history()) == before[1] + 1
    meeting = next((m for m in store.all(Meeting) if m.id == before[0][0].id), None)
    changed = {
        "lock": lambda: meeting is not None and meeting.locked,
        "confirm": lambda: meeting is not None and meeting.status is MeetingStatus.CONFIRMED,
        "attend": lambda: timetable.snapshot.attending == {before[0][0].id: frozenset({delegate})},
        "interpret": lambda: meeting is not None and meeting.interpreter_id == person,
        "next_place": lambda: meeting is not None and meeting.slot_id == timetable.snapshot.slots[1].id,
        "cancel": lambda: (
            meeting is not None and (meeting.status, meeting.reason) == (MeetingStatus.CANCELLED, "Illness")
        ),
        "take_out": lambda: meeting is None,
    }
    assert changed[name]()
    store.undo()
    assert store.all(Meeting) == before[0]


def test_firm_meetings_are_not_taken_up(timetable: Screen, shown_errors: list[BaseException]) -> None:
    store = store_of(timetable)
    planning.set_locked(store, [m.id for m in store.all(Meeting)], True)
    timetable.grid.go_to((0, 0))
    timetable.dragging.use()
    assert timetable.dragging.sentence.words == "This meeting is locked; unlock it first."
    timetable._try(lambda: timetable.meeting_commands.do("take_out", timetable.chosen_meetings()))
    assert isinstance(shown_errors.pop(), UserError)
    assert store.count(Meeting) == 2


def test_a_whole_day_moves_after_a_look(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    store = window.workspace.store
    planning.accept(store, run_now(planning.plan(1), store))
    window.do("show_timetable")
    timetable = window.screens["timetable"]
    assert isinstance(timetable, Screen)
    meeting = next(c.meeting for c in timetable.model.cells.values() if c.meeting)
    tuesday = DAY + timedelta(1)
    answer(monkeypatch, company=meeting.delegation_id, day=tuesday)
    monkeypatch.setattr(planning_dialogs.ProposalDialog, "exec", lambda _dialog: 1)
    timetable.meeting_commands.do("move_day", [meeting])
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=20_000)
    snapshot = timetable.snapshot
    days = {snapshot.slot[m.slot_id].day for m in snapshot.meetings_of[meeting.delegation_id]}
    assert DAY not in days
    assert planning.conflicts(snapshot) == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_meetings_and_is_a_sound_model(
    timetable: Screen, view: str, qtmodeltester: ModelTester
) -> None:
    store = store_of(timetable)
    with store.change("Interpreter") as change:
        person = change.insert(Interpreter(name="Ana", languages="en,es"))
    meeting_edits.give_interpreter(store, [m.id for m in store.all(Meeting)], person)
    timetable.view.setCurrentIndex(list(VIEWS).index(view))
    shown = {cell.meeting.id for cell in timetable.model.cells.values() if cell.meeting}
    assert shown == {meeting.id for meeting in store.all(Meeting)}
    card = timetable.model.data(timetable.model.index(*next(iter(timetable.model.cells))), Qt.ItemDataRole.ToolTipRole)
    assert "Given D1" in str(card)
    qtmodeltester.check(timetable.model, force_py=True)


def test_the_finder_goes_from_match_to_match(timetable: Screen) -> None:
    timetable.text.setText("c2")
    timetable.find_next()
    assert (timetable.grid.currentIndex().row(), timetable.grid.currentIndex().column()) == (1, 1)
    timetable.text.setText("nobody")
    timetable.find_next()
    assert timetable.dragging.sentence.words == "“nobody” is not in this view."


def test_conflicts_are_listed_and_lead_to_their_meeting(timetable: Screen) -> None:
    store = store_of(timetable)
    meet(store, "D1", "C2", 0, 2)
    timetable.side.finish()
    assert timetable.side.conflicts.rows.rowCount() == 1
    assert "1 conflict" in timetable.count_label.text()
    timetable.side.conflicts.activated_row.emit(0)
    assert timetable.model.cell(timetable.grid.currentIndex()).meeting is not None


def test_reasons_are_found_between_events_and_zoom_stays_in_bounds(timetable: Screen, qtbot: QtBot) -> None:
    ask_all(store_of(timetable))
    qtbot.waitUntil(lambda: not timetable.side._slices.is_busy, timeout=5000)
    assert "…" not in timetable.side.unplaced.rows.text(0, 0)
    for _n in range(20):
        timetable.grid.zoom_by(1)
    assert timetable.grid.zoom == 2.0
    for _n in range(20):
        timetable.grid.zoom_by(-1)
    assert timetable.grid.zoom == 0.5


# -- making, repairing, versions, availability


def test_only_a_part_is_planned(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    store = window.workspace.store
    window.do("show_timetable")
    snapshot = window.workspace.snapshot()
    dialog = planning_dialogs.PlanDialog(snapshot)
    qtbot.addWidget(dialog)
    labels = [dialog.part.itemText(n) for n in range(dialog.part.count())]
    assert labels[0] == "The whole mission"
    assert "Mexico City, Monday, February 16, 2026" in labels
    dialog.part.setCurrentIndex(labels.index("Mexico City, Monday, February 16, 2026"))
    name = next(c.name for c in snapshot.companies if snapshot.wishes and c.id == next(iter(snapshot.wishes))[0])
    dialog.companies.setText(f"{name}; ")
    scope = dialog.scope
    assert (scope.day, scope.stop_id, len(scope.companies)) == (DAY, 1, 1)
    proposal = run_now(planning.plan(1, dialog.keep.value, scope), store)
    assert {snapshot.slot[m.slot_id].day for m in proposal.meetings} <= {DAY}
    assert all(scope.companies & set(m.pair) for m in proposal.meetings)
    dialog.companies.setText("Nobody Ltd")
    with pytest.raises(UserError, match="Nobody Ltd"):
        assert dialog.scope


def test_a_withdrawal_is_put_right_in_the_way_that_is_chosen(
    timetable: Screen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    store = store_of(timetable)
    answer(monkeypatch, company="D1", reason="No longer interested")
    shown: list[tuple[int, str]] = []

    def choose(dialog: repairs.RepairDialog) -> int:
        assert dialog.chosen
        shown.append((len(dialog.chosen.lost), " ".join(label.text() for label in dialog.findChildren(QLabel))))
        return 1

    monkeypatch.setattr(repairs.RepairDialog, "exec", choose)
    timetable.commands.repair("withdrawn")
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    qtbot.waitUntil(lambda: store.steps.undo_label.startswith("Put the timetable right"), timeout=5000)
    assert shown[0][0] == 1
    assert "1 meeting fell away with what happened." in shown[0][1]
    assert "Undo takes it back" in shown[0][1]
    pairs = {m.pair for m in store.all(Meeting) if m.stands}
    assert pairs == {(key_of(store, "D2"), key_of(store, "C2")), (key_of(store, "D3"), key_of(store, "C3"))}
    assert planning.conflicts(store.snapshot()) == []


def choose_fullest(dialog: repairs.RepairDialog) -> int:
    """Take the way that leaves the most meetings."""
    number = range(dialog.table.rows.rowCount())
    dialog.table.selectRow(max(number, key=lambda row: int(dialog.table.rows.text(row, 2))))
    return 1


@pytest.mark.parametrize("happening", ["ill", "table"])
def test_illness_and_lost_tables_are_noted_and_put_right(
    timetable: Screen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, happening: str
) -> None:
    store = store_of(timetable)
    starts, ends = moment(8).replace(tzinfo=None), moment(9, 20).replace(tzinfo=None)
    answer(
        monkeypatch,
        who="Given D1 – D1",
        table=store_of(timetable).snapshot().tables[0].id,
        starts=starts,
        ends=ends,
        stop_id=1,
        reason="Illness",
    )
    monkeypatch.setattr(repairs.RepairDialog, "exec", choose_fullest)
    timetable.commands.repair(happening)
    qtbot.waitUntil(lambda: store.steps.undo_label.startswith("Put the timetable right"), timeout=20_000)
    assert [a.owner for a in store.all(Availability)] == [Owner.DELEGATE if happening == "ill" else Owner.TABLE]
    assert planning.conflicts(store.snapshot()) == []
    assert store.count(Meeting) == 3


def test_versions_are_kept_compared_published_and_brought_back(
    timetable: Screen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    store = store_of(timetable)
    before = store.all(Meeting)
    versions.keep(store, "Before lunch")
    dialog = VersionsDialog(timetable.workspace)
    qtbot.addWidget(dialog)
    dialog.publish()
    drag(timetable, at(timetable, 0, 0), at(timetable, 3, 2))
    dialog.publish()
    assert [v.number for v in store.all(Version)] == [None, 1, 2]
    assert (
        "D1 – C1: February 16 at 09:00, Hall, table 1 → February 16 at 10:15, Hall, table 3"
        in store.all(Version)[-1].changes
    )
    dialog.table.choose([store.all(Version)[0].id])
    texts = [dialog.differences.item(n).text() for n in range(dialog.differences.count())]
    assert texts == ["D1 – C1: February 16 at 09:00, Hall, table 1 → February 16 at 10:15, Hall, table 3"]
    dialog.bring_back()
    assert [(m.slot_id, m.table_id) for m in store.all(Meeting)] == [(m.slot_id, m.table_id) for m in before]
    dialog.remove()
    assert store.count(Version) == 2


def test_availability_is_painted_with_mouse_and_keys(timetable: Screen, qtbot: QtBot) -> None:
    store = store_of(timetable)
    dialog = availability.AvailabilityDialog(timetable.workspace, key=key_of(store, "D1"))
    qtbot.addWidget(dialog)
    dialog.show()
    times = dialog.times
    nine = 9 * 4
    start, end = (times.visualItemRect(times.item(0, column)).center() for column in (nine, nine + 3))
    QTest.mousePress(times.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(times.viewport(), end)
    QTest.mouseRelease(times.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert [(r.start, r.end) for r in dialog.ranges] == [(moment(9), moment(10))]
    assert dialog.stranded.text().startswith("1 meeting cannot stay: February 16 at 09:00 D1 – C1")
    times.clearSelection()
    qtbot.keyClicks(dialog.reason, "Bank")
    times.setCurrentCell(0, nine + 8)
    dialog.reason.setText("Bank")
    qtbot.keyClick(times, Qt.Key.Key_Space)
    said = times.item(0, nine).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "09:00–09:15, Not available (Bank), D1 – C1" in said
    dialog.owner.choose(Owner.TABLE)
    assert dialog.chosen == timetable.snapshot.tables[0].id
    assert dialog.ranges == []
    assert store.all(Availability) == []
    dialog.accept()
    found = [(a.owner, a.starts, a.ends, a.reason) for a in store.all(Availability)]
    assert found == [
        (Owner.COMPANY, moment(9), moment(10), "Bank"),
        (Owner.COMPANY, moment(11), moment(11, 15), "Bank"),
    ]
    assert store.steps.undo_label == "Paint availability"
    timetable.side.finish()
    assert "1 conflict" in timetable.count_label.text()


def test_looking_at_an_absence_or_cancelling_leaves_it_as_it_is(timetable: Screen, qtbot: QtBot) -> None:
    store = store_of(timetable)
    with store.change("Away") as change:
        for start, reason in ((moment(9, 5), "doctor"), (moment(9, 20), "visit")):
            change.insert(
                Availability(
                    owner=Owner.COMPANY,
                    owner_id=key_of(store, "D1"),
                    starts=start,
                    ends=start + timedelta(minutes=15),
                    reason=reason,
                )
            )
    before = store.all(Availability)
    for result in (0, 1):
        dialog = availability.AvailabilityDialog(timetable.workspace, key=key_of(store, "D1"))
        qtbot.addWidget(dialog)
        dialog.name.setText("D2")
        dialog.name.setText("D1")
        dialog.done(result)
        assert store.all(Availability) == before
    dialog = availability.AvailabilityDialog(timetable.workspace, key=key_of(store, "D1"))
    qtbot.addWidget(dialog)
    dialog.times.setCurrentCell(0, 9 * 4 + 2)
    assert dialog.reason.text() == "visit"
    dialog.reason.clear()
    qtbot.keyClicks(dialog.reason, "Ill")
    dialog.accept()
    assert [a.reason for a in store.all(Availability)] == ["doctor", "Ill"]
    assert [a.span for a in store.all(Availability)] == [a.span for a in before]


def test_one_moment_on_two_clocks_is_painted_and_wiped_once(open_window: Any, tmp_path: Path, qtbot: QtBot) -> None:
    with small_mission(tmp_path / "m.mission") as store, store.change("Stop") as change:
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
        span = {"starts": moment(9), "ends": moment(9, 30)}
        change.insert(Availability(owner=Owner.COMPANY, owner_id=key_of(store, "D1"), **span))
    window: MainWindow = open_window(tmp_path / "m.mission")
    window.do("show_timetable")
    store = window.workspace.store
    dialog = availability.AvailabilityDialog(window.workspace, key=key_of(store, "D1"))
    qtbot.addWidget(dialog)
    assert [row.text.split(", ")[-1] for row in dialog.times.days] == ["Tijuana", "Mexico City"]
    rows = [row.text.split(", ")[-1] for row in dialog.times.days]
    here, there = rows.index("Mexico City"), rows.index("Tijuana")
    assert dialog.times.item(there, 7 * 4).data(availability._AWAY)
    dialog.times.setCurrentCell(here, 9 * 4)
    qtbot.keyClick(dialog.times, Qt.Key.Key_Space)
    assert not dialog.times.item(there, 7 * 4).data(availability._AWAY)
    dialog.accept()
    assert [(a.starts, a.ends) for a in store.all(Availability)] == [(moment(9, 15), moment(9, 30))]


def test_read_only_shows_but_does_not_touch(
    small: MainWindow, open_window: Callable[[Path], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    second = open_window(small.workspace.store.path)
    second.do("show_timetable")
    screen = second.screens["timetable"]
    assert isinstance(screen, Screen)
    assert second.workspace.store.read_only
    screen.grid.go_to((0, 0))
    screen.dragging.use()
    assert not screen.dragging.preview.is_holding
    monkeypatch.setattr(alerts, "show_error", lambda *_words: None)
    screen.meeting_commands.do("take_out", screen.chosen_meetings())
    assert second.workspace.store.count(Meeting) == 2


def test_the_plan_dialog_offers_what_is_selected(small: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = small.screens["timetable"]
    assert isinstance(screen, Screen)
    screen.grid.selectAll()
    asked: list[tuple[str, object]] = []

    def look(dialog: planning_dialogs.PlanDialog) -> int:
        asked.append((dialog.companies.text(), dialog.keep.value))
        return 0

    monkeypatch.setattr(planning_dialogs.PlanDialog, "exec", look)
    small.do("make_timetable")
    assert asked == [("D1; D2; C1; C2; ", Keep.ALL)]
