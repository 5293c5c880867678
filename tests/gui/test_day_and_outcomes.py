"""The day itself and what comes after: the board, the calls, outcomes from the papers, follow-ups, the scorecard."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import FollowUp, Meeting, MeetingStatus, Outcome
from missionplanner.errors import UserError
from missionplanner.gui.day.board import ACTS
from missionplanner.gui.day.screen import DayScreen
from missionplanner.gui.outcomes.screen import OutcomesScreen
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.outcomes import report as reporting
from missionplanner.jobs.timetable import planning
from tests.builders import DAY, ask, key_of, meet, small_mission


@pytest.fixture
def window(open_window: Any, tmp_path: Path) -> MainWindow:
    """A window on a mission with three meetings."""
    with small_mission(tmp_path / "m.mission") as store:
        ask(store, ("D1", "C1", Priority.MEET), ("D2", "C2", Priority.MEET))
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D2", "C2", 0, 1)
        meet(store, "D3", "C3", 1, 0)
    found: MainWindow = open_window(tmp_path / "m.mission")
    return found


@pytest.fixture
def day(window: MainWindow) -> DayScreen:
    """The screen of the day, at ten past nine."""
    window.do("show_day")
    found = window.screens["day"]
    assert isinstance(found, DayScreen)
    found.moment.setDate(QDate(DAY.year, DAY.month, DAY.day))
    found.moment.setTime(QTime(9, 10))
    return found


def fill(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    def accept(dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **values})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)


def rows(screen: DayScreen, column: int) -> list[str]:
    return [screen.board.table.rows.text(n, column) for n in range(screen.board.table.rows.rowCount())]


def test_the_board_says_what_goes_on_now_and_next(day: DayScreen) -> None:
    assert not day.now.isChecked()
    assert day.clock.text().endswith("09:10")
    assert rows(day, 0) == ["Now", "Now", "Next"]
    assert rows(day, 3) == ["D1", "D2", "D3"]
    day.moment.setTime(QTime(9, 50))
    assert rows(day, 0) == []
    day.board.shown.choose("open")
    assert rows(day, 0) == ["Over", "Over", "Over"]
    assert "3 not closed yet" in day.board.summary.text()
    day.board.text.setText("given d2")
    assert rows(day, 3) == ["D2"]


def test_now_is_now(day: DayScreen) -> None:
    day.now.setChecked(True)
    assert abs(day.at - datetime.now(UTC)) < timedelta(seconds=5)
    assert day._timer.isActive()
    day.settle()
    assert not day._timer.isActive()


@pytest.mark.parametrize("act", ACTS, ids=[act.name for act in ACTS])
def test_single_letters_act_on_the_selected_meeting(
    day: DayScreen, act: Any, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, window: MainWindow
) -> None:
    store = window.workspace.store
    first = store.all(Meeting)[0]
    fill(monkeypatch, side=Side.COUNTERPART, minutes=20, reason="Flight")
    day.board.table.choose([first.id])
    before = len(store.steps.history())
    qtbot.keyClick(day.board.table, act.key)
    meeting = store.get(Meeting, first.id)
    expected: dict[str, bool] = {
        "held": meeting.status is MeetingStatus.HELD,
        "late": (meeting.late_side, meeting.late_minutes) == ("counterpart", 20),
        "no_show": (meeting.status, meeting.no_show_side, meeting.reason)
        == (MeetingStatus.NO_SHOW, "counterpart", "Flight"),
        "rebook": meeting.slot_id == window.workspace.snapshot().slots[1].id,
        "cancel": meeting.status is MeetingStatus.CANCELLED,
        "reset": meeting == first,
        "move_by_hand": window.screens["timetable"].dragging.preview.is_holding
        if "timetable" in window.screens
        else False,
    }
    assert expected[act.name]
    if act.name == "late":
        assert rows(day, 5)[0] == "20 min late: C1"
    assert len(store.steps.history()) == before + (0 if act.name in ("move_by_hand", "reset") else 1)


def test_a_missed_meeting_is_rebooked_with_one_click_and_as_planned_takes_it_back(
    day: DayScreen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, window: MainWindow
) -> None:
    store = window.workspace.store
    first = store.all(Meeting)[0]
    fill(monkeypatch, side=Side.DELEGATION, reason="Illness")
    day.board.table.choose([first.id])
    qtbot.keyClick(day.board.table, "n")
    assert rows(day, 5)[0] == "No-show, D1, Illness"
    qtbot.keyClick(day.board.table, "r")
    moved = store.get(Meeting, first.id)
    assert (moved.status, moved.reason) == (MeetingStatus.PLANNED, "")
    assert window.workspace.snapshot().slot[moved.slot_id].starts.hour == 9
    assert moved.slot_id != first.slot_id
    assert planning.conflicts(store.snapshot()) == []


def test_acts_on_the_day_refuse_what_they_should(
    day: DayScreen, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException], window: MainWindow, qtbot: QtBot
) -> None:
    store = window.workspace.store
    first, second, _third = store.all(Meeting)
    planning.set_locked(store, [first.id], True)
    day.board.table.choose([first.id])
    qtbot.keyClick(day.board.table, "r")
    assert str(shown_errors.pop()).startswith("This meeting is locked")
    day.board.table.choose([second.id])
    qtbot.keyClick(day.board.table, "h")
    for letter, words in (("r", "This meeting was held."), ("c", "1 held meeting stays.")):
        fill(monkeypatch, reason="Illness")
        qtbot.keyClick(day.board.table, letter)
        assert str(shown_errors.pop()).startswith(words)
    fill(monkeypatch, side=Side.COUNTERPART, reason="Flight")
    day.board.table.choose([m.id for m in store.all(Meeting)])
    qtbot.keyClick(day.board.table, "n")
    assert {m.status for m in store.all(Meeting)} == {MeetingStatus.NO_SHOW}
    assert store.steps.undo_label == "No-show"


def test_move_by_hand_takes_that_meeting_whatever_was_held(day: DayScreen, window: MainWindow, qtbot: QtBot) -> None:
    store = window.workspace.store
    first, second, _third = store.all(Meeting)
    window.do("show_timetable")
    timetable = window.screens["timetable"]
    timetable.dragging.take_up(first)
    before = store.steps.undo_label
    window.do("show_day")
    day.board.table.choose([second.id])
    qtbot.keyClick(day.board.table, "m")
    assert timetable.dragging.preview.moves.held.id == second.id
    assert store.steps.undo_label == before


def test_names_that_look_like_markup_are_shown_as_they_are(day: DayScreen, window: MainWindow) -> None:
    store = window.workspace.store
    company = next(c for c in store.all(Company) if c.name == "D1")
    with store.change("Name") as change:
        change.update(replace(company, name="<b>Acme</b> & <img src=x>"))
    window.do("show_timetable")
    timetable = window.screens["timetable"]
    timetable.dragging.take_up(store.all(Meeting)[0])
    assert timetable.dragging.sentence.textFormat() == Qt.TextFormat.PlainText
    tip = timetable.model.data(timetable.model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert not GuiQt.mightBeRichText(tip)
    heading = literal("<b>Acme</b> & <img src=x>")
    assert heading == "&lt;b&gt;Acme&lt;/b&gt; &amp; &lt;img src=x&gt;"
    assert literal("a < b") == "a < b"


def test_no_place_left_is_told(day: DayScreen, shown_errors: list[BaseException], qtbot: QtBot) -> None:
    day.moment.setTime(QTime(18, 0))
    day.board.shown.choose("")
    day.board.table.choose([day.workspace.store.all(Meeting)[0].id])
    qtbot.keyClick(day.board.table, "r")
    assert isinstance(shown_errors.pop(), UserError)


def test_a_walk_in_takes_the_next_free_place(
    day: DayScreen, monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    store = window.workspace.store
    fill(monkeypatch, delegation="D1", counterpart="C2")
    day.walk_in()
    made = store.all(Meeting)[-1]
    assert made.walk_in
    assert made.pair == (key_of(store, "D1"), key_of(store, "C2"))
    assert window.workspace.snapshot().slot[made.slot_id].starts > day.at
    assert store.steps.undo_label == "Walk-in meeting D1 – C2"


def test_large_type_is_remembered(day: DayScreen) -> None:
    small = day.board.table.verticalHeader().defaultSectionSize()
    day.large.setChecked(True)
    assert day.board.table.verticalHeader().defaultSectionSize() > small * 1.5
    assert "17pt" in day.board.table.styleSheet()
    day.large.setChecked(False)
    assert day.board.table.verticalHeader().defaultSectionSize() == small


def test_calls_are_listed_and_reconfirmed(day: DayScreen, window: MainWindow) -> None:
    store = window.workspace.store
    day.tabs.setCurrentIndex(1)
    page = day.calls
    page.day.choose(DAY)
    page._list()
    assert [page.table.rows.text(n, 1) for n in range(page.table.rows.rowCount())] == ["C1", "C2", "C3"]
    assert page.table.rows.text(0, 6) == "not yet"
    page.table.selectRow(0)
    page.reconfirm(True)
    meeting = store.all(Meeting)[0]
    assert (meeting.status, meeting.reconfirmed) == (MeetingStatus.CONFIRMED, date.today())  # noqa: DTZ011
    page.open.setChecked(True)
    assert [page.table.rows.text(n, 1) for n in range(page.table.rows.rowCount())] == ["C2", "C3"]
    assert "1 reconfirmed" in page.summary.text()
    assert len(day.shown_list().rows) == 2


# -- afterwards


@pytest.fixture
def outcomes(window: MainWindow) -> OutcomesScreen:
    window.do("show_outcomes")
    found = window.screens["outcomes"]
    assert isinstance(found, OutcomesScreen)
    return found


def test_a_form_takes_a_few_keys(outcomes: OutcomesScreen, qtbot: QtBot, window: MainWindow) -> None:
    """3, Tab, 5000, Tab, cad, Enter: the next form is at hand."""
    table, store = outcomes.entry.table, window.workspace.store
    table.setFocus()
    kind = next(n for n, column in enumerate(table.rows.columns) if column.edits == "kind")
    table.setCurrentIndex(table.rows.index(0, kind))
    qtbot.keyClick(table, "3")
    qtbot.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Tab)
    for text, key in (("5000", Qt.Key.Key_Tab), ("cad", Qt.Key.Key_Return)):
        qtbot.keyClicks(QGuiApplication.focusObject(), text)
        qtbot.keyClick(QGuiApplication.focusObject(), key)
    qtbot.waitUntil(lambda: table.currentIndex().row() == 1, timeout=2000)
    assert table.currentIndex().column() == kind
    found = store.all(Outcome)
    assert [(o.kind, o.value, o.currency) for o in found] == [("lead", 5000.0, "CAD")]
    assert store.all(Meeting)[0].status is MeetingStatus.HELD
    outcomes.entry.shown.choose("open")
    assert outcomes.entry.table.rows.rowCount() == 2


def test_follow_ups_are_noted(outcomes: OutcomesScreen, monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> None:
    store = window.workspace.store
    outcomes.entry.change([(m.id, "kind", "3") for m in store.all(Meeting)], "Edit a cell")
    outcomes.tabs.setCurrentIndex(1)
    page = outcomes.follow_ups
    page.until.choose(400)
    page.refresh()
    due = (date.today() - DAY).days + 400  # noqa: DTZ011
    expected = 3 * sum(days <= due for days in (30, 90, 180, 365))
    assert page.table.rows.rowCount() == expected
    fill(monkeypatch, text="Samples sent")
    page.table.selectRow(0)
    page.note(True)
    assert [(f.days, f.note) for f in store.all(FollowUp)] == [(30, "Samples sent")]
    assert page.table.rows.rowCount() == expected - 1
    page.done_too.setChecked(True)
    assert page.table.rows.rowCount() == expected
    page.table.selectRow(expected - 1)
    page.note(False)
    assert store.all(FollowUp) == []


def test_the_scorecard_and_its_report(
    outcomes: OutcomesScreen, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    store = window.workspace.store
    one, two, _three = store.all(Meeting)
    typed = [(one.id, "kind", "6"), (one.id, "value", "25000"), (one.id, "currency", "MXN"), (two.id, "kind", "1")]
    outcomes.entry.change([(key, name, text) for key, name, text in typed], "Edit a cell")
    outcomes.tabs.setCurrentIndex(2)
    assert outcomes.scorecard.gauges["accepted"].accessibleDescription() == "2 of 2; 40 to 60 % is usual."
    assert outcomes.scorecard.values.text() == "25,000 MXN"
    assert ["Contract or sale", "1", ""] in [list(row) for row in outcomes.shown_list().rows]
    target = tmp_path / "report.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    outcomes.save_report()
    qtbot.waitUntil(lambda: target.exists() and not window.runner.is_busy, timeout=10_000)
    assert reporting.report(target).title == "Writing report.xlsx"
