"""A file is ours and sound, or it is found out and mended."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.mission import Mission
from missionplanner.store import schema
from missionplanner.store.database import Database
from missionplanner.store.file import engine, opening, soundness
from missionplanner.store.tables import TABLE_OF, TABLES
from tests.builders import meet, small_mission


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A small mission with a meeting, as a bare database that may hold anything."""
    with small_mission(tmp_path / "m.mission") as store:
        meet(store, "D1", "C1", 0, 0)
    with closing(sqlite3.connect(tmp_path / "m.mission", isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        yield engine.database(raw)


def count(db: Database, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_file_of_the_program_is_ours_and_sound(db: Database) -> None:
    assert soundness.is_ours(db)
    assert soundness.is_sound(db)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE more (id INTEGER)",
        "DROP INDEX slots_session_id",
        "ALTER TABLE venues ADD COLUMN more TEXT",
        "DELETE FROM _sqlite_migrations",
        "UPDATE _sqlite_migrations SET name = 'm009_of_another_program' WHERE name LIKE 'm002%'",
    ],
)
def test_another_schema_is_not_ours(db: Database, sql: str) -> None:
    db.execute(sql)
    assert not soundness.is_ours(db)


def test_an_empty_database_is_not_ours() -> None:
    with closing(sqlite3.connect(":memory:")) as empty:
        assert not soundness.is_ours(engine.database(empty))


WRONG = {
    "companies.name": "x'00'", "companies.employees": "'many'", "companies.consent": "2", "companies.side": "'x'",
    "companies.consent_on": "'2026-02-31'", "figures.value": "9e999", "slots.starts": "'2026-02-16T09:00:00'",
    "slots.ends": "'2026-02-16T01:00:00-06:00'", "missions.lunch_starts": "'25:00'", "meetings.table_id": "99",
    "stops.time_zone": "'No/Where'", "steps.at": "'yesterday'", "search.text": "x'00'", "contents.content": "'text'",
    "steps.past": "'{'", "steps.counts": "'x'", "replicas.seen": "'many'", "births.last": "0", "dots.beside": "'['",
    "plans.content": "'text'", "replaced.dots": "'x'", "deletions.table_name": "'missions'",
    "meetings.locked": "'x'", "applications.received": "'1899-12-31T00:00:00+00:00'",
}  # fmt: skip


@pytest.mark.parametrize("column", WRONG)
def test_a_value_its_field_does_not_take_is_found(db: Database, column: str) -> None:
    table, name = column.split(".")
    db.execute("INSERT INTO contents VALUES ('x', x'00')")
    db.execute("INSERT INTO figures VALUES (1, 'u', 's', 2026, 1.5, 'CAD', '')")
    db.execute("INSERT INTO dots VALUES ('u', 'name', 1, 1, 0, NULL, NULL, NULL)")
    db.execute("INSERT INTO plans VALUES (1, 1, '[]', x'00')")
    db.execute("INSERT INTO replaced VALUES (1, 'u', 'name', '[]')")
    db.execute("INSERT INTO deletions VALUES (1, 1, 0, 'venues', 'u')")
    assert soundness.is_sound(db)
    db.execute(f"UPDATE {table} SET {name} = {WRONG[column]}")
    assert not soundness.is_sound(db)


def test_lost_rows_are_found(db: Database) -> None:
    db.execute("DELETE FROM applications WHERE company_id = 1")
    assert not soundness.is_sound(db)
    soundness.complete(db)
    assert soundness.is_sound(db)
    uid, status = db.execute("SELECT uid, status FROM applications WHERE company_id = 1").fetchone()
    assert (len(uid), status) == (32, Application(company_id=1).status.value)
    db.execute("DELETE FROM missions")
    assert not soundness.is_sound(db)


def test_wrong_rows_are_taken_out_and_the_mission_gets_usual_values(db: Database) -> None:
    db.execute("UPDATE missions SET lunch_starts = '99:99', lunch_ends = '13:00'")
    db.execute("UPDATE stops SET time_zone = '../etc/passwd'")
    db.execute("UPDATE companies SET employees = 'many' WHERE id = 6")
    db.execute("INSERT INTO contents VALUES ('x', 'text'), ('y', x'00')")
    soundness.mend(db)
    assert db.execute("SELECT lunch_starts, lunch_ends FROM missions").fetchone() == ("", "13:00")
    assert db.execute("SELECT time_zone FROM stops").fetchone() == ("UTC",)
    assert (count(db, "companies"), count(db, "missions"), count(db, "contents")) == (5, 1, 1)


def test_every_table_has_a_condition_sql_understands(tmp_path: Path) -> None:
    made = opening.make(tmp_path / "n.mission")
    for table in TABLES:
        found = made.execute(f"SELECT count(*) FROM {table.name} WHERE {soundness.wrong_rows(table)}").fetchone()
        assert found == (0,), table.name
    assert 'time("lunch_starts")' in soundness.wrong_rows(TABLE_OF[Mission])
    assert soundness._names_of_migrations(schema.migrations) == (
        "m001_first_format",
        "m002_copies_that_merge",
        "m003_fingerprints_of_the_erased",
    )
    made.close()
