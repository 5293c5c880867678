"""The thirteenth format: a portrait beside the word of welcome, and where packs are evaluated."""

from missionplanner.store.database import Database


def bring_to(db: Database) -> None:
    """Give the mission a portrait with the name of who is on it, and a site for evaluations: none."""
    for table in ("missions", "missions_history"):
        for column in ("portrait", "portrait_of", "evaluation_link"):
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
