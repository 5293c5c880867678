"""The calendar by mouse and keyboard, guests and waiting lists, and what sessions would strand."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.domain.events import Attendance, Audience, Event, EventKind, Part
from missionplanner.domain.mission import Stop
from missionplanner.domain.timetable import Interpreter, Meeting, Session, Slot
from missionplanner.errors import UserError
from missionplanner.gui.programme import places_and_people, stranded_meetings
from missionplanner.gui.programme.calendar import Calendar
from missionplanner.gui.programme.events_and_sessions import Events, Sessions, Slots
from missionplanner.gui.programme.guests import GuestsDialog
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.window.main_window import MainWindow
from tests.builders import DAY, key_of, meet, moment, small_mission


@pytest.fixture
def programme(open_window: Any, tmp_path: Path) -> ProgrammeScreen:
    """The screen on a mission of two stops in parallel, the second on other clocks, with two events at one time."""
    with small_mission(tmp_path / "m.mission") as store:
        with store.change("More") as change:
            change.insert(
                Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY + timedelta(days=1))
            )
            for name, kind in (("Talk", EventKind.BRIEFING), ("Visit", EventKind.SITE_VISIT)):
                change.insert(
                    Event(
                        stop_id=1, name_en=name, kind=kind, starts=moment(10), ends=moment(11), audience=Audience.LISTED
                    )
                )
        meet(store, "D1", "C1", 0, 0)
    window: MainWindow = open_window(tmp_path / "m.mission")
    window.do("show_programme")
    found = window.screens["programme"]
    assert isinstance(found, ProgrammeScreen)
    return found


def calendar_of(screen: ProgrammeScreen) -> Calendar:
    calendar = screen.calendar.calendar
    calendar.resize(900, 900)
    return calendar


def event(screen: ProgrammeScreen, name: str) -> Event:
    return next(e for e in screen.workspace.store.all(Event) if e.name_en == name)


def drag(calendar: Calendar, start: QPointF, by: QPoint, keys: Any = Qt.KeyboardModifier.NoModifier) -> None:
    first = start.toPoint()
    QTest.mousePress(calendar, Qt.MouseButton.LeftButton, keys, first)
    for part in (0.5, 1.0):
        QTest.mouseMove(calendar, first + QPoint(round(by.x() * part), round(by.y() * part)))
    QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, keys, first + by)


def test_an_event_is_dragged_resized_and_copied(programme: ProgrammeScreen) -> None:
    calendar, store = calendar_of(programme), programme.workspace.store
    talk = event(programme, "Talk")
    hour = 42
    drag(calendar, calendar.area_of(talk).center(), QPoint(0, hour))
    assert (event(programme, "Talk").starts, event(programme, "Talk").ends) == (moment(11), moment(12))
    assert store.steps.undo_label == "Move event"
    area = calendar.area_of(event(programme, "Talk"))
    drag(calendar, QPointF(area.center().x(), area.bottom() - 2), QPoint(0, hour // 2))
    assert event(programme, "Talk").ends == moment(12, 30)
    drag(
        calendar,
        calendar.area_of(event(programme, "Visit")).center(),
        QPoint(0, 4 * hour),
        Qt.KeyboardModifier.ControlModifier,
    )
    assert [e.starts for e in store.all(Event) if e.name_en == "Visit"] == [moment(10), moment(14)]
    for _step in range(3):
        store.undo()
    assert event(programme, "Talk") == talk


def test_an_event_dragged_to_another_stop_keeps_its_hour_there(programme: ProgrammeScreen) -> None:
    calendar = calendar_of(programme)
    assert [column.text.split("\n")[0] for column in calendar.columns] == ["Mexico City", "Tijuana", "Tijuana"]
    assert calendar.columns[1].note == "Times of America/Tijuana"
    width = (900 - 48) / 3
    drag(calendar, calendar.area_of(event(programme, "Talk")).center(), QPoint(round(width), 0))
    moved = event(programme, "Talk")
    assert moved.stop_id == 2
    assert moved.starts.astimezone(calendar.columns[1].moment(0).tzinfo).hour == 10
    assert moved.starts - moment(10) == timedelta(hours=2)


def test_the_keyboard_does_all_that_the_mouse_does(programme: ProgrammeScreen, qtbot: QtBot) -> None:
    calendar, store = calendar_of(programme), programme.workspace.store
    alt, shift, control = (
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    )
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    assert calendar.current is not None
    name = calendar.current.name_en
    qtbot.keyClick(calendar, Qt.Key.Key_Down, alt)
    assert event(programme, name).starts == moment(10, 15)
    qtbot.keyClick(calendar, Qt.Key.Key_Up, alt | shift)
    assert event(programme, name).ends == moment(11)
    qtbot.keyClick(calendar, Qt.Key.Key_Right, alt)
    assert event(programme, name).stop_id == 2
    qtbot.keyClick(calendar, Qt.Key.Key_C, control)
    qtbot.keyClick(calendar, Qt.Key.Key_V, control)
    assert [e.name_en for e in store.all(Event)].count(name) == 2
    qtbot.keyClick(calendar, Qt.Key.Key_Delete)
    assert [e.name_en for e in store.all(Event)].count(name) == 1
    assert store.steps.undo_label == "Delete events"
    store.undo()
    assert "Listed companies" in calendar.sentence(event(programme, name))


def test_early_and_late_events_keep_their_length_and_are_seen(programme: ProgrammeScreen) -> None:
    store, calendar = programme.workspace.store, calendar_of(programme)
    times = {"Early": (moment(4, 30), moment(5, 30)), "Late": (moment(20), moment(20) + timedelta(hours=5, minutes=30))}
    for name, (starts, ends) in times.items():
        with store.change(name) as change:
            change.insert(Event(stop_id=1, name_en=name, starts=starts, ends=ends, audience=Audience.LISTED))
        calendar._nudge(event(programme, name), 1, 0, False)
        moved = event(programme, name)
        assert moved.stop_id == 2
        assert moved.ends - moved.starts == ends - starts
        store.undo()
        calendar._nudge(event(programme, name), 0, 1, True)
        assert (event(programme, name).starts, event(programme, name).ends) == (starts, ends + timedelta(minutes=15))
    assert calendar.first == 4
    assert calendar.area_of(event(programme, "Early")).top() >= 44


def test_events_that_overlap_lie_side_by_side(programme: ProgrammeScreen) -> None:
    calendar = calendar_of(programme)
    talk, visit = (calendar.area_of(event(programme, name)) for name in ("Talk", "Visit"))
    assert not talk.intersects(visit)
    assert talk.width() < (900 - 48) / 3 / 2 + 1


def test_what_an_event_concerns_is_said_before_and_after(programme: ProgrammeScreen, monkeypatch: Any) -> None:
    store, page = programme.workspace.store, programme.calendar
    with store.change("Everyone") as change:
        change.update(replace(event(programme, "Talk"), audience=Audience.EVERYONE, capacity=3))
    calendar = calendar_of(programme)
    calendar._choose(event(programme, "Talk"))
    assert "6 people attend · room for 3" in page.sentence.text()
    calendar._nudge(event(programme, "Talk"), 0, -4, False)
    assert "1 meeting lies in this time" in page.sentence.text()
    values: dict[str, object] = {"name_en": "Dinner", "audience": Audience.STATUS, "status": "", "capacity": "12"}

    def accept(dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **values})
        values["status"] = "accepted"
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    shown: list[object] = []
    monkeypatch.setattr("missionplanner.gui.widgets.alerts.show_error", lambda _parent, error: shown.append(error))
    page.edit(None)
    assert next(str(error) for error in shown if isinstance(error, UserError)).startswith("Companies of which status")
    dinner = event(programme, "Dinner")
    assert (dinner.capacity, dinner.status) == (12, "accepted")


def test_guests_are_invited_excused_and_wait(programme: ProgrammeScreen, qtbot: QtBot) -> None:
    store = programme.workspace.store
    with store.change("Room") as change:
        change.update(replace(event(programme, "Talk"), capacity=2))
    dialog = GuestsDialog(programme.workspace, event(programme, "Talk"))
    qtbot.addWidget(dialog)
    assert dialog.summary.text() == "0 people attend · room for 2"
    dialog.table.selectAll()
    dialog.invite()
    assert dialog.summary.text() == "2 people attend · room for 2 · 4 companies wait"
    assert dialog.outcome.text() == "2 companies attend. 4 companies wait for a place."
    coming = next(row.company_id for row in store.all(Attendance) if row.part is Part.IN)
    dialog.table.choose([coming])
    dialog.excuse()
    assert dialog.outcome.text().startswith("Moved up: ")
    assert dialog.summary.text() == "2 people attend · room for 2 · 3 companies wait"
    dialog.shown.setCurrentIndex(dialog.shown.findData(Part.WAITING.value))
    assert [dialog.table.rows.text(n, 3) for n in range(3)] == [f"Waiting list ({n})" for n in (1, 2, 3)]
    store.undo()
    dialog.refresh()
    assert dialog.summary.text() == "2 people attend · room for 2 · 4 companies wait"
    dialog.shown.setCurrentIndex(0)
    with store.change("Less room") as change:
        change.update(replace(event(programme, "Talk"), capacity=1))
    dialog.refresh()
    dialog.keep_to_capacity()
    assert dialog.outcome.text() == "1 company waits now."


def test_what_a_session_would_strand_is_shown_before(
    programme: ProgrammeScreen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    store = programme.workspace.store
    meet(store, "D2", "C2", 1, 0)
    sessions = Sessions(store)
    editor = programme.editor("Sessions")
    shown: list[list[str]] = []

    def look(dialog: stranded_meetings.StrandedDialog) -> int:
        table = dialog.findChildren(type(editor.table))[0]
        shown.append([table.rows.text(n, 2) for n in range(table.rows.rowCount())])
        return answers.pop(0)

    values = {**sessions.values(sessions.rows()[0]), "slot_minutes": "30"}

    def fill(dialog: RecordDialog) -> int:
        dialog.form.set_values(values)
        return presses.pop(0)

    presses, answers = [1, 0, 1], [0, 1]
    monkeypatch.setattr(RecordDialog, "exec", fill)
    monkeypatch.setattr(stranded_meetings.StrandedDialog, "exec", look)
    editor.table.selectRow(0)
    editor.edit()
    assert shown == [["D2"]]
    assert store.get(Session, sessions.rows()[0].id).slot_minutes == 20
    editor.edit()
    assert store.get(Session, sessions.rows()[0].id).slot_minutes == 30
    assert [m.delegation_id for m in store.all(Meeting)] == [key_of(store, "D1")]
    store.undo()
    assert store.count(Meeting) == 2


def test_slots_interpreters_and_travel_times_have_their_lists(programme: ProgrammeScreen) -> None:
    store = programme.workspace.store
    slots = Slots(store)
    first = slots.rows()[0]
    slots.save(first, {**slots.values(first), "ends": moment(9, 15).replace(tzinfo=None)})
    assert store.get(Slot, first.id).ends == moment(9, 15)
    interpreters = places_and_people.interpreters(store)
    interpreters.save(None, {"name": "Ana Ruiz", "languages": "EN, es", "phone": ""})
    assert [(p.name, p.languages) for p in store.all(Interpreter)] == [("Ana Ruiz", "en,es")]
    assert programme.editor("Interpreters").table.rows.rowCount() == 1
    travels = places_and_people.travels(store)
    with pytest.raises(UserError, match="same venue"):
        travels.save(None, {"venue_id": 1, "other_id": 1, "minutes": "10"})
    events = Events(store)
    assert events.values(event(programme, "Talk"))["capacity"] is None
