"""A meeting goes with its company, keeps its slot and table, and does without its interpreter."""

import sqlite3

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Table
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingDelegate, Outcome, Slot
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import interpreter, meet


@pytest.fixture
def meeting(store: Store) -> int:
    """A meeting with an interpreter, a delegate named for it, and an outcome."""
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
    key = meet(store, "D1", "C1", 0, 0, interpreter_id=person)
    with store.change(message("Fill")) as change:
        change.insert(MeetingDelegate(meeting_id=key, delegate_id=1))
        change.insert(Outcome(meeting_id=key))
    return key


def test_a_meeting_and_what_is_of_it_go_with_a_company(store: Store, meeting: int) -> None:
    with store.change(message("Delete")) as change:
        change.delete(Company, [4])
    assert [store.count(kind) for kind in (Meeting, MeetingDelegate, Outcome)] == [0, 0, 0]


def test_a_meeting_outlives_its_interpreter_and_delegate(store: Store, meeting: int) -> None:
    with store.change(message("Delete")) as change:
        change.delete(Person, [7])
        change.delete(Person, [1])
    assert store.get(Meeting, meeting).interpreter_id is None
    assert store.all(MeetingDelegate) == []


@pytest.mark.parametrize("kind", [Slot, Table])
def test_a_slot_or_table_with_a_meeting_stays(store: Store, meeting: int, kind: type) -> None:
    def delete() -> None:
        with store.change(message("Delete")) as change:
            change.delete(kind, [1])

    with pytest.raises(sqlite3.IntegrityError):
        delete()
    assert store.count(Meeting) == 1
