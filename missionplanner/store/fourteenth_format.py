"""The fourteenth format: own fields that are asked in a second form, of companies that were accepted."""

from missionplanner.store.database import Database


def bring_to(db: Database) -> None:
    """Ask every field when companies register."""
    for table in ("own_fields", "own_fields_history"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN second_form INTEGER NOT NULL DEFAULT 0")
