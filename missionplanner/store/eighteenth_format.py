"""The eighteenth format: own fields in packs, suggestions and criteria, and briefings of sectors and cities."""

from missionplanner.store.database import Database

SQL = """
CREATE TABLE briefings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  sector_id INTEGER REFERENCES sectors(id) ON DELETE CASCADE,
  stop_id INTEGER REFERENCES stops(id) ON DELETE CASCADE,
  body_en TEXT NOT NULL,
  body_fr TEXT NOT NULL,
  body_es TEXT NOT NULL,
  position INTEGER NOT NULL
);
CREATE INDEX briefings_sector_id ON briefings(sector_id);
CREATE INDEX briefings_stop_id ON briefings(stop_id);
"""
_COLUMNS = (
    ("own_fields", "packs TEXT NOT NULL DEFAULT ''"),
    ("own_fields", "suits TEXT NOT NULL DEFAULT ''"),
    ("own_fields", "suits_with TEXT NOT NULL DEFAULT ''"),
    ("criteria", "points TEXT NOT NULL DEFAULT ''"),
)


def bring_to(db: Database) -> None:
    """Print no own field, compare none, and have people mark every criterion."""
    for table, column in _COLUMNS:
        for each in (table, f"{table}_history"):
            db.execute(f"ALTER TABLE {each} ADD COLUMN {column}")
    db.execute("ALTER TABLE criteria ADD COLUMN field_id INTEGER REFERENCES own_fields(id) ON DELETE SET NULL")
    db.execute("ALTER TABLE criteria_history ADD COLUMN field_id INTEGER")
    db.execute("CREATE INDEX criteria_field_id ON criteria(field_id)")
    # Required own fields count in what registrations lack: it is worked out anew when the file is opened.
    db.execute("DELETE FROM search")
