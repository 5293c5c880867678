"""Every view of the timetable shows its meetings, absences and events, and says where a meeting can go."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.mission import Table, Venue
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, Owner, Session, Slot, slots_of
from missionplanner.gui.timetable.layouts import VIEWS, CellTarget, TimetableLayout, layout, meetings_of
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, interpreter, key_of, meet, moment


def view_of(store: Store, view: str) -> TimetableLayout:
    snapshot = store.snapshot()
    return layout(Plan(snapshot, snapshot.meetings), view, 1, DAY)


def texts(found: TimetableLayout) -> dict[tuple[int, int], str]:
    return {place: cell.text for place, cell in found.cells.items()}


@pytest.fixture
def ana(store: Store) -> int:
    """An interpreter of all meetings."""
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    meeting_edits.give_interpreter(store, [m.id for m in store.all(Meeting)], person)
    return person


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_meetings_and_is_a_sound_model(
    ana: int, timetable: TimetableScreen, view: str, qtmodeltester: ModelTester
) -> None:
    store = timetable.workspace.store
    timetable.view.setCurrentIndex(list(VIEWS).index(view))
    shown = {cell.meeting.id for cell in timetable.model.cells.values() if cell.meeting}
    assert shown == {meeting.id for meeting in store.all(Meeting)}
    card = timetable.model.data(timetable.model.index(*next(iter(timetable.model.cells))), Qt.ItemDataRole.ToolTipRole)
    assert "Given D1" in str(card)
    qtmodeltester.check(timetable.model, force_py=True)


def test_tables_have_both_names_in_a_cell(store: Store) -> None:
    found = view_of(store, "tables")
    assert (found.rows, found.columns) == (["09:00", "09:25", "09:50", "10:15"], ["Table 1", "Table 2", "Table 3"])
    assert texts(found) == {(0, 0): "D1\nC1", (1, 1): "D2\nC2"}


def test_visits_stand_behind_the_tables_as_many_columns_as_there_are_at_a_time(store: Store) -> None:
    visit = meet(store, "D3", "C3", slot=0, table=2)
    with store.change(message("Visits")) as change:
        for key in [meeting.id for meeting in store.all(Meeting)]:
            change.update(replace(store.get(Meeting, key), table_id=None))
        change.update(replace(store.get(Company, key_of(store, "C1")), zone="Centro"))
    found = view_of(store, "tables")
    assert found.columns == ["Table 1", "Table 2", "Table 3", "At offices", "At offices"]
    assert texts(found) == {(0, 3): "D1\nC1\nCentro", (0, 4): "D3\nC3", (1, 3): "D2\nC2"}
    meeting = store.get(Meeting, visit)
    slots = [slot.id for slot in store.all(Slot)]
    assert found.target((2, 4), meeting.pair) == CellTarget((slots[2],), 0, None)
    assert found.target((0, 3), meeting.pair) == CellTarget((slots[0],), 0, found.cells[0, 3].meeting)


def test_tables_of_several_venues_name_them(store: Store) -> None:
    with store.change(message("Garden")) as change:
        garden = change.insert(Venue(stop_id=1, name="Garden"))
        change.insert(Table(venue_id=garden, number=1))
        session = Session(venue_id=garden, starts=moment(9), ends=moment(9, 50))
        change.insert_all(slots_of(session, change.insert(session)))
    assert view_of(store, "tables").columns[-1] == "Table 1\nGarden"


def test_companies_have_the_other_company_and_the_table(store: Store) -> None:
    found = view_of(store, "counterpart")
    assert (found.rows, found.columns) == (["C1", "C2", "C3"], ["09:00", "09:25", "09:50", "10:15"])
    assert texts(found) == {(0, 0): "D1\nTable 1", (1, 1): "D2\nTable 2"}


def test_delegates_have_the_meetings_they_are_named_for_or_all_of_their_company(store: Store) -> None:
    with store.change(message("Another")) as change:
        other = change.insert(Person(company_id=key_of(store, "D1"), given_name="Bea", family_name="D1"))
    found = view_of(store, "delegates")
    rows = [name.split("\n")[0] for name in found.rows]
    assert {place[0] for place in found.cells if place[1] == 0} == {rows.index("Given D1"), rows.index("Bea D1")}
    meeting_edits.attend(store, store.all(Meeting)[0].id, [other])
    assert {place[0] for place in view_of(store, "delegates").cells if place[1] == 0} == {rows.index("Bea D1")}


def test_interpreters_have_their_meetings_and_absences(ana: int, store: Store) -> None:
    with store.change(message("Away")) as change:
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=ana, starts=moment(10), ends=moment(11)))
    found = view_of(store, "interpreters")
    assert found.rows == ["Ana\nen,es"]
    assert texts(found) == {(0, 0): "D1\nC1", (0, 1): "D2\nC2", (0, 2): "Not available", (0, 3): "Not available"}
    assert [found.cells[0, n].barred for n in range(4)] == [False, False, True, True]


def test_events_and_absences_leave_no_room(store: Store) -> None:
    with store.change(message("Away")) as change:
        change.insert(
            Event(stop_id=1, name_en="Talk", starts=moment(10, 15), ends=moment(11), audience=Audience.EVERYONE)
        )
        for name, reason in (("D2", "visa"), ("D3", "")):
            change.insert(
                Availability(
                    owner=Owner.COMPANY,
                    owner_id=key_of(store, name),
                    starts=moment(9),
                    ends=moment(9) + timedelta(minutes=20),
                    reason=reason,
                )
            )
    found = view_of(store, "delegation")
    barred = {place: cell.text for place, cell in found.cells.items() if cell.barred}
    assert barred == {
        (0, 3): "Talk",
        (1, 3): "Talk",
        (2, 3): "Talk",
        (1, 0): "visa",
        (2, 0): "Not available",
    }


def test_a_second_meeting_in_a_cell_is_shown_below_the_first(store: Store) -> None:
    meet(store, "D1", "C2", 0, 2)
    cell = view_of(store, "delegation").cells[0, 0]
    assert cell.text == "C1\nTable 1\n+ C2"
    assert [meeting.id for meeting in cell.meetings] == [store.all(Meeting)[0].id, store.all(Meeting)[2].id]


def test_a_cell_of_a_table_is_that_table_in_its_slot(store: Store) -> None:
    found, first = view_of(store, "tables"), store.all(Meeting)[0]
    slots, tables = store.snapshot().slots, store.snapshot().tables
    assert found.target((3, 2), first.pair) == CellTarget((slots[3].id,), tables[2].id)
    assert found.target((1, 1), first.pair) == CellTarget((slots[1].id,), tables[1].id, store.all(Meeting)[1])


def test_a_table_of_another_venue_is_no_place_in_a_slot(store: Store) -> None:
    with store.change(message("Garden")) as change:
        garden = change.insert(Venue(stop_id=1, name="Garden"))
        change.insert(Table(venue_id=garden, number=1))
        session = Session(venue_id=garden, starts=moment(15), ends=moment(16))
        change.insert_all(slots_of(session, change.insert(session)))
    found, pair = view_of(store, "tables"), store.all(Meeting)[0].pair
    assert found.target((0, 3), pair) is None
    assert found.target((4, 3), pair) is not None


def test_a_cell_of_a_company_is_any_table_in_its_slot(store: Store) -> None:
    found, (first, second) = view_of(store, "delegation"), store.all(Meeting)
    slots = store.snapshot().slots
    assert found.target((0, 2), first.pair) == CellTarget((slots[2].id,))
    assert found.target((0, 0), first.pair) == CellTarget((slots[0].id,))
    assert found.target((1, 1), (second.delegation_id, first.counterpart_id)) == CellTarget(
        (second.slot_id,), second.table_id, second
    )
    assert found.target((1, 2), first.pair) is None


def test_the_meetings_of_a_day_are_listed_in_the_order_of_time_and_table(store: Store) -> None:
    meet(store, "D3", "C3", 0, 2)
    meeting_edits.cancel(store, [store.all(Meeting)[1].id], "Illness")
    assert meetings_of(store.snapshot(), 1, DAY) == [
        ["09:00–09:20", "1", "D1", "C1", "Planned"],
        ["09:00–09:20", "3", "D3", "C3", "Planned"],
    ]
    assert meetings_of(store.snapshot(), 1, DAY + timedelta(1)) == []
