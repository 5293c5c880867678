"""The state of a file, read from its tables, images and marks."""

import json
from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.mission import Table
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.messages import Message, message
from missionplanner.store.merging import reading
from missionplanner.store.merging.state import KnownPlan, MergeState, StepId, Write
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erasing
from tests.builders import key_of, meet, moment
from tests.unit.store.apart import bring, company, delete, edit


def read(store: Store) -> MergeState:
    """Return the state of an open mission."""
    return reading.read(database_of(store))


def replica(store: Store) -> str:
    """Return the id of a file."""
    ((uid,),) = database_of(store).execute("SELECT uid FROM replicas WHERE is_own = 1").fetchall()
    return str(uid)


def last(store: Store) -> StepId:
    """Return the last step of a file."""
    return replica(store), read(store).seen[replica(store)]


def test_rows_are_known_by_uid_and_name_others_by_theirs(store: Store) -> None:
    known = read(store)
    owner = company(store, "D2")
    person = store.where(Person, "company_id", [owner.id])[0]
    row = known.rows[person.uid]
    assert (row.table, row.values[:3], row.birth, row.registers) == (
        "people", (None, person.uid, owner.uid), last(store), {}
    )  # fmt: skip
    assert known.there == known.rows.keys()


def test_rows_inserted_at_once_were_made_by_the_step_too(store: Store) -> None:
    with store.change(message("Fill")) as change:
        change.insert_all(Company(side=Side.DELEGATION, name=name) for name in ("E1", "E2"))
    births = {one.name: read(store).rows[one.uid].birth for one in store.all(Company)}
    first = (replica(store), 2)
    assert births == dict.fromkeys(("D1", "D2", "D3", "C1", "C2", "C3"), first) | dict.fromkeys(
        ("E1", "E2"), last(store)
    )


def test_a_row_nobody_is_known_to_have_made_is_everybodys(store: Store) -> None:
    with store.steps.outside_undo() as db:
        db.execute("DELETE FROM births WHERE table_name = 'companies'")
    assert {row.birth for row in read(store).rows.values() if row.table == "companies"} == {("", 0)}


def test_a_register_written_later_holds_its_write(store: Store) -> None:
    edit(store, "D1", city="Lévis")
    row = read(store).rows[company(store, "D1").uid]
    assert row.registers == {"city": {(*last(store), 0): Write(("Lévis",))}}
    assert "Lévis" in row.values


def test_a_write_put_back_by_undo_stands_for_the_one_it_restores(store: Store) -> None:
    meet(store, "D1", "C1", slot=0, table=0)
    made, before = last(store), store.all(Meeting)[0]
    with store.change(message("Move")) as change:
        change.update(replace(before, slot_id=store.all(Slot)[1].id))
    store.undo()
    place = store.all(Slot)[0].uid, store.all(Table)[0].uid
    assert read(store).rows[before.uid].registers == {"slot_id": {(*last(store), 0): Write(place, made)}}


def test_values_written_apart_stand_beside_one_another(store: Store, copy: Store) -> None:
    edit(store, "D1", city="Lévis")
    edit(copy, "D1", city="Laval")
    bring(store, copy)
    assert read(store).rows[company(store, "D1").uid].registers["city"] == {
        (*last(store), 0): Write(("Lévis",)), (*last(copy), 0): Write(("Laval",))
    }  # fmt: skip


def test_rows_that_were_deleted_are_known_as_they_were_last(store: Store) -> None:
    edit(store, "D3", city="Lévis")
    gone = company(store, "D3")
    before = read(store)
    delete(store, "D3")
    known = read(store)
    (members,) = known.deletions.values()
    assert list(known.deletions) == [(*last(store), 0)]
    assert {(known.rows[uid].table, known.rows[uid].values) for uid in members} == {
        (row.table, row.values) for row in before.rows.values() if gone.uid in row.values
    }
    assert (known.there, known.rows) == (before.there - members, before.rows)


def test_a_deletion_taken_back_names_the_step_that_did(store: Store) -> None:
    delete(store, "D3")
    dot = (*last(store), 0)
    store.undo()
    known = read(store)
    assert (list(known.deletions), known.revocations) == ([dot], {dot: frozenset([last(store)])})


def test_steps_are_known_with_what_they_changed(store: Store) -> None:
    edit(store, "D1", city="Lévis")
    delete(store, "D3")
    steps = read(store).steps
    assert [(str(Message.read(one.label)), one.kind, json.loads(one.counts)) for one in steps.values()][2:] == [
        ("Edit", "change", {"companies": 1}),
        ("Delete", "change", {"applications": 1, "companies": 1, "people": 1}),
    ]
    assert [one.past for one in steps.values()] == ["", "", "", json.dumps({replica(store): 3})]
    assert list(steps) == [(replica(store), n) for n in (1, 2, 3, 4)]


def test_steps_of_others_keep_the_counts_they_came_with(store: Store, copy: Store) -> None:
    edit(copy, "D1", city="Laval")
    bring(store, copy)
    assert read(store).steps[last(copy)] == read(copy).steps[last(copy)]
    assert read(store).seen == {replica(store): 2, replica(copy): 1}


def test_a_plan_is_known_with_its_sessions_and_meetings(store: Store) -> None:
    key = meet(store, "D1", "C1", slot=0, table=0)
    with store.change(message("Plan")) as change:
        change.update(replace(store.get(Meeting, key), slot_id=store.all(Slot)[1].id))
        change.plan([1], json.dumps([{"delegation_id": key_of(store, "D1")}]))
    (session,) = (uid for uid, row in read(store).rows.items() if row.table == "sessions")
    content = json.dumps([{"delegation_id": company(store, "D1").uid}])
    assert read(store).plans == {last(store): KnownPlan(frozenset([session]), content)}


def test_journals_are_known_by_uid_and_drafts_stay_in_their_file(store: Store) -> None:
    store.record(Letter(company_id=key_of(store, "D2"), kind="accepted", language="en", sent_at=moment(9)))
    (letter,) = store.all(Letter)
    journals = read(store).journals
    assert {name: list(entries) for name, entries in journals.items()} == {
        "pack_prints": [], "file_imports": [], "letters": [letter.uid], "calendar_entries": [],
        "moment_letters": [], "letter_notes": [],
    }  # fmt: skip
    assert journals["letters"][letter.uid][0] is None
    assert company(store, "D2").uid in journals["letters"][letter.uid]


def test_who_was_erased_is_known(store: Store) -> None:
    person = store.all(Person)[1]
    erasing.erase(store, [person.id])
    assert read(store).erased == frozenset([person.uid])


def test_names_lead_both_ways_for_what_was_deleted_too(store: Store) -> None:
    gone = company(store, "D3")
    delete(store, "D3")
    names = reading.names_of(database_of(store))
    assert (names.uid("companies", gone.id), names.key("companies", gone.uid)) == (gone.uid, gone.id)
    assert (names.uid("companies", 99), names.key("people", gone.uid)) == (None, None)


def test_of_the_keys_of_a_row_made_again_the_last_is_its_own(store: Store) -> None:
    gone = store.where(Application, "company_id", [key_of(store, "D3")])[0]
    with store.change(message("Again")) as change:
        change.delete(Application, [gone.id])
        key = change.insert(replace(gone, id=0))
    assert reading.names_of(database_of(store)).key("applications", gone.uid) == key
    assert (read(store).rows[gone.uid].birth, gone.uid in read(store).there) == (last(store), True)


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        ("UPDATE replicas SET seen = seen + 1", "steps are missing"),
        ("DELETE FROM steps WHERE n = 6", "steps are missing"),
        ("UPDATE dots SET n = 9", "a step is not known"),
        ("UPDATE births SET n = 9", "a step is not known"),
        ("UPDATE deletions SET n = 9", "a step is not known"),
        ("UPDATE revocations SET by_n = 9", "a step is not known"),
        ("UPDATE plans SET n = 9", "a step is not known"),
    ],
)
def test_what_a_step_wrote_that_the_file_does_not_list_is_damage(store: Store, damage: str, why: str) -> None:
    edit(store, "D1", city="Lévis")
    delete(store, "D3")
    store.undo()
    with store.change(message("Plan")) as change:
        change.update(replace(company(store, "D2"), city="Laval"))
        change.plan([1], "[]")
    with store.steps.outside_undo() as db:
        db.execute(damage)
    with pytest.raises(ValueError, match=why):
        read(store)
