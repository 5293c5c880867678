"""Copies that still hold people whose data were erased are found and deleted."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.file import copies
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, leftovers
from tests.builders import small_mission


@pytest.fixture
def kept(store: Store) -> Path:
    """The copy kept of the mission."""
    made = backups.keep(store)
    assert made is not None
    return made


def test_a_copy_that_names_the_people_is_found(store: Store, kept: Path) -> None:
    uids = {person.uid for person in store.all(Person)}
    assert leftovers.holding(store) == leftovers.holding(store, uids) == [kept]
    assert leftovers.holding(store, {"of nobody"}) == leftovers.holding(store, set()) == []


def test_a_copy_that_names_people_in_its_history_alone_is_found(store: Store) -> None:
    person = store.all(Person)[0]
    with store.change(message("Delete")) as change:
        change.delete(Person, [one.id for one in store.all(Person)])
    made = backups.keep(store)
    assert leftovers.holding(store, {person.uid}) == [made]


def test_a_copy_of_an_earlier_name_and_one_of_before_restoring_are_found(store: Store, kept: Path) -> None:
    renamed = kept.parent.with_name("earlier name 0123456789")
    kept.parent.rename(renamed)
    beside = copies.name_before_restoring(store.path)
    store.backup(beside)
    assert set(leftovers.holding(store)) == {renamed / kept.name, beside}


def test_copies_of_other_missions_are_left_alone(store: Store, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    with small_mission(tmp_path / "elsewhere" / "other.mission") as other:
        backups.keep(other)
        assert len(leftovers.holding(other)) == 1
    assert leftovers.holding(store) == [kept]


def test_a_copy_that_does_not_open_is_taken_to_hold_them_where_it_is_of_this_file(store: Store, kept: Path) -> None:
    kept.write_bytes(b"SQLite format 3\0 and nothing else")
    assert leftovers.holding(store) == [kept]
    kept.parent.rename(kept.parent.with_name("of another file"))
    assert leftovers.holding(store) == []


def test_copies_are_deleted_and_counted(kept: Path) -> None:
    kept.with_name(f"{kept.name}-journal").touch()
    assert leftovers.delete([kept]) == 1
    assert list(kept.parent.iterdir()) == []
    with pytest.raises(UserError, match="cannot be deleted") as caught:
        leftovers.delete([kept])
    assert caught.value.hint


def test_an_anonymous_person_is_nobody(store: Store) -> None:
    with store.change(message("Empty")) as change:
        for person in store.all(Person):
            change.update(replace(person, given_name="", family_name=""))
    with store.steps.outside_undo() as db:
        db.execute("DELETE FROM people_history")
    backups.keep(store)
    assert leftovers.holding(store) == []
