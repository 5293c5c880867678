"""The tables that hold no records: numbers, marks, kept files and the search are what the program writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.store.database import Database
from missionplanner.store.file import engine, inner_tables
from missionplanner.store.tables import TABLES, UNDOABLE
from tests.builders import small_mission


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with small_mission(tmp_path / "m.mission") as store:
        store.contents.keep(b"abc")
    with closing(sqlite3.connect(tmp_path / "m.mission", isolation_level=None)) as raw:
        yield engine.database(raw)


def test_what_the_program_writes_is_right(db: Database) -> None:
    assert list(inner_tables.faults(db)) == []


def test_every_table_is_judged(db: Database) -> None:
    known = {table.name for table in TABLES} | {table.history for table in UNDOABLE} | inner_tables.TAKEN.keys()
    found = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert found - known == {"contents", "sqlite_sequence", "_sqlite_migrations"}


def test_every_column_of_these_tables_is_judged(db: Database) -> None:
    unjudged = {
        f"{table}.{row[1]}"
        for table, taken in inner_tables.TAKEN.items()
        for row in db.execute(f"PRAGMA table_info({table})")
        if row[1] not in taken
    }
    assert unjudged == set()


@pytest.mark.parametrize(
    ("sql", "table", "problem"),
    [
        ("UPDATE steps SET id = 9223372036854775807 WHERE id = 2", "steps", "This is no number from 1 to 1,000,000,000,000."),
        ("UPDATE steps SET n = 9223372036854775807", "steps", "This is no number from 0 to 1,000,000,000."),
        ("UPDATE steps SET at = '2026-02-16T24:00:00+00:00'", "steps", "This is no time of a day, such as 2026-02-15T09:00-06:00."),
        ("UPDATE contents SET content = x'00'", "contents", "This file is not the one that was attached."),
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'companies'", "companies", "Its number is none the program gives."),
        ("UPDATE companies_history SET phase = 'x'", "companies", "Its history is not in order."),
        ("UPDATE companies_history SET step = 9223372036854775807", "companies", "Its history is not in order."),
        ("UPDATE births SET n = 999", "births", "A step it names is not in the file."),
        ("DELETE FROM steps WHERE id = 2", "births", "A step it names is not in the file."),
        ("UPDATE replicas SET seen = 1", "births", "A step it names is not in the file."),
        ("UPDATE replicas SET seen = 9", "replicas", "Steps are missing in the history."),
        ("UPDATE search SET complete = 101", "search", "This is no number from 0 to 100."),
        ("UPDATE search SET missing = 'email,x'", "search", "This is none of the values it can have."),
        ("UPDATE births SET last = first - 1", "births", "This is not as the program keeps it."),
    ],
)  # fmt: skip
def test_anything_else_is_found(db: Database, sql: str, table: str, problem: str) -> None:
    if sql.startswith("DELETE"):
        db.execute("UPDATE replicas SET seen = 1")
    db.execute(sql)
    found = next(inner_tables.faults(db))
    assert (found.table, found.problem) == (table, problem)
