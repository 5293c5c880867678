"""The numbers and digests of steps."""

import json
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.timetable import Session
from missionplanner.messages import message
from missionplanner.store.merging import numbering, replicas
from missionplanner.store.merging.marks import Declared
from missionplanner.store.store import Store, database_of
from tests.builders import key_of
from tests.unit.store.merging.two_copies import edit, last_step, remove, rows, take_in, two_copies

OWN = "SELECT n, digest FROM steps WHERE replica = ? ORDER BY n"


def past(store: Store) -> str:
    """Return what the file had seen before its last step, as far as that is noted."""
    ((found,),) = rows(store, "SELECT past FROM steps WHERE replica = ? AND n = ?", *last_step(store)[:2])
    return str(found)


def test_a_file_counts_its_steps_from_one(store: Store) -> None:
    before = last_step(store)
    edit(store, "D1", phone="1")
    store.undo()
    assert last_step(store) == (before.replica, before.n + 2, 0)
    numbers = [n for n, _digest in rows(store, OWN, before.replica)]
    assert numbers == list(range(1, before.n + 3))


def test_a_step_that_does_nothing_has_no_number(store: Store) -> None:
    before = last_step(store)
    edit(store, "D1", phone="")
    assert last_step(store) == before


def test_the_same_step_after_another_past_has_another_digest(store: Store) -> None:
    edit(store, "D1", phone="1")
    first, second = store.steps.history(2)
    assert first.label != second.label
    own, n = last_step(store)[:2]
    with store.steps.outside_undo() as db:
        ((before,),) = db.execute("SELECT digest FROM steps WHERE replica = ? AND n = ?", (own, n)).fetchall()
        key, kind = db.execute("SELECT id, kind FROM steps WHERE replica = ? AND n = ?", (own, n)).fetchone()
        step = numbering.OwnStep(key, kind, None, own, n)
        numbering.number(db, step)
        assert rows(store, "SELECT digest FROM steps WHERE id = ?", key) == [(before,)]
        db.execute("UPDATE steps SET digest = 'another' WHERE replica = ? AND n = ?", (own, n - 1))
        numbering.number(db, step)
        assert rows(store, "SELECT digest FROM steps WHERE id = ?", key) != [(before,)]


def test_copies_have_the_digests_of_the_steps_they_have_in_common(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(one, "D1", phone="1")
        edit(other, "D1", phone="1")
        mine, theirs = (rows(store, OWN, 1) for store in (one, other))
        assert mine[:-1] == theirs
        take_in(one, other)
        assert rows(one, OWN, last_step(other).replica) == rows(other, OWN, last_step(other).replica)


def test_a_step_that_changes_values_notes_no_past(store: Store) -> None:
    edit(store, "D1", phone="1")
    assert past(store) == ""


def test_a_deletion_notes_what_its_file_had_seen(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(other, "D1", phone="1")
        take_in(one, other)
        before = replicas.seen(database_of(one))
        remove(one, Company, key_of(one, "D2"))
        assert (json.loads(past(one)), len(before)) == (before, 2)


def test_a_plan_notes_what_its_file_had_seen(store: Store) -> None:
    before = replicas.seen(database_of(store))
    with store.change(message("Plan")) as change:
        change.insert(Company(side=store.all(Company)[0].side, name="Nova"))
        change.plan([one.id for one in store.all(Session)], "[]")
    assert json.loads(past(store)) == before


def test_a_file_without_an_id_numbers_under_none(store: Store) -> None:
    with store.steps.outside_undo() as db:
        db.execute("DELETE FROM replicas")
        key = db.execute("SELECT max(id) FROM steps").fetchone()[0]
        numbering.finish(db, key, "change", None, (), Declared())
        assert rows(store, "SELECT replica, n FROM steps WHERE id = ?", key) == [(0, 1)]
        db.execute("UPDATE steps SET replica = NULL WHERE id = ?", (key,))
