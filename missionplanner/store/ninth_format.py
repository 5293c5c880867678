"""The ninth format: meetings may be held at the office of the host, without a table, and cities have zones."""

from missionplanner.store.database import Database

SQL = """
CREATE TABLE zone_ways (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  stop_id INTEGER NOT NULL REFERENCES stops(id) ON DELETE CASCADE,
  zone TEXT NOT NULL,
  other TEXT NOT NULL,
  minutes INTEGER NOT NULL
);

CREATE INDEX zone_ways_stop_id ON zone_ways(stop_id);
"""
_TEXT = "TEXT NOT NULL DEFAULT ''"
_COLUMNS = {
    "stops": {"meets_at": _TEXT, "visit_margin": "INTEGER NOT NULL DEFAULT 10"},
    "venues": {"zone": _TEXT, "coordinates": _TEXT},
    "companies": {"meets_at": _TEXT, "zone": _TEXT, "coordinates": _TEXT, "directions": _TEXT},
    "requests": {"meets_at": _TEXT},
}


def bring_to(db: Database) -> None:
    """Have stops, companies and requests say where meetings are held, and let meetings go without a table."""
    for table, columns in _COLUMNS.items():
        for column, kind in columns.items():
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
            db.execute(f"ALTER TABLE {table}_history ADD COLUMN {column} {kind}")
    # SQLite cannot let a column that is there be empty.
    db.execute("DROP INDEX meetings_table_id")
    for table, kind in (("meetings", "INTEGER REFERENCES tables(id)"), ("meetings_history", "")):
        db.execute(f"ALTER TABLE {table} RENAME COLUMN table_id TO former_id")
        db.execute(f"ALTER TABLE {table} ADD COLUMN table_id {kind}")
        db.execute(f"UPDATE {table} SET table_id = former_id")
        db.execute(f"ALTER TABLE {table} DROP COLUMN former_id")
    db.execute("CREATE INDEX meetings_table_id ON meetings(table_id)")
