"""What went together is one deletion, and comes back as one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Market
from missionplanner.domain.people import Person
from missionplanner.jobs.companies import duplicates
from missionplanner.messages import message
from missionplanner.store.merging import authorship, deletions
from missionplanner.store.merging.marks import OwnStep, StoredMark
from missionplanner.store.store import Store, database_of
from tests.builders import key_of, meet
from tests.unit.store.merging.two_copies import add, edit, last_step, remove, rows, take_in, two_copies, uid_of

Members = set[tuple[str, str]]


def members(store: Store, *companies: str) -> Members:
    """Return what belongs to companies of the small mission alone."""
    keys = {key_of(store, name) for name in companies}
    found = {("companies", uid_of(store, name)) for name in companies}
    found |= {("applications", one.uid) for one in store.all(Application) if one.company_id in keys}
    return found | {("people", one.uid) for one in store.all(Person) if one.company_id in keys}


def deleted(store: Store) -> list[Members]:
    """Return the deletions of the last step."""
    found: dict[int, Members] = {}
    for k, table, uid in rows(
        store, "SELECT k, table_name, uid FROM deletions WHERE replica = ? AND n = ?", *last_step(store)[:2]
    ):
        found.setdefault(k, set()).add((table, uid))
    return [found[k] for k in range(len(found))]


def revoked(store: Store) -> list[tuple[Any, ...]]:
    """Return what was revoked: replica, step and place of the deletion, then replica and step that did it."""
    return rows(store, "SELECT * FROM revocations ORDER BY by_n, n, k")


def remove_company(store: Store, *names: str) -> None:
    """Delete companies."""
    remove(store, Company, *(key_of(store, name) for name in names))


def bring_back(store: Store, *records: Any) -> None:
    """Store deleted records again under new keys."""
    with store.change(message("Again")) as change:
        key = change.insert(replace(records[0], id=0))
        for one in records[1:]:
            change.insert(replace(one, id=0, company_id=key))


def test_what_belongs_together_is_one_deletion(store: Store) -> None:
    wanted = members(store, "D1")
    remove_company(store, "D1")
    assert (deleted(store), len(wanted)) == ([wanted], 3)


def test_what_only_went_at_the_same_time_are_two(store: Store) -> None:
    wanted = [members(store, "D1"), members(store, "D2")]
    remove_company(store, "D1", "D2")
    assert sorted(deleted(store), key=sorted) == sorted(wanted, key=sorted)


def test_what_a_meeting_of_both_ties_together_is_one(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    ((uid,),) = rows(store, "SELECT uid FROM meetings")
    wanted = members(store, "D1", "C1") | {("meetings", uid)}
    remove_company(store, "D1", "C1")
    assert deleted(store) == [wanted]


def test_of_a_company_merged_into_another_only_the_application_goes_along(store: Store) -> None:
    lost = add(store, Market(company_id=key_of(store, "D2"), country="Chile"))
    own = {one for one in members(store, "D2") if one[0] != "people"}
    duplicates.merge(store, key_of(store, "D1"), key_of(store, "D2"), [])
    assert sorted(deleted(store), key=sorted) == [own, {("markets", lost.uid)}]


def test_undo_revokes_the_deletion_and_redo_deletes_anew(store: Store) -> None:
    wanted = members(store, "D1")
    remove_company(store, "D1")
    own, n, _k = last_step(store)
    store.undo()
    assert (revoked(store), deleted(store)) == ([(own, n, 0, own, n + 1)], [])
    store.redo()
    assert (revoked(store), deleted(store)) == ([(own, n, 0, own, n + 1)], [wanted])
    store.undo()
    assert revoked(store) == [(own, n, 0, own, n + 1), (own, n + 2, 0, own, n + 3)]


def test_what_does_not_come_back_with_a_row_stays_deleted(store: Store) -> None:
    company = store.get(Company, key_of(store, "D1"))
    application = next(one for one in store.all(Application) if one.company_id == company.id)
    delegate = next(one for one in store.all(Person) if one.company_id == company.id)
    remove_company(store, "D1")
    own, n, _k = last_step(store)
    bring_back(store, company, application)
    assert revoked(store) == [(own, n, 0, own, n + 1)]
    assert deleted(store) == [{("people", delegate.uid)}]


def test_what_came_back_before_stays_when_the_rest_does(store: Store) -> None:
    company = store.get(Company, key_of(store, "D1"))
    parts = [next(one for one in store.all(kind) if one.company_id == company.id) for kind in (Application, Person)]
    remove_company(store, "D1")
    bring_back(store, company, parts[0])
    add(store, replace(parts[1], id=0, company_id=key_of(store, "D1")))
    assert deleted(store) == []
    assert len(revoked(store)) == 2
    assert not any(authorship.is_deleted(database_of(store), one.uid) for one in (company, *parts))


def test_a_row_made_again_under_another_key_is_as_it_was_made(store: Store) -> None:
    edit(store, "D1", phone="1")
    company = store.get(Company, key_of(store, "D1"))
    application = next(one for one in store.all(Application) if one.company_id == company.id)
    assert authorship.marks(database_of(store), company.uid, "phone") != []
    remove_company(store, "D1")
    bring_back(store, company, application)
    assert rows(store, "SELECT register FROM dots WHERE uid = ?", company.uid) == []
    assert authorship.birth(database_of(store), "companies", key_of(store, "D1")) == last_step(store)


def test_a_row_back_under_its_old_key_after_another_is_written_whole(store: Store) -> None:
    chile = Market(company_id=key_of(store, "D1"), country="Chile")
    first = add(store, chile)
    remove(store, Market, first.id)
    second = add(store, chile)
    assert (first.uid, first.id != second.id) == (second.uid, True)
    store.undo()
    store.undo()
    assert [one.id for one in store.all(Market)] == [first.id]
    own, n, _k = last_step(store)
    found = {register: authorship.marks(database_of(store), first.uid, register) for register in MARKET}
    assert found == {register: [StoredMark(own, n, 0, None, None, None)] for register in MARKET}


MARKET = ("company_id", "country", "share", "position")


def test_a_row_back_under_the_only_key_it_had_keeps_its_marks(store: Store) -> None:
    market = add(store, Market(company_id=key_of(store, "D1"), country="Chile"))
    remove(store, Market, market.id)
    store.undo()
    assert rows(store, "SELECT register FROM dots WHERE uid = ?", market.uid) == []


def test_a_deletion_that_was_seen_is_made_again_row_by_row(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, _other):
        wanted = members(one, "D1")
        remove_company(one, "D1")
        with one.change(message("Seen")) as change:
            change.declared.seen |= {uid for _table, uid in wanted} | {"never deleted"}
        assert sorted(map(sorted, deleted(one))) == sorted([member] for member in wanted)


@pytest.mark.parametrize("tables", [{"companies"}, {"companies", "applications", "people"}], ids=["part", "all"])
def test_a_deletion_of_what_is_there_is_revoked_whole_for_what_is_kept(tmp_path: Path, tables: set[str]) -> None:
    with two_copies(tmp_path) as (one, other):
        remove_company(other, "D1")
        edit(one, "D1", phone="1")
        take_in(one, other)
        uids = {uid for _table, uid in members(one, "D1")}
        assert all(authorship.is_deleted(database_of(one), uid) for uid in uids)
        with one.change(message("Keep")) as change:
            change.declared.kept |= {uid for table, uid in members(one, "D1") if table in tables}
        assert len(revoked(one)) == 1
        assert deleted(one) == []
        assert not any(authorship.is_deleted(database_of(one), uid) for uid in uids)


@pytest.mark.parametrize(("kind", "shift"), [("undo", 0), ("redo", 1)])
def test_a_redo_goes_back_on_the_undo_and_an_undo_on_the_step(store: Store, kind: str, shift: int) -> None:
    edit(store, "D1", phone="1")
    ((step,),) = rows(store, "SELECT max(id) FROM steps")
    store.undo()
    assert deletions.undoing_step(database_of(store), step) == step + 1
    found = deletions.going_back_on(database_of(store), OwnStep(step + 2, kind, step, 1, 1))
    assert found == step + shift


def test_a_step_nobody_took_back_has_no_undo(store: Store) -> None:
    assert deletions.undoing_step(database_of(store), 1) is None
