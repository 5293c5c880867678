"""Whether a file is what this program makes: its very schema, and in every column values its field takes."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from missionplanner.domain.applications import Application
from missionplanner.store import schema
from missionplanner.store.database import Database, Migrations
from missionplanner.store.file import engine
from missionplanner.store.rows import hints, listed, marks, names, new_uids, values
from missionplanner.store.tables import TABLES, UNDOABLE, StoredTable

_SPELLING = re.compile(r'[\s"`\[\]]+')
_OFFSET = "[+-][0-9][0-9]:[0-9][0-9]"
_SPANS = ("sessions", "slots", "events", "availabilities")
"""Tables whose records begin before they end, on clocks whose offset is known."""
_CLOCKS = ("lunch_starts", "lunch_ends")
_WRONG = {
    bool: "{column} NOT IN (0, 1)",
    int: "typeof({column}) NOT IN ('integer', 'null')",
    float: "typeof({column}) NOT IN ('integer', 'real', 'null') OR abs({column}) > 1e300",
    datetime: "{column} IS NOT NULL AND (julianday({column}) IS NULL OR {column} NOT BETWEEN '1900' AND '2200'"
    " OR date(substr({column}, 1, 10), '+0 days') IS NOT substr({column}, 1, 10))",
    date: "{column} IS NOT NULL AND date({column}, '+0 days') IS NOT {column}",
    str: "typeof({column}) NOT IN ('text', 'null')",
    bytes: "typeof({column}) <> 'blob'",
}
"""Conditions of values that the type of a field does not take."""
_WITHOUT_APPLICATION = "SELECT id FROM companies WHERE id NOT IN (SELECT company_id FROM applications)"
_MOST = 1_000_000_000
"""Steps a replica makes at most."""
_WRONG_ELSEWHERE = {
    "contents": "typeof(content) <> 'blob' OR typeof(digest) <> 'text'",
    "steps": "typeof(label) <> 'text' OR typeof(user) <> 'text' OR julianday(at) IS NULL"
    " OR past <> '' AND NOT json_valid(past) OR counts <> '' AND NOT json_valid(counts)"
    f" OR n NOT BETWEEN 0 AND {_MOST}",
    "replicas": f"typeof(uid) <> 'text' OR typeof(seen) <> 'integer' OR seen NOT BETWEEN 0 AND {_MOST}",
    "births": f"typeof(replica) <> 'integer' OR n NOT BETWEEN 0 AND {_MOST} OR first > last",
    "dots": f"beside IS NOT NULL AND NOT json_valid(beside) OR n NOT BETWEEN 0 AND {_MOST}",
    "replaced": "NOT json_valid(dots)",
    "plans": "typeof(content) <> 'blob' OR NOT json_valid(sessions)",
    "deletions": "table_name = 'missions' OR table_name NOT IN ("
    + ", ".join(f"'{table.name}'" for table in UNDOABLE)
    + ")",
    "search": "typeof(name) <> 'text' OR typeof(text) <> 'text'",
}
"""Conditions of wrong rows in tables that hold no records."""


def is_ours(db: Database) -> bool:
    """Return whether the schema is, statement by statement, what the migrations make.

    A schema that is written in any other way could delete records by foreign keys or work without end in a constraint.
    """
    applied = tuple(migration.name for migration in schema.migrations.applied(db))
    known = _names_of_migrations(schema.migrations)
    return (
        bool(applied) and applied == known[: len(applied)] and _statements(db) == _made_by(schema.migrations, applied)
    )


def is_sound(db: Database) -> bool:
    """Return whether all rows are what their fields take and lead to rows that are there, and there is one mission."""
    for name, wrong in (*((table.name, wrong_rows(table)) for table in TABLES), *_WRONG_ELSEWHERE.items()):
        if db.execute(f"SELECT 1 FROM {name} WHERE {wrong} LIMIT 1").fetchone():
            return False
    if db.execute("PRAGMA foreign_key_check").fetchone() or db.execute(_WITHOUT_APPLICATION).fetchone():
        return False
    return db.execute("SELECT count(*) FROM missions").fetchone()[0] == 1 and not _strange_zones(db)


def mend(db: Database) -> None:
    """Delete the rows no record can be made of; what the mission and its stops need gets its usual value."""
    for column in _CLOCKS:
        db.execute(f"UPDATE missions SET {column} = '' WHERE {column} <> '' AND time({column}) IS NULL")
    for zone in _strange_zones(db):
        db.execute("UPDATE stops SET time_zone = 'UTC' WHERE time_zone = ?", (zone,))
    for table in TABLES:
        if table.name != "missions":
            db.execute(f"DELETE FROM {table.name} WHERE {wrong_rows(table)}")
    db.execute(f"DELETE FROM contents WHERE {_WRONG_ELSEWHERE['contents']}")


def complete(db: Database) -> None:
    """Give companies that lost their application a new one."""
    columns = names(Application)[1:]
    sql = f"INSERT INTO applications ({listed(columns)}) VALUES ({marks(len(columns))})"
    companies = [key for (key,) in db.execute(_WITHOUT_APPLICATION).fetchall()]
    found = [Application(company_id=key, uid=uid) for key, uid in zip(companies, new_uids(len(companies)), strict=True)]
    for row in values(Application, found):
        db.execute(sql, row[1:])


@cache
def wrong_rows(table: StoredTable) -> str:
    """Return the condition that selects the rows of a table no record can be made of."""
    found = [
        f"({condition})" for name, hint in hints(table.kind).items() for condition in _wrong(f'"{name}"', name, hint)
    ]
    if table.name in _SPANS:
        found += [f"starts NOT GLOB '*{_OFFSET}'", f"ends NOT GLOB '*{_OFFSET}'", "julianday(starts) > julianday(ends)"]
    return " OR ".join(found)


def _wrong(column: str, name: str, hint: Any) -> Iterator[str]:
    if name in _CLOCKS:
        yield f"{column} <> '' AND time({column}) IS NULL"
    if hint in _WRONG:
        yield _WRONG[hint].format(column=column)
    elif issubclass(hint, Enum):
        codes = ", ".join(engine.quoted(str(code.value)) for code in hint)
        yield f"{column} NOT IN ({codes})"


@cache
def _names_of_migrations(migrations: Migrations) -> tuple[str, ...]:
    return tuple(migration.name for migration in migrations.pending(_in_memory()))


@cache
def _made_by(migrations: Migrations, applied: tuple[str, ...]) -> frozenset[tuple[str, str, str]]:
    """Return the statements of a schema that these first migrations make."""
    db = _in_memory()
    migrations.apply(db, stop_before=set(_names_of_migrations(migrations)) - set(applied))
    return _statements(db)


def _in_memory() -> Database:
    return engine.database(engine.connect(":memory:"))


def _statements(db: Database) -> frozenset[tuple[str, str, str]]:
    """Return kind, name and text of everything a schema defines; what SQLite itself adds is left out.

    Blanks, quotes around names and case do not count: versions of sqlite-utils differ in them.
    """
    rows = db.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return frozenset(
        (str(kind), str(name), _SPELLING.sub("", str(sql)).lower())
        for kind, name, sql in rows
        if not str(name).startswith("sqlite_")
    )


def _strange_zones(db: Database) -> list[str]:
    """Return the time zones of stops that do not exist."""
    found = []
    for (zone,) in db.execute("SELECT DISTINCT time_zone FROM stops"):
        try:
            ZoneInfo(zone)
        except (ValueError, OSError, LookupError):
            found.append(zone)
    return found
