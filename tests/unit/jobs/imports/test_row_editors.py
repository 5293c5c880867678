"""Cells and rows of workbooks by the kind of their records."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.errors import UserError
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.imports import row_editors
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import ask, key_of, meet, moment


def new(**texts: str) -> list[Edit]:
    return [Edit(0, column, text) for column, text in texts.items()]


def test_events_are_moved_on_their_clocks_and_named_in_the_language(store: Store) -> None:
    with store.change(message("Dinner")) as change:
        key = change.insert(Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21)))
    editor = row_editors.of_kind(store, "events")
    dinner = editor.records([key])[key]
    later = editor.changed(dinner, "starts", "2026-02-16 20:00:00")
    assert later == replace(dinner, starts=moment(20))
    assert editor.changed(dinner, row_editors.field("events", "name", "fr"), "Souper").name_fr == "Souper"
    assert editor.changed(dinner, "notes", "Two\nlines").notes == "Two\nlines"
    assert editor.changed(dinner, "capacity", "40").capacity == 40
    assert editor.changed(editor.changed(dinner, "capacity", "40"), "capacity", "").capacity is None
    assert editor.changed(dinner, "audience", "La délégation à l’étape").audience is Audience.DELEGATION
    assert editor.changed(dinner, "kind", "Réception").kind is EventKind.RECEPTION
    for column, text, why in (
        ("starts", "soon", "“soon” is no day with a time."),
        ("ends", "2026-02-16 18:00", "The event ends before it starts."),
        ("name_en", "", "An event needs a name."),
        ("place", "Hall", "This column is worked out and cannot be typed into."),
        ("kind", "Transfer", "What kind of event it is is changed in the programme."),
        ("kind", "Party", "There is no “Party”."),
        ("audience", "Companies of a sector", "Choose the sector it is for in the programme."),
        ("capacity", "many", "“many” is no number."),
    ):
        with pytest.raises(UserError, match=why):
            editor.changed(dinner, column, text)
    with pytest.raises(UserError, match="takes no new rows"):
        editor.new(new(name="Lunch"))
    with store.change(message("Later")) as change:
        editor.save(change, dinner, later)
    assert store.get(Event, key).starts == moment(20)


def test_requests_are_made_of_two_names(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    editor = row_editors.of_kind(store, "requests")
    made = editor.new(new(delegation="D1", counterpart="C2", asked_by="Contraparte", priority="No thanks", comment="x"))
    assert made == Request(
        delegation_id=key_of(store, "D1"), counterpart_id=key_of(store, "C2"), asked_by=Side.COUNTERPART,
        priority=Priority.NO_THANKS, comment="x",
    )  # fmt: skip
    for texts, why in (
        ({"delegation": "D1", "counterpart": "C1"}, "“D1 – C1” is in the mission already."),
        ({"delegation": "D1", "counterpart": "Nobody"}, "No company is called “Nobody”."),
        ({"delegation": "D1", "counterpart": "C3", "priority": "often"}, "No priority is called “often”."),
    ):
        with pytest.raises(UserError, match=why):
            editor.new(new(**texts))


def test_a_person_who_was_erased_does_not_come_back(store: Store) -> None:
    person = next(one for one in store.all(Person) if one.family_name == "D1")
    with store.change(message("Name")) as change:
        change.update(replace(person, given_name="Zoé", family_name="Beauchemin", email="z@x.ca"))
    erasing.erase(store, [person.id])
    editor = row_editors.of_kind(store, "people")
    with pytest.raises(UserError, match="Zoé Beauchemin was erased from this mission, and is left out"):
        editor.new(new(given_name="Zoé", family_name="Beauchemin"))
    with pytest.raises(UserError, match="“Given D2” is in the mission already"):
        editor.new(new(given_name="Given", family_name="D2"))
    with pytest.raises(UserError, match="The person needs a name"):
        editor.new(new(position="CEO"))


def test_what_is_too_long_is_refused(store: Store) -> None:
    editor = row_editors.of_kind(store, "companies")
    key = key_of(store, "D1")
    with pytest.raises(UserError):
        editor.changed(editor.records([key])[key], "city", "x" * 5000)


def test_records_are_called_as_people_know_them(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    snapshot = store.snapshot()
    names = [row_editors.name_of(snapshot, one) for one in (snapshot.requests[0], snapshot.meetings[0])]
    assert names == ["D1 – C1", "D1 – C1"]
    assert row_editors.name_of(snapshot, store.get(Company, key_of(store, "D2"))) == "D2"
    assert row_editors.name_of(snapshot, Person(email="z@x.ca")) == "z@x.ca"
    assert row_editors.name_of(snapshot, Event(stop_id=1, name_en="Gala", starts=moment(9), ends=moment(10))) == "Gala"
