"""Whether a file is what this program makes: its very schema, and in every row what its fields take."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from missionplanner.domain.applications import Application
from missionplanner.domain.record_labels import record_label
from missionplanner.i18n import _
from missionplanner.store import faults as row_faults
from missionplanner.store import schema
from missionplanner.store.database import Database, Migrations
from missionplanner.store.faults import Fault
from missionplanner.store.file import engine, inner_tables
from missionplanner.store.rows import listed, marks, names, new_uids, values
from missionplanner.store.tables import OWNER_TABLES, TABLES

_SPELLING = re.compile(r'[\s"`\[\]]+')
_WITHOUT_APPLICATION = "SELECT id FROM companies WHERE id NOT IN (SELECT company_id FROM applications)"
_IN_A_RING = """
WITH RECURSIVE above(first, id, depth) AS (
  SELECT id, parent_id, 1 FROM sectors WHERE parent_id IS NOT NULL
  UNION ALL
  SELECT first, parent_id, depth + 1 FROM above JOIN sectors USING (id) WHERE parent_id IS NOT NULL AND depth < 100
) SELECT DISTINCT first FROM above WHERE id = first
"""
"""The keys of sectors that are their own ancestors."""


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
    return first_fault(db) is None


def first_fault(db: Database) -> Fault | None:
    """Return the first thing that is wrong in the rows; None in a sound file. Raises the engine's errors."""
    return next(all_faults(db), None)


def all_faults(db: Database) -> Iterator[Fault]:
    """Yield what is wrong in the rows, texts that are no text included. Raises the engine's errors."""
    try:
        yield from faults(db)
    except engine.kinds("OperationalError") as error:
        if "decode" not in str(error):
            raise
        # Some text is none: all is read once more, and what cannot be decoded stays bytes.
        with engine.undecoded(db.conn):
            yield from faults(db)


def faults(db: Database) -> Iterator[Fault]:
    """Yield what is wrong in the rows of a file whose schema is ours. Raises the engine's errors."""
    number = db.execute("SELECT count(*) FROM missions").fetchone()[0]
    if number != 1:
        text = _("There is no mission in it.") if not number else _("There is more than one mission in it.")
        yield Fault("missions", 0, "", None, text)
    with_rows = row_faults.filled(db, (table.name for table in TABLES))
    for table in TABLES:
        if table.name in with_rows:
            yield from row_faults.of_table(db, table)
    yield from inner_tables.faults(db)
    yield from links(db)


def links(db: Database) -> Iterator[Fault]:
    """Yield the rows that lead nowhere, or in a circle, and the companies that never registered."""
    for table, key, target, number in db.execute("PRAGMA foreign_key_check").fetchall():
        text = _("The record it belongs to is not in the file: {table}.").format(table=record_label(target))
        column = next(row[3] for row in db.execute(f"PRAGMA foreign_key_list({table})") if row[0] == number)
        yield Fault(table, key or 0, column, None, text)
    for (key,) in db.execute(_WITHOUT_APPLICATION).fetchall():
        yield Fault("companies", key, "", None, _("It has no application."))
    for (key,) in db.execute(_IN_A_RING).fetchall():
        yield Fault("sectors", key, "parent_id", None, _("It is a subsector of itself."))
    for owner, target in OWNER_TABLES.items():
        sql = f"SELECT id FROM availabilities WHERE owner = ? AND owner_id NOT IN (SELECT id FROM {target})"
        for (key,) in db.execute(sql, (owner,)).fetchall():
            yield Fault("availabilities", key, "owner_id", None, _("The record it belongs to is not in the file."))


def complete(db: Database) -> None:
    """Give companies that lost their application a new one."""
    columns = names(Application)[1:]
    sql = f"INSERT INTO applications ({listed(columns)}) VALUES ({marks(len(columns))})"
    companies = [key for (key,) in db.execute(_WITHOUT_APPLICATION).fetchall()]
    found = [Application(company_id=key, uid=uid) for key, uid in zip(companies, new_uids(len(companies)), strict=True)]
    for row in values(Application, found):
        db.execute(sql, row[1:])


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
    return _spelt_alike(tuple(db.execute("SELECT type, name, sql FROM sqlite_master").fetchall()))


@lru_cache(maxsize=8)
def _spelt_alike(rows: tuple[tuple[object, object, object], ...]) -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (str(kind), str(name), _SPELLING.sub("", str(sql)).lower())
        for kind, name, sql in rows
        if not str(name).startswith("sqlite_")
    )
