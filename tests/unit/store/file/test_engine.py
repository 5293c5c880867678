"""Connections trust nothing a file holds."""

import sqlite3
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.store.file import engine
from missionplanner.store.store import Store, database_of


def test_what_a_row_claims_is_bounded(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("UPDATE companies SET notes = ?", ("x" * (engine.MOST_BYTES + 10),))
    raw.commit()
    raw.close()
    with pytest.raises(UserError), Store.open(path) as store:
        store.all(Company)


def test_functions_of_the_schema_are_not_trusted(path: Path) -> None:
    with Store.open(path) as store:
        db = database_of(store)
        assert db.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        assert db.execute("PRAGMA secure_delete").fetchone()[0] == 1
        with pytest.raises(sqlite3.Error):
            db.execute("ATTACH DATABASE ':memory:' AS other")
        with pytest.raises(sqlite3.Error):
            db.execute("SELECT load_extension('x')")
