"""The nineteenth format: posts, and what companies offer and seek, have translations."""

from missionplanner.store.database import Database

_COLUMNS = {
    "companies": ("offers_en", "offers_fr", "offers_es", "seeks_en", "seeks_fr", "seeks_es"),
    "people": ("position_en", "position_fr", "position_es"),
    "memberships": ("position_en", "position_fr", "position_es"),
}


def bring_to(db: Database) -> None:
    """Give posts, offers and what is sought a wording in each language: none."""
    for kept, columns in _COLUMNS.items():
        for table in (kept, f"{kept}_history"):
            for column in columns:
                db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
