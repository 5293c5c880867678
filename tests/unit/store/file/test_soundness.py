"""A file is ours and sound, or it is found out and mended."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.database import Database
from missionplanner.store.file import engine, soundness
from tests.builders import add_trade, meet, small_mission


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A small mission with a meeting and figures of the market, as a bare database that may hold anything."""
    with small_mission(tmp_path / "m.mission") as store:
        meet(store, "D1", "C1", 0, 0)
        with store.change(message("Trade")) as change:
            add_trade(change)
    with closing(sqlite3.connect(tmp_path / "m.mission", isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        yield engine.database(raw)


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
    "companies.consent_on": "'2026-02-31'", "figures.value": "9e999", "figures.as_of": "'2026-02-31'",
    "figures.bounded": "'x'", "figures.series_id": "99", "series.scale": "'x'", "slots.starts": "'2026-02-16T09:00:00'",
    "slots.ends": "'2026-02-16T01:00:00-06:00'", "missions.lunch_starts": "'25:00'", "meetings.table_id": "99",
    "stops.time_zone": "'No/Where'", "steps.at": "'yesterday'", "search.text": "x'00'", "contents.content": "'text'",
    "steps.past": "'{'", "steps.counts": "'x'", "replicas.seen": "'many'", "births.last": "0", "dots.beside": "'['",
    "plans.content": "'text'", "replaced.dots": "'x'", "deletions.table_name": "'missions'",
    "meetings.locked": "'x'", "applications.received": "'1989-12-31T00:00:00+00:00'", 
    "sectors.parent_id": "1", "companies.phone": "hex(zeroblob(4000000))", "people.position": "CAST(x'c328ff' AS TEXT)",
    "sqlite_sequence.seq": "9223372036854775807", "births.replica": "99", "replicas.is_own": "2", "steps.kind": "'x'",
    "search.missing": "'x'", "contents.digest": "'x'",
}  # fmt: skip


@pytest.mark.parametrize("column", WRONG)
def test_a_value_its_field_does_not_take_is_found(db: Database, column: str) -> None:
    table, name = column.split(".")
    replica, last = db.execute("SELECT number, seen FROM replicas").fetchone()
    db.execute("INSERT INTO contents VALUES (?, x'00')", (hashlib.sha256(b"\0").hexdigest(),))
    db.execute("INSERT INTO dots VALUES ('u', 'name', ?, ?, 0, NULL, NULL, NULL)", (replica, last))
    db.execute("INSERT INTO plans VALUES (?, ?, '[]', x'00')", (replica, last))
    db.execute("INSERT INTO replaced VALUES (1, 'u', 'name', '[]')")
    db.execute("INSERT INTO deletions VALUES (?, ?, 0, 'venues', 'u')", (replica, last))
    assert soundness.is_sound(db)
    first = f" WHERE rowid = (SELECT min(rowid) FROM {table})" if table in ("contents", "sqlite_sequence") else ""
    db.execute(f"UPDATE {table} SET {name} = {WRONG[column]}{first}")
    found = soundness.first_fault(db)
    assert found is not None
    assert found.table == (table if table != "sqlite_sequence" else "criteria")


def test_lost_rows_are_found(db: Database) -> None:
    db.execute("DELETE FROM applications WHERE company_id = 1")
    assert [fault.table for fault in soundness.faults(db)] == ["companies"]
    soundness.complete(db)
    db.execute("UPDATE sqlite_sequence SET seq = 99 WHERE name = 'applications'")
    assert soundness.is_sound(db)
    uid, status = db.execute("SELECT uid, status FROM applications WHERE company_id = 1").fetchone()
    assert (len(uid), status) == (32, Application(company_id=1).status.value)
    db.execute("DELETE FROM missions")
    assert [fault.problem for fault in soundness.faults(db)] == ["There is no mission in it."]


def test_sectors_above_one_another_are_found(db: Database) -> None:
    sql = "INSERT INTO sectors (uid, code, parent_id, name_en, name_fr, name_es, spellings, owner, colour)"
    db.execute(f"{sql} VALUES ('b', 'B', 1, '', '', '', '', '', ''), ('c', 'C', 2, '', '', '', '', '', '')")
    assert soundness.is_sound(db)
    db.execute("UPDATE sectors SET parent_id = 3 WHERE id = 1")
    assert [(fault.table, fault.key) for fault in soundness.faults(db)] == [
        ("sectors", 1),
        ("sectors", 2),
        ("sectors", 3),
    ]


def test_an_absence_of_nobody_is_found(db: Database) -> None:
    values = "'u', 'table', 99, '2026-02-16T09:00:00-06:00', '2026-02-16T10:00:00-06:00', ''"
    db.execute(f"INSERT INTO availabilities (uid, owner, owner_id, starts, ends, reason) VALUES ({values})")
    assert [(fault.table, fault.column) for fault in soundness.faults(db)] == [("availabilities", "owner_id")]


def test_the_names_of_migrations_are_known() -> None:
    assert soundness._names_of_migrations(schema.migrations)[:2] == ("m001_first_format", "m002_copies_that_merge")
