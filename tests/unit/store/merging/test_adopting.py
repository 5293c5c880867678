"""The history of files of the first format, numbered and marked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Mission
from missionplanner.store.merging import adopting, authorship, replicas
from missionplanner.store.merging.marks import StoredMark
from missionplanner.store.store import Store, database_of
from tests.builders import key_of, small_mission
from tests.unit.store.first_file import write_first_format
from tests.unit.store.merging.two_copies import edit, remove, rows, uid_of


@pytest.fixture
def adopted(tmp_path: Path) -> Iterator[Store]:
    """A file of before in which D1 was edited twice, D2 deleted for good, and D3 deleted and brought back."""
    with small_mission(tmp_path / "today.mission") as store:
        edit(store, "D1", phone="1")
        edit(store, "D1", phone="2")
        remove(store, Company, key_of(store, "D2"))
        remove(store, Company, key_of(store, "D3"))
        store.undo()
    with Store.open(write_first_format(tmp_path / "today.mission", tmp_path / "first.mission")) as found:
        yield found


def test_a_file_with_a_history_and_no_replica_is_to_be_adopted(store: Store) -> None:
    assert not adopting.is_needed(database_of(store))
    with store.steps.outside_undo() as db:
        db.execute("DELETE FROM replicas")
        assert adopting.is_needed(db)
        db.execute("DELETE FROM steps")
        assert not adopting.is_needed(db)


def test_its_steps_are_numbered_under_the_id_copies_have_in_common(adopted: Store) -> None:
    ((mission,),) = rows(adopted, "SELECT uid FROM missions")
    steps = rows(adopted, "SELECT replica, n FROM steps ORDER BY id")
    assert steps == [(1, n) for n in range(1, len(steps) + 1)]
    assert replicas.seen(database_of(adopted)) == {replicas.origin(mission): len(steps)}
    assert replicas.own(database_of(adopted)) is None


def test_a_step_that_changed_nothing_gets_no_number(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store, store.steps.outside_undo() as db:
        db.execute(
            "INSERT INTO steps (label, user, at, kind, state) VALUES ('', '', '2026-01-01T09:00:00+00:00', 'change', 'gone')"
        )
    first = write_first_format(tmp_path / "today.mission", tmp_path / "first.mission")
    with Store.open(first) as found:
        assert rows(found, "SELECT n FROM steps ORDER BY id") == [(1,), (2,), (None,)]


def test_rows_are_born_with_the_step_that_made_them(adopted: Store) -> None:
    assert authorship.birth(database_of(adopted), "companies", key_of(adopted, "D1")) == (1, 2, 0)
    assert authorship.birth(database_of(adopted), "missions", adopted.all(Mission)[0].id) == (1, 1, 0)


def test_a_register_has_the_mark_of_the_last_step_that_wrote_it(adopted: Store) -> None:
    db, uid = database_of(adopted), uid_of(adopted, "D1")
    assert authorship.marks(db, uid, "phone") == [StoredMark(1, 4, 0, None, None, None)]
    assert authorship.marks(db, uid, "city") == []


def test_deletions_are_noted_and_taken_back_by_undo(adopted: Store) -> None:
    assert rows(adopted, "SELECT DISTINCT replica, n FROM deletions ORDER BY n") == [(1, 5), (1, 6)]
    assert rows(adopted, "SELECT * FROM revocations") == [(1, 6, 0, 1, 7)]
    assert not authorship.is_deleted(database_of(adopted), uid_of(adopted, "D3"))
