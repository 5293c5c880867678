"""The seventeenth format: meetings may be held by video, in rooms with links, with the clocks of both sides."""

from missionplanner.store.database import Database

_TEXT, _NO = "TEXT NOT NULL DEFAULT ''", "INTEGER NOT NULL DEFAULT 0"
_COLUMNS = {"missions": {"home_zone": _TEXT}, "venues": {"online": _NO}, "tables": {"link": _TEXT}}


def bring_to(db: Database) -> None:
    """Give the mission a time zone at home, and venues tables that are rooms of video calls: none."""
    for table, columns in _COLUMNS.items():
        for column, kind in columns.items():
            for name in (table, f"{table}_history"):
                db.execute(f"ALTER TABLE {name} ADD COLUMN {column} {kind}")
