"""Files as the programs of former formats wrote them: made of those of today, without what came later."""

import sqlite3
from contextlib import closing
from pathlib import Path

from missionplanner.store import schema
from missionplanner.store.file import engine

_NOW = {"delegates": "people", "delegates_history": "people_history"}
"""What tables of then are called today."""
_THEN = {now: then for then, now in _NOW.items()}
_UNDER_WAY = ("sqlite_", "search", "_sqlite")


def write_first_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the first format; returns its path."""
    return _write(source, target, "m002_copies_that_merge")


def write_second_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the second format; returns its path."""
    return _write(source, target, "m003_fingerprints_of_the_erased")


def write_fourth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the fourth format; returns its path."""
    return _write(source, target, "m005_courtesy_titles")


def _write(source: Path, target: Path, before: str) -> Path:
    db = engine.database(engine.connect(target))
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    schema.migrations.apply(db, stop_before={before})
    db.execute("PRAGMA foreign_keys = OFF")
    with closing(sqlite3.connect(source)) as known, db.atomic():
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        for table in tables:
            if table.startswith(_UNDER_WAY):
                continue
            columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})").fetchall())
            db.execute(f"DELETE FROM {table}")
            for row in known.execute(f"SELECT {columns} FROM {_NOW.get(table, table)}"):
                db.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", row)
        for table in {"births", "deletions"} & {*tables} if "delegates" in tables else ():
            db.execute(f"UPDATE {table} SET table_name = 'delegates' WHERE table_name = 'people'")
        db.execute("DELETE FROM sqlite_sequence")
        for name, last in known.execute("SELECT name, seq FROM sqlite_sequence"):
            then = name if name in tables else _THEN.get(name, name)
            if then in tables:
                db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (then, last))
    db.conn.close()
    return target
