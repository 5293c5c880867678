"""Undo, redo and who changed what: images of rows, written by temporary triggers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain

from sqlite_utils import Database

from missionplanner.store.rows import Value, names
from missionplanner.store.tables import UNDOABLE, StoredTable


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the readable history. `changes` counts the rows it touched, by table."""

    id: int
    label: str
    user: str
    at: datetime
    kind: str
    changes: dict[str, int]


def watch(db: Database) -> None:
    """Have every change of an undoable table leave its images from now on."""
    db.execute("CREATE TEMP TABLE current_step (id INTEGER)")
    for table in UNDOABLE:
        for event in ("INSERT", "UPDATE", "DELETE"):
            _watch(db, table, event)


def _watch(db: Database, table: StoredTable, event: str) -> None:
    images = {
        "INSERT": (("insert", "NEW"),),
        "UPDATE": (("before", "OLD"), ("after", "NEW")),
        "DELETE": (("delete", "OLD"),),
    }[event]
    body = " ".join(_image(table, phase, side) for phase, side in images)
    db.execute(f"CREATE TEMP TRIGGER watch_{table.name}_{event} AFTER {event} ON main.{table.name} BEGIN {body} END")


_MOST_VALUES = 16_000
"""Values one statement may carry; SQLite allows twice as many."""


def insert_many(db: Database, table: StoredTable, rows: list[list[Value]]) -> None:
    """Insert rows that have their keys, all above those of the table.

    Only their keys are noted; `complete` takes the images before the step is undone, when they are as now.
    """
    columns = names(table.kind)
    listed = ", ".join(f'"{name}"' for name in columns)
    line = f"({', '.join('?' * len(columns))})"
    db.execute("SAVEPOINT many")
    if table.undoable:
        db.execute(f"DROP TRIGGER temp.watch_{table.name}_INSERT")
    try:
        many = _MOST_VALUES // len(columns)
        for start in range(0, len(rows), many):
            part = rows[start : start + many]
            sql = f"INSERT INTO {table.name} ({listed}) VALUES {', '.join([line] * len(part))}"
            db.execute(sql, list(chain.from_iterable(part)))
    except BaseException:
        db.execute("ROLLBACK TO many")  # the trigger comes back with it
        db.execute("RELEASE many")
        raise
    db.execute("RELEASE many")
    if table.undoable:
        _watch(db, table, "INSERT")
        db.execute(
            f"INSERT INTO {table.name}_history (step, phase, id)"
            f" SELECT (SELECT id FROM current_step), 'new', id FROM {table.name} WHERE id >= ? ORDER BY id",
            (rows[0][0],),
        )


def complete(db: Database, step: int) -> None:
    """Take the images of rows that a step about to be undone inserted in bulk; redo puts them back."""
    for table in UNDOABLE:
        history = f"{table.name}_history"
        listed = ", ".join(f'"{name}"' for name in names(table.kind))
        db.execute(
            f"INSERT INTO {history} (step, phase, {listed}) SELECT {history}.step, 'insert', "
            + ", ".join(f'{table.name}."{name}"' for name in names(table.kind))
            + f" FROM {history} JOIN {table.name} ON {table.name}.id = {history}.id"
            f" WHERE step = ? AND phase = 'new' ORDER BY {history}.rowid",
            (step,),
        )
        db.execute(f"UPDATE {history} SET phase = 'noted' WHERE step = ? AND phase = 'new'", (step,))


def begin(db: Database, label: str, user: str, kind: str = "change", target: int | None = None) -> int:
    """Start a step; all images belong to it until the next."""
    label = label.encode("utf-8", "replace").decode("utf-8")  # lone surrogates cannot be stored
    values = (label, user, datetime.now(UTC).isoformat(), kind, target)
    sql = "INSERT INTO steps (label, user, at, kind, target, state) VALUES (?, ?, ?, ?, ?, 'done')"
    step = db.execute(sql, values).lastrowid
    db.execute("DELETE FROM current_step")
    db.execute("INSERT INTO current_step VALUES (?)", (step,))
    return int(step or 0)


def touched(db: Database, step: int) -> frozenset[str]:
    """The tables the step changed."""
    return frozenset(
        table.name
        for table in UNDOABLE
        if db.execute(f"SELECT 1 FROM {table.name}_history WHERE step = ? LIMIT 1", (step,)).fetchone()
    )


def forget_undone(db: Database) -> None:
    """Make what was undone unreachable: something new was done."""
    db.execute("UPDATE steps SET state = 'gone' WHERE state = 'undone'")


def drop(db: Database, step: int) -> None:
    """Forget a step that changed nothing."""
    db.execute("DELETE FROM steps WHERE id = ?", (step,))


def next_undo(db: Database) -> tuple[int, str] | None:
    """Key and label of the step that undo would take back."""
    sql = "SELECT id, label FROM steps WHERE kind = 'change' AND state = 'done' ORDER BY id DESC LIMIT 1"
    return _first(db, sql)


def next_redo(db: Database) -> tuple[int, str] | None:
    """Key and label of the step that redo would do again."""
    sql = "SELECT id, label FROM steps WHERE kind = 'change' AND state = 'undone' ORDER BY id LIMIT 1"
    return _first(db, sql)


def restore(db: Database, step: int, forward: bool) -> None:
    """Put every row the step touched back as it was before it, or, with `forward`, after it."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    if not forward:
        complete(db, step)
    for table in UNDOABLE:
        removed, kept = _targets(db, table, step, forward)
        db.conn.executemany(f"DELETE FROM {table.name} WHERE id = ?", [(key,) for key in removed])
        db.conn.executemany(_upsert(table), kept)
    state = "done" if forward else "undone"
    db.execute("UPDATE steps SET state = ? WHERE id = ?", (state, step))


def steps(db: Database, limit: int) -> list[Step]:
    """The newest steps, newest first, with how many rows of which table each touched."""
    rows = db.execute("SELECT id, label, user, at, kind FROM steps ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
    counts: dict[int, dict[str, int]] = {row[0]: {} for row in rows}
    for table in UNDOABLE if rows else ():
        sql = f"SELECT step, count(DISTINCT id) FROM {table.name}_history WHERE step >= ? GROUP BY step"
        for step, count in db.execute(sql, (rows[-1][0],)):
            counts[step][table.name] = count
    return [Step(r[0], r[1], r[2], datetime.fromisoformat(r[3]), r[4], counts[r[0]]) for r in rows]


def keys(db: Database, step: int, table: str, column: str) -> set[int]:
    """The values of a key column in everything the step touched in a table."""
    history = f"{table}_history"
    sql = (
        f"SELECT {column} FROM {history} WHERE step = ? AND {column} IS NOT NULL UNION SELECT {table}.{column}"
        f" FROM {history} JOIN {table} ON {table}.id = {history}.id WHERE step = ? AND phase = 'new'"
    )
    return {row[0] for row in db.execute(sql, (step, step))}


def _image(table: StoredTable, phase: str, side: str) -> str:
    columns = names(table.kind)
    listed = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f'{side}."{name}"' for name in columns)
    return (
        f"INSERT INTO {table.name}_history (step, phase, {listed}) "
        f"VALUES ((SELECT id FROM current_step), '{phase}', {values});"
    )


def _targets(db: Database, table: StoredTable, step: int, forward: bool) -> tuple[list[int], list[tuple[Value, ...]]]:
    """Keys of the rows to remove and the images of the rows to put in place."""
    listed = ", ".join(f'"{name}"' for name in names(table.kind))
    order = "DESC" if forward else "ASC"
    sql = f"SELECT phase, {listed} FROM {table.name}_history WHERE step = ? ORDER BY rowid {order}"
    absent = ("delete",) if forward else ("insert", "new", "noted")
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
    listed = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:])
    return f"INSERT INTO {table.name} ({listed}) VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {settings}"


def _first(db: Database, sql: str) -> tuple[int, str] | None:
    row: Iterable[object] | None = db.execute(sql).fetchone()
    return tuple(row) if row else None  # type: ignore[return-value]
