"""The third format: the mission remembers by fingerprints who was erased, so that nobody comes back in another way."""

from missionplanner.store.database import Database

SQL = """
CREATE TABLE erased_marks (
  kind TEXT NOT NULL,
  mark TEXT NOT NULL,
  PRIMARY KEY (kind, mark)
) WITHOUT ROWID
"""


def bring_to(db: Database) -> None:
    """Make the table of fingerprints; who was erased before is known by uid alone."""
    db.execute(SQL)
