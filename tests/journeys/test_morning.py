"""A morning of the mission as an organiser lives it, through the real window: what happens, and what is done about it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.moves import Grade
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting, MeetingStatus, Session, Slot, Version
from missionplanner.gui import settings
from missionplanner.gui.programme.sessions import Sessions
from missionplanner.gui.programme.stranded_meetings import StrandedMeetingsDialog
from missionplanner.gui.timetable.repair_dialog import RepairDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.window import application
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning, versions
from missionplanner.store.store import Store
from missionplanner.store.tables import UNDOABLE
from tests.gui.typing import enter


class Organiser:
    """Fills forms and presses buttons as the morning asks."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.errors: list[BaseException] = []
        self.told: list[str] = []
        self._answers: list[dict[str, object]] = []
        monkeypatch.setattr(alerts, "show_error", lambda _parent, error: self.errors.append(error))
        monkeypatch.setattr(alerts, "tell", lambda _parent, text, *_more: self.told.append(text))
        monkeypatch.setattr(RecordDialog, "exec", lambda dialog: self._fill(dialog))
        monkeypatch.setattr(RepairDialog, "exec", lambda _dialog: 1)
        monkeypatch.setattr(StrandedMeetingsDialog, "exec", lambda _dialog: 1)

    def answers(self, **values: object) -> None:
        """What goes into the next form."""
        self._answers.append(values)

    def _fill(self, dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **self._answers.pop(0)})
        assert not dialog.form.problems, dialog.form.problems
        return 1


def whole(store: Store) -> dict[str, object]:
    return {table.name: store.all(table.kind) for table in UNDOABLE}


def conflicts(store: Store) -> list[str]:
    return [issue.text for issue in planning.conflicts(store.snapshot())]


def test_a_morning(qtbot: QtBot, qapp: QApplication, example: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    # the evening before: planned and published
    planning.accept(example, run_now(planning.plan(1, seed=1), example))
    path = example.path
    example.close()
    organiser = Organiser(monkeypatch)
    settings.write("recent", [])
    settings.write("language", "en")
    window = application.make(qapp, path)
    window.show()
    qtbot.waitUntil(lambda: window.is_loaded, timeout=10_000)
    store = window.workspace.store
    window.do("show_timetable")
    timetable: Any = window.screens["timetable"]
    publish(store)
    evening = {m.pair: m for m in store.all(Meeting)}

    # 8:10, three withdrawals on the telephone; each is put right with the fewest people told
    snapshot = window.workspace.snapshot()
    names = [c.name for c in snapshot.participants(Side.DELEGATION) if len(snapshot.meetings_of.get(c.id, [])) >= 4][:3]
    gone = {c.id for c in snapshot.companies if c.name in names}
    for name in names:
        organiser.answers(company=name, reason="No longer interested")
        timetable.repairs.record_withdrawal()
        qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    assert {a.company_id for a in store.all(Application) if a.status is Status.WITHDRAWN} == gone
    assert not [m for m in store.all(Meeting) if m.stands and set(m.pair) & gone]
    assert conflicts(store) == []
    kept = [m for m in store.all(Meeting) if m.pair in evening]
    assert [m for m in kept if m.slot_id != evening[m.pair].slot_id] == []

    # 9:40, two hosts are late; one meeting waits, the other goes to the next free place with one click
    window.do("show_day")
    day: Any = window.screens["day"]
    enter(day.moment, "2026-02-16 9:40")
    running = [key for key in day.board.table.rows.keys if day.board._going[key].phase == "now"]
    assert len(running) >= 2
    for key, minutes in zip(running[:2], (15, 30), strict=True):
        organiser.answers(side=Side.COUNTERPART, minutes=minutes)
        day.board.table.choose([key])
        qtbot.keyClick(day.board.table, "t")
    assert [store.get(Meeting, key).late_minutes for key in running[:2]] == [15, 30]
    late = store.get(Meeting, running[1])
    day.board.table.choose([late.id])
    qtbot.keyClick(day.board.table, "r")
    if not organiser.errors:
        assert store.get(Meeting, late.id).slot_id != late.slot_id
        assert store.get(Meeting, late.id).late_minutes == 0
    else:
        assert "no free place" in str(organiser.errors.pop())
    day.board.table.choose([running[0]])
    qtbot.keyClick(day.board.table, "h")
    assert store.get(Meeting, running[0]).status is MeetingStatus.HELD
    assert conflicts(store) == []

    # 10:05, a minister asks for a new must-meet; it is carried into the timetable by keyboard
    pair = new_pair(window.workspace.snapshot())
    snapshot = window.workspace.snapshot()
    organiser.answers(
        delegation=snapshot.company[pair[0]].name,
        counterpart=snapshot.company[pair[1]].name,
        priority=Priority.MUST_MEET,
        comment="asked for by the minister",
    )
    window.do("show_requests")
    window.screens["requests"].add_request()
    assert store.all(Request)[-1].priority is Priority.MUST_MEET
    window.do("show_timetable")
    timetable.side.finish()
    timetable.side.text.setText(snapshot.company[pair[0]].name)
    rows = timetable.side.unplaced
    row = next(n for n in range(rows.rows.rowCount()) if snapshot.company[pair[1]].name in rows.rows.text(n, 0))
    rows.selectRow(row)
    rows.setCurrentIndex(rows.rows.index(row, 0))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert timetable.dragging.preview.is_holding
    place = free_place(timetable)
    timetable.grid.go_to(place)
    assert timetable.dragging.sentence.grade is not Grade.REFUSED
    qtbot.keyClick(timetable.grid, Qt.Key.Key_Return)
    assert pair in {m.pair for m in store.all(Meeting)}
    assert conflicts(store) == []

    # 10:30, the hall closes early: the last session ends twenty-five minutes sooner, what it strands is shown and re-placed
    window.do("show_programme")
    sessions = Sessions(store)
    session = max((s for s in store.all(Session) if s.starts.day == 16), key=lambda s: s.ends)
    last = max((s for s in store.all(Slot) if s.session_id == session.id), key=lambda s: s.starts)
    stranded = {m.pair for m in store.all(Meeting) if m.slot_id == last.id and m.stands}
    values = sessions.values(session)
    editor = window.screens["programme"].editor("Sessions")
    editor.table.choose([session.id])
    organiser.answers(**{**values, "ends": values["ends"].replace(hour=last.starts.hour, minute=last.starts.minute)})
    editor.edit()
    assert last.id not in {slot.id for slot in store.all(Slot)}
    assert not stranded & {m.pair for m in store.all(Meeting) if m.stands}
    timetable.repairs.look()
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    assert conflicts(store) == []
    assert store.all(Meeting)[0].stands

    # what changed since the evening is told in words, and the whole morning can be taken back and done again
    window.do("show_timetable")
    after = whole(store)
    labels = []
    while len(labels) < 40 and store.steps.undo_label != "Publish version 1":
        labels.append(store.undo())
    assert {m.pair: (m.slot_id, m.table_id) for m in store.all(Meeting)} == {
        pair: (m.slot_id, m.table_id) for pair, m in evening.items()
    }
    for _label in labels:
        store.redo()
    assert whole(store) == after
    assert organiser.errors == []
    window.close()
    window.deleteLater()
    qtbot.wait(20)


def publish(store: Store) -> None:
    """Publish the timetable of the evening."""

    assert versions.publish(store).number == 1
    assert store.count(Version) == 1


def new_pair(snapshot: Any) -> tuple[int, int]:
    """Two companies at a common stop that nobody asked to meet, with room on Monday."""
    wished = set(snapshot.wishes)
    for one in snapshot.participants(Side.DELEGATION):
        for other in snapshot.participants(Side.COUNTERPART):
            few = len(snapshot.meetings_of.get(one.id, [])) < 3 and len(snapshot.meetings_of.get(other.id, [])) < 3
            if (
                (one.id, other.id) not in wished
                and few
                and 1 in snapshot.stops_for(one.id) & snapshot.stops_for(other.id)
            ):
                return one.id, other.id
    raise AssertionError("everybody asked for everybody")


def free_place(timetable: Any) -> tuple[int, int]:
    """A green or amber cell, on this day or a later one."""
    for tab in range(timetable.days.count()):
        timetable.days.setCurrentIndex(tab)
        timetable.dragging.preview.finish()
        for place, grade in sorted(timetable.model.grades.items()):
            if grade is not Grade.REFUSED and not timetable.model.layout.cells.get(place):
                return place
    raise AssertionError("no cell is free")
