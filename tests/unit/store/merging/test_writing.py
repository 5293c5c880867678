"""A state and what it shows, written into a file: what is read back is what was written."""

import json
from dataclasses import replace

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.mission import Sector
from missionplanner.domain.moments import Moment, MomentLetter
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.jobs.companies import duplicates
from missionplanner.messages import message
from missionplanner.store.merging import writing
from missionplanner.store.merging.state import MergeState
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erasing, joining
from tests.builders import ask, damage_of, key_of, meet, moment, whole
from tests.unit.store.apart import bring, company, delete, edit


def rows(store: Store, sql: str) -> list[tuple[object, ...]]:
    """Return rows of the file."""
    return database_of(store).execute(sql).fetchall()


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of merging."""
    tables = ("births", "dots", "deletions", "revocations", "plans", "erased", "replicas")
    return {name: sorted(rows(store, f"SELECT * FROM {name}"), key=repr) for name in tables}


def known(store: Store) -> MergeState:
    """Return the state of a file, without what it shows."""
    found = joining.read(store)
    found.there = frozenset()
    return found


def work(store: Store, city: str, slot: int, counterpart: str) -> None:
    """Do something of every kind."""
    edit(store, "D1", city=city)
    edit(store, "D2", city=city)
    store.undo()
    with store.change(message("Add")) as change:
        key = change.insert(Company(side=Side.DELEGATION, name=city))
        change.insert(Application(company_id=key))
        change.insert_all(Person(company_id=key, given_name=name) for name in "AB")
    ask(store, ("D1", counterpart, Priority.MEET))
    with store.change(message("Plan")) as change:
        change.update(replace(store.all(Meeting)[0], slot_id=store.all(Slot)[slot].id))
        change.plan([1], "[]")
    delete(store, "D3")
    store.undo()
    delete(store, "C3")
    store.record(Letter(company_id=key, kind="accepted", language="en", sent_at=moment(9)))


def test_what_was_written_is_read_back_and_is_the_same_in_both_files(store: Store, copy: Store) -> None:
    meet(store, "D2", "C2", slot=0, table=0)
    bring(copy, store)
    work(store, "Lévis", 2, "C1")
    work(copy, "Laval", 3, "C2")
    bring(store, copy)
    bring(copy, store)
    assert known(store) == known(copy)
    assert (damage_of(store.path), damage_of(copy.path)) == ([], [])


def test_merging_again_changes_nothing(store: Store, copy: Store) -> None:
    for one, city in ((store, "Lévis"), (copy, "Laval")):
        meet(one, "D2", "C2", slot=0, table=0)
        work(one, city, 2, "C1")
    bring(store, copy)
    before = whole(store), everything(store), known(store)
    bring(store, copy)
    assert (whole(store), everything(store), known(store)) == before


def test_what_both_made_is_one_record_of_both(store: Store, copy: Store) -> None:
    for one, priority in ((store, Priority.MEET), (copy, Priority.MUST_MEET)):
        ask(one, ("D1", "C1", priority))
    bring(store, copy)
    bring(copy, store)
    (mine,), (theirs,) = store.all(Request), copy.all(Request)
    assert (mine.uid, mine.priority) == (theirs.uid, theirs.priority) == (mine.uid, Priority.MUST_MEET)
    registers = known(store).rows[mine.uid].registers
    assert known(copy).rows[mine.uid].registers == registers
    assert {name: len(written) for name, written in registers.items()} == dict.fromkeys(
        ("delegation_id", "asked_by", "priority", "comment", "half", "session_id", "meets_at", "intents"), 2
    )


def add(store: Store, *codes: str) -> list[int]:
    """Enter sectors as one step; return their keys."""
    with store.change(message("Add")) as change:
        return change.insert_all(Sector(code=code, name_en=code) for code in codes)


def last_births(store: Store, number: int) -> list[tuple[object, ...]]:
    """Return the last ranges of sectors that steps made: keys, number of the step."""
    sql = "SELECT first, last, n FROM births WHERE table_name = 'sectors' ORDER BY first DESC LIMIT ?"
    return database_of(store).execute(sql, (number,)).fetchall()


def test_new_rows_get_keys_nothing_ever_had(store: Store, copy: Store) -> None:
    (key,) = add(store, "X")
    with store.change(message("Delete")) as change:
        change.delete(Sector, [key])
    add(copy, "Y", "Z")
    bring(store, copy)
    assert [(one.code, one.id) for one in store.all(Sector)][1:] == [("Y", key + 1), ("Z", key + 2)]
    assert add(store, "W") == [key + 3]


def test_rows_that_are_hidden_from_the_start_keep_their_keys_for_themselves(store: Store, copy: Store) -> None:
    (key,) = add(copy, "X")
    with copy.change(message("Delete")) as change:
        change.delete(Sector, [key])
    bring(store, copy)
    assert rows(store, "SELECT id, code FROM sectors_history WHERE phase = 'hidden'") == [(key, "X")]
    assert add(store, "Y") == [key + 1]


def test_rows_one_step_made_are_one_range_of_births(store: Store, copy: Store) -> None:
    keys = add(copy, *"VWXYZ")
    bring(store, copy)
    assert last_births(store, 2) == [(keys[0], keys[-1], 1), (1, 1, 2)]


def test_rows_of_two_steps_are_two_ranges(store: Store, copy: Store) -> None:
    add(copy, "X")
    add(copy, "Y")
    bring(store, copy)
    assert last_births(store, 2) == [(3, 3, 2), (2, 2, 1)]


def test_the_value_that_is_not_shown_stands_beside(store: Store, copy: Store) -> None:
    edit(store, "D1", city="Lévis")
    edit(copy, "D1", city="Laval")
    bring(store, copy)
    assert rows(store, "SELECT register, beside FROM dots ORDER BY beside") == [("city", None), ("city", '["Lévis"]')]


def test_a_link_that_is_shown_otherwise_keeps_what_was_written(store: Store, copy: Store) -> None:
    duplicates.merge(store, key_of(store, "D1"), key_of(store, "D2"), ())
    ask(copy, ("D2", "C1", Priority.MEET))
    merged = company(copy, "D2").uid
    bring(store, copy)
    (request,) = store.all(Request)
    assert request.delegation_id == key_of(store, "D1")
    found = rows(store, f"SELECT register, beside FROM dots WHERE uid = '{request.uid}'")
    assert found == [("delegation_id", json.dumps([merged, company(store, "C1").uid]))]


def test_what_is_not_shown_any_more_is_taken_away(store: Store, copy: Store) -> None:
    delete(copy, "D3")
    bring(store, copy)
    assert [one.name for one in store.all(Company)] == ["D1", "D2", "C1", "C2", "C3"]
    assert [len(store.all(kind)) for kind in (Application, Person)] == [5, 5]


def test_what_was_taken_away_comes_back_under_its_key(store: Store, copy: Store) -> None:
    before = whole(store)
    delete(copy, "D3")
    bring(store, copy)
    copy.undo()
    bring(store, copy)
    assert whole(store) == before


def test_a_place_in_the_room_of_a_row_that_goes_is_free_for_one_that_comes(store: Store, copy: Store) -> None:
    (old,) = store.where(Application, "company_id", [key_of(store, "D1")])
    with copy.change(message("Again")) as change:
        change.delete(Application, [old.id])
        change.insert(replace(old, id=0, uid="", reason="again"))
    bring(store, copy)
    assert [one.reason for one in store.where(Application, "company_id", [key_of(store, "D1")])] == ["again"]


def test_steps_of_others_are_in_the_history_and_out_of_reach_of_undo(store: Store, copy: Store) -> None:
    edit(copy, "D1", city="Laval")
    edit(copy, "D2", city="Laval")
    bring(store, copy)
    found = [(step.label, step.kind) for step in store.steps.history(3)]
    assert sorted(found) == [("Edit", "change"), ("Edit", "change"), ("Merge copy.mission", "merge")]
    assert store.steps.undo_label == ""


def test_entries_of_journals_come_once_with_the_keys_of_this_file(store: Store, copy: Store) -> None:
    for one, name in ((store, "Mine"), (copy, "Theirs")):
        with one.change(message("Add")) as change:
            key = change.insert(Company(side=Side.DELEGATION, name=name))
            change.insert(Application(company_id=key))
            person = change.insert(Person(company_id=key, given_name=name))
    copy.record(Letter(company_id=key, kind="accepted", language="en", sent_at=moment(9)))
    made = {"moment": Moment.THANKS, "language": "en", "written_at": moment(9)}
    copy.record(MomentLetter(company_id=key, person_id=person, **made))
    bring(store, copy)
    bring(store, copy)
    theirs = key_of(store, "Theirs")
    assert theirs != key
    assert [one.company_id for one in store.all(Letter)] == [theirs]
    (letter,) = store.all(MomentLetter)
    (whose,) = (one.id for one in store.all(Person) if one.given_name == "Theirs")
    assert (letter.company_id, letter.person_id, whose != person) == (theirs, whose, True)


def test_nothing_is_left_of_people_who_were_erased_elsewhere(store: Store, copy: Store) -> None:
    person = store.all(Person)[0]
    with store.change(message("Edit")) as change:
        change.update(replace(person, family_name="Tremblay"))
    erasing.erase(copy, [person.id])
    bring(store, copy)
    assert is_anonymous(store.get(Person, person.id))
    assert rows(store, "SELECT uid FROM erased") == [(person.uid,)]
    assert set(rows(store, f"SELECT given_name, family_name FROM people_history WHERE id = {person.id}")) <= {
        ("", ""), (None, None)
    }  # fmt: skip


def test_a_file_that_shows_what_it_knows_is_not_changed(store: Store, copy: Store) -> None:
    edit(store, "D1", city="Lévis")
    edit(copy, "D1", city="Laval")
    delete(copy, "D3")
    bring(store, copy)
    before = whole(store), everything(store)
    with store.steps.merging(message("Nothing")) as (db, step):
        writing.refresh(db, step)
    assert (whole(store), everything(store)) == before
    assert store.steps.history(1)[0].label == "Nothing"


def test_a_file_that_shows_something_else_is_brought_to_what_it_knows(store: Store, copy: Store) -> None:
    edit(copy, "D1", city="Laval")
    bring(store, copy)
    before = whole(store)
    with store.steps.merging(message("Refresh")) as (db, step):
        db.execute("DELETE FROM applications")
        writing.refresh(db, step)
    assert whole(store) == before
