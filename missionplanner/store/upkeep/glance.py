"""The contents of a mission file in short, for a list of files: read without opening it as a mission."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from missionplanner.store.file import engine

_QUERY = """
SELECT name, starts, ends, (SELECT count(*) FROM companies), (SELECT count(*) FROM meetings WHERE status != 'cancelled')
FROM missions
"""


@dataclass(frozen=True, slots=True)
class Glance:
    """A mission in a line."""

    name: str
    starts: date
    ends: date
    companies: int
    meetings: int
    """Those that were not cancelled."""


def at(path: Path) -> Glance | None:
    """Return what the file holds; None where it has a password, is damaged or of another kind, or in use just now."""
    try:
        if not engine.looks_plain(path):
            return None
        with closing(engine.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.05)) as connection:
            row = connection.execute(_QUERY).fetchone()
        return Glance(str(row[0]), date.fromisoformat(row[1]), date.fromisoformat(row[2]), int(row[3]), int(row[4]))
    except engine.kinds("Error", OSError, UnicodeError, TypeError, ValueError):
        return None
