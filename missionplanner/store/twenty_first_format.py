"""The twenty-first format: moments of one's own, the office's papers, and journals that name companies by uids."""

import json
from contextlib import suppress
from typing import Any

from missionplanner.store.database import Database

SQL = """
CREATE TABLE own_moments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  side TEXT NOT NULL,
  takes_part INTEGER NOT NULL,
  asks INTEGER NOT NULL,
  position INTEGER NOT NULL
);
CREATE TABLE letter_papers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  digest TEXT NOT NULL
);
"""
_COMPANY, _TABLE = 5, 6
"""The places of the two keys in what is kept of a meeting."""


def bring_to(db: Database) -> None:
    """Have journals name the companies and tables of meetings by uids, which are the same in every copy."""
    uids = {table: dict(db.execute(f"SELECT id, uid FROM {table}").fetchall()) for table in ("companies", "tables")}
    for table in ("pack_prints", "moment_letters"):
        for key, content in db.execute(f"SELECT id, content FROM {table} WHERE content <> ''").fetchall():
            # What is not as the program writes it is found, and said, when the file is opened.
            with suppress(ValueError, AttributeError, TypeError, IndexError, RecursionError):
                kept = _by_uids(json.loads(content), uids["companies"], uids["tables"])
                db.execute(f"UPDATE {table} SET content = ? WHERE id = ?", (kept, key))


def _by_uids(content: dict[str, Any], companies: dict[int, str], tables: dict[int, str]) -> str:
    for row in content.get("meetings", {}).values():
        for place, uids in ((_COMPANY, companies), (_TABLE, tables)):
            if len(row) > place:
                row[place] = uids.get(row[place], row[place])
    profiles = content.get("profiles")
    if profiles:
        known = {str(key): uid for key, uid in companies.items()}
        content["profiles"] = {known.get(key, key): row for key, row in profiles.items()}
    return json.dumps(content, ensure_ascii=False)
