"""The screen of arrivals and rooms: what its commands do on each tab."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.vehicles import Vehicle, VehicleSeat
from missionplanner.gui.arrivals import travel_forms, travel_import
from missionplanner.gui.arrivals.screen import ArrivalsScreen
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.jobs.arrivals import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.conftest import Answers


def test_each_tab_is_printed_under_its_name(screen: ArrivalsScreen) -> None:
    shown = []
    for place in range(screen.tabs.count()):
        screen.tabs.setCurrentIndex(place)
        found = screen.shown_list()
        shown.append((found.title, found.subtitle, len(found.rows)))
    assert shown == [
        ("Arrivals", "1 journey · 2 people without an arrival", 1), ("Rooms", "2 stays · 2 without a room", 2), ("Hotels", "1 hotel", 1),
        ("Vehicles", "0 people have a seat", 0), ("Sign-in", "Packs picked up · 0 of 6 signed in", 6),
        ("Given C1 – Monday, February 16, 2026, Mexico City", "1 appointment", 1),
    ]  # fmt: skip


def test_an_empty_list_says_what_it_will_hold_and_one_that_is_narrowed_does_not(
    screen: ArrivalsScreen, store: Store
) -> None:
    entering.remove_all(store, [leg for leg in store.all(JourneyLeg) if leg.kind is LegKind.ARRIVAL])
    screen.refresh()
    empty = screen.journeys.main.findChildren(EmptyTable)[0]
    assert (empty.isHidden(), empty.label.text()) == (False, "Nothing fits what is searched or chosen above.")
    entering.remove_all(store, store.all(JourneyLeg))
    screen.refresh()
    assert empty.label.text().startswith("Who comes and leaves when.")
    screen.tabs.setCurrentWidget(screen.rooms)
    assert screen.rooms.main.findChildren(EmptyTable)[0].isHidden()


def test_records_are_entered_changed_and_deleted_on_their_tab(
    screen: ArrivalsScreen, store: Store, fill_dialogs: Answers
) -> None:
    fill_dialogs(person_id=3, flight="am 1", arrives="2026-02-16 10:00", destination="MEX")
    screen.add()
    assert [leg.flight for leg in store.all(JourneyLeg)] == ["AC991", "AC992", "AM1"]
    screen.journeys.main.choose([1])
    fill_dialogs(flight="AC995")
    screen.edit()
    assert store.all(JourneyLeg)[0].flight == "AC995"
    screen.journeys.main.choose([1, 3])
    screen.remove()
    assert [leg.flight for leg in store.all(JourneyLeg)] == ["AC992"]
    screen.tabs.setCurrentWidget(screen.rooms)
    screen.rooms.main.choose([1])
    fill_dialogs(room="12")
    screen.edit()
    fill_dialogs(singles="7")
    screen.edit_hotel()
    assert (store.all(Stay)[0].room, store.all(Hotel)[0].singles) == ("12", 7)
    screen.remove()
    screen.tabs.setCurrentWidget(screen.vehicles)
    fill_dialogs(event_id=1, name="Van", seats="8")
    screen.add()
    screen.vehicles.main.choose([1])
    screen.remove()
    assert ([stay.id for stay in store.all(Stay)], [bus.name for bus in store.all(Vehicle)]) == ([2], ["Bus 2", "Van"])


def test_nothing_happens_without_a_choice(screen: ArrivalsScreen, store: Store) -> None:
    before = len(store.steps.history())
    screen.edit()
    screen.remove()
    screen.lose()
    assert len(store.steps.history()) == before


def test_rooms_and_seats_are_given_and_a_vehicle_is_lost(screen: ArrivalsScreen, store: Store) -> None:
    screen.tabs.setCurrentWidget(screen.rooms)
    screen.assign()
    assert [stay.room for stay in store.all(Stay)] == ["1", "1"]
    screen.tabs.setCurrentWidget(screen.vehicles)
    screen.assign()
    assert len(store.all(VehicleSeat)) == 6
    screen.vehicles.main.choose([2])
    screen.lose()
    assert ([bus.id for bus in store.all(Vehicle)], len(store.all(VehicleSeat))) == ([1], 4)


def test_a_table_is_brought_in_by_the_tab(
    screen: ArrivalsScreen,
    store: Store,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    shown_errors: list[BaseException],
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(travel_import, "bring_people", lambda _parent, _store, path: asked.append(path))
    screen.bring_from(table)
    screen.tabs.setCurrentWidget(screen.vehicles)
    screen.bring_from(table)
    assert (asked, [str(error)[:24] for error in shown_errors]) == ([table], ["t.csv holds no vehicles."])


def test_hotels_are_listed_edited_and_deleted(screen: ArrivalsScreen, store: Store, fill_dialogs: Answers) -> None:
    screen.tabs.setCurrentWidget(screen.hotels)
    assert [screen.hotels.main.rows.text(0, column) for column in range(8)] == [
        "Azul", "Mexico City", "", "2", "", "", "0", "2",
    ]  # fmt: skip
    screen.hotels.main.choose([1])
    fill_dialogs(name="Azul", twins="5")
    screen.edit()
    assert store.all(Hotel)[0].twins == 5
    screen.hotels.main.choose([1])
    screen.remove()
    assert store.all(Hotel) == []
    assert store.steps.undo_label == "Delete 1 hotel"


def test_somebody_is_given_a_seat_by_hand(
    screen: ArrivalsScreen, store: Store, fill_dialogs: Answers, told: list[tuple[str, str]]
) -> None:
    screen.tabs.setCurrentWidget(screen.vehicles)
    fill_dialogs(person=3, vehicle=2)
    screen.give_seat()
    assert [(seat.person_id, seat.vehicle_id, seat.is_fixed) for seat in store.all(VehicleSeat)] == [(3, 2, True)]
    screen.refresh()
    screen.vehicles.manifest.choose([0])
    assert screen.vehicles.chosen_rider == 3
    with store.change(message("None")) as change:
        change.delete(Vehicle, [1, 2])
    screen.refresh()
    screen.give_seat()
    assert [text for text, _hint in told] == ["There is no vehicle yet."]


def test_a_mistake_keeps_what_was_typed_and_a_crash_brings_it_back(
    screen: ArrivalsScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    errors: list[str] = []

    def accept(dialog: RecordDialog) -> int:
        asked.append(str(dialog.form.value("flight")))
        dialog.form.set_values({**dialog.form.values(), "person_id": 3, "flight": "AM7", "arrives": "zz"})
        if len(asked) > 1:
            dialog.form.set_values({**dialog.form.values(), "arrives": "2026-02-16 10:00"})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: errors.append(error.text))
    screen.add()
    assert (asked, len(errors)) == (["", "AM7"], 1)
    assert store.all(JourneyLeg)[-1].flight == "AM7"
    monkeypatch.setattr(RecordDialog, "exec", lambda dialog: asked.append(dialog.draft._place.name) or 0)
    screen.add()
    screen.journeys.main.choose([1])
    screen.edit()
    assert asked[2:] == ["arrivals.JourneyLeg", f"arrivals.JourneyLeg {store.all(JourneyLeg)[0].uid}"]


def test_enter_opens_the_row_one_is_in(screen: ArrivalsScreen, store: Store, fill_dialogs: Answers) -> None:
    for page, key, values in ((screen.journeys, 1, {"flight": "AC995"}), (screen.rooms, 1, {"room": "12"})):
        screen.tabs.setCurrentWidget(page)
        page.main.choose([key])
        fill_dialogs(**values)
        QTest.keyClick(page.main, Qt.Key.Key_Return)
    assert (store.all(JourneyLeg)[0].flight, store.all(Stay)[0].room) == ("AC995", "12")


def test_a_tab_begins_in_its_list_and_that_of_sign_ins_in_its_line(screen: ArrivalsScreen) -> None:
    found = []
    for page in (screen.journeys, screen.rooms, screen.sign_ins, screen.days):
        screen.tabs.setCurrentWidget(screen.vehicles)
        screen.vehicles.main.setFocus()
        screen.tabs.setCurrentWidget(page)
        found.append(screen.focusWidget())
    assert found == [screen.journeys.main, screen.rooms.main, screen.sign_ins.line, screen.days.main]


def test_nobody_travels_before_somebody_is_chosen(screen: ArrivalsScreen) -> None:
    for kind in (JourneyLeg, Stay):
        fields = travel_forms.fields_of(kind, screen.workspace.snapshot())
        dialog = RecordDialog("Travel", fields, travel_forms.values_of(kind, None, screen.workspace.snapshot()), screen)
        assert (dialog.form.values()["person_id"], dialog.form.problems) == (None, ["Person: This is needed."])
        dialog.deleteLater()


def test_a_menu_offers_what_can_be_done_with_the_rows_of_each_list(screen: ArrivalsScreen) -> None:
    offered = {page: [one.text() for one in page.main.actions()] for page in (screen.journeys, screen.vehicles)}
    assert offered == {
        screen.journeys: ["Edit…", "Delete"],
        screen.vehicles: ["Edit…", "Delete", "Give a seat…", "Vehicle is lost"],
    }


def test_the_menu_of_a_list_opens_by_its_key(screen: ArrivalsScreen, qtbot: QtBot) -> None:
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    table = screen.journeys.main
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menus = [one for one in table.findChildren(QMenu) if one.isVisible()]
    assert [[action.text() for action in menu.actions()] for menu in menus] == [["Edit…", "Delete"]]
