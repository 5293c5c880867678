"""Undo, redo and who changed what: images of rows, written by temporary triggers (`watching`).

Every undoable table has a table of images (`<table>_history`). The phase of an image says what happened to its row:
"insert", "before" and "after" (of an update), "delete"; "new" and "noted" are keys alone, of rows inserted in bulk,
before and after their images were taken.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import chain

from missionplanner.messages import Message
from missionplanner.store.database import Database
from missionplanner.store.rows import Value, marks, names
from missionplanner.store.tables import UNDOABLE, StoredTable
from missionplanner.store.watching import referring, trigger
from missionplanner.user import shown_name

_MOST_VALUES = 2_000
"""Values one statement carries: with more or fewer the same rows take longer."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the readable history."""

    id: int
    label: str
    """In the language of the screen."""
    user: str
    at: datetime
    kind: str
    """"change", "undo", "redo" or "erase"."""
    changes: dict[str, int]
    """How many rows it touched, by table."""


def insert_many(db: Database, table: StoredTable, rows: list[list[Value]]) -> None:
    """Insert rows that have their keys, all above those of the table.

    Only their keys are noted; `complete` takes the images before the step is undone, when they are as now.
    """
    db.execute("SAVEPOINT many")
    # Their keys are noted below instead: no row is written twice while thousands are imported.
    if table.undoable:
        db.execute(f"DROP TRIGGER temp.watch_{table.name}_INSERT")
    try:
        _insert_in_parts(db, table, rows)
    except BaseException:
        db.execute("ROLLBACK TO many")  # the trigger comes back with it
        db.execute("RELEASE many")
        raise
    db.execute("RELEASE many")
    if table.undoable:
        db.execute(trigger(table, "INSERT"))
        db.execute(
            f"INSERT INTO {table.history} (step, phase, id)"
            f" SELECT (SELECT id FROM current_step), 'new', id FROM {table.name} WHERE id >= ? ORDER BY id",
            (rows[0][0],),
        )


def _insert_in_parts(db: Database, table: StoredTable, rows: list[list[Value]]) -> None:
    width = len(names(table.kind))
    many = _MOST_VALUES // width
    for start in range(0, len(rows), many):
        part = rows[start : start + many]
        lines = ", ".join([f"({marks(width)})"] * len(part))
        db.execute(f"INSERT INTO {table.name} ({table.columns}) VALUES {lines}", list(chain.from_iterable(part)))


def complete(db: Database, step: int) -> None:
    """Take the images of rows that a step about to be undone inserted in bulk; redo puts them back."""
    for table in _tables(db, step):
        history = table.history
        values = ", ".join(f'{table.name}."{name}"' for name in names(table.kind))
        db.execute(
            f"INSERT INTO {history} (step, phase, {table.columns}) SELECT {history}.step, 'insert', {values}"
            f" FROM {history} JOIN {table.name} ON {table.name}.id = {history}.id"
            f" WHERE step = ? AND phase = 'new' ORDER BY {history}.rowid",
            (step,),
        )
        db.execute(f"UPDATE {history} SET phase = 'noted' WHERE step = ? AND phase = 'new'", (step,))


def begin(db: Database, label: str, user: str, kind: str = "change", target: int | None = None) -> int:
    """Start a step and return its key; all images belong to it until the next.

    label: a stored message. target: the step that is undone or done again.
    """
    label = label.encode("utf-8", "replace").decode("utf-8")  # lone surrogates cannot be stored
    values = (label, user, datetime.now(UTC).isoformat(), kind, target)
    sql = "INSERT INTO steps (label, user, at, kind, target, state) VALUES (?, ?, ?, ?, ?, 'done')"
    step = db.execute(sql, values).lastrowid
    db.execute("DELETE FROM current_step")
    db.execute("INSERT INTO current_step VALUES (?)", (step,))
    return int(step or 0)


def touched(db: Database, step: int) -> frozenset[str]:
    """Return the tables the step changed."""
    return frozenset(name for (name,) in db.execute(_touched(UNDOABLE), (step,)))


@cache
def _touched(tables: tuple[StoredTable, ...]) -> str:
    """Return what finds the tables a step changed, in one statement: one for each table take several times as long."""
    return " UNION ALL ".join(
        f"SELECT '{table.name}' WHERE EXISTS (SELECT 1 FROM {table.history} WHERE step = ?1)" for table in tables
    )


def _tables(db: Database, step: int) -> list[StoredTable]:
    found = touched(db, step)
    return [table for table in UNDOABLE if table.name in found]


def forget_undone(db: Database) -> None:
    """Make what was undone unreachable: something new was done."""
    db.execute("UPDATE steps SET state = 'gone' WHERE state = 'undone'")


def drop(db: Database, step: int) -> None:
    """Forget a step that changed nothing."""
    db.execute("DELETE FROM steps WHERE id = ?", (step,))


def next_undo(db: Database) -> tuple[int, str] | None:
    """Return key and label of the step that undo would take back."""
    sql = "SELECT id, label FROM steps WHERE kind = 'change' AND state = 'done' ORDER BY id DESC LIMIT 1"
    return _first(db, sql)


def next_redo(db: Database) -> tuple[int, str] | None:
    """Return key and label of the step that redo would do again."""
    sql = "SELECT id, label FROM steps WHERE kind = 'change' AND state = 'undone' ORDER BY id LIMIT 1"
    return _first(db, sql)


def restore(db: Database, step: int, forward: bool) -> None:
    """Put every row the step touched back as it was before it, or, with `forward`, after it."""
    db.execute("PRAGMA defer_foreign_keys = ON")  # rows come back in any order; SQLite checks at the end
    if not forward:
        complete(db, step)
    targets = {table: _targets(db, table, step, forward) for table in _tables(db, step)}
    linked = referring(db)
    # What nothing leads to goes first: two applications of one company never stand side by side. What others lead to
    # goes last: by then those who moved elsewhere are there, and what belongs to them is not taken along.
    for table, (removed, _kept) in targets.items():
        if table.name not in linked:
            _remove(db, table, removed)
    for table, (_removed, kept) in targets.items():
        db.conn.executemany(_upsert(table), kept)
    for table, (removed, _kept) in targets.items():
        if table.name in linked:
            _remove(db, table, removed)
    set_state(db, step, forward)


def _remove(db: Database, table: StoredTable, keys: list[int]) -> None:
    db.conn.executemany(f"DELETE FROM {table.name} WHERE id = ?", [(key,) for key in keys])


def set_state(db: Database, step: int, forward: bool) -> None:
    """Note that a step was undone, or with `forward` done again."""
    db.execute("UPDATE steps SET state = ? WHERE id = ?", ("done" if forward else "undone", step))


def _targets(db: Database, table: StoredTable, step: int, forward: bool) -> tuple[list[int], list[tuple[Value, ...]]]:
    """Return the keys of the rows to remove and the images of the rows to put in place."""
    order = "DESC" if forward else "ASC"  # of several images of a row, undo takes the first and redo the last
    sql = f"SELECT phase, {table.columns} FROM {table.history} WHERE step = ? ORDER BY rowid {order}"
    absent = ("delete", "hidden") if forward else ("insert", "new", "noted")
    removed: list[int] = []
    kept: list[tuple[Value, ...]] = []
    seen: set[int] = set()
    for phase, *image in db.execute(sql, (step,)):
        if image[0] in seen or (forward and phase in ("new", "noted")):  # a key alone: `complete` took the image
            continue
        seen.add(image[0])
        if phase in absent:
            removed.append(image[0])
        else:
            kept.append(tuple(image))
    return removed, kept


def _upsert(table: StoredTable) -> str:
    columns = names(table.kind)
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:])
    return (
        f"INSERT INTO {table.name} ({table.columns}) VALUES ({marks(len(columns))})"
        f" ON CONFLICT(id) DO UPDATE SET {settings}"
    )


def steps(db: Database, limit: int) -> list[Step]:
    """Return the newest steps, newest first."""
    # By time, as steps of others come with a merge; the key decides where a clock was set back within one step.
    sql = "SELECT id, label, user, at, kind, counts FROM steps ORDER BY at DESC, id DESC LIMIT ?"
    rows = db.execute(sql, (limit,)).fetchall()
    counts: dict[int, dict[str, int]] = {row[0]: _numbers(row[5]) for row in rows}
    for table in UNDOABLE if rows else ():
        sql = f"SELECT step, count(DISTINCT id) FROM {table.history} WHERE step >= ? GROUP BY step"
        for step, count in db.execute(sql, (min(counts),)):
            if step in counts:
                counts[step][table.name] = count
    return [
        Step(r[0], str(Message.read(r[1])), shown_name(r[2]), datetime.fromisoformat(r[3]), r[4], counts[r[0]])
        for r in rows
    ]


def _numbers(counts: str) -> dict[str, int]:
    """Return how many rows a step of another file changed there, by table."""
    try:
        found = json.loads(counts) if counts else {}
    except (ValueError, RecursionError):
        return {}
    known = {table.name for table in UNDOABLE}
    return (
        {name: n for name, n in found.items() if name in known and isinstance(n, int)}
        if isinstance(found, dict)
        else {}
    )


def keys(db: Database, step: int, table: str, column: str) -> set[int]:
    """Return the values of a key column in everything the step touched in a table, before and after."""
    history = f"{table}_history"
    # Rows inserted in bulk have no images yet: theirs are read from the table.
    sql = (
        f"SELECT {column} FROM {history} WHERE step = ? AND {column} IS NOT NULL UNION SELECT {table}.{column}"
        f" FROM {history} JOIN {table} ON {table}.id = {history}.id WHERE step = ? AND phase = 'new'"
    )
    return {row[0] for row in db.execute(sql, (step, step))}


def _first(db: Database, sql: str) -> tuple[int, str] | None:
    row: Iterable[object] | None = db.execute(sql).fetchone()
    return tuple(row) if row else None  # type: ignore[return-value]
