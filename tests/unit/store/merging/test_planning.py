"""Timetables made at once."""

import json
from pathlib import Path

from missionplanner.domain.mission import Table
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.messages import message
from missionplanner.store.merging import planning
from missionplanner.store.merging.authorship import IN_FORCE, PLACE
from missionplanner.store.merging.marks import Declared
from missionplanner.store.merging.packing import unpacked
from missionplanner.store.store import Store, database_of
from tests.builders import key_of, meet
from tests.unit.store.merging.two_copies import last_step, rows, take_in, two_copies, uid_of


def plan(store: Store, one: str = "D1", other: str = "C1") -> Meeting:
    """Plan one meeting at once; returns it."""
    with store.change(message("Plan")) as change:
        slot, table = store.all(Slot)[0].id, store.all(Table)[0].id
        pair = {"delegation_id": key_of(store, one), "counterpart_id": key_of(store, other)}
        key = change.insert(Meeting(**pair, slot_id=slot, table_id=table))
        change.plan([store.all(Session)[0].id], "[]")
    return store.get(Meeting, key)


def move(store: Store, key: int, slot: int) -> None:
    """Move a meeting by hand."""
    with store.change(message("Move")) as change:
        meeting = store.get(Meeting, key)
        change.update(meeting.moved_to(store.all(Slot)[slot].id, meeting.table_id))


def declared(store: Store, content: str = "[]") -> Declared:
    """Return what a plan of the one session declares."""
    found = Declared()
    planning.declare(database_of(store), found, [store.all(Session)[0].id], content)
    return found


def test_a_plan_is_in_force_in_its_sessions(store: Store) -> None:
    session = store.all(Session)[0].uid
    found = declared(store)
    assert found.touched == {(session, IN_FORCE)}
    assert found.plan is not None
    assert (found.plan[0], unpacked(found.plan[1])) == ({session}, "[]")


def test_a_plan_of_no_session_writes_nothing(store: Store) -> None:
    plan(store)
    found = Declared()
    planning.declare(database_of(store), found, [], "[]")
    assert found.touched == set()


def test_meetings_entered_by_hand_belong_to_no_plan(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    assert declared(store).touched == {(store.all(Session)[0].uid, IN_FORCE)}


def test_meetings_of_the_plan_before_are_written_by_the_next(store: Store) -> None:
    made = plan(store)
    assert declared(store).touched == {(store.all(Session)[0].uid, IN_FORCE), (made.uid, PLACE)}


def test_a_planned_meeting_that_was_moved_by_hand_is_not_written(store: Store) -> None:
    made = plan(store)
    move(store, made.id, 1)
    assert declared(store).touched == {(store.all(Session)[0].uid, IN_FORCE)}


def test_a_move_that_was_undone_leaves_the_meeting_to_the_plan(store: Store) -> None:
    made = plan(store)
    move(store, made.id, 1)
    store.undo()
    assert declared(store).touched == {(store.all(Session)[0].uid, IN_FORCE), (made.uid, PLACE)}


def test_a_plan_is_stored_with_its_step_and_known_to_who_merges_it(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        made = plan(other)
        step = last_step(other)[:2]
        assert rows(other, "SELECT replica, n, sessions FROM plans") == [
            (*step, json.dumps([other.all(Session)[0].uid]))
        ]
        take_in(one, other)
        assert declared(one).touched == {(one.all(Session)[0].uid, IN_FORCE), (made.uid, PLACE)}


def test_its_content_names_records_by_uid_and_back(store: Store) -> None:
    person = store.all(Person)[0]
    content = json.dumps(
        [{"delegation_id": key_of(store, "D1"), "venue_id": None, "delegates": [person.id], "starts": "9"}]
    )
    found = declared(store, content).plan
    assert found is not None
    stored = unpacked(found[1])
    assert json.loads(stored) == [
        {"delegation_id": uid_of(store, "D1"), "venue_id": None, "delegates": [person.uid], "starts": "9"}
    ]
    assert planning.content_of(database_of(store), stored) == content


def test_what_is_gone_is_left_out_of_a_plan(store: Store) -> None:
    found = declared(store, '[{"delegation_id": 99, "delegates": [99]}]').plan
    assert found is not None
    assert unpacked(found[1]) == '[{"delegation_id": null, "delegates": []}]'
    stored = '[{"delegation_id": "gone", "delegates": ["gone"]}]'
    assert planning.content_of(database_of(store), stored) == '[{"delegation_id": null, "delegates": []}]'
