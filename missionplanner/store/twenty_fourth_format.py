"""The twenty-fourth format: a step that erased somebody is of a kind of its own, and makes no deletion void."""

from missionplanner.store.database import Database

_STEPS = """CREATE TABLE steps_anew (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  user TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'merge', 'erase')),
  target INTEGER,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'gone')),
  replica INTEGER,
  n INTEGER,
  digest TEXT NOT NULL DEFAULT '',
  past TEXT NOT NULL DEFAULT '',
  counts TEXT NOT NULL DEFAULT ''
)"""
_COLUMNS = "id, label, user, at, kind, target, state, replica, n, digest, past, counts"


def bring_to(db: Database) -> None:
    """Have steps be of one kind more; those of before stay what they were, as their digests say."""
    db.execute(_STEPS)
    db.execute(f"INSERT INTO steps_anew ({_COLUMNS}) SELECT {_COLUMNS} FROM steps ORDER BY id")
    db.execute("DROP TABLE steps")
    db.execute("ALTER TABLE steps_anew RENAME TO steps")
    db.execute("CREATE INDEX steps_replica ON steps(replica, n)")
    db.execute("CREATE INDEX steps_from_elsewhere ON steps(id) WHERE counts <> ''")
