"""Files as the program of the first format wrote them: made of those of today, without what came later."""

import sqlite3
from contextlib import closing
from pathlib import Path

from missionplanner.store import schema
from missionplanner.store.file import engine

_UNDER_WAY = ("sqlite_", "search", "_sqlite")


def write_first_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the first format; returns its path."""
    db = engine.database(engine.connect(target))
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    schema.migrations.apply(db, stop_before={"m002_copies_that_merge"})
    db.execute("PRAGMA foreign_keys = OFF")
    with closing(sqlite3.connect(source)) as known, db.atomic():
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        for table in tables:
            if table.startswith(_UNDER_WAY):
                continue
            columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})").fetchall())
            db.execute(f"DELETE FROM {table}")
            for row in known.execute(f"SELECT {columns} FROM {table} ORDER BY rowid"):
                db.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", row)
        db.execute("DELETE FROM sqlite_sequence")
        for row in known.execute("SELECT name, seq FROM sqlite_sequence"):
            db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", row)
    db.conn.close()
    return target
