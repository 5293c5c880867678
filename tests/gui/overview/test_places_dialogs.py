from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Mission, Stop, Table, Venue
from missionplanner.domain.timetable import Session, Slot
from missionplanner.gui.overview.places_dialogs import HoursDialog, VenuesDialog
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.starts import places
from missionplanner.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    days = (date(2027, 10, 12), date(2027, 10, 13))
    stops = tuple(Stop(name_en=name, starts=days[0], ends=days[1]) for name in ("Lyon", "Paris"))
    mission = Mission(name="M", starts=days[0], ends=days[1])
    return new_mission.create(tmp_path / "m.mission", new_mission.NewMission(mission, stops))


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


def test_venues_with_a_name_are_added(store: Store, parent: QWidget) -> None:
    dialog = VenuesDialog(store, parent)
    dialog.ok.click()
    assert (dialog.problem.text(), store.all(Venue)) == ("Type the name of at least one venue.", [])
    _stop, name, tables = dialog.lines[1]
    name.setText("Hotel")
    tables.setText("many")
    dialog.ok.click()
    assert dialog.problem.text() == "This is no number."
    tables.setText("4")
    dialog.ok.click()
    assert (dialog.result(), len(store.all(Table))) == (1, 4)
    assert [line[0] for line in VenuesDialog(store, parent).lines] == [dialog.lines[0][0]]


def test_a_venue_without_tables_gets_them(store: Store, parent: QWidget) -> None:
    places.add_venues(store, [places.NewVenue(store.all(Stop)[0].id, "Hotel", 0)])
    dialog = VenuesDialog(store, parent)
    (_stop, name, tables), (_other, second, _tables) = dialog.lines
    assert (name.text(), name.isReadOnly(), second.text(), second.isReadOnly()) == ("Hotel", True, "", False)
    assert dialog.focusWidget() is tables
    tables.setText("3")
    dialog.ok.click()
    assert [(venue.name, len(store.all(Table))) for venue in store.all(Venue)] == [("Hotel", 3)]
    assert store.steps.undo_label == "Add the tables of 1 venue"


def test_hours_are_added_on_the_days_that_are_ticked(store: Store, parent: QWidget) -> None:
    places.add_venues(store, [places.NewVenue(stop.id, "V", 2) for stop in store.all(Stop)])
    dialog = HoursDialog(store, parent)
    assert dialog.summary.text() == "This makes 60 slots for meetings."
    dialog.days[0][2].setChecked(False)
    dialog.blocks[1][0].setText("")
    assert dialog.summary.text() == "This makes 24 slots for meetings."
    dialog.ok.click()
    assert (dialog.result(), len(store.all(Session)), len(store.all(Slot))) == (1, 3, 24)


@pytest.mark.parametrize(
    ("starts", "slot", "problem"),
    [
        ("soon", "20", "“soon” is no time"),
        ("13:00", "20", "The session has no room for a slot."),
        ("9:00", "x", "This is no number."),
        ("9:00", "0", "The session has no room for a slot."),
    ],
)
def test_hours_that_make_no_slots_are_told(store: Store, parent: QWidget, starts: str, slot: str, problem: str) -> None:
    places.add_venues(store, [places.NewVenue(store.all(Stop)[0].id, "V", 2)])
    dialog = HoursDialog(store, parent)
    dialog.blocks[0][0].setText(starts)
    dialog.slot.setText(slot)
    dialog.ok.click()
    assert dialog.problem.text().startswith(problem)
    assert store.all(Session) == []


def test_hours_need_a_day(store: Store, parent: QWidget) -> None:
    dialog = HoursDialog(store, parent)
    dialog.ok.click()
    assert dialog.problem.text() == "Choose hours, and at least one day."


def test_what_was_typed_comes_back_after_a_crash(store: Store, parent: QWidget) -> None:
    dialog = VenuesDialog(store, parent)
    dialog.lines[0][1].setText("Hotel")
    assert dialog.draft
    dialog.draft.keep()
    again = VenuesDialog(store, parent)
    assert [(name.text(), tables.text()) for _stop, name, tables in again.lines] == [("Hotel", "10"), ("", "10")]
    again.ok.click()
    hours = HoursDialog(store, parent)
    hours.blocks[0][0].setText("8:30")
    hours.days[1][2].setChecked(False)
    assert hours.draft
    hours.draft.keep()
    found = HoursDialog(store, parent)
    assert (found.blocks[0][0].value, [box.isChecked() for *_day, box in found.days]) == (time(8, 30), [True, False])
    assert found.summary.text() == hours.summary.text()
