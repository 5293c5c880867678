"""The second format: everything has a uid, and the file knows who wrote what, so that copies of it can be merged."""

from missionplanner.store.database import Database
from missionplanner.store.rows import derived_uid

_WITHOUT_UID = (
    "company_sectors", "company_stops", "offerings", "markets", "partners", "aliases", "distinctions", "source_drafts",
    "sector_stops", "meeting_delegates", "attendances",
)  # fmt: skip
_JOURNALS = ("pack_prints", "file_imports", "letters")
_STEPS = """CREATE TABLE steps (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  user TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'merge')),
  target INTEGER,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'gone')),
  replica INTEGER,
  n INTEGER,
  digest TEXT NOT NULL DEFAULT '',
  past TEXT NOT NULL DEFAULT '',
  counts TEXT NOT NULL DEFAULT ''
)"""
SQL = """
CREATE INDEX steps_replica ON steps(replica, n);

CREATE INDEX steps_from_elsewhere ON steps(id) WHERE counts <> '';

CREATE TABLE replicas (
  number INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  seen INTEGER NOT NULL,
  is_own INTEGER NOT NULL
);

CREATE TABLE births (
  table_name TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  replica INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (table_name, first)
) WITHOUT ROWID;

CREATE TABLE dots (
  uid TEXT NOT NULL,
  register TEXT NOT NULL,
  replica INTEGER NOT NULL,
  n INTEGER NOT NULL,
  k INTEGER NOT NULL,
  beside TEXT,
  for_replica INTEGER,
  for_n INTEGER,
  PRIMARY KEY (uid, register, replica, n, k)
) WITHOUT ROWID;

CREATE TABLE deletions (
  replica INTEGER NOT NULL,
  n INTEGER NOT NULL,
  k INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  uid TEXT NOT NULL,
  PRIMARY KEY (replica, n, k, table_name, uid)
) WITHOUT ROWID;

CREATE INDEX deletions_uid ON deletions(uid);

CREATE TABLE revocations (
  replica INTEGER NOT NULL,
  n INTEGER NOT NULL,
  k INTEGER NOT NULL,
  by_replica INTEGER NOT NULL,
  by_n INTEGER NOT NULL,
  PRIMARY KEY (replica, n, k, by_replica, by_n)
) WITHOUT ROWID;

CREATE TABLE replaced (
  step INTEGER NOT NULL,
  uid TEXT NOT NULL,
  register TEXT NOT NULL,
  dots TEXT NOT NULL,
  PRIMARY KEY (step, uid, register)
) WITHOUT ROWID;

CREATE TABLE plans (
  replica INTEGER NOT NULL,
  n INTEGER NOT NULL,
  sessions TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (replica, n)
) WITHOUT ROWID;

CREATE TABLE erased (
  uid TEXT PRIMARY KEY
) WITHOUT ROWID;
"""


def bring_to(db: Database) -> None:
    """Give every row a uid, copies of one file the same, and make the tables of who wrote what."""
    for table in _WITHOUT_UID:
        _add_uids(db, table)
    for table in _JOURNALS:
        _add_uids_of_journal(db, table)
    db.execute("ALTER TABLE steps RENAME TO steps_before")
    db.execute(_STEPS)
    columns = "id, label, user, at, kind, target, state"
    db.execute(f"INSERT INTO steps ({columns}) SELECT {columns} FROM steps_before ORDER BY id")
    db.execute("DROP TABLE steps_before")
    for statement in SQL.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _add_uids(db: Database, table: str) -> None:
    """Give the rows of a table and their images uids made of the step that made them, which copies have in common."""
    sql = (
        f"SELECT h.id, s.at FROM {table}_history h JOIN steps s ON s.id = h.step"
        " WHERE h.phase IN ('insert', 'new', 'noted') ORDER BY h.step DESC"
    )
    # A key is given once in the life of a file: the first step counts where a row came back.
    made = dict(db.execute(sql).fetchall())
    db.execute(f"ALTER TABLE {table} ADD COLUMN uid TEXT NOT NULL DEFAULT ''")
    db.execute(f"ALTER TABLE {table}_history ADD COLUMN uid TEXT")
    for stored, condition in ((table, "1"), (f"{table}_history", "phase NOT IN ('new', 'noted')")):
        rows = db.execute(f"SELECT rowid, id FROM {stored} WHERE {condition}").fetchall()
        uids = [(derived_uid(table, f"{key}/{made.get(key, '')}"), place) for place, key in rows]
        db.conn.executemany(f"UPDATE {stored} SET uid = ? WHERE rowid = ?", uids)


def _add_uids_of_journal(db: Database, table: str) -> None:
    """Give the entries of a journal uids made of all they say."""
    rows = db.execute(f"SELECT * FROM {table}").fetchall()
    db.execute(f"ALTER TABLE {table} ADD COLUMN uid TEXT NOT NULL DEFAULT ''")
    uids = [(derived_uid(table, repr(tuple(row))), row[0]) for row in rows]
    db.conn.executemany(f"UPDATE {table} SET uid = ? WHERE id = ?", uids)
