"""Availability is painted for companies, delegates, tables and interpreters."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.domain.events import Audience, Event
from missionplanner.domain.mission import Stop
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.gui.timetable import availability
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, moment


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
    with store.change(message("Away")) as change:
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


def test_one_time_on_two_clocks_is_painted_and_wiped_once(store: Store, workspace: Workspace, qtbot: QtBot) -> None:
    with store.change(message("Stop")) as change:
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
        span = {"starts": moment(9), "ends": moment(9, 30)}
        change.insert(Availability(owner=Owner.COMPANY, owner_id=key_of(store, "D1"), **span))
    dialog = availability.AvailabilityDialog(workspace, key=key_of(store, "D1"))
    qtbot.addWidget(dialog)
    rows = [row.text.split(", ")[-1] for row in dialog.times.days]
    assert rows == ["Tijuana", "Mexico City"]
    here, there = rows.index("Mexico City"), rows.index("Tijuana")
    nine = dialog.times.days[here].quarter(9 * 4)
    assert dialog.times.days[there].quarter(7 * 4) == nine
    assert dialog.times.is_away(nine)
    dialog.times.setCurrentCell(here, 9 * 4)
    qtbot.keyClick(dialog.times, Qt.Key.Key_Space)
    assert not dialog.times.is_away(nine)
    dialog.accept()
    assert [(a.starts, a.ends) for a in store.all(Availability)] == [(moment(9, 15), moment(9, 30))]


def test_a_name_is_offered_for_each_kind(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    dialog = availability.AvailabilityDialog(workspace)
    qtbot.addWidget(dialog)
    names = []
    for owner in (Owner.COMPANY, Owner.DELEGATE, Owner.TABLE):
        dialog.owner.choose(owner)
        names.append(dialog.name.text())
    assert names == ["C1", "Given C1 – C1", "Hall, table 1"]


def test_events_and_meetings_of_a_company_are_shown(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    with store.change(message("Event")) as change:
        change.insert(Event(stop_id=1, name_en="Talk", starts=moment(13), ends=moment(14), audience=Audience.EVERYONE))
    dialog = availability.AvailabilityDialog(workspace, key=key_of(store, "D1"))
    qtbot.addWidget(dialog)
    said = [dialog.times.item(0, hour * 4).toolTip() for hour in (9, 13, 15)]
    assert said == ["09:00–09:15, D1 – C1", "13:00–13:15, Talk", "15:00–15:15"]
    assert dialog.stranded.text() == "No meeting is concerned."


def test_a_reader_of_the_file_stores_nothing(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    dialog = availability.AvailabilityDialog(workspace, key=key_of(store, "D1"))
    qtbot.addWidget(dialog)
    dialog.times.setCurrentCell(0, 9 * 4)
    qtbot.keyClick(dialog.times, Qt.Key.Key_Space)
    dialog.done(1)
    assert store.all(Availability) == []
    workspace.close()
