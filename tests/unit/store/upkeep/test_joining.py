"""Two files together: refused where they do not belong together or one of them lies, and never half."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import damage_of, key_of, meet, small_mission, whole

MERGE = message("Merge {name}", name="copy")
LIES = (
    "UPDATE dots SET beside = '[]'",
    "UPDATE dots SET beside = '[[1], {\"x\": 2}]'",
    "UPDATE dots SET beside = '5', register = 'slot_id'",
    "UPDATE dots SET register = 'nowhere'",
    "UPDATE dots SET replica = 99",
    "UPDATE dots SET for_replica = 99, for_n = 1",
    "UPDATE births SET replica = 99",
    "UPDATE births SET n = -5",
    "UPDATE deletions SET uid = (SELECT uid FROM missions)",
    "UPDATE deletions SET replica = 77",
    "UPDATE steps SET past = '[1, 2]' WHERE past <> ''",
    "UPDATE steps SET past = '{\"x\": \"y\"}' WHERE past <> ''",
    "UPDATE steps SET counts = '[]' WHERE id = 2",
    "UPDATE steps SET replica = 50",
    "UPDATE steps SET n = 9223372036854775807 WHERE id = 3",
    "UPDATE replicas SET seen = 9223372036854775807",
    "UPDATE replicas SET seen = 0",
    "INSERT INTO plans VALUES (1, 2, '[1, null]', x'00')",
    "INSERT INTO plans VALUES (1, 2, '{}', x'789c030000000001')",
    "INSERT INTO erased SELECT uid FROM missions",
    "INSERT INTO revocations SELECT DISTINCT replica, n, k, 60, 1 FROM deletions",
    "UPDATE companies_history SET name = x'00ff', phase = 'delete' WHERE name IS NOT NULL",
    "UPDATE companies_history SET uid = NULL, phase = 'delete'",
    "UPDATE people_history SET company_id = 4242, phase = 'hidden'",
    "UPDATE people SET uid = (SELECT uid FROM stops) WHERE id = 1",
    "UPDATE companies SET uid = '' WHERE id = 1",
)


@pytest.fixture
def copy(store: Store, tmp_path: Path) -> Iterator[Path]:
    """A copy in which something was edited, deleted and put elsewhere; what it says is then falsified."""
    meet(store, "D2", "C2", slot=1, table=0)
    path = Path(shutil.copy(store.path, tmp_path / "copy.mission"))
    with Store.open(path) as other:
        with other.change(message("Edit")) as change:
            change.update(replace(other.get(Company, key_of(other, "D1")), city="Laval"))
            change.update(replace(other.all(Meeting)[0], slot_id=1))
        with other.change(message("Delete")) as change:
            change.delete(Company, [key_of(other, "D3")])
    return path


@pytest.mark.parametrize("lie", LIES)
def test_a_copy_that_lies_is_refused_whole_or_merged_to_something_sound(store: Store, copy: Path, lie: str) -> None:
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute(lie)
    before = whole(store)
    try:
        with Store.open(copy, read_only=True) as other:
            joining.write(store, joining.join(store, other), MERGE)
    except UserError as error:
        refused = whole(store), bool(error.hint)
    else:
        refused = before, True
    assert refused == (before, True)
    store.snapshot()
    assert damage_of(store.path) == []
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, "C3")), city="Puebla"))
    joining.open_clashes(store)


def test_another_mission_is_refused(store: Store, tmp_path: Path) -> None:
    with small_mission(tmp_path / "other.mission") as other, pytest.raises(UserError, match="another mission"):
        joining.join(store, other)


def test_a_file_that_was_never_merged_has_no_clashes(store: Store) -> None:
    assert joining.open_clashes(store) == []


def test_the_records_that_come_in_are_known_with_their_writers(store: Store, copy: Path) -> None:
    with Store.open(copy, read_only=True) as other:
        joined = joining.join(store, other)
    assert len(joined.new_steps) == 2
    kinds = [(one.table, one.before is None, one.after is None, len(one.steps)) for one in joined.incoming]
    assert sorted(kinds) == [
        ("applications", False, True, 1), ("companies", False, False, 1), ("companies", False, True, 1),
        ("meetings", False, False, 1), ("people", False, True, 1),
    ]  # fmt: skip
