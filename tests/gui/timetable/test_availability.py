"""Availability is painted for companies, delegates, tables and interpreters."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.gui.timetable import availability
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.window.main_window import MainWindow
from tests.builders import DAY, key_of, moment, small_mission


def test_availability_is_painted_with_mouse_and_keys(timetable: TimetableScreen, qtbot: QtBot) -> None:
    store = timetable.workspace.store
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


def test_looking_at_an_absence_or_cancelling_leaves_it_as_it_is(timetable: TimetableScreen, qtbot: QtBot) -> None:
    store = timetable.workspace.store
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
