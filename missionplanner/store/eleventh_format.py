"""The eleventh format: the mission keeps what calendars told, so that later ones update them."""

SQL = """
CREATE TABLE calendar_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  item TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  digest TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  stands INTEGER NOT NULL,
  changed_at TEXT NOT NULL
);
CREATE INDEX calendar_entries_owner ON calendar_entries(owner, item);
"""
