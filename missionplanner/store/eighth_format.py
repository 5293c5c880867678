"""The eighth format: the mission says what its timetables look after, and how much."""

from missionplanner.store.database import Database

_COLUMNS = {
    "goal": "TEXT NOT NULL DEFAULT 'days'",
    "guest_day": "INTEGER NOT NULL DEFAULT 1",
    "host_day": "INTEGER NOT NULL DEFAULT 2",
    "longest_run": "INTEGER NOT NULL DEFAULT 5",
}


def bring_to(db: Database) -> None:
    """Give the mission its goals: the usual ones."""
    for table in ("missions", "missions_history"):
        for column, kind in _COLUMNS.items():
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
