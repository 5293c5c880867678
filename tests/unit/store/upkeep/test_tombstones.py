"""Who was erased stays erased, whatever older copy of the mission is opened or merged."""

import shutil
from dataclasses import replace
from pathlib import Path

from missionplanner.domain.people import Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, tombstones
from tests.builders import small_mission


def test_an_old_copy_opened_after_somebody_was_erased_erases_them_too(store: Store, tmp_path: Path) -> None:
    old = Path(shutil.copy(store.path, tmp_path / "old.mission"))
    one, other = store.all(Person)[:2]
    erasing.erase(store, [one.id])
    with Store.open(old) as copy:
        assert tombstones.returned(copy).people == (one.id,)
        assert (erasing.obey(copy), erasing.obey(copy)) == (1, 0)
        assert (is_anonymous(copy.get(Person, one.id)), copy.get(Person, other.id)) == (True, other)


def test_a_copy_that_is_only_read_stays_as_it_is(store: Store, tmp_path: Path) -> None:
    old = Path(shutil.copy(store.path, tmp_path / "old.mission"))
    erasing.erase(store, [store.all(Person)[0].id])
    before = old.read_bytes()
    with Store.open(old, read_only=True) as copy:
        assert erasing.obey(copy) == 0
    assert old.read_bytes() == before


def test_undo_brings_nobody_back(store: Store) -> None:
    person = store.all(Person)[0]
    with store.change(message("Edit")) as change:
        change.update(replace(person, phone="+15145550100"))
    erasing.erase(store, [person.id])
    assert store.undo() == "Edit"
    assert is_anonymous(store.get(Person, person.id))


def test_another_mission_is_not_touched(store: Store, tmp_path: Path) -> None:
    erasing.erase(store, [person.id for person in store.all(Person)])
    with small_mission(tmp_path / "other.mission") as other:
        assert erasing.obey(other) == 0


def test_a_damaged_memory_erases_nobody(store: Store) -> None:
    erasing.erase(store, [store.all(Person)[0].id])
    path = tombstones._path(store)
    for content in ("", "{}", "[1, 2]", "[" * 100_000):
        path.write_text(content)
        assert not tombstones.returned(store)
