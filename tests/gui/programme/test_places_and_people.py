"""Venues, stops, travel times and interpreters as records."""

from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain.mission import Stop, Table, Travel, Venue
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.gui.programme import places_and_people
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.programme.stops import stop_kind
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, meet


def texts(kind: RecordKind) -> list[list[str]]:
    return [[column.text(row) for column in kind.columns] for row in kind.rows()]


def add_venue(store: Store, name: str) -> int:
    places_and_people.venues(store).save(
        None, {"name": name, "stop_id": 1, "address": "Here", "phone": "", "tables": "4"}
    )
    return store.all(Venue)[-1].id


def test_a_venue_is_added_with_its_tables(store: Store) -> None:
    add_venue(store, "Garden")
    assert texts(places_and_people.venues(store)) == [
        ["Hall", "Mexico City", "", "2"],
        ["Garden", "Mexico City", "Here", "4"],
    ]


def test_a_new_venue_has_twenty_tables_at_the_first_stop(store: Store) -> None:
    assert places_and_people.venues(store).values(None) == {"tables": 20, "stop_id": 1, "online": False}


def test_telephones_are_taken_however_they_are_written_and_shown_in_groups(store: Store) -> None:
    venues = places_and_people.venues(store)
    hall = venues.rows()[0]
    stop = store.all(Stop)[0]
    with store.change(message("Country")) as change:
        change.update(replace(stop, country="Mexico"))
    venues = places_and_people.venues(store)
    for typed, stored, shown in (
        ("55 5555 5555", "+525555555555", "+52 55 5555 5555"),
        ("ask Ana", "ask Ana", "ask Ana"),
    ):
        venues.save(hall, {**venues.values(hall), "phone": typed})
        hall = venues.rows()[0]
        assert (hall.phone, venues.values(hall)["phone"]) == (stored, shown)


def test_a_venue_needs_a_stop(store: Store) -> None:
    with pytest.raises(UserError, match="A venue needs a stop"):
        places_and_people.venues(store).save(None, {"name": "x", "stop_id": None, "tables": "1"})


def test_a_venue_keeps_the_tables_meetings_need(store: Store) -> None:
    meet(store, "D2", "C2", 0, 1)
    venues = places_and_people.venues(store)
    hall = venues.rows()[0]
    with pytest.raises(StrandedError):
        venues.save(hall, {**venues.values(hall), "tables": "1"})
    venues.save(hall, {**venues.values(hall), "tables": "3"})
    assert store.count(Table) == 3


def test_a_venue_with_meetings_is_not_deleted(store: Store) -> None:
    venues = places_and_people.venues(store)
    with pytest.raises(StrandedError):
        venues.remove([venues.rows()[0].id])
    venues.remove([add_venue(store, "Garden")])
    assert [venue.name for venue in store.all(Venue)] == ["Hall"]


def test_languages_of_an_interpreter_are_codes(store: Store) -> None:
    interpreters = places_and_people.interpreters(store)
    interpreters.save(None, {"given_name": "Ana", "family_name": "Ruiz", "languages": "EN, es", "phone": ""})
    person = store.snapshot().interpreters[0]
    assert person.languages == "en,es"
    interpreters.save(person, {**interpreters.values(person), "phone": "1"})
    meeting_edits.give_interpreter(store, [store.all(Meeting)[0].id], person.id)
    assert texts(places_and_people.interpreters(store)) == [["Ana Ruiz", "English, Español", "1", "1"]]


def test_interpreters_are_deleted_in_one_step(store: Store) -> None:
    interpreters = places_and_people.interpreters(store)
    assert interpreters.values(None) == {}
    interpreters.save(None, {"given_name": "Ana", "family_name": "Ruiz", "languages": "en", "phone": ""})
    interpreters.remove([person.id for person in store.snapshot().interpreters])
    assert (store.snapshot().interpreters, store.steps.undo_label) == ([], "Delete 1 person")


def test_travel_times_go_from_venue_to_venue(store: Store) -> None:
    garden = add_venue(store, "Garden")
    travels = places_and_people.travels(store)
    assert travels.values(None) == {"venue_id": 1, "other_id": garden, "minutes": 20}
    travels.save(None, {"venue_id": 1, "other_id": garden, "minutes": "35"})
    assert texts(travels) == [["Hall", "Garden", "35"]]
    made = store.all(Travel)[0]
    travels.save(made, {**travels.values(made), "minutes": "40"})
    assert store.all(Travel)[0].minutes == 40


def test_a_way_from_a_venue_to_itself_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="same venue"):
        places_and_people.travels(store).save(None, {"venue_id": 1, "other_id": 1, "minutes": "10"})


def test_a_stop_has_its_dates_and_clocks(store: Store) -> None:
    assert texts(stop_kind(store)) == [
        ["Mexico City", "February 16, 2026", "America/Mexico_City", ""],
        ["Tijuana", "February 16–17, 2026", "America/Tijuana", ""],
    ]


def test_a_new_stop_lasts_as_long_as_the_mission(store: Store) -> None:
    stops = stop_kind(store)
    values = {
        "name_en": "Monterrey",
        "name_fr": "",
        "name_es": "",
        "spellings": "",
        "country": "",
        **stops.values(None),
    }
    stops.save(None, values)
    made = store.all(Stop)[-1]
    assert (made.name_en, made.starts, made.ends) == ("Monterrey", DAY, DAY)


def test_a_stop_that_ends_before_it_starts_is_refused(store: Store) -> None:
    stops = stop_kind(store)
    tijuana = stops.rows()[1]
    with pytest.raises(UserError, match="before it starts"):
        stops.save(tijuana, {**stops.values(tijuana), "ends": DAY - timedelta(1)})
