"""Who a file is, and when it takes a new id."""

import json
from pathlib import Path

import pytest

from missionplanner.domain.mission import Mission
from missionplanner.paths import data_folder
from missionplanner.store.merging import replicas
from missionplanner.store.store import Store, database_of
from tests.builders import DAY, small_mission
from tests.unit.store.merging.two_copies import edit, last_step, rows, take_in, two_copies


def id_of(store: Store) -> str:
    """Return the id of a file."""
    ((uid,),) = rows(store, "SELECT uid FROM replicas WHERE is_own = 1")
    return str(uid)


def id_after_a_step(path: Path) -> str:
    """Return the id of a file in which something is changed."""
    with Store.open(path) as store:
        edit(store, "D1", phone="new")
        return id_of(store)


def closed(path: Path) -> str:
    """Make a file and close it; returns its id."""
    with small_mission(path) as store:
        return id_of(store)


def memory_of(path: Path) -> Path:
    """Return the file in which the computer remembers which mission is where."""
    with Store.open(path, read_only=True) as store:
        return replicas._memory_file(database_of(store))


def test_a_replica_has_one_number_and_a_new_one_gets_the_next(store: Store) -> None:
    own, _n = last_step(store)[:2]
    with store.steps.outside_undo() as db:
        assert replicas.number_of(db, id_of(store)) == own
        assert [replicas.number_of(db, "new"), replicas.number_of(db, "new")] == [own + 1, own + 1]


def test_a_file_without_replicas_has_no_id_and_has_seen_nothing(store: Store) -> None:
    with store.steps.outside_undo() as db:
        db.execute("DELETE FROM replicas")
        assert (replicas.own(db), replicas.seen(db)) == (None, {})


def test_seen_are_the_last_steps_of_those_that_made_any(store: Store) -> None:
    with store.steps.outside_undo() as db:
        replicas.number_of(db, "silent")
        assert replicas.seen(db) == {id_of(store): last_step(store).n}


def test_copies_of_a_mission_have_one_origin() -> None:
    assert replicas.origin("a") == replicas.origin("a") != replicas.origin("b")


def test_a_file_that_is_opened_again_keeps_its_id(tmp_path: Path) -> None:
    path = tmp_path / "a.mission"
    assert closed(path) == id_after_a_step(path) == id_after_a_step(path)


def test_a_copy_takes_an_id_of_its_own_with_its_first_change(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        assert id_of(one) == id_of(other)
        edit(other, "D1", phone="new")
        assert id_of(one) != id_of(other)
        assert last_step(other).n == 1


def test_a_file_that_was_moved_takes_a_new_id(tmp_path: Path) -> None:
    before = closed(tmp_path / "a.mission")
    assert id_after_a_step((tmp_path / "a.mission").rename(tmp_path / "b.mission")) != before


def test_an_older_copy_in_its_place_takes_a_new_id(tmp_path: Path) -> None:
    path = tmp_path / "a.mission"
    before = closed(path)
    content = path.read_bytes()
    assert id_after_a_step(path) == before
    path.write_bytes(content)
    assert id_after_a_step(path) != before


UNKNOWN = ["", "[", "[]", "5", "{}", '{"place": 5}', '{"place": []}', '{"place": ["uid"]}', '{"place": ["another", 0]}']


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_file_the_computer_does_not_remember_takes_a_new_id(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.mission"
    before = closed(path)
    memory = memory_of(path)
    (place,) = json.loads(memory.read_text(encoding="utf-8"))
    memory.write_text(text.replace("place", place).replace("uid", before), encoding="utf-8")
    assert id_after_a_step(path) != before


def test_what_is_remembered_is_the_id_and_the_last_step(tmp_path: Path) -> None:
    path = tmp_path / "a.mission"
    uid = closed(path)
    with Store.open(path, read_only=True) as store:
        last = last_step(store).n
    known = json.loads(memory_of(path).read_text(encoding="utf-8"))
    assert known == {replicas._place(path): [uid, last]}


def test_where_nothing_can_be_remembered_files_are_changed_all_the_same(tmp_path: Path) -> None:
    (data_folder() / "replicas").write_text("no folder")
    path = tmp_path / "a.mission"
    assert closed(path) != id_after_a_step(path)


def test_a_file_without_an_id_is_not_remembered(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a.mission", Mission(name="A", starts=DAY, ends=DAY)) as store:
        memory = replicas._memory_file(database_of(store))
        memory.unlink()
        with store.steps.outside_undo() as db:
            db.execute("UPDATE replicas SET is_own = 0")
        replicas.remember(database_of(store), store.path)
        assert not memory.exists()


def test_a_file_is_joined_once_steps_of_another_are_in_it(tmp_path: Path) -> None:
    with two_copies(tmp_path) as (one, other):
        edit(other, "D1", phone="1")
        assert not replicas.is_joined(database_of(one))
        take_in(one, other)
        assert replicas.is_joined(database_of(one))
        assert not replicas.is_joined(database_of(other))
