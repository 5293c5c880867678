"""A small mission, a copy of it that goes on apart, and what is read of their marks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.store.merging import replicas
from missionplanner.store.merging.marks import Dot
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import joining
from tests.builders import key_of, small_mission


@contextmanager
def two_copies(folder: Path) -> Iterator[tuple[Store, Store]]:
    """Open a small mission and a copy of it."""
    with small_mission(folder / "a.mission") as one:
        one.backup(folder / "b.mission")
        with Store.open(folder / "b.mission") as other:
            yield one, other


def take_in(one: Store, other: Store) -> None:
    """Merge a copy into a mission."""
    joining.write(one, joining.join(one, other), message("Merge"))


def edit(store: Store, name: str, **values: Any) -> None:
    """Change fields of a company."""
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, name)), **values))


def add(store: Store, record: Any) -> Any:
    """Store a new record and return it as it is stored."""
    with store.change(message("Add")) as change:
        key = change.insert(record)
    return store.get(type(record), key)


def remove(store: Store, kind: type, *keys: int) -> None:
    """Delete records."""
    with store.change(message("Remove")) as change:
        change.delete(kind, keys)


def rows(store: Store, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return what a query finds."""
    return [tuple(row) for row in database_of(store).execute(sql, values).fetchall()]


def last_step(store: Store) -> Dot:
    """Return the number of the file and that of its last step."""
    found = replicas.own(database_of(store))
    assert found
    return Dot(*found)


def uid_of(store: Store, name: str) -> str:
    """Return the uid of a company."""
    return store.get(Company, key_of(store, name)).uid
