"""The screen of the programme: the calendar and a list for each kind of record."""

from collections import Counter
from typing import Any

import pytest

from missionplanner.domain.events import Event
from missionplanner.domain.mission import Venue
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.errors import UserError
from missionplanner.gui.programme import places_and_people
from missionplanner.gui.programme.absences import Absences
from missionplanner.gui.programme.events import Events
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.gui.programme.sessions import Sessions
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import interpreter

LISTS = ("Events", "Sessions", "Slots", "Venues", "Travel times", "Zones", "Interpreters", "Absences", "Roles", "Kinds")


def test_each_kind_has_its_list(programme: ProgrammeScreen) -> None:
    counts = {name: programme.editor(name).table.rows.rowCount() for name in LISTS}
    assert counts == dict(zip(LISTS, (2, 1, 4, 1, 0, 0, 0, 0, 10, 6), strict=True))


def test_a_tab_counts_its_records_when_it_is_shown(programme: ProgrammeScreen) -> None:
    assert [programme.tabs.tabText(n) for n in range(11)] == ["Calendar", *LISTS]
    programme.tabs.setCurrentIndex(3)
    assert programme.tabs.tabText(3) == "Slots (4)"
    assert programme.tabs.currentIndex() == 3


def test_a_list_is_read_anew_after_a_change(programme: ProgrammeScreen, store: Store) -> None:
    programme.tabs.setCurrentIndex(7)
    with store.change(message("Interpreter")) as change:
        change.insert(interpreter("Ana", languages="en,es"))
    assert programme.editors[7].table.rows.text(0, 0) == "Ana"
    assert programme.tabs.tabText(7) == "Interpreters (1)"


def test_the_list_to_print_is_that_of_the_tab_and_the_events_for_the_calendar(programme: ProgrammeScreen) -> None:
    titles = []
    for tab in (0, 4):
        programme.tabs.setCurrentIndex(tab)
        found = programme.shown_list()
        assert found is not None
        titles.append((found.title, len(found.rows)))
    assert titles == [("Events (2)", 2), ("Venues (1)", 1)]


def test_leaving_puts_back_what_is_dragged(programme: ProgrammeScreen) -> None:
    assert programme.settle()
    assert programme.calendar.calendar._drag is None


def open_screen(window: MainWindow, name: str) -> Any:
    """Go to a screen of the window."""
    window.do(f"show_{name}")
    return window.screens[name]


def test_programme_is_edited_and_meetings_are_not_stranded(
    window: MainWindow, shown_errors: list[BaseException]
) -> None:
    store = window.workspace.store
    programme = open_screen(window, "programme")
    lists = ("Events", "Sessions", "Slots", "Venues", "Travel times", "Interpreters", "Absences", "Roles", "Kinds")
    counts = {name: programme.editor(name).table.rows.rowCount() for name in lists}
    assert counts == {
        "Events": 23,
        "Sessions": 12,
        "Slots": 102,
        "Venues": 3,
        "Travel times": 0,
        "Interpreters": 0,
        "Absences": 0,
        "Roles": 10,
        "Kinds": 6,
    }
    events = Events(store)
    record = events.rows()[0]
    events.save(record, {**events.values(record), "name_en": "Renamed"})
    assert "Renamed" in {event.name_en for event in store.all(Event)}
    absences = Absences(store, store.snapshot())
    absences.save(None, {**absences.values(None), "whose": "Company: Acadian Solar", "reason": "flight"})
    assert open_screen(window, "programme").editor("Absences").table.rows.rowCount() == 1
    absences.save(absences.rows()[0], {**absences.values(absences.rows()[0]), "reason": "visa"})
    assert [absence.reason for absence in Absences(store, store.snapshot()).rows()] == ["visa"]
    planning.accept(store, run_now(planning.plan(1), store))
    sessions = Sessions(store)
    # A plan for few days leaves some sessions empty.
    met = Counter(store.get(Slot, meeting.slot_id).session_id for meeting in store.all(Meeting))
    busiest = max(sessions.rows(), key=lambda session: met[session.id])
    with pytest.raises(UserError, match="lose their place"):
        sessions.save(busiest, {**sessions.values(busiest), "slot_minutes": "30"})
    assert store.get(Session, busiest.id).slot_minutes == 20
    venues = places_and_people.venues(store)
    venue = next(one for one in venues.rows() if one.id == busiest.venue_id)
    with pytest.raises(UserError, match="lose their place"):
        venues.save(venue, {**venues.values(venue), "tables": "1"})
    venues.save(None, {"name": "New hall", "stop_id": 1, "address": "", "phone": "", "tables": "4"})
    assert "New hall" in {venue.name for venue in store.all(Venue)}


def test_on_arrival_the_keys_go_to_the_calendar_or_the_list_that_is_shown(programme: ProgrammeScreen) -> None:
    programme.arrive()
    assert programme.focusWidget() is programme.calendar.calendar
    programme.show_list("Sessions")
    programme.show()
    programme.arrive()
    assert programme.focusWidget() is programme.editor("Sessions").table
    assert programme.editor("Sessions").table.chosen_keys() == [1]


def test_another_tab_takes_the_keys_along(programme: ProgrammeScreen) -> None:
    programme.show()
    programme.arrive()
    programme.show_list("Venues")
    assert programme.focusWidget() is programme.editor("Venues").table
