"""Who wrote which register, and made which row."""

import json
from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company, Market, Side
from missionplanner.domain.mission import Table
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.messages import message
from missionplanner.store.merging import authorship
from missionplanner.store.merging.marks import StoredMark
from missionplanner.store.store import Store, database_of
from tests.builders import key_of, meet
from tests.unit.store.merging.two_copies import (
    add,
    edit,
    last_step,
    remove,
    rows,
    take_in,
    two_copies,
    uid_of,
)


def marks(store: Store, register: str, name: str = "D1") -> list[StoredMark]:
    """Return the marks of a register of a company."""
    return authorship.marks(database_of(store), uid_of(store, name), register)


def by_last(store: Store) -> list[StoredMark]:
    """Return the mark of a register the last step wrote."""
    own, n, _k = last_step(store)
    return [StoredMark(own, n, 0, None, None, None)]


def registers(store: Store, uid: str) -> list[str]:
    """Return the registers of a row that have marks."""
    return [one for (one,) in rows(store, "SELECT DISTINCT register FROM dots WHERE uid = ? ORDER BY register", uid)]


def meeting(store: Store) -> Meeting:
    """Put a meeting into the timetable by hand."""
    return store.get(Meeting, meet(store, "D1", "C1", 0, 0))


# -- births


def test_rows_made_at_once_are_one_range_of_keys(store: Store) -> None:
    with store.change(message("Import")) as change:
        keys = change.insert_all(Company(side=Side.DELEGATION, name=f"N{n}") for n in range(5))
    own, n, _k = last_step(store)
    sql = "SELECT first, last FROM births WHERE table_name = 'companies' AND replica = ? AND n = ?"
    assert rows(store, sql, own, n) == [(keys[0], keys[-1])]
    assert {authorship.birth(database_of(store), "companies", key) for key in keys} == {last_step(store)}


def test_rows_between_which_others_lie_are_ranges_of_their_own(store: Store) -> None:
    with store.change(message("Add")) as change:
        keys = [change.insert(Company(id=key, side=Side.DELEGATION, name="N")) for key in (50, 51, 60)]
    own, n, _k = last_step(store)
    sql = "SELECT first, last FROM births WHERE table_name = 'companies' AND replica = ? AND n = ? ORDER BY first"
    assert (keys, rows(store, sql, own, n)) == ([50, 51, 60], [(50, 51), (60, 60)])
    assert authorship.birth(database_of(store), "companies", 55) == (0, 0, 0)


def test_a_row_nobody_knows_the_maker_of_has_no_birth(store: Store) -> None:
    assert authorship.birth(database_of(store), "companies", 0) == (0, 0, 0)
    assert authorship.birth(database_of(store), "companies", 999) == (0, 0, 0)


def test_a_new_row_has_no_marks_but_its_birth(store: Store) -> None:
    market = add(store, Market(company_id=key_of(store, "D1"), country="Chile"))
    assert registers(store, market.uid) == []
    assert authorship.birth(database_of(store), "markets", market.id) == last_step(store)


def test_a_row_that_came_and_went_in_one_step_leaves_nothing_but_its_birth(store: Store) -> None:
    with store.change(message("Nothing")) as change:
        key = change.insert(Market(company_id=key_of(store, "D1"), country="Chile"))
        change.delete(Market, [key])
    assert rows(store, "SELECT * FROM deletions") == []
    assert rows(store, "SELECT * FROM births WHERE table_name = 'markets'") == []


def test_a_row_deleted_and_made_again_in_one_step_was_not_deleted(store: Store) -> None:
    chile = Market(company_id=key_of(store, "D1"), country="Chile")
    first = add(store, chile)
    with store.change(message("List")) as change:
        change.delete(Market, [first.id])
        key = change.insert(replace(chile, share="10"))
    assert store.get(Market, key).uid == first.uid
    assert rows(store, "SELECT * FROM deletions") == []
    assert authorship.birth(database_of(store), "markets", key) == last_step(store)


def test_a_row_deleted_and_made_again_in_bulk_was_not_deleted(store: Store) -> None:
    chile = Market(company_id=key_of(store, "D1"), country="Chile")
    first = add(store, chile)
    with store.change(message("List")) as change:
        change.delete(Market, [first.id])
        change.insert_all([chile, replace(chile, country="Peru")])
    assert [one.uid for one in store.all(Market)][:1] == [first.uid]
    assert rows(store, "SELECT * FROM deletions") == []


# -- marks


def test_a_write_marks_its_registers_alone(store: Store) -> None:
    edit(store, "D1", phone="1", city="Lima")
    assert registers(store, uid_of(store, "D1")) == ["city", "phone"]
    assert (marks(store, "phone"), marks(store, "notes")) == (by_last(store), [])


def test_a_write_of_one_column_marks_the_register_it_belongs_to(store: Store) -> None:
    found = meeting(store)
    with store.change(message("Status")) as change:
        change.update(replace(found, reason="ill"))
    assert registers(store, found.uid) == ["slot_id", "status"]


def test_a_later_write_takes_the_place_of_the_mark(store: Store) -> None:
    edit(store, "D1", phone="1")
    edit(store, "D1", phone="2")
    assert marks(store, "phone") == by_last(store)


def test_what_is_as_before_at_the_end_of_a_step_is_not_written(store: Store) -> None:
    before = store.get(Company, key_of(store, "D1"))
    with store.change(message("To and fro")) as change:
        change.update(replace(before, phone="1", city="Lima"))
        change.update(replace(before, city="Lima"))
    assert registers(store, before.uid) == ["city"]


def test_a_register_that_is_settled_is_marked_though_its_value_stays(store: Store) -> None:
    with store.change(message("Settle")) as change:
        change.settle(uid_of(store, "D1"), "phone")
    assert marks(store, "phone") == by_last(store)


def test_a_write_that_stands_for_another_says_which(store: Store) -> None:
    own, n, _k = last_step(store)
    with store.change(message("Stand")) as change:
        change.settle(uid_of(store, "D1"), "phone")
        change.declared.stands_for[uid_of(store, "D1"), "phone"] = (own, 1)
    assert marks(store, "phone") == [StoredMark(own, n + 1, 0, None, own, 1)]


def test_the_shown_one_of_several_marks_comes_first(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", phone="early")
        edit(other, "D1", phone="late")
        take_in(one, other)
        assert one.get(Company, key_of(one, "D1")).phone == "late"
        assert [mark.beside for mark in marks(one, "phone")] == [None, '["early"]']


# -- meetings and plans


def test_whatever_is_done_to_a_meeting_by_hand_writes_where_it_is(store: Store) -> None:
    found = meeting(store)
    assert registers(store, found.uid) == ["slot_id"]
    with store.change(message("Lock")) as change:
        change.update(replace(found, locked=True))
    assert authorship.marks(database_of(store), found.uid, "slot_id") == by_last(store)
    assert registers(store, found.uid) == ["locked", "slot_id"]


def test_a_plan_writes_the_meetings_it_makes_as_new_rows(store: Store) -> None:
    session = store.all(Session)[0]
    with store.change(message("Plan")) as change:
        pair = {"delegation_id": key_of(store, "D1"), "counterpart_id": key_of(store, "C1")}
        key = change.insert(Meeting(**pair, slot_id=store.all(Slot)[0].id, table_id=store.all(Table)[0].id))
        change.plan([session.id], "[]")
    assert registers(store, store.get(Meeting, key).uid) == []
    assert authorship.marks(database_of(store), session.uid, "in_force") == by_last(store)
    assert rows(store, "SELECT replica, n, sessions FROM plans") == [(*last_step(store)[:2], json.dumps([session.uid]))]


# -- others


def test_marks_are_of_others_where_another_file_wrote_them(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", city="Lima")
        edit(other, "D1", phone="1")
        take_in(one, other)
        found = [authorship.is_of_others(database_of(one), *marks(one, name)) for name in ("phone", "city")]
        assert found == [True, False]


def test_an_undo_leaves_the_mark_of_the_write_of_others_it_puts_back(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(other, "D1", phone="theirs")
        take_in(one, other)
        ((mark),) = marks(one, "phone")
        edit(one, "D1", phone="mine")
        one.undo()
        own, n, _k = last_step(one)
        assert marks(one, "phone") == [StoredMark(own, n, 0, None, mark.replica, mark.n)]
        assert authorship.is_of_others(database_of(one), marks(one, "phone")[0])
        one.redo()
        assert [authorship.is_of_others(database_of(one), found) for found in marks(one, "phone")] == [False]


def test_an_undo_puts_back_both_values_of_a_clash(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", phone="early")
        edit(other, "D1", phone="late")
        take_in(one, other)
        before = [(mark.beside, mark.replica, mark.n) for mark in marks(one, "phone")]
        edit(one, "D1", phone="chosen")
        assert len(marks(one, "phone")) == 1
        one.undo()
        own, n, _k = last_step(one)
        found = marks(one, "phone")
        assert [(mark.beside, mark.for_replica, mark.for_n) for mark in found] == before
        assert [mark[:3] for mark in found] == [(own, n, 0), (own, n, 1)]


def test_nothing_is_kept_for_undo_of_a_file_nobody_joined(store: Store) -> None:
    edit(store, "D1", phone="1")
    edit(store, "D1", phone="2")
    assert rows(store, "SELECT * FROM replaced") == []


def test_a_deleted_row_is_deleted_until_it_comes_back(store: Store) -> None:
    db, uid = database_of(store), uid_of(store, "D1")
    assert not authorship.is_deleted(db, uid)
    remove(store, Company, key_of(store, "D1"))
    assert authorship.is_deleted(db, uid)
    assert not authorship.is_deleted_by_others(db, uid)
    store.undo()
    assert not authorship.is_deleted(db, uid)


def test_a_deletion_of_others_is_theirs_until_it_is_taken_back(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        uid = uid_of(one, "D1")
        person = next(found for found in one.all(Person) if found.company_id == key_of(one, "D1"))
        remove(other, Company, key_of(other, "D1"))
        take_in(one, other)
        assert [authorship.is_deleted_by_others(database_of(one), found) for found in (uid, person.uid)] == [True, True]
        other.undo()
        take_in(one, other)
        assert not authorship.is_deleted_by_others(database_of(one), uid)
