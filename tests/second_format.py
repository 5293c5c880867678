"""A second format of mission files, made up: the one there is has nothing before it to be brought from."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from missionplanner.store import schema
from missionplanner.store.database import Database, Migrations

LATER = Migrations("missionplanner")
LATER(name="m001_first_format")(schema.m001_first_format)


@LATER()
def m002_mottos(db: Database) -> None:
    """Missions have a motto."""
    db.execute("ALTER TABLE missions ADD COLUMN motto TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE missions_history ADD COLUMN motto TEXT DEFAULT ''")


@contextmanager
def second_format() -> Iterator[None]:
    """Have a program meanwhile whose newest format is the second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "FORMAT", 2)
        patch.setattr(schema, "migrations", LATER)
        yield
