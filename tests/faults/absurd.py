"""Absurd values for every column of every table of a mission, put into a file as a stranger would."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from missionplanner.domain.bounds import bounds_of
from missionplanner.domain.field_types import types_of
from missionplanner.domain.limits import KeptBound, TextBound
from missionplanner.store.database import Database
from missionplanner.store.file import engine
from missionplanner.store.tables import TABLES

DEEP = "[" * 200_000
HUGE = "x" * 100_001
ANY: tuple[Any, ...] = (None, b"\0\xff", "", "now", -1, 0, 2**63 - 1, 1e300, 9e999, 1.5)
OF_TEXT = ("x" * 1_000, "\0", "\x07\x1b[31m", "\u202egnp.exe", "a\r\nb\tc", "9" * 900, "'; --", "<b>&amp;", DEEP, HUGE)
OF_KEPT = (
    "[]", "{}", "null", "5", '"x"', "[[]]", "[null]", '{"form": {}}', '{"form": [], "people": 5}', "NaN",
    '{"form": {"name": 5, "stops": "x", "markets": 5, "notes": 5, "consent": "x", "sectors": [1]}, "people": [["a"]]}',
    '{"form": {"stops": [99, "x"], "markets": [["a"]], "language": 5, "name": null}}', '{"people": [[]]}',
    '{"sectors": "x", "stops": 5, "statuses": [5], "since": "now", "sizes": ["x"], "has": ["x"], "text": true}',
    '{"sectors": ["x"], "stops": ["x"], "statuses": ["x"], "since": "now", "sizes": ["x"], "has": ["x"], "every": [5]}',
    '{"sectors": [99], "stops": [99], "delegates": [{}], "markets": [["a"]], "offers": ["x"], "name": 5}',
    '{"parts": {}, "meetings": {"x": []}}', '{"parts": {"x": "y"}, "events": {"u": ["2026-01-01", "x", "y", "z"]}}',
    '{"parts": 5}', '[{"delegation_id": 99, "counterpart_id": null, "starts": "2026-02-16T09:00:00-06:00", "venue_id": 1, "table": 9}]',
    '[{"delegation_id": 1, "counterpart_id": 4, "starts": "2026-02-16T09:00:00", "venue_id": 1, "table": 1}]',
    '[{"delegation_id": 1, "counterpart_id": 4, "starts": "now", "venue_id": 1, "table": 1e300}]', '[["a", "b"]]', '[["a"]]',
)  # fmt: skip
OF_DAY = (
    "0000-01-01", "0001-01-01", "1989-12-31", "2026-02-31", "2026-2-1", "20260216", "2026-W08-1", "9999-12-31", "24:00",
    "1990-01-01", "2100-12-31", "2026-02-16T00:00:00",
)  # fmt: skip
OF_MOMENT = (
    "2026-02-16T24:00:00-06:00", "2026-02-16T09:00:00", "2026-02-16T09:00:00Z", "0000-01-01T00:00:00+00:00", "2026-02-16",
    "0001-01-01T00:00:00-23:59", "9999-12-31T23:59:59-06:00", "2026-02-16 09:00:00-06:00", "2026-02-16T09:00:00-06",
    "1990-01-01T00:00:00+00:00", "2100-12-31T23:59:59+14:00", "2026-02-16T09:00:00+23:59", "2026-02-16T09:00:00-06:00[x]",
)  # fmt: skip
OF_CODE = ("x", "en,xx", "delegation", "both", "red", "#12345", "#GGGGGG", "14:00-06:00", "99:99", "24:00", "../../etc/passwd",
           "No/Where", "Europe", "fr", "welcome,welcome")  # fmt: skip
OF_NUMBER = (1, 2, 3, 7, 99, 1440, 1_000_000, 2**31, 2**53)
INNER = (
    "steps", "replicas", "births", "dots", "deletions", "revocations", "replaced", "plans", "erased", "erased_marks", "search",
    "contents", "sqlite_sequence",
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One value of one column, put into the last row of its table."""

    table: str
    column: str
    value: Any

    @property
    def place(self) -> str:
        return f"{self.table}.{self.column}"

    def __str__(self) -> str:
        return f"{self.place} = {self.value!r:.60}"

    def put(self, db: Database) -> bool:
        """Put the value in; whether the database takes it."""
        order = "rowid" if self.table not in WITHOUT_ROWID else f'"{KEY_OF[self.table]}"'
        sql = f'UPDATE {self.table} SET "{self.column}" = ? WHERE {order} = (SELECT max({order}) FROM {self.table})'
        try:
            return db.execute(sql, (self.value,)).rowcount > 0
        except (sqlite3.Error, OverflowError):
            return False


KEY_OF = {
    "births": "first",
    "dots": "uid",
    "deletions": "uid",
    "revocations": "n",
    "replaced": "step",
    "plans": "n",
    "erased": "uid",
    "erased_marks": "mark",
}
WITHOUT_ROWID = frozenset(KEY_OF)


def values_of(kind: type, name: str) -> tuple[Any, ...]:
    """The values tried on a field."""
    hint, bound = types_of(kind)[name], bounds_of(kind)[name]
    if isinstance(bound, KeptBound):
        return (*ANY, *OF_TEXT, *OF_KEPT)
    if isinstance(bound, TextBound):
        return (*ANY, *OF_TEXT)
    if hint in (int, float, bool):
        return (*ANY, *OF_NUMBER)
    if hint is datetime:
        return (*ANY, *OF_MOMENT, *OF_DAY)
    if hint is date:
        return (*ANY, *OF_DAY, *OF_MOMENT[:3])
    return (*ANY, *OF_TEXT, *OF_CODE)


def mutants(db: Database) -> Iterator[Mutant]:
    """Every absurd value of every column."""
    for table in TABLES:
        for name in types_of(table.kind):
            for value in values_of(table.kind, name):
                yield Mutant(table.name, name, value)
    for inner in INNER:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({inner})")]
        for name in columns:
            for value in (*ANY, *OF_TEXT, *OF_MOMENT[:4], *OF_KEPT[:8], *OF_NUMBER):
                yield Mutant(inner, name, value)


def opened_for_harm(path: Path, in_memory: bool = False) -> Database:
    """The file as a stranger opens it, who minds no constraint; or a copy of it in memory."""
    connection = engine.connect(path)
    if in_memory:
        copy = engine.connect(":memory:")
        connection.backup(copy)
        connection.close()
        connection = copy
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    return engine.database(connection)
