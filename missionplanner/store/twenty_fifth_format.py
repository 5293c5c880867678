"""The twenty-fifth format: companies say the clocks they live by, and groups of own fields have three languages."""

from missionplanner.store.database import Database

_COLUMNS = {"companies": ("time_zone",), "own_fields": ("section_fr", "section_es")}


def bring_to(db: Database) -> None:
    """Let the clocks of companies follow from their cities, and groups be called in every language as they are."""
    for kept, columns in _COLUMNS.items():
        for table in (kept, f"{kept}_history"):
            for column in columns:
                db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
